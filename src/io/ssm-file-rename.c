/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Another name for a file, which takes no other file's place. */

#include "ssm-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ssm-io-error.h"
#include "ssm-quote.h"

/* Without a step that fails where the name is taken, a second name that does so comes
 * first. */
static int
rename_by_link (const char *from, const char *to)
{
  if (link (from, to) != 0)
    return errno;
  return unlink (from) == 0 ? 0 : errno;
}

gboolean
ssm_file_rename (const char *from, const char *to, GError **error)
{
  int errnum = renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0 ? 0 : errno;

  if (errnum == ENOSYS || errnum == EINVAL || errnum == EOPNOTSUPP)
    errnum = rename_by_link (from, to);
  if (errnum == 0)
    return TRUE;

  if (errnum == EEXIST)
    {
      g_autofree char *name = ssm_quote_path (to);

      g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_CREATE,
                   _("%s: there is another file of that name; choose another name"), name);
    }
  else
    ssm_file_set_save_error (error, errnum == ENOENT ? from : to, -1, SSM_FILE_STEP_CREATE,
                             errnum);
  return FALSE;
}

gboolean
ssm_file_may_save (const char *path)
{
  char *real = realpath (path, NULL);
  g_autofree char *folder = g_path_get_dirname (real != NULL ? real : path);
  gboolean may = (real == NULL || access (real, W_OK) == 0) && access (folder, W_OK) == 0;

  free (real);
  return may;
}
