/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bands: rows of arrows with their cells. Rows line up across a band because each is as
 * tall as its tallest cell. */

#include "ssm-layout-draw.h"

/* Millimetres from what stands in a head to the point of its tip. */
#define HEAD_END 3.0

/* Points to which names are tightened before they move. */
#define TIGHT_NAME 9.0

/* Least width of a column's words, in em. */
#define MIN_EM 4.0

guint
ssm_layout_band_of (const SsmLayout *layout, guint stage)
{
  return stage / MAX (layout->columns, 1);
}

double
ssm_layout_column_x (const SsmLayout *layout, guint stage)
{
  return layout->first_column + stage % MAX (layout->columns, 1) * layout->column_pitch;
}

double
ssm_layout_row_top (const SsmBand *band, SsmRow row)
{
  double top = band->top + band->arrow;

  for (guint i = 0; i < (guint) row; i++)
    top += band->rows[i];
  return top;
}

double
ssm_layout_band_height (const SsmBand *band)
{
  double height = band->arrow;

  for (guint row = 0; row < SSM_N_ROWS; row++)
    height += band->rows[row];
  return height;
}

double
ssm_layout_item_width (const SsmLayout *layout)
{
  return layout->column - ssm_mm (layout, SSM_COLUMN_PAD + SSM_COLUMN_END)
         - ssm_text_mm (layout, SSM_INDENT);
}

static double
longest_label (const SsmLayout *layout)
{
  static const char * const keys[] = {
    "what-we-do", "enter-when", "leave-when", "outcome", "measure"
  };
  double longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    longest = MAX (longest, ssm_text_longest_word (ssm_layout_word (layout, keys[i],
                                                                    SSM_ROLE_LABEL)));
  return longest * ssm_layout_size (layout, SSM_ROLE_LABEL);
}

static void
place_columns (SsmLayout *layout)
{
  double margin = ssm_mm (layout, SSM_MARGIN_SIDE);
  double gap = ssm_mm (layout, SSM_COLUMN_GAP);
  double room;

  layout->labels = MAX (ssm_mm (layout, SSM_LABELS), longest_label (layout) + gap);
  layout->first_column = margin + layout->labels + gap;
  room = layout->width - margin - layout->first_column;
  layout->column_pitch = (room + gap) / MAX (layout->columns, 1);
  layout->column = layout->column_pitch - gap;
}

double
ssm_layout_head_room (const SsmLayout *layout, const SsmStage *stage)
{
  gboolean last = stage->index + 1 == layout->n_stages;

  return layout->column
         - ssm_mm (layout, SSM_COLUMN_PAD + (last ? SSM_COLUMN_END : HEAD_END));
}

static double
name_room (const SsmLayout *layout, const SsmStage *stage)
{
  double number = ssm_text_width (stage->number)
                  * ssm_layout_size (layout, SSM_ROLE_NUMBER);

  if (layout->names == SSM_NAMES_BELOW)
    return ssm_layout_head_room (layout, stage);
  return ssm_layout_head_room (layout, stage) - number - ssm_mm (layout, SSM_NUMBER_GAP);
}

/* The size at which every name stands in one line, or each of its words where @words. */
static double
largest_name_size (const SsmLayout *layout, gboolean words)
{
  double size = ssm_layout_size (layout, SSM_ROLE_NAME);

  for (guint i = 0; i < layout->n_stages; i++)
    {
      const SsmStage *stage = &layout->stages[i];
      double em = words ? ssm_text_longest_word (stage->name)
                        : ssm_text_width (stage->name);

      if (em * size > name_room (layout, stage))
        size = name_room (layout, stage) / em;
    }
  return size;
}

/* Names have a size of their own: first tightened, then below their number, then on
 * several lines. */
static void
fit_names (SsmLayout *layout)
{
  double least = ssm_theme_type (SSM_ROLE_NAME)->floor;
  double tight = MAX (TIGHT_NAME * MIN (layout->factor, 1), least);

  layout->names = SSM_NAMES_BESIDE;
  layout->name_size = largest_name_size (layout, FALSE);
  if (layout->name_size >= tight)
    return;
  layout->names = SSM_NAMES_BELOW;
  layout->name_size = largest_name_size (layout, FALSE);
  if (layout->name_size >= tight)
    return;
  layout->name_size = CLAMP (largest_name_size (layout, TRUE), least, tight);
}

