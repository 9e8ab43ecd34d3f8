/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-window.h"

#include <glib/gi18n-lib.h>

#include "ssm-actions.h"
#include "ssm-deal-flow.h"
#include "ssm-document-button.h"
#include "ssm-drop.h"
#include "ssm-editor-look.h"
#include "ssm-recent-menu.h"
#include "ssm-state.h"
#include "ssm-window-actions.h"

struct _SsmWindow
{
  AdwApplicationWindow parent_instance;

  SsmDocument *document;
  SsmEditor *editor;
  SsmSaveFlow *save_flow;
  SsmDealFlow *deal_flow;
  AdwToast *undo_toast; /* weak: offers to take back the last step and no other */

  AdwToastOverlay *toasts;
  GtkWidget *header;
  AdwViewSwitcherTitle *view_switcher;
  GtkWidget *open_place;
  AdwSplitButton *open_button;
  GtkWidget *new_button;
  GtkWidget *document_tools;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  SsmDocumentButton *document_button;
  GtkWidget *map_buttons;
  GtkWidget *inspector_button;
  GtkMenuButton *menu_button;
  SsmNotice *notice;
  GtkStack *views;
  SsmStartView *start;
  GtkWidget *cover; /* a view in the place of everything else, or NULL */
};

G_DEFINE_FINAL_TYPE (SsmWindow, ssm_window, ADW_TYPE_APPLICATION_WINDOW)

static const char * const menu_actions[]
  = { "app.new-window", "win.open", "-",
      "win.save", "win.save-as", "win.export", "win.print", "-",
      "win.undo", "win.redo", "win.find", "win.replace", "-",
      "win.keep-version", "win.compare-versions", "-", "win.new-deal", "win.import-deals", "-",
      "win.inspector", "win.fullscreen", "-",
      "app.preferences", "app.shortcuts", "app.help", "app.about", NULL };

/* "Undo: Rename stage (Ctrl+Z)" */
static void
show_step (GtkWidget *button, const char *action, const char *label)
{
  g_autofree char *plain = ssm_actions_tooltip (action);
  g_autofree char *words = NULL;

  if (label != NULL)
    /* Translators: "Undo (Ctrl+Z)", then the step that it takes back */
    words = g_strdup_printf (_ ("%s: %s"), plain, label);
  gtk_widget_set_tooltip_text (button, words != NULL ? words : plain);
}

static void
document_changed_cb (SsmWindow *self)
{
  SsmDocument *document = ssm_deal_flow_get_active (self);

  ssm_document_button_show (self->document_button, document);
  gtk_window_set_title (GTK_WINDOW (self), ssm_document_get_title (document));
  show_step (self->undo_button, "win.undo", ssm_document_get_undo_label (document));
  show_step (self->redo_button, "win.redo", ssm_document_get_redo_label (document));
  ssm_window_actions_update (self);
}

/* Once for each trouble: it goes with the trouble. */
static void
draft_error_changed_cb (SsmWindow *self, GParamSpec *pspec, SsmDocument *document)
{
  g_autofree char *error = NULL;

  g_object_get (document, "draft-error", &error, NULL);
  if (error != NULL)
    ssm_notice_show (self->notice, GTK_MESSAGE_WARNING, error,
                     document == self->document ? "win.save-copy" : NULL, NULL);
  else
    ssm_notice_hide (self->notice);
}

