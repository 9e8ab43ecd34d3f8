/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-path-view.h"

#include <glib/gi18n-lib.h>

#include "ssm-deal-words.h"
#include "ssm-stage-chip.h"

struct _SsmDealPathView
{
  GtkWidget parent_instance;

  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (SsmDealPathView, ssm_deal_path_view, GTK_TYPE_WIDGET)

static void
ssm_deal_path_view_dispose (GObject *object)
{
  SsmDealPathView *self = SSM_DEAL_PATH_VIEW (object);

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;
  G_OBJECT_CLASS (ssm_deal_path_view_parent_class)->dispose (object);
}

static void
ssm_deal_path_view_class_init (SsmDealPathViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_deal_path_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ssm_deal_path_view_init (SsmDealPathView *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* How the line from stage @i to the next looks. */
static const char *
line_class (const SsmDiagnosis *diagnosis, int i)
{
  if (i < diagnosis->place)
    return "path-done";
  return i < diagnosis->claimed ? "path-claimed" : "path-ahead";
}

static GtkWidget *
line_new (const char *css_class)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line, "path-line");
  gtk_widget_add_css_class (line, css_class);
  return line;
}

static GtkWidget *
stop_new (const SsmDiagnosis *diagnosis, int i)
{
  g_autofree char *number = g_strdup_printf ("%u", diagnosis->path->stages[i].index + 1);
  GtkWidget *stop = gtk_label_new (number);

  gtk_widget_add_css_class (stop, "path-stop");
  gtk_widget_set_valign (stop, GTK_ALIGN_CENTER);
  if (i == diagnosis->place)
    {
      ssm_stage_chip_colour (stop, diagnosis->path->map, diagnosis->path->stages[i].index);
      gtk_widget_add_css_class (stop, "path-place");
    }
  else if (i == diagnosis->claimed)
    gtk_widget_add_css_class (stop, "path-claim");
  else if (i < diagnosis->place)
    gtk_widget_add_css_class (stop, "path-passed");
  return stop;
}

static void
add_stage (SsmDealPathView *self, const SsmDiagnosis *diagnosis, int i)
{
  const SsmDealPath *path = diagnosis->path;
  int n = (int) path->n_stages;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name
    = label_new (ssm_part_text (ssm_map_stage (path->map, path->stages[i].index),
                                SSM_STAGE_NAME),
                 i == diagnosis->place ? "path-name-here" : "path-name");

  gtk_box_append (GTK_BOX (row),
                  line_new (i > 0 ? line_class (diagnosis, i - 1) : "path-none"));
  gtk_box_append (GTK_BOX (row), stop_new (diagnosis, i));
  gtk_box_append (GTK_BOX (row), line_new (i + 1 < n ? line_class (diagnosis, i)
                                                     : "path-none"));
  gtk_grid_attach (self->grid, row, i, 1, 1, 1);
  gtk_grid_attach (self->grid, name, i, 2, 1, 1);
}

/* The words may be longer than their stage, and lie over its neighbours. */
static void
add_words (SsmDealPathView *self, const SsmDiagnosis *diagnosis, int stage, int row,
           const char *words, const char *css_class)
{
  int n = (int) diagnosis->path->n_stages;
  int reach = MIN (MIN (stage, n - 1 - stage), 1);
  GtkWidget *label = label_new (words, css_class);

  if (reach == 0 && n > 1)
    {
      gtk_label_set_xalign (GTK_LABEL (label), stage == 0 ? 0 : 1);
      gtk_grid_attach (self->grid, label, stage == 0 ? 0 : stage - 1, row, 2, 1);
      return;
    }
  gtk_grid_attach (self->grid, label, stage - reach, row, 1 + 2 * reach, 1);
}

static void
name_view (SsmDealPathView *self, const SsmDiagnosis *diagnosis)
{
  g_autofree char *place = ssm_deal_words_stage (diagnosis->path, diagnosis->place);
  g_autofree char *claimed = NULL;
  g_autofree char *name = NULL;

  if (diagnosis->claimed == SSM_NO_STAGE)
    /* Translators: "3 Discovery" */
    name = g_strdup_printf (_("Evidence says %s"), place);
  else
    {
      claimed = ssm_deal_words_stage (diagnosis->path, diagnosis->claimed);
      /* Translators: "3 Discovery", "4 Proposal" */
      name = g_strdup_printf (_("Evidence says %s, the CRM says %s"), place, claimed);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

void
ssm_deal_path_view_show (SsmDealPathView *self, const SsmDiagnosis *diagnosis)
{
  GtkWidget *child;

  g_return_if_fail (SSM_IS_DEAL_PATH_VIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  gtk_widget_set_visible (GTK_WIDGET (self), diagnosis->place != SSM_NO_STAGE);
  if (diagnosis->place == SSM_NO_STAGE)
    return;
  for (guint i = 0; i < diagnosis->path->n_stages; i++)
    add_stage (self, diagnosis, (int) i);
  add_words (self, diagnosis, diagnosis->place, 0, _("Evidence says here"), "path-evidence");
  if (diagnosis->claimed != SSM_NO_STAGE)
    add_words (self, diagnosis, diagnosis->claimed, 3, _("The CRM says here"),
               diagnosis->ahead_by > 0 ? "path-crm" : "path-crm-same");
  name_view (self, diagnosis);
}
