/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-excerpt.h"

#define MAX_CHARACTERS 400

char *
ssm_excerpt (const char *text)
{
  const char *end = text;

  for (guint i = 0; i < MAX_CHARACTERS && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  return *end == '\0' ? g_strdup (text)
                      : g_strdup_printf ("%.*s…", (int) (end - text), text);
}

void
ssm_excerpt_show (GtkLabel *label, const char *text)
{
  g_autofree char *beginning = ssm_excerpt (text);

  gtk_label_set_text (label, beginning);
}