/* Undo would take back something else now. */
static void
map_changed_cb (SsmWindow *self)
{
  AdwToast *toast = self->undo_toast;

  g_clear_weak_pointer (&self->undo_toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/* In a narrow window the name of the map needs the room: opening is in the menu then. */
static void
layout_changed_cb (SsmWindow *self)
{
  gtk_widget_set_visible (self->open_place, !ssm_editor_is_narrow (self->editor));
  gtk_widget_set_sensitive (self->inspector_button,
                            g_str_equal (ssm_editor_get_view_name (self->editor), "map"));
  document_changed_cb (self);
}

static void
properties_wanted_cb (SsmWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.properties", NULL);
}

/* The views are chosen at the bottom then. */
static void
narrow_changed_cb (SsmWindow *self)
{
  if (adw_view_switcher_title_get_title_visible (self->view_switcher))
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
show_header (SsmWindow *self)
{
  gboolean has_document = self->document != NULL;

  gtk_widget_set_visible (self->new_button, has_document);
  gtk_widget_set_visible (self->document_tools, has_document);
  gtk_widget_set_visible (self->map_buttons, has_document);
  gtk_widget_set_visible (self->inspector_button, has_document);
  gtk_widget_set_visible (self->open_place, TRUE);
  /* The title of a document stands in its button, and once is enough. */
  adw_view_switcher_title_set_title (self->view_switcher,
                                     has_document ? NULL : _ ("Sales System Map"));
  ssm_recent_menu_fill (self->open_button);
}

static void
drop_document (SsmWindow *self)
{
  g_clear_object (&self->save_flow);
  if (self->document != NULL)
    {
      ssm_deal_flow_close (self->deal_flow);
      g_clear_object (&self->deal_flow);
      ssm_editor_look_remember (self->editor);
      g_signal_handlers_disconnect_by_data (self->document, self);
      ssm_document_close (self->document);
      g_clear_object (&self->document);
    }
  if (self->cover != NULL)
    ssm_window_cover (self, NULL);
  if (self->editor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->editor, self);
      adw_view_switcher_title_set_stack (self->view_switcher, NULL);
      gtk_stack_remove (self->views, GTK_WIDGET (self->editor));
      self->editor = NULL;
    }
}

/* What the header says of @document. */
static void
follow_state (SsmWindow *self, SsmDocument *document)
{
  g_object_connect (document, "swapped-object-signal::notify::title", document_changed_cb, self,
                    "swapped-object-signal::notify::state", document_changed_cb, self,
                    "swapped-object-signal::notify::undo-label", document_changed_cb, self,
                    "swapped-object-signal::notify::redo-label", document_changed_cb, self,
                    "swapped-object-signal::notify::draft-error", draft_error_changed_cb,
                    self, NULL);
}

static void
follow_book (SsmWindow *self)
{
  SsmDocument *book = ssm_deal_board_get_book (
      ssm_deals_view_get_board (ssm_editor_get_deals (self->editor)));

  follow_state (self, book);
  g_object_connect (book, "swapped-object-signal::notify::book", map_changed_cb, self, NULL);
  document_changed_cb (self);
}

static void
take_document (SsmWindow *self, SsmDocument *document)
{
  SsmDealBoard *board;
  SsmMapView *view;

  self->document = g_object_ref (document);
  self->save_flow = ssm_save_flow_new (self, document);
  self->editor = ssm_editor_new (document);
  ssm_editor_use_switcher (self->editor, self->view_switcher);
  view = ssm_editor_get_view (self->editor);
  g_signal_connect_object (self->editor, "layout-changed", G_CALLBACK (layout_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->views, GTK_WIDGET (self->editor), "map");
  gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->editor));
  follow_state (self, document);
  g_object_connect (document, "swapped-object-signal::notify::map", map_changed_cb, self, NULL);
  g_signal_connect_object (view, "toast", G_CALLBACK (ssm_window_toast_step), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ssm_editor_get_inspector (self->editor), "toast",
                           G_CALLBACK (ssm_window_toast_step), self, G_CONNECT_SWAPPED);
  g_object_bind_property (ssm_editor_get_side (self->editor), "open", self->inspector_button,
                          "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (view, "properties", G_CALLBACK (properties_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  board = ssm_deals_view_get_board (ssm_editor_get_deals (self->editor));
  g_object_connect (board, "swapped-object-signal::book-changed", follow_book, self, NULL);
  follow_book (self);
  self->deal_flow = ssm_deal_flow_new (self, board);
  ssm_editor_look_restore (self->editor);
  document_changed_cb (self);
}

/* Another program may have written while this window was not looked at. */
static void
activated_cb (SsmWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->save_flow != NULL)
    {
      ssm_save_flow_look_at_file (self->save_flow);
      ssm_deal_flow_look_at_file (self->deal_flow);
    }
}

static gboolean
ssm_window_close_request (GtkWindow *window)
{
  SsmWindow *self = SSM_WINDOW (window);

  if (self->save_flow != NULL && (!ssm_save_flow_may_close (self->save_flow)
                                  || !ssm_deal_flow_may_close (self->deal_flow)))
    return GDK_EVENT_STOP;
  ssm_state_remember_size (window);
  drop_document (self);

  return GTK_WINDOW_CLASS (ssm_window_parent_class)->close_request (window);
}

static void
ssm_window_dispose (GObject *object)
{
  SsmWindow *self = SSM_WINDOW (object);

  if (self->views != NULL)
    drop_document (self);
  g_clear_weak_pointer (&self->undo_toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_WINDOW);
  G_OBJECT_CLASS (ssm_window_parent_class)->dispose (object);
}

static void
ssm_window_class_init (SsmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ssm_window_close_request;

  g_type_ensure (SSM_TYPE_DOCUMENT_BUTTON);
  g_type_ensure (SSM_TYPE_NOTICE);
  g_type_ensure (SSM_TYPE_START_VIEW);
  ssm_window_actions_install (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, header);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, view_switcher);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, open_place);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, document_tools);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, document_button);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, map_buttons);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, views);
  gtk_widget_class_bind_template_child (widget_class, SsmWindow, start);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
}

/* The keyboard goes to what the window shows. Again when it comes to the screen: GTK
 * gives it to the first control then if the view had no size before. */
static void
focus_view (SsmWindow *self)
{
  GtkWidget *view = self->editor != NULL ? GTK_WIDGET (self->editor)
                                         : GTK_WIDGET (self->start);

  gtk_widget_grab_focus (self->cover != NULL ? self->cover : view);
}

