/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-window-actions.h"

#include <glib/gi18n-lib.h>

#include "ssm-bring-in.h"
#include "ssm-deal-flow.h"
#include "ssm-deal-leave.h"
#include "ssm-export-flow.h"
#include "ssm-import-flow.h"
#include "ssm-new-map.h"
#include "ssm-open.h"
#include "ssm-print-flow.h"
#include "ssm-properties-dialog.h"
#include "ssm-rename.h"
#include "ssm-version-flow.h"

static void
open_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_open_choose (SSM_WINDOW (widget));
}

static void
open_uri_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  ssm_open_file (SSM_WINDOW (widget), file);
}

static void
new_from_template_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_new_map_from (SSM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
workshop_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (g_str_equal (name, "win.workshop"))
    ssm_new_map_hold_workshop (SSM_WINDOW (widget));
  else
    ssm_new_map_by_workshop (SSM_WINDOW (widget));
}

static void
restore_draft_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmWindow *self = SSM_WINDOW (widget);

  ssm_open_draft (self, ssm_start_view_get_draft (ssm_window_get_start (self),
                                                  g_variant_get_uint32 (parameter)));
  ssm_new_map_resume_workshop (self);
}

static void
discard_draft_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmStartView *start = ssm_window_get_start (SSM_WINDOW (widget));
  SsmDraft *draft = ssm_start_view_get_draft (start, g_variant_get_uint32 (parameter));

  if (draft != NULL)
    ssm_draft_decline (draft);
  ssm_start_view_refresh (start);
  gtk_widget_grab_focus (GTK_WIDGET (start));
}

static void
save_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmWindow *self = SSM_WINDOW (widget);
  SsmDocument *document = ssm_window_get_document (self);

  ssm_document_end_merge (document);
  /* Who looks at the deals does not mean a map that has no changes. */
  if (ssm_deal_flow_get_active (self) == document || ssm_document_get_modified (document))
    ssm_save_flow_save (ssm_window_get_save_flow (self));
  ssm_deal_flow_save (ssm_window_get_deal_flow (self));
}

static void
save_as_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_document_end_merge (ssm_window_get_document (SSM_WINDOW (widget)));
  ssm_save_flow_save_as (ssm_window_get_save_flow (SSM_WINDOW (widget)));
}

static void
save_copy_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_save_flow_save_copy (ssm_window_get_save_flow (SSM_WINDOW (widget)));
}

static void
reload_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_open_reload (SSM_WINDOW (widget));
}

static void
reload_deals_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_deal_flow_reload (ssm_window_get_deal_flow (SSM_WINDOW (widget)));
}

static void
discard_restored_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmWindow *self = SSM_WINDOW (widget);
  SsmDocument *document = ssm_window_get_document (self);

  ssm_document_discard_draft (document);
  if (ssm_document_get_file (document) != NULL)
    ssm_open_reload (self);
  else
    ssm_window_show_document (self, NULL);
}

static void
restore_file_draft_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_open_draft_of_file (SSM_WINDOW (widget));
}

static void
say_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_window_toast (SSM_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL, NULL);
}

static void
say_step_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_window_toast_step (SSM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static gboolean
shows_deals (SsmWindow *self)
{
  return g_str_equal (ssm_editor_get_view_name (ssm_window_get_editor (self)), "deals");
}

static void
copy_page_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmEditor *editor = ssm_window_get_editor (SSM_WINDOW (widget));

  if (shows_deals (SSM_WINDOW (widget)))
    ssm_deal_leave_copy (SSM_WINDOW (widget));
  else
    ssm_canvas_copy_page (ssm_map_view_get_canvas (ssm_editor_get_view (editor)));
}

static void
paste_map_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_bring_in_clipboard (SSM_WINDOW (widget));
}

static void
find_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_editor_find (ssm_window_get_editor (SSM_WINDOW (widget)),
                   g_str_equal (name, "win.replace"));
}

static void
find_step_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_editor_find_step (ssm_window_get_editor (SSM_WINDOW (widget)),
                        g_str_equal (name, "win.find-next") ? 1 : -1);
}

static void
undo_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_document_undo (ssm_deal_flow_get_active (SSM_WINDOW (widget)));
}

static void
redo_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_document_redo (ssm_deal_flow_get_active (SSM_WINDOW (widget)));
}

static void
rename_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_rename_file (SSM_WINDOW (widget));
}

static void
properties_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmWindow *self = SSM_WINDOW (widget);

  gtk_window_present (ssm_properties_dialog_new (GTK_WINDOW (self),
                                                 ssm_window_get_document (self)));
}

static void
export_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmWindow *self = SSM_WINDOW (widget);

  ssm_map_view_end_edit (ssm_editor_get_view (ssm_window_get_editor (self)));
  ssm_export_flow_run (self);
}

