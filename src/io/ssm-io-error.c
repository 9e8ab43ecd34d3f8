/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one table that joins error codes to exit statuses. */

#include "ssm-io-error.h"

G_DEFINE_QUARK (ssm-io-error-quark, ssm_io_error)

static const int exit_statuses[] = {
  [SSM_IO_ERROR_BAD_INPUT] = 65,
  [SSM_IO_ERROR_NEWER] = 65,
  [SSM_IO_ERROR_TOO_BIG] = 65,
  [SSM_IO_ERROR_CANNOT_OPEN] = 66,
  [SSM_IO_ERROR_INTERNAL] = 70,
  [SSM_IO_ERROR_OUT_OF_MEMORY] = 71,
  [SSM_IO_ERROR_CANNOT_CREATE] = 73,
  [SSM_IO_ERROR_FAILED] = 74,
  [SSM_IO_ERROR_HARD_LINKED] = 74,
  [SSM_IO_ERROR_CHANGED] = 75,
  [SSM_IO_ERROR_MAYBE_NOT_DURABLE] = 76,
  [SSM_IO_ERROR_NO_PERMISSION] = 77,
  [SSM_IO_ERROR_CANNOT_MERGE] = 129,
};

G_STATIC_ASSERT (G_N_ELEMENTS (exit_statuses) == SSM_IO_ERROR_LAST + 1);

int
ssm_io_error_exit_status (const GError *error)
{
  if (error == NULL)
    return 0;
  if (error->domain != SSM_IO_ERROR)
    return exit_statuses[SSM_IO_ERROR_INTERNAL];

  g_return_val_if_fail (error->code >= 0 && error->code <= SSM_IO_ERROR_LAST, 70);
  return exit_statuses[error->code];
}