static void
ssm_window_init (SsmWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ssm_actions_fill_menu_button (self->menu_button, menu_actions);
  ssm_recent_menu_name (self->open_button);
  show_header (self);
  ssm_window_actions_update (self);
  gtk_widget_add_controller (GTK_WIDGET (self), ssm_drop_controller_new (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (activated_cb), NULL);
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
  g_signal_connect (self, "map", G_CALLBACK (focus_view), NULL);
}

SsmWindow *
ssm_window_new (GtkApplication *application)
{
  SsmWindow *self = g_object_new (SSM_TYPE_WINDOW, "application", application, NULL);

  ssm_state_restore_size (GTK_WINDOW (self));
  return self;
}

SsmDocument *
ssm_window_get_document (SsmWindow *self)
{
  g_return_val_if_fail (SSM_IS_WINDOW (self), NULL);

  return self->document;
}

SsmEditor *
ssm_window_get_editor (SsmWindow *self)
{
  g_return_val_if_fail (SSM_IS_WINDOW (self), NULL);

  return self->editor;
}

SsmSaveFlow *
ssm_window_get_save_flow (SsmWindow *self)
{
  g_return_val_if_fail (SSM_IS_WINDOW (self), NULL);

  return self->save_flow;
}

SsmDealFlow *
ssm_window_get_deal_flow (SsmWindow *self)
{
  g_return_val_if_fail (SSM_IS_WINDOW (self), NULL);

  return self->deal_flow;
}

SsmNotice *
ssm_window_get_notice (SsmWindow *self)
{
  g_return_val_if_fail (SSM_IS_WINDOW (self), NULL);

  return self->notice;
}

SsmStartView *
ssm_window_get_start (SsmWindow *self)
{
  g_return_val_if_fail (SSM_IS_WINDOW (self), NULL);

  return self->start;
}

void
ssm_window_show_document (SsmWindow *self, SsmDocument *document)
{
  g_return_if_fail (SSM_IS_WINDOW (self));

  drop_document (self);
  ssm_notice_hide (self->notice);
  if (document != NULL)
    take_document (self, document);
  else
    {
      ssm_start_view_refresh (self->start);
      gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->start));
      gtk_window_set_title (GTK_WINDOW (self), _ ("Sales System Map"));
      ssm_window_actions_update (self);
    }
  show_header (self);
  focus_view (self);
}

void
ssm_window_refresh_start (SsmWindow *self)
{
  g_return_if_fail (SSM_IS_WINDOW (self));

  ssm_recent_menu_fill (self->open_button);
  if (self->document != NULL)
    return;
  ssm_start_view_refresh (self->start);
  focus_view (self);
}

AdwToast *
ssm_window_toast (SsmWindow *self, const char *words, const char *button, const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (escaped);

  g_return_val_if_fail (SSM_IS_WINDOW (self), NULL);

  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_detailed_action_name (toast, action);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);

  return toast;
}

void
ssm_window_toast_step (SsmWindow *self, const char *words)
{
  g_return_if_fail (SSM_IS_WINDOW (self));

  g_set_weak_pointer (&self->undo_toast,
                      ssm_window_toast (self, words, _ ("Undo"), "win.undo"));
}

void
ssm_window_cover (SsmWindow *self, GtkWidget *view)
{
  GtkWidget *old;

  g_return_if_fail (SSM_IS_WINDOW (self));

  old = self->cover;
  self->cover = view;
  if (view != NULL)
    gtk_stack_add_child (self->views, view);
  gtk_widget_set_visible (self->header, view == NULL);
  if (view != NULL || self->editor != NULL)
    gtk_stack_set_visible_child (self->views, view != NULL ? view : GTK_WIDGET (self->editor));
  if (old != NULL)
    gtk_stack_remove (self->views, old);
  focus_view (self);
}

GtkWidget *
ssm_window_get_cover (SsmWindow *self)
{
  g_return_val_if_fail (SSM_IS_WINDOW (self), NULL);

  return self->cover;
}

void
ssm_window_focus_pane (SsmWindow *self, gboolean forward)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *panes[5];
  guint n = 0, now = 0;

  g_return_if_fail (SSM_IS_WINDOW (self));

  if (self->cover != NULL)
    {
      gtk_widget_activate_action (self->cover, "cover.next-pane", NULL);
      return;
    }
  if (self->editor != NULL)
    {
      panes[n++] = ssm_editor_get_shown (self->editor);
      if (gtk_widget_get_mapped (GTK_WIDGET (ssm_editor_get_inspector (self->editor))))
        panes[n++] = GTK_WIDGET (ssm_editor_get_inspector (self->editor));
      panes[n++] = ssm_editor_get_status (self->editor);
    }
  else
    panes[n++] = GTK_WIDGET (self->start);
  panes[n++] = self->header;
  panes[n++] = GTK_WIDGET (self->notice);
  for (guint i = 0; i < n && focus != NULL; i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      now = i;
  for (guint i = 1; i < n; i++)
    {
      GtkWidget *next = panes[(now + (forward ? i : n - i)) % n];

      if (gtk_widget_grab_focus (next) || gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD))
        return;
    }
}
