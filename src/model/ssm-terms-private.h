/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ssm-terms.h"

G_BEGIN_DECLS

/* (transfer full): @term as it stands for several; NULL where that is written the same. */
char *ssm_term_plural (const char *term, gboolean english);

/* TRUE where the map is in English, whose plurals are formed by rule. */
gboolean ssm_terms_are_english (const SsmMap *map);

/* Calls @func for every use in reading order, also for what a definition says of itself. */
typedef void (*SsmTermUseFunc) (const SsmTermUse *use, gpointer data);
void ssm_map_foreach_use (const SsmMap *map, SsmTermUseFunc func, gpointer data);

G_END_DECLS
