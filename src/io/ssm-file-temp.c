/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The new version while it is not the file yet: filled, given the looks of the old
 * version, and brought to the disk under a name of its own. */

#include "ssm-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/xattr.h>
#include <unistd.h>

#define MAX_ATTEMPTS 20
#define ACCESS_ACL "system.posix_acl_access"

/* Another program may have taken the name, or removed the file before its lock was on it:
 * either asks for another attempt, as EEXIST. */
static int
try_make (SsmFileTemp *temp, mode_t mode)
{
  int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  struct stat status;

  temp->name = ssm_file_place_temp_name (temp->place);
  temp->fd = openat (temp->place->folder, temp->name, flags, mode);
  if (temp->fd < 0)
    {
      int errnum = errno;

      g_clear_pointer (&temp->name, g_free);
      return errnum;
    }

  if (flock (temp->fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    status.st_nlink = 0;
  else if (fstat (temp->fd, &status) != 0)
    return errno;
  if (status.st_nlink > 0)
    return 0;

  ssm_file_temp_clear (temp);
  return EEXIST;
}

int
ssm_file_temp_make (SsmFileTemp *temp, SsmFilePlace *place, mode_t mode)
{
  int errnum = EEXIST;

  temp->place = place;
  for (int i = 0; i < MAX_ATTEMPTS && (errnum == EEXIST || errnum == EINTR); i++)
    errnum = try_make (temp, mode);
  return errnum;
}

int
ssm_file_temp_write (SsmFileTemp *temp, GBytes *contents)
{
  gsize size;
  const char *data = g_bytes_get_data (contents, &size);

  while (size > 0)
    {
      gssize n = write (temp->fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      if (n == 0)
        return EIO;
      data += n;
      size -= n;
    }
  return 0;
}

/* What the group may do is then no more than what it and everybody else might. */
static mode_t
drop_group (mode_t mode)
{
  mode_t common = (mode >> 3) & mode & 07;

  return (mode & ~(mode_t) 077) | common << 3 | common;
}

static gboolean
is_not_allowed (int errnum)
{
  return errnum == EPERM || errnum == EINVAL || errnum == EOPNOTSUPP || errnum == ENOSYS;
}

/* A file of somebody else becomes ours when we may write its folder; its group stays if
 * we belong to it. @mode: what to give it then. */
static int
keep_owner (int fd, const struct stat *old, mode_t *mode)
{
  struct stat now;

  if (fstat (fd, &now) != 0)
    return errno;
  if (now.st_uid == old->st_uid && now.st_gid == old->st_gid)
    return 0;
  if (fchown (fd, old->st_uid, old->st_gid) == 0)
    return 0;
  if (!is_not_allowed (errno))
    return errno;

  *mode &= ~(mode_t) (S_ISUID | S_ISGID);
  if (now.st_gid == old->st_gid || fchown (fd, (uid_t) -1, old->st_gid) == 0)
    return 0;
  if (!is_not_allowed (errno))
    return errno;

  *mode = drop_group (*mode);
  return 0;
}

/* The person's own attributes and the access list must not get lost; labels that the
 * system sets by itself may be refused to us. */
static gboolean
must_be_kept (const char *name)
{
  return g_str_has_prefix (name, "user.") || g_str_equal (name, ACCESS_ACL);
}

/* 0, with *@list empty, where the file system knows no attributes. */
static int
list_attributes (int fd, char **list, gsize *size)
{
  gssize n = flistxattr (fd, NULL, 0);

  *size = 0;
  if (n < 0)
    return is_not_allowed (errno) ? 0 : errno;

  *list = g_malloc (n + 1);
  n = flistxattr (fd, *list, n);
  if (n < 0)
    return errno;
  (*list)[n] = '\0';
  *size = n;
  return 0;
}

static int
copy_attribute (int from, int to, const char *name)
{
  g_autofree char *value = NULL;
  gssize size = fgetxattr (from, name, NULL, 0);

  if (size >= 0)
    {
      value = g_malloc (size + 1);
      size = fgetxattr (from, name, value, size);
    }
  if (size < 0)
    return errno == ENODATA ? 0 : errno;
  return fsetxattr (to, name, value, size, 0) == 0 ? 0 : errno;
}

/* A folder may hand an access list to new files; giving the mode later would wake it
 * up. */
static int
drop_access_list (int fd)
{
  if (fremovexattr (fd, ACCESS_ACL) == 0 || errno == ENODATA || is_not_allowed (errno))
    return 0;
  return errno;
}

static int
keep_attributes (int from, int to)
{
  g_autofree char *list = NULL;
  gboolean has_access_list = FALSE;
  gsize size;
  int errnum = list_attributes (from, &list, &size);

  for (gsize at = 0; errnum == 0 && at < size; at += strlen (list + at) + 1)
    {
      errnum = copy_attribute (from, to, list + at);
      if (errnum != 0 && !must_be_kept (list + at))
        errnum = 0;
      if (g_str_equal (list + at, ACCESS_ACL))
        has_access_list = TRUE;
    }

  if (errnum != 0 || has_access_list)
    return errnum;
  return drop_access_list (to);
}

/* File systems without modes refuse to set any, also the one a file has. */
static int
keep_mode (int fd, mode_t mode)
{
  struct stat now;

  if (fstat (fd, &now) != 0)
    return errno;
  if ((now.st_mode & 07777) == mode)
    return 0;
  return fchmod (fd, mode) == 0 ? 0 : errno;
}

int
ssm_file_temp_dress (SsmFileTemp *temp, int fd, const struct stat *old)
{
  mode_t mode = old->st_mode & 07777;
  int errnum = keep_owner (temp->fd, old, &mode);

  if (errnum == 0)
    errnum = keep_attributes (fd, temp->fd);
  if (errnum == 0)
    errnum = keep_mode (temp->fd, mode);
  return errnum;
}

/* Shares report a failed write when a descriptor is closed; a copy of ours is, so that
 * the lock stays until the file has its name. */
static int
close_copy (int fd)
{
  int copy = fcntl (fd, F_DUPFD_CLOEXEC, 0);

  if (copy < 0)
    return errno;
  return close (copy) == 0 || errno == EINTR ? 0 : errno;
}

int
ssm_file_temp_sync (SsmFileTemp *temp)
{
  while (fsync (temp->fd) != 0)
    if (errno != EINTR)
      return errno;
  return close_copy (temp->fd);
}

void
ssm_file_temp_clear (SsmFileTemp *temp)
{
  if (temp->name != NULL)
    unlinkat (temp->place->folder, temp->name, 0);
  g_clear_pointer (&temp->name, g_free);
  if (temp->fd >= 0)
    close (temp->fd);
  temp->fd = -1;
}
