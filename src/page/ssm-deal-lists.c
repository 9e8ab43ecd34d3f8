/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was answered: the criteria that decide about the next step, with their evidence.
 */

#include "ssm-deal-layout.h"

#include "ssm-book.h"
#include "ssm-deal-words.h"

#define BADGE 6.0          /* millimetres */
#define BADGE_GAP 2.4
#define HEAD_BOTTOM 2.4    /* from a heading to its line */
#define ROW_PAD 2.3
#define LIST_BOTTOM 5.4
#define MARK 4.1
#define MARK_GAP 1.5
#define COLUMN_GAP 5.0
#define CRITERION 0.345    /* shares of the width behind the answer */
#define MIN_VERDICT 24.0
#define MAX_CRITERION 220  /* characters */
#define MAX_EVIDENCE 320

/* The columns of a row. */
typedef struct
{
  double mark, verdict, criterion, evidence;
  double verdict_width, criterion_width, evidence_width;
} Columns;

static Columns
find_columns (const SsmDealLayout *layout)
{
  Columns columns = { .mark = ssm_deal_margin (layout) };
  double end = columns.mark + ssm_deal_content (layout);
  double gap = ssm_deal_mm (layout, COLUMN_GAP);
  double width = ssm_deal_mm (layout, MIN_VERDICT);

  for (guint i = 0; i < SSM_N_VERDICTS; i++)
    width = MAX (width, ssm_deal_width (layout, ssm_deal_words_verdict (i, layout->words),
                                        &ssm_set_verdict));
  columns.verdict = columns.mark + ssm_deal_mm (layout, MARK + MARK_GAP);
  columns.verdict_width = MIN (width, ssm_deal_content (layout) / 4);
  columns.criterion = columns.verdict + columns.verdict_width + gap;
  columns.criterion_width = (end - columns.criterion - gap) * CRITERION
                            / (CRITERION + 1 - CRITERION) * 1.2;
  columns.evidence = columns.criterion + columns.criterion_width + gap;
  columns.evidence_width = end - columns.evidence;
  return columns;
}

/* The criteria of a list, and whether it is shown at all. */
typedef struct
{
  int stage;
  gboolean is_entry;
  guint first, n;
} List;

static gboolean
is_shown (const SsmDealLayout *layout, guint criterion)
{
  return !layout->is_short || !ssm_verdict_is_met (layout->diagnosis->answers[criterion]);
}

static guint
count_shown (const SsmDealLayout *layout, const List *list)
{
  guint n = 0;

  for (guint i = list->first; i < list->first + list->n; i++)
    n += is_shown (layout, i);
  return n;
}

static gboolean
lacks_something (const SsmDealLayout *layout, const List *list)
{
  for (guint i = list->first; i < list->first + list->n; i++)
    if (!ssm_verdict_is_met (layout->diagnosis->answers[i]))
      return TRUE;
  return FALSE;
}

typedef void (*ListFunc) (const SsmDealLayout *layout, const List *list, gpointer data);

static void
call_list (const SsmDealLayout *layout, int stage, gboolean is_entry, ListFunc func,
           gpointer data)
{
  const SsmPathStage *part = &layout->diagnosis->path->stages[stage];
  List list = { stage, is_entry, is_entry ? part->entry : part->exit,
                is_entry ? part->n_entry : part->n_exit };

  if (count_shown (layout, &list) > 0)
    func (layout, &list, data);
}

/* Whether the entries of @stage are to be shown: what is missing there, or what a claim
 * says has been reached. */
static gboolean
needs_entry (const SsmDealLayout *layout, int stage)
{
  const SsmDiagnosis *diagnosis = layout->diagnosis;
  const SsmPathStage *part = &diagnosis->path->stages[stage];
  List list = { stage, TRUE, part->entry, part->n_entry };

  if (!lacks_something (layout, &list))
    return FALSE;
  for (guint i = 0; i < diagnosis->n_missing; i++)
    if (diagnosis->missing[i] >= part->entry && diagnosis->missing[i] < part->exit)
      return TRUE;
  return stage <= diagnosis->claimed;
}

/* First what keeps it where it is, answered or not; then what the stages behind that
 * lack. */
static void
foreach_list (const SsmDealLayout *layout, ListFunc func, gpointer data)
{
  const SsmDiagnosis *diagnosis = layout->diagnosis;
  int last = MAX (diagnosis->claimed, diagnosis->evidence + 1);

  if (diagnosis->evidence != SSM_NO_STAGE)
    call_list (layout, diagnosis->evidence, FALSE, func, data);
  for (int i = diagnosis->evidence + 1; i <= last && i < (int) diagnosis->path->n_stages;
       i++)
    {
      const SsmPathStage *stage = &diagnosis->path->stages[i];
      List exits = { i, FALSE, stage->exit, stage->n_exit };

      if (needs_entry (layout, i))
        call_list (layout, i, TRUE, func, data);
      if ((i < diagnosis->claimed || i == diagnosis->place)
          && lacks_something (layout, &exits))
        call_list (layout, i, FALSE, func, data);
    }
}

