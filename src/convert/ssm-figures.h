/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was measured and what is aimed at, as words. A ratio is never without its two
 * numbers. */

#pragma once

#include "ssm-language.h"
#include "ssm-map.h"

G_BEGIN_DECLS

/* (transfer full): "62% move on (92 / 148), median 14 d"; NULL where nothing was measured. */
char *ssm_figures_of_stage (const SsmMap *map, const SsmPart *stage,
                            const SsmLanguage *language);

/* (transfer full): "24% (17 / 70), target 25%"; "" where there is neither. */
char *ssm_figures_of_measure (const SsmMap *map, const SsmPart *measure,
                              const SsmLanguage *language);

/* (transfer full): "Win rate"; the measure's own kind where it is none of the known. */
char *ssm_figures_name (const SsmPart *measure, const SsmLanguage *language);

/* How often the reason was counted, or -1 where nothing was measured. */
int ssm_figures_count (const SsmMap *map, const SsmPart *reason);

G_END_DECLS
