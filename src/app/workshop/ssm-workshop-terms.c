/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-terms.h"

#include <glib/gi18n-lib.h>

#include "ssm-commands.h"
#include "ssm-workshop-line.h"

struct _SsmWorkshopTerms
{
  GtkWidget parent_instance;

  SsmWorkshopSession *session;
  GtkWidget *box;
  GPtrArray *lines; /* SsmWorkshopLine, one a definition */
};

G_DEFINE_FINAL_TYPE (SsmWorkshopTerms, ssm_workshop_terms, GTK_TYPE_WIDGET)

static void
step_cb (SsmWorkshopTerms *self, int step, SsmWorkshopLine *line)
{
  guint index;

  if (g_ptr_array_find (self->lines, line, &index)
      && index + (guint) step < self->lines->len)
    gtk_widget_grab_focus (self->lines->pdata[index + (guint) step]);
}

static void
entered_cb (SsmWorkshopTerms *self, SsmWorkshopLine *line)
{
  step_cb (self, 1, line);
}

static void
add_card (SsmWorkshopTerms *self, SsmDocument *document, const SsmPart *definition)
{
  const char *term = ssm_part_text (definition, SSM_DEFINITION_TERM);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (term);
  GtkWidget *line = ssm_workshop_line_new (document, ssm_part_id (definition),
                                           SSM_DEFINITION_TEXT, term);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "workshop-list-title");
  gtk_widget_add_css_class (card, "workshop-term");
  gtk_box_append (GTK_BOX (card), title);
  gtk_box_append (GTK_BOX (card), line);
  gtk_box_append (GTK_BOX (self->box), card);
  g_ptr_array_add (self->lines, line);
  g_signal_connect_object (line, "step", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
}

/* TRUE where there is a line for each definition. */
static gboolean
refresh_lines (SsmWorkshopTerms *self, SsmMap *map)
{
  gboolean same = self->lines->len == ssm_part_n_children (map, SSM_LIST_DEFINITIONS);

  for (guint i = 0; i < self->lines->len && same; i++)
    same = g_strcmp0 (ssm_workshop_line_get_id (self->lines->pdata[i]),
                      ssm_part_id (ssm_part_child (map, SSM_LIST_DEFINITIONS, i))) == 0
           && ssm_workshop_line_refresh (self->lines->pdata[i]);
  return same;
}

static gboolean
ssm_workshop_terms_grab_focus (GtkWidget *widget)
{
  SsmWorkshopTerms *self = SSM_WORKSHOP_TERMS (widget);

  return self->lines->len > 0 && gtk_widget_grab_focus (self->lines->pdata[0]);
}

static void
ssm_workshop_terms_dispose (GObject *object)
{
  SsmWorkshopTerms *self = SSM_WORKSHOP_TERMS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ssm_workshop_terms_parent_class)->dispose (object);
}

static void
ssm_workshop_terms_class_init (SsmWorkshopTermsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_workshop_terms_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = ssm_workshop_terms_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ssm_workshop_terms_init (SsmWorkshopTerms *self)
{
  self->lines = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "workshop-list");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* When the step begins; later, what was taken back stays so. */
static void
fill_cb (SsmWorkshopTerms *self)
{
  SsmDocument *document = ssm_workshop_session_get_document (self->session);
  g_autoptr (SsmCommand) command = NULL;

  if (ssm_workshop_session_kind (self->session, ssm_workshop_session_get_step (self->session))
      != SSM_STEP_IS_DEFINITIONS)
    return;
  command = ssm_command_fill_definitions (ssm_document_get_map (document));
  ssm_document_apply (document, ssm_part_ref (command->map), command->label, NULL);
}

GtkWidget *
ssm_workshop_terms_new (SsmWorkshopSession *session)
{
  SsmWorkshopTerms *self = g_object_new (SSM_TYPE_WORKSHOP_TERMS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "step", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ssm_workshop_terms_refresh (SsmWorkshopTerms *self)
{
  SsmDocument *document;
  GtkWidget *child;
  SsmMap *map;

  g_return_if_fail (SSM_IS_WORKSHOP_TERMS (self));

  document = ssm_workshop_session_get_document (self->session);
  map = ssm_document_get_map (document);
  if (refresh_lines (self, map))
    return;
  g_ptr_array_set_size (self->lines, 0);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_DEFINITIONS); i++)
    add_card (self, document, ssm_part_child (map, SSM_LIST_DEFINITIONS, i));
}
