/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The “+” between two stages: where the pointer is, else behind the selected stage. It lies
 * on the upper edge of the heads, so that it covers no name. */

#include "ssm-canvas-structure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ssm-page-walk.h"

/* Pixels beside the gap where the pointer asks for the button. */
#define REACH 22.0

/* Pixels from the button's middle to the edge of what is seen of it. */
#define DISC 12.0f

/* And to the edge of what can be clicked. */
#define HALF 17.0f

static void
clicked_cb (SsmCanvas *self)
{
  SsmMap *map = ssm_canvas_get_map (self);

  if (self->insert_at != NULL)
    ssm_canvas_run_and_name (self, ssm_command_insert_stage (map, self->insert_at,
                                                             self->insert_after));
}

GtkWidget *
ssm_canvas_insert_new (SsmCanvas *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *plus = gtk_image_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_halign (plus, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (plus, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), plus);
  gtk_widget_add_css_class (button, "insert-stage");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_cursor_from_name (button, "pointer");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_visible (button, FALSE);
  return button;
}

/* The head of the stage that area @index shows. */
static const SsmArea *
head_of (SsmCanvas *self, int index)
{
  const SsmArea *stage = ssm_page_area (self->page, (guint) index);
  int head = ssm_page_find_area (self->page, stage->id, SSM_STAGE_NAME, SSM_LIST_NONE);

  return head >= 0 ? ssm_page_area (self->page, (guint) head) : stage;
}

/* How far down the page's own texts go above the heads, in pixels: the button may not lie
 * over them. */
static double
texts_above (SsmCanvas *self, const SsmArea *head)
{
  double bottom = 0;

  for (guint i = 0; i < ssm_page_n_areas (self->page); i++)
    {
      const SsmArea *area = ssm_page_area (self->page, i);

      if (area->role == SSM_AREA_TEXT && ssm_page_stage_area (self->page, (int) i) < 0
          && area->rect.y < head->rect.y)
        bottom = MAX (bottom, area->rect.y + area->rect.height);
    }
  return self->y + bottom * self->scale;
}

/* Where the button's middle is, in pixels: on the upper edge of the head, above it where the
 * head is so low that the button would hide its words, and below what stands over it. */
static graphene_point_t
gap_at (SsmCanvas *self, int index, gboolean after)
{
  graphene_rect_t rect
    = ssm_canvas_area_pixels (self, &ssm_page_area (self->page, (guint) index)->rect);
  graphene_rect_t head = ssm_canvas_area_pixels (self, &head_of (self, index)->rect);
  gboolean right = after != ssm_page_is_rtl (self->page);
  float y = head.origin.y - MAX (DISC - head.size.height / 4, 0);

  return GRAPHENE_POINT_INIT (rect.origin.x + (right ? rect.size.width : 0),
                              MAX (y, (float) texts_above (self, head_of (self, index)) + HALF));
}

static gboolean
is_near (SsmCanvas *self, int index, gboolean after, double x, double y)
{
  graphene_point_t gap = gap_at (self, index, after);
  double height = head_of (self, index)->rect.height * self->scale;

  return fabs (x - gap.x) <= REACH && y >= gap.y - HALF && y <= gap.y + height;
}

static void
set_name (SsmCanvas *self)
{
  const SsmPart *stage = ssm_map_index_find (self->index, self->insert_at);
  const char *stage_name = ssm_part_text (stage, SSM_STAGE_NAME);
  g_autofree char *name
    = g_strdup_printf (self->insert_after ? _("Insert stage after “%s”")
                                          : _("Insert stage before “%s”"),
                       stage_name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->insert),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (self->insert, name);
}

/* Shows the button at an end of the stage of area @index; -1 hides it. */
static void
show_at (SsmCanvas *self, int index, gboolean after)
{
  const char *id = index >= 0 ? ssm_page_area (self->page, (guint) index)->id : NULL;

  gtk_widget_set_visible (self->insert, id != NULL);
  if (g_strcmp0 (id, self->insert_at) == 0 && self->insert_after == after)
    return;

  g_free (self->insert_at);
  self->insert_at = g_strdup (id);
  self->insert_after = after;
  if (id != NULL)
    set_name (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
is_in_the_way (SsmCanvas *self)
{
  return self->drag != NULL || self->writing != NULL;
}

void
ssm_canvas_update_insert (SsmCanvas *self)
{
  int index = ssm_canvas_selected (self);
  const SsmArea *area = index >= 0 ? ssm_page_area (self->page, (guint) index) : NULL;
  gboolean whole = area != NULL
                   && (area->role == SSM_AREA_STAGE || area->field == SSM_STAGE_NAME);

  show_at (self, whole && !is_in_the_way (self) ? ssm_page_stage_area (self->page, index) : -1,
           TRUE);
}

void
ssm_canvas_hover_insert (SsmCanvas *self, double x, double y)
{
  if (is_in_the_way (self))
    return;

  for (guint i = 0; i < ssm_page_n_areas (self->page); i++)
    {
      if (ssm_page_area (self->page, i)->role != SSM_AREA_STAGE)
        continue;
      if (is_near (self, (int) i, TRUE, x, y) || is_near (self, (int) i, FALSE, x, y))
        {
          show_at (self, (int) i, is_near (self, (int) i, TRUE, x, y));
          return;
        }
    }

  ssm_canvas_update_insert (self);
}

void
ssm_canvas_place_insert (SsmCanvas *self)
{
  int index = self->insert_at != NULL
                ? ssm_page_find_area (self->page, self->insert_at, SSM_FIELD_NONE,
                                      SSM_LIST_NONE)
                : -1;
  graphene_point_t at;
  GtkRequisition size;

  if (index < 0 || !gtk_widget_get_visible (self->insert))
    return;

  at = gap_at (self, index, self->insert_after);
  gtk_widget_get_preferred_size (self->insert, &size, NULL);
  at.x = roundf (at.x - (float) size.width / 2);
  at.y = roundf (at.y - (float) size.height / 2);
  gtk_widget_allocate (self->insert, size.width, size.height, -1,
                       gsk_transform_translate (NULL, &at));
}
