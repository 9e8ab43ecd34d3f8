/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on whole stages. */

#include "ssm-commands-private.h"

#include <glib/gi18n-lib.h>

#include "ssm-map-edit.h"
#include "ssm-resources.h"

SsmCommand *
ssm_command_insert_stage (SsmMap *map, const char *id, gboolean after)
{
  g_autofree char *new_id = NULL;
  guint index = ssm_map_n_stages (map);
  const SsmLanguage *words = ssm_resources_words (ssm_map_language (map));
  SsmMap *changed;

  if (ssm_map_stage_of (map, id, &index) != NULL)
    index += after ? 1 : 0;

  changed = ssm_map_with_stage_added (map, index, ssm_language_label (words, "new-stage"),
                                      &new_id);
  return ssm_command_new (changed, _("Insert stage"), new_id != NULL ? new_id : id,
                      new_id != NULL ? SSM_STAGE_NAME : SSM_FIELD_NONE, SSM_LIST_NONE);
}

SsmCommand *
ssm_command_colour_stage (SsmMap *map, const char *id, guint colour)
{
  char digit[] = { '0' + (char) colour, '\0' };

  g_return_val_if_fail (colour <= 8, NULL);

  return ssm_command_new (ssm_map_with_text (map, id, SSM_STAGE_COLOUR, colour > 0 ? digit : ""),
                      _("Colour stage"), id, SSM_FIELD_NONE, SSM_LIST_NONE);
}

/* Where a whole stage is split: in the middle of its "Leave when", the first part getting
 * the odd one. */
static guint
middle (const SsmPart *stage)
{
  return (ssm_part_n_children (stage, SSM_LIST_EXIT) + 1) / 2;
}

SsmCommand *
ssm_command_split_stage (SsmMap *map, const char *id)
{
  const SsmPart *stage = ssm_map_stage_of (map, id, NULL);
  g_autofree char *new_id = NULL;
  SsmPosition position;
  SsmMap *split;

  if (stage == NULL || !ssm_map_locate (map, id, &position))
    return ssm_command_nothing (map, id);
  if (position.parent != stage)
    position = (SsmPosition) { NULL, SSM_LIST_EXIT, middle (stage) };

  split = ssm_map_with_stage_split (map, ssm_part_id (stage), position.list, position.index,
                                    &new_id);
  return ssm_command_new (split, _("Split stage"), new_id != NULL ? new_id : id,
                          new_id != NULL ? SSM_STAGE_NAME : SSM_FIELD_NONE, SSM_LIST_NONE);
}

SsmCommand *
ssm_command_join_stages (SsmMap *map, const char *id)
{
  const SsmPart *stage = ssm_map_stage_of (map, id, NULL);

  if (stage == NULL)
    return ssm_command_nothing (map, id);

  return ssm_command_new (ssm_map_with_stages_joined (map, ssm_part_id (stage)),
                          _("Join stages"), ssm_part_id (stage), SSM_STAGE_NAME,
                          SSM_LIST_NONE);
}
