/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edge cases of real CRM data, each with the numbers that a person comes to by hand. */

#include "metrics-fixture.h"

#define BLOCKS "sourcing qualification discovery proposal"

typedef struct
{
  SsmMap *map;
  SsmPipeline *pipeline;
  SsmMeasure *measure;
} Case;

static void
case_clear (Case *self)
{
  g_clear_pointer (&self->measure, ssm_measure_unref);
  g_clear_pointer (&self->pipeline, ssm_pipeline_unref);
  g_clear_pointer (&self->map, ssm_part_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static void
measure (Case *self, const char *lines, const SsmMeasureOptions *options)
{
  case_clear (self);
  self->map = fixture_map (BLOCKS);
  self->pipeline = fixture_pipeline (self->map, lines);
  self->measure = ssm_measure_new (self->pipeline, self->map, options);
}

/* entered advanced lost open of stage @stage, 1 being the first. */
#define assert_flow(self, stage, e, a, l, o)                                                 \
  G_STMT_START                                                                               \
  {                                                                                          \
    const SsmStageFigures *figures_ = &(self).measure->stages[(stage) - 1];                  \
    g_assert_cmpuint (figures_->entered, ==, e);                                             \
    g_assert_cmpuint (figures_->advanced, ==, a);                                            \
    g_assert_cmpuint (figures_->lost, ==, l);                                                \
    g_assert_cmpuint (figures_->open, ==, o);                                                \
  }                                                                                          \
  G_STMT_END

static void
test_few (void)
{
  g_auto (Case) self = { 0 };

  measure (&self, "", NULL);
  g_assert_cmpuint (self.measure->n_deals, ==, 0);
  g_assert_cmpuint (self.measure->win.count.denominator, ==, 0);
  g_assert_cmpfloat (ssm_ratio_share (self.measure->win.count), ==, -1);
  g_assert_cmpfloat (self.measure->stages[0].days.median, ==, -1);

  measure (&self, "a s1@2026-01-05\nb s1@2026-01-06", NULL);
  assert_flow (self, 1, 2, 0, 0, 2);
  assert_flow (self, 2, 0, 0, 0, 0);
  g_assert_cmpfloat (self.measure->stages[0].days.survival_median, ==, -1);
  g_assert_cmpfloat (self.measure->stages[0].days.longest, ==, 1);

  measure (&self, "a s1@2026-01-05 won@2026-01-09", NULL);
  assert_flow (self, 1, 1, 1, 0, 0);
  assert_flow (self, 4, 1, 1, 0, 0);
  g_assert_cmpuint (self.measure->stages[3].skipped, ==, 1);
  g_assert_cmpuint (self.measure->win.count.numerator, ==, 1);
  g_assert_cmpfloat (self.measure->cycle.won.median, ==, 4);
}

static void
test_order (void)
{
  g_auto (Case) self = { 0 };

  measure (&self, "a s2@2026-01-09 s1@2026-01-05 s2@2026-01-09 s3@2026-01-12", NULL);
  assert_flow (self, 1, 1, 1, 0, 0);
  assert_flow (self, 3, 1, 0, 0, 1);
  g_assert_cmpfloat (self.measure->stages[0].days.median, ==, 4);
  g_assert_cmpfloat (self.measure->stages[1].days.median, ==, 3);
  g_assert_cmpuint (self.measure->notes[SSM_NOTE_REPEATED].count, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/few", test_few);
  g_test_add_func ("/measure/order", test_order);
  return g_test_run ();
}
