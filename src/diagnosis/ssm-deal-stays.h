/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long deals stay in each stage: what a limit is where the team has set none. */

#pragma once

#include "ssm-deal-path.h"

G_BEGIN_DECLS

/* Finished stays that say something about a stage; of fewer nothing is made. */
#define SSM_MIN_STAYS 10

typedef struct _SsmDealStays SsmDealStays;

SsmDealStays *ssm_deal_stays_new  (const SsmDealPath *path);
void          ssm_deal_stays_free (SsmDealStays *stays);

/* A deal has left @stage of the path after @days. */
void ssm_deal_stays_add (SsmDealStays *stays, guint stage, guint days);

/* The 90th percentile by nearest rank: a number of days that some deal really took. -1
 * where there are too few stays. */
double ssm_deal_stays_usual (SsmDealStays *stays, guint stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDealStays, ssm_deal_stays_free)

G_END_DECLS
