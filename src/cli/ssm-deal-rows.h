/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Diagnoses for other programs: JSON as the manual promises it, and a table for
 * spreadsheets, none of which runs a cell. */

#pragma once

#include "ssm-diagnosis.h"
#include "ssm-json.h"

G_BEGIN_DECLS

/* What a row says of a deal beside its diagnosis; "" for what is not known. */
typedef struct
{
  const char *id, *crm, *name, *owner, *amount, *currency;
  const char *claimed; /* id of a stage of the map */
  const char *what, *who, *by; /* the next action */
} SsmDealRow;

/* @deal: of a book; what the row lends is owned by it. */
SsmDealRow ssm_deal_row_of (const SsmPart *deal, const SsmDealPath *path);

void ssm_deal_row_add_to_json (const SsmDealRow *row, const SsmDiagnosis *diagnosis,
                               SsmJson *json);

/* The first line of the table, and one for a deal. Appending allocates nothing but what
 * @out needs. */
void ssm_deal_row_append_head (GString *out);
void ssm_deal_row_append      (const SsmDealRow *row, const SsmDiagnosis *diagnosis,
                               GString *out);

G_END_DECLS
