/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-page-view.h"

#include "ssm-paint.h"

/* Pixels around the sheet, for its shadow. */
#define MARGIN 18

struct _SsmPageView
{
  GtkWidget parent_instance;

  SsmPage *page;
  SsmPageMarks *marks; /* or NULL */
  SsmPrintSheets sheets; /* of a poster, if there are any */
};

G_DEFINE_FINAL_TYPE (SsmPageView, ssm_page_view, GTK_TYPE_WIDGET)

/* Where the sheets of a poster lie, and where two of them lie on each other. */
static void
append_sheets (SsmPageView *self, GtkSnapshot *snapshot, const graphene_rect_t *page,
               double scale)
{
  const GdkRGBA colour = { 0.11f, 0.44f, 0.85f, 0.75f };
  const GdkRGBA colours[] = { colour, colour, colour, colour };
  const float widths[] = { 1, 1, 1, 1 };

  for (guint i = 0; i < ssm_print_sheets_count (&self->sheets); i++)
    {
      SsmRect piece, place;
      graphene_rect_t rect;
      GskRoundedRect outline;

      ssm_print_sheets_get (&self->sheets, i, &piece, &place);
      graphene_rect_init (&rect, (float) (page->origin.x + piece.x * scale),
                          (float) (page->origin.y + piece.y * scale),
                          (float) (piece.width * scale), (float) (piece.height * scale));
      gsk_rounded_rect_init_from_rect (&outline, &rect, 0);
      gtk_snapshot_append_border (snapshot, &outline, widths, colours);
    }
}

static void
ssm_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SsmPageView *self = SSM_PAGE_VIEW (widget);
  double room_width = gtk_widget_get_width (widget) - 2 * MARGIN;
  double room_height = gtk_widget_get_height (widget) - 2 * MARGIN;
  double width, height, scale;
  graphene_rect_t sheet;
  GskRoundedRect outline;
  cairo_t *cr;

  if (self->page == NULL || room_width <= 0 || room_height <= 0)
    return;
  ssm_page_get_size (self->page, &width, &height);
  scale = MIN (room_width / width, room_height / height);
  graphene_rect_init (&sheet, (float) (MARGIN + (room_width - width * scale) / 2),
                      (float) (MARGIN + (room_height - height * scale) / 2),
                      (float) (width * scale), (float) (height * scale));
  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.25f }, 0, 1, 1,
                                     8);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &sheet);
  cr = gtk_snapshot_append_cairo (snapshot, &sheet);
  cairo_translate (cr, sheet.origin.x, sheet.origin.y);
  cairo_scale (cr, scale, scale);
  ssm_paint_page (self->page, cr);
  cairo_destroy (cr);
  if (ssm_print_sheets_count (&self->sheets) > 1)
    append_sheets (self, snapshot, &sheet, scale);
  if (self->marks != NULL)
    ssm_page_marks_snapshot (self->marks, widget, snapshot, &sheet.origin, scale);
}

static void
ssm_page_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 180;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 440 : 320;
}

static void
ssm_page_view_finalize (GObject *object)
{
  SsmPageView *self = SSM_PAGE_VIEW (object);

  g_clear_pointer (&self->page, ssm_page_unref);
  g_clear_pointer (&self->marks, ssm_page_marks_free);
  G_OBJECT_CLASS (ssm_page_view_parent_class)->finalize (object);
}

static void
ssm_page_view_class_init (SsmPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ssm_page_view_finalize;
  widget_class->measure = ssm_page_view_measure;
  widget_class->snapshot = ssm_page_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ssm_page_view_init (SsmPageView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
ssm_page_view_set_page (SsmPageView *self, SsmPage *page, const char *name)
{
  g_return_if_fail (SSM_IS_PAGE_VIEW (self));

  ssm_page_ref (page);
  g_clear_pointer (&self->page, ssm_page_unref);
  self->page = page;
  g_clear_pointer (&self->marks, ssm_page_marks_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ssm_page_view_set_marks (SsmPageView *self, SsmPageMarks *marks)
{
  g_return_if_fail (SSM_IS_PAGE_VIEW (self));

  g_clear_pointer (&self->marks, ssm_page_marks_free);
  self->marks = marks;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ssm_page_view_set_sheets (SsmPageView *self, const SsmPrintSheets *sheets)
{
  g_return_if_fail (SSM_IS_PAGE_VIEW (self));

  self->sheets = *sheets;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
