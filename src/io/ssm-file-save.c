/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving: look, make the new version beside the old one, change their places in one step,
 * look at what was displaced. Bytes, not times, say whether somebody else was here: times
 * have steps of seconds on shares and are set by programs that copy files about. */

#include "ssm-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "ssm-file-private.h"
#include "ssm-io-error.h"
#include "ssm-quote.h"

/* Longer than any other save takes, unless its program is stopped. */
#define LOCK_WAIT_MS 2000

/* What is under the name now. */
typedef struct
{
  int fd; /* -1: nothing */
  struct stat status;
} Old;

#define OLD_INIT { .fd = -1 }

static void
old_clear (Old *old)
{
  if (old->fd >= 0)
    close (old->fd);
  old->fd = -1;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Old, old_clear)

static gboolean
fail (GError **error, SsmFilePlace *place, SsmFileStep step, int errnum)
{
  ssm_file_set_save_error (error, place->path, place->folder, step, errnum);
  return FALSE;
}

static gboolean
fail_changed (GError **error, SsmFilePlace *place)
{
  g_autofree char *name = ssm_quote_path (place->path);

  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CHANGED,
               _("%s: it was changed by somebody else and is left as it is; bring both "
                 "versions together, then save again"),
               name);
  return FALSE;
}

static gboolean
fail_hard_linked (GError **error, SsmFilePlace *place)
{
  g_autofree char *name = ssm_quote_path (place->path);

  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_HARD_LINKED,
               _("%s: the file has further names, which would keep the old version; save "
                 "a copy, or separate it from them"),
               name);
  return FALSE;
}

static gboolean
fail_not_durable (GError **error, SsmFilePlace *place, int errnum)
{
  g_autofree char *name = ssm_quote_path (place->path);

  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_MAYBE_NOT_DURABLE,
               _("%s: it is saved, but may not survive a power cut (%s); save a copy in "
                 "another place as well"),
               name, g_strerror (errnum));
  return FALSE;
}

/* Opens the file under @name in the folder. 0 with fd -1: there is none. */
static int
old_open (Old *old, SsmFilePlace *place, const char *name)
{
  int errnum = ssm_file_open_regular (place->folder, name, O_NOFOLLOW, &old->fd,
                                      &old->status);

  return errnum == ENOENT ? 0 : errnum;
}

static int
old_compare (const Old *old, GBytes *bytes, gboolean *same)
{
  *same = FALSE;
  if (bytes == NULL || old->fd < 0
      || (gsize) old->status.st_size != g_bytes_get_size (bytes))
    return 0;
  return ssm_file_compare (old->fd, bytes, same);
}

/* Whether @name holds @base at this moment. */
static int
compare_name (SsmFilePlace *place, const char *name, GBytes *base, gboolean *same)
{
  g_auto (Old) now = OLD_INIT;
  int errnum = old_open (&now, place, name);

  *same = FALSE;
  /* Something that is no file has come there: surely not @base. */
  if (errnum == EISDIR || errnum == ENXIO || errnum == ELOOP)
    return 0;
  return errnum != 0 ? errnum : old_compare (&now, base, same);
}

/* File systems that cannot do it say EINVAL or the like; then there is nothing to
 * lose. */
static int
sync_folder (SsmFilePlace *place)
{
  while (fsync (place->folder) != 0)
    {
      if (errno == EINVAL || errno == EOPNOTSUPP || errno == ENOSYS)
        return 0;
      if (errno != EINTR)
        return errno;
    }
  return 0;
}

static gboolean
finish (SsmFilePlace *place, GError **error)
{
  int errnum = sync_folder (place);

  return errnum == 0 || fail_not_durable (error, place, errnum);
}

/* The file holds it already, but maybe whoever wrote it did not wait for the disk. */
static gboolean
finish_unwritten (SsmFilePlace *place, const Old *old, GError **error)
{
  while (fsync (old->fd) != 0)
    if (errno != EINTR)
      return fail_not_durable (error, place, errno);
  return finish (place, error);
}

static gboolean
check_writable (SsmFilePlace *place,
                const Old *old,
                SsmFileSaveFlags flags,
                GError **error)
{
  if (old->fd < 0)
    return TRUE;
  if (old->status.st_nlink > 1 && (flags & SSM_FILE_BREAK_LINKS) == 0)
    return fail_hard_linked (error, place);
  if (faccessat (place->folder, place->name, W_OK, AT_EACCESS) != 0)
    return fail (error, place, SSM_FILE_STEP_CREATE, errno);
  return TRUE;
}

