/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between two maps, in words of the interface's language. */

#pragma once

#include "ssm-diff.h"

G_BEGIN_DECLS

/* "+", "−", "~", "↕", and what they mean: "Added". Static. */
const char *ssm_change_mark      (const SsmChange *change);
const char *ssm_change_mark_name (const SsmChange *change);

/* (transfer full): the heading under which it stands: "Discovery", "Definitions".
 * @number, if given: of the stage, from 1; 0 where it is about no stage. */
char *ssm_change_section (const SsmDiff *diff, const SsmChange *change, guint *number);

/* What has changed: "Leave when", "Proof", "Order". Static. */
const char *ssm_change_place (const SsmChange *change);

/* (transfer full): whose text has changed, where the text itself does not say it: the
 * criterion of a proof, the term of a definition; else NULL. */
char *ssm_change_subject (const SsmDiff *diff, const SsmChange *change);

/* (transfer full): what was there, and what is there now; NULL where nothing was or is.
 * What was moved says where to, and nothing of before. */
char *ssm_change_before (const SsmDiff *diff, const SsmChange *change);
char *ssm_change_after  (const SsmDiff *diff, const SsmChange *change);

/* (transfer full): all of it in a line, for those who hear it: "Leave when, changed: “Next
 * step captured”, now “Next step captured, with a date”". */
char *ssm_change_sentence (const SsmDiff *diff, const SsmChange *change);

/* (transfer full): all changes by section, a line each; "" where there are none. Words
 * that went stand in [- -], words that came in {+ +}. */
char *ssm_diff_to_text (const SsmDiff *diff);

G_END_DECLS
