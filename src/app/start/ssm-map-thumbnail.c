/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything is placed in shares of the width, so that a sketch looks the same on a wide
 * card and on a narrow one:
 *
 *   ▷▷▷▷▷▷▷   heads
 *   = = = =   enter when
 *   = = = =   leave when; one dashed box where nothing is written yet
 *   ───────
 *   ==   ==   definitions and measures
 */

#include "ssm-map-thumbnail.h"

#include "ssm-theme.h"

struct _SsmMapThumbnail
{
  GtkWidget parent_instance;

  SsmMap *map;
};

G_DEFINE_FINAL_TYPE (SsmMapThumbnail, ssm_map_thumbnail, GTK_TYPE_WIDGET)

/* Pixels. */
#define WIDTH 240
#define HEIGHT 177
#define MARGIN 18.0
#define HEAD_HEIGHT 25.0
#define BAR_HEIGHT 5.0
#define BAR_STEP 10.0
#define ENTRY_TOP 50.0
#define EXIT_TOP 92.0
#define EXIT_END 134.0
#define RULE_TOP 143.0
#define COLUMN_GAP 3.0

/* A criterion longer than this takes two lines on a page. */
#define LETTERS_A_LINE 22
#define MAX_ENTRY_BARS 3
#define MAX_EXIT_BARS 5

static void
set_colour (cairo_t *cr, guint32 rgb)
{
  cairo_set_source_rgb (cr, ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0,
                        (rgb & 0xff) / 255.0);
}

static void
draw_head (cairo_t *cr, double x, double width, guint32 rgb)
{
  double tip = MIN (6, width / 5);

  set_colour (cr, rgb);
  cairo_move_to (cr, x, MARGIN);
  cairo_line_to (cr, x + width - tip, MARGIN);
  cairo_line_to (cr, x + width, MARGIN + HEAD_HEIGHT / 2);
  cairo_line_to (cr, x + width - tip, MARGIN + HEAD_HEIGHT);
  cairo_line_to (cr, x, MARGIN + HEAD_HEIGHT);
  cairo_line_to (cr, x + tip, MARGIN + HEAD_HEIGHT / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_bar (cairo_t *cr, double x, double y, double width)
{
  double radius = BAR_HEIGHT / 2;

  width = MAX (width, BAR_HEIGHT);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* The criteria of a list as one or two bars each, as long as their words. */
static void
draw_list (cairo_t *cr, const SsmPart *stage, SsmList list, double x, double y, double width,
           guint most)
{
  guint n_bars = 0;

  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    {
      const char *text = ssm_part_text (ssm_part_child (stage, list, i), SSM_CRITERION_TEXT);
      glong left = g_utf8_strlen (text, -1);

      for (; left > 0 && n_bars < most; left -= LETTERS_A_LINE, n_bars++)
        draw_bar (cr, x, y + n_bars * BAR_STEP,
                  width * MIN (1, 0.25 + 0.75 * left / LETTERS_A_LINE));
    }
}

static void
draw_empty (cairo_t *cr, double x, double width)
{
  const double dash[] = { 3, 3 };

  cairo_save (cr);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, x + 0.5, ENTRY_TOP + 0.5, width - 1, 54);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_stage (cairo_t *cr, const SsmMap *map, guint index, double x, double step)
{
  const SsmPart *stage = ssm_map_stage (map, index);
  double width = step - 2 * COLUMN_GAP;

  draw_head (cr, x, step - COLUMN_GAP,
             ssm_theme_stage (SSM_THEME_COLOUR, ssm_map_stage_colour (map, index)));
  cairo_set_source_rgb (cr, 0.777, 0.79, 0.816);
  if (ssm_part_n_children (stage, SSM_LIST_ENTRY) == 0
      && ssm_part_n_children (stage, SSM_LIST_EXIT) == 0)
    {
      draw_empty (cr, x, width);
      return;
    }
  draw_list (cr, stage, SSM_LIST_ENTRY, x, ENTRY_TOP, width, MAX_ENTRY_BARS);
  draw_list (cr, stage, SSM_LIST_EXIT, x, EXIT_TOP, width, MAX_EXIT_BARS);
}

static void
draw_foot (cairo_t *cr, double width)
{
  double half = width / 2;

  cairo_set_source_rgb (cr, 0.6, 0.62, 0.66);
  cairo_rectangle (cr, MARGIN, RULE_TOP, width, 1.5);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.777, 0.79, 0.816);
  for (int column = 0; column < 2; column++)
    {
      double x = MARGIN + column * (half + 8);

      draw_bar (cr, x, RULE_TOP + 9, half - 8);
      draw_bar (cr, x, RULE_TOP + 9 + BAR_STEP + 2, (half - 8) * (column == 0 ? 0.72 : 0.6));
    }
}

static void
ssm_map_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SsmMapThumbnail *self = SSM_MAP_THUMBNAIL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double inner = width - 2 * MARGIN;
  guint n_stages = self->map != NULL ? ssm_map_n_stages (self->map) : 0;
  cairo_t *cr;

  if (n_stages == 0 || inner <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  for (guint i = 0; i < n_stages; i++)
    draw_stage (cr, self->map, i, MARGIN + i * inner / n_stages, inner / n_stages);
  draw_foot (cr, inner);
  cairo_destroy (cr);
}

static void
ssm_map_thumbnail_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = WIDTH;
  else
    *minimum = *natural = HEIGHT;
}

static void
ssm_map_thumbnail_finalize (GObject *object)
{
  g_clear_pointer (&SSM_MAP_THUMBNAIL (object)->map, ssm_part_unref);
  G_OBJECT_CLASS (ssm_map_thumbnail_parent_class)->finalize (object);
}

static void
ssm_map_thumbnail_class_init (SsmMapThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ssm_map_thumbnail_finalize;
  widget_class->measure = ssm_map_thumbnail_measure;
  widget_class->snapshot = ssm_map_thumbnail_snapshot;
  gtk_widget_class_set_css_name (widget_class, "thumbnail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ssm_map_thumbnail_init (SsmMapThumbnail *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
ssm_map_thumbnail_set_map (SsmMapThumbnail *self, SsmMap *map)
{
  g_return_if_fail (SSM_IS_MAP_THUMBNAIL (self));

  g_clear_pointer (&self->map, ssm_part_unref);
  self->map = map != NULL ? ssm_part_ref (map) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
