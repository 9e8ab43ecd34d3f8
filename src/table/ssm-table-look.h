/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first look at a table: what it is written in, what separates its cells, which row has
 * the headers, what they name, and how its days and amounts are written. Nothing of this
 * needs a person where the table tells; where it does not,
 * ssm_table_mapping_is_open () says so. */

#pragma once

#include "ssm-table-mapping.h"

G_BEGIN_DECLS

/* Rows that are kept to be shown. */
#define SSM_TABLE_N_SAMPLES 8

typedef struct
{
  SsmTableMapping *mapping;
  GPtrArray *samples; /* of GStrv, a cell for each header */
} SsmTableLook;

/* What a person said beforehand. */
typedef struct
{
  gboolean has_encoding;
  SsmEncoding encoding;
  char separator; /* 0: to be guessed */
} SsmTableGiven;

/* (transfer full): @given may be NULL. Reads all of @source once for its encoding; a second
 * time only where days are written in an order that the first rows do not tell. NULL with an
 * error where it is no table with headers. */
SsmTableLook *ssm_table_look_new  (SsmTableSource *source, const SsmTableGiven *given,
                                   GError **error);
void          ssm_table_look_free (SsmTableLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmTableLook, ssm_table_look_free)

G_END_DECLS
