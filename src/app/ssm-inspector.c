/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-inspector.h"

#include "ssm-inspector-page.h"

struct _SsmInspector
{
  GtkWidget parent_instance;

  SsmDocument *document;
  SsmSelection *selection;
  guint refresh_source; /* idle that shows what has changed */

  GtkWidget *scroller;
  GtkStack *pages;
  SsmInspectorPage *page;
};

enum
{
  TOAST,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmInspector, ssm_inspector, GTK_TYPE_WIDGET)

static void
show_page (SsmInspector *self)
{
  if (self->page == NULL)
    {
      self->page = g_object_new (SSM_TYPE_INSPECTOR_PAGE, NULL);
      ssm_inspector_page_follow (self->page, self->document);
      gtk_stack_add_child (self->pages, GTK_WIDGET (self->page));
    }
  ssm_inspector_page_refresh (self->page);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->page));
}

static void
refresh (SsmInspector *self)
{
  show_page (self);
}

static gboolean
refresh_cb (gpointer data)
{
  SsmInspector *self = data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Behind the frame that shows the page: nobody who types waits for the inspector. */
static void
queue_refresh (SsmInspector *self)
{
  if (self->refresh_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_source
      = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, refresh_cb, self, NULL);
}

static void
ssm_inspector_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ssm_inspector_parent_class)->map (widget);
  queue_refresh (SSM_INSPECTOR (widget));
}

/* Whoever opens it by key is in it. */
static gboolean
ssm_inspector_grab_focus (GtkWidget *widget)
{
  SsmInspector *self = SSM_INSPECTOR (widget);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  refresh (self);
  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages),
                                 GTK_DIR_TAB_FORWARD);
}

static void
leave_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEAVE], 0);
}

static void
ssm_inspector_dispose (GObject *object)
{
  SsmInspector *self = SSM_INSPECTOR (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_INSPECTOR);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (ssm_inspector_parent_class)->dispose (object);
}

static void
ssm_inspector_class_init (SsmInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_inspector_dispose;
  widget_class->grab_focus = ssm_inspector_grab_focus;
  widget_class->map = ssm_inspector_map;
  signals[TOAST] = g_signal_new ("toast", SSM_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEAVE] = g_signal_new ("leave", SSM_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "inspector.leave", NULL,
                                   leave_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "inspector.leave",
                                       NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, SsmInspector, pages);
}

static void
ssm_inspector_init (SsmInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ssm_inspector_follow (SsmInspector *self, SsmDocument *document, SsmSelection *selection)
{
  g_return_if_fail (SSM_IS_INSPECTOR (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (document, "notify::map", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
}
