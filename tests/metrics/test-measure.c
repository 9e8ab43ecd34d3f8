/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edge cases of real CRM data, each with the numbers that a person comes to by hand: what
 * becomes of deals in the stages. */

#include "metrics-fixture.h"

/* Nothing, one stage, open deals only, won ones only. */
static void
test_few (void)
{
  g_auto (Case) self = { 0 };

  measure (&self, "", NULL);
  g_assert_cmpuint (self.measure->n_deals, ==, 0);
  g_assert_cmpuint (self.measure->as_of, ==, 0);
  g_assert_cmpfloat (ssm_ratio_share (self.measure->win.count), ==, -1);
  g_assert_cmpfloat (self.measure->stages[0].days.median, ==, -1);
  g_assert_cmpint (self.measure->coverage.state, ==, SSM_COVERAGE_NONE);

  measure (&self, "a s1@2026-01-05\nb s1@2026-01-06", NULL);
  assert_flow (self, 1, 2, 0, 0, 2);
  assert_flow (self, 2, 0, 0, 0, 0);
  g_assert_cmpfloat (self.measure->stages[0].days.survival_median, ==, -1);
  g_assert_cmpfloat (self.measure->stages[0].days.longest, ==, 1);
  g_assert_cmpfloat (ssm_ratio_share (self.measure->win.count), ==, -1);

  measure (&self, "a s1@2026-01-05 won@2026-01-09\nb state=won", NULL);
  assert_flow (self, 1, 2, 2, 0, 0);
  assert_flow (self, 4, 2, 2, 0, 0);
  g_assert_cmpuint (self.measure->stages[3].skipped, ==, 1);
  g_assert_cmpuint (self.measure->win.count.numerator, ==, 2);
  g_assert_cmpfloat (self.measure->cycle.won.median, ==, 4);
}

/* The same moment twice, rows out of order, a row twice, one from before its creation. */
static void
test_order (void)
{
  g_auto (Case) self = { 0 };

  measure (&self, "a s2@2026-01-09 s1@2026-01-05 s2@2026-01-09 s3@2026-01-12", NULL);
  assert_flow (self, 1, 1, 1, 0, 0);
  assert_flow (self, 3, 1, 0, 0, 1);
  assert_days (self.measure->stages[0].days.median, 4);
  assert_days (self.measure->stages[1].days.median, 3);
  assert_note (self, REPEATED, 1);
  assert_note (self, UNSORTED, 1);
  /* A row that only says once more where the deal is has a day, too. */
  measure (&self, "a s1@2026-01-05 s1@2026-01-20", NULL);
  g_assert_cmpuint (self.measure->as_of, ==, fixture_day ("2026-01-20"));

  measure (&self, "a s1@2026-01-05T10:00 s2@2026-01-05T10:00 s3@2026-01-06T10:00", NULL);
  assert_days (self.measure->stages[0].days.median, 0);
  assert_days (self.measure->stages[1].days.median, 1);

  measure (&self, "a s2@2026-01-05#2 s1@2026-01-05#1 s3@2026-01-08#1", NULL);
  assert_days (self.measure->stages[0].days.median, 0);
  assert_days (self.measure->stages[1].days.median, 3);
  g_assert_cmpuint (self.measure->stages[1].moved_back, ==, 0);

  measure (&self, "a created=2026-01-06 s1@2026-01-05 won@2026-01-10", NULL);
  assert_note (self, BEFORE_CREATED, 1);
  assert_days (self.measure->stages[0].days.median, 5);
  assert_days (self.measure->cycle.won.median, 4);
}

