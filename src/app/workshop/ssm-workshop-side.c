/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-side.h"

#include <glib/gi18n-lib.h>

#include "ssm-agenda-dialog.h"
#include "ssm-clock-ring.h"
#include "ssm-workshop-script.h"

struct _SsmWorkshopSide
{
  GtkWidget parent_instance;

  SsmWorkshopSession *session;

  GtkWidget *box;
  SsmClockRing *ring;
  GtkButton *pause;
  GtkButton *agenda; /* until it is started */
  GtkLabel *said; /* what somebody who listens is told of the clock */
  GtkLabel *ask;
  GtkWidget *prompts;
  GtkLabel *weak;
  GtkLabel *strong;
};

G_DEFINE_FINAL_TYPE (SsmWorkshopSide, ssm_workshop_side, GTK_TYPE_WIDGET)

static SsmWorkshopScene
get_scene (SsmWorkshopSide *self)
{
  SsmMap *map = ssm_document_get_map (ssm_workshop_session_get_document (self->session));
  const SsmPart *stage = ssm_workshop_session_get_stage (self->session, NULL);
  SsmStepKind kind = ssm_workshop_session_kind (
    self->session, ssm_workshop_session_get_step (self->session));

  if (stage != NULL)
    return ssm_workshop_script_get_stage (map, stage);
  return ssm_workshop_script_get (ssm_map_language (map), kind == SSM_STEP_IS_DEFINITIONS
                                                            ? "definitions" : "self-check");
}

static const char *
find_words (SsmClockSign sign)
{
  switch (sign)
    {
    case SSM_CLOCK_HALF: return _("Half of the time for this block is over");
    case SSM_CLOCK_WARNING: return _("15 seconds left for this block");
    case SSM_CLOCK_UP: return _("Time for this block is up");
    case SSM_CLOCK_QUIET:
    default: return NULL;
    }
}

static void
tick_cb (SsmWorkshopSide *self)
{
  int left = ssm_workshop_session_left (self->session);
  gboolean running = ssm_workshop_session_is_running (self->session);
  g_autofree char *time = ssm_workshop_session_format (left);
  const char *said = find_words (ssm_workshop_session_sign (self->session));

  ssm_clock_ring_show (self->ring, time, ssm_workshop_session_share (self->session),
                       left <= SSM_CLOCK_WARNING_SECONDS);
  gtk_button_set_label (self->pause, running ? _("Pause")
                                     : ssm_workshop_session_is_started (self->session)
                                       ? _("Go On") : _("Start"));
  gtk_widget_set_visible (GTK_WIDGET (self->agenda),
                          !ssm_workshop_session_is_started (self->session));
  if (said != NULL)
    gtk_label_set_text (self->said, said);
  else if (ssm_workshop_session_is_started (self->session) && !running)
    gtk_label_set_text (self->said, _("Paused"));
  else if (g_str_equal (gtk_label_get_text (self->said), _("Paused")))
    gtk_label_set_text (self->said, "");
}

static void
add_prompt (SsmWorkshopSide *self, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *dot = gtk_label_new ("•");
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (dot, GTK_ALIGN_START);
  gtk_widget_add_css_class (dot, "workshop-dot");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (row), dot);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self->prompts), row);
}

static void
set_example (GtkLabel *label, const char *word, const char *text)
{
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s:</b> “%s”", word, text);

  gtk_label_set_markup (label, markup);
}

static void
step_cb (SsmWorkshopSide *self)
{
  const char *tag = ssm_map_language (
    ssm_document_get_map (ssm_workshop_session_get_document (self->session)));
  SsmWorkshopScene scene = get_scene (self);
  g_auto (GStrv) own = ssm_workshop_session_prompts (self->session);
  const char * const *prompts = own != NULL ? (const char * const *) own : scene.prompts;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->prompts)) != NULL)
    gtk_box_remove (GTK_BOX (self->prompts), child);
  for (guint i = 0; prompts[i] != NULL; i++)
    add_prompt (self, prompts[i]);
  gtk_button_set_label (self->agenda, ssm_workshop_script_word (tag, "minutes-blocks"));
  gtk_label_set_text (self->ask, ssm_workshop_script_word (tag, "ask"));
  set_example (self->weak, ssm_workshop_script_word (tag, "weak"), scene.weak);
  set_example (self->strong, ssm_workshop_script_word (tag, "strong"), scene.strong);
  gtk_label_set_text (self->said, "");
  tick_cb (self);
}

