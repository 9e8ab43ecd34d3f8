/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The “+ Add” under the last criterion of the selected cell: a button, and a reminder that
 * Enter does the same. */

#include "ssm-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ssm-page-walk.h"

/* Points; and what stays readable on the screen, in pixels. */
#define SIZE 8.0
#define MIN_PIXELS 9.0
#define MAX_PIXELS 18.0
#define GAP 4

GtkWidget *
ssm_canvas_add_new (SsmCanvas *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->add_label = gtk_label_new (NULL);
  self->add_key = gtk_label_new (NULL);
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

/* Whether the cell ends before the button does, which then lies over what is below. */
static gboolean
is_crowded (SsmCanvas *self, int list)
{
  int last = ssm_page_criterion (self->page, list, G_MAXUINT - 1);
  const SsmRect *cell = &ssm_page_area (self->page, (guint) list)->rect;
  const SsmRect *text = &ssm_page_area (self->page, (guint) last)->rect;
  int height;

  gtk_widget_measure (self->add, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return (cell->y + cell->height - text->y - text->height) * self->scale < height + GAP;
}

void
ssm_canvas_update_add (SsmCanvas *self)
{
  int list = selected_list (self);
  double size = CLAMP (SIZE * self->scale, MIN_PIXELS, MAX_PIXELS);
  /* An empty cell asks its question there, and the lens would cover the button. */
  gboolean show = list >= 0 && ssm_page_n_criteria (self->page, list) > 0 && self->drag == NULL
                  && !(self->writing != NULL && self->lens);

  if (!show)
    {
      gtk_widget_hide (self->add);
      return;
    }

  set_label (self->add_label, _("+ Add"), size, PANGO_WEIGHT_SEMIBOLD);
  set_label (self->add_key, C_("key", "Enter"), size * 0.85, PANGO_WEIGHT_MEDIUM);
  gtk_widget_show (self->add);
  if (is_crowded (self, list))
    gtk_widget_add_css_class (self->add, "over");
  else
    gtk_widget_remove_css_class (self->add, "over");
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ssm_canvas_place_add (SsmCanvas *self)
{
  int list = selected_list (self), last;
  const SsmArea *area;
  graphene_rect_t rect;
  graphene_point_t at;
  GtkRequisition size;

  if (list < 0 || !gtk_widget_get_visible (self->add))
    return;

  last = ssm_page_criterion (self->page, list, G_MAXUINT - 1);
  if (last < 0)
    return;

  area = ssm_page_area (self->page, (guint) last);
  rect = ssm_canvas_area_pixels (self, &area->rect);
  gtk_widget_get_preferred_size (self->add, &size, NULL);
  at.x = ssm_page_is_rtl (self->page)
           ? roundf (rect.origin.x + rect.size.width - (float) size.width)
           : roundf (rect.origin.x);
  at.y = roundf (rect.origin.y + rect.size.height + GAP);
  gtk_widget_allocate (self->add, size.width, size.height, -1,
                       gsk_transform_translate (NULL, &at));
}