/* A row that is dropped because it repeats the last one may turn out to have mattered. */
static void
test_keep (void)
{
  static const char lines[] = "a s1@2026-01-01 s1@2026-01-05 s1@2026-01-09\n"
                              "a s2@2026-01-03";
  g_autoptr (SsmMap) map = fixture_map (BLOCKS);
  g_autoptr (SsmPipelineBuilder) builder = ssm_pipeline_builder_new (map);
  g_autoptr (SsmPipeline) pipeline = NULL;
  g_autoptr (SsmMeasure) measured = NULL;
  SsmPipelineStay stays[4];

  fixture_add (builder, lines);
  g_assert_true (ssm_pipeline_builder_must_keep (builder));
  g_clear_pointer (&builder, ssm_pipeline_builder_free);

  builder = ssm_pipeline_builder_new (map);
  ssm_pipeline_builder_keep (builder);
  fixture_add (builder, lines);
  g_assert_false (ssm_pipeline_builder_must_keep (builder));
  pipeline = ssm_pipeline_builder_finish (builder);
  g_assert_cmpuint (ssm_pipeline_deal_stays (pipeline, 0, stays, 4), ==, 3);
  g_assert_cmpint (stays[1].step, ==, 1);
  g_assert_cmpint (stays[2].step, ==, 0);
  g_assert_cmpuint (ssm_instant_day (stays[2].entered), ==, fixture_day ("2026-01-05"));
}

static void
test_unmapped (void)
{
  g_auto (Case) self = { 0 };

  measure (&self, "a s1@2026-01-05 unmapped@2026-01-07 s2@2026-01-10 won@2026-01-11", NULL);
  assert_note (self, UNMAPPED, 1);
  assert_days (self.measure->stages[0].days.median, 2);
  assert_days (self.measure->stages[1].days.median, 1);

  measure (&self, "a s2@2026-01-05 unmapped@2026-01-07 s1@2026-01-10", NULL);
  g_assert_cmpuint (self.measure->stages[1].moved_back, ==, 1);
}

/* A stage keeps its history through a new name or place; another one in its place has none. */
static void
test_renamed (void)
{
  g_autoptr (SsmMap) map = fixture_map (BLOCKS);
  g_autoptr (SsmPipeline) pipeline
    = fixture_pipeline (map, "a s1@2026-01-05 s2@2026-01-07 won@2026-01-10");
  g_autoptr (SsmMap) renamed = ssm_part_copy (map);
  g_autoptr (SsmMap) replaced = ssm_part_copy (map);
  g_autoptr (SsmMeasure) same = NULL;
  g_autoptr (SsmMeasure) other = NULL;
  SsmPart *stage = ssm_part_copy (ssm_map_stage (map, 0));

  ssm_part_set_text (stage, SSM_STAGE_NAME, "Finding");
  ssm_part_replace (renamed, SSM_LIST_STAGES, 0, stage);
  same = ssm_measure_new (pipeline, renamed, NULL);
  g_assert_cmpuint (same->stages[0].days.n_finished, ==, 1);

  stage = ssm_part_copy (ssm_map_stage (map, 0));
  ssm_part_set_id (stage, "s-other");
  ssm_part_replace (replaced, SSM_LIST_STAGES, 0, stage);
  other = ssm_measure_new (pipeline, replaced, NULL);
  g_assert_cmpuint (other->stages[0].days.n_finished, ==, 0);
  g_assert_cmpuint (other->stages[0].entered, ==, 1);
  g_assert_cmpuint (other->stages[0].skipped, ==, 1);
}

/* Over a stage, over the last one into won, and back. */
static void
test_skips (void)
{
  g_auto (Case) self = { 0 };

  measure (&self,
           "a s1@2026-01-05 s3@2026-01-07 lost@2026-01-09\n"
           "b s2@2026-01-05 won@2026-01-08\n"
           "c s1@2026-01-05 s2@2026-01-06 s1@2026-01-08 s2@2026-01-12 s3@2026-01-13",
           NULL);
  assert_flow (self, 1, 3, 3, 0, 0);
  assert_flow (self, 2, 3, 3, 0, 0);
  assert_flow (self, 3, 3, 1, 1, 1);
  assert_flow (self, 4, 1, 1, 0, 0);
  g_assert_cmpuint (self.measure->stages[0].skipped, ==, 1);
  g_assert_cmpuint (self.measure->stages[1].skipped, ==, 1);
  g_assert_cmpuint (self.measure->stages[2].skipped, ==, 1);
  g_assert_cmpuint (self.measure->stages[3].skipped, ==, 1);
  g_assert_cmpuint (self.measure->stages[1].moved_back, ==, 1);
  /* c was in it twice, for 1 and 4 days. */
  g_assert_cmpuint (self.measure->stages[0].days.n_finished, ==, 2);
  assert_days (self.measure->stages[0].days.median, 3.5);
}

