/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where Enter, Tab and Escape lead from the text that is being written. */

#include "ssm-canvas-structure.h"

#include "ssm-map-edit.h"
#include "ssm-page-walk.h"

/* The place to go on from once the text has been finished, which may take its area away. */
typedef struct
{
  SsmPlaceInMap text;
  SsmPlaceInMap cell; /* list that holds the text; id NULL: none */
  guint position;     /* of a criterion in it */
  guint n;
} Whereabouts;

static void
remember (SsmCanvas *self, Whereabouts *where)
{
  int index = ssm_canvas_written (self), list = ssm_page_list_area (self->page, index);
  const SsmArea *area = ssm_page_area (self->page, (guint) index);

  *where = (Whereabouts) { 0 };
  where->text = (SsmPlaceInMap) { g_strdup (area->id), area->field, area->list };
  if (list >= 0)
    {
      area = ssm_page_area (self->page, (guint) list);
      where->cell = (SsmPlaceInMap) { g_strdup (area->id), area->field, area->list };
      where->position = ssm_page_criterion_position (self->page, index);
      where->n = ssm_page_n_criteria (self->page, list);
    }
}

static void
forget (Whereabouts *where)
{
  g_free (where->text.id);
  g_free (where->cell.id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Whereabouts, forget)

static int
find_again (SsmCanvas *self, const Whereabouts *where)
{
  return ssm_canvas_find (self, where->cell.id != NULL ? &where->cell : &where->text);
}

/* A criterion that stayed empty has gone: the keyboard goes to the one above it. */
void
ssm_canvas_leave_text (SsmCanvas *self)
{
  g_auto (Whereabouts) where = { 0 };
  guint n;
  int list;

  if (self->writing == NULL)
    return;

  remember (self, &where);
  ssm_canvas_finish_writing (self);
  list = where.cell.id != NULL ? ssm_canvas_find (self, &where.cell) : -1;
  n = list >= 0 ? ssm_page_n_criteria (self->page, list) : 0;
  if (n > 0 && n < where.n && where.position > 0)
    where.position--;
  if (n > 0)
    ssm_canvas_select_area (self, ssm_page_criterion (self->page, list, where.position));
  else
    ssm_canvas_focus_selected (self);
}

/* What Tab and the like go to: in a list its first criterion, if it has one. */
static gboolean
edit_cell (SsmCanvas *self, int index)
{
  gboolean list = index >= 0
                  && ssm_page_area (self->page, (guint) index)->role == SSM_AREA_LIST;
  int first = list ? ssm_page_criterion (self->page, index, 0) : -1;

  return ssm_canvas_edit_area (self, first >= 0 ? first : index, SSM_CARET_ALL, NULL);
}

static void
step_text (SsmCanvas *self, int step)
{
  g_auto (Whereabouts) where = { 0 };
  int from, to;

  remember (self, &where);
  ssm_canvas_finish_writing (self);
  from = find_again (self, &where);
  to = from >= 0 ? ssm_page_next_text (self->page, from, step) : -1;
  if (!edit_cell (self, to))
    ssm_canvas_focus_selected (self);
  g_signal_emit_by_name (self, "stepped");
}

static void
next_criterion (SsmCanvas *self)
{
  g_autofree char *text = ssm_writing_dup_text (self->writing);
  g_auto (Whereabouts) where = { 0 };
  int list;

  remember (self, &where);
  /* Another text would be there to be typed over by whoever meant this one. */
  if (where.cell.id == NULL)
    {
      ssm_canvas_leave_text (self);
      return;
    }
  if (*text == '\0' && where.position + 1 == where.n)
    {
      ssm_canvas_leave_text (self);
      return;
    }

  ssm_canvas_finish_writing (self);
  list = ssm_canvas_find (self, &where.cell);
  if (list < 0)
    return;
  if (*text != '\0')
    where.position++;
  if (where.position < ssm_page_n_criteria (self->page, list))
    ssm_canvas_edit_area (self, ssm_page_criterion (self->page, list, where.position),
                          SSM_CARET_ALL, NULL);
  else
    ssm_canvas_begin_criterion (self, list, where.position);
}

static void
remove_criterion (SsmCanvas *self)
{
  g_auto (Whereabouts) where = { 0 };
  int list;

  remember (self, &where);
  if (where.cell.id == NULL)
    return;

  ssm_canvas_finish_writing (self);
  list = ssm_canvas_find (self, &where.cell);
  if (list >= 0 && where.position > 0)
    ssm_canvas_edit_area (self, ssm_page_criterion (self->page, list, where.position - 1),
                          SSM_CARET_END, NULL);
  else
    ssm_canvas_select_area (self, list);
}

static void
step_stage (SsmCanvas *self, int step)
{
  int index = ssm_canvas_written (self), to = ssm_page_other_stage (self->page, index, step);
  g_autofree char *id = NULL;
  SsmPlaceInMap place;

  if (to < 0)
    return;

  id = g_strdup (ssm_page_area (self->page, (guint) to)->id);
  place = (SsmPlaceInMap) { id, ssm_page_area (self->page, (guint) to)->field,
                            ssm_page_area (self->page, (guint) to)->list };
  ssm_canvas_finish_writing (self);
  edit_cell (self, ssm_canvas_find (self, &place));
}

void
ssm_canvas_take_key (SsmInlineEditor *editor, int key, SsmCanvas *self)
{
  if (self->writing == NULL)
    return;
  /* What is no date stays there to be mended, and is told to be none. */
  if (ssm_writing_is_unclear (self->writing) && key != SSM_EDITOR_ESCAPE)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  switch ((SsmEditorKey) key)
    {
    case SSM_EDITOR_ENTER:
      next_criterion (self);
      break;
    case SSM_EDITOR_NEXT:
      step_text (self, 1);
      break;
    case SSM_EDITOR_PREVIOUS:
      step_text (self, -1);
      break;
    case SSM_EDITOR_ESCAPE:
      ssm_canvas_leave_text (self);
      break;
    case SSM_EDITOR_REMOVE:
      remove_criterion (self);
      break;
    case SSM_EDITOR_NEXT_STAGE:
      step_stage (self, 1);
      break;
    case SSM_EDITOR_PREVIOUS_STAGE:
      step_stage (self, -1);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Lines pasted into a criterion: the first goes where the caret is, each further one is a
 * criterion of its own. */
gboolean
ssm_canvas_take_lines (SsmCanvas *self, SsmInlineEditor *editor, char **items)
{
  g_auto (Whereabouts) where = { 0 };
  g_autofree char *first = NULL;
  g_autoptr (SsmMap) map = NULL;
  SsmCommand *command;

  if (self->writing == NULL)
    return TRUE;

  remember (self, &where);
  if (where.cell.id == NULL)
    return FALSE;

  first = ssm_inline_editor_dup_text_with (editor, items[0]);
  map = ssm_map_with_text (ssm_writing_get_shown (self->writing), where.text.id,
                           SSM_CRITERION_TEXT, first);
  command = ssm_command_insert_criteria (map, where.cell.id, where.cell.list,
                                         where.position + 1,
                                         (const char * const *) items + 1);
  g_clear_pointer (&self->writing, ssm_writing_free);
  ssm_canvas_drop_writing (self);
  ssm_canvas_run (self, command);
  ssm_canvas_edit_area (self, ssm_canvas_selected (self), SSM_CARET_END, NULL);
  return TRUE;
}
