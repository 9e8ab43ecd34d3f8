/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-agenda-row.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "ssm-check.h"
#include "ssm-workshop-session.h"
#include "ssm-workshop-script.h"

/* Seconds by which a press makes a step longer. */
#define STEP 10

struct _SsmAgendaRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *on;
  GtkSpinButton *seconds;
  GtkTextBuffer *prompts;
};

enum
{
  EDITED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmAgendaRow, ssm_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static void
edited_cb (SsmAgendaRow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->seconds), ssm_agenda_row_is_on (self));
  g_signal_emit (self, signals[EDITED], 0);
}

static void
up_cb (SsmAgendaRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, -1);
}

static void
down_cb (SsmAgendaRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, 1);
}

/* "1:20". */
static gboolean
show_time_cb (SsmAgendaRow *self, GtkSpinButton *spin)
{
  g_autofree char *time
    = ssm_workshop_session_format (gtk_spin_button_get_value_as_int (spin));

  gtk_editable_set_text (GTK_EDITABLE (spin), time);
  return TRUE;
}

/* "1:20", or minutes. */
static int
read_time_cb (SsmAgendaRow *self, double *value, GtkSpinButton *spin)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));
  char *end;
  guint64 minutes = g_ascii_strtoull (text, &end, 10);

  *value = (double) MIN (minutes, 60) * 60;
  if (*end == ':')
    *value += (double) MIN (g_ascii_strtoull (end + 1, NULL, 10), 59);
  return TRUE;
}

/* (transfer full): "3 Discovery", or what else is done. */
static char *
step_title (const SsmMap *map, const SsmPart *step)
{
  static const char * const others[] = {
    [SSM_STEP_IS_DEFINITIONS] = N_("Definitions"),
    [SSM_STEP_IS_SELF_CHECK] = N_("Self-check"),
    [SSM_STEP_IS_EXPORT] = N_("Export"),
  };
  const SsmPart *stage = ssm_step_stage (step, map);
  guint index = 0;

  if (stage == NULL)
    return g_strdup (_(others[MAX (ssm_step_kind (step), SSM_STEP_IS_DEFINITIONS)]));
  ssm_map_stage_of (map, ssm_part_id (stage), &index);
  return ssm_stage_title (stage, index);
}

static GtkWidget *
button_new (SsmAgendaRow *self, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
first_line_new (SsmAgendaRow *self, const char *title, const SsmPart *step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->on = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (title));
  gtk_check_button_set_active (self->on, ssm_step_is_on (step));
  gtk_widget_set_hexpand (GTK_WIDGET (self->on), TRUE);
  self->seconds = GTK_SPIN_BUTTON (
    gtk_spin_button_new_with_range (SSM_STEP_MIN_SECONDS, SSM_STEP_MAX_SECONDS, STEP));
  gtk_spin_button_set_numeric (self->seconds, FALSE);
  g_signal_connect_swapped (self->seconds, "output", G_CALLBACK (show_time_cb), self);
  g_signal_connect_swapped (self->seconds, "input", G_CALLBACK (read_time_cb), self);
  gtk_spin_button_set_value (self->seconds, ssm_step_seconds (step));
  gtk_widget_set_sensitive (GTK_WIDGET (self->seconds), ssm_step_is_on (step));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->seconds),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_swapped (self->on, "toggled", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->seconds, "value-changed", G_CALLBACK (edited_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->on));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->seconds));
  gtk_box_append (GTK_BOX (box), button_new (self, "go-up-symbolic", _("Move Up"),
                                             G_CALLBACK (up_cb)));
  gtk_box_append (GTK_BOX (box), button_new (self, "go-down-symbolic", _("Move Down"),
                                             G_CALLBACK (down_cb)));
  return box;
}

/* Questions of one's own, one a line. */
static GtkWidget *
prompts_new (SsmAgendaRow *self, const char *title, const char *tag, const SsmPart *step)
{
  const char *ask = ssm_workshop_script_word (tag, "ask");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (ask);
  GtkWidget *view = gtk_text_view_new ();
  g_autofree char *name = g_strdup_printf (_("%s: %s"), title, ask);

  self->prompts = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_enable_undo (self->prompts, FALSE);
  gtk_text_buffer_set_text (self->prompts, ssm_part_text (step, SSM_STEP_ASK), -1);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (view, "agenda-prompts");
  gtk_widget_set_hexpand (view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  g_signal_connect_swapped (self->prompts, "changed", G_CALLBACK (edited_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  return box;
}

static void
ssm_agenda_row_class_init (SsmAgendaRowClass *klass)
{
  signals[EDITED] = g_signal_new ("edited", SSM_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", SSM_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
ssm_agenda_row_init (SsmAgendaRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ssm_agenda_row_new (const SsmMap *map, const SsmPart *step)
{
  SsmAgendaRow *self = g_object_new (SSM_TYPE_AGENDA_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *title = step_title (map, step);

  gtk_widget_add_css_class (box, "agenda-row");
  gtk_box_append (GTK_BOX (box), first_line_new (self, title, step));
  if (ssm_step_kind (step) != SSM_STEP_IS_EXPORT)
    gtk_box_append (GTK_BOX (box), prompts_new (self, title, ssm_map_language (map), step));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return GTK_WIDGET (self);
}

gboolean
ssm_agenda_row_is_on (SsmAgendaRow *self)
{
  g_return_val_if_fail (SSM_IS_AGENDA_ROW (self), FALSE);

  return gtk_check_button_get_active (self->on);
}

guint
ssm_agenda_row_get_seconds (SsmAgendaRow *self)
{
  g_return_val_if_fail (SSM_IS_AGENDA_ROW (self), 0);

  return (guint) gtk_spin_button_get_value_as_int (self->seconds);
}

char *
ssm_agenda_row_get_prompts (SsmAgendaRow *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (SSM_IS_AGENDA_ROW (self), NULL);

  if (self->prompts == NULL)
    return g_strdup ("");
  gtk_text_buffer_get_bounds (self->prompts, &start, &end);
  return gtk_text_buffer_get_text (self->prompts, &start, &end, FALSE);
}
