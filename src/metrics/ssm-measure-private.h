/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what was counted to what is shown, a part of the measurement each. */

#pragma once

#include "ssm-measure-tally.h"

G_BEGIN_DECLS

void ssm_measure_fill_stages   (SsmMeasure *measure, SsmMeasureTally *tally);
void ssm_measure_fill_cycle    (SsmMeasure *measure, SsmMeasureTally *tally);

/* After cycle, because it takes the ages out of @tally. */
void ssm_measure_fill_wins     (SsmMeasure *measure, SsmMeasureTally *tally);

/* After all these. */
void ssm_measure_fill_money    (SsmMeasure *measure, const SsmMeasureTally *tally);

/* After money. */
void ssm_measure_fill_coverage (SsmMeasure *measure, SsmMeasureTally *tally,
                                const SsmMeasureOptions *options);
void ssm_measure_fill_reasons  (SsmMeasure *measure, const SsmMeasureTally *tally);

/* Whether enough is known to say what a deal's stage makes of it. */
gboolean ssm_measure_knows_chances (const SsmMeasure *measure, const SsmMeasureTally *tally);

/* Adds up the open deals of a currency by the chance of their stage: the share of those that
 * got as far and were won. FALSE where the sum is too large. */
gboolean ssm_measure_weigh (const SsmMeasureTally *tally, guint currency, gboolean for_quota,
                            SsmMoney *sum);

/* Frees what filling in reasons made. */
void ssm_measure_clear_reasons (SsmMeasure *measure);

/* Takes the ages out of @ages, oldest first. */
SsmDealAge *ssm_measure_take_ages (GArray *ages, guint *n);

/* How many of @n ages, oldest first, are more than @limit. */
guint ssm_measure_count_over (const SsmDealAge *ages, guint n, double limit);

/* The word of the pipeline whose currency figures @index of @measure is. */
guint ssm_measure_currency (const SsmMeasure *measure, guint index);

G_END_DECLS
