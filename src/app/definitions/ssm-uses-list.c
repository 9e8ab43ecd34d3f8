/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-uses-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-area-name.h"
#include "ssm-excerpt.h"
#include "ssm-tab-within.h"
#include "ssm-terms.h"

struct _SsmUsesList
{
  GtkWidget parent_instance;

  GtkWidget *nowhere;
  GtkWidget *list; /* a GtkListBox */
};

G_DEFINE_FINAL_TYPE (SsmUsesList, ssm_uses_list, GTK_TYPE_WIDGET)

static gboolean
ssm_uses_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (SSM_USES_LIST (widget)->list, GTK_DIR_TAB_FORWARD);
}

static void
ssm_uses_list_dispose (GObject *object)
{
  SsmUsesList *self = SSM_USES_LIST (object);

  g_clear_pointer (&self->nowhere, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  G_OBJECT_CLASS (ssm_uses_list_parent_class)->dispose (object);
}

static void
ssm_uses_list_class_init (SsmUsesListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_uses_list_dispose;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_uses_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ssm_uses_list_init (SsmUsesList *self)
{
  self->nowhere = gtk_label_new (_ ("Nowhere on the map yet"));
  gtk_label_set_xalign (GTK_LABEL (self->nowhere), 0);
  gtk_label_set_wrap (GTK_LABEL (self->nowhere), TRUE);
  gtk_widget_add_css_class (self->nowhere, "secondary");
  gtk_widget_set_parent (self->nowhere, GTK_WIDGET (self));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Used in"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
ssm_uses_list_new (void)
{
  return g_object_new (SSM_TYPE_USES_LIST, NULL);
}

/* "Leave when", "What we do", … */
static const char *
kind_of_text (const SsmMap *map, const SsmTermUse *use)
{
  SsmPosition position;

  if (use->field == SSM_CRITERION_TEXT
      && ssm_map_locate (map, ssm_part_id (use->part), &position))
    return ssm_list_name (position.list);
  return ssm_field_name (use->field);
}

/* (transfer full): "Leave when · 3 Discovery" */
static char *
place (const SsmMap *map, const SsmTermUse *use)
{
  const char *kind = kind_of_text (map, use);
  guint index;
  const SsmPart *stage = ssm_map_stage_of (map, ssm_part_id (use->part), &index);

  if (stage != NULL)
    return g_strdup_printf ("%s · %u %s", kind, index + 1,
                            ssm_part_text (stage, SSM_STAGE_NAME));
  if (ssm_part_kind (use->part) == SSM_KIND_DEFINITION)
    return g_strdup_printf ("%s · %s", kind, ssm_part_text (use->part, SSM_DEFINITION_TERM));
  return g_strdup (kind);
}

static const char *
words (const SsmTermUse *use)
{
  return use->field == SSM_STAGE_OUTCOME
           ? ssm_part_text (use->span.definition, SSM_DEFINITION_TERM)
           : ssm_part_text (use->part, use->field);
}

static GtkWidget *
row_new (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go-to");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
show_use (SsmUsesList *self, int index, const SsmMap *map, const SsmTermUse *use)
{
  g_autofree char *title = ssm_excerpt (words (use));
  g_autofree char *subtitle = place (map, use);
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkWidget *row;

  if (gtk_list_box_get_row_at_index (list, index) == NULL)
    gtk_list_box_append (list, row_new ());
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, index));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", ssm_part_id (use->part));
}

void
ssm_uses_list_show (SsmUsesList *self, const SsmMap *map, const char *id)
{
  g_autoptr (GArray) uses = NULL;
  const SsmTermUse *before = NULL;
  GtkListBoxRow *row;
  int n = 0;

  g_return_if_fail (SSM_IS_USES_LIST (self));

  uses = ssm_map_uses (map, id);
  for (guint i = 0; i < uses->len; i++)
    {
      const SsmTermUse *use = &g_array_index (uses, SsmTermUse, i);

      /* A text that says it twice is one place. */
      if (before == NULL || before->part != use->part || before->field != use->field)
        show_use (self, n++, map, use);
      before = use;
    }
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), n)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (self->nowhere, n == 0);
}
