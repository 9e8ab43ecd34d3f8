/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done about a finding of the lint without asking anybody. */

#pragma once

#include "ssm-check.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_REPAIR_NONE,
  SSM_REPAIR_SPLIT,         /* two criteria in one: each gets a line of its own */
  SSM_REPAIR_DEFINE,        /* the word gets a place among the definitions */
  SSM_REPAIR_MOVE_TO_ENTRY, /* the criterion goes where there are too few */
  SSM_REPAIR_MOVE_TO_EXIT,
  SSM_REPAIR_LOST_PATH,     /* the stage becomes the path of lost deals */
  SSM_REPAIR_REMOVE_DOUBLE  /* the second of two equal criteria goes */
} SsmRepair;

/* What would mend @finding; @selected, the id of a criterion or "", is what would move
 * where a whole stage is meant. */
SsmRepair ssm_repair_find (const SsmMap *map, const SsmFinding *finding,
                           const char *selected, const SsmLanguage *language);

/* (transfer full): @map with that done, or the same one referenced where it cannot be.
 * @out_id, (transfer full), is what there is to look at afterwards. */
SsmMap *ssm_map_repaired (SsmMap *map, const SsmFinding *finding, const char *selected,
                          const SsmLanguage *language, char **out_id);

G_END_DECLS