static void
print_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmWindow *self = SSM_WINDOW (widget);

  ssm_map_view_end_edit (ssm_editor_get_view (ssm_window_get_editor (self)));
  if (shows_deals (self))
    ssm_deal_leave_print (self);
  else
    ssm_print_flow_run (self);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmWindow) self = data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    ssm_window_toast (self, _ ("No program is set up to show this."), NULL, NULL);
}

static void
show_uri_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_show_uri_full (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL),
                     GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (widget));
}

static void
show_in_files_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GFile *file = ssm_document_get_file (ssm_window_get_document (SSM_WINDOW (widget)));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri_full (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME, NULL, shown_cb,
                     g_object_ref (widget));
}

/* The popover that an action was asked for in has done its work. */
static void
close_popover (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *popover
    = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
go_to_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  close_popover (widget);
  ssm_editor_go_to (ssm_window_get_editor (SSM_WINDOW (widget)),
                    g_variant_get_string (parameter, NULL));
}

static void
define_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  close_popover (widget);
  ssm_editor_define (ssm_window_get_editor (SSM_WINDOW (widget)),
                     g_variant_get_string (parameter, NULL));
}

static void
show_view_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_window_cover (SSM_WINDOW (widget), NULL);
  ssm_editor_show (ssm_window_get_editor (SSM_WINDOW (widget)),
                   g_variant_get_string (parameter, NULL));
}

static void
new_deal_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmEditor *editor = ssm_window_get_editor (SSM_WINDOW (widget));

  ssm_window_cover (SSM_WINDOW (widget), NULL);
  ssm_editor_show (editor, "deals");
  ssm_deals_view_begin (ssm_editor_get_deals (editor));
}

static void
import_deals_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_window_cover (SSM_WINDOW (widget), NULL);
  ssm_import_flow_choose (SSM_WINDOW (widget));
}

static void
refresh_figures_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_import_flow_measure_again (SSM_WINDOW (widget));
}

static void
show_missing_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmEditor *editor = ssm_window_get_editor (SSM_WINDOW (widget));

  ssm_editor_show (editor, "deals");
  ssm_deals_view_show_missing (ssm_editor_get_deals (editor),
                               g_variant_get_string (parameter, NULL));
}

static void
export_diagnosis_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_deal_leave_export (SSM_WINDOW (widget));
}

static void
keep_version_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_version_keep (SSM_WINDOW (widget));
}

static void
compare_versions_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_version_compare (SSM_WINDOW (widget));
}

static void
zoom_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmMapView *view = ssm_editor_get_view (ssm_window_get_editor (SSM_WINDOW (widget)));

  if (g_str_equal (name, "win.zoom-in"))
    ssm_map_view_zoom_in (view);
  else if (g_str_equal (name, "win.zoom-out"))
    ssm_map_view_zoom_out (view);
  else
    ssm_map_view_zoom_fit (view);
}

static void
zoom_to_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmEditor *editor = ssm_window_get_editor (SSM_WINDOW (widget));

  ssm_selection_set_zoom (ssm_editor_get_selection (editor), g_variant_get_double (parameter));
}

static void
inspector_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_editor_toggle_inspector (ssm_window_get_editor (SSM_WINDOW (widget)));
}

static void
inspect_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_editor_inspect (ssm_window_get_editor (SSM_WINDOW (widget)));
}

static void
fullscreen_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
next_pane_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_window_focus_pane (SSM_WINDOW (widget), TRUE);
}

static void
previous_pane_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_window_focus_pane (SSM_WINDOW (widget), FALSE);
}