static void
count_cb (const SsmDealLayout *layout, const List *list, gpointer data)
{
  *(guint *) data += count_shown (layout, list);
}

guint
ssm_deal_n_rows (const SsmDealLayout *layout)
{
  guint n = 0;

  foreach_list (layout, count_cb, &n);
  return n;
}

typedef struct
{
  SsmPageBuilder *builder;
  Columns columns;
  double y;
  guint n_rows; /* so far */
} Drawing;

/* The three texts of a row, and where they stand. */
typedef struct
{
  const char *verdict;
  char *criterion, *evidence;
  SsmDealPlace places[3];
  double height;
} Row;

static void
row_clear (Row *row)
{
  g_free (row->criterion);
  g_free (row->evidence);
}

static void
row_init (Row *row,
          const SsmDealLayout *layout,
          const Columns *columns,
          guint index,
          double y)
{
  const SsmPart *part = layout->diagnosis->path->criteria[index].part;
  const SsmPart *answer = ssm_deal_answer (layout->deal, ssm_part_id (part));
  g_autofree char *evidence = ssm_deal_words_evidence (layout->diagnosis, index, answer,
                                                       layout->words);
  SsmVerdict verdict = layout->diagnosis->answers[index];

  row->verdict = ssm_deal_words_verdict (verdict, layout->words);
  row->criterion = ssm_deal_cut (ssm_part_text (part, SSM_CRITERION_TEXT), MAX_CRITERION);
  row->evidence = ssm_deal_cut (evidence, MAX_EVIDENCE);
  row->places[0] = (SsmDealPlace) {
    &ssm_set_verdict, columns->verdict, y, columns->verdict_width,
    ssm_deal_verdict_colour (layout, verdict), SSM_ALIGN_LEFT
  };
  row->places[1] = (SsmDealPlace) { &ssm_set_criterion, columns->criterion, y,
                                    columns->criterion_width, SSM_COLOUR_INK,
                                    SSM_ALIGN_LEFT };
  row->places[2] = (SsmDealPlace) { &ssm_set_evidence, columns->evidence, y,
                                    columns->evidence_width,
                                    ssm_theme_quiet (layout->theme), SSM_ALIGN_LEFT };
  row->height = ssm_deal_put (layout, NULL, row->verdict, &row->places[0]);
  row->height = MAX (row->height, ssm_deal_put (layout, NULL, row->criterion,
                                                &row->places[1]));
  row->height = MAX (row->height, ssm_deal_put (layout, NULL, row->evidence,
                                                &row->places[2]));
}

/* The lines and the mark of a row: they belong to no area, as they say nothing. */
static void
decorate_row (const SsmDealLayout *layout, Drawing *drawing, const Row *row, guint index)
{
  double size = ssm_deal_mm (layout, MARK);
  double pitch = ssm_deal_size (layout, &ssm_set_verdict) * SSM_SPACING;
  double y = row->places[0].y;

  ssm_deal_line (layout, drawing->builder, drawing->columns.mark,
                 y - ssm_deal_mm (layout, ROW_PAD), ssm_deal_content (layout));
  ssm_deal_mark (layout, drawing->builder, layout->diagnosis->answers[index],
                 drawing->columns.mark, y + (pitch - size) / 2, size);
}

static void
write_row (const SsmDealLayout *layout, Drawing *drawing, const Row *row, guint index)
{
  SsmRect rect = { drawing->columns.mark, row->places[0].y, ssm_deal_content (layout),
                   row->height };
  const SsmPart *part = layout->diagnosis->path->criteria[index].part;

  ssm_deal_open (drawing->builder, SSM_AREA_CRITERION, ssm_part_id (part), SSM_FIELD_NONE,
                 &rect);
  ssm_deal_put (layout, drawing->builder, row->verdict, &row->places[0]);
  ssm_deal_put (layout, drawing->builder, row->criterion, &row->places[1]);
  if (*row->evidence != '\0')
    ssm_deal_put (layout, drawing->builder, row->evidence, &row->places[2]);
  ssm_deal_close (drawing->builder);
}

/* Lays out the rows of a list from @y on; decorates or writes them. Returns where they
 * end, and in @n how many there were room for. */
