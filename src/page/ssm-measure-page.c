/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds how large a measurement can be set on its one page, and draws it. */

#include "ssm-measure-page.h"

#include "ssm-measure-layout.h"
#include "ssm-resources.h"
#include "ssm-sheet.h"

#define TOP 9.0            /* millimetres */
#define STEP 0.04          /* by which letters get smaller */
#define LEAST 0.6
#define PITCH 10.8         /* of a row of the chart, where there is room */
#define LEAST_PITCH 5.8

static void
find_rows (SsmMeasureLayout *layout)
{
  const SsmMeasure *measure = layout->measure;

  layout->rows = g_new (guint, MAX (1, measure->n_stages));
  for (guint i = 0; i < measure->n_stages; i++)
    if (measure->stages[i].kind != SSM_STAGE_LOST)
      layout->rows[layout->n_rows++] = i;
}

static double
draw (const SsmMeasureLayout *layout, SsmPageBuilder *builder)
{
  double y = TOP * SSM_MM * layout->set.factor;

  y = ssm_measure_draw_header (layout, builder, y);
  y = ssm_measure_draw_figures (layout, builder, y);
  y = ssm_measure_draw_chart (layout, builder, y);
  return ssm_measure_draw_bottom (layout, builder, y);
}

/* What is left for the rows. */
static double
find_room (SsmMeasureLayout *layout)
{
  layout->n_shown = 0;
  return layout->set.height - ssm_measure_footer_height (layout) - draw (layout, NULL);
}

/* Rows first come closer, then letters get smaller. */
static gboolean
search (SsmMeasureLayout *layout)
{
  double room = 0;
  guint n = MAX (1, layout->n_rows);

  for (double k = 1; k > LEAST; k -= STEP)
    {
      layout->set.k = k;
      room = find_room (layout);
      layout->pitch = MIN (ssm_measure_mm (layout, PITCH), room / n);
      layout->n_shown = layout->n_rows;
      if (layout->pitch >= ssm_measure_mm (layout, LEAST_PITCH))
        return TRUE;
    }
  layout->pitch = ssm_measure_mm (layout, LEAST_PITCH);
  layout->n_shown = (guint) CLAMP (room / layout->pitch, 0, layout->n_rows);
  return FALSE;
}

static void
find_sheet (SsmDealLayout *set, const SsmPageOptions *given)
{
  SsmPageOptions options = *given;

  if (options.orientation == NULL)
    options.orientation = "landscape";
  if (options.paper == NULL
      && g_ascii_strcasecmp (ssm_map_text (set->map, SSM_PAGE_PAPER), "custom") == 0)
    options.paper = "A4";
  ssm_sheet_find (set->map, &options, &set->width, &set->height);
  set->factor = ssm_sheet_factor (set->width, set->height);
  set->width *= SSM_MM;
  set->height *= SSM_MM;
}

static void
begin (SsmMeasureLayout *layout, const SsmPageOptions *options)
{
  SsmDealLayout *set = &layout->set;
  g_autofree char *iso = ssm_day_to_iso (layout->measure->as_of);
  g_autofree char *day = NULL;

  set->map = layout->measure->map;
  set->language = ssm_map_language (set->map);
  set->words = ssm_resources_words (set->language);
  set->rtl = ssm_map_is_rtl (set->map, set->words);
  set->theme = options->theme;
  day = ssm_language_date (set->words, iso != NULL ? iso : "–");
  layout->as_of = ssm_language_format (set->words, "figures-as-of", "date", day, NULL);
  find_sheet (set, options);
  find_rows (layout);
}

SsmPage *
ssm_measure_page_new (const SsmMeasure *measure, const char *source,
                      const SsmPageOptions *options)
{
  static const SsmPageOptions plain = { 0 };
  SsmMeasureLayout layout = { .measure = measure, .source = source };
  SsmFit fit = { .stage = -1 };
  SsmPageBuilder builder;

  g_return_val_if_fail (measure != NULL, NULL);

  begin (&layout, options != NULL ? options : &plain);
  ssm_text_begin_page (ssm_map_text (layout.set.map, SSM_PAGE_FONT));
  fit.fits = search (&layout);
  fit.body_pt = ssm_deal_size (&layout.set, &ssm_set_evidence);
  ssm_page_builder_init (&builder, layout.set.width, layout.set.height, 1, layout.set.rtl);
  draw (&layout, &builder);
  ssm_measure_draw_footer (&layout, &builder);
  g_free (layout.rows);
  g_free (layout.as_of);
  return ssm_page_builder_finish (&builder, &fit);
}
