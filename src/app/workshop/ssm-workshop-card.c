/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-card.h"

#include <glib/gi18n-lib.h>

#include "ssm-hands-dialog.h"
#include "ssm-stage-chip.h"
#include "ssm-workshop-check.h"
#include "ssm-workshop-list.h"
#include "ssm-workshop-terms.h"

struct _SsmWorkshopCard
{
  GtkWidget parent_instance;

  SsmWorkshopSession *session;

  GtkWidget *box;
  GtkWidget *band;
  GtkLabel *number;
  GtkLabel *name;
  GtkLabel *question;
  GtkWidget *hands;
  GtkStack *body;
  SsmWorkshopList *entry;
  SsmWorkshopList *exit;
  GtkWidget *outcome_place;
  GtkLabel *outcome;
  GtkWidget *terms;
  GtkWidget *check;
};

G_DEFINE_FINAL_TYPE (SsmWorkshopCard, ssm_workshop_card, GTK_TYPE_WIDGET)

static SsmMap *
get_map (SsmWorkshopCard *self)
{
  return ssm_document_get_map (ssm_workshop_session_get_document (self->session));
}

static void
show_outcome (SsmWorkshopCard *self, const SsmPart *stage)
{
  const SsmPart *definition = ssm_map_outcome (get_map (self), stage);
  const char *term = ssm_part_text (definition, SSM_DEFINITION_TERM);

  gtk_label_set_text (self->outcome, term);
  gtk_widget_set_visible (self->outcome_place, *term != '\0');
}

static void
show_stage (SsmWorkshopCard *self, const SsmPart *stage, guint index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);

  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->name, ssm_part_text (stage, SSM_STAGE_NAME));
  ssm_stage_chip_colour (self->band, get_map (self), index);
  ssm_workshop_list_show (self->entry, stage);
  ssm_workshop_list_show (self->exit, stage);
  show_outcome (self, stage);
  gtk_stack_set_visible_child_name (self->body, "stage");
}

static void
show_other (SsmWorkshopCard *self, SsmStepKind kind)
{
  gtk_label_set_text (self->number, "");
  gtk_label_set_text (self->name, kind == SSM_STEP_IS_DEFINITIONS
                                    ? _("Definitions")
                                    : kind == SSM_STEP_IS_SELF_CHECK ? _("Self-check")
                                                                     : _("Export and finish"));
  ssm_stage_chip_colour (self->band, get_map (self), 0);
  if (kind == SSM_STEP_IS_DEFINITIONS)
    ssm_workshop_terms_refresh (SSM_WORKSHOP_TERMS (self->terms));
  else
    ssm_workshop_check_refresh (SSM_WORKSHOP_CHECK (self->check));
  gtk_stack_set_visible_child_name (self->body,
                                    kind == SSM_STEP_IS_DEFINITIONS ? "terms" : "check");
}

static void
refresh (SsmWorkshopCard *self)
{
  guint index = 0;
  const SsmPart *stage = ssm_workshop_session_get_stage (self->session, &index);

  if (stage != NULL)
    show_stage (self, stage, index);
  else
    show_other (self, ssm_workshop_session_kind (
                        self->session, ssm_workshop_session_get_step (self->session)));
  gtk_widget_set_visible (GTK_WIDGET (self->number), stage != NULL);
  gtk_widget_set_visible (self->hands, stage != NULL);
}

static void
hands_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmWorkshopCard *self = SSM_WORKSHOP_CARD (widget);
  SsmDocument *document = ssm_workshop_session_get_document (self->session);
  const SsmPart *stage = ssm_workshop_session_get_stage (self->session, NULL);

  if (stage == NULL)
    return;
  ssm_document_end_merge (document);
  gtk_window_present (ssm_hands_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (widget)), document, ssm_part_id (stage),
    ssm_workshop_session_get_silent_seconds (self->session)));
}

