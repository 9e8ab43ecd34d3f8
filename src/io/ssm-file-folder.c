/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The folder a file is saved in: found behind all links, locked against other saves, and
 * freed of what killed programs left there.
 *
 * The names begin with .~ and end with .tmp because programs that keep folders in step
 * with other machines leave such names alone. */

#include "ssm-file-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <unistd.h>

#define MAX_LINKS 40
#define LOCK_PAUSE_MS 10
#define N_HEX 12
#define PREFIX ".~"
#define SUFFIX ".tmp"

/* Follows @path to the name that is to hold the file; the folders before it are the
 * kernel's business. NULL for a circle. */
static char *
follow_links (const char *path)
{
  g_autofree char *here = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (here, NULL);
      g_autofree char *folder = NULL;
      char *next;

      if (target == NULL)
        return g_steal_pointer (&here);

      folder = g_path_get_dirname (here);
      next = g_path_is_absolute (target) ? g_strdup (target)
                                         : g_build_filename (folder, target, NULL);
      g_free (here);
      here = next;
    }
  return NULL;
}

/* 0 or an errno. */
static int
open_folder (SsmFilePlace *place)
{
  g_autofree char *here = follow_links (place->path);
  g_autofree char *folder = NULL;

  if (here == NULL)
    return ELOOP;
  if (*here == '\0')
    return ENOENT;
  if (g_str_has_suffix (here, G_DIR_SEPARATOR_S))
    return EISDIR;

  place->name = g_path_get_basename (here);
  folder = g_path_get_dirname (here);
  do
    place->folder = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  while (place->folder < 0 && errno == EINTR);
  return place->folder < 0 ? errno : 0;
}

gboolean
ssm_file_place_open (SsmFilePlace *place, const char *path, GError **error)
{
  int errnum;

  place->path = g_strdup (path);
  errnum = open_folder (place);
  if (errnum == 0)
    return TRUE;

  ssm_file_set_save_error (error, path, -1, SSM_FILE_STEP_CREATE, errnum);
  return FALSE;
}

void
ssm_file_place_clear (SsmFilePlace *place)
{
  if (place->folder >= 0)
    close (place->folder);
  place->folder = -1;
  place->locked = FALSE;
  g_clear_pointer (&place->path, g_free);
  g_clear_pointer (&place->name, g_free);
}

/* Tries again instead of waiting in flock (): the holder may be a stopped program. */
void
ssm_file_place_lock (SsmFilePlace *place, guint wait_ms)
{
  for (guint waited = 0; !place->locked; waited += LOCK_PAUSE_MS)
    {
      place->locked = flock (place->folder, LOCK_EX | LOCK_NB) == 0;
      if (place->locked || (errno != EWOULDBLOCK && errno != EINTR) || waited >= wait_ms)
        return;
      g_usleep (LOCK_PAUSE_MS * 1000);
    }
}

static gsize
longest_name (SsmFilePlace *place)
{
  long limit = fpathconf (place->folder, _PC_NAME_MAX);

  return limit > 0 ? (gsize) limit : 255;
}

/* What stands for the file's name in the names of its temporary files. */
static char *
make_stem (SsmFilePlace *place)
{
  gsize extra = strlen (PREFIX) + 1 + N_HEX + strlen (SUFFIX);
  g_autofree char *hash = NULL;

  if (strlen (place->name) + extra <= longest_name (place))
    return g_strdup (place->name);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, place->name, -1);
  return g_strndup (hash, 16);
}

/* Not GLib's random numbers: a forked child would draw the same ones. */
static guint64
draw_number (void)
{
  guint64 number = 0;

  if (getrandom (&number, sizeof number, 0) != sizeof number)
    number = ((guint64) getpid () << 32) ^ (guint64) g_get_monotonic_time ();
  return number & G_GUINT64_CONSTANT (0xffffffffffff);
}

char *
ssm_file_place_temp_name (SsmFilePlace *place)
{
  g_autofree char *stem = make_stem (place);

  return g_strdup_printf (PREFIX "%s.%012" G_GINT64_MODIFIER "x" SUFFIX, stem,
                          draw_number ());
}

char *
ssm_file_place_conflict_name (SsmFilePlace *place)
{
  g_autofree char *suffix = g_strdup_printf (".conflict-%012" G_GINT64_MODIFIER "x",
                                             draw_number ());
  gsize room = longest_name (place) - strlen (suffix);
  g_autofree char *start = g_strdup (place->name);

  if (strlen (start) > room)
    {
      const char *cut = g_utf8_find_prev_char (start, start + room + 1);

      start[cut != NULL ? (gsize) (cut - start) : room] = '\0';
    }
  return g_strconcat (start, suffix, NULL);
}

static gboolean
is_temp_name (const char *name, const char *stem)
{
  const char *hex;

  if (!g_str_has_prefix (name, PREFIX)
      || !g_str_has_prefix (name + strlen (PREFIX), stem))
    return FALSE;

  hex = name + strlen (PREFIX) + strlen (stem);
  return *hex == '.'
         && strspn (hex + 1, "0123456789abcdef") == N_HEX
         && g_str_equal (hex + 1 + N_HEX, SUFFIX);
}

/* On a share the lock of a writer on another machine may not be seen from here. */
static gboolean
locks_are_seen (int folder)
{
  static const guint32 shared[] = {
    NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, CIFS_SUPER_MAGIC, SMB2_SUPER_MAGIC,
    FUSE_SUPER_MAGIC, V9FS_MAGIC, CEPH_SUPER_MAGIC, AFS_SUPER_MAGIC,
  };
  struct statfs disk;
  struct stat status;

  if (fstatfs (folder, &disk) != 0 || fstat (folder, &status) != 0)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (shared); i++)
    if ((guint32) disk.f_type == shared[i])
      return major (status.st_dev) != 0; /* a disk of its own, as FUSE's NTFS */
  return TRUE;
}

/* A writer holds a lock on its temporary file as long as it lives. */
static void
remove_if_stale (int folder, const char *name)
{
  int fd = openat (folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat status;

  if (fd < 0)
    return;

  if (fstat (fd, &status) == 0
      && S_ISREG (status.st_mode)
      && flock (fd, LOCK_EX | LOCK_NB) == 0)
    unlinkat (folder, name, 0);
  close (fd);
}

/* The folder's lock is needed because between two steps of a save the temporary name is
 * that of the old version, which its writer may not have been able to lock. */
void
ssm_file_place_clean (SsmFilePlace *place)
{
  g_autofree char *stem = NULL;
  struct dirent *entry;
  DIR *listing;
  int fd;

  if (!place->locked || !locks_are_seen (place->folder))
    return;

  fd = openat (place->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  listing = fd < 0 ? NULL : fdopendir (fd);
  if (listing == NULL)
    {
      if (fd >= 0)
        close (fd);
      return;
    }

  stem = make_stem (place);
  while ((entry = readdir (listing)) != NULL)
    if (is_temp_name (entry->d_name, stem))
      remove_if_stale (place->folder, entry->d_name);
  closedir (listing);
}

void
ssm_file_clean_leftovers (const char *path)
{
  g_auto (SsmFilePlace) place = SSM_FILE_PLACE_INIT;

  g_return_if_fail (path != NULL);

  if (!ssm_file_place_open (&place, path, NULL))
    return;
  ssm_file_place_lock (&place, 0);
  ssm_file_place_clean (&place);
}
