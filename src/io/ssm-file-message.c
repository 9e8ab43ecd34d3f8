/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From errno to a code and two sentences: what could not be done, and why and what
 * now. */

#include "ssm-file-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/statvfs.h>

#include "ssm-io-error.h"
#include "ssm-quote.h"

typedef struct
{
  int errnum;
  const char *text;
} Cause;

static const Cause open_causes[] = {
  { ENOENT, N_("There is no such file. Check the name.") },
  { ENOTDIR, N_("There is no such file. Check the name.") },
  { EACCES, N_("You may not read it. Ask its owner for permission.") },
  { EPERM, N_("You may not read it. Ask its owner for permission.") },
  { EISDIR, N_("It is a folder. Choose a file in it.") },
  { ENXIO, N_("It is not an ordinary file. Choose another one.") },
  { ELOOP, N_("Its links lead in a circle. Choose another file.") },
  { ENAMETOOLONG, N_("The name is too long. Check the name.") },
};

static const Cause save_causes[] = {
  { EDQUOT, N_("Your share of the disk is used up. Free some space or save to another "
               "place.") },
  { EACCES, N_("You may not write there. Save a copy in another place.") },
  { EPERM, N_("You may not write there. Save a copy in another place.") },
  { EROFS, N_("It can only be read there. Save a copy in another place.") },
  { ENOENT, N_("Its folder is not there. Save to another place.") },
  { ENOTDIR, N_("Its folder is not there. Save to another place.") },
  { EISDIR, N_("There is a folder of that name. Choose another name.") },
  { ENXIO, N_("Something of that name is not a file. Choose another name.") },
  { EINVAL, N_("The name is not allowed there. Choose another name.") },
  { ELOOP, N_("Its links lead in a circle. Choose another name.") },
  { ENAMETOOLONG, N_("The name is too long. Choose a shorter one.") },
  { EFBIG, N_("It would be larger than a file may be here. Save to another place.") },
};

static const char *
find_cause (const Cause *causes, gsize n_causes, int errnum)
{
  for (gsize i = 0; i < n_causes; i++)
    if (causes[i].errnum == errnum)
      return _(causes[i].text);
  return NULL;
}

static gboolean
is_shortage (int errnum)
{
  return errnum == ENOMEM || errnum == EMFILE || errnum == ENFILE;
}

static SsmIoError
open_code (int errnum)
{
  if (is_shortage (errnum))
    return SSM_IO_ERROR_OUT_OF_MEMORY;
  if (errnum == EACCES || errnum == EPERM)
    return SSM_IO_ERROR_NO_PERMISSION;
  if (find_cause (open_causes, G_N_ELEMENTS (open_causes), errnum) != NULL)
    return SSM_IO_ERROR_CANNOT_OPEN;
  return SSM_IO_ERROR_FAILED;
}

/* Shares of other systems answer EACCES while somebody else has the file open, so that at
 * the last step it says nothing about permissions. */
static SsmIoError
save_code (SsmFileStep step, int errnum)
{
  if (is_shortage (errnum))
    return SSM_IO_ERROR_OUT_OF_MEMORY;
  if (errnum == EPERM || (errnum == EACCES && step == SSM_FILE_STEP_CREATE))
    return SSM_IO_ERROR_NO_PERMISSION;
  if (step == SSM_FILE_STEP_CREATE
      && errnum != EDQUOT
      && find_cause (save_causes, G_N_ELEMENTS (save_causes), errnum) != NULL)
    return SSM_IO_ERROR_CANNOT_CREATE;
  return SSM_IO_ERROR_FAILED;
}

static char *
describe_full_disk (int folder)
{
  g_autofree char *space = NULL;
  struct statvfs disk;

  if (folder < 0 || fstatvfs (folder, &disk) != 0)
    return g_strdup (_("The disk is full. Free some space or save to another place."));

  space = g_format_size ((guint64) disk.f_bavail * disk.f_frsize);
  return g_strdup_printf (_("The disk is full, %s are free. Free some space or save to "
                            "another place."),
                          space);
}

void
ssm_file_set_open_error (GError **error, const char *path, int errnum)
{
  g_autofree char *name = ssm_quote_path (path);
  const char *cause = find_cause (open_causes, G_N_ELEMENTS (open_causes), errnum);
  SsmIoError code = open_code (errnum);

  if (cause != NULL)
    g_set_error (error, SSM_IO_ERROR, code, _("Could not open “%s”. %s"), name, cause);
  else
    g_set_error (error, SSM_IO_ERROR, code,
                 _("Could not read “%s”. %s. Try again, or use a copy."), name,
                 g_strerror (errnum));
}

void
ssm_file_set_save_error (GError **error,
                         const char *path,
                         int folder,
                         SsmFileStep step,
                         int errnum)
{
  g_autofree char *name = ssm_quote_path (path);
  g_autofree char *cause = NULL;
  const char *known = find_cause (save_causes, G_N_ELEMENTS (save_causes), errnum);

  /* Later on these speak of the disk, not of the name. */
  if (step == SSM_FILE_STEP_WRITE && (errnum == EINVAL || errnum == ENOENT))
    known = NULL;

  if (errnum == ENOSPC)
    cause = describe_full_disk (folder);
  else if (known != NULL)
    cause = g_strdup (known);
  else
    cause = g_strdup_printf (_("%s. Try again, or save a copy in another place."),
                             g_strerror (errnum));

  g_set_error (error, SSM_IO_ERROR, save_code (step, errnum),
               _("Could not save to “%s”. %s"), name, cause);
}