static double
draw_rows (const SsmDealLayout *layout, Drawing *drawing, const List *list, double y,
           gboolean words, guint *n)
{
  double pad = ssm_deal_mm (layout, ROW_PAD);

  *n = 0;
  for (guint i = list->first; i < list->first + list->n; i++)
    {
      Row row = { 0 };

      if (!is_shown (layout, i) || drawing->n_rows + *n >= layout->max_rows)
        continue;
      row_init (&row, layout, &drawing->columns, i, y + pad);
      if (words)
        write_row (layout, drawing, &row, i);
      else
        decorate_row (layout, drawing, &row, i);
      y += row.height + 2 * pad;
      row_clear (&row);
      ++*n;
    }
  return y;
}

/* "Discovery: leave when" behind the stage's number. Returns its height. */
static double
put_heading (const SsmDealLayout *layout,
             SsmPageBuilder *builder,
             const List *list,
             double y)
{
  const SsmPathStage *stage = &layout->diagnosis->path->stages[list->stage];
  g_autofree char *name = ssm_deal_cut (ssm_part_text (stage->part, SSM_STAGE_NAME), 80);
  g_autofree char *heading = ssm_language_format (layout->words,
                                                  list->is_entry ? "deal-enter"
                                                                 : "deal-leave",
                                                  "stage", name, NULL);
  double indent = ssm_deal_mm (layout, BADGE + BADGE_GAP);
  SsmDealPlace place = { &ssm_set_heading, ssm_deal_margin (layout) + indent, y,
                         ssm_deal_content (layout) - indent, SSM_COLOUR_INK,
                         SSM_ALIGN_LEFT };

  return ssm_deal_put (layout, builder, heading, &place);
}

static void
draw_cb (const SsmDealLayout *layout, const List *list, gpointer data)
{
  Drawing *drawing = data;
  double badge = ssm_deal_mm (layout, BADGE);
  double heading = put_heading (layout, NULL, list, drawing->y);
  double head = MAX (heading, badge);
  double top = drawing->y + head + ssm_deal_mm (layout, HEAD_BOTTOM);
  SsmRect square = { ssm_deal_margin (layout), drawing->y + (head - badge) / 2, badge,
                     badge };
  SsmRect area = { square.x, drawing->y, ssm_deal_content (layout), 0 };
  SsmRect rows = { square.x, top, area.width, 0 };
  double bottom;
  guint n;

  if (drawing->n_rows >= layout->max_rows)
    return;
  bottom = draw_rows (layout, drawing, list, top, FALSE, &n);
  ssm_deal_badge (layout, drawing->builder, list->stage, &square);
  area.height = bottom - area.y;
  rows.height = bottom - top;
  if (drawing->builder != NULL)
    {
      ssm_deal_open (drawing->builder, SSM_AREA_GROUP, "", SSM_FIELD_NONE, &area);
      put_heading (layout, drawing->builder, list, drawing->y + (head - heading) / 2);
      ssm_deal_open (drawing->builder, SSM_AREA_LIST, "", SSM_FIELD_NONE, &rows);
      draw_rows (layout, drawing, list, top, TRUE, &n);
      ssm_deal_close (drawing->builder);
      ssm_deal_close (drawing->builder);
    }
  drawing->n_rows += n;
  drawing->y = bottom + ssm_deal_mm (layout, LIST_BOTTOM);
}

/* "and 31 more", where there was no room. */
static double
draw_more (const SsmDealLayout *layout, SsmPageBuilder *builder, guint n, double y)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *more = ssm_language_format (
      layout->words, n == 1 ? "deal-more-one" : "deal-more", "n", number, NULL);
  SsmDealPlace place = { &ssm_set_criterion, ssm_deal_margin (layout), y,
                         ssm_deal_content (layout), SSM_COLOUR_INK, SSM_ALIGN_LEFT };
  SsmRect rect = { place.x, y, place.width, ssm_deal_put (layout, NULL, more, &place) };

  ssm_deal_open (builder, SSM_AREA_TEXT, "", SSM_FIELD_NONE, &rect);
  ssm_deal_put (layout, builder, more, &place);
  ssm_deal_close (builder);
  return y + rect.height + ssm_deal_mm (layout, LIST_BOTTOM);
}

double
ssm_deal_draw_lists (const SsmDealLayout *layout, SsmPageBuilder *builder, double y)
{
  Drawing drawing = { builder, find_columns (layout), y, 0 };
  guint all = ssm_deal_n_rows (layout);

  foreach_list (layout, draw_cb, &drawing);
  if (drawing.n_rows < all)
    return draw_more (layout, builder, all - drawing.n_rows, drawing.y);
  return drawing.y;
}
