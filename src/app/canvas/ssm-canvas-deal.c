/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a deal is, marked over the page and never on it: what is drawn here is in no picture
 * and on no paper. */

#include "ssm-canvas-deal.h"

#include <glib/gi18n-lib.h>

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

  if (self->deal == NULL && name == NULL)
    return;
  g_clear_pointer (&self->deal, deal_free);
  if (name != NULL)
    {
      self->deal = g_new0 (struct _SsmCanvasDeal, 1);
      self->deal->name = g_strdup (name);
      self->deal->stage = g_strdup (stage);
      self->deal->missing = g_strdupv ((GStrv) missing);
    }
  if (self->page != NULL)
    ssm_canvas_update_names (self);
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

static gboolean
is_place (const struct _SsmCanvasDeal *deal, const SsmArea *area)
{
  return area->role == SSM_AREA_STAGE && g_strcmp0 (area->id, deal->stage) == 0;
}

static gboolean
is_missing (const struct _SsmCanvasDeal *deal, const SsmArea *area)
{
  return area->role == SSM_AREA_CRITERION && area->id != NULL
         && g_strv_contains ((const char * const *) deal->missing, area->id);
}

char *
ssm_canvas_deal_words (SsmCanvas *self, guint index)
{
  const SsmArea *area = ssm_page_area (self->page, index);

  if (self->deal != NULL && is_place (self->deal, area))
    /* Translators: what a screen reader says at a stage: the name of a deal */
    return g_strdup_printf (_("Here is the deal “%s”"), self->deal->name);
  if (self->deal != NULL && is_missing (self->deal, area))
    /* Translators: what a screen reader says at a criterion: the name of a deal */
    return g_strdup_printf (_("Missing for the deal “%s”"), self->deal->name);
  return g_strdup ("");
}

/* What is printed; around it the paper has a margin, in which a flag covers no words. */
static graphene_rect_t
get_printed (SsmCanvas *self)
{
  graphene_rect_t all = ssm_canvas_area_pixels (self, &ssm_page_area (self->page, 0)->rect);

  for (guint i = 1; i < ssm_page_n_areas (self->page); i++)
    {
      graphene_rect_t rect
        = ssm_canvas_area_pixels (self, &ssm_page_area (self->page, i)->rect);

      graphene_rect_union (&all, &rect, &all);
    }
  return all;
}

static void
append_flag (GtkSnapshot *snapshot, const graphene_rect_t *flag, PangoLayout *layout)
{
  static const GdkRGBA red = RED, white = WHITE;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, flag, PADDING);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &red, flag);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (flag->origin.x + PADDING,
                                                          flag->origin.y + PADDING / 2.0f));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);
}

/* A line around the stage, and the name of the deal over it in the margin. */
static void
append_pin (SsmCanvas *self, GtkSnapshot *snapshot, guint index)
{
  static const GdkRGBA red = RED;
  graphene_rect_t stage
    = ssm_canvas_area_pixels (self, &ssm_page_area (self->page, index)->rect);
  graphene_rect_t printed = get_printed (self), flag;
  g_autoptr (PangoLayout) layout
    = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->deal->name);
  GskRoundedRect outline;
  int width, height;

  pango_layout_set_width (layout, (int) (printed.size.width - 2 * PADDING) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  flag = GRAPHENE_RECT_INIT (stage.origin.x,
                             MAX (0, printed.origin.y - (float) (height + PADDING)),
                             (float) (width + 2 * PADDING), (float) (height + PADDING));
  if (ssm_page_is_rtl (self->page))
    flag.origin.x = stage.origin.x + stage.size.width - flag.size.width;
  flag.origin.x = CLAMP (flag.origin.x, printed.origin.x,
                         printed.origin.x + printed.size.width - flag.size.width);
  gsk_rounded_rect_init_from_rect (&outline, &stage, PADDING);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { red, red, red, red });
  append_flag (snapshot, &flag, layout);
}

void
ssm_canvas_snapshot_deal (SsmCanvas *self, GtkSnapshot *snapshot)
{
  if (self->deal == NULL || self->page == NULL)
    return;

  for (guint i = 0; i < ssm_page_n_areas (self->page); i++)
    {
      const SsmArea *area = ssm_page_area (self->page, i);

      if (is_place (self->deal, area))
        append_pin (self, snapshot, i);
      else if (is_missing (self->deal, area))
        append_missing (self, snapshot, i);
    }
}
