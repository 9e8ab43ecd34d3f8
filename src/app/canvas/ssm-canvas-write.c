/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing on the page: the editor on its text, and what typing does. */

#include "ssm-canvas-structure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ssm-area-name.h"
#include "ssm-canvas-clipboard.h"
#include "ssm-map-edit.h"
#include "ssm-page-walk.h"
#include "ssm-read.h"

static SsmInlineEditor *
editor_of (SsmCanvas *self)
{
  return SSM_INLINE_EDITOR (self->editor);
}

/* Somebody who goes into a cell has read it. */
static void
visit_cell (SsmCanvas *self, int index)
{
  int list = ssm_page_list_area (self->page, index);

  for (guint i = (guint) MAX (list, 0); i < ssm_page_n_areas (self->page); i++)
    {
      const SsmArea *area = ssm_page_area (self->page, i);

      if (list >= 0 && area->parent == list)
        ssm_selection_visit (self->selection, area->id);
    }
}

void
ssm_canvas_drop_writing (SsmCanvas *self)
{
  g_clear_pointer (&self->writing, ssm_writing_free);
  ssm_selection_set_editing (self->selection, FALSE);
  gtk_widget_hide (self->editor);
  ssm_canvas_update_prompts (self);
  ssm_canvas_update_insert (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What cannot be kept is not thrown away unsaid. */
static void
tell_of_unclear (SsmCanvas *self, SsmWriting *writing)
{
  g_autofree char *problem = ssm_writing_dup_problem (writing);

  if (problem != NULL)
    ssm_canvas_toast (self, problem);
}

void
ssm_canvas_finish_writing (SsmCanvas *self)
{
  g_autoptr (SsmWriting) writing = g_steal_pointer (&self->writing);
  g_autofree char *notice = NULL;

  if (writing == NULL)
    return;

  tell_of_unclear (self, writing);
  /* The document tells of its change while the canvas no longer writes. */
  ssm_writing_finish (writing);
  notice = ssm_writing_dup_notice (writing);
  ssm_canvas_drop_writing (self);
  ssm_canvas_refresh (self);
  if (notice != NULL)
    ssm_canvas_toast (self, notice);
}

/* TRUE where the file can hold more than one line. */
static gboolean
can_break_lines (SsmField field)
{
  const SsmFieldInfo *info = ssm_field_info (field);

  return info->type == SSM_TYPE_TEXT && info->form != SSM_FORM_ATTRIBUTE;
}

/* The stage that holds area @index, or NULL. */
static const char *
stage_id (SsmCanvas *self, int index)
{
  int stage = ssm_page_stage_area (self->page, index);

  return stage >= 0 ? ssm_page_area (self->page, (guint) stage)->id : NULL;
}

/* Takes @writing and shows the editor on it. */
static gboolean
begin (SsmCanvas *self, SsmWriting *writing, SsmCaret caret, const graphene_point_t *caret_at)
{
  g_autofree char *text = ssm_writing_dup_text (writing);
  g_autofree char *name = NULL;
  const SsmArea *area;
  int index;

  self->writing = writing;
  ssm_canvas_refresh (self);
  index = ssm_canvas_written (self);
  if (index < 0)
    {
      ssm_canvas_drop_writing (self);
      ssm_canvas_refresh (self);
      return FALSE;
    }

  area = ssm_page_area (self->page, (guint) index);
  visit_cell (self, index);
  ssm_selection_select (self->selection, area->id, area->field, area->list);
  ssm_selection_set_stage (self->selection, stage_id (self, index));
  ssm_selection_set_editing (self->selection, TRUE);

  name = ssm_area_name (self->index, self->page, (guint) index);
  ssm_inline_editor_set_name (editor_of (self), name);
  ssm_inline_editor_set_line_breaks (editor_of (self), can_break_lines (area->field));
  ssm_inline_editor_set_prompt (editor_of (self), area->prompt);
  ssm_inline_editor_set_problem (editor_of (self), NULL);
  ssm_canvas_update_editor (self);
  ssm_canvas_update_prompts (self);
  gtk_widget_show (self->editor);
  /* Not earlier: it looks for its caret when it is shown, and has no width yet; to break a
   * long text into single letters takes seconds. */
  ssm_canvas_place_editor (self, gtk_widget_get_width (GTK_WIDGET (self)),
                           gtk_widget_get_height (GTK_WIDGET (self)));
  ssm_inline_editor_set_text (editor_of (self), text);
  gtk_widget_grab_focus (self->editor);
  ssm_inline_editor_set_caret (editor_of (self), caret);
  if (caret_at != NULL)
    {
      graphene_rect_t rect = ssm_canvas_area_pixels (self, &area->text_rect);

      ssm_inline_editor_set_caret_at (editor_of (self), &area->look, self->scale,
                                      (int) ceilf (rect.size.width) + 1,
                                      caret_at->x - rect.origin.x,
                                      caret_at->y - rect.origin.y);
    }
  ssm_canvas_update_add (self);
  ssm_canvas_update_insert (self);
  ssm_canvas_reveal (self, index);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return TRUE;
}

void
ssm_canvas_begin_criterion (SsmCanvas *self, int list, guint position)
{
  g_autofree char *stage = g_strdup (ssm_page_area (self->page, (guint) list)->id);
  SsmList which = ssm_page_area (self->page, (guint) list)->list;
  SsmWriting *writing;

  ssm_canvas_finish_writing (self);
  writing = ssm_writing_new_criterion (self->document, stage, which, position);
  if (writing != NULL)
    begin (self, writing, SSM_CARET_END, NULL);
}

/* The text that is written where @index is edited, as a stage's name; -1 where a list is
 * to get another criterion. */
static int
text_area (SsmCanvas *self, int index)
{
  const SsmArea *area = ssm_page_area (self->page, (guint) index);

  switch (area->role)
    {
    case SSM_AREA_STAGE:
      return ssm_page_find_area (self->page, area->id, SSM_STAGE_NAME, SSM_LIST_NONE);
    case SSM_AREA_LIST:
      return -1;
    default:
      return area->field != SSM_FIELD_NONE ? index : -1;
    }
}

gboolean
ssm_canvas_edit_area (SsmCanvas *self, int index, SsmCaret caret,
                      const graphene_point_t *caret_at)
{
  g_autofree char *id = NULL;
  const SsmArea *area;
  SsmField field;
  int text;

  if (index < 0)
    return FALSE;

  text = text_area (self, index);
  if (text < 0)
    {
      if (ssm_page_area (self->page, (guint) index)->role != SSM_AREA_LIST)
        return FALSE;
      ssm_canvas_begin_criterion (self, index, ssm_page_n_criteria (self->page, index));
      return self->writing != NULL;
    }

  area = ssm_page_area (self->page, (guint) text);
  id = g_strdup (area->id);
  field = area->field;
  ssm_canvas_finish_writing (self);
  return begin (self, ssm_writing_new (self->document, id, field), caret, caret_at);
}

gboolean
ssm_canvas_edit (SsmCanvas *self, const char *id, SsmField field, SsmList list,
                 SsmCaret caret)
{
  SsmPlaceInMap place = { (char *) id, field, list };

  g_return_val_if_fail (SSM_IS_CANVAS (self), FALSE);

  return ssm_canvas_edit_area (self, ssm_canvas_find (self, &place), caret, NULL);
}

void
ssm_canvas_end_edit (SsmCanvas *self)
{
  g_return_if_fail (SSM_IS_CANVAS (self));

  ssm_canvas_leave_text (self);
}

void
ssm_canvas_follow_writing (SsmCanvas *self)
{
  g_autofree char *text = NULL;

  if (!ssm_writing_follow (self->writing))
    {
      g_clear_pointer (&self->writing, ssm_writing_free);
      ssm_canvas_drop_writing (self);
      return;
    }

  /* What the person types is in the editor already, a date perhaps in other words. */
  text = ssm_writing_dup_text (self->writing);
  if (self->typing)
    return;
  ssm_inline_editor_set_text (editor_of (self), text);
  ssm_inline_editor_set_problem (editor_of (self), NULL);
}

static void
typed_cb (SsmInlineEditor *editor, SsmCanvas *self)
{
  g_autofree char *text = ssm_inline_editor_dup_text (editor);
  g_autofree char *problem = NULL;

  if (self->writing == NULL)
    return;

  self->typing = TRUE;
  ssm_writing_set_text (self->writing, text);
  self->typing = FALSE;
  problem = ssm_writing_dup_problem (self->writing);
  ssm_inline_editor_set_problem (editor, problem);
  /* A criterion that lost its last letter is shown without the document's help. */
  ssm_canvas_refresh (self);
}

static void
shortened_cb (SsmInlineEditor *editor, SsmCanvas *self)
{
  ssm_canvas_toast (self, _("Only the first 10,000 characters were pasted."));
}

static gboolean
pasted_cb (SsmInlineEditor *editor, const char *text, SsmCanvas *self)
{
  g_auto (GStrv) items = ssm_read_items (text);

  return ssm_canvas_take_stages (self, text)
         || (g_strv_length (items) > 1 && ssm_canvas_take_lines (self, editor, items));
}

/* The keyboard has gone elsewhere, by a click or to another window's widget. */
static void
focus_left_cb (SsmCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->writing == NULL || focus == NULL
      || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;

  ssm_canvas_finish_writing (self);
}

GtkWidget *
ssm_canvas_editor_new (SsmCanvas *self)
{
  GtkWidget *editor = ssm_inline_editor_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (editor, "key", G_CALLBACK (ssm_canvas_take_key), self);
  g_signal_connect (editor, "typed", G_CALLBACK (typed_cb), self);
  g_signal_connect (editor, "pasted", G_CALLBACK (pasted_cb), self);
  g_signal_connect (editor, "shortened", G_CALLBACK (shortened_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (editor, focus);
  gtk_widget_hide (editor);
  return editor;
}
