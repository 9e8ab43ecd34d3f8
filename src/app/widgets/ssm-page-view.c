/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-page-view.h"

#include "ssm-paint.h"

/* Pixels around the sheet, for its shadow. */
#define MARGIN 18

/* Pixels of a live page, beyond which it only gets larger and not clearer. */
#define LIVE_WIDTH 1360

struct _SsmPageView
{
  GtkWidget parent_instance;

  SsmPage *page;
  SsmPageMarks *marks; /* or NULL */
  SsmPrintSheets sheets; /* of a poster, if there are any */
  gboolean live;         /* each figure is a child of its own */
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

/* Where the page lies, and pixels a point. FALSE where it does not. */
static gboolean
find_sheet (SsmPageView *self, graphene_rect_t *sheet, double *scale)
{
  double room_width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  double room_height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;
  double width, height;

  if (self->page == NULL || room_width <= 0 || room_height <= 0)
    return FALSE;
  ssm_page_get_size (self->page, &width, &height);
  *scale = MIN (room_width / width, room_height / height);
  graphene_rect_init (sheet, (float) (MARGIN + (room_width - width * *scale) / 2),
                      (float) (MARGIN + (room_height - height * *scale) / 2),
                      (float) (width * *scale), (float) (height * *scale));
  return TRUE;
}

static void
ssm_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SsmPageView *self = SSM_PAGE_VIEW (widget);
  double scale;
  graphene_rect_t sheet;
  GskRoundedRect outline;
  cairo_t *cr;

  if (!find_sheet (self, &sheet, &scale))
    return;
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
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

static gboolean
is_figure (const SsmArea *area)
{
  return area->role == SSM_AREA_MEASURE && *area->label != '\0';
}

/* Says what a figure is; the page itself is drawn below it. */
static GtkWidget *
figure_new (const SsmArea *area)
{
  GtkWidget *figure = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                    "focusable", TRUE, "tooltip-text", area->label, NULL);

  gtk_widget_add_css_class (figure, "figure");
  gtk_accessible_update_property (GTK_ACCESSIBLE (figure), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  area->label, -1);
  return figure;
}

static void
remove_figures (SsmPageView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
add_figures (SsmPageView *self)
{
  for (guint i = 0; i < ssm_page_n_areas (self->page); i++)
    {
      const SsmArea *area = ssm_page_area (self->page, i);

      if (is_figure (area))
        gtk_widget_set_parent (figure_new (area), GTK_WIDGET (self));
    }
}

static void
ssm_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SsmPageView *self = SSM_PAGE_VIEW (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  graphene_rect_t sheet;
  double scale;

  if (child == NULL || !find_sheet (self, &sheet, &scale))
    return;
  for (guint i = 0; i < ssm_page_n_areas (self->page); i++)
    {
      const SsmArea *area = ssm_page_area (self->page, i);
      GtkAllocation place = { (int) (sheet.origin.x + area->rect.x * scale),
                              (int) (sheet.origin.y + area->rect.y * scale),
                              (int) (area->rect.width * scale),
                              (int) (area->rect.height * scale) };

      if (!is_figure (area))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &place, -1);
      child = gtk_widget_get_next_sibling (child);
    }
}

static GtkSizeRequestMode
ssm_page_view_get_request_mode (GtkWidget *widget)
{
  return SSM_PAGE_VIEW (widget)->live ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                      : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* The height that a live page needs where it is @width wide. */
static int
height_for (SsmPageView *self, int width)
{
  double page_width, page_height;

  if (self->page == NULL || width < 0)
    return 180;
  ssm_page_get_size (self->page, &page_width, &page_height);
  return (int) (MIN (width - 2 * MARGIN, LIVE_WIDTH) * page_height / page_width)
         + 2 * MARGIN;
}

static void
ssm_page_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 180;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 440 : 320;
  if (SSM_PAGE_VIEW (widget)->live && orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = height_for (SSM_PAGE_VIEW (widget), for_size);
}

static void
ssm_page_view_dispose (GObject *object)
{
  remove_figures (SSM_PAGE_VIEW (object));
  G_OBJECT_CLASS (ssm_page_view_parent_class)->dispose (object);
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

  G_OBJECT_CLASS (klass)->dispose = ssm_page_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ssm_page_view_finalize;
  widget_class->get_request_mode = ssm_page_view_get_request_mode;
  widget_class->size_allocate = ssm_page_view_size_allocate;
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
  remove_figures (self);
  if (self->live)
    add_figures (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ssm_page_view_set_live (SsmPageView *self, gboolean live)
{
  g_return_if_fail (SSM_IS_PAGE_VIEW (self) && self->page == NULL);

  self->live = live;
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
