/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From errno to a code and words: what is wrong, and what to do about it. */

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
  { ENOENT, N_("there is no such file; check the name") },
  { ENOTDIR, N_("there is no such file; check the name") },
  { EACCES, N_("you may not read it; ask its owner for permission") },
  { EPERM, N_("you may not read it; ask its owner for permission") },
  { EISDIR, N_("it is a folder; choose a file in it") },
  { ENXIO, N_("it is not an ordinary file; choose another one") },
  { ELOOP, N_("its links lead in a circle; choose another file") },
  { ENAMETOOLONG, N_("the name is too long; check the name") },
};

static const Cause save_causes[] = {
  { EDQUOT, N_("your share of the disk is used up; free some space or save to another "
               "place") },
  { EACCES, N_("you may not write there; save a copy in another place") },
  { EPERM, N_("you may not write there; save a copy in another place") },
  { EROFS, N_("it can only be read there; save a copy in another place") },
  { ENOENT, N_("its folder is not there; save to another place") },
  { ENOTDIR, N_("its folder is not there; save to another place") },
  { EISDIR, N_("there is a folder of that name; choose another name") },
  { ENXIO, N_("something of that name is not a file; choose another name") },
  { EINVAL, N_("the name is not allowed there; choose another name") },
  { ELOOP, N_("its links lead in a circle; choose another name") },
  { ENAMETOOLONG, N_("the name is too long; choose a shorter one") },
  { EFBIG, N_("it would be larger than a file may be here; save to another place") },
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
    return g_strdup (_("the disk is full; free some space or save to another place"));

  space = g_format_size ((guint64) disk.f_bavail * disk.f_frsize);
  return g_strdup_printf (_("the disk is full; %s are free; free some space or save to "
                            "another place"),
                          space);
}

void
ssm_file_set_open_error (GError **error, const char *path, int errnum)
{
  g_autofree char *name = ssm_quote_path (path);
  const char *cause = find_cause (open_causes, G_N_ELEMENTS (open_causes), errnum);
  SsmIoError code = open_code (errnum);

  if (cause != NULL)
    g_set_error (error, SSM_IO_ERROR, code, "%s: %s", name, cause);
  else
    g_set_error (error, SSM_IO_ERROR, code,
                 _("%s: it could not be read (%s); try again, or use a copy"), name,
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
    cause = g_strdup_printf (_("it could not be saved (%s); try again, or save a copy in "
                              "another place"),
                             g_strerror (errnum));

  g_set_error (error, SSM_IO_ERROR, save_code (step, errnum),
               "%s: %s", name, cause);
}
