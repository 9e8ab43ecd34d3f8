/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The column of row labels and the hairlines between rows: once per band, calmer than a
 * caption in every cell. */

#include "ssm-layout-draw.h"

typedef struct
{
  SsmRow row;
  const char *key;
  const char *note;
  double top;
} Label;

static const Label labels[] = {
  { SSM_ROW_DOES, "what-we-do", NULL, SSM_DOES_TOP },
  { SSM_ROW_ENTER, "enter-when", "enter-note", SSM_LIST_TOP },
  { SSM_ROW_LEAVE, "leave-when", "leave-note", SSM_LIST_TOP },
  { SSM_ROW_OUTCOME, "outcome", NULL, SSM_OUTCOME_TOP + 0.2 },
  { SSM_ROW_MEASURE, "measure", "measure-note", SSM_FIGURE_TOP + 0.4 },
};

/* The note under a label, or NULL. */
static SsmText *
note_of (const SsmLayout *layout, const Label *label)
{
  g_autofree char *days = g_strdup_printf ("%u", layout->days);
  g_autofree char *note = NULL;

  if (label->note == NULL || (label->row == SSM_ROW_MEASURE && layout->days == 0))
    return NULL;
  note = ssm_language_format (layout->words, label->note, "days", days, NULL);
  return ssm_layout_text (layout, note, SSM_ROLE_NOTE);
}

double
ssm_layout_label_height (const SsmLayout *layout, SsmRow row)
{
  const Label *label = &labels[row];
  SsmText *note = note_of (layout, label);
  double height = 2 * ssm_mm (layout, label->top) * layout->gap;

  if (row == SSM_ROW_MEASURE && !layout->measured)
    return 0;
  height += ssm_layout_height (ssm_layout_word (layout, label->key, SSM_ROLE_LABEL),
                               ssm_layout_size (layout, SSM_ROLE_LABEL), layout->labels);
  if (note != NULL)
    height += ssm_layout_height (note, ssm_layout_size (layout, SSM_ROLE_NOTE),
                                 layout->labels);
  return height;
}

static void
draw_label (const SsmLayout *layout, SsmPageBuilder *builder, const SsmBand *band,
            const Label *label)
{
  double x = ssm_mm (layout, SSM_MARGIN_SIDE);
  double y = ssm_layout_row_top (band, label->row)
             + ssm_mm (layout, label->top) * layout->gap;
  SsmText *note = note_of (layout, label);

  y += ssm_layout_put_words (layout, builder,
                             ssm_layout_word (layout, label->key, SSM_ROLE_LABEL),
                             SSM_ROLE_LABEL, SSM_COLOUR_INK, x, y, layout->labels);
  if (note != NULL)
    ssm_layout_put_words (layout, builder, note, SSM_ROLE_NOTE,
                          ssm_theme_quiet (layout->options->theme), x, y, layout->labels);
}

/* A line over a row, broken between the columns. */
static void
draw_rule (const SsmLayout *layout, SsmPageBuilder *builder, const SsmBand *band, double y)
{
  ssm_layout_put_line (layout, builder, ssm_mm (layout, SSM_MARGIN_SIDE), y, layout->labels);
  for (guint i = 0; i < band->n; i++)
    ssm_layout_put_line (layout, builder, ssm_layout_column_x (layout, i), y,
                         layout->column);
}

void
ssm_layout_draw_labels (SsmLayout *layout, SsmPageBuilder *builder, guint index)
{
  const SsmBand *band = ssm_layout_band (layout, index);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (labels[i].row == SSM_ROW_MEASURE && !layout->measured)
        continue;
      draw_label (layout, builder, band, &labels[i]);
      if (labels[i].row != SSM_ROW_DOES && labels[i].row != SSM_ROW_OUTCOME)
        draw_rule (layout, builder, band, ssm_layout_row_top (band, labels[i].row));
    }
}
