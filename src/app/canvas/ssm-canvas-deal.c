/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a deal is, marked over the page and never on it: what is drawn here is in no picture
 * and on no paper. */

#include "ssm-canvas-private.h"

#include "ssm-page-shown.h"

#define RED { 0.639f, 0.090f, 0.165f, 1.0f } /* #A3172A */
#define WHITE { 1.0f, 1.0f, 1.0f, 1.0f }

/* Pixels: around the words of the pin, and of the mark at a criterion. */
#define PADDING 6
#define MARK 3

struct _SsmCanvasDeal
{
  char *name;
  char *stage;
  GStrv missing;
};

static void
deal_free (struct _SsmCanvasDeal *deal)
{
  if (deal == NULL)
    return;

  g_free (deal->name);
  g_free (deal->stage);
  g_strfreev (deal->missing);
  g_free (deal);
}

void
ssm_canvas_set_deal (SsmCanvas *self, const char *name, const char *stage,
                     const char * const *missing)
{
  g_return_if_fail (SSM_IS_CANVAS (self));

  g_clear_pointer (&self->deal, deal_free);
  if (name != NULL)
    {
      self->deal = g_new0 (struct _SsmCanvasDeal, 1);
      self->deal->name = g_strdup (name);
      self->deal->stage = g_strdup (stage);
      self->deal->missing = g_strdupv ((GStrv) missing);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A bar where the criterion begins, and a line around it: two shapes, and then the colour. */
static void
append_missing (SsmCanvas *self, GtkSnapshot *snapshot, guint index)
{
  static const GdkRGBA red = RED;
  graphene_rect_t rect = ssm_canvas_text_pixels (self, index);
  graphene_rect_t bar;
  GskRoundedRect outline;

  graphene_rect_inset (&rect, -MARK, -1);
  bar = rect;
  bar.size.width = MARK;
  if (ssm_page_is_rtl (self->page))
    bar.origin.x += rect.size.width - MARK;
  gsk_rounded_rect_init_from_rect (&outline, &rect, MARK);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { red, red, red, red });
  gtk_snapshot_append_color (snapshot, &red, &bar);
}

/* The name of the deal in a flag over the head of the stage. */
static void
append_pin (SsmCanvas *self, GtkSnapshot *snapshot, guint index)
{
  static const GdkRGBA red = RED, white = WHITE;
  graphene_rect_t stage
    = ssm_canvas_area_pixels (self, &ssm_page_area (self->page, index)->rect);
  g_autoptr (PangoLayout) layout
    = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->deal->name);
  graphene_rect_t flag;
  GskRoundedRect outline;
  int width, height;

  pango_layout_set_width (layout, (int) (stage.size.width - 2 * PADDING) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  flag = GRAPHENE_RECT_INIT (stage.origin.x, stage.origin.y - (float) height - PADDING,
                             (float) (width + 2 * PADDING), (float) (height + PADDING));
  if (ssm_page_is_rtl (self->page))
    flag.origin.x = stage.origin.x + stage.size.width - flag.size.width;
  gsk_rounded_rect_init_from_rect (&outline, &flag, PADDING);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &red, &flag);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (flag.origin.x + PADDING,
                                                          flag.origin.y + PADDING / 2.0f));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);
}

void
ssm_canvas_snapshot_deal (SsmCanvas *self, GtkSnapshot *snapshot)
{
  if (self->deal == NULL || self->page == NULL)
    return;

  for (guint i = 0; i < ssm_page_n_areas (self->page); i++)
    {
      const SsmArea *area = ssm_page_area (self->page, i);

      if (area->role == SSM_AREA_STAGE && g_strcmp0 (area->id, self->deal->stage) == 0)
        append_pin (self, snapshot, i);
      else if (area->role == SSM_AREA_CRITERION && area->id != NULL
               && g_strv_contains ((const char * const *) self->deal->missing, area->id))
        append_missing (self, snapshot, i);
    }
}
