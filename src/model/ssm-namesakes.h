/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which stages of two maps are meant to be the same: by their names, or by what names of one
 * of the seven blocks are usual, as "Prospecting" is one of Sourcing. The usual names are
 * data of the languages. */

#pragma once

#include "ssm-language.h"
#include "ssm-map.h"

G_BEGIN_DECLS

/* The block, one of ssm_blocks, that a stage called @name is; NULL for any other name.
 * @languages: NULL terminated. */
const char *ssm_block_named (const char *name, const SsmLanguage * const *languages);

/* (transfer full): for each stage of @fragment the index of the stage of @map which it could
 * fill, as that one says no more than its name; else -1. @n_found: how many have one. */
int *ssm_map_find_empty_namesakes (const SsmMap *map, const SsmMap *fragment,
                                   const SsmLanguage * const *languages, guint *n_found);

G_END_DECLS
