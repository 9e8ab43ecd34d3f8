/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures in the map: in its order, in place of the old ones, with what others had put
 * there. */

#include "metrics-fixture.h"
#include "ssm-measure-map.h"

static const char history[] = "a created=2026-01-05 s1@2026-01-05 s3@2026-01-07 state=won "
                              "closed=2026-01-09 amount=5\n"
                              "b created=2026-01-05 s1@2026-01-05 lost@2026-01-11 state=lost "
                              "reason=Price\n"
                              "c created=2026-01-06 s1@2026-01-06 s2@2026-01-08";

static const SsmPart *
find (const SsmMap *map, SsmList list, SsmField field, const char *key)
{
  const SsmPart *measured = ssm_part_only (map, SSM_LIST_MEASURED);

  for (guint i = 0; i < ssm_part_n_children (measured, list); i++)
    if (g_str_equal (ssm_part_text (ssm_part_child (measured, list, i), field), key))
      return ssm_part_child (measured, list, i);
  return NULL;
}

static void
test_figures (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (SsmMap) map = NULL;
  const SsmPart *part;

  measure (&self, history, NULL);
  map = ssm_measure_to_map (self.measure, self.map, "deals.csv");
  part = ssm_part_only (map, SSM_LIST_MEASURED);
  g_assert_cmpstr (ssm_part_text (part, SSM_MEASURED_AS_OF), ==, "2026-01-11");
  g_assert_cmpstr (ssm_part_text (part, SSM_MEASURED_FROM), ==, "");
  g_assert_cmpstr (ssm_part_text (part, SSM_MEASURED_SOURCE), ==, "deals.csv");
  g_assert_cmpuint (ssm_part_n_children (part, SSM_LIST_AT), ==, 4);

  part = find (map, SSM_LIST_AT, SSM_AT_STAGE, "s-1");
  g_assert_cmpstr (ssm_part_text (part, SSM_AT_ENTERED), ==, "3");
  g_assert_cmpstr (ssm_part_text (part, SSM_AT_ADVANCED), ==, "2");
  g_assert_cmpstr (ssm_part_text (part, SSM_AT_LOST), ==, "1");
  g_assert_cmpstr (ssm_part_text (part, SSM_AT_OPEN), ==, "0");
  g_assert_cmpstr (ssm_part_text (part, SSM_AT_MEDIAN_DAYS), ==, "2");
  g_assert_cmpstr (ssm_part_text (part, SSM_AT_P90_DAYS), ==, "6");
  part = find (map, SSM_LIST_AT, SSM_AT_STAGE, "s-4");
  g_assert_cmpstr (ssm_part_text (part, SSM_AT_MEDIAN_DAYS), ==, "");
  part = find (map, SSM_LIST_TOTALS, SSM_TOTAL_KIND, "conversion");
  g_assert_cmpstr (ssm_part_text (part, SSM_TOTAL_DENOMINATOR), ==, "3");
  g_assert_null (find (map, SSM_LIST_TOTALS, SSM_TOTAL_KIND, "coverage"));
  part = find (map, SSM_LIST_LOST, SSM_LOST_REASON, "r-price");
  g_assert_cmpstr (ssm_part_text (part, SSM_LOST_COUNT), ==, "1");
}

/* The same figures are the same map: no step, nothing to save. */
static void
test_same (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (SsmMap) map = NULL;
  g_autoptr (SsmMap) again = NULL;
  g_autoptr (SsmMap) renamed = NULL;

  measure (&self, history, NULL);
  map = ssm_measure_to_map (self.measure, self.map, "deals.csv");
  again = ssm_measure_to_map (self.measure, map, "deals.csv");
  g_assert_true (again == map);
  renamed = ssm_measure_to_map (self.measure, map, "others.csv");
  g_assert_false (renamed == map);
  g_assert_false (ssm_part_equal (renamed, map));
}

static SsmMap *
with_old_figures (const SsmMap *map)
{
  SsmMap *copy = ssm_part_copy (map);
  SsmPart *measured = ssm_part_new (SSM_KIND_MEASURED, NULL);
  SsmPart *gone = ssm_part_new (SSM_KIND_AT, NULL);
  SsmPart *kept = ssm_part_new (SSM_KIND_AT, NULL);
  SsmPart *total = ssm_part_new (SSM_KIND_TOTAL, NULL);

  ssm_part_set_text (gone, SSM_AT_STAGE, "s-gone");
  ssm_part_set_text (kept, SSM_AT_STAGE, "s-3");
  ssm_part_set_text (kept, SSM_AT_P90_DAYS, "99");
  ssm_part_add_foreign (kept, SSM_PLACE_ATTRIBUTES, -1, 0, " x:mark=\"yes\"");
  ssm_part_set_text (total, SSM_TOTAL_KIND, "coverage");
  ssm_part_insert (measured, SSM_LIST_AT, 0, gone);
  ssm_part_insert (measured, SSM_LIST_AT, 1, kept);
  ssm_part_insert (measured, SSM_LIST_TOTALS, 0, total);
  ssm_part_insert (copy, SSM_LIST_MEASURED, 0, measured);
  return ssm_part_seal (copy);
}

static void
test_replaced (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (SsmMap) old = NULL;
  g_autoptr (SsmMap) map = NULL;
  const SsmPart *at;

  measure (&self, history, NULL);
  old = with_old_figures (self.map);
  map = ssm_measure_to_map (self.measure, old, NULL);
  g_assert_null (find (map, SSM_LIST_AT, SSM_AT_STAGE, "s-gone"));
  g_assert_null (find (map, SSM_LIST_TOTALS, SSM_TOTAL_KIND, "coverage"));
  at = find (map, SSM_LIST_AT, SSM_AT_STAGE, "s-3");
  g_assert_cmpstr (ssm_part_text (at, SSM_AT_P90_DAYS), ==, "2");
  g_assert_cmpuint (ssm_part_n_foreign (at), ==, 1);
  at = ssm_part_child (ssm_part_only (map, SSM_LIST_MEASURED), SSM_LIST_AT, 2);
  g_assert_cmpstr (ssm_part_text (at, SSM_AT_STAGE), ==, "s-3");
}

/* A page cannot say that a share is only of the deals whose stage is known. */
static void
test_unplaced (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (SsmMap) map = NULL;
  const SsmPart *at;

  measure (&self, "a stage=1 state=open\nb state=lost\nc state=won", NULL);
  map = ssm_measure_to_map (self.measure, self.map, NULL);
  at = find (map, SSM_LIST_AT, SSM_AT_STAGE, "s-1");
  g_assert_cmpstr (ssm_part_text (at, SSM_AT_ENTERED), ==, "2");
  g_assert_cmpstr (ssm_part_text (at, SSM_AT_ADVANCED), ==, "");
  g_assert_null (find (map, SSM_LIST_TOTALS, SSM_TOTAL_KIND, "conversion"));
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "figures", test_figures }, { "same", test_same },
    { "replaced", test_replaced }, { "unplaced", test_unplaced }, { NULL },
  };

  return fixture_run (argc, argv, "/to-map/", tests);
}
