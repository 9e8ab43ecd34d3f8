/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search for the largest page that fits. What can give way does so in one order, laid
 * out as one scale of ease from 0 to 4, so that a single bisection finds the place:
 *
 *   0 … 1  the sheet is larger than the paper and drawn smaller: it does not fit
 *   1 … 2  the body grows from its floor to the size of the drawing
 *   2 … 3  distances and the room at the bottom grow from their least to the drawing's
 *   3 … 4  the body grows on as far as there is room
 */

#include "ssm-layout-draw.h"

#include <math.h>

#define STEPS 11
#define SMALLEST_SCALE (1 / 400.0)

/* Ease that one more band must win. */
#define BAND_PRICE 0.15

#define MAX_COLUMNS 8
#define MIN_COLUMN 27.0

static double
mix (double from, double to, double share)
{
  return from + (to - from) * share;
}

static double
body_floor (const SsmLayout *layout)
{
  return layout->options->shrink ? SSM_BODY_FLOOR_SHRUNK : SSM_BODY_FLOOR;
}

static void
set_ease (SsmLayout *layout, double ease, double width, double height)
{
  double floor = body_floor (layout);
  double nominal = MAX (floor, SSM_BODY_NOMINAL * layout->factor);
  double max = MAX (nominal, SSM_BODY_MAX * layout->factor);

  layout->scale = ease < 1 ? pow (SMALLEST_SCALE, 1 - MAX (ease, 0)) : 1;
  layout->body = ease < 1 ? floor
                 : ease < 2 ? mix (floor, nominal, ease - 1)
                 : ease < 3 ? nominal : mix (nominal, max, ease - 3);
  layout->tight = ease <= 2 ? 1 : ease < 3 ? 3 - ease : 0;
  layout->gap = 1 - 0.25 * layout->tight;
  layout->width = width / layout->scale;
  layout->height = height / layout->scale;
}

static double
total_height (const SsmLayout *layout)
{
  double total = ssm_mm (layout, SSM_MARGIN_TOP + SSM_MARGIN_BOTTOM) + layout->header
                 + layout->bottom_room + layout->footer;

  for (guint i = 0; i < layout->bands->len; i++)
    {
      const SsmBand *band = ssm_layout_band (layout, i);

      total += ssm_layout_band_height (band) + band->links;
      if (i > 0)
        total += ssm_mm (layout, SSM_BAND_GAP) * layout->gap;
    }
  return total;
}

/* Room for definitions and measures: what they need, and as long as all is easy, what the
 * drawing gives them; on a worksheet, what is left over is for writing. */
static void
give_bottom_room (SsmLayout *layout)
{
  double drawn = ssm_mm (layout, SSM_BOTTOM) * (layout->n_bands > 1 ? 0.8 : 1);

  layout->bottom_room = layout->bottom;
  if (layout->bottom > 0 && drawn > layout->bottom && !layout->options->handout)
    layout->bottom_room = mix (drawn, layout->bottom, layout->tight);
}

/* Head and foot do not grow with the body: they are the same for one width. */
static void
measure_edges (SsmLayout *layout)
{
  double body = layout->factor > 1 ? layout->body : 0;

  if (layout->edges == layout->width && layout->edges_body == body)
    return;
  layout->edges = layout->width;
  layout->edges_body = body;
  ssm_layout_measure_header (layout);
  ssm_layout_measure_footer (layout);
}

static gboolean
measure (SsmLayout *layout, guint n_bands, double ease, double width, double height)
{
  layout->n_bands = n_bands;
  layout->columns = n_bands > 0 ? (layout->n_stages + n_bands - 1) / n_bands : 0;
  set_ease (layout, ease, width, height);
  measure_edges (layout);
  ssm_layout_measure_bands (layout);
  if (layout->narrow)
    return FALSE;
  ssm_layout_measure_links (layout);
  ssm_layout_measure_bottom (layout);
  give_bottom_room (layout);
  return !layout->splits && total_height (layout) <= layout->height + 1e-6;
}

typedef struct
{
  guint n_bands;
  double ease;
} Choice;

static void
bisect (SsmLayout *layout, Choice *choice, double from, double width, double height)
{
  double low = from, high = 4;

  if (measure (layout, choice->n_bands, high, width, height))
    low = high;
  for (guint i = 0; i < STEPS && low < high; i++)
    {
      double middle = (low + high) / 2;

      if (measure (layout, choice->n_bands, middle, width, height))
        low = middle;
      else
        high = middle;
    }
  choice->ease = low;
}

