/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where undo and redo lead: to what they have changed, so that nothing changes unseen, and
 * never to a text that has nothing to do with it. */

#include "ssm-canvas-structure.h"

#include <string.h>

#include "ssm-area-name.h"
#include "ssm-side-pane.h"

static gboolean
shows_part (const SsmArea *area)
{
  return *area->id != '\0' && (area->field != SSM_FIELD_NONE || area->role == SSM_AREA_STAGE);
}

/* TRUE where area @index shows a part that @before did not have. */
static gboolean
has_come (SsmCanvas *self, guint index, const SsmMapIndex *before)
{
  const SsmArea *area = ssm_page_area (self->page, index);

  return shows_part (area) && ssm_map_index_find (before, area->id) == NULL;
}

/* TRUE where it shows what @before did not have, or had otherwise. */
static gboolean
is_news (SsmCanvas *self, guint index, const SsmMapIndex *before)
{
  const SsmArea *area = ssm_page_area (self->page, index);
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (!shows_part (area) || has_come (self, index, before))
    return shows_part (area);

  old = ssm_area_text (before, area);
  new = ssm_area_text (self->index, area);
  return strcmp (old, new) != 0;
}

static int
find_first (SsmCanvas *self, const SsmMapIndex *before,
            gboolean (*is_wanted) (SsmCanvas *, guint, const SsmMapIndex *))
{
  for (guint i = 0; i < self->by_index->len; i++)
    {
      if (is_wanted (self, i, before))
        return (int) i;
    }
  return -1;
}

/* The place where the step was taken, unless it is another part that has come or come back:
 * inserting a stage is done at its neighbour. */
static int
find_restored (SsmCanvas *self)
{
  g_autoptr (SsmMapIndex) before = ssm_map_index_new (self->before);
  int place = ssm_canvas_find (self, ssm_document_get_step_place (self->document));
  int come = find_first (self, before, has_come);

  if (come >= 0 && (place < 0 || !is_news (self, (guint) place, before)))
    return come;
  return place >= 0 ? place : find_first (self, before, is_news);
}

/* Whether the keyboard is in the pane beside the page, where it stays. */
static gboolean
is_beside (SsmCanvas *self)
{
  GtkWidget *side = gtk_widget_get_ancestor (GTK_WIDGET (self), SSM_TYPE_SIDE_PANE);

  return side != NULL && ssm_side_pane_has_keyboard (SSM_SIDE_PANE (side));
}

void
ssm_canvas_show_restored (SsmCanvas *self)
{
  int index;

  /* Where another view is looked at, the editor decides. */
  if (self->before == NULL || self->writing != NULL
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  index = find_restored (self);
  if (index >= 0 && is_beside (self))
    ssm_canvas_note_selected (self, index);
  else
    ssm_canvas_select_area (self, index);
}
