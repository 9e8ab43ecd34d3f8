/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-session.h"

#include "ssm-io-error.h"
#include "ssm-quote.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define OWNER "owner"
#define N_TRIES 3

static GMutex lock;
static char *own_folder;
static int own_lock = -1;

char *
ssm_session_root (void)
{
  return g_build_filename (g_get_user_state_dir (), "salesmap", "recovery", NULL);
}

/* What a person sees who looks into the folder; the program itself asks the lock. */
static void
write_owner (int fd)
{
  g_autofree char *text = g_strdup_printf ("pid=%d\nhost=%s\n", getpid (), g_get_host_name ());

  if (ftruncate (fd, 0) != 0 || write (fd, text, strlen (text)) < 0)
    g_debug ("The owner of the session could not be noted: %s", g_strerror (errno));
}

/* The locked owner file of @folder, or -1 with errno. */
static int
lock_owner (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, OWNER, NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      int saved = errno;

      close (fd);
      errno = saved;
      return -1;
    }

  return fd;
}

/* Another program that starts just now may take the new folder for an empty left-over and
 * remove it before the lock is held, hence several tries. */
static gboolean
make_folder (void)
{
  g_autofree char *root = ssm_session_root ();

  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autofree char *name
        = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
      g_autofree char *folder = g_build_filename (root, name, NULL);

      if (g_mkdir_with_parents (folder, 0700) != 0)
        return FALSE;

      own_lock = lock_owner (folder);
      if (own_lock >= 0)
        {
          write_owner (own_lock);
          own_folder = g_steal_pointer (&folder);
          return TRUE;
        }
    }

  return FALSE;
}

const char *
ssm_session_folder (GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autofree char *root = NULL, *quoted = NULL;
  int saved;

  if (own_folder != NULL && g_file_test (own_folder, G_FILE_TEST_IS_DIR))
    return own_folder;
  g_clear_pointer (&own_folder, g_free);
  if (make_folder ())
    return own_folder;

  saved = errno;
  root = ssm_session_root ();
  quoted = ssm_quote_path (root);
  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_CREATE,
               _("Drafts cannot be kept in “%s”: %s. Save the map to keep your work."),
               quoted, g_strerror (saved));
  return NULL;
}

gboolean
ssm_session_is_alive (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, OWNER, NULL);
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  gboolean alive;

  if (fd < 0)
    return FALSE;

  alive = flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  close (fd);
  return alive;
}

void
ssm_session_remove_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *owner = g_build_filename (folder, OWNER, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (strcmp (name, OWNER) != 0)
        return;
    }

  if (dir == NULL || ssm_session_is_alive (folder))
    return;
  g_unlink (owner);
  g_rmdir (folder);
}

void
ssm_session_end (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (own_folder == NULL)
    return;

  close (own_lock);
  own_lock = -1;
  ssm_session_remove_empty (own_folder);
  g_clear_pointer (&own_folder, g_free);
}
