/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person might do next, by chance: each operation of the window is one row of a
 * table, so that a new one takes part in the laws of the whole program. */

#pragma once

#include "ssm-commands.h"

G_BEGIN_DECLS

/* (transfer full): some operation on some part of @map; it may do nothing. */
SsmCommand *random_edit (SsmMap *map, GRand *random);

G_END_DECLS
