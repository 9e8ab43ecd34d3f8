/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-list.h"

#include <glib/gi18n-lib.h>

#include "ssm-check.h"
#include "ssm-commands.h"
#include "ssm-resources.h"
#include "ssm-workshop-line.h"
#include "ssm-workshop-script.h"

/* Criteria that a list should have. */
#define FEW 2
#define MANY 3

struct _SsmWorkshopList
{
  GtkWidget parent_instance;

  SsmDocument *document;
  SsmList list;
  char *stage;       /* id of the stage that is shown */
  GPtrArray *lines;  /* SsmWorkshopLine, the last one for the next criterion */

  GtkWidget *box;
  GtkLabel *count;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (SsmWorkshopList, ssm_workshop_list, GTK_TYPE_WIDGET)

static SsmWorkshopLine *
get_line (SsmWorkshopList *self, guint index)
{
  return self->lines->pdata[index];
}

static gboolean
find_line (SsmWorkshopList *self, SsmWorkshopLine *line, guint *index)
{
  return g_ptr_array_find (self->lines, line, index);
}

/* Enter behind a criterion goes on to the next; in a line without one it stays. */
static void
entered_cb (SsmWorkshopList *self, SsmWorkshopLine *line)
{
  guint index;

  if (ssm_workshop_line_get_id (line) != NULL && find_line (self, line, &index)
      && index + 1 < self->lines->len)
    gtk_widget_grab_focus (GTK_WIDGET (get_line (self, index + 1)));
}

static void
step_cb (SsmWorkshopList *self, int step, SsmWorkshopLine *line)
{
  guint index;

  if (find_line (self, line, &index) && index + (guint) step < self->lines->len)
    gtk_widget_grab_focus (GTK_WIDGET (get_line (self, index + (guint) step)));
}

static void
emptied_cb (SsmWorkshopList *self, SsmWorkshopLine *line)
{
  g_autofree char *id = g_strdup (ssm_workshop_line_get_id (line));
  guint index;

  if (!find_line (self, line, &index))
    return;
  if (index > 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_line (self, index - 1)));
  if (id != NULL && ssm_map_find (ssm_document_get_map (self->document), id) != NULL)
    {
      g_autoptr (SsmCommand) command
        = ssm_command_delete (ssm_document_get_map (self->document), id);

      ssm_document_apply (self->document, ssm_part_ref (command->map), command->label, NULL);
    }
}

static GtkWidget *
mark_new (SsmWorkshopList *self)
{
  GtkWidget *mark = gtk_image_new_from_icon_name (
    self->list == SSM_LIST_ENTRY ? "ssm-enter-symbolic" : "ssm-box-symbolic");

  gtk_widget_add_css_class (mark, "workshop-mark");
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return mark;
}

static void
add_line (SsmWorkshopList *self, GtkWidget *line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "workshop-row");
  gtk_widget_set_hexpand (line, TRUE);
  gtk_box_append (GTK_BOX (row), mark_new (self));
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (self->rows), row);
  g_ptr_array_add (self->lines, line);
  g_signal_connect_object (line, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "step", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "emptied", G_CALLBACK (emptied_cb), self, G_CONNECT_SWAPPED);
}

static void
add_blank (SsmWorkshopList *self)
{
  const char *name = self->list == SSM_LIST_ENTRY ? _("Next criterion, Enter when")
                                                  : _("Next criterion, Leave when");

  add_line (self, ssm_workshop_line_new_criterion (self->document, self->stage, self->list,
                                                   name));
}

static void
make_lines (SsmWorkshopList *self, const SsmPart *stage)
{
  guint n = ssm_part_n_children (stage, self->list);
  GtkWidget *row;

  g_ptr_array_set_size (self->lines, 0);
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name
        = g_strdup_printf (self->list == SSM_LIST_ENTRY ? _("Enter when, %u of %u")
                                                        : _("Leave when, %u of %u"),
                           i + 1, n);

      add_line (self,
                ssm_workshop_line_new (self->document,
                                       ssm_part_id (ssm_part_child (stage, self->list, i)),
                                       SSM_CRITERION_TEXT, name));
    }
  add_blank (self);
}

