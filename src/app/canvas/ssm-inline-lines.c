/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-inline-lines.h"

#include <math.h>

/* Behind the last letter, so that the caret has a place and nothing breaks for its sake. */
#define CARET_ROOM 3

/* (transfer full); @width -1: in one line. */
static PangoLayout *
make_layout (GtkWidget *view, const char *text, const SsmTextLook *look, double scale,
             int width)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (view, text);

  pango_font_description_set_family (font, look->family);
  pango_font_description_set_weight (font, (PangoWeight) look->weight);
  pango_font_description_set_absolute_size (font, look->size * scale * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : width * PANGO_SCALE);
  return layout;
}

static double
pitch_of (const SsmTextLook *look, double scale)
{
  return look->size * look->spacing * scale;
}

int
ssm_inline_lines_width (GtkWidget *view, const char *text, const SsmTextLook *look,
                        double scale)
{
  g_autoptr (PangoLayout) layout = make_layout (view, text, look, scale, -1);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + CARET_ROOM;
}

int
ssm_inline_lines_height (GtkWidget *view, const char *text, const SsmTextLook *look,
                         double scale, int width)
{
  g_autoptr (PangoLayout) layout = make_layout (view, text, look, scale, width);

  return (int) ceil (pango_layout_get_line_count (layout) * pitch_of (look, scale)) + 2;
}

int
ssm_inline_lines_offset (GtkWidget *view, const char *text, const SsmTextLook *look,
                         double scale, int width, double x, double y)
{
  g_autoptr (PangoLayout) layout = make_layout (view, text, look, scale, width);
  int n = pango_layout_get_line_count (layout), index = 0, trailing = 0;
  int number = CLAMP ((int) floor (y / MAX (pitch_of (look, scale), 1)), 0, n - 1);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, number);

  pango_layout_line_x_to_index (line, (int) (x * PANGO_SCALE), &index, &trailing);
  return (int) g_utf8_pointer_to_offset (text, text + index) + trailing;
}
