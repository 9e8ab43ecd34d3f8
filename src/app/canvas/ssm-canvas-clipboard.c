/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copying, cutting and pasting what is selected on the page, by key, menu and drop. */

#include "ssm-canvas-clipboard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-clipboard-content.h"
#include "ssm-clipboard.h"
#include "ssm-convert.h"
#include "ssm-fragment.h"
#include "ssm-page-walk.h"
#include "ssm-resources.h"

static GdkClipboard *
clipboard_of (SsmCanvas *self)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (self));
}

/* Without the offer to undo: nothing was done, or not all of it. */
static void
say (SsmCanvas *self, const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", words);
}

static SsmPlaceInMap
selected_place (SsmCanvas *self)
{
  return (SsmPlaceInMap) { (char *) ssm_selection_get_id (self->selection),
                           ssm_selection_get_field (self->selection),
                           ssm_selection_get_list (self->selection) };
}

gboolean
ssm_canvas_is_whole_selected (SsmCanvas *self)
{
  SsmPlaceInMap place = selected_place (self);

  return place.field == SSM_FIELD_NONE && place.list == SSM_LIST_NONE
         && strcmp (place.id, ssm_part_id (self->map)) == 0;
}

/* (transfer full): what is selected as words. */
static char *
text_of (SsmMap *map, const SsmPlaceInMap *place)
{
  if (strcmp (place->id, ssm_part_id (map)) == 0 && place->field == SSM_FIELD_NONE)
    return ssm_map_to_text (map, ssm_resources_words (ssm_map_language (map)));
  return ssm_command_copy_text (map, place->id, place->field, place->list);
}

/* (transfer full): it in every form, or NULL where nothing is written there. */
static GdkContentProvider *
content_of (SsmCanvas *self, const SsmPlaceInMap *place, gboolean cut)
{
  SsmMap *map = ssm_document_get_map (self->document);
  g_autofree char *text = text_of (map, place);
  gboolean words = place->field != SSM_FIELD_NONE && place->field != SSM_CRITERION_TEXT;
  g_autoptr (SsmMap) fragment
    = words ? NULL : ssm_map_fragment (map, place->id, place->list, cut);

  if (fragment != NULL)
    return ssm_clipboard_content_new (map, fragment, text);
  return *text != '\0' ? gdk_content_provider_new_typed (G_TYPE_STRING, text) : NULL;
}

GdkContentProvider *
ssm_canvas_selected_content (SsmCanvas *self)
{
  SsmPlaceInMap place = selected_place (self);

  return *place.id != '\0' ? content_of (self, &place, FALSE) : NULL;
}

static void
copy_place (SsmCanvas *self, const SsmPlaceInMap *place, gboolean cut)
{
  g_autoptr (GdkContentProvider) content = content_of (self, place, cut);

  if (content != NULL)
    gdk_clipboard_set_content (clipboard_of (self), content);
}

void
ssm_canvas_copy (SsmCanvas *self)
{
  SsmPlaceInMap place = selected_place (self);

  if (*place.id != '\0')
    copy_place (self, &place, FALSE);
}

void
ssm_canvas_cut (SsmCanvas *self)
{
  SsmPlaceInMap place = selected_place (self);

  if (*place.id == '\0' || ssm_canvas_is_whole_selected (self))
    return;
  copy_place (self, &place, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "canvas.delete", NULL);
}

void
ssm_canvas_copy_stage (SsmCanvas *self, const char *stage)
{
  SsmPlaceInMap place = { (char *) stage, SSM_FIELD_NONE, SSM_LIST_NONE };

  copy_place (self, &place, FALSE);
}

void
ssm_canvas_copy_page (SsmCanvas *self)
{
  SsmMap *map = ssm_document_get_map (self->document);
  SsmPlaceInMap place = { (char *) ssm_part_id (map), SSM_FIELD_NONE, SSM_LIST_NONE };

  copy_place (self, &place, FALSE);
  say (self, _("The page was copied as picture, table and text."));
}

