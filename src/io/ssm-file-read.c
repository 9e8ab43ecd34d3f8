/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading: bounded from the first byte, because a size that is asked for beforehand says
 * nothing about a pipe, a device or a file that grows. */

#include "ssm-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "ssm-io-error.h"
#include "ssm-quote.h"

#define FIRST_BLOCK (64 * 1024)
#define MAX_BYTES (G_MAXSIZE / 4)

/* Standard input may be set to not wait, by whoever shares it. */
static void
wait_for_input (int fd)
{
  GPollFD poll = { .fd = fd, .events = G_IO_IN | G_IO_HUP };

  g_poll (&poll, 1, -1);
}

/* Read without what is no error: interruptions and waiting. */
static gssize
read_some (int fd, char *buffer, gsize size)
{
  for (;;)
    {
      gssize n = read (fd, buffer, size);

      if (n >= 0)
        return n;
      if (errno == EAGAIN)
        wait_for_input (fd);
      else if (errno != EINTR)
        return -1;
    }
}

/* One byte more than allowed tells "too much" from "just enough". The first block says what
 * kind of file it is. */
static gboolean
grow (char **buffer, gsize *size, gsize hint, gsize max_bytes)
{
  gsize wanted = *size == 0 ? FIRST_BLOCK : MAX (hint + 1, *size * 2);
  char *larger;

  wanted = MIN (wanted, max_bytes + 1);
  larger = g_try_realloc (*buffer, wanted);
  if (larger == NULL)
    return FALSE;

  *buffer = larger;
  *size = wanted;
  return TRUE;
}

int
ssm_file_read_rest (int fd,
                    gsize hint,
                    SsmFileLimit limit,
                    gsize *max_bytes,
                    GBytes **contents)
{
  g_autofree char *buffer = NULL;
  gsize size = 0;
  gsize used = 0;
  gssize n;

  do
    {
      if (used == FIRST_BLOCK && size == used && limit != NULL)
        *max_bytes = MIN (*max_bytes, limit (buffer, used));
      if (used == size && !grow (&buffer, &size, MIN (hint, *max_bytes), *max_bytes))
        return ENOMEM;
      n = read_some (fd, buffer + used, size - used);
      if (n < 0)
        return errno;
      used += n;
      if (used > *max_bytes)
        return EFBIG;
    }
  while (n > 0);

  *contents = g_bytes_new_take (g_steal_pointer (&buffer), used);
  return 0;
}

int
ssm_file_compare (int fd, GBytes *bytes, gboolean *same)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char block[16 * 1024];
  gsize done = 0;
  gssize n;

  *same = FALSE;
  if (lseek (fd, 0, SEEK_SET) != 0)
    return errno;

  while ((n = read_some (fd, block, sizeof block)) > 0)
    {
      if ((gsize) n > size - done || memcmp (block, data + done, n) != 0)
        return 0;
      done += n;
    }

  *same = n == 0 && done == size;
  return n < 0 ? errno : 0;
}

static void
set_too_big (GError **error, const char *name, gsize max_bytes)
{
  g_autofree char *shown = ssm_quote_path (name);
  g_autofree char *limit = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_TOO_BIG,
               _("%s: it is larger than %s, the most that is read; check that it is the "
                 "right file"),
               shown, limit);
}

int
ssm_file_open_regular (int folder,
                       const char *path,
                       int flags,
                       int *fd,
                       struct stat *status)
{
  int at_flags = (flags & O_NOFOLLOW) != 0 ? AT_SYMLINK_NOFOLLOW : 0;

  *fd = -1;
  if (fstatat (folder, path, status, at_flags) != 0)
    return errno;
  if (!S_ISREG (status->st_mode))
    return S_ISDIR (status->st_mode) ? EISDIR : ENXIO;

  do
    *fd = openat (folder, path, flags | O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  while (*fd < 0 && errno == EINTR);
  if (*fd < 0 || fstat (*fd, status) != 0)
    return errno;
  return S_ISREG (status->st_mode) ? 0 : ENXIO;
}

gboolean
ssm_file_was_untouched (int fd, const struct stat *before)
{
  struct stat after;

  return fstat (fd, &after) == 0
         && after.st_size == before->st_size
         && after.st_mtim.tv_sec == before->st_mtim.tv_sec
         && after.st_mtim.tv_nsec == before->st_mtim.tv_nsec;
}

/* @untouched: whether the bytes belong to one moment. */
static int
read_once (const char *path,
           SsmFileLimit limit,
           gsize *max_bytes,
           GBytes **contents,
           gboolean *untouched)
{
  struct stat before;
  int fd;
  int errnum = ssm_file_open_regular (AT_FDCWD, path, 0, &fd, &before);

  if (errnum == 0 && (guint64) before.st_size > *max_bytes)
    errnum = EFBIG;
  if (errnum == 0)
    errnum = ssm_file_read_rest (fd, before.st_size, limit, max_bytes, contents);

  *untouched = errnum == 0 && ssm_file_was_untouched (fd, &before);
  if (fd >= 0)
    close (fd);
  return errnum;
}

static gboolean
is_dangling (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_SYMLINK)
         && !g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
set_read_error (GError **error, const char *path, gsize max_bytes, int errnum)
{
  g_autofree char *name = ssm_quote_path (path);

  if (errnum == EFBIG)
    set_too_big (error, path, max_bytes);
  else if (errnum == ENOENT && is_dangling (path))
    g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_OPEN,
                 _("%s: it is a link to a file that is not there; choose another file"),
                 name);
  else
    ssm_file_set_open_error (error, path, errnum);
}

static GBytes *
read_file (const char *path, SsmFileLimit limit, gsize max_bytes, GError **error)
{
  g_autofree char *name = NULL;

  for (int attempt = 0; attempt < 2; attempt++)
    {
      g_autoptr (GBytes) contents = NULL;
      gboolean untouched = FALSE;
      int errnum = read_once (path, limit, &max_bytes, &contents, &untouched);

      if (errnum != 0)
        {
          set_read_error (error, path, max_bytes, errnum);
          return NULL;
        }
      if (untouched)
        return g_steal_pointer (&contents);
    }

  name = ssm_quote_path (path);
  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CHANGED,
               _("%s: it keeps changing while it is read; try again when the other program "
                 "is done"),
               name);
  return NULL;
}

GBytes *
ssm_file_read (const char *path, gsize max_bytes, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (max_bytes < MAX_BYTES, NULL);

  return read_file (path, NULL, max_bytes, error);
}

GBytes *
ssm_file_read_kind (const char *path, SsmFileLimit limit, GError **error)
{
  g_return_val_if_fail (path != NULL && limit != NULL, NULL);

  return read_file (path, limit, MAX_BYTES, error);
}

GBytes *
ssm_file_read_fd (int fd, const char *name, SsmFileLimit limit, GError **error)
{
  g_autoptr (GBytes) contents = NULL;
  gsize max_bytes = MAX_BYTES;
  int errnum;

  g_return_val_if_fail (fd >= 0 && name != NULL && limit != NULL, NULL);

  errnum = ssm_file_read_rest (fd, 0, limit, &max_bytes, &contents);
  if (errnum == EFBIG)
    set_too_big (error, name, max_bytes);
  else if (errnum != 0)
    ssm_file_set_open_error (error, name, errnum);

  return g_steal_pointer (&contents);
}