static void
try_bands (SsmLayout *layout, Choice *best, guint n_bands, double width, double height)
{
  Choice choice = { n_bands, best->ease + BAND_PRICE };

  if (n_bands == best->n_bands || choice.ease > 4 ||
      !measure (layout, n_bands, choice.ease, width, height))
    return;
  bisect (layout, &choice, choice.ease, width, height);
  *best = choice;
}

static guint
bands_for (const SsmLayout *layout, guint columns)
{
  return (layout->n_stages + columns - 1) / columns;
}

/* Columns that a row may have before its words become slivers. */
static guint
widest_row (const SsmLayout *layout, double width)
{
  double least = ssm_mm (layout, MIN_COLUMN);
  double room = width - ssm_mm (layout, 2 * SSM_MARGIN_SIDE + SSM_LABELS);
  guint columns;

  least *= MAX (1, body_floor (layout) / (SSM_BODY_NOMINAL * layout->factor));
  columns = CLAMP (room / least, 1, MAX_COLUMNS);
  return MIN (columns, MAX (layout->n_stages, 1));
}

static void
choose_bands (SsmLayout *layout, Choice *best, double width, double height)
{
  guint columns = widest_row (layout, width);
  gboolean one_row = columns == layout->n_stages && width > height;

  best->n_bands = layout->n_stages > 0 ? bands_for (layout, columns) : 0;
  bisect (layout, best, 0, width, height);
  if (layout->n_stages == 0 || (one_row && best->ease >= 1))
    return;
  while (columns-- > 1)
    try_bands (layout, best, bands_for (layout, columns), width, height);
  if (best->ease >= 1)
    return;
  for (columns = MAX_COLUMNS + 2; columns <= layout->n_stages; columns += columns / 5)
    try_bands (layout, best, bands_for (layout, columns), width, height);
}

/* What is left over goes to the rows, mostly to the criteria, in the proportions of the
 * drawing; what the row of figures would take goes to them too where there is none. */
static void
share_slack (SsmLayout *layout)
{
  static const double shares[SSM_N_ROWS] = { SSM_DOES / 3, SSM_ENTER, SSM_LEAVE, 0, 0 };
  double slack = layout->height - total_height (layout);
  double all = 0;

  for (guint row = 0; row < SSM_N_ROWS; row++)
    all += shares[row] * layout->bands->len;
  if (slack <= 0 || all <= 0)
    return;
  for (guint i = 0; i < layout->bands->len; i++)
    for (guint row = 0; row < SSM_N_ROWS; row++)
      ssm_layout_band (layout, i)->rows[row] += slack * shares[row] / all;
}

static void
place_bands (SsmLayout *layout)
{
  double y = ssm_mm (layout, SSM_MARGIN_TOP) + layout->header;

  for (guint i = 0; i < layout->bands->len; i++)
    {
      SsmBand *band = ssm_layout_band (layout, i);

      band->top = y;
      y += ssm_layout_band_height (band) + band->links
           + ssm_mm (layout, SSM_BAND_GAP) * layout->gap;
    }
}

static double
stage_height (const SsmLayout *layout, const SsmStage *stage)
{
  double width = ssm_layout_item_width (layout);
  double height = 0;

  for (guint row = 0; row < 2; row++)
    for (guint i = 0; i < stage->n_items[row]; i++)
      height += ssm_layout_height (stage->items[row][i], layout->body, width);
  return height + ssm_layout_height (stage->does, layout->body, width);
}

/* Which stage is the worst, and by how many lines the page is too long at its floor. */
static void
report_misfit (SsmLayout *layout, SsmFit *fit, guint n_bands, double width, double height)
{
  double worst = -1;

  measure (layout, n_bands, 1, width, height);
  for (guint i = 0; i < layout->n_stages; i++)
    {
      double tall = stage_height (layout, &layout->stages[i]);

      if (tall <= worst)
        continue;
      worst = tall;
      fit->stage = i;
    }
  fit->lines_too_many = ceil ((total_height (layout) - layout->height)
                              / (layout->body * SSM_SPACING));
  fit->lines_too_many = MAX (fit->lines_too_many, 1);
}

void
ssm_layout_search (SsmLayout *layout, double width, double height, SsmFit *fit)
{
  Choice best = { 0, 0 };

  choose_bands (layout, &best, width, height);
  fit->fits = best.ease >= 1;
  fit->stage = -1;
  fit->lines_too_many = 0;
  if (!fit->fits)
    report_misfit (layout, fit, best.n_bands, width, height);
  measure (layout, best.n_bands, best.ease, width, height);
  fit->body_pt = layout->body * layout->scale;
  share_slack (layout);
  place_bands (layout);
}