static GtkWidget *
band_new (SsmWorkshopCard *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  self->name = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                        GTK_ACCESSIBLE_ROLE_HEADING, NULL));
  self->question = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (self->band, "workshop-band");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "workshop-number");
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "workshop-name");
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_xalign (self->question, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap (self->question, TRUE);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (self->band), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (self->band), texts);
  self->hands = gtk_button_new_with_label (_("Proposals"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->hands), "workshop.hands");
  gtk_widget_add_css_class (self->hands, "workshop-hands");
  gtk_widget_set_valign (self->hands, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->band), self->hands);
  return self->band;
}

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
outcome_new (SsmWorkshopCard *self)
{
  self->outcome_place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->outcome = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (self->outcome_place, "workshop-outcome");
  gtk_widget_add_css_class (GTK_WIDGET (self->outcome), "workshop-tag");
  gtk_box_append (GTK_BOX (self->outcome_place),
                  gtk_label_new (_("When every box can be ticked, it is a")));
  gtk_box_append (GTK_BOX (self->outcome_place), GTK_WIDGET (self->outcome));
  return self->outcome_place;
}

static GtkWidget *
stage_new (SsmWorkshopCard *self)
{
  SsmDocument *document = ssm_workshop_session_get_document (self->session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *lists = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->entry = ssm_workshop_list_new (document, SSM_LIST_ENTRY);
  self->exit = ssm_workshop_list_new (document, SSM_LIST_EXIT);
  gtk_box_set_homogeneous (GTK_BOX (lists), TRUE);
  gtk_box_append (GTK_BOX (lists), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (lists), GTK_WIDGET (self->exit));
  gtk_box_append (GTK_BOX (box), scrolled (lists));
  gtk_box_append (GTK_BOX (box), outcome_new (self));
  return box;
}

static void
ssm_workshop_card_dispose (GObject *object)
{
  SsmWorkshopCard *self = SSM_WORKSHOP_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ssm_workshop_card_parent_class)->dispose (object);
}

static void
ssm_workshop_card_class_init (SsmWorkshopCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_workshop_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "workshop.hands", NULL, hands_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK,
                                       "workshop.hands", NULL);
}

static void
ssm_workshop_card_init (SsmWorkshopCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "workshop-card");
  gtk_widget_set_overflow (self->box, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

SsmWorkshopCard *
ssm_workshop_card_new (SsmWorkshopSession *session)
{
  SsmWorkshopCard *self = g_object_new (SSM_TYPE_WORKSHOP_CARD, NULL);

  self->session = g_object_ref (session);
  self->body = GTK_STACK (gtk_stack_new ());
  self->terms = ssm_workshop_terms_new (session);
  self->check = ssm_workshop_check_new (session);
  gtk_stack_add_named (self->body, stage_new (self), "stage");
  gtk_stack_add_named (self->body, scrolled (self->terms), "terms");
  gtk_stack_add_named (self->body, scrolled (self->check), "check");
  gtk_box_append (GTK_BOX (self->box), band_new (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->body));
  g_signal_connect_object (session, "map", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "step", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

void
ssm_workshop_card_set_question (SsmWorkshopCard *self, const char *question)
{
  g_return_if_fail (SSM_IS_WORKSHOP_CARD (self));

  gtk_label_set_text (self->question, question);
}

gboolean
ssm_workshop_card_begin (SsmWorkshopCard *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_CARD (self), FALSE);

  if (ssm_workshop_session_get_stage (self->session, NULL) != NULL)
    return ssm_workshop_list_begin (self->entry);
  return gtk_widget_grab_focus (
    g_str_equal (gtk_stack_get_visible_child_name (self->body), "terms") ? self->terms
                                                                         : self->check);
}

gboolean
ssm_workshop_card_switch (SsmWorkshopCard *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_CARD (self), FALSE);

  if (ssm_workshop_session_get_stage (self->session, NULL) == NULL)
    return FALSE;
  return ssm_workshop_list_begin (
    gtk_widget_get_focus_child (GTK_WIDGET (self->entry)) != NULL ? self->exit : self->entry);
}
