/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts that become lines of text, and lines that become parts. */

#include "ssm-commands-private.h"

#include <glib/gi18n-lib.h>

#include "ssm-map-edit.h"

SsmCommand *
ssm_command_insert_criteria (SsmMap *map, const char *stage, SsmList list, guint index,
                             const char * const *texts)
{
  g_autoptr (SsmMap) changed = ssm_part_ref (map);
  g_autofree char *last = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *id = NULL;
      SsmMap *next
        = ssm_map_with_criterion_added (changed, stage, list, index + i, texts[i], &id);

      ssm_part_unref (changed);
      changed = next;
      if (id != NULL)
        {
          g_free (last);
          last = g_steal_pointer (&id);
        }
    }

  if (last == NULL)
    return ssm_command_new (g_steal_pointer (&changed), "", stage, SSM_FIELD_NONE, list);
  return ssm_command_new (g_steal_pointer (&changed), _("Paste criteria"), last,
                      SSM_CRITERION_TEXT, SSM_LIST_NONE);
}

static void
append_line (GString *out, const char *text)
{
  if (*text != '\0')
    g_string_append_printf (out, "%s\n", text);
}

static void
append_list (GString *out, const SsmPart *stage, SsmList list)
{
  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    append_line (out, ssm_part_text (ssm_part_child (stage, list, i), SSM_CRITERION_TEXT));
}

static void
append_stage (GString *out, const SsmMap *map, const SsmPart *stage)
{
  append_line (out, ssm_part_text (stage, SSM_STAGE_NAME));
  append_line (out, ssm_part_text (stage, SSM_STAGE_DOES));
  append_list (out, stage, SSM_LIST_ENTRY);
  append_list (out, stage, SSM_LIST_EXIT);
  append_line (out, ssm_part_text (ssm_map_outcome (map, stage), SSM_DEFINITION_TERM));
}

char *
ssm_command_copy_text (const SsmMap *map, const char *id, SsmField field, SsmList list)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const SsmPart *part = ssm_map_find (map, id);

  if (part == NULL && g_strcmp0 (id, ssm_part_id (map)) == 0)
    part = map;
  if (part == NULL)
    return g_strdup ("");

  if (field == SSM_STAGE_OUTCOME)
    append_line (out, ssm_part_text (ssm_map_outcome (map, part), SSM_DEFINITION_TERM));
  else if (field != SSM_FIELD_NONE)
    append_line (out, part == map ? ssm_map_text (map, field) : ssm_part_text (part, field));
  else if (list != SSM_LIST_NONE)
    append_list (out, part, list);
  else if (ssm_part_kind (part) == SSM_KIND_STAGE)
    append_stage (out, map, part);

  /* One line goes into other texts without a line break at its end. */
  if (out->len > 0)
    g_string_truncate (out, out->len - 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