static gboolean
make_new_version (SsmFilePlace *place,
                  const Old *old,
                  GBytes *contents,
                  SsmFileSaveFlags flags,
                  SsmFileTemp *temp,
                  GError **error)
{
  mode_t mode = old->fd >= 0 || (flags & SSM_FILE_PRIVATE) != 0 ? 0600 : 0666;
  int errnum = ssm_file_temp_make (temp, place, mode);

  if (errnum != 0)
    return fail (error, place, SSM_FILE_STEP_CREATE, errnum);

  errnum = ssm_file_temp_write (temp, contents);
  if (errnum == 0 && old->fd >= 0)
    errnum = ssm_file_temp_dress (temp, old->fd, &old->status);
  if (errnum == 0)
    errnum = ssm_file_temp_sync (temp);
  return errnum == 0 || fail (error, place, SSM_FILE_STEP_WRITE, errnum);
}

static gboolean
is_unsupported (int errnum)
{
  return errnum == EINVAL || errnum == ENOSYS || errnum == EOPNOTSUPP || errnum == EPERM;
}

static int
move (SsmFilePlace *place, const char *from, const char *to, guint flags)
{
  return renameat2 (place->folder, from, place->folder, to, flags) == 0 ? 0 : errno;
}

/* Plain renameat (): some file systems refuse renameat2 () even without flags. */
static int
move_over (SsmFilePlace *place, const char *from, const char *to)
{
  return renameat (place->folder, from, place->folder, to) == 0 ? 0 : errno;
}

/* Where no step can be had that fails if a file came up meanwhile, looking comes
 * before. */
