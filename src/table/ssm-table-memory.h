/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a table was read, kept in the deal book that came of it, so that the next one needs no
 * questions. */

#pragma once

#include "ssm-book.h"
#include "ssm-table-mapping.h"

G_BEGIN_DECLS

/* (transfer full): a sealed part of SSM_KIND_IMPORT. @source: the name of the file, without
 * its folder; @date: YYYY-MM-DD. */
SsmPart *ssm_table_memory_new (const SsmTableMapping *mapping, const char *source,
                               const char *date);

/* (transfer full): @mapping as @import, which may be NULL, says. What the table itself shows
 * of its days and decimals goes before that; headers it does not have are passed over. */
SsmTableMapping *ssm_table_memory_apply (const SsmPart *import,
                                         const SsmTableMapping *mapping);

G_END_DECLS