double
ssm_layout_number_height (const SsmLayout *layout, const SsmStage *stage)
{
  return ssm_text_pitch (stage->number, SSM_NUMBER_LINE)
         * ssm_layout_size (layout, SSM_ROLE_NUMBER);
}

static double
head_height (const SsmLayout *layout, const SsmStage *stage)
{
  double number = ssm_layout_number_height (layout, stage);
  double name = ssm_layout_height (stage->name, layout->name_size,
                                   name_room (layout, stage));

  if (layout->names == SSM_NAMES_BESIDE)
    return MAX (name, number);
  return name + number;
}

static double
list_height (const SsmLayout *layout, const SsmStage *stage, guint row)
{
  double width = ssm_layout_item_width (layout);
  double size = ssm_layout_size (layout, SSM_ROLE_CRITERION);
  double bottom = row == 0 ? SSM_ENTER_BOTTOM : SSM_LEAVE_BOTTOM;
  double height = ssm_mm (layout, SSM_LIST_TOP + bottom) * layout->gap;

  if (stage->n_items[row] > 1)
    height += (stage->n_items[row] - 1) * ssm_mm (layout, SSM_ITEM_GAP) * layout->gap;
  for (guint i = 0; i < stage->n_items[row]; i++)
    height += ssm_layout_height (stage->items[row][i], size, width);
  if (layout->options->handout)
    height = MAX (height, ssm_layout_blanks_height (layout, SSM_ROW_ENTER + row));
  return height;
}

static double
does_height (const SsmLayout *layout, const SsmStage *stage)
{
  double width = layout->column - ssm_mm (layout, SSM_COLUMN_PAD + SSM_COLUMN_END);
  double size = ssm_layout_size (layout, SSM_ROLE_DOES);

  return ssm_mm (layout, SSM_DOES_TOP + SSM_DOES_BOTTOM) * layout->gap
         + ssm_layout_height (stage->does, size, width)
         + ssm_layout_question_height (layout, stage);
}

static double
outcome_height (const SsmLayout *layout, const SsmStage *stage)
{
  double width = layout->column
                 - ssm_mm (layout, SSM_COLUMN_PAD + SSM_TAG_BAR + 2 * SSM_TAG_PAD_X);
  double size = ssm_layout_size (layout, SSM_ROLE_OUTCOME);

  if (layout->options->handout)
    return ssm_mm (layout, SSM_OUTCOME_TOP) + ssm_layout_outcome_box_height (layout)
           + ssm_mm (layout, SSM_OUTCOME_BOTTOM) * layout->gap;
  return ssm_mm (layout, SSM_OUTCOME_TOP + 2 * SSM_TAG_PAD_Y)
         + ssm_mm (layout, SSM_OUTCOME_BOTTOM) * layout->gap
         + ssm_layout_height (stage->outcome, size, width);
}

static double
figure_width (const SsmLayout *layout, const SsmFigures *figures, guint index)
{
  if (figures->value[index] == NULL)
    return 0;
  return MAX (ssm_text_width (figures->value[index])
              * ssm_layout_size (layout, SSM_ROLE_FIGURE),
              ssm_text_width (figures->note[index])
              * ssm_layout_size (layout, SSM_ROLE_NOTE));
}

/* Figures never break: in narrow columns they are piled up. FALSE if even so they do not
 * fit. */
static gboolean
fit_figures (SsmLayout *layout)
{
  double room = layout->column - ssm_mm (layout, SSM_COLUMN_PAD + SSM_COLUMN_END);
  double widest = 0;

  layout->piled = FALSE;
  for (guint i = 0; i < layout->n_stages; i++)
    {
      const SsmFigures *figures = &layout->stages[i].figures;
      double first = figure_width (layout, figures, 0);
      double second = figure_width (layout, figures, 1);

      widest = MAX (widest, MAX (first, second));
      if (first > 0 && first + second + ssm_mm (layout, SSM_FIGURE_GAP) > room)
        layout->piled = TRUE;
    }
  return widest <= room;
}

/* Height of a figure with its note. */
double
ssm_layout_figure_height (const SsmLayout *layout, const SsmFigures *figures, guint index)
{
  if (figures->value[index] == NULL)
    return 0;
  return ssm_text_pitch (figures->value[index], SSM_SPACING)
         * ssm_layout_size (layout, SSM_ROLE_FIGURE)
         + ssm_text_pitch (figures->note[index], SSM_SPACING)
           * ssm_layout_size (layout, SSM_ROLE_NOTE);
}