void
ssm_canvas_copy_picture (SsmCanvas *self)
{
  ssm_clipboard_copy_picture (clipboard_of (self), ssm_document_get_map (self->document));
  say (self, _("The page was copied as a picture."));
}

static gboolean
says_anything (const SsmPasted *pasted)
{
  g_autofree char *text = g_strstrip (g_strdup (pasted->text));

  return *text != '\0' || pasted->fragment != NULL;
}

/* Why nothing was pasted. */
static const char *
explain_refusal (const SsmMap *map, const SsmPasted *pasted)
{
  const SsmMap *fragment = pasted->fragment;

  if (fragment != NULL && ssm_fragment_kind (fragment) == SSM_FRAGMENT_CRITERIA
      && ssm_map_n_criteria (map) + ssm_map_n_criteria (fragment) <= SSM_MAX_CRITERIA)
    return _("Select the stage or cell that the criteria belong to.");
  return _("A map holds at most 1,000 stages and 20,000 criteria.");
}

static void
paste_at (SsmCanvas *self, const SsmPlaceInMap *place, const SsmPasted *pasted)
{
  g_autoptr (SsmMap) map = ssm_part_ref (ssm_document_get_map (self->document));
  SsmCommand *command = ssm_command_paste (map, place, pasted);
  gboolean refused
    = command->map == map && *command->label == '\0' && command->toast == NULL;

  ssm_canvas_run (self, command);
  if (pasted->cut)
    say (self, _("The text was too long. Only its beginning was pasted."));
  else if (refused && says_anything (pasted))
    say (self, explain_refusal (map, pasted));
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmCanvas) self = data;
  g_autoptr (SsmPasted) pasted = ssm_clipboard_read_finish (result);
  SsmPlaceInMap place;

  /* The window may have been closed meanwhile, or somebody began to write. */
  if (self->document == NULL || self->writing != NULL)
    return;
  if (pasted == NULL || !says_anything (pasted))
    {
      say (self, _("There are no words on the clipboard."));
      return;
    }

  place = selected_place (self);
  paste_at (self, &place, pasted);
}

gboolean
ssm_canvas_take_stages (SsmCanvas *self, const char *text)
{
  g_autoptr (SsmPasted) pasted = ssm_pasted_new_text (text, strlen (text));
  SsmPlaceInMap place;

  if (!ssm_pasted_fills_stages (pasted, ssm_document_get_map (self->document)))
    return FALSE;

  ssm_canvas_leave_text (self);
  place = selected_place (self);
  paste_at (self, &place, pasted);
  return TRUE;
}

void
ssm_canvas_paste (SsmCanvas *self)
{
  ssm_clipboard_read_async (clipboard_of (self), FALSE, clipboard_read_cb,
                            g_object_ref (self));
}

/* Where a drop goes: into a cell or to a stage, else to the page. What is dropped adds to
 * what is there: no word on the page is replaced by it. */
static SsmPlaceInMap
place_at (SsmCanvas *self, double x, double y)
{
  int index = ssm_page_hit (self->page, (x - self->x) / self->scale,
                            (y - self->y) / self->scale);
  const SsmArea *area;

  if (index >= 0 && ssm_page_list_area (self->page, index) < 0)
    index = ssm_page_stage_area (self->page, index);
  if (index < 0)
    return (SsmPlaceInMap) { (char *) "", SSM_FIELD_NONE, SSM_LIST_NONE };

  area = ssm_page_area (self->page, (guint) index);
  return (SsmPlaceInMap) { (char *) area->id, area->field, area->list };
}

void
ssm_canvas_paste_at (SsmCanvas *self, const SsmPasted *pasted, double x, double y)
{
  SsmPlaceInMap place;

  ssm_canvas_leave_text (self);
  place = place_at (self, x, y);
  paste_at (self, &place, pasted);
}
