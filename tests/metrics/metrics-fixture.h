/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Histories written as a person would write them down: a deal a line, a step after the
 * other. */

#pragma once

#include "ssm-measure.h"
#include "ssm-pipeline-builder.h"

G_BEGIN_DECLS

/* (transfer full): a map with the stages s-1, s-2 … in the blocks @blocks, apart by blanks,
 * and the reasons r-none (L1, no decision) and r-price (L4). */
SsmMap *fixture_map (const char *blocks);

/* "5 Jan 2026" is written 2026-01-05; a time behind it as in 2026-01-05T14:30+01:00. */
SsmInstant fixture_instant (const char *text);
guint32    fixture_day     (const char *text);

/* (transfer full): what @lines say. A line begins with the key of a deal; what follows is
 * apart by blanks:
 *   s1@2026-01-05      came to stage 1; also won@ lost@ unmapped@ elsewhere@, or s1@ without
 *                      a day; s1@2026-01-05..2026-01-09 came and left
 *   created=DAY closed=DAY expected=DAY since=DAY stage=1|unmapped state=open|won|lost
 *   amount=1200.50 currency=EUR owner=Ann segment=A reason=Price reason-id=r-price
 * A line of steps alone makes no row of the deal. "merged=KEY": KEY lives on in it. */
SsmPipeline *fixture_pipeline (const SsmMap *map, const char *lines);

/* The same, into a builder. */
void fixture_add (SsmPipelineBuilder *builder, const char *lines);

/* A history and what is measured of it. */
typedef struct
{
  SsmMap *map;
  SsmPipeline *pipeline;
  SsmMeasure *measure;
} Case;

void case_clear (Case *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

#define BLOCKS "sourcing qualification discovery proposal"

/* Measures @lines against a map of four stages; what @self had is cleared. */
void measure (Case *self, const char *lines, const SsmMeasureOptions *options);

SsmMeasureOptions as_of (const char *day);

/* entered, advanced, lost, open of a stage, 1 being the first. */
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

#define assert_days(days, expected) g_assert_cmpfloat_with_epsilon (days, expected, 1e-9)

#define assert_note(self, kind, n)                                                           \
  g_assert_cmpuint ((self).measure->notes[SSM_NOTE_##kind].count, ==, n)

typedef struct
{
  const char *name;
  void (*test) (void);
} FixtureTest;

/* Runs @tests, the last of which has no name. */
int fixture_run (int argc, char *argv[], const char *folder, const FixtureTest *tests);

G_END_DECLS
