/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a workshop goes through, in which order and for how long: a value like a map, saved
 * as a file of its own and good for any map. A step is of a block, and of one stage where it
 * was fitted to a map; definitions, self-check and export are steps, too. Reading only; see
 * ssm-agenda-edit.h for how one agenda becomes another. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

/* A part of kind SSM_KIND_AGENDA. */
typedef SsmPart SsmAgenda;

typedef enum
{
  SSM_STEP_IS_STAGE,
  SSM_STEP_IS_DEFINITIONS,
  SSM_STEP_IS_SELF_CHECK,
  SSM_STEP_IS_EXPORT
} SsmStepKind;

/* A plan of seven blocks takes this long; people set it from the least to the most. */
#define SSM_AGENDA_SECONDS (13 * 60)
#define SSM_AGENDA_MIN_MINUTES 10
#define SSM_AGENDA_MAX_MINUTES 15

/* Of one step, and of the silent writing. */
#define SSM_STEP_MIN_SECONDS 5
#define SSM_STEP_MAX_SECONDS 3600
#define SSM_SILENT_SECONDS 60

/* (transfer full): every stage of @map, then definitions, self-check and export, 13 minutes
 * in all. */
SsmAgenda *ssm_agenda_new (const SsmMap *map);

guint    ssm_agenda_n_steps (const SsmAgenda *agenda);
SsmPart *ssm_agenda_step    (const SsmAgenda *agenda, guint step);

/* All steps that are on, in seconds. */
guint ssm_agenda_seconds (const SsmAgenda *agenda);

/* How long silent writing takes. */
guint ssm_agenda_silent_seconds (const SsmAgenda *agenda);

SsmStepKind ssm_step_kind    (const SsmPart *step);
gboolean    ssm_step_is_on   (const SsmPart *step);
guint       ssm_step_seconds (const SsmPart *step);

/* The stage of @map that @step of an agenda fitted to it is about; NULL for other kinds. */
SsmPart *ssm_step_stage (const SsmPart *step, const SsmMap *map);

/* (transfer full): a step for @stage with the time and prompts of the step @like, which may
 * be NULL; not sealed. */
SsmPart *ssm_step_for_stage (const SsmPart *like, const SsmPart *stage);

/* (transfer full): what the facilitator wants to ask instead of what the script says, NULL
 * terminated; NULL where there is nothing. */
char **ssm_step_prompts (const SsmPart *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmAgenda, ssm_part_unref)

G_END_DECLS