static void
test_latest (void)
{
  g_auto (Case) self = { 0 };
  SsmMeasureOptions options = { .latest_stay = TRUE };

  measure (&self, "c s1@2026-01-05 s2@2026-01-06 s1@2026-01-08 s2@2026-01-12 s3@2026-01-13",
           &options);
  assert_days (self.measure->stages[0].days.median, 4);
}

/* Opened again after it was lost, and after it was won; won and then lost. */
static void
test_reopened (void)
{
  g_auto (Case) self = { 0 };

  measure (&self,
           "a s1@2026-01-01 lost@2026-01-11 s2@2026-01-21 won@2026-01-31\n"
           "b s1@2026-01-01 won@2026-01-03 s2@2026-01-05\n"
           "c s1@2026-01-01 won@2026-01-04 lost@2026-01-20",
           NULL);
  g_assert_cmpuint (self.measure->n_won, ==, 1);
  g_assert_cmpuint (self.measure->n_open, ==, 1);
  g_assert_cmpuint (self.measure->n_lost, ==, 1);
  assert_note (self, REOPENED, 2);
  assert_note (self, WON_THEN_LOST, 1);
  /* 30 days, 10 of them closed; 19 days, 16 of them won. */
  assert_days (self.measure->cycle.won.median, 20);
  assert_days (self.measure->cycle.lost.median, 3);
  assert_flow (self, 2, 2, 1, 0, 1);
  g_assert_cmpuint (self.measure->win.count.denominator, ==, 2);
}

static void
test_elsewhere (void)
{
  g_auto (Case) self = { 0 };

  measure (&self,
           "a s1@2026-01-01 s2@2026-01-03 elsewhere@2026-01-08 won@2026-01-20\n"
           "b s1@2026-01-01 elsewhere@2026-01-02 s1@2026-01-05 won@2026-01-06",
           NULL);
  g_assert_cmpuint (self.measure->n_elsewhere, ==, 1);
  g_assert_cmpuint (self.measure->n_won, ==, 1);
  assert_note (self, ELSEWHERE, 1);
  assert_flow (self, 1, 2, 2, 0, 0);
  assert_flow (self, 2, 2, 1, 1, 0);
  assert_days (self.measure->stages[1].days.median, 5);
  g_assert_cmpuint (self.measure->win.count.denominator, ==, 1);
}

/* What is later has not happened: the same report comes out a year after. */
static void
test_as_of (void)
{
  g_auto (Case) before = { 0 };
  g_auto (Case) after = { 0 };
  SsmMeasureOptions options = as_of ("2026-01-10");

  measure (&before, "a created=2026-01-01 s1@2026-01-01 s2@2026-01-04", &options);
  measure (&after,
           "a created=2026-01-01 s1@2026-01-01 s2@2026-01-04 s3@2026-01-11 state=won "
           "closed=2026-02-01\n"
           "b created=2026-01-11 s1@2026-01-11\n"
           "c s1@2026-02-01",
           &options);
  g_assert_cmpuint (after.measure->n_deals, ==, 1);
  assert_note (after, FUTURE, 2);
  for (guint i = 1; i <= 4; i++)
    assert_flow (after, i, before.measure->stages[i - 1].entered,
                 before.measure->stages[i - 1].advanced, before.measure->stages[i - 1].lost,
                 before.measure->stages[i - 1].open);
  g_assert_cmpuint (after.measure->stages[1].here[0].days, ==, 6);
  g_assert_cmpuint (after.measure->n_won, ==, 0);
}