/* Whether there is a line for each criterion, in their order, and one more. A criterion
 * that has lost its last letter under somebody's hands keeps its line until they leave. */
static gboolean
has_lines_of (SsmWorkshopList *self, const SsmPart *stage)
{
  guint n = ssm_part_n_children (stage, self->list), found = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      SsmWorkshopLine *line = get_line (self, i);
      const char *id = ssm_workshop_line_get_id (line);

      if (id == NULL || (found == n && ssm_workshop_line_is_written (line)))
        continue;
      if (found == n
          || !g_str_equal (id, ssm_part_id (ssm_part_child (stage, self->list, found))))
        return FALSE;
      found++;
    }
  return found == n && self->lines->len > 0;
}

static void
show_hints (SsmWorkshopList *self)
{
  SsmMap *map = ssm_document_get_map (self->document);
  g_autoptr (GPtrArray) findings = ssm_lint (map, ssm_resources_words (ssm_map_language (map)));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *id = ssm_workshop_line_get_id (get_line (self, i));
      g_autofree char *hint = NULL;

      for (guint k = 0; k < findings->len && hint == NULL && id != NULL; k++)
        {
          const SsmFinding *finding = findings->pdata[k];

          if (g_strcmp0 (finding->item, id) == 0)
            hint = ssm_workshop_script_hint (map, finding);
        }
      ssm_workshop_line_set_hint (get_line (self, i), hint);
    }
}

static void
show_count (SsmWorkshopList *self, guint n)
{
  /* Translators: criteria in a list, and how many there should be: "3 of 2–3" */
  g_autofree char *words = g_strdup_printf (_("%u of %u–%u"), n, FEW, MANY);

  gtk_label_set_text (self->count, words);
  if (n >= FEW && n <= MANY)
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "enough");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), "enough");
}

static void
ssm_workshop_list_dispose (GObject *object)
{
  SsmWorkshopList *self = SSM_WORKSHOP_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->document);
  g_clear_pointer (&self->stage, g_free);
  G_OBJECT_CLASS (ssm_workshop_list_parent_class)->dispose (object);
}

static void
ssm_workshop_list_class_init (SsmWorkshopListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_workshop_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ssm_workshop_list_init (SsmWorkshopList *self)
{
  self->lines = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "workshop-list");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

SsmWorkshopList *
ssm_workshop_list_new (SsmDocument *document, SsmList list)
{
  SsmWorkshopList *self = g_object_new (SSM_TYPE_WORKSHOP_LIST, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *name = list == SSM_LIST_ENTRY ? _("Enter when") : _("Leave when");
  GtkWidget *title = gtk_label_new (name);

  self->document = g_object_ref (document);
  self->list = list;
  self->count = GTK_LABEL (gtk_label_new (NULL));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (title, "workshop-list-title");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "workshop-count");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return self;
}

void
ssm_workshop_list_show (SsmWorkshopList *self, const SsmPart *stage)
{
  g_return_if_fail (SSM_IS_WORKSHOP_LIST (self));

  if (g_strcmp0 (self->stage, ssm_part_id (stage)) != 0 || !has_lines_of (self, stage))
    {
      g_free (self->stage);
      self->stage = g_strdup (ssm_part_id (stage));
      make_lines (self, stage);
    }
  for (guint i = 0; i < self->lines->len; i++)
    ssm_workshop_line_refresh (get_line (self, i));
  if (ssm_workshop_line_get_id (get_line (self, self->lines->len - 1)) != NULL)
    add_blank (self);
  show_count (self, ssm_part_n_children (stage, self->list));
  show_hints (self);
}

gboolean
ssm_workshop_list_begin (SsmWorkshopList *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_LIST (self) && self->lines->len > 0, FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (get_line (self, self->lines->len - 1)));
}

gboolean
ssm_workshop_list_edit (SsmWorkshopList *self, const char *id)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_LIST (self), FALSE);

  for (guint i = 0; i < self->lines->len; i++)
    if (g_strcmp0 (ssm_workshop_line_get_id (get_line (self, i)), id) == 0)
      return gtk_widget_grab_focus (GTK_WIDGET (get_line (self, i)));
  return FALSE;
}
