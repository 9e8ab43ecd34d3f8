/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes as whole lines: one to be heard, and the list that a terminal shows. */

#include "ssm-change-words.h"

#include <glib/gi18n-lib.h>

#include "ssm-line.h"
#include "ssm-word-diff.h"

char *
ssm_change_sentence (const SsmDiff *diff, const SsmChange *change)
{
  g_autofree char *before = ssm_change_before (diff, change);
  g_autofree char *after = ssm_change_after (diff, change);
  g_autofree char *subject = ssm_change_subject (diff, change);
  g_autofree char *place = NULL;

  /* Translators: what of what has changed, “Proof of “Pain in their words”” */
  place = subject != NULL ? g_strdup_printf (_("%s of “%s”"), ssm_change_place (change), subject)
                          : g_strdup (ssm_change_place (change));
  if (change->kind == SSM_CHANGE_MOVED)
    return g_strdup_printf ("%s: %s", place, after);
  if (before != NULL && after != NULL)
    return g_strdup_printf (_("%s, changed: “%s”, now “%s”"), place, before, after);
  if (after != NULL)
    return g_strdup_printf (_("%s, added: “%s”"), place, after);
  if (before != NULL)
    return g_strdup_printf (_("%s, removed: “%s”"), place, before);
  return g_strdup_printf (_("%s, changed"), place);
}

static void
append_words (GString *text, const char *before, const char *after)
{
  static const char *const signs[][2] = { [SSM_WORDS_SAME] = { "", "" },
                                          [SSM_WORDS_REMOVED] = { "[-", "-]" },
                                          [SSM_WORDS_ADDED] = { "{+", "+}" } };
  g_autoptr (GPtrArray) pieces = ssm_word_diff (before, after);

  for (guint i = 0; i < pieces->len; i++)
    {
      const SsmWords *words = g_ptr_array_index (pieces, i);

      g_string_append (text, signs[words->kind][0]);
      g_string_append (text, words->text);
      g_string_append (text, signs[words->kind][1]);
    }
}

static void
append_change (GString *text, const SsmDiff *diff, const SsmChange *change)
{
  g_autofree char *before = ssm_change_before (diff, change);
  g_autofree char *after = ssm_change_after (diff, change);
  g_autofree char *subject = ssm_change_subject (diff, change);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *clean = NULL;

  g_string_append_printf (line, "%s %s", ssm_change_mark (change), ssm_change_place (change));
  if (subject != NULL)
    g_string_append_printf (line, " (%s)", subject);
  if (before != NULL || after != NULL)
    g_string_append (line, ": ");
  if (change->kind == SSM_CHANGE_CHANGED)
    append_words (line, before != NULL ? before : "", after != NULL ? after : "");
  else
    g_string_append (line, after != NULL ? after : before);
  clean = ssm_line (line->str);
  g_string_append_printf (text, "  %s\n", clean);
}

char *
ssm_diff_to_text (const SsmDiff *diff)
{
  GString *text = g_string_new (NULL);
  g_autofree char *last = NULL;

  for (guint i = 0; i < diff->changes->len; i++)
    {
      const SsmChange *change = g_ptr_array_index (diff->changes, i);
      guint number;
      g_autofree char *section = ssm_change_section (diff, change, &number);
      g_autofree char *name = ssm_line (section);
      g_autofree char *heading = number > 0 ? g_strdup_printf ("%u %s", number, name)
                                            : g_strdup (name);

      if (g_strcmp0 (heading, last) != 0)
        g_string_append_printf (text, "%s%s\n", last != NULL ? "\n" : "", heading);
      append_change (text, diff, change);
      g_free (last);
      last = g_steal_pointer (&heading);
    }
  return g_string_free (text, FALSE);
}
