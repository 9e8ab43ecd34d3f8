/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days are counted in arrays a stage, and sorted when they are asked for. */

#include "ssm-deal-stays.h"

struct _SsmDealStays
{
  GArray **days; /* guint, a stage each */
  guint n_stages;
};

SsmDealStays *
ssm_deal_stays_new (const SsmDealPath *path)
{
  SsmDealStays *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (SsmDealStays, 1);
  self->n_stages = path->n_stages;
  self->days = g_new (GArray *, path->n_stages);
  for (guint i = 0; i < path->n_stages; i++)
    self->days[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
ssm_deal_stays_free (SsmDealStays *stays)
{
  if (stays == NULL)
    return;

  for (guint i = 0; i < stays->n_stages; i++)
    g_array_unref (stays->days[i]);
  g_free (stays->days);
  g_free (stays);
}

void
ssm_deal_stays_add (SsmDealStays *stays, guint stage, guint days)
{
  g_return_if_fail (stays != NULL && stage < stays->n_stages);
  g_array_append_val (stays->days[stage], days);
}

static gint
compare_days (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

double
ssm_deal_stays_usual (SsmDealStays *stays, guint stage)
{
  GArray *days;

  g_return_val_if_fail (stays != NULL && stage < stays->n_stages, -1);

  days = stays->days[stage];
  if (days->len < SSM_MIN_STAYS)
    return -1;
  g_array_sort (days, compare_days);
  return g_array_index (days, guint, (days->len * 9 + 9) / 10 - 1);
}
