/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-overview.h"

#include <glib/gi18n-lib.h>

#include "ssm-check.h"
#include "ssm-stage-chip.h"

/* Criteria of a stage that there is room for. */
#define MAX_SHOWN 3

struct _SsmWorkshopOverview
{
  GtkWidget parent_instance;

  SsmWorkshopSession *session;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (SsmWorkshopOverview, ssm_workshop_overview, GTK_TYPE_WIDGET)

static void
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_criteria (GtkWidget *body, const SsmPart *stage)
{
  SsmList list = ssm_part_n_children (stage, SSM_LIST_EXIT) > 0 ? SSM_LIST_EXIT
                                                                : SSM_LIST_ENTRY;
  guint n = ssm_part_n_children (stage, list);

  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++)
    add_label (body, ssm_part_text (ssm_part_child (stage, list, i), SSM_CRITERION_TEXT), NULL);
  if (n == 0)
    add_label (body, _("Not started"), "secondary");
}

static void
add_stage (SsmWorkshopOverview *self, SsmMap *map, guint index, const SsmPart *now)
{
  const SsmPart *stage = ssm_map_stage (map, index);
  g_autofree char *title = ssm_stage_title (stage, index);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = ssm_stage_chip_new ();

  ssm_stage_chip_colour (head, map, index);
  gtk_label_set_text (GTK_LABEL (head), title);
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_ellipsize (GTK_LABEL (head), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (card, "overview-card");
  if (stage == now)
    gtk_widget_add_css_class (card, "now");
  gtk_widget_add_css_class (body, "overview-body");
  add_criteria (body, stage);
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self->box), card);
}

static void
refresh (SsmWorkshopOverview *self)
{
  SsmMap *map = ssm_document_get_map (ssm_workshop_session_get_document (self->session));
  const SsmPart *now = ssm_workshop_session_get_stage (self->session, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    add_stage (self, map, i, now);
}

static void
ssm_workshop_overview_dispose (GObject *object)
{
  SsmWorkshopOverview *self = SSM_WORKSHOP_OVERVIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ssm_workshop_overview_parent_class)->dispose (object);
}

static void
ssm_workshop_overview_class_init (SsmWorkshopOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_workshop_overview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ssm_workshop_overview_init (SsmWorkshopOverview *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_widget_add_css_class (self->box, "workshop-overview");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

SsmWorkshopOverview *
ssm_workshop_overview_new (SsmWorkshopSession *session)
{
  SsmWorkshopOverview *self = g_object_new (SSM_TYPE_WORKSHOP_OVERVIEW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "map", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "step", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}
