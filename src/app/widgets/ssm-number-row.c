/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-number-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ssm-field.h"

/* More than any deal waits, and any pipeline covers. */
#define MOST 9999
/* What the button is turned to where there is no number: 0 is one. */
#define NONE -1
/* Less than a row shows. */
#define SAME 0.005
struct _SsmNumberRow
{
  GtkListBoxRow parent_instance;

  SsmDocument *document;
  SsmField field;
  SsmUnit unit;
  char *id;
  char *none;
  gboolean showing;

  GtkLabel *title;
  GtkSpinButton *spin;
  GtkEventController *focus; /* owned by the spin button */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_NONE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SsmNumberRow, ssm_number_row, GTK_TYPE_LIST_BOX_ROW)

/* (transfer full) */
static char *
format_number (SsmNumberRow *self, double value)
{
  switch (self->unit)
    {
    case SSM_UNIT_PERCENT:
      /* Translators: a share, "60%" */
      return g_strdup_printf (_ ("%g%%"), value);
    case SSM_UNIT_DAYS:
      /* Translators: a number of days, short: "21 d" */
      return g_strdup_printf (_ ("%g d"), value);
    case SSM_UNIT_TIMES:
      /* Translators: so many times as much, "3.5×" */
      return g_strdup_printf (_ ("%g×"), value);
    case SSM_UNIT_PLAIN:
    default:
      return g_strdup_printf ("%g", value);
    }
}

static gboolean
output_cb (SsmNumberRow *self)
{
  double value = gtk_spin_button_get_value (self->spin);
  g_autofree char *number = value >= 0 ? format_number (self, value) : NULL;
  const char *words = number != NULL ? number : self->none;

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->spin)), words) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->spin), words != NULL ? words : "");
  return TRUE;
}

/* Reads over units and words: what has no digit in it is no number. */
static int
input_cb (SsmNumberRow *self, double *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->spin));
  g_autoptr (GString) digits = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_digit_value (c) >= 0)
        g_string_append_c (digits, '0' + (char) g_unichar_digit_value (c));
      else if ((c == '.' || c == ',' || c == 0x066b) && digits->len > 0)
        g_string_append_c (digits, '.');
    }
  *value = digits->len > 0 ? g_ascii_strtod (digits->str, NULL) : NONE;
  return TRUE;
}

static double
factor (SsmNumberRow *self)
{
  return self->unit == SSM_UNIT_PERCENT ? 100 : 1;
}

/* (transfer full): as the file has it. */
static char *
to_file (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  if (value < 0)
    return g_strdup ("");

  g_ascii_formatd (digits, sizeof digits, "%.4f", value);
  for (end = digits + strlen (digits); end[-1] == '0'; end--)
    end[-1] = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';
  return g_strdup (digits);
}

/* What the map has, as the row shows it. */
static double
read_map (SsmNumberRow *self)
{
  const char *text = ssm_field_text (ssm_document_get_map (self->document), self->id,
                                     self->field);

  return *text != '\0' ? g_ascii_strtod (text, NULL) * factor (self) : NONE;
}

static void
write_map (SsmNumberRow *self, double value)
{
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;

  if (fabs (read_map (self) - value) <= SAME)
    return;
  text = to_file (value < 0 ? value : value / factor (self));
  key = g_strdup_printf ("number:%s:%d", self->id, self->field);
  ssm_field_apply (self->document, self->id, self->field, text, key);
}

static void
changed_cb (SsmNumberRow *self)
{
  if (!self->showing && self->id != NULL)
    write_map (self, gtk_spin_button_get_value (self->spin));
}

/* (out): what is typed and not yet taken by the button. FALSE where nobody types. */
static gboolean
get_typed (SsmNumberRow *self, double *value)
{
  double least, most;

  if (!gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus)))
    return FALSE;
  gtk_spin_button_get_range (self->spin, &least, &most);
  input_cb (self, value);
  *value = CLAMP (*value, least, most);
  return TRUE;
}

/* As it is typed: whoever saves now, saves it. */
static void
typed_cb (SsmNumberRow *self)
{
  double value;

  if (!self->showing && self->id != NULL && get_typed (self, &value))
    write_map (self, value);
}

