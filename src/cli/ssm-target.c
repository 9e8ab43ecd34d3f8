/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-target.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ssm-console.h"
#include "ssm-file.h"
#include "ssm-io-error.h"
#include "ssm-quote.h"

#define START_SIZE 4096

static gboolean
is_same_file (const char *a, const char *b)
{
  struct stat first, second;

  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

/* The first bytes of the file @path, or -1 if they cannot be had: saving will say why. */
static gssize
read_start (const char *path, char *start)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat info;
  gssize size = -1;

  if (fd < 0)
    return -1;
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    size = read (fd, start, START_SIZE);
  close (fd);
  return size;
}

gboolean
ssm_target_check (const char *path, SsmFormat format, const char *input, GError **error)
{
  g_autofree char *name = ssm_quote_path (path);
  char start[START_SIZE];
  gssize size;

  if (g_str_equal (path, "-"))
    return TRUE;
  if (input != NULL && is_same_file (path, input))
    {
      g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_CREATE,
                   _("%s: this is the file it would be made from; choose another name"), name);
      return FALSE;
    }

  size = read_start (path, start);
  if (size >= 0 && !ssm_format_may_replace (format, start, (gsize) size))
    {
      g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_CREATE,
                   _("%s: it exists and is no %s file; choose another name or remove it"), name,
                   ssm_format_title (format));
      return FALSE;
    }
  return TRUE;
}

gboolean
ssm_target_check_new (const char *path, GError **error)
{
  struct stat info;
  g_autofree char *name = NULL;

  if (g_str_equal (path, "-") || lstat (path, &info) != 0)
    return TRUE;

  name = ssm_quote_path (path);
  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_CREATE,
               _("%s: it exists; choose another name or remove it"), name);
  return FALSE;
}

int
ssm_target_save (const char *path, GBytes *contents, gboolean break_links)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (g_str_equal (path, "-"))
    return ssm_console_print_bytes (contents);
  if (ssm_file_save (path, contents, NULL,
                     break_links ? SSM_FILE_BREAK_LINKS : SSM_FILE_SAVE_DEFAULT, &error))
    return SSM_EXIT_YES;

  name = ssm_quote_path (path);
  return ssm_console_fail (name, error);
}
