/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The “+ Add” of the selected cell: a button, and a reminder that Enter does the same. It
 * covers no text. Under the last criterion where there is room for it, else behind its last
 * words, else only a “+” on the lower edge of the cell, between two columns. */

#include "ssm-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ssm-page-walk.h"

/* Points; and what stays readable on the screen, in pixels. */
#define SIZE 8.0
#define MIN_PIXELS 9.0
#define MAX_PIXELS 18.0
#define GAP 4

/* Points from the end of a column to the middle of what is free between it and the next. */
#define BETWEEN_COLUMNS 4.5

GtkWidget *
ssm_canvas_add_new (SsmCanvas *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->add_label = gtk_label_new (NULL);
  self->add_key = gtk_label_new (NULL);
  self->add_plus = gtk_image_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_halign (self->add_plus, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->add_plus, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->add_plus, TRUE);
  gtk_box_append (GTK_BOX (box), self->add_plus);
  gtk_widget_add_css_class (self->add_key, "keycap");
  gtk_widget_set_valign (self->add_key, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->add_label);
  gtk_box_append (GTK_BOX (box), self->add_key);
  gtk_button_set_child (GTK_BUTTON (button), box);

  gtk_widget_add_css_class (button, "add-criterion");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "canvas.add");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add criterion"), -1);
  gtk_widget_hide (button);
  return button;
}

static int
selected_list (SsmCanvas *self)
{
  int index = ssm_canvas_selected (self);

  return index >= 0 ? ssm_page_list_area (self->page, index) : -1;
}

static void
set_label (GtkWidget *label, const char *text, double size, PangoWeight weight)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes,
                          pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_text (GTK_LABEL (label), text);
}

static const SsmArea *
last_criterion (SsmCanvas *self, int list)
{
  int last = ssm_page_criterion (self->page, list, G_MAXUINT - 1);

  return last >= 0 ? ssm_page_area (self->page, (guint) last) : NULL;
}

/* The last line of a criterion's text, in pixels. */
static graphene_rect_t
last_line (SsmCanvas *self, const SsmArea *area)
{
  int index = ssm_page_find_area (self->page, area->id, area->field, SSM_LIST_NONE);
  guint n = 0;
  g_autofree SsmRect *lines = ssm_page_area_lines (self->page, (guint) index, &n);

  return ssm_canvas_area_pixels (self, n > 0 ? &lines[n - 1] : &area->text_rect);
}

