/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds how large a diagnosis can be set on its one page, and draws it from top to
 * bottom. */

#include "ssm-deal-page.h"

#include "ssm-deal-layout.h"

#define TOP 14.0          /* millimetres */
#define STEP 0.04         /* by which letters get smaller */

/* Where all but the notes ends. */
static double
draw_blocks (const SsmDealLayout *layout, SsmPageBuilder *builder)
{
  double y = TOP * SSM_MM * layout->factor * layout->k;

  y = ssm_deal_draw_header (layout, builder, y);
  y = ssm_deal_draw_card (layout, builder, y);
  y = ssm_deal_draw_route (layout, builder, y);
  y = ssm_deal_draw_lists (layout, builder, y);
  return ssm_deal_draw_bottom (layout, builder, y);
}

static gboolean
fits (const SsmDealLayout *layout)
{
  return draw_blocks (layout, NULL) <= layout->height - ssm_deal_footer_height (layout);
}

/* Smaller letters first; then only what is missing, and then as many lines of it as fit.
 */
static gboolean
search (SsmDealLayout *layout)
{
  guint most;

  for (layout->k = 1; layout->k > SSM_DEAL_LEAST; layout->k -= STEP)
    if (fits (layout))
      return TRUE;
  layout->k = SSM_DEAL_LEAST;
  layout->is_short = TRUE;
  if (fits (layout))
    return TRUE;
  most = ssm_deal_n_rows (layout);
  for (guint least = 0; least < most;)
    {
      layout->max_rows = (least + most + 1) / 2;
      if (fits (layout))
        least = layout->max_rows;
      else
        most = layout->max_rows - 1;
    }
  layout->max_rows = most;
  return FALSE;
}

SsmPage *
ssm_deal_page_new (const SsmDiagnosis *diagnosis, const SsmPart *deal, const char *as_of,
                   const SsmPageOptions *options)
{
  SsmDealLayout layout = { diagnosis, deal, .as_of = as_of, .max_rows = G_MAXUINT };
  SsmPageBuilder builder;
  SsmFit fit = { .stage = -1 };
  double end;

  g_return_val_if_fail (diagnosis != NULL && deal != NULL && as_of != NULL, NULL);

  ssm_deal_layout_begin (&layout, diagnosis->path->map, options);
  fit.fits = search (&layout);
  fit.body_pt = ssm_deal_size (&layout, &ssm_set_evidence);
  ssm_page_builder_init (&builder, layout.width, layout.height, 1, layout.rtl);
  end = draw_blocks (&layout, &builder);
  ssm_deal_draw_notes (&layout, &builder, end,
                       layout.height - ssm_deal_footer_height (&layout));
  ssm_deal_draw_footer (&layout, &builder);
  return ssm_page_builder_finish (&builder, &fit);
}
