/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One deal as a list shows it, with what sorting and searching need of its diagnosis. */

#pragma once

#include <glib-object.h>

#include "ssm-diagnosis.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEAL_ITEM (ssm_deal_item_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealItem, ssm_deal_item, SSM, DEAL_ITEM, GObject)

/* Signal "changed" (): what it shows is another. */

typedef struct
{
  int place;        /* stage of the path, or SSM_NO_STAGE */
  int claimed;
  int days;         /* or -1 */
  int days_over;    /* 0: none */
  gboolean is_stuck;
  gboolean is_open; /* neither won nor lost */
} SsmDealBrief;

SsmDealItem *ssm_deal_item_new (void);

/* @deal, of a book, with its @diagnosis. */
void ssm_deal_item_show (SsmDealItem *self, SsmPart *deal, const SsmDiagnosis *diagnosis);

SsmPart            *ssm_deal_item_get_deal  (SsmDealItem *self);
const char         *ssm_deal_item_get_id    (SsmDealItem *self);
const SsmDealBrief *ssm_deal_item_get_brief (SsmDealItem *self);

/* Whether a search for @folded, of ssm_words_fold (), finds it. */
gboolean ssm_deal_item_matches (SsmDealItem *self, const char *folded);

typedef enum
{
  SSM_DEAL_ORDER_STUCK, /* the most days over the limit first */
  SSM_DEAL_ORDER_STAGE, /* the furthest first */
  SSM_DEAL_ORDER_AMOUNT,
  SSM_DEAL_ORDER_NAME,
  SSM_N_DEAL_ORDERS
} SsmDealOrder;

/* As a sort function has it. What was won or lost comes last in each order. */
int ssm_deal_item_compare (SsmDealItem *a, SsmDealItem *b, SsmDealOrder order);

G_END_DECLS
