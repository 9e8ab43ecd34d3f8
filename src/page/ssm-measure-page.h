/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measurement → page: what was measured on one sheet, to be looked at, printed or sent. */

#pragma once

#include "ssm-map-page.h"
#include "ssm-measure.h"

G_BEGIN_DECLS

/* (transfer full); always one page: many stages are set smaller, and the last ones left out
 * where that is not enough. @source: where the data came from, without its folder, or NULL.
 * @options: NULL for the map's own paper, which lies on its long side unless they say
 * otherwise; of them, paper and theme count. Each figure is an area whose label tells it with
 * its two numbers and the day. */
SsmPage *ssm_measure_page_new (const SsmMeasure *measure, const char *source,
                               const SsmPageOptions *options);

G_END_DECLS
