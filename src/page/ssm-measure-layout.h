/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A measurement being laid out: what its blocks share. Type, colours, marks and paper are
 * those of a deal's page. */

#pragma once

#include "ssm-deal-layout.h"
#include "ssm-measure.h"

G_BEGIN_DECLS

typedef struct
{
  SsmDealLayout set;
  const SsmMeasure *measure;
  const char *source; /* or NULL */
  char *as_of;        /* "As of 23 Nov 2026", or "" */
  guint *rows;        /* stages that have figures */
  guint n_rows;
  guint n_shown;      /* the first so many of them are on the page */
  double pitch;       /* from row to row of the chart */
} SsmMeasureLayout;

/* From one card to the next, and inside them. Millimetres. */
#define SSM_MEASURE_GAP 4.0
#define SSM_MEASURE_PAD 4.0

static inline double
ssm_measure_mm (const SsmMeasureLayout *layout, double millimetres)
{
  return ssm_deal_mm (&layout->set, millimetres);
}

/* The word for @key of the group of figures. */
const char *ssm_measure_word (const SsmMeasureLayout *layout, const char *key);

/* One line, cut where it is longer than @place is wide, with its middle at the place's y.
 * Returns where it ends, in the way lines run. */
double ssm_measure_put (const SsmMeasureLayout *layout, SsmPageBuilder *builder,
                        const char *text, const SsmDealPlace *place);

/* The same behind the mark of @verdict and in its colour. */
double ssm_measure_judge (const SsmMeasureLayout *layout, SsmPageBuilder *builder,
                          SsmVerdict verdict, const char *text, const SsmDealPlace *place);

/* Opens the area of a figure that a screen reader calls @label. @id: of a stage or reason,
 * or "". */
void ssm_measure_open (SsmPageBuilder *builder, SsmAreaRole role, const char *id,
                       const SsmRect *rect, const char *label);

/* The outline of a card. */
void ssm_measure_card (const SsmMeasureLayout *layout, SsmPageBuilder *builder,
                       const SsmRect *rect);

/* A square with the number of a stage. */
void ssm_measure_badge (const SsmMeasureLayout *layout, SsmPageBuilder *builder,
                        guint stage, double x, double middle);
guint32 ssm_measure_stage_colour (const SsmMeasureLayout *layout, guint stage);

/* How a figure stands against its target; a little short of it is partly. */
SsmVerdict ssm_measure_verdict (double value, double target);

/* All (transfer full), for the page. Numbers have groups of thousands and at most one
 * decimal. */
char *ssm_measure_number  (const SsmMeasureLayout *layout, double number);
char *ssm_measure_percent (const SsmMeasureLayout *layout, double share);
char *ssm_measure_days    (const SsmMeasureLayout *layout, double days);
char *ssm_measure_money   (const SsmMeasureLayout *layout, SsmMoney money,
                           const char *currency);
char *ssm_measure_of      (const SsmMeasureLayout *layout, SsmRatio ratio);
char *ssm_measure_name    (const SsmMeasureLayout *layout, guint stage);
char *ssm_measure_deal    (const SsmMeasureLayout *layout, const SsmDealAge *age);

/* "{n} …" where @n is many, and the word for @key with "-one" where it is one. */
char *ssm_measure_count   (const SsmMeasureLayout *layout, const char *key, guint n);

/* The whole of a stage in words, for those who do not see the chart: each share with its two
 * numbers, and the day. */
char *ssm_measure_tell_stage (const SsmMeasureLayout *layout, guint stage);

/* The blocks. Each returns where it ends. */
typedef double SsmMeasureBlock (const SsmMeasureLayout *layout, SsmPageBuilder *builder,
                                double y);

SsmMeasureBlock ssm_measure_draw_header, ssm_measure_draw_figures, ssm_measure_draw_chart,
  ssm_measure_draw_bottom;

/* Where deals stand in the row of @stage, whose middle is at @middle. */
void ssm_measure_draw_days (const SsmMeasureLayout *layout, SsmPageBuilder *builder,
                            guint stage, const SsmRect *room, double middle);

/* What the chart has above its rows. */
double ssm_measure_chart_head (const SsmMeasureLayout *layout);

double ssm_measure_footer_height (const SsmMeasureLayout *layout);
void   ssm_measure_draw_footer   (const SsmMeasureLayout *layout, SsmPageBuilder *builder);

G_END_DECLS
