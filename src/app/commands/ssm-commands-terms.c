/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on the words that a team has agreed on. */

#include "ssm-commands-private.h"

#include <glib/gi18n-lib.h>

#include "ssm-map-edit.h"
#include "ssm-resources.h"
#include "ssm-xml-read.h"

/* Where people look for the words that everybody starts with. */
#define USUAL_TEMPLATE "b2b"

SsmCommand *
ssm_command_define (SsmMap *map, const char *term)
{
  const SsmPart *known = *term != '\0' ? ssm_map_definition_of (map, term) : NULL;
  g_autofree char *id = NULL;
  SsmMap *changed;

  if (known != NULL)
    return ssm_command_nothing (map, ssm_part_id (known));

  changed = ssm_map_with_definition_added (map, G_MAXUINT, term, &id);
  return ssm_command_new (changed, _("Add definition"), id, SSM_DEFINITION_TERM,
                          SSM_LIST_NONE);
}

/* Takes @map. */
static SsmMap *
with_copied (SsmMap *map, const SsmPart *definition)
{
  g_autoptr (SsmMap) before = map;
  g_autoptr (SsmMap) added = NULL;
  g_autoptr (SsmMap) written = NULL;
  g_autofree char *id = NULL;
  const char *term = ssm_part_text (definition, SSM_DEFINITION_TERM);

  if (ssm_map_definition_of (before, term) != NULL)
    return g_steal_pointer (&before);
  added = ssm_map_with_definition_added (before, G_MAXUINT, term, &id);
  written = ssm_map_with_text (added, id, SSM_DEFINITION_TEXT,
                               ssm_part_text (definition, SSM_DEFINITION_TEXT));
  return ssm_map_with_text (written, id, SSM_DEFINITION_ON_PAGE, "yes");
}

SsmCommand *
ssm_command_define_usual (SsmMap *map)
{
  g_autoptr (GBytes) bytes
    = ssm_resources_template (USUAL_TEMPLATE, ssm_map_language (map));
  g_autoptr (SsmMap) usual = ssm_xml_read (bytes, USUAL_TEMPLATE, NULL, NULL);
  SsmMap *changed = ssm_part_ref (map);
  guint n = ssm_part_n_children (map, SSM_LIST_DEFINITIONS);

  for (guint i = 0; i < ssm_part_n_children (usual, SSM_LIST_DEFINITIONS); i++)
    {
      const SsmPart *definition = ssm_part_child (usual, SSM_LIST_DEFINITIONS, i);

      if (ssm_part_flag (definition, SSM_DEFINITION_ON_PAGE))
        changed = with_copied (changed, definition);
    }
  if (changed == map)
    return ssm_command_new (changed, "", "", SSM_FIELD_NONE, SSM_LIST_NONE);
  return ssm_command_new (changed, _("Add the usual definitions"),
                          ssm_part_id (ssm_part_child (changed, SSM_LIST_DEFINITIONS, n)),
                          SSM_FIELD_NONE, SSM_LIST_NONE);
}

/* (transfer full): "Pain named; cost known", or NULL where nothing is said yet. */
static char *
join_exits (const SsmPart *stage)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) joined = NULL;

  for (guint i = 0; i < ssm_part_n_children (stage, SSM_LIST_EXIT); i++)
    g_strv_builder_add (texts, ssm_part_text (ssm_part_child (stage, SSM_LIST_EXIT, i),
                                              SSM_CRITERION_TEXT));
  joined = g_strv_builder_end (texts);
  return joined[0] != NULL ? g_strjoinv ("; ", joined) : NULL;
}

SsmCommand *
ssm_command_fill_definitions (SsmMap *map)
{
  SsmMap *changed = ssm_part_ref (map);

  if (ssm_part_n_children (map, SSM_LIST_DEFINITIONS) == 0)
    {
      g_autoptr (SsmCommand) usual = ssm_command_define_usual (map);

      ssm_part_unref (changed);
      changed = ssm_part_ref (usual->map);
    }
  for (guint i = 0; i < ssm_map_n_stages (changed); i++)
    {
      const SsmPart *stage = ssm_map_stage (changed, i);
      const SsmPart *definition = ssm_map_outcome (changed, stage);
      g_autofree char *text = join_exits (stage);
      g_autoptr (SsmMap) before = changed;

      if (definition == NULL || text == NULL
          || *ssm_part_text (definition, SSM_DEFINITION_TEXT) != '\0')
        {
          g_steal_pointer (&before);
          continue;
        }
      changed = ssm_map_with_text (before, ssm_part_id (definition), SSM_DEFINITION_TEXT, text);
    }
  return ssm_command_new (changed, _("Fill in definitions"), "", SSM_FIELD_NONE,
                          SSM_LIST_NONE);
}

SsmCommand *
ssm_command_pin (SsmMap *map, const char *id, gboolean pinned)
{
  return ssm_command_new (
    ssm_map_with_text (map, id, SSM_DEFINITION_ON_PAGE, pinned ? "yes" : ""),
    pinned ? _("Pin to the page") : _("Take off the page"), id, SSM_FIELD_NONE,
    SSM_LIST_NONE);
}

SsmCommand *
ssm_command_leave_stage (SsmMap *map, const char *id, const char *stage)
{
  SsmMap *changed = ssm_part_ref (map);

  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      g_autoptr (SsmMap) before = changed;
      const SsmPart *part = ssm_map_stage (map, i);
      const char *outcome = ssm_part_text (part, SSM_STAGE_OUTCOME);
      gboolean wanted = g_strcmp0 (ssm_part_id (part), stage) == 0;

      if (!wanted && g_str_equal (outcome, id))
        outcome = "";
      changed = ssm_map_with_text (before, ssm_part_id (part), SSM_STAGE_OUTCOME,
                                   wanted ? id : outcome);
    }
  return ssm_command_new (changed, _("Edit outcome"), id, SSM_FIELD_NONE, SSM_LIST_NONE);
}
