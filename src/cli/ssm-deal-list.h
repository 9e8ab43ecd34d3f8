/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts of deals in the order in which a manager reads them: what is longest over its limit,
 * then furthest ahead of the evidence. The texts wait in a file that has no name, so that a
 * million deals take the memory of their order only. */

#pragma once

#include "ssm-diagnosis.h"

G_BEGIN_DECLS

typedef struct _SsmDealList SsmDealList;

/* (transfer full): NULL with an error where no file can be made. */
SsmDealList *ssm_deal_list_new  (GError **error);
void         ssm_deal_list_free (SsmDealList *list);

/* Adds what @text says of the deal of @diagnosis. */
gboolean ssm_deal_list_add (SsmDealList *list, const SsmDiagnosis *diagnosis,
                            const char *text, GError **error);

guint ssm_deal_list_n       (const SsmDealList *list);
guint ssm_deal_list_n_stuck (const SsmDealList *list);

/* Prints the texts, each behind an empty line. The exit status. */
int ssm_deal_list_print (SsmDealList *list);

/* Less than 0 where @one comes before @other. */
typedef struct
{
  int is_stuck, over, ahead_by;
} SsmDealWeight;

SsmDealWeight ssm_deal_weight         (const SsmDiagnosis *diagnosis);
int           ssm_deal_weight_compare (SsmDealWeight one, SsmDealWeight other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDealList, ssm_deal_list_free)

G_END_DECLS
