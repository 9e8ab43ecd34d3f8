/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scripts and git rely on these numbers. */

#include "ssm-io-error.h"

static const struct
{
  SsmIoError code;
  int status;
} cases[] = {
  { SSM_IO_ERROR_BAD_INPUT, 65 },
  { SSM_IO_ERROR_NEWER, 65 },
  { SSM_IO_ERROR_TOO_BIG, 65 },
  { SSM_IO_ERROR_CANNOT_OPEN, 66 },
  { SSM_IO_ERROR_INTERNAL, 70 },
  { SSM_IO_ERROR_OUT_OF_MEMORY, 71 },
  { SSM_IO_ERROR_CANNOT_CREATE, 73 },
  { SSM_IO_ERROR_FAILED, 74 },
  { SSM_IO_ERROR_HARD_LINKED, 74 },
  { SSM_IO_ERROR_CHANGED, 75 },
  { SSM_IO_ERROR_MAYBE_NOT_DURABLE, 76 },
  { SSM_IO_ERROR_NO_PERMISSION, 77 },
  { SSM_IO_ERROR_CANNOT_MERGE, 129 },
};

static void
test_statuses (void)
{
  g_autoptr (GError) other = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_IO, "other");

  g_assert_cmpuint (G_N_ELEMENTS (cases), ==, SSM_IO_ERROR_LAST + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (SSM_IO_ERROR, cases[i].code, "x");

      g_assert_cmpint (ssm_io_error_exit_status (error), ==, cases[i].status);
    }
  g_assert_cmpint (ssm_io_error_exit_status (NULL), ==, 0);
  g_assert_cmpint (ssm_io_error_exit_status (other), ==, 70);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io-error/statuses", test_statuses);
  return g_test_run ();
}
