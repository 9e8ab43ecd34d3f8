/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-settings.h"

#include <gtk/gtk.h>

#include "ssm-resources.h"
#include "ssm-state.h"

#define STATE "state.ini"
#define INTERFACE "interface"
#define NEW_MAPS "new-maps"

static const char * const styles[] = { "system", "light", "dark", NULL };
static const char * const papers[] = { "A4", "Letter", NULL };

/* The one of @choices that is stored; NULL where there is none of them. */
static const char *
get_choice (const char *group, const char *key, const char * const *choices)
{
  g_autoptr (GKeyFile) file = ssm_state_load (STATE);
  g_autofree char *stored = g_key_file_get_string (file, group, key, NULL);

  for (guint i = 0; stored != NULL && choices[i] != NULL; i++)
    if (g_str_equal (choices[i], stored))
      return choices[i];

  return NULL;
}

static void
set_choice (const char *group, const char *key, const char *choice)
{
  g_autoptr (GKeyFile) file = ssm_state_load (STATE);

  g_key_file_set_string (file, group, key, choice);
  ssm_state_store (file, STATE);
}

const char *
ssm_settings_get_style (void)
{
  const char *style = get_choice (INTERFACE, "style", styles);

  return style != NULL ? style : styles[0];
}

void
ssm_settings_set_style (const char *style)
{
  set_choice (INTERFACE, "style", style);
}

const char *
ssm_settings_get_paper (void)
{
  const char *paper = get_choice (NEW_MAPS, "paper", papers);

  if (paper != NULL)
    return paper;

  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? papers[1]
                                                                            : papers[0];
}

void
ssm_settings_set_paper (const char *paper)
{
  set_choice (NEW_MAPS, "paper", paper);
}

const char *
ssm_settings_get_language (void)
{
  g_auto (GStrv) tags = ssm_resources_languages ();
  const char *tag = get_choice (NEW_MAPS, "language", (const char * const *) tags);

  return tag != NULL ? ssm_resources_find_language (tag) : NULL;
}

void
ssm_settings_set_language (const char *tag)
{
  set_choice (NEW_MAPS, "language", tag != NULL ? tag : "");
}