static void
left_cb (SsmNumberRow *self)
{
  if (self->document == NULL)
    return;
  gtk_spin_button_update (self->spin);
  ssm_document_end_merge (self->document);
}

static gboolean
ssm_number_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SSM_NUMBER_ROW (widget)->spin));
}

static gboolean
ssm_number_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)),
                                 direction);
}

static void
ssm_number_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SsmNumberRow *self = SSM_NUMBER_ROW (object);

  g_value_set_string (value, id == PROP_TITLE ? gtk_label_get_text (self->title)
                                              : self->none);
}

/* For the words of no number, one more than they have: they can be wider than digits. */
static void
make_room (SsmNumberRow *self)
{
  GtkEditable *text = GTK_EDITABLE (self->spin);
  int n = self->none != NULL ? (int) g_utf8_strlen (self->none, -1) + 1 : 0;

  gtk_editable_set_max_width_chars (text, MAX (gtk_editable_get_width_chars (text), n));
}

static void
ssm_number_row_set_property (GObject *object, guint id, const GValue *value,
                             GParamSpec *pspec)
{
  SsmNumberRow *self = SSM_NUMBER_ROW (object);

  if (id == PROP_NONE)
    {
      g_free (self->none);
      self->none = g_value_dup_string (value);
      make_room (self);
      return;
    }
  gtk_label_set_text (self->title, g_value_get_string (value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_value_get_string (value), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_value_get_string (value), -1);
}

static void
ssm_number_row_dispose (GObject *object)
{
  SsmNumberRow *self = SSM_NUMBER_ROW (object);

  self->showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_NUMBER_ROW);
  g_clear_object (&self->document);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->none, g_free);
  G_OBJECT_CLASS (ssm_number_row_parent_class)->dispose (object);
}

static void
ssm_number_row_class_init (SsmNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ssm_number_row_dispose;
  object_class->get_property = ssm_number_row_get_property;
  object_class->set_property = ssm_number_row_set_property;
  widget_class->grab_focus = ssm_number_row_grab_focus;
  widget_class->focus = ssm_number_row_focus;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_NONE] = g_param_spec_string ("none", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-number-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmNumberRow, title);
  gtk_widget_class_bind_template_child (widget_class, SsmNumberRow, spin);
}

/* Turning the wheel scrolls the form; it must not change what lies under the pointer. */
static void
drop_scrolling (GtkWidget *spin)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (spin);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller
        = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (spin, controller);
    }
}

static void
ssm_number_row_init (SsmNumberRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->spin, NONE, MOST);
  /* The document is the only undo. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->spin), FALSE);
  drop_scrolling (GTK_WIDGET (self->spin));
  g_signal_connect_swapped (self->spin, "output", G_CALLBACK (output_cb), self);
  g_signal_connect_swapped (self->spin, "input", G_CALLBACK (input_cb), self);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->spin, "changed", G_CALLBACK (typed_cb), self);
  self->focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (self->focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->spin), self->focus);
}

void
ssm_number_row_follow (SsmNumberRow *self, SsmDocument *document, SsmField field)
{
  g_return_if_fail (SSM_IS_NUMBER_ROW (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->field = field;
}

void
ssm_number_row_set_unit (SsmNumberRow *self, SsmUnit unit)
{
  g_return_if_fail (SSM_IS_NUMBER_ROW (self));

  self->unit = unit;
  gtk_spin_button_set_increments (self->spin, unit == SSM_UNIT_TIMES ? 0.5 : 1, 10);
  gtk_spin_button_set_range (self->spin, NONE, unit == SSM_UNIT_PERCENT ? 100 : MOST);
}

void
ssm_number_row_show (SsmNumberRow *self, const char *id)
{
  double value, typed;

  g_return_if_fail (SSM_IS_NUMBER_ROW (self) && self->document != NULL);

  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  value = read_map (self);
  /* Whoever types it wants it left as it is. */
  if (get_typed (self, &typed) && fabs (typed - value) <= SAME)
    return;
  self->showing = TRUE;
  if (fabs (gtk_spin_button_get_value (self->spin) - value) > SAME)
    gtk_spin_button_set_value (self->spin, value);
  output_cb (self);
  self->showing = FALSE;
}