/* What an action needs before it can be used. */
typedef enum
{
  NEEDS_NOTHING,
  NEEDS_DOCUMENT,
  NEEDS_FILE,
  NEEDS_UNDO,
  NEEDS_REDO,
  NEEDS_MAP_VIEW,
  NEEDS_PAGE
} Need;

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  Need need;
} window_actions[] = {
  { "win.open", NULL, open_activated, NEEDS_NOTHING },
  { "win.open-uri", "s", open_uri_activated, NEEDS_NOTHING },
  { "win.new-from-template", "s", new_from_template_activated, NEEDS_NOTHING },
  { "win.restore-draft", "u", restore_draft_activated, NEEDS_NOTHING },
  { "win.discard-draft", "u", discard_draft_activated, NEEDS_NOTHING },
  { "win.save", NULL, save_activated, NEEDS_DOCUMENT },
  { "win.save-as", NULL, save_as_activated, NEEDS_DOCUMENT },
  { "win.save-copy", NULL, save_copy_activated, NEEDS_DOCUMENT },
  { "win.reload", NULL, reload_activated, NEEDS_FILE },
  { "win.reload-deals", NULL, reload_deals_activated, NEEDS_DOCUMENT },
  { "win.discard-restored", NULL, discard_restored_activated, NEEDS_DOCUMENT },
  { "win.restore-file-draft", NULL, restore_file_draft_activated, NEEDS_FILE },
  { "win.undo", NULL, undo_activated, NEEDS_UNDO },
  { "win.redo", NULL, redo_activated, NEEDS_REDO },
  { "win.rename", NULL, rename_activated, NEEDS_FILE },
  { "win.properties", NULL, properties_activated, NEEDS_DOCUMENT },
  { "win.keep-version", NULL, keep_version_activated, NEEDS_DOCUMENT },
  { "win.compare-versions", NULL, compare_versions_activated, NEEDS_DOCUMENT },
  { "win.workshop", NULL, workshop_activated, NEEDS_DOCUMENT },
  { "win.run-workshop", NULL, workshop_activated, NEEDS_NOTHING },
  { "win.export", NULL, export_activated, NEEDS_DOCUMENT },
  { "win.print", NULL, print_activated, NEEDS_DOCUMENT },
  { "win.say", "s", say_activated, NEEDS_NOTHING },
  { "win.say-step", "s", say_step_activated, NEEDS_DOCUMENT },
  { "win.paste-map", NULL, paste_map_activated, NEEDS_NOTHING },
  { "win.find", NULL, find_activated, NEEDS_DOCUMENT },
  { "win.replace", NULL, find_activated, NEEDS_DOCUMENT },
  { "win.find-next", NULL, find_step_activated, NEEDS_DOCUMENT },
  { "win.find-previous", NULL, find_step_activated, NEEDS_DOCUMENT },
  { "win.copy-page", NULL, copy_page_activated, NEEDS_DOCUMENT },
  { "win.show-uri", "s", show_uri_activated, NEEDS_NOTHING },
  { "win.show-in-files", NULL, show_in_files_activated, NEEDS_FILE },
  { "win.go-to", "s", go_to_activated, NEEDS_DOCUMENT },
  { "win.define", "s", define_activated, NEEDS_DOCUMENT },
  { "win.show-view", "s", show_view_activated, NEEDS_DOCUMENT },
  { "win.export-diagnosis", NULL, export_diagnosis_activated, NEEDS_DOCUMENT },
  { "win.import-deals", NULL, import_deals_activated, NEEDS_DOCUMENT },
  { "win.refresh-figures", NULL, refresh_figures_activated, NEEDS_DOCUMENT },
  { "win.show-missing", "s", show_missing_activated, NEEDS_DOCUMENT },
  { "win.new-deal", NULL, new_deal_activated, NEEDS_DOCUMENT },
  { "win.zoom-in", NULL, zoom_activated, NEEDS_PAGE },
  { "win.zoom-out", NULL, zoom_activated, NEEDS_PAGE },
  { "win.zoom-fit", NULL, zoom_activated, NEEDS_PAGE },
  { "win.zoom-to", "d", zoom_to_activated, NEEDS_PAGE },
  { "win.inspector", NULL, inspector_activated, NEEDS_MAP_VIEW },
  { "win.inspect", NULL, inspect_activated, NEEDS_DOCUMENT },
  { "win.fullscreen", NULL, fullscreen_activated, NEEDS_NOTHING },
  { "win.next-pane", NULL, next_pane_activated, NEEDS_NOTHING },
  { "win.previous-pane", NULL, previous_pane_activated, NEEDS_NOTHING },
};

void
ssm_window_actions_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (window_actions); i++)
    gtk_widget_class_install_action (widget_class, window_actions[i].name,
                                     window_actions[i].parameter, window_actions[i].activate);
}

void
ssm_window_actions_update (SsmWindow *self)
{
  SsmDocument *document = ssm_window_get_document (self);
  SsmDocument *active = ssm_deal_flow_get_active (self);
  SsmEditor *editor = ssm_window_get_editor (self);
  gboolean met[] = {
    [NEEDS_NOTHING] = TRUE,
    [NEEDS_DOCUMENT] = document != NULL,
    [NEEDS_FILE] = document != NULL && ssm_document_get_file (document) != NULL,
    [NEEDS_UNDO] = active != NULL && ssm_document_get_undo_label (active) != NULL,
    [NEEDS_REDO] = active != NULL && ssm_document_get_redo_label (active) != NULL,
    [NEEDS_MAP_VIEW] = editor != NULL
                       && g_str_equal (ssm_editor_get_view_name (editor), "map"),
    [NEEDS_PAGE] = editor != NULL
                   && gtk_widget_get_mapped (GTK_WIDGET (ssm_editor_get_view (editor))),
  };

  for (guint i = 0; i < G_N_ELEMENTS (window_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), window_actions[i].name,
                                   met[window_actions[i].need]);
}
