/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-field-row.h"

#include <glib/gi18n-lib.h>

#include "ssm-problem.h"
#include "ssm-text-area.h"

struct _SsmFieldRow
{
  GtkListBoxRow parent_instance;

  SsmDocument *document;
  SsmField field;
  char *id;
  char *shown;          /* the text of the map that the view stands for */
  SsmWriting *writing;  /* while somebody types, or NULL */
  gboolean setting;     /* the text is not typed */
  gboolean typing;      /* the map takes in what was typed, and the text stands */
  gboolean ends;        /* Return goes to whoever listens */

  GtkLabel *title;
  SsmTextArea *view;
  GtkLabel *problem;
  GtkTextBuffer *buffer; /* of the view */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ENDS,
  N_PROPS
};

enum
{
  ENTERED,
  LEFT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmFieldRow, ssm_field_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_text (SsmFieldRow *self, const char *text)
{
  g_autofree char *now = ssm_text_area_get_text (self->view);

  if (g_str_equal (now, text))
    return;

  self->setting = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->setting = FALSE;
}

static void
show_problem (SsmFieldRow *self)
{
  g_autofree char *words
    = self->writing != NULL ? ssm_writing_dup_problem (self->writing) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  ssm_problem_mark (GTK_WIDGET (self), GTK_WIDGET (self->view), words != NULL);
}

/* (transfer full): the map's own. */
static char *
read_map (SsmFieldRow *self)
{
  g_autoptr (SsmWriting) reader = NULL;

  if (self->writing != NULL)
    return ssm_writing_dup_text (self->writing);

  reader = ssm_writing_new (self->document, self->id, self->field);
  return ssm_writing_dup_text (reader);
}

static void
typed_cb (SsmFieldRow *self)
{
  g_autofree char *text = NULL;

  if (self->setting || self->id == NULL)
    return;

  if (self->writing == NULL)
    {
      ssm_document_end_merge (self->document);
      self->writing = ssm_writing_new (self->document, self->id, self->field);
    }
  text = ssm_text_area_get_text (self->view);
  self->typing = TRUE;
  ssm_writing_set_text (self->writing, text);
  self->typing = FALSE;
  show_problem (self);
  g_free (self->shown);
  self->shown = read_map (self);
}

void
ssm_field_row_finish (SsmFieldRow *self)
{
  SsmWriting *writing = g_steal_pointer (&self->writing);

  if (writing == NULL)
    return;

  /* What is no date stays to be mended; the map has the old one. */
  if (!ssm_writing_is_unclear (writing) && !ssm_writing_finish (writing))
    {
      g_autofree char *text = ssm_writing_dup_text (writing);

      set_text (self, text);
    }
  ssm_document_end_merge (self->document);
  ssm_writing_free (writing);
}

static void
left_cb (SsmFieldRow *self)
{
  g_object_ref (self);
  ssm_field_row_finish (self);
  g_signal_emit (self, signals[LEFT], 0);
  g_object_unref (self);
}

static gboolean
may_break (SsmFieldRow *self)
{
  const SsmFieldInfo *info = ssm_field_info (self->field);

  return info->form != SSM_FORM_ATTRIBUTE && info->type == SSM_TYPE_TEXT;
}

static gboolean
pressed_cb (SsmFieldRow *self, guint key, guint code, GdkModifierType state)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
  GtkWidget *root;

  if (!enter || ((state & GDK_SHIFT_MASK) != 0 && may_break (self)))
    return GDK_EVENT_PROPAGATE;

  ssm_field_row_finish (self);
  if (self->ends)
    {
      g_signal_emit (self, signals[ENTERED], 0);
      return GDK_EVENT_STOP;
    }
  root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static gboolean
ssm_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SSM_FIELD_ROW (widget)->view));
}

/* The row itself is no place for the keyboard; what is in it is. */
static gboolean
ssm_field_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)),
                                 direction);
}

