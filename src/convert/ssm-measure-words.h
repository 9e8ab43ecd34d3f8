/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was measured, in words, for the terminal and the window alike. */

#pragma once

#include "ssm-measure.h"

G_BEGIN_DECLS

/* What the deals or rows of a note are: "Deals opened again after they were closed", to stand
 * beside their number. Translated. */
const char *ssm_measure_note_title (SsmMeasureNoteKind kind);

/* (transfer full): "62% (92 of 148)", with a mark where the sample is small; "–" where there
 * is nothing to share. */
char *ssm_measure_ratio_words (SsmRatio ratio);

/* (transfer full): "14 days", "0.5 days"; "–" where @days is not known. */
char *ssm_measure_days_words (double days);

/* (transfer full): the median of those that still last, too; "> 138 days" where more than
 * half last longer than any was seen to. */
char *ssm_measure_survival_words (const SsmStayFigures *figures);

/* (transfer full): "84000.5 EUR", to two decimals. */
char *ssm_measure_money_words (SsmMoney money, const char *currency);

/* (transfer full): "3.1× (…)", or why there is none. */
char *ssm_measure_coverage_words (const SsmCoverageFigures *coverage);

/* (transfer full): all of it, in lines. */
char *ssm_measure_to_text (const SsmMeasure *measure);

G_END_DECLS
