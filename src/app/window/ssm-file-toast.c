/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-file-toast.h"

#include <glib/gi18n-lib.h>

void
ssm_file_toast (SsmWindow *window, const char *words, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (uri));
  g_autofree char *action = g_action_print_detailed_name ("win.show-uri", target);

  ssm_window_toast (window, words, _ ("Open"), action);
}