static void
clicked_cb (SsmFieldRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
set_title (SsmFieldRow *self, const char *title)
{
  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static void
ssm_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SsmFieldRow *self = SSM_FIELD_ROW (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_text (self->title));
  else
    g_value_set_boolean (value, self->ends);
}

static void
ssm_field_row_set_property (GObject *object, guint id, const GValue *value,
                            GParamSpec *pspec)
{
  SsmFieldRow *self = SSM_FIELD_ROW (object);

  if (id == PROP_TITLE)
    set_title (self, g_value_get_string (value));
  else
    self->ends = g_value_get_boolean (value);
}

static void
ssm_field_row_dispose (GObject *object)
{
  SsmFieldRow *self = SSM_FIELD_ROW (object);

  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  self->buffer = NULL;
  g_clear_pointer (&self->writing, ssm_writing_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_FIELD_ROW);
  g_clear_object (&self->document);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (ssm_field_row_parent_class)->dispose (object);
}

static void
ssm_field_row_class_init (SsmFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ssm_field_row_dispose;
  object_class->get_property = ssm_field_row_get_property;
  object_class->set_property = ssm_field_row_set_property;
  widget_class->grab_focus = ssm_field_row_grab_focus;
  widget_class->focus = ssm_field_row_focus;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_ENDS] = g_param_spec_boolean ("ends", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ENTERED] = g_signal_new ("entered", SSM_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", SSM_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  g_type_ensure (SSM_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmFieldRow, title);
  gtk_widget_class_bind_template_child (widget_class, SsmFieldRow, view);
  gtk_widget_class_bind_template_child (widget_class, SsmFieldRow, problem);
}

static void
add_controllers (SsmFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->title), GTK_EVENT_CONTROLLER (click));
}

static void
ssm_field_row_init (SsmFieldRow *self)
{
  self->field = SSM_FIELD_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  /* The document is the only undo. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (typed_cb), self);
  add_controllers (self);
}

GtkWidget *
ssm_field_row_new (const char *title)
{
  return g_object_new (SSM_TYPE_FIELD_ROW, "title", title, NULL);
}

void
ssm_field_row_follow (SsmFieldRow *self, SsmDocument *document, SsmField field)
{
  g_return_if_fail (SSM_IS_FIELD_ROW (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->field = field;
}

/* Undo has taken it, or another view: nothing is written on it any more. */
static void
follow_writing (SsmFieldRow *self)
{
  if (self->writing != NULL && !ssm_writing_follow (self->writing))
    g_clear_pointer (&self->writing, ssm_writing_free);
}

void
ssm_field_row_show (SsmFieldRow *self, const char *id)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SSM_IS_FIELD_ROW (self) && self->document != NULL);

  if (g_strcmp0 (self->id, id) != 0)
    {
      ssm_field_row_finish (self);
      g_free (self->id);
      self->id = g_strdup (id);
      g_clear_pointer (&self->shown, g_free);
    }
  if (self->typing)
    return;

  follow_writing (self);
  text = read_map (self);
  if (g_strcmp0 (text, self->shown) == 0)
    return;

  set_text (self, text);
  show_problem (self);
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
}

void
ssm_field_row_begin (SsmFieldRow *self, SsmWriting *writing)
{
  g_return_if_fail (SSM_IS_FIELD_ROW (self) && self->document != NULL);

  ssm_field_row_finish (self);
  self->writing = writing;
  g_free (self->id);
  self->id = g_strdup (ssm_writing_get_id (writing));
  set_text (self, "");
}

const char *
ssm_field_row_get_id (SsmFieldRow *self)
{
  g_return_val_if_fail (SSM_IS_FIELD_ROW (self), NULL);

  return self->id;
}

void
ssm_field_row_add_suffix (SsmFieldRow *self, GtkWidget *widget)
{
  g_return_if_fail (SSM_IS_FIELD_ROW (self));

  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self))), widget);
}

gboolean
ssm_field_row_is_writing (SsmFieldRow *self)
{
  g_return_val_if_fail (SSM_IS_FIELD_ROW (self), FALSE);

  return self->writing != NULL;
}
