/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One deal being laid out, or what is set as one is. Lengths are points on the paper, from left to right. Each
 * block is one function that is called twice: without a builder it only says where the
 * block ends. */

#pragma once

#include "ssm-diagnosis.h"
#include "ssm-page-private.h"
#include "ssm-theme.h"

G_BEGIN_DECLS

/* The least that letters are set smaller before lines are left out. */
#define SSM_DEAL_LEAST 0.76

typedef struct
{
  const SsmDiagnosis *diagnosis; /* NULL, and no deal, for what only looks like one */
  const SsmPart *deal;
  const SsmMap *map;
  const char *as_of;
  const SsmLanguage *words;
  const char *language;
  SsmTheme theme;
  gboolean rtl;
  double width, height;
  double factor;    /* of the paper: 1 on A4 */
  double k;         /* of letters and distances, 1 down to SSM_DEAL_LEAST */
  gboolean is_short; /* only what is missing is shown, … */
  guint max_rows;   /* … and no more than these */
} SsmDealLayout;

/* How letters are set; sizes on A4. */
typedef struct
{
  double points;
  SsmFace face;
} SsmDealType;

extern const SsmDealType ssm_set_title, ssm_set_subtitle, ssm_set_meta, ssm_set_meta_bold,
  ssm_set_state, ssm_set_place, ssm_set_place_long, ssm_set_clock, ssm_set_summary,
  ssm_set_tag, ssm_set_number, ssm_set_name, ssm_set_name_bold, ssm_set_heading,
  ssm_set_verdict, ssm_set_criterion, ssm_set_evidence, ssm_set_next, ssm_set_who,
  ssm_set_letter, ssm_set_score, ssm_set_note;

/* Millimetres of the drawing, as they are on this sheet. */
static inline double
ssm_deal_mm (const SsmDealLayout *layout, double millimetres)
{
  return millimetres * SSM_MM * layout->factor * layout->k;
}

/* Sets what follows from @map and @options; the sheet lies upright unless they say
 * otherwise. Begins a page. */
void ssm_deal_layout_begin (SsmDealLayout *layout, const SsmMap *map,
                            const SsmPageOptions *options);

double ssm_deal_margin  (const SsmDealLayout *layout);
double ssm_deal_content (const SsmDealLayout *layout);

/* A text and where it is set. */
typedef struct
{
  const SsmDealType *type;
  double x, y, width;
  guint32 colour;
  SsmAlign align;
} SsmDealPlace;

SsmText *ssm_deal_text  (const SsmDealLayout *layout, const char *string,
                         const SsmDealType *type);
double   ssm_deal_size  (const SsmDealLayout *layout, const SsmDealType *type);
double   ssm_deal_width (const SsmDealLayout *layout, const char *string,
                         const SsmDealType *type);

/* Returns the height; draws where there is a builder. */
double ssm_deal_put (const SsmDealLayout *layout, SsmPageBuilder *builder,
                     const char *string, const SsmDealPlace *place);

/* Nothing without a builder. */
void ssm_deal_add   (SsmPageBuilder *builder, const SsmShape *shape);
void ssm_deal_open  (SsmPageBuilder *builder, SsmAreaRole role, const char *id,
                     SsmField field, const SsmRect *rect);
void ssm_deal_close (SsmPageBuilder *builder);
void ssm_deal_line  (const SsmDealLayout *layout, SsmPageBuilder *builder, double x,
                     double y, double width);

/* (transfer full): @text, cut where it is longer than a page can bear. */
char *ssm_deal_cut (const char *text, guint max_chars);

/* Colours by theme. */
guint32 ssm_deal_verdict_colour (const SsmDealLayout *layout, SsmVerdict verdict);
guint32 ssm_deal_stage_colour   (const SsmDealLayout *layout, int stage);

/* The mark of an answer, as large as @size; each has an outline of its own. */
void ssm_deal_mark (const SsmDealLayout *layout, SsmPageBuilder *builder,
                    SsmVerdict verdict, double x, double y, double size);

/* A square with the number of a stage. */
void ssm_deal_badge (const SsmDealLayout *layout, SsmPageBuilder *builder, int stage,
                     const SsmRect *rect);

/* The blocks, from top to bottom. Each returns where it ends. */
typedef double SsmDealBlock (const SsmDealLayout *layout, SsmPageBuilder *builder, double y);

SsmDealBlock ssm_deal_draw_header, ssm_deal_draw_card, ssm_deal_draw_route,
  ssm_deal_draw_lists, ssm_deal_draw_bottom;

/* Lines to write on, as many as there is room for up to @end. */
double ssm_deal_draw_notes (const SsmDealLayout *layout, SsmPageBuilder *builder,
                            double y, double end);
double ssm_deal_footer_height (const SsmDealLayout *layout);
void   ssm_deal_draw_footer (const SsmDealLayout *layout, SsmPageBuilder *builder);

/* Rows that the lists have altogether. */
guint ssm_deal_n_rows (const SsmDealLayout *layout);

G_END_DECLS