/* An hour that the clocks leave out is no hour of a deal's. */
static void
test_zones (void)
{
  g_auto (Case) self = { 0 };
  SsmInstant late = fixture_instant ("2026-03-29T00:30+01:00");

  measure (&self,
           "a s1@2026-03-29T01:30+01:00 s2@2026-03-29T03:30+02:00\n"
           "b s3@2026-10-25T02:30+02:00 s4@2026-10-25T02:30+01:00",
           NULL);
  assert_days (self.measure->stages[0].days.median, 1 / 24.0);
  assert_days (self.measure->stages[2].days.median, 1 / 24.0);
  g_assert_cmpuint (ssm_instant_day (late), ==, fixture_day ("2026-03-29"));
  g_assert_cmpint (late, <, fixture_instant ("2026-03-29T00:00"));
  /* Where one of the two is a day, days are counted. */
  g_assert_cmpint (ssm_instant_span (fixture_instant ("2026-03-28T23:30+01:00"),
                                     fixture_instant ("2026-03-29")),
                   ==, SSM_DAY_MS);
}

/* Deals that were merged live on once. */
static void
test_merged (void)
{
  g_auto (Case) self = { 0 };

  measure (&self,
           "a s1@2026-01-01 state=open merged=b\nb s1@2026-01-01 s3@2026-01-05 state=won\n"
           "c merged=d state=open",
           NULL);
  g_assert_cmpuint (self.measure->n_deals, ==, 2);
  assert_note (self, MERGED, 2);
  assert_flow (self, 1, 1, 0, 0, 1);
  assert_flow (self, 3, 0, 0, 0, 0);
}

/* The two questions with one name: of those who came, and what happened. */
static void
test_period (void)
{
  g_auto (Case) self = { 0 };
  SsmMeasureOptions february = { .as_of = fixture_day ("2026-04-01"),
                                 .from = fixture_day ("2026-02-01"),
                                 .to = fixture_day ("2026-02-28") };

  measure (&self,
           "a s1@2026-01-05 s2@2026-02-10 won@2026-02-20\n"
           "b s1@2026-02-05 s2@2026-03-10 lost@2026-03-20\n"
           "c s1@2026-02-06 lost@2026-02-07\n"
           "d s1@2026-01-06 s2@2026-01-31\n"
           "e s1@2026-03-01",
           &february);
  assert_flow (self, 1, 2, 1, 1, 0);
  assert_flow (self, 2, 1, 1, 0, 0);
  g_assert_cmpuint (self.measure->stages[0].snapshot.present, ==, 3);
  g_assert_cmpuint (self.measure->stages[0].snapshot.moved_on, ==, 1);
  g_assert_cmpuint (self.measure->stages[0].snapshot.lost, ==, 1);
  g_assert_cmpuint (self.measure->stages[1].snapshot.present, ==, 2);
  g_assert_cmpuint (self.measure->win.count.numerator, ==, 1);
  g_assert_cmpuint (self.measure->win.count.denominator, ==, 2);
  g_assert_cmpuint (self.measure->win.cohort.numerator, ==, 0);
  g_assert_cmpuint (self.measure->win.cohort.denominator, ==, 2);
}

