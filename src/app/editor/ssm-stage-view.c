/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-stage-view.h"

#include <glib/gi18n-lib.h>

#include "ssm-tab-within.h"

/* A page in fewer pixels is too small to be written on. Back at a few more, so that a window
 * that is dragged to this width does not flicker. */
#define NARROW 700
#define WIDE 724

/* Pixels a second, below which a finger has scrolled and not swiped. */
#define SWIPE 300

struct _SsmStageView
{
  GtkWidget parent_instance;

  SsmDocument *document;
  SsmSelection *selection;
  GtkWidget *page;
  gboolean narrow;
  guint adapt_source; /* idle that shows what fits the width */

  GtkWidget *content;
  GtkWidget *bar;
  GtkLabel *place;
  GtkWidget *previous;
  GtkWidget *next;
  GtkToggleButton *preview;
  GtkStack *stack;
  SsmInspector *form;
};

enum
{
  PROP_0,
  PROP_PAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SsmStageView, ssm_stage_view, GTK_TYPE_WIDGET)

/* Place of the stage that is selected, or holds what is; -1 is the page. */
static int
find_place (SsmStageView *self)
{
  SsmMap *map = ssm_document_get_map (self->document);
  guint index;

  return ssm_map_stage_of (map, ssm_selection_get_id (self->selection), &index) != NULL
           ? (int) index
           : -1;
}

static void
show_place (SsmStageView *self)
{
  SsmMap *map = ssm_document_get_map (self->document);
  int place = find_place (self), n = (int) ssm_map_n_stages (map);
  g_autofree char *words = NULL;

  if (place >= 0)
    /* Translators: "3 of 7, Discovery": the place of a stage and its name */
    words = g_strdup_printf (_ ("%d of %d, %s"), place + 1, n,
                             ssm_part_text (ssm_map_stage (map, (guint) place),
                                            SSM_STAGE_NAME));
  gtk_label_set_text (self->place, words != NULL ? words : _ ("Page"));
  gtk_widget_set_sensitive (self->previous, place >= 0);
  gtk_widget_set_sensitive (self->next, place + 1 < n);
}

/* Selecting is all it takes: the form follows. */
static void
go_by (SsmStageView *self, int step)
{
  SsmMap *map = ssm_document_get_map (self->document);
  int place = find_place (self) + step;

  if (place < -1 || place >= (int) ssm_map_n_stages (map))
    return;
  ssm_selection_set_id (self->selection,
                        ssm_part_id (place < 0 ? map : ssm_map_stage (map, (guint) place)));
}

static void
previous_clicked_cb (SsmStageView *self)
{
  go_by (self, -1);
}

static void
next_clicked_cb (SsmStageView *self)
{
  go_by (self, 1);
}

/* In the direction of reading. */
static void
swiped_cb (SsmStageView *self, double velocity_x, double velocity_y)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (ABS (velocity_x) > MAX (SWIPE, 2 * ABS (velocity_y)))
    go_by (self, (velocity_x < 0) != rtl ? 1 : -1);
}

/* On the preview these keys belong to the page. */
static gboolean
step_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  SsmStageView *self = SSM_STAGE_VIEW (widget);

  if (!ssm_stage_view_get_has_form (self))
    return GDK_EVENT_PROPAGATE;
  go_by (self, g_variant_get_int32 (step));

  return GDK_EVENT_STOP;
}

static gboolean
has_keyboard (SsmStageView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));
}

static void
show_child (SsmStageView *self)
{
  gboolean form = ssm_stage_view_get_has_form (self);
  gboolean keyboard = has_keyboard (self);

  gtk_widget_set_visible (self->bar, self->narrow);
  gtk_stack_set_visible_child_name (self->stack, form ? "form" : "page");
  if (keyboard)
    gtk_widget_grab_focus (form ? GTK_WIDGET (self->form) : self->page);
}

