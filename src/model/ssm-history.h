/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo as a list of values, of a map or of a deal book: no edit ever brings undo code with
 * it. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

typedef struct _SsmHistory SsmHistory;

/* Starts with @root as the only value. */
SsmHistory *ssm_history_new  (SsmPart *root);
void        ssm_history_free (SsmHistory *history);

/* The value shown now, owned by the history. */
SsmPart *ssm_history_current (SsmHistory *history);

/* Makes @root the current value and forgets what was undone. @label names the step for the
 * undo menu, translated. A non-NULL @merge_key equal to that of the current step replaces
 * the current value and its label, so that typing into one text is one step. Pushing the
 * current value does nothing. */
void ssm_history_push (SsmHistory *history, SsmPart *root, const char *label,
                       const char *merge_key);

/* Whether a push with @merge_key would go on with the current step. */
gboolean ssm_history_is_merging (SsmHistory *history, const char *merge_key);

/* Where in the current value the person is: a step remembers where it was taken. A part
 * that the value does not have, being written only now, is no place yet; "" is nowhere. */
void ssm_history_set_place (SsmHistory *history, const SsmPlaceInMap *place);

/* Where the step was taken that was undone or done again last, owned by the history; an id
 * of "" or NULL where that is not known. */
const SsmPlaceInMap *ssm_history_get_step_place (SsmHistory *history);

/* The next push makes a step of its own. */
void ssm_history_end_merge (SsmHistory *history);

/* The label of the step that undo or redo would take, or NULL where there is none. */
const char *ssm_history_undo_label (SsmHistory *history);
const char *ssm_history_redo_label (SsmHistory *history);

/* The value that is current then, or NULL where there is none. */
SsmPart *ssm_history_undo (SsmHistory *history);
SsmPart *ssm_history_redo (SsmHistory *history);

/* Steps kept; older ones are forgotten. A step of a very large book takes memory by the
 * number of its deals, and fewer are kept: at least SSM_HISTORY_LEAST. */
#define SSM_HISTORY_CAP 500
#define SSM_HISTORY_LEAST 30

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmHistory, ssm_history_free)

G_END_DECLS
