/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-new-map.h"

#include "ssm-template.h"
#include "ssm-workshop-state.h"
#include "ssm-workshop-window.h"

static gboolean
show_template (SsmWindow *window, const char *name)
{
  g_autoptr (SsmPart) map = ssm_template_map_new (name);
  g_autoptr (SsmDocument) document = map != NULL ? ssm_document_new (map) : NULL;

  if (document != NULL)
    ssm_window_show_document (window, document);
  return document != NULL;
}

void
ssm_new_map_from (SsmWindow *window, const char *name)
{
  g_return_if_fail (SSM_IS_WINDOW (window));

  if (show_template (window, name))
    ssm_editor_begin (ssm_window_get_editor (window));
}

/* The workshop that is held on @document already, or NULL: two clocks would be one too many. */
static GtkWindow *
find_workshop (SsmWindow *window, SsmDocument *document)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (SSM_IS_WORKSHOP_WINDOW (l->data)
        && ssm_workshop_window_get_document (l->data) == document)
      return l->data;
  return NULL;
}

void
ssm_new_map_hold_workshop (SsmWindow *window)
{
  SsmDocument *document;
  GtkWindow *workshop;

  g_return_if_fail (SSM_IS_WINDOW (window) && ssm_window_get_document (window) != NULL);

  document = ssm_window_get_document (window);
  workshop = find_workshop (window, document);
  ssm_map_view_end_edit (ssm_editor_get_view (ssm_window_get_editor (window)));
  gtk_window_present (workshop != NULL
                        ? workshop
                        : ssm_workshop_window_new (GTK_WINDOW (window), document));
}

void
ssm_new_map_by_workshop (SsmWindow *window)
{
  g_return_if_fail (SSM_IS_WINDOW (window));

  if (show_template (window, "empty"))
    ssm_new_map_hold_workshop (window);
}

void
ssm_new_map_resume_workshop (SsmWindow *window)
{
  g_autoptr (SsmWorkshopState) state = NULL;
  SsmDocument *document;

  g_return_if_fail (SSM_IS_WINDOW (window));

  document = ssm_window_get_document (window);
  if (document != NULL)
    state = ssm_workshop_state_find (ssm_part_id (ssm_document_get_map (document)));
  if (state != NULL)
    ssm_new_map_hold_workshop (window);
}
