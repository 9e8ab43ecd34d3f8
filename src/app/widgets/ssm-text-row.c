/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-text-row.h"

#include "ssm-text-area.h"

struct _SsmTextRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *label;
  SsmTextArea *area;
  GtkTextBuffer *buffer; /* owned by the area */
  gboolean single_line;
  gboolean setting;
};

enum
{
  PROP_0,
  PROP_SINGLE_LINE,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmTextRow, ssm_text_row, ADW_TYPE_PREFERENCES_ROW)

static void
buffer_changed_cb (SsmTextRow *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
title_changed_cb (SsmTextRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_label_set_text (self->label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static gboolean
key_pressed_cb (SsmTextRow *self, guint key)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter
                   || key == GDK_KEY_ISO_Enter;

  return enter && self->single_line
         && gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                    GTK_DIR_TAB_FORWARD);
}

static void
ssm_text_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, SSM_TEXT_ROW (object)->single_line);
}

static void
ssm_text_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SsmTextRow *self = SSM_TEXT_ROW (object);

  self->single_line = g_value_get_boolean (value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, !self->single_line, -1);
}

static gboolean
ssm_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SSM_TEXT_ROW (widget)->area));
}

/* The row is no place of its own for the keyboard. */
static gboolean
ssm_text_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SsmTextRow *self = SSM_TEXT_ROW (widget);

  if (gtk_widget_is_focus (GTK_WIDGET (self->area)))
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->area));
}

static void
ssm_text_row_class_init (SsmTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = ssm_text_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = ssm_text_row_set_property;
  widget_class->grab_focus = ssm_text_row_grab_focus;
  widget_class->focus = ssm_text_row_focus;
  g_type_ensure (SSM_TYPE_TEXT_AREA);
  properties[PROP_SINGLE_LINE]
    = g_param_spec_boolean ("single-line", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", SSM_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmTextRow, label);
  gtk_widget_class_bind_template_child (widget_class, SsmTextRow, area);
}

static void
ssm_text_row_init (SsmTextRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->area));
  /* The document's undo is the only one. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->area), keys);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
}

char *
ssm_text_row_get_text (SsmTextRow *self)
{
  char *text;

  g_return_val_if_fail (SSM_IS_TEXT_ROW (self), NULL);

  text = ssm_text_area_get_text (self->area);
  return self->single_line ? g_strdelimit (text, "\n\r", ' ') : text;
}

void
ssm_text_row_set_text (SsmTextRow *self, const char *text)
{
  g_autofree char *now = NULL;

  g_return_if_fail (SSM_IS_TEXT_ROW (self));

  now = ssm_text_row_get_text (self);
  if (g_str_equal (now, text))
    return;
  self->setting = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->setting = FALSE;
}

void
ssm_text_row_select_all (SsmTextRow *self)
{
  GtkTextIter start, end;

  g_return_if_fail (SSM_IS_TEXT_ROW (self));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_select_range (self->buffer, &end, &start);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
