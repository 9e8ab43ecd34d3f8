/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-head.h"

#include <glib/gi18n-lib.h>

#include "ssm-stage-chip.h"

struct _SsmWorkshopHead
{
  GtkWidget parent_instance;

  SsmWorkshopSession *session;

  GtkWidget *box;
  GtkLabel *title;
  GtkWidget *steps;
  GtkLabel *left;
  GtkLabel *total;
};

G_DEFINE_FINAL_TYPE (SsmWorkshopHead, ssm_workshop_head, GTK_TYPE_WIDGET)

static SsmMap *
get_map (SsmWorkshopHead *self)
{
  return ssm_document_get_map (ssm_workshop_session_get_document (self->session));
}

static void
tick_cb (SsmWorkshopHead *self)
{
  g_autofree char *left
    = ssm_workshop_session_format (ssm_workshop_session_total_left (self->session));
  guint minutes = (ssm_workshop_session_total (self->session) + 30) / 60;
  g_autofree char *total
    = g_strdup_printf (ngettext ("left of %u min", "left of %u min", minutes), minutes);

  gtk_label_set_text (self->left, left);
  gtk_label_set_text (self->total, total);
}

static const char *
kind_name (SsmStepKind kind)
{
  return kind == SSM_STEP_IS_DEFINITIONS ? _("Definitions")
         : kind == SSM_STEP_IS_SELF_CHECK ? _("Self-check") : _("Export");
}

static void
clicked_cb (SsmWorkshopHead *self, GtkWidget *button)
{
  ssm_workshop_session_go_to (
    self->session, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step")));
}

/* "Stage 3 of 7: Discovery. Done." of a stage, as a chip that is coloured once it was held. */
static GtkWidget *
stage_step_new (SsmWorkshopHead *self, const SsmPart *stage, guint step)
{
  guint index, now = ssm_workshop_session_get_step (self->session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *chip = ssm_stage_chip_new ();

  ssm_map_stage_of (get_map (self), ssm_part_id (stage), &index);
  ssm_stage_chip_show (chip, get_map (self), index);
  if (step > now)
    gtk_widget_add_css_class (chip, "to-come");
  if (step < now)
    gtk_label_set_text (GTK_LABEL (chip), "✓");
  gtk_box_append (GTK_BOX (box), chip);
  if (step == now)
    gtk_box_append (GTK_BOX (box), gtk_label_new (ssm_part_text (stage, SSM_STAGE_NAME)));
  return box;
}

static GtkWidget *
step_new (SsmWorkshopHead *self, guint step)
{
  const SsmPart *stage = ssm_workshop_session_stage (self->session, step);
  const char *name = stage != NULL ? ssm_part_text (stage, SSM_STAGE_NAME)
                                   : kind_name (ssm_workshop_session_kind (self->session, step));
  gboolean is_now = step == ssm_workshop_session_get_step (self->session);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), stage != NULL
                                               ? stage_step_new (self, stage, step)
                                               : gtk_label_new (name));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "workshop-step");
  if (is_now)
    gtk_widget_add_css_class (button, "now");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_focusable (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               is_now ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                      : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (step));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  return button;
}

static void
step_cb (SsmWorkshopHead *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->steps)) != NULL)
    gtk_box_remove (GTK_BOX (self->steps), child);
  for (guint i = 0; i < ssm_workshop_session_n_steps (self->session); i++)
    gtk_box_append (GTK_BOX (self->steps), step_new (self, i));
  gtk_label_set_text (self->title, ssm_map_text (get_map (self), SSM_MAP_TITLE));
  tick_cb (self);
}

static void
ssm_workshop_head_dispose (GObject *object)
{
  SsmWorkshopHead *self = SSM_WORKSHOP_HEAD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ssm_workshop_head_parent_class)->dispose (object);
}

static void
ssm_workshop_head_class_init (SsmWorkshopHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_workshop_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* A large line over a small one. */
static GtkWidget *
pair_new (GtkLabel **large, GtkLabel **small, double xalign, const char *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *large = GTK_LABEL (gtk_label_new (NULL));
  *small = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (*large, (float) xalign);
  gtk_label_set_xalign (*small, (float) xalign);
  gtk_label_set_ellipsize (*small, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (*large), css_class);
  gtk_widget_add_css_class (GTK_WIDGET (*small), "workshop-small");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*large));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*small));
  return box;
}

static void
ssm_workshop_head_init (SsmWorkshopHead *self)
{
  GtkLabel *workshop;
  GtkWidget *start = pair_new (&workshop, &self->title, 0, "workshop-title");
  GtkWidget *end = pair_new (&self->left, &self->total, 1, "workshop-left");

  gtk_label_set_text (workshop, _("Workshop"));
  gtk_widget_add_css_class (GTK_WIDGET (self->left), "numeric");
  self->box = gtk_center_box_new ();
  self->steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_add_css_class (self->box, "workshop-head");
  gtk_widget_set_valign (self->steps, GTK_ALIGN_CENTER);
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (self->box), start);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (self->box), self->steps);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (self->box), end);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

SsmWorkshopHead *
ssm_workshop_head_new (SsmWorkshopSession *session)
{
  SsmWorkshopHead *self = g_object_new (SSM_TYPE_WORKSHOP_HEAD, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "tick", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "step", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
  step_cb (self);
  return self;
}
