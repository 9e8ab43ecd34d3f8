/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of one map by id. Looking one up in the map itself walks it from the start,
 * which for each of a thousand blocks at each keystroke is too slow. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

typedef struct _SsmMapIndex SsmMapIndex;

SsmMapIndex *ssm_map_index_new  (SsmMap *map);
void         ssm_map_index_free (SsmMapIndex *self);

SsmMap *ssm_map_index_get_map (const SsmMapIndex *self);

/* The part with @id, the map included, or NULL. */
const SsmPart *ssm_map_index_find (const SsmMapIndex *self, const char *id);

/* The stage that is or holds the part @id, or NULL; @position is its place. */
const SsmPart *ssm_map_index_stage (const SsmMapIndex *self, const char *id,
                                    guint *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmMapIndex, ssm_map_index_free)

G_END_DECLS
