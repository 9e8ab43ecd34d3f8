/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-check.h"

#include <glib/gi18n-lib.h>

#include "ssm-check.h"
#include "ssm-map-page.h"

struct _SsmWorkshopCheck
{
  GtkWidget parent_instance;

  SsmWorkshopSession *session;
  GtkWidget *box;
  GtkWidget *first; /* what somebody does next: mend what is missing, or finish */
};

G_DEFINE_FINAL_TYPE (SsmWorkshopCheck, ssm_workshop_check, GTK_TYPE_WIDGET)

static const char *
check_title (SsmCheckId id)
{
  switch (id)
    {
    case SSM_CHECK_BLOCKS: return _("The seven blocks are mapped");
    case SSM_CHECK_CRITERIA: return _("Every stage has entry and exit criteria");
    case SSM_CHECK_PAGE: return _("The one-page map is complete");
    case SSM_CHECK_DEAL:
    case SSM_N_CHECKS:
    default: return _("One live deal has been diagnosed");
    }
}

static void
go_cb (SsmWorkshopCheck *self, GtkWidget *button)
{
  ssm_workshop_session_go_to_part (self->session,
                                   g_object_get_data (G_OBJECT (button), "part"));
}

static GtkWidget *
go_new (SsmWorkshopCheck *self, const SsmCheck *check)
{
  GtkWidget *button = gtk_button_new_with_label (_("Go there"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, check->detail, -1);
  g_object_set_data_full (G_OBJECT (button), "part", g_strdup (check->go_to), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (go_cb), self);
  return button;
}

static void
append_text (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_check (SsmWorkshopCheck *self, const SsmCheck *check, SsmCheckId id)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *mark = gtk_image_new_from_icon_name (check->ok ? "ssm-yes-symbolic"
                                                            : "ssm-attention-symbolic");

  gtk_widget_add_css_class (row, "workshop-row");
  gtk_widget_add_css_class (mark, check->ok ? "good" : "attention");
  gtk_widget_add_css_class (mark, "workshop-mark");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  check->ok ? _("Done") : _("Missing"), -1);
  append_text (words, check_title (id), "workshop-text");
  if (!check->ok && id == SSM_CHECK_DEAL)
    append_text (words, _("Do it after the workshop, in the view of deals."), "workshop-hint");
  else if (!check->ok)
    append_text (words, check->detail, "workshop-hint");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), words);
  if (check->go_to != NULL && !check->ok)
    {
      GtkWidget *button = go_new (self, check);

      self->first = self->first != NULL ? self->first : button;
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
add_finish (SsmWorkshopCheck *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Export and Finish"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "workshop-finish");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "workshop.finish");
  gtk_box_append (GTK_BOX (self->box), button);
  self->first = self->first != NULL ? self->first : button;
}

static gboolean
ssm_workshop_check_grab_focus (GtkWidget *widget)
{
  SsmWorkshopCheck *self = SSM_WORKSHOP_CHECK (widget);

  return self->first != NULL && gtk_widget_grab_focus (self->first);
}

static void
ssm_workshop_check_dispose (GObject *object)
{
  SsmWorkshopCheck *self = SSM_WORKSHOP_CHECK (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ssm_workshop_check_parent_class)->dispose (object);
}

static void
ssm_workshop_check_class_init (SsmWorkshopCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_workshop_check_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = ssm_workshop_check_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ssm_workshop_check_init (SsmWorkshopCheck *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "workshop-list");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ssm_workshop_check_new (SsmWorkshopSession *session)
{
  SsmWorkshopCheck *self = g_object_new (SSM_TYPE_WORKSHOP_CHECK, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
ssm_workshop_check_refresh (SsmWorkshopCheck *self)
{
  g_autoptr (SsmSelfCheck) check = NULL;
  g_autoptr (SsmPage) page = NULL;
  g_autofree char *problem = NULL;
  GtkWidget *child;
  SsmMap *map;

  g_return_if_fail (SSM_IS_WORKSHOP_CHECK (self));

  map = ssm_document_get_map (ssm_workshop_session_get_document (self->session));
  page = ssm_map_page_new (map, NULL);
  problem = ssm_fit_problem (ssm_page_fit (page));
  check = ssm_self_check_new (map, problem, 0);
  self->first = NULL;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < SSM_N_CHECKS; i++)
    add_check (self, &check->checks[i], i);
  add_finish (self);
}
