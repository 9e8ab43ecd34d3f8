/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tag under a stage ("It is now a Lead") is the term of a definition; writing on the
 * tag therefore chooses, makes or renames definitions. */

#include "ssm-map-edit.h"

#include "ssm-clean.h"

#include <string.h>

/* A definition that exists only because the tag of this one stage was typed. */
static gboolean
is_provisional (const SsmMap *map, const SsmPart *definition)
{
  guint uses = 0;

  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    uses += strcmp (ssm_part_text (ssm_map_stage (map, i), SSM_STAGE_OUTCOME),
                    ssm_part_id (definition))
            == 0;

  return uses == 1 && *ssm_part_text (definition, SSM_DEFINITION_TEXT) == '\0'
         && !ssm_part_flag (definition, SSM_DEFINITION_ON_PAGE)
         && ssm_part_n_foreign (definition) == 0;
}

/* Takes @map; points the stage to @definition and drops what was there if only typed. */
static SsmMap *
with_outcome_id (SsmMap *map, const char *stage, const SsmPart *old, const char *definition)
{
  g_autoptr (SsmMap) before = map;
  g_autoptr (SsmMap) pointed
    = ssm_map_with_text (before, stage, SSM_STAGE_OUTCOME, definition);

  if (old != NULL && is_provisional (before, old))
    return ssm_map_with_part_removed (pointed, ssm_part_id (old));

  return g_steal_pointer (&pointed);
}

/* Where the definition @id stands in the list, or -1. */
static int
find_definition (const SsmMap *map, const char *id)
{
  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_DEFINITIONS); i++)
    {
      if (strcmp (ssm_part_id (ssm_part_child (map, SSM_LIST_DEFINITIONS, i)), id) == 0)
        return (int) i;
    }

  return -1;
}

/* Definitions are read in the order of the process: behind that of the stage before, or
 * else in front of that of the stage behind. */
static guint
place_of_outcome (const SsmMap *map, const char *stage_id)
{
  guint own = 0, n = ssm_map_n_stages (map);

  while (own < n && strcmp (ssm_part_id (ssm_map_stage (map, own)), stage_id) != 0)
    own++;
  for (guint i = own; i > 0; i--)
    {
      int place = find_definition (map, ssm_part_text (ssm_map_stage (map, i - 1),
                                                       SSM_STAGE_OUTCOME));

      if (place >= 0)
        return (guint) place + 1;
    }
  for (guint i = own + 1; i < n; i++)
    {
      int place = find_definition (map, ssm_part_text (ssm_map_stage (map, i),
                                                       SSM_STAGE_OUTCOME));

      if (place >= 0)
        return (guint) place;
    }

  return G_MAXUINT;
}

SsmMap *
ssm_map_with_outcome (SsmMap *map, const char *stage_id, const char *term)
{
  SsmPart *stage = ssm_map_find (map, stage_id);
  g_autofree char *clean = ssm_clean_text (term, TRUE);
  g_autofree char *new_id = NULL;
  SsmPart *old, *known;

  if (stage == NULL || ssm_part_kind (stage) != SSM_KIND_STAGE)
    return ssm_part_ref (map);

  old = ssm_map_outcome (map, stage);
  if (*clean == '\0')
    return with_outcome_id (ssm_part_ref (map), stage_id, old, "");

  known = ssm_map_definition_of (map, clean);
  if (known != NULL && known != old)
    return with_outcome_id (ssm_part_ref (map), stage_id, old, ssm_part_id (known));
  if (old != NULL && (known == old || is_provisional (map, old)))
    return ssm_map_with_text (map, ssm_part_id (old), SSM_DEFINITION_TERM, clean);

  map = ssm_map_with_definition_added (map, place_of_outcome (map, stage_id), clean,
                                       &new_id);
  return with_outcome_id (map, stage_id, old, new_id);
}
