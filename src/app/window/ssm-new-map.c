/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-new-map.h"

#include "ssm-template.h"
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

void
ssm_new_map_hold_workshop (SsmWindow *window)
{
  g_return_if_fail (SSM_IS_WINDOW (window) && ssm_window_get_document (window) != NULL);

  ssm_map_view_end_edit (ssm_editor_get_view (ssm_window_get_editor (window)));
  gtk_window_present (
    ssm_workshop_window_new (GTK_WINDOW (window), ssm_window_get_document (window)));
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
  SsmDocument *document;

  g_return_if_fail (SSM_IS_WINDOW (window));

  document = ssm_window_get_document (window);
  if (document != NULL && ssm_workshop_window_can_resume (document))
    ssm_new_map_hold_workshop (window);
}
