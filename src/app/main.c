/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window program. Says in a sentence when there is no display, and ends by the signal
 * that asked it to, so that scripts and session managers see what happened. */

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

#include "ssm-application.h"
#include "ssm-translations.h"

/* As sysexits.h has it: a service that is needed is not there. */
#define EXIT_UNAVAILABLE 69

static gboolean
wants_no_display (int argc, char **argv)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "--version") || g_str_equal (argv[i], "-h")
        || g_str_has_prefix (argv[i], "--help"))
      return TRUE;
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (SsmApplication) application = NULL;
  int status;

  setlocale (LC_ALL, "");
  ssm_translations_bind ();

  if (!wants_no_display (argc, argv) && !gtk_init_check ())
    {
      g_printerr ("%s: %s\n", g_get_prgname () != NULL ? g_get_prgname () : argv[0],
                  _ ("There is no display to open a window on; use the command salesmap "
                     "to work without one."));
      return EXIT_UNAVAILABLE;
    }
  application = ssm_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  if (ssm_application_get_signal (application) != 0)
    {
      signal (ssm_application_get_signal (application), SIG_DFL);
      raise (ssm_application_get_signal (application));
    }
  return status;
}
