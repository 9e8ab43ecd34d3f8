/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-repair-command.h"

#include <glib/gi18n-lib.h>

#include "ssm-commands-private.h"

const char *
ssm_repair_label (SsmRepair repair)
{
  switch (repair)
    {
    case SSM_REPAIR_SPLIT:
      return _ ("Split in Two");
    case SSM_REPAIR_DEFINE:
      return _ ("Define This Term");
    case SSM_REPAIR_MOVE_TO_ENTRY:
      return _ ("Move to Enter When");
    case SSM_REPAIR_MOVE_TO_EXIT:
      return _ ("Move to Leave When");
    case SSM_REPAIR_LOST_PATH:
      return _ ("Make It the Path");
    case SSM_REPAIR_REMOVE_DOUBLE:
      return _ ("Remove the Double");
    case SSM_REPAIR_NONE:
    default:
      return NULL;
    }
}

/* The name of the step, as in "Undo: Split criterion". */
static const char *
step_label (SsmRepair repair)
{
  switch (repair)
    {
    case SSM_REPAIR_SPLIT:
      return _ ("Split criterion");
    case SSM_REPAIR_DEFINE:
      return _ ("Define term");
    case SSM_REPAIR_LOST_PATH:
      return _ ("Make lost path of stage");
    case SSM_REPAIR_REMOVE_DOUBLE:
      return _ ("Remove the double");
    case SSM_REPAIR_MOVE_TO_ENTRY:
    case SSM_REPAIR_MOVE_TO_EXIT:
    case SSM_REPAIR_NONE:
    default:
      return _ ("Move criterion");
    }
}

SsmCommand *
ssm_command_repair (SsmMap *map, const SsmFinding *finding, const char *selected,
                    const SsmLanguage *language)
{
  SsmRepair repair = ssm_repair_find (map, finding, selected, language);
  g_autofree char *id = NULL;
  SsmMap *mended = ssm_map_repaired (map, finding, selected, language, &id);
  const SsmPart *part = id != NULL ? ssm_map_find (mended, id) : NULL;
  gboolean criterion = part != NULL && ssm_part_kind (part) == SSM_KIND_CRITERION;

  return ssm_command_new (mended, step_label (repair), id != NULL ? id : selected,
                          criterion ? SSM_CRITERION_TEXT : SSM_FIELD_NONE, SSM_LIST_NONE);
}
