/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-item.h"

#include <string.h>

#include "ssm-book.h"
#include "ssm-words.h"

struct _SsmDealItem
{
  GObject parent_instance;

  SsmPart *deal;
  SsmDealBrief brief;
  char *folded;   /* words that a search looks in */
  char *sort_key; /* of the name, in the person's language */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmDealItem, ssm_deal_item, G_TYPE_OBJECT)

static void
ssm_deal_item_finalize (GObject *object)
{
  SsmDealItem *self = SSM_DEAL_ITEM (object);

  g_clear_pointer (&self->deal, ssm_part_unref);
  g_free (self->folded);
  g_free (self->sort_key);
  G_OBJECT_CLASS (ssm_deal_item_parent_class)->finalize (object);
}

static void
ssm_deal_item_class_init (SsmDealItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ssm_deal_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", SSM_TYPE_DEAL_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ssm_deal_item_init (SsmDealItem *self)
{
}

SsmDealItem *
ssm_deal_item_new (void)
{
  return g_object_new (SSM_TYPE_DEAL_ITEM, NULL);
}

static void
take_words (SsmDealItem *self)
{
  const char *name = ssm_part_text (self->deal, SSM_DEAL_NAME);
  g_autofree char *all
    = g_strjoin ("\n", name, ssm_part_text (self->deal, SSM_DEAL_ACCOUNT),
                 ssm_part_text (self->deal, SSM_DEAL_OWNER),
                 ssm_part_text (self->deal, SSM_DEAL_CRM), NULL);
  g_autofree char *folded_name = g_utf8_casefold (name, -1);

  g_free (self->folded);
  self->folded = ssm_words_fold (all);
  g_free (self->sort_key);
  self->sort_key = g_utf8_collate_key (folded_name, -1);
}

void
ssm_deal_item_show (SsmDealItem *self, SsmPart *deal, const SsmDiagnosis *diagnosis)
{
  g_return_if_fail (SSM_IS_DEAL_ITEM (self));

  if (self->deal != deal)
    {
      g_clear_pointer (&self->deal, ssm_part_unref);
      self->deal = ssm_part_ref (deal);
      take_words (self);
    }
  self->brief = (SsmDealBrief) {
    .place = diagnosis->place,
    .claimed = diagnosis->claimed,
    .days = diagnosis->days,
    .days_over = ssm_diagnosis_is_over (diagnosis) ? ssm_diagnosis_days_over (diagnosis) : 0,
    .is_stuck = diagnosis->is_stuck,
    .is_open = ssm_deal_is_open (deal),
  };
  g_signal_emit (self, signals[CHANGED], 0);
}

SsmPart *
ssm_deal_item_get_deal (SsmDealItem *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_ITEM (self), NULL);

  return self->deal;
}

const char *
ssm_deal_item_get_id (SsmDealItem *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_ITEM (self), NULL);

  return ssm_part_id (self->deal);
}

const SsmDealBrief *
ssm_deal_item_get_brief (SsmDealItem *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_ITEM (self), NULL);

  return &self->brief;
}

gboolean
ssm_deal_item_matches (SsmDealItem *self, const char *folded)
{
  g_return_val_if_fail (SSM_IS_DEAL_ITEM (self), FALSE);

  return strstr (self->folded, folded) != NULL;
}

static int
compare_numbers (double a, double b)
{
  return a < b ? 1 : a > b ? -1 : 0;
}

int
ssm_deal_item_compare (SsmDealItem *a, SsmDealItem *b, SsmDealOrder order)
{
  int result = compare_numbers (a->brief.is_open, b->brief.is_open);

  if (result == 0 && order == SSM_DEAL_ORDER_STUCK)
    {
      result = compare_numbers (a->brief.days_over, b->brief.days_over);
      if (result == 0)
        result = compare_numbers (a->brief.is_stuck, b->brief.is_stuck);
      if (result == 0)
        result = compare_numbers (a->brief.days, b->brief.days);
    }
  else if (result == 0 && order == SSM_DEAL_ORDER_STAGE)
    result = compare_numbers (a->brief.place, b->brief.place);
  else if (result == 0 && order == SSM_DEAL_ORDER_AMOUNT)
    result = compare_numbers (ssm_part_number (a->deal, SSM_DEAL_AMOUNT, -1),
                              ssm_part_number (b->deal, SSM_DEAL_AMOUNT, -1));
  return result != 0 ? result : strcmp (a->sort_key, b->sort_key);
}
