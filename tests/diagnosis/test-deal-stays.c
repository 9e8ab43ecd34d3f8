/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is usual for a stage: a number that some deal really took, and none of too few. */

#include "ssm-deal-stays.h"

static SsmMap *
map_new (void)
{
  SsmMap *empty = ssm_map_new ();
  SsmPart *map = ssm_part_copy (empty);

  ssm_part_unref (empty);
  ssm_part_insert (map, SSM_LIST_STAGES, 0, ssm_part_new (SSM_KIND_STAGE, "s-a"));
  ssm_part_insert (map, SSM_LIST_STAGES, 1, ssm_part_new (SSM_KIND_STAGE, "s-b"));
  return ssm_part_seal (map);
}

/* Stays of 1 … @n days, the longest first, give @usual. */
static void
check_usual (guint n, double usual)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmDealPath) path = ssm_deal_path_new (map, NULL);
  g_autoptr (SsmDealStays) stays = ssm_deal_stays_new (path);

  for (guint i = n; i > 0; i--)
    ssm_deal_stays_add (stays, 1, i);
  g_assert_cmpfloat (ssm_deal_stays_usual (stays, 1), ==, usual);
  g_assert_cmpfloat (ssm_deal_stays_usual (stays, 0), ==, -1);
}

static void
test_nearest_rank (void)
{
  check_usual (0, -1);
  check_usual (9, -1);
  check_usual (10, 9);
  check_usual (11, 10);
  check_usual (19, 18);
  check_usual (20, 18);
  check_usual (100, 90);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deal-stays/nearest-rank", test_nearest_rank);
  return g_test_run ();
}
