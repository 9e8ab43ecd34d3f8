/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-inspector.h"

#include <glib/gi18n-lib.h>

#include "ssm-definition-form.h"
#include "ssm-inspector-link.h"
#include "ssm-inspector-page.h"
#include "ssm-inspector-stage.h"
#include "ssm-scroll.h"
#include "ssm-tab-within.h"

/* Pixels that are seen around what was scrolled to. */
#define AROUND 12

struct _SsmInspector
{
  GtkWidget parent_instance;

  SsmDocument *document;
  SsmSelection *selection;
  guint refresh_source; /* idle that shows what has changed */
  guint reveal_source;  /* idle that scrolls to what is selected */
  char *revealed;       /* id of what was scrolled to */

  GtkStack *pages;
  /* Each made when it is first needed. */
  SsmInspectorPage *page;
  SsmInspectorStage *stage;
  SsmDefinitionForm *definition;
  SsmInspectorLink *link;
};

enum
{
  TOAST,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmInspector, ssm_inspector, GTK_TYPE_WIDGET)

/* A form that scrolls. */
static void
add_form (SsmInspector *self, GtkWidget *form)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (form, "inspector-form");
  /* The keyboard is for what is in it. */
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), form);
  gtk_stack_add_child (self->pages, scroller);
}

/* The page of the stack that holds @form. */
static void
bring_up (SsmInspector *self, gpointer form)
{
  GtkWidget *page = form;

  while (gtk_widget_get_parent (page) != GTK_WIDGET (self->pages))
    page = gtk_widget_get_parent (page);
  gtk_stack_set_visible_child (self->pages, page);
}

/* Below the texts at the head of the page. */
static void
add_stage_button (SsmInspectorPage *page)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Add Stage"));
  GtkWidget *heading = gtk_widget_get_first_child (GTK_WIDGET (page));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "inspector.add-stage");
  gtk_box_insert_child_after (GTK_BOX (page), button, gtk_widget_get_next_sibling (heading));
}

static void
show_page (SsmInspector *self)
{
  if (self->page == NULL)
    {
      self->page = g_object_new (SSM_TYPE_INSPECTOR_PAGE, NULL);
      ssm_inspector_page_follow (self->page, self->document);
      add_stage_button (self->page);
      add_form (self, GTK_WIDGET (self->page));
    }
  ssm_inspector_page_refresh (self->page);
  bring_up (self, self->page);
}

static void
show_stage (SsmInspector *self, const char *id)
{
  if (self->stage == NULL)
    {
      self->stage = g_object_new (SSM_TYPE_INSPECTOR_STAGE, NULL);
      ssm_inspector_stage_follow (self->stage, self->document, self->selection);
      add_form (self, GTK_WIDGET (self->stage));
    }
  ssm_inspector_stage_show (self->stage, id, ssm_selection_get_id (self->selection));
  bring_up (self, self->stage);
}

static void
show_definition (SsmInspector *self, const char *id)
{
  if (self->definition == NULL)
    {
      self->definition = g_object_new (SSM_TYPE_DEFINITION_FORM, NULL);
      ssm_definition_form_follow (self->definition, self->document);
      gtk_stack_add_child (self->pages, GTK_WIDGET (self->definition));
    }
  ssm_definition_form_show (self->definition, id);
  bring_up (self, self->definition);
}

static void
show_link (SsmInspector *self, const char *id)
{
  if (self->link == NULL)
    {
      GtkWidget *form = ssm_inspector_link_new (self->document);

      self->link = SSM_INSPECTOR_LINK (form);
      add_form (self, form);
    }
  ssm_inspector_link_show (self->link, id);
  bring_up (self, self->link);
}

static void
show_part (SsmInspector *self, const SsmPart *part)
{
  SsmKind kind = ssm_part_kind (part);

  if (kind == SSM_KIND_DEFINITION)
    show_definition (self, ssm_part_id (part));
  else if (kind == SSM_KIND_LINK)
    show_link (self, ssm_part_id (part));
  else
    show_page (self);
}

/* What has the keyboard, else the row of what is selected on the page, or NULL: the top of
 * the form. */
static GtkWidget *
find_current (SsmInspector *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return focus;
  return self->stage != NULL ? ssm_inspector_stage_find (self->stage,
                                                         ssm_selection_get_id (self->selection))
                             : NULL;
}

/* The form that is shown, in what scrolls it; NULL for one that scrolls itself. */
static GtkWidget *
find_form (SsmInspector *self, GtkAdjustment **adjustment)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (!GTK_IS_SCROLLED_WINDOW (page))
    return NULL;

  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  return gtk_viewport_get_child (
      GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (page))));
}