static gboolean
adapt_cb (gpointer data)
{
  SsmStageView *self = data;

  self->adapt_source = 0;
  show_child (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_narrow (SsmStageView *self, int width)
{
  return width < (self->narrow ? WIDE : NARROW);
}

/* The size of a window is known before it is on the screen: then nothing changes while it
 * opens. */
static void
ssm_stage_view_root (GtkWidget *widget)
{
  SsmStageView *self = SSM_STAGE_VIEW (widget);
  GtkRoot *root;
  int width, height;

  GTK_WIDGET_CLASS (ssm_stage_view_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  width = gtk_widget_get_width (GTK_WIDGET (root));
  if (width == 0 && GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (width > 0)
    self->narrow = is_narrow (self, width);
  show_child (self);
}

static void
ssm_stage_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                        int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (SSM_STAGE_VIEW (widget)->content, orientation, for_size, minimum,
                      natural, NULL, NULL);
}

/* What is shown may not change while it is given its place. */
static void
ssm_stage_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SsmStageView *self = SSM_STAGE_VIEW (widget);
  gboolean narrow = is_narrow (self, width);

  gtk_widget_allocate (self->content, width, height, baseline, NULL);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  if (self->adapt_source == 0)
    self->adapt_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_cb, self, NULL);
}

static gboolean
ssm_stage_view_grab_focus (GtkWidget *widget)
{
  SsmStageView *self = SSM_STAGE_VIEW (widget);

  if (!ssm_stage_view_get_has_form (self))
    return gtk_widget_grab_focus (self->page);

  /* Whoever writes goes on where they are. */
  return has_keyboard (self) || gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
ssm_stage_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PAGE)
    g_value_set_object (value, SSM_STAGE_VIEW (object)->page);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ssm_stage_view_set_property (GObject *object, guint id, const GValue *value,
                             GParamSpec *pspec)
{
  SsmStageView *self = SSM_STAGE_VIEW (object);

  if (id != PROP_PAGE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->page = g_value_get_object (value);
  gtk_stack_add_named (self->stack, self->page, "page");
}

static void
ssm_stage_view_dispose (GObject *object)
{
  SsmStageView *self = SSM_STAGE_VIEW (object);

  g_clear_handle_id (&self->adapt_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_STAGE_VIEW);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (ssm_stage_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SSM_TYPE_INSPECTOR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-stage-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmStageView, content);
  gtk_widget_class_bind_template_child (widget_class, SsmStageView, bar);
  gtk_widget_class_bind_template_child (widget_class, SsmStageView, place);
  gtk_widget_class_bind_template_child (widget_class, SsmStageView, previous);
  gtk_widget_class_bind_template_child (widget_class, SsmStageView, next);
  gtk_widget_class_bind_template_child (widget_class, SsmStageView, preview);
  gtk_widget_class_bind_template_child (widget_class, SsmStageView, stack);
  gtk_widget_class_bind_template_child (widget_class, SsmStageView, form);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_child);
  gtk_widget_class_bind_template_callback (widget_class, swiped_cb);
}

static void
ssm_stage_view_class_init (SsmStageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ssm_stage_view_dispose;
  object_class->get_property = ssm_stage_view_get_property;
  object_class->set_property = ssm_stage_view_set_property;
  widget_class->root = ssm_stage_view_root;
  widget_class->measure = ssm_stage_view_measure;
  widget_class->size_allocate = ssm_stage_view_size_allocate;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_stage_view_grab_focus;

  properties[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (widget_class);
}

static void
add_key (GtkShortcutController *keys, guint key, int step)
{
  GtkShortcut *shortcut
    = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                        gtk_callback_action_new (step_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

static void
ssm_stage_view_init (SsmStageView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Before a text takes them for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Page_Down, 1);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Page_Up, -1);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
ssm_stage_view_follow (SsmStageView *self, SsmDocument *document, SsmSelection *selection)
{
  g_return_if_fail (SSM_IS_STAGE_VIEW (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->selection = g_object_ref (selection);
  ssm_inspector_follow (self->form, document, selection);
  g_signal_connect_object (document, "notify::map", G_CALLBACK (show_place), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (show_place), self,
                           G_CONNECT_SWAPPED);
  show_place (self);
}

gboolean
ssm_stage_view_get_narrow (SsmStageView *self)
{
  g_return_val_if_fail (SSM_IS_STAGE_VIEW (self), FALSE);

  return self->narrow;
}

gboolean
ssm_stage_view_get_has_form (SsmStageView *self)
{
  g_return_val_if_fail (SSM_IS_STAGE_VIEW (self), FALSE);

  return self->narrow && !gtk_toggle_button_get_active (self->preview);
}

void
ssm_stage_view_toggle_preview (SsmStageView *self)
{
  g_return_if_fail (SSM_IS_STAGE_VIEW (self));

  gtk_toggle_button_set_active (self->preview, !gtk_toggle_button_get_active (self->preview));
}

void
ssm_stage_view_show_form (SsmStageView *self)
{
  g_return_if_fail (SSM_IS_STAGE_VIEW (self));

  gtk_toggle_button_set_active (self->preview, FALSE);
}

SsmInspector *
ssm_stage_view_get_form (SsmStageView *self)
{
  g_return_val_if_fail (SSM_IS_STAGE_VIEW (self), NULL);

  return self->form;
}