static double
measure_height (const SsmLayout *layout, const SsmStage *stage)
{
  double first = ssm_layout_figure_height (layout, &stage->figures, 0);
  double second = ssm_layout_figure_height (layout, &stage->figures, 1);

  return ssm_mm (layout, SSM_FIGURE_TOP + SSM_FIGURE_BOTTOM) * layout->gap
         + (layout->piled ? first + second : MAX (first, second));
}

/* Least heights keep the page from jumping while people type; they give way last. */
static void
start_rows (const SsmLayout *layout, SsmBand *band)
{
  double share = (1 - layout->tight) / layout->n_bands;
  double arrow = layout->n_bands > 1 ? SSM_ARROW_BANDED : SSM_ARROW;

  band->arrow = ssm_mm (layout, arrow - 2 * layout->tight);
  for (guint row = 0; row < SSM_N_ROWS; row++)
    band->rows[row] = ssm_layout_label_height (layout, row);
  band->rows[SSM_ROW_ENTER] = MAX (ssm_mm (layout, SSM_ENTER_MIN) * share,
                                   band->rows[SSM_ROW_ENTER]);
  band->rows[SSM_ROW_LEAVE] = MAX (ssm_mm (layout, SSM_LEAVE_MIN) * share,
                                   band->rows[SSM_ROW_LEAVE]);
}

static void
measure_band (const SsmLayout *layout, SsmBand *band)
{
  start_rows (layout, band);
  for (guint i = band->first; i < band->first + band->n; i++)
    {
      const SsmStage *stage = &layout->stages[i];
      double *rows = band->rows;

      band->arrow = MAX (band->arrow, head_height (layout, stage)
                                      + 2 * ssm_mm (layout, SSM_ARROW_PAD));
      rows[SSM_ROW_DOES] = MAX (rows[SSM_ROW_DOES], does_height (layout, stage));
      rows[SSM_ROW_ENTER] = MAX (rows[SSM_ROW_ENTER], list_height (layout, stage, 0));
      rows[SSM_ROW_LEAVE] = MAX (rows[SSM_ROW_LEAVE], list_height (layout, stage, 1));
      rows[SSM_ROW_OUTCOME] = MAX (rows[SSM_ROW_OUTCOME], outcome_height (layout, stage));
      if (layout->measured)
        rows[SSM_ROW_MEASURE] = MAX (rows[SSM_ROW_MEASURE], measure_height (layout, stage));
    }
}

/* Columns in which nothing can be set. */
static gboolean
is_narrow (SsmLayout *layout)
{
  return ssm_layout_item_width (layout) < layout->body * MIN_EM || !fit_figures (layout);
}

static gboolean
is_split (const SsmText *text, double size, double floor, double width)
{
  double longest = ssm_text_longest_word (text);

  return longest * size > width && longest * floor <= width;
}

/* Words are split between letters only where even the smallest body would not save them. */
static gboolean
splits_words (const SsmLayout *layout)
{
  double floor = SSM_BODY_FLOOR;
  double does = ssm_layout_size (layout, SSM_ROLE_DOES);
  double wide = layout->column - ssm_mm (layout, SSM_COLUMN_PAD + SSM_COLUMN_END);
  double narrow = ssm_layout_item_width (layout);

  for (guint i = 0; i < layout->n_stages; i++)
    {
      const SsmStage *stage = &layout->stages[i];

      if (is_split (stage->does, does, floor * does / layout->body, wide))
        return TRUE;
      if (stage->question != NULL
          && is_split (stage->question, ssm_layout_size (layout, SSM_ROLE_LINK), floor, wide))
        return TRUE;
      for (guint row = 0; row < 2; row++)
        for (guint k = 0; k < stage->n_items[row]; k++)
          if (is_split (stage->items[row][k], layout->body, floor, narrow))
            return TRUE;
    }
  return FALSE;
}

void
ssm_layout_measure_bands (SsmLayout *layout)
{
  place_columns (layout);
  layout->narrow = layout->n_stages > 0 && is_narrow (layout);
  g_array_set_size (layout->bands, 0);
  if (layout->narrow)
    return;
  fit_names (layout);
  for (guint first = 0; first < layout->n_stages; first += layout->columns)
    {
      SsmBand band = { .first = first };

      band.n = MIN (layout->columns, layout->n_stages - first);
      measure_band (layout, &band);
      g_array_append_val (layout->bands, band);
    }
  layout->splits = layout->body > SSM_BODY_FLOOR && splits_words (layout);
}