static gboolean
reveal_cb (gpointer data)
{
  SsmInspector *self = data;
  GtkWidget *widget = find_current (self);
  GtkAdjustment *adjustment = NULL;
  GtkWidget *form = find_form (self, &adjustment);
  graphene_rect_t bounds;

  self->reveal_source = 0;
  if (form == NULL)
    return G_SOURCE_REMOVE;

  if (widget == NULL || !gtk_widget_is_ancestor (widget, form))
    gtk_adjustment_set_value (adjustment, 0);
  else if (gtk_widget_compute_bounds (widget, form, &bounds))
    ssm_scroll_to (adjustment, bounds.origin.y - AROUND, bounds.size.height + 2 * AROUND);
  return G_SOURCE_REMOVE;
}

/* When it has its place. */
static void
queue_reveal (SsmInspector *self)
{
  if (self->reveal_source == 0)
    self->reveal_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 20, reveal_cb, self, NULL);
}

/* Once for each thing that is selected: then the form stays where it is scrolled to. */
static void
reveal_selected (SsmInspector *self)
{
  const char *id = ssm_selection_get_id (self->selection);

  if (g_strcmp0 (id, self->revealed) == 0)
    return;

  g_free (self->revealed);
  self->revealed = g_strdup (id);
  queue_reveal (self);
}

static void
refresh (SsmInspector *self)
{
  SsmMap *map = ssm_document_get_map (self->document);
  const char *id = ssm_selection_get_id (self->selection);
  const char *stage_to_be = ssm_selection_get_stage (self->selection);
  const SsmPart *stage = ssm_map_stage_of (map, stage_to_be != NULL ? stage_to_be : id, NULL);
  const SsmPart *part = stage == NULL ? ssm_map_find (map, id) : NULL;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (stage != NULL)
    show_stage (self, ssm_part_id (stage));
  else if (part != NULL)
    show_part (self, part);
  else
    show_page (self);
  reveal_selected (self);
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

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  queue_refresh (SSM_INSPECTOR (widget));
  return G_SOURCE_REMOVE;
}

/* A window's first frame does not wait for the form: an idle alone would run while the frame
 * clock still waits to begin with it. */
static void
ssm_inspector_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ssm_inspector_parent_class)->map (widget);
  gtk_widget_add_tick_callback (widget, frame_cb, NULL, NULL);
}

/* Whoever opens it by key is in it. */
static gboolean
ssm_inspector_grab_focus (GtkWidget *widget)
{
  SsmInspector *self = SSM_INSPECTOR (widget);

  refresh (self);
  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages),
                                 GTK_DIR_TAB_FORWARD);
}

static void
add_stage_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmInspector *self = SSM_INSPECTOR (widget);

  ssm_inspector_run (widget, ssm_command_insert_stage (ssm_document_get_map (self->document),
                                                       "", TRUE));
  ssm_inspector_stage_name (self->stage);
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
  g_clear_handle_id (&self->reveal_source, g_source_remove);
  g_clear_pointer (&self->revealed, g_free);
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
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_inspector_grab_focus;
  widget_class->map = ssm_inspector_map;
  signals[TOAST] = g_signal_new ("toast", SSM_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEAVE] = g_signal_new ("leave", SSM_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "inspector.leave", NULL,
                                   leave_activated_cb);
  gtk_widget_class_install_action (widget_class, "inspector.add-stage", NULL,
                                   add_stage_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "inspector.leave",
                                       NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-inspector.ui");
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

/* FALSE where no criterion is selected. */
static gboolean
focus_criterion (SsmInspector *self,
                 gboolean (*focus) (SsmInspectorStage *stage, const char *id))
{
  return self->stage != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->stage))
         && focus (self->stage, ssm_selection_get_id (self->selection));
}

void
ssm_inspector_edit_proof (SsmInspector *self)
{
  g_return_if_fail (SSM_IS_INSPECTOR (self));

  refresh (self);
  if (focus_criterion (self, ssm_inspector_stage_edit_proof))
    queue_reveal (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
ssm_inspector_run (GtkWidget *widget, SsmCommand *command)
{
  g_autoptr (SsmCommand) owned = command;
  SsmInspector *self;

  self = SSM_INSPECTOR (gtk_widget_get_ancestor (widget, SSM_TYPE_INSPECTOR));
  ssm_document_apply (self->document, ssm_part_ref (owned->map), owned->label, NULL);
  ssm_selection_select (self->selection, owned->select.id, owned->select.field,
                        owned->select.list);
  refresh (self);
  if (!focus_criterion (self, ssm_inspector_stage_focus))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (owned->toast != NULL)
    g_signal_emit (self, signals[TOAST], 0, owned->toast);
}