static void
pause_cb (SsmWorkshopSide *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "workshop.pause", NULL);
}

static void
agenda_cb (SsmWorkshopSide *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (ssm_agenda_dialog_new (window, self->session));
}

static GtkWidget *
clock_new (SsmWorkshopSide *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *more = gtk_button_new_with_label (_("+ 30 s"));

  self->ring = g_object_new (SSM_TYPE_CLOCK_RING, NULL);
  self->pause = GTK_BUTTON (gtk_button_new ());
  g_signal_connect_swapped (self->pause, "clicked", G_CALLBACK (pause_cb), self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (more), "workshop.more");
  gtk_widget_add_css_class (card, "workshop-clock");
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (buttons, TRUE);
  gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->pause));
  gtk_box_append (GTK_BOX (buttons), more);
  self->agenda = GTK_BUTTON (gtk_button_new ());
  g_signal_connect_swapped (self->agenda, "clicked", G_CALLBACK (agenda_cb), self);
  gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->agenda));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->ring));
  gtk_box_append (GTK_BOX (card), buttons);
  return card;
}

static GtkWidget *
example_new (const char *icon, const char *css_class, GtkLabel **label)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  *label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (*label, TRUE);
  gtk_label_set_xalign (*label, 0);
  gtk_widget_add_css_class (image, css_class);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (*label));
  return row;
}

static GtkWidget *
examples_new (SsmWorkshopSide *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "workshop-examples");
  gtk_box_append (GTK_BOX (box), example_new ("ssm-no-symbolic", "bad", &self->weak));
  gtk_box_append (GTK_BOX (box), example_new ("ssm-yes-symbolic", "good", &self->strong));
  return box;
}

static void
ssm_workshop_side_dispose (GObject *object)
{
  SsmWorkshopSide *self = SSM_WORKSHOP_SIDE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ssm_workshop_side_parent_class)->dispose (object);
}

static void
ssm_workshop_side_class_init (SsmWorkshopSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_workshop_side_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ssm_workshop_side_init (SsmWorkshopSide *self)
{
  GtkWidget *status = g_object_new (GTK_TYPE_BOX, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->said = GTK_LABEL (gtk_label_new (NULL));
  self->ask = GTK_LABEL (gtk_label_new (NULL));
  self->prompts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "workshop-side");
  gtk_widget_add_css_class (GTK_WIDGET (self->said), "workshop-said");
  gtk_label_set_wrap (self->said, TRUE);
  gtk_label_set_xalign (self->ask, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->ask), "workshop-ask");
  gtk_box_append (GTK_BOX (status), GTK_WIDGET (self->said));
  gtk_box_append (GTK_BOX (self->box), clock_new (self));
  gtk_box_append (GTK_BOX (self->box), status);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->ask));
  gtk_box_append (GTK_BOX (self->box), self->prompts);
  gtk_box_append (GTK_BOX (self->box), examples_new (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

SsmWorkshopSide *
ssm_workshop_side_new (SsmWorkshopSession *session)
{
  SsmWorkshopSide *self = g_object_new (SSM_TYPE_WORKSHOP_SIDE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "tick", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "step", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
  step_cb (self);
  return self;
}

const char *
ssm_workshop_side_get_question (SsmWorkshopSide *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SIDE (self), NULL);

  return get_scene (self).question;
}

gboolean
ssm_workshop_side_focus (SsmWorkshopSide *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SIDE (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->pause));
}
