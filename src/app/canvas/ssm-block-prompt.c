/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-block-prompt.h"

#define PROMPT_COLOUR { 0.41f, 0.44f, 0.49f, 1.0f } /* #69707D: 5 to 1 on white */
/* Points. */
#define MIN_PROMPT 60.0
#define LINE_GAP 4.0

/* A place that is as narrow as its missing text is no reason to cut the question: it may
 * be wider, as far as what holds the area goes. */
static double
narrow_prompt_x (const SsmPage *page, const SsmArea *area, double scale, PangoLayout *layout)
{
  const SsmRect *room = area->parent < 0
                          ? &area->rect
                          : &ssm_page_area (page, (guint) area->parent)->rect;
  double x = area->text_rect.x * scale;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (ssm_page_is_rtl (page))
    return MAX (x + area->text_rect.width * scale - width, room->x * scale);
  return MIN (x, (room->x + room->width) * scale - width);
}

/* Pixels from the sheet's left edge; breaks the question where its room is wide enough. */
static double
prompt_x (const SsmPage *page, const SsmArea *area, double scale, PangoLayout *layout)
{
  int width;

  if (area->role == SSM_AREA_LINK)
    {
      pango_layout_get_pixel_size (layout, &width, NULL);
      return (area->text_rect.x + area->text_rect.width / 2) * scale - width / 2.0;
    }
  if (area->text_rect.width > MIN_PROMPT)
    {
      pango_layout_set_width (layout,
                              (int) (area->text_rect.width * scale * PANGO_SCALE));
      return area->text_rect.x * scale;
    }
  return narrow_prompt_x (page, area, scale, layout);
}

/* The line of a return path, which on paper has no words there, ends before the question and
 * goes on behind it. */
static void
clear_line (GtkSnapshot *snapshot, PangoLayout *layout, double scale)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  graphene_rect_t ground;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  ground = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  graphene_rect_inset (&ground, (float) (-LINE_GAP * scale), 0);
  gtk_snapshot_append_color (snapshot, &white, &ground);
}

void
ssm_block_prompt_append (GtkSnapshot *snapshot, GtkWidget *widget, const SsmPage *page,
                         guint index, double scale)
{
  static const GdkRGBA on_paper = PROMPT_COLOUR, on_head = { 1, 1, 1, 1 };
  const SsmArea *area = ssm_page_area (page, index);
  const GdkRGBA *colour = area->look.colour == 0xffffff ? &on_head : &on_paper;
  double size = area->look.size * scale * PANGO_SCALE;
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  graphene_point_t at;

  layout = gtk_widget_create_pango_layout (widget, area->prompt);
  pango_font_description_set_family (font, area->look.family);
  pango_font_description_set_absolute_size (font, MAX (size, 1.0));
  pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  at = GRAPHENE_POINT_INIT ((float) prompt_x (page, area, scale, layout),
                            (float) (area->text_rect.y * scale));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  if (area->role == SSM_AREA_LINK)
    clear_line (snapshot, layout, scale);
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}