static int
move_if_free (SsmFilePlace *place, const char *from, const char *to)
{
  if (faccessat (place->folder, to, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
    return EEXIST;
  return move_over (place, from, to);
}

/* Gives the new version its name where there was no file. */
static gboolean
place_first (SsmFilePlace *place, SsmFileTemp *temp, GError **error)
{
  int errnum = move (place, temp->name, place->name, RENAME_NOREPLACE);

  if (is_unsupported (errnum))
    {
      if (linkat (place->folder, temp->name, place->folder, place->name, 0) == 0)
        return TRUE;
      errnum = errno;
      if (is_unsupported (errnum))
        errnum = move_if_free (place, temp->name, place->name);
    }

  if (errnum == EEXIST)
    return fail_changed (error, place);
  if (errnum != 0)
    return fail (error, place, SSM_FILE_STEP_WRITE, errnum);
  g_clear_pointer (&temp->name, g_free);
  return TRUE;
}

static gboolean
place_over (SsmFilePlace *place, SsmFileTemp *temp, GError **error)
{
  int errnum = move_over (place, temp->name, place->name);

  if (errnum != 0)
    return fail (error, place, SSM_FILE_STEP_WRITE, errnum);
  g_clear_pointer (&temp->name, g_free);
  return TRUE;
}

/* Keeps what is under the temporary name as a file of its own. */
static gboolean
keep_as_conflict (SsmFilePlace *place, SsmFileTemp *temp, GError **error)
{
  g_autofree char *name = ssm_quote_path (place->path);
  g_autofree char *kept = ssm_file_place_conflict_name (place);
  g_autofree char *shown = NULL;

  /* Under its temporary name it would be cleaned away; without a name for it it stays. */
  if (move_over (place, temp->name, kept) != 0)
    {
      g_free (kept);
      kept = g_strdup (temp->name);
    }
  g_clear_pointer (&temp->name, g_free);

  shown = ssm_quote_path (kept);
  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CHANGED,
               _("%s: it was changed by somebody else at this very moment, and one version "
                 "is kept as “%s”; bring them together, then save again"),
               name, shown);
  return FALSE;
}

/* Whether the temporary name is that of our version, as we wrote it. Where that cannot be
 * read any more, that it is our file is enough. */
static gboolean
is_own (SsmFilePlace *place, SsmFileTemp *temp, GBytes *contents)
{
  struct stat ours, there;
  gboolean same;

  return fstat (temp->fd, &ours) == 0
         && fstatat (place->folder, temp->name, &there, AT_SYMLINK_NOFOLLOW) == 0
         && ours.st_dev == there.st_dev
         && ours.st_ino == there.st_ino
         && (compare_name (place, temp->name, contents, &same) != 0 || same);
}

/* The displaced version is not what it should be: everything back, and if a third version
 * came in between, that one is kept. @errnum: why it could not be looked at, or 0. */
static gboolean
put_back (SsmFilePlace *place,
          SsmFileTemp *temp,
          GBytes *contents,
          int errnum,
          GError **error)
{
  gboolean back = move (place, temp->name, place->name, RENAME_EXCHANGE) == 0;

  /* The disk fails altogether. A moment ago the old version was the base. */
  if (!back && errnum != 0)
    return fail_not_durable (error, place, errnum);
  if (!back || !is_own (place, temp, contents))
    return keep_as_conflict (place, temp, error);
  if (errnum != 0)
    return fail (error, place, SSM_FILE_STEP_WRITE, errnum);
  return fail_changed (error, place);
}

/* Without an exchange: a second name keeps the old version within sight. */
static gboolean
place_by_rename (SsmFilePlace *place, SsmFileTemp *temp, GBytes *base, GError **error)
{
  g_autofree char *spare = ssm_file_place_temp_name (place);
  gboolean linked = linkat (place->folder, place->name, place->folder, spare, 0) == 0;
  gboolean same = FALSE;
  int errnum = linked || is_unsupported (errno) || errno == EMLINK ? 0 : errno;

  if (errnum == 0)
    errnum = compare_name (place, place->name, base, &same);
  if (errnum == 0 && same)
    errnum = move_over (place, temp->name, place->name);

  if (errnum != 0 || !same)
    {
      if (linked)
        unlinkat (place->folder, spare, 0);
      return errnum != 0 ? fail (error, place, SSM_FILE_STEP_WRITE, errnum)
                         : fail_changed (error, place);
    }

  g_free (temp->name);
  temp->name = linked ? g_steal_pointer (&spare) : NULL;
  if (!linked || (compare_name (place, temp->name, base, &same) == 0 && same))
    return TRUE;

  return keep_as_conflict (place, temp, error);
}

/* Gives the new version its name if the file still is @base when it goes. */
static gboolean
place_in_exchange (SsmFilePlace *place,
                   SsmFileTemp *temp,
                   Old *old,
                   GBytes *contents,
                   GBytes *base,
                   GError **error)
{
  gboolean same;
  int errnum;

  /* For a moment the old version has the temporary name: it must not look abandoned. */
  flock (old->fd, LOCK_SH | LOCK_NB);
  errnum = move (place, temp->name, place->name, RENAME_EXCHANGE);
  if (errnum == 0)
    {
      errnum = compare_name (place, temp->name, base, &same);
      return (errnum == 0 && same) || put_back (place, temp, contents, errnum, error);
    }
  if (errnum == ENOENT)
    return fail_changed (error, place);
  if (!is_unsupported (errnum))
    return fail (error, place, SSM_FILE_STEP_WRITE, errnum);

  /* Some shares do not rename over a file that is open. */
  old_clear (old);
  return place_by_rename (place, temp, base, error);
}

static gboolean
replace (SsmFilePlace *place,
         Old *old,
         GBytes *contents,
         GBytes *base,
         SsmFileSaveFlags flags,
         GError **error)
{
  g_auto (SsmFileTemp) temp = SSM_FILE_TEMP_INIT;
  gboolean placed;

  if (!make_new_version (place, old, contents, flags, &temp, error))
    return FALSE;

  if (old->fd < 0)
    placed = place_first (place, &temp, error);
  else if (base != NULL)
    placed = place_in_exchange (place, &temp, old, contents, base, error);
  else
    {
      old_clear (old);
      placed = place_over (place, &temp, error);
    }
  return placed;
}

gboolean
ssm_file_save (const char *path,
               GBytes *contents,
               GBytes *base,
               SsmFileSaveFlags flags,
               GError **error)
{
  g_auto (SsmFilePlace) place = SSM_FILE_PLACE_INIT;
  g_auto (Old) old = OLD_INIT;
  gboolean holds_contents, holds_base;
  int errnum;

  g_return_val_if_fail (path != NULL && contents != NULL, FALSE);

  if (!ssm_file_place_open (&place, path, error))
    return FALSE;
  ssm_file_place_lock (&place, LOCK_WAIT_MS);
  ssm_file_place_clean (&place);

  errnum = old_open (&old, &place, place.name);
  if (errnum == 0)
    errnum = old_compare (&old, contents, &holds_contents);
  if (errnum == 0)
    errnum = old_compare (&old, base, &holds_base);
  if (errnum != 0)
    return fail (error, &place, SSM_FILE_STEP_CREATE, errnum);

  if (holds_contents)
    return finish_unwritten (&place, &old, error);
  if (base != NULL && !holds_base)
    return fail_changed (error, &place);

  return check_writable (&place, &old, flags, error)
         && replace (&place, &old, contents, base, flags, error)
         && finish (&place, error);
}
