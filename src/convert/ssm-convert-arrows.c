/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one-line notation people use in a chat. Only what would be read as a sign of the
 * notation is escaped, so that ordinary words stay ordinary: parentheses that match are
 * left alone in a criterion, because there they can be told apart. */

#include "ssm-convert.h"

#include <string.h>

#include "ssm-line.h"
#include "ssm-read-private.h"

#define ARROW "→"

static gboolean
parentheses_match (const char *text)
{
  int depth = 0;

  for (; *text != '\0' && depth >= 0; text++)
    depth += *text == '(' ? 1 : *text == ')' ? -1 : 0;
  return depth == 0;
}

static void
append_escaped (GString *arrows, const char *text, gboolean escape_parentheses)
{
  g_autofree char *line = ssm_line (text);

  for (const char *p = line; *p != '\0'; p++)
    {
      if (ssm_arrow_length (line, p) > 0 || *p == '\\' || ssm_parts_criteria (line, p)
          || (escape_parentheses && (*p == '(' || *p == ')')))
        g_string_append_c (arrows, '\\');
      g_string_append_c (arrows, *p);
    }
}

static void
append_stage (GString *arrows, const SsmPart *stage)
{
  const char *separator = " (";

  append_escaped (arrows, ssm_part_text (stage, SSM_STAGE_NAME), TRUE);
  for (guint i = 0; i < ssm_part_n_children (stage, SSM_LIST_EXIT); i++)
    {
      const SsmPart *criterion = ssm_part_child (stage, SSM_LIST_EXIT, i);
      const char *text = ssm_part_text (criterion, SSM_CRITERION_TEXT);

      if (*text == '\0')
        continue;
      g_string_append (arrows, separator);
      append_escaped (arrows, text, !parentheses_match (text));
      separator = " + ";
    }
  if (g_str_equal (separator, " + "))
    g_string_append_c (arrows, ')');
}

char *
ssm_map_to_arrows (const SsmMap *map)
{
  GString *arrows = g_string_new (NULL);

  g_return_val_if_fail (map != NULL, g_string_free (arrows, FALSE));

  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      if (i > 0)
        g_string_append (arrows, " " ARROW " ");
      append_stage (arrows, ssm_map_stage (map, i));
    }
  g_string_append_c (arrows, '\n');
  return g_string_free (arrows, FALSE);
}
