/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Maps, deal books and agendas that nobody would write, for laws that must hold for every one. */

#pragma once

#include "ssm-book.h"
#include "ssm-map.h"

G_BEGIN_DECLS

/* (transfer full): a map that a file can hold. @with_foreign: with content of others at
 * every place where the reader may find some. */
SsmMap  *random_map  (GRand *random, gboolean with_foreign);
SsmBook *random_book (GRand *random, gboolean with_foreign);
SsmPart *random_agenda (GRand *random, gboolean with_foreign);

G_END_DECLS
