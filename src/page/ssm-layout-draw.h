/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces of the page, each measured for the search and then drawn, and the few ways
 * in which all of them draw. */

#pragma once

#include "ssm-map-layout.h"
#include "ssm-page-private.h"

G_BEGIN_DECLS

/* A text that can be written in place: the area and what stands in it. */
typedef struct
{
  SsmAreaRole role;
  const char *id;
  SsmField field;
  const char *prompt; /* key of the language pack, or NULL */
  const char *target;
  SsmRect rect;
  SsmRole type;
  SsmTextBox caption; /* drawn before it, where it has a text */
  SsmTextBox box;     /* without size and spacing: those of @type where they are 0 */
} SsmTextArea;

/* Opens the area; shapes that stand beside its text may follow before it is closed.
 * Returns the height of the text. */
double ssm_layout_open_text (const SsmLayout *layout, SsmPageBuilder *builder,
                             const SsmTextArea *area);

/* The same, closed again. */
double ssm_layout_put_text  (const SsmLayout *layout, SsmPageBuilder *builder,
                             const SsmTextArea *area);

/* Words that belong to no part of the map. Returns their height. */
double ssm_layout_put_words (const SsmLayout *layout, SsmPageBuilder *builder,
                             SsmText *text, SsmRole role, guint32 colour, double x,
                             double y, double width);

/* A hairline, or a line of another width. */
void   ssm_layout_put_line  (const SsmLayout *layout, SsmPageBuilder *builder, double x,
                             double y, double width);

/* ssm-page-fit.c: the largest that fits. Sets everything that follows. */
void ssm_layout_search (SsmLayout *layout, double width, double height, SsmFit *fit);

/* Each of these measures its share of the page's height … */
void ssm_layout_measure_header (SsmLayout *layout);
void ssm_layout_measure_bands  (SsmLayout *layout);
void ssm_layout_measure_links  (SsmLayout *layout);
void ssm_layout_measure_bottom (SsmLayout *layout);
void ssm_layout_measure_footer (SsmLayout *layout);

/* What the system's figures need at least in width, and in height at the width given. */
double ssm_layout_measures_width  (const SsmLayout *layout);
double ssm_layout_measures_height (const SsmLayout *layout);

/* … and each of these draws it. */
void ssm_layout_draw_header (SsmLayout *layout, SsmPageBuilder *builder);
void ssm_layout_draw_band   (SsmLayout *layout, SsmPageBuilder *builder, guint band);
void ssm_layout_draw_labels (SsmLayout *layout, SsmPageBuilder *builder, guint band);
void ssm_layout_draw_empty  (SsmLayout *layout, SsmPageBuilder *builder);
void ssm_layout_draw_links  (SsmLayout *layout, SsmPageBuilder *builder);
void ssm_layout_draw_definitions (SsmLayout *layout, SsmPageBuilder *builder, double top);
void ssm_layout_draw_measures    (SsmLayout *layout, SsmPageBuilder *builder, double top);
void ssm_layout_draw_footer (SsmLayout *layout, SsmPageBuilder *builder);

/* ssm-page-worksheet.c: what only the empty worksheet has. The question of a stage; what is
 * written on instead of criteria, in a cell of at least this height; the box for the name
 * of what it is now; and the definitions to be agreed on. */
double ssm_layout_question_height (const SsmLayout *layout, const SsmStage *stage);
void   ssm_layout_draw_question   (const SsmLayout *layout, SsmPageBuilder *builder,
                                   const SsmStage *stage, double y);
double ssm_layout_blanks_height   (const SsmLayout *layout, SsmRow row);
void   ssm_layout_draw_blanks     (const SsmLayout *layout, SsmPageBuilder *builder,
                                   const SsmStage *stage, SsmRow row, const SsmRect *cell);
double ssm_layout_outcome_box_height (const SsmLayout *layout);
void   ssm_layout_draw_outcome_box   (const SsmLayout *layout, SsmPageBuilder *builder,
                                      const SsmStage *stage, double x, double y);
double ssm_layout_worksheet_height (const SsmLayout *layout);
void   ssm_layout_draw_worksheet   (const SsmLayout *layout, SsmPageBuilder *builder,
                                    double top);

/* A triangle where deals come in, a box to tick where they leave. */
void ssm_layout_draw_bullet (const SsmLayout *layout, SsmPageBuilder *builder,
                             const SsmStage *stage, SsmRow row, double y);

/* Room for number and name in an arrow, from the text of its column to before its tip. */
double ssm_layout_head_room     (const SsmLayout *layout, const SsmStage *stage);

/* Height of the number in an arrow. */
double ssm_layout_number_height (const SsmLayout *layout, const SsmStage *stage);

/* Height of a row's label and the note under it. */
double ssm_layout_label_height (const SsmLayout *layout, SsmRow row);

/* Height of one of a stage's figures with its note. */
double ssm_layout_figure_height (const SsmLayout *layout, const SsmFigures *figures,
                                 guint index);

/* Room for the words of a criterion. */
double ssm_layout_item_width (const SsmLayout *layout);

/* Left edge of a stage's column, and the top of a row of its band. */
double ssm_layout_column_x (const SsmLayout *layout, guint stage);
double ssm_layout_row_top  (const SsmBand *band, SsmRow row);
double ssm_layout_band_height (const SsmBand *band);
guint  ssm_layout_band_of (const SsmLayout *layout, guint stage);

G_END_DECLS
