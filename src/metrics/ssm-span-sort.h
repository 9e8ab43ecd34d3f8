/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorting durations, of which a million are as quickly sorted as read: most tables have days
 * only, and those are counted. */

#pragma once

#include "ssm-stage-figures.h"

G_BEGIN_DECLS

/* Sorts milliseconds, none of them negative, the shortest first. */
void ssm_span_sort (gint64 *spans, guint n);

/* Sorts ages, which stand in the order of their deals, the oldest first and those of the same
 * age still in that order. */
void ssm_age_sort (SsmDealAge *ages, guint n);

G_END_DECLS