static void
get_size (SsmCanvas *self, int *width, int *height)
{
  gtk_widget_measure (self->add, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  gtk_widget_measure (self->add, GTK_ORIENTATION_VERTICAL, -1, NULL, height, NULL, NULL);
}

static gboolean
fits_below (SsmCanvas *self, int list)
{
  const SsmRect *cell = &ssm_page_area (self->page, (guint) list)->rect;
  const SsmArea *last = last_criterion (self, list);
  double indent = ssm_page_is_rtl (self->page)
                    ? cell->x + cell->width - last->text_rect.x - last->text_rect.width
                    : last->text_rect.x - cell->x;
  int width, height;

  get_size (self, &width, &height);
  return (cell->y + cell->height - last->rect.y - last->rect.height) * self->scale
           >= height + GAP
         && (cell->width - indent) * self->scale >= width;
}

/* Not while somebody writes: it would run along before the caret. */
static gboolean
fits_beside (SsmCanvas *self, int list)
{
  graphene_rect_t cell
    = ssm_canvas_area_pixels (self, &ssm_page_area (self->page, (guint) list)->rect);
  graphene_rect_t line = last_line (self, last_criterion (self, list));
  float room = ssm_page_is_rtl (self->page)
                 ? line.origin.x - cell.origin.x
                 : cell.origin.x + cell.size.width - line.origin.x - line.size.width;
  int width, height;

  get_size (self, &width, &height);
  return self->writing == NULL && room >= (float) (width + GAP);
}

static void
set_place (SsmCanvas *self, SsmAddPlace place, gboolean with_key)
{
  static const char * const names[] = { "below", "beside", "edge" };

  self->add_place = place;
  gtk_widget_set_visible (self->add_key, with_key);
  gtk_widget_set_visible (self->add_label, place != SSM_ADD_ON_EDGE);
  gtk_widget_set_visible (self->add_plus, place == SSM_ADD_ON_EDGE);
  gtk_widget_set_css_classes (self->add, (const char *[]) { "add-criterion", names[place],
                                                            NULL });
}

static void
choose_place (SsmCanvas *self, int list)
{
  set_place (self, SSM_ADD_BELOW, TRUE);
  if (fits_below (self, list))
    return;
  set_place (self, SSM_ADD_BELOW, FALSE);
  if (fits_below (self, list))
    return;
  set_place (self, fits_beside (self, list) ? SSM_ADD_BESIDE : SSM_ADD_ON_EDGE, FALSE);
}

/* An empty cell asks its question there, and so does an empty criterion. */
static gboolean
is_wanted (SsmCanvas *self, int list)
{
  g_autofree char *text = self->writing != NULL ? ssm_writing_dup_text (self->writing) : NULL;

  return list >= 0 && ssm_page_n_criteria (self->page, list) > 0 && self->drag == NULL
         && (text == NULL || (*text != '\0' && !self->lens));
}

void
ssm_canvas_update_add (SsmCanvas *self)
{
  int list = selected_list (self);
  double size = CLAMP (SIZE * self->scale, MIN_PIXELS, MAX_PIXELS);

  if (!is_wanted (self, list))
    {
      gtk_widget_hide (self->add);
      return;
    }

  set_label (self->add_label, _("+ Add"), size, PANGO_WEIGHT_SEMIBOLD);
  set_label (self->add_key, C_("key", "Enter"), size * 0.85, PANGO_WEIGHT_MEDIUM);
  gtk_widget_show (self->add);
  choose_place (self, list);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The upper corner where the button begins: its left one, on a right-to-left page its right
 * one. */
static graphene_point_t
corner_of (SsmCanvas *self, int list, const GtkRequisition *size)
{
  const SsmArea *last = last_criterion (self, list);
  float sign = ssm_page_is_rtl (self->page) ? -1 : 1;
  graphene_rect_t cell
    = ssm_canvas_area_pixels (self, &ssm_page_area (self->page, (guint) list)->rect);
  graphene_rect_t rect = ssm_canvas_area_pixels (self, &last->text_rect);
  graphene_rect_t line = last_line (self, last);
  gboolean rtl = ssm_page_is_rtl (self->page);

  switch (self->add_place)
    {
    case SSM_ADD_BESIDE:
      return GRAPHENE_POINT_INIT (line.origin.x + (rtl ? 0 : line.size.width) + sign * GAP,
                                  line.origin.y
                                    + (line.size.height - (float) size->height) / 2);
    case SSM_ADD_ON_EDGE:
      return GRAPHENE_POINT_INIT (
        cell.origin.x + (rtl ? 0 : cell.size.width)
          + sign * ((float) (BETWEEN_COLUMNS * self->scale) - (float) size->width / 2),
        cell.origin.y + cell.size.height - (float) size->height / 2);
    case SSM_ADD_BELOW:
    default:
      cell = ssm_canvas_area_pixels (self, &last->rect);
      return GRAPHENE_POINT_INIT (rect.origin.x + (rtl ? rect.size.width : 0) - sign * GAP,
                                  cell.origin.y + cell.size.height + GAP);
    }
}

void
ssm_canvas_place_add (SsmCanvas *self)
{
  int list = selected_list (self);
  graphene_point_t at;
  GtkRequisition size;

  if (list < 0 || !gtk_widget_get_visible (self->add) || last_criterion (self, list) == NULL)
    return;

  gtk_widget_get_preferred_size (self->add, &size, NULL);
  at = corner_of (self, list, &size);
  if (ssm_page_is_rtl (self->page))
    at.x -= (float) size.width;
  at = GRAPHENE_POINT_INIT (roundf (at.x), roundf (at.y));
  gtk_widget_allocate (self->add, size.width, size.height, -1,
                       gsk_transform_translate (NULL, &at));
}
