/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-figures-table.h"

#include <glib/gi18n-lib.h>

#include "ssm-measure-words.h"

/* Between the cells of a row, which is one string of a list. */
#define TAB "\t"

struct _SsmFiguresTable
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (SsmFiguresTable, ssm_figures_table, GTK_TYPE_WIDGET)

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, GPOINTER_TO_UINT (data) == 0 ? 0 : 1);
  gtk_list_item_set_child (item, GTK_WIDGET (label));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkStringObject *row = gtk_list_item_get_item (item);
  g_auto (GStrv) cells = g_strsplit (gtk_string_object_get_string (row), TAB, -1);
  guint column = GPOINTER_TO_UINT (data);

  g_return_if_fail (column < g_strv_length (cells));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), cells[column]);
}

static void
add_column (GtkColumnView *table, const char *title, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  gtk_column_view_column_set_expand (made, column == 0);
  gtk_column_view_append_column (table, made);
}

/* @titles: of the columns, NULL terminated. @rows: of strings with TAB between cells. */
static void
add_table (SsmFiguresTable *self, const char *heading, const char *const *titles,
           GPtrArray *rows)
{
  GtkStringList *list;
  GtkWidget *table, *label = gtk_label_new (heading);

  g_ptr_array_add (rows, NULL);
  list = gtk_string_list_new ((const char *const *) rows->pdata);
  table = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (list))));
  for (guint i = 0; titles[i] != NULL; i++)
    add_column (GTK_COLUMN_VIEW (table), titles[i], i);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (table), TRUE);
  gtk_widget_add_css_class (table, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), label);
  gtk_box_append (GTK_BOX (self->box), table);
}

/* Takes the cells, NULL terminated. */
static void
add_row (GPtrArray *rows, char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    g_strdelimit (cells[i], "\t\n\r", ' ');
  g_ptr_array_add (rows, g_strjoinv (TAB, cells));
  for (guint i = 0; cells[i] != NULL; i++)
    g_free (cells[i]);
}

static char *
count_words (guint count)
{
  return g_strdup_printf ("%u", count);
}

static void
add_totals (SsmFiguresTable *self, const SsmMeasure *measure)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  const char *const titles[] = { _("Figure"), _("Value"), NULL };

  add_row (rows, (char *[]) { g_strdup (_("Win rate")),
                              ssm_measure_ratio_words (measure->win.count), NULL });
  add_row (rows, (char *[]) { g_strdup (_("Pipeline coverage")),
                              ssm_measure_coverage_words (&measure->coverage), NULL });
  add_row (rows, (char *[]) { g_strdup (_("Cycle time")),
                              ssm_measure_days_words (measure->cycle.won.median), NULL });
  add_row (rows,
           (char *[]) { g_strdup (_("Open deals")), count_words (measure->n_open), NULL });
  add_table (self, _("System"), titles, rows);
}

static void
add_stages (SsmFiguresTable *self, const SsmMeasure *measure)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  const char *const titles[] = { _("Stage"), _("Entered"), _("Moved on"), _("Lost"), _("Open"),
                                 _("Median"), _("Limit"), _("Now here"),
                                 /* Translators: deals that are over the limit of a stage */
                                 _("Over limit"), NULL };
  gboolean known = ssm_measure_knows_conversion (measure);

  for (guint i = 0; i < measure->n_stages; i++)
    {
      const SsmStageFigures *figures = &measure->stages[i];
      SsmRatio ratio = { figures->advanced, known ? figures->entered : 0 };

      if (figures->kind == SSM_STAGE_LOST)
        continue;
      add_row (rows, (char *[]) {
        g_strdup (ssm_part_text (ssm_map_stage (measure->map, i), SSM_STAGE_NAME)),
        count_words (figures->entered), ssm_measure_ratio_words (ratio),
        count_words (figures->lost), count_words (figures->open),
        ssm_measure_days_words (figures->days.median), ssm_measure_days_words (figures->limit),
        count_words (figures->n_here), count_words (figures->n_over), NULL });
    }
  add_table (self, _("Stages"), titles, rows);
}

static void
add_reasons (SsmFiguresTable *self, const SsmMeasure *measure)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  const char *const titles[] = { _("Reason"), _("Deals"), NULL };

  for (guint i = 0; i < measure->n_reasons; i++)
    {
      const SsmReasonFigures *reason = &measure->reasons[i];

      add_row (rows, (char *[]) { g_strdup (*reason->words != '\0' ? reason->words
                                                                   : _("no reason")),
                                  count_words (reason->count), NULL });
    }
  add_table (self, _("Lost reasons"), titles, rows);
}

static void
clear (SsmFiguresTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
ssm_figures_table_dispose (GObject *object)
{
  g_clear_pointer (&SSM_FIGURES_TABLE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ssm_figures_table_parent_class)->dispose (object);
}

static void
ssm_figures_table_class_init (SsmFiguresTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_figures_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ssm_figures_table_init (SsmFiguresTable *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

void
ssm_figures_table_show (SsmFiguresTable *self, const SsmMeasure *measure)
{
  g_return_if_fail (SSM_IS_FIGURES_TABLE (self) && measure != NULL);

  clear (self);
  add_totals (self, measure);
  add_stages (self, measure);
  add_reasons (self, measure);
}
