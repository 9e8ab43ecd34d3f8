/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures in the map they are about, where the page shows them with their day. */

#pragma once

#include "ssm-measure.h"

G_BEGIN_DECLS

/* (transfer full): @map with the figures of @measure in place of those it had; the same map
 * where they are equal. @source: where the data came from, without its folder, or NULL. */
SsmMap *ssm_measure_to_map (const SsmMeasure *measure, const SsmMap *map,
                            const char *source);

G_END_DECLS
