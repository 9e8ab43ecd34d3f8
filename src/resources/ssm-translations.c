/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-translations.h"

#include <libintl.h>

void
ssm_translations_bind (void)
{
  const char *folder = g_getenv ("TEXTDOMAINDIR");

  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
