/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-editor-look.h"

#include "ssm-document-state.h"
#include "ssm-scroll.h"

/* Once it is on the screen: what has no size cannot take the keyboard. */
static void
restore_views (SsmEditor *editor)
{
  GFile *file = ssm_document_get_file (ssm_editor_get_document (editor));
  SsmSidePane *side = ssm_editor_get_side (editor);
  g_autofree char *view = ssm_document_state_get_string (file, "view", "map");

  g_signal_handlers_disconnect_by_func (editor, restore_views, NULL);
  /* A pane that lies over the page waits to be asked for. */
  if (!ssm_side_pane_get_folded (side))
    ssm_side_pane_set_open (
        side, ssm_document_state_get_boolean (file, "inspector", ssm_side_pane_get_open (side)));
  if (g_str_equal (view, "definitions"))
    ssm_editor_show (editor, view);
}

void
ssm_editor_look_restore (SsmEditor *editor)
{
  GFile *file = ssm_document_get_file (ssm_editor_get_document (editor));
  double zoom;

  if (file == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (editor)))
    restore_views (editor);
  else
    g_signal_connect_after (editor, "map", G_CALLBACK (restore_views), NULL);
  zoom = ssm_document_state_get_double (file, "zoom", 0);
  if (zoom <= 0)
    return;
  ssm_selection_set_zoom (ssm_editor_get_selection (editor), zoom);
  ssm_scroll_set_place (ssm_map_view_get_scroller (ssm_editor_get_view (editor)),
                        ssm_document_state_get_double (file, "scroll-x", 0),
                        ssm_document_state_get_double (file, "scroll-y", 0));
}

void
ssm_editor_look_remember (SsmEditor *editor)
{
  GFile *file = ssm_document_get_file (ssm_editor_get_document (editor));
  SsmSidePane *side = ssm_editor_get_side (editor);
  double x, y;

  if (file == NULL)
    return;
  ssm_scroll_get_place (ssm_map_view_get_scroller (ssm_editor_get_view (editor)), &x, &y);
  ssm_document_state_set_double (
      file, "zoom", ssm_selection_get_zoom (ssm_editor_get_selection (editor)));
  ssm_document_state_set_double (file, "scroll-x", x);
  ssm_document_state_set_double (file, "scroll-y", y);
  ssm_document_state_set_string (file, "view", ssm_editor_get_view_name (editor));
  if (!ssm_side_pane_get_folded (side))
    ssm_document_state_set_boolean (file, "inspector", ssm_side_pane_get_open (side));
}
