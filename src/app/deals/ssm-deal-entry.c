/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-entry.h"

#include <adwaita.h>

#include "ssm-tab-within.h"

/* Characters; more is laid out at once and read by nobody. */
#define MAX_LENGTH 10000

struct _SsmDealEntry
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkEntry *entry;
  GtkWidget *problem_place;
  GtkLabel *problem;
  GtkText *text;  /* the entry's own */
  char *shown;    /* what the deal says */
  gboolean live;
  gboolean setting;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PLACEHOLDER,
  PROP_LIVE,
  N_PROPS
};

enum
{
  WRITTEN,
  ENTERED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmDealEntry, ssm_deal_entry, GTK_TYPE_WIDGET)

static void
set_text (SsmDealEntry *self, const char *text)
{
  self->setting = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
}

static gboolean
is_writing (SsmDealEntry *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self->text));
}

static void
changed_cb (SsmDealEntry *self)
{
  if (self->setting)
    return;
  ssm_deal_entry_set_problem (self, NULL);
  if (self->live)
    ssm_deal_entry_commit (self);
}

static void
activate_cb (SsmDealEntry *self)
{
  if (ssm_deal_entry_commit (self))
    g_signal_emit (self, signals[ENTERED], 0);
}

static void
focus_changed_cb (SsmDealEntry *self)
{
  if (!is_writing (self))
    ssm_deal_entry_commit (self);
}

static gboolean
ssm_deal_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SSM_DEAL_ENTRY (widget)->entry));
}

static void
ssm_deal_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SsmDealEntry *self = SSM_DEAL_ENTRY (object);

  if (id == PROP_LIVE)
    g_value_set_boolean (value, self->live);
  else if (id == PROP_PLACEHOLDER)
    g_value_set_string (value, gtk_entry_get_placeholder_text (self->entry));
  else
    g_value_set_string (value, gtk_label_get_text (self->title));
}

static void
ssm_deal_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SsmDealEntry *self = SSM_DEAL_ENTRY (object);

  if (id == PROP_LIVE)
    self->live = g_value_get_boolean (value);
  else if (id == PROP_PLACEHOLDER)
    gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
  else
    {
      gtk_label_set_text (self->title, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
    }
}

static void
ssm_deal_entry_dispose (GObject *object)
{
  SsmDealEntry *self = SSM_DEAL_ENTRY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_DEAL_ENTRY);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (ssm_deal_entry_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_LIVE] = g_param_spec_boolean ("live", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ssm_deal_entry_class_init (SsmDealEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ssm_deal_entry_get_property;
  object_class->set_property = ssm_deal_entry_set_property;
  object_class->dispose = ssm_deal_entry_dispose;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_deal_entry_grab_focus;
  install_properties (object_class);
  signals[WRITTEN] = g_signal_new ("written", SSM_TYPE_DEAL_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENTERED] = g_signal_new ("entered", SSM_TYPE_DEAL_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-deal-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDealEntry, box);
  gtk_widget_class_bind_template_child (widget_class, SsmDealEntry, title);
  gtk_widget_class_bind_template_child (widget_class, SsmDealEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, SsmDealEntry, problem_place);
  gtk_widget_class_bind_template_child (widget_class, SsmDealEntry, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ssm_deal_entry_init (SsmDealEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_strdup ("");
  self->text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_entry_set_max_length (self->entry, MAX_LENGTH);
  g_signal_connect_object (self->text, "notify::has-focus", G_CALLBACK (focus_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

void
ssm_deal_entry_show (SsmDealEntry *self, const char *text)
{
  g_return_if_fail (SSM_IS_DEAL_ENTRY (self));

  if (g_str_equal (self->shown, text)
      && (is_writing (self) || gtk_widget_get_visible (self->problem_place)))
    return;
  ssm_deal_entry_reset (self, text);
}

void
ssm_deal_entry_reset (SsmDealEntry *self, const char *text)
{
  g_return_if_fail (SSM_IS_DEAL_ENTRY (self));

  g_free (self->shown);
  self->shown = g_strdup (text);
  ssm_deal_entry_set_problem (self, NULL);
  set_text (self, text);
}

const char *
ssm_deal_entry_get_text (SsmDealEntry *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_ENTRY (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

gboolean
ssm_deal_entry_commit (SsmDealEntry *self)
{
  const char *text;

  g_return_val_if_fail (SSM_IS_DEAL_ENTRY (self), TRUE);

  text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  if (!self->setting && !g_str_equal (text, self->shown)
      && !gtk_widget_get_visible (self->problem_place))
    {
      g_autofree char *written = g_strdup (text);

      if (self->live)
        {
          g_free (self->shown);
          self->shown = g_strdup (text);
        }
      g_signal_emit (self, signals[WRITTEN], 0, written);
    }
  return !gtk_widget_get_visible (self->problem_place);
}

void
ssm_deal_entry_set_problem (SsmDealEntry *self, const char *words)
{
  g_return_if_fail (SSM_IS_DEAL_ENTRY (self));

  gtk_widget_set_visible (self->problem_place, words != NULL);
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  if (words != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               words != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

gboolean
ssm_deal_entry_has_problem (SsmDealEntry *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_ENTRY (self), FALSE);

  return gtk_widget_get_visible (self->problem_place);
}
