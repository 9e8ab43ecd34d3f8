/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has changed since a deal was last diagnosed. */

#pragma once

#include "ssm-diagnosis.h"

G_BEGIN_DECLS

typedef struct
{
  guint criterion; /* of the path */
  SsmVerdict before, after;
} SsmDealChange;

typedef struct
{
  char *since;         /* the day of the last kept diagnosis */
  int evidence_before; /* as it was noted then, else as its answers say now */
  int evidence_after;
  GArray *changes;     /* SsmDealChange, in the order of the path */
} SsmDealChanges;

/* (transfer full): @diagnosis, of @deal, against the last that was kept before the day it
 * was made on; NULL where none was kept. */
SsmDealChanges *ssm_deal_changes_new (const SsmDiagnosis *diagnosis, const SsmPart *deal);
void            ssm_deal_changes_free (SsmDealChanges *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDealChanges, ssm_deal_changes_free)

G_END_DECLS