/* Days by which a deal is over: those of the team, else of nine in ten, else of the median. */
static void
test_limits (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (GString) lines = g_string_new ("x s1@2026-01-01\ny s2@2026-01-20\n"
                                            "z s1@2026-01-21\n");

  for (guint i = 1; i <= 10; i++)
    g_string_append_printf (lines, "%u s1@2026-01-01 s2@2026-01-%02u %s\n", i, i + 1,
                            i <= 9 ? "lost@2026-01-30" : "");
  measure (&self, lines->str, NULL);
  g_assert_cmpint (self.measure->stages[0].limit_source, ==, SSM_STAGE_LIMIT_P90);
  assert_days (self.measure->stages[0].limit, 9);
  /* The other has been there for 9 days, which are within the limit. */
  g_assert_cmpuint (self.measure->stages[0].n_here, ==, 2);
  g_assert_cmpuint (self.measure->stages[0].n_over, ==, 1);
  g_assert_cmpuint (self.measure->stages[0].here[0].days, ==, 29);
  g_assert_cmpint (self.measure->stages[1].limit_source, ==, SSM_STAGE_LIMIT_MEDIAN);
  assert_days (self.measure->stages[1].limit, 24 * 1.5);
  g_assert_cmpuint (self.measure->stages[1].n_here, ==, 2);
  g_assert_cmpuint (self.measure->stages[1].n_over, ==, 0);
  g_assert_cmpstr (ssm_pipeline_deal_name (self.pipeline, self.measure->stages[0].here[0].deal),
                   ==, "x");
}

/* Stays with both ends, as tables of stays have them, in whatever order. */
static void
test_stays (void)
{
  g_auto (Case) self = { 0 };

  measure (&self,
           "a s2@2026-01-05..2026-01-08 s1@2026-01-01..2026-01-05 s3@2026-01-10..\n"
           "b s1@2026-01-03..2026-01-03 s2@2026-01-03..2026-01-09",
           NULL);
  assert_days (self.measure->stages[0].days.p90, 4);
  assert_days (self.measure->stages[1].days.median, 4.5);
  g_assert_cmpuint (self.measure->stages[1].n_here, ==, 0);
  g_assert_cmpuint (self.measure->stages[2].n_here, ==, 1);
}

/* What is sold on is after the sale. */
static void
test_post (void)
{
  g_autoptr (SsmMap) map = fixture_map ("discovery close expansion");
  g_autoptr (SsmPipeline) pipeline
    = fixture_pipeline (map, "a s1@2026-01-01 s2@2026-01-03 s3@2026-01-05\n"
                             "b s1@2026-01-01 won@2026-01-04 s3@2026-01-08 s1@2026-01-09\n"
                             "c stage=3 since=2026-01-09 state=won closed=2026-01-02");
  g_autoptr (SsmMeasure) measured = ssm_measure_new (pipeline, map, NULL);

  g_assert_cmpint (measured->stages[2].kind, ==, SSM_STAGE_POST);
  g_assert_cmpuint (measured->n_won, ==, 2);
  g_assert_cmpuint (measured->n_open, ==, 1);
  g_assert_cmpuint (measured->stages[2].entered, ==, 3);
  g_assert_cmpuint (measured->stages[2].advanced, ==, 1);
  g_assert_cmpuint (measured->stages[2].open, ==, 2);
  g_assert_cmpuint (measured->cycle.won.n_finished, ==, 2);
  g_assert_cmpfloat (measured->cycle.won.median, >, 0);
}

/* The same moment on two clocks: rows stay in their order, whatever the zones. */
static void
test_moments (void)
{
  g_auto (Case) self = { 0 };

  measure (&self, "a s1@2026-01-08T15:00+01:00 s2@2026-01-08T09:00-05:00\n", NULL);
  assert_flow (self, 1, 1, 1, 0, 0);
  assert_flow (self, 2, 1, 0, 0, 1);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "few", test_few }, { "order", test_order }, { "keep", test_keep },
    { "unmapped", test_unmapped }, { "renamed", test_renamed }, { "skips", test_skips },
    { "latest", test_latest }, { "reopened", test_reopened },
    { "elsewhere", test_elsewhere }, { "as-of", test_as_of }, { "zones", test_zones },
    { "moments", test_moments }, { "merged", test_merged }, { "period", test_period }, { "limits", test_limits },
    { "stays", test_stays }, { "post", test_post },
    { NULL },
  };

  return fixture_run (argc, argv, "/measure/", tests);
}
