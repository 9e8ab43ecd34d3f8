/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small map for tests, and its outline as one string to compare. */

#pragma once

#include "ssm-map.h"

/* (transfer full): stages A, B and C; criteria a1 a2 | a3 in A, b1 | b2 b3 b4 in B, none in
 * C. The id of each part is what it is called, so that tests can be read. */
SsmMap *sample_map_new (void);

/* (transfer full): "A[a1 a2|a3] B[b1|b2 b3 b4] C[|]". */
char *sample_outline (const SsmMap *map);

/* (transfer full): the id of the criterion with this text. */
char *sample_id (const SsmMap *map, const char *text);
