/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits: agenda → agenda, (transfer full), the same one referenced where nothing changes. A
 * @step that there is not changes nothing. */

#pragma once

#include "ssm-agenda.h"

G_BEGIN_DECLS

/* @agenda for @map, as long as it was: with a step for each stage of @map. A step goes to
 * the stage it was made for, else to the stages of its block; a stage that it does not know
 * comes behind the one before it, with its time; steps for which the map has no stage are
 * left out. */
SsmAgenda *ssm_agenda_fit (SsmAgenda *agenda, const SsmMap *map);

SsmAgenda *ssm_agenda_with_title          (SsmAgenda *agenda, const char *title);
SsmAgenda *ssm_agenda_with_silent_seconds (SsmAgenda *agenda, guint seconds);
SsmAgenda *ssm_agenda_with_step_on        (SsmAgenda *agenda, guint step, gboolean on);
SsmAgenda *ssm_agenda_with_step_seconds   (SsmAgenda *agenda, guint step, guint seconds);

/* @prompts: one a line; blank ones are dropped. */
SsmAgenda *ssm_agenda_with_step_prompts (SsmAgenda *agenda, guint step, const char *prompts);

/* @to: counted with the step taken out. */
SsmAgenda *ssm_agenda_with_step_moved (SsmAgenda *agenda, guint step, guint to);

/* All steps that are on take @seconds together, each its share as before. */
SsmAgenda *ssm_agenda_with_seconds (SsmAgenda *agenda, guint seconds);

G_END_DECLS
