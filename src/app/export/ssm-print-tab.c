/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-print-tab.h"

#include <glib/gi18n-lib.h>

#include "ssm-combo-row.h"
#include "ssm-page-view.h"
#include "ssm-paper.h"

#define MM_PER_POINT (25.4 / 72)

struct _SsmPrintTab
{
  GtkWidget parent_instance;

  SsmMap *map;
  GtkPageSetup *setup;

  GtkWidget *scroller;
  AdwComboRow *kind;
  AdwComboRow *sheets;
  AdwComboRow *colours;
  GtkLabel *summary;
  GtkLabel *problem;
  SsmPageView *preview;
};

G_DEFINE_FINAL_TYPE (SsmPrintTab, ssm_print_tab, GTK_TYPE_WIDGET)

/* What posters are glued from, in the order of the row; across × down. */
static const struct
{
  guint columns, rows;
} grids[] = { { 2, 1 }, { 1, 2 }, { 2, 2 }, { 3, 2 }, { 3, 3 }, { 4, 3 }, { 4, 4 } };

/* (transfer full): "A4 landscape, one page", or what the sheets make together. */
static char *
describe (SsmPrintTab *self, SsmPage *page, const SsmPrintSheets *sheets)
{
  g_autofree char *paper = NULL;
  guint n = ssm_print_sheets_count (sheets);
  double width, height;

  if (n > 1)
    {
      ssm_page_get_size (page, &width, &height);
      return g_strdup_printf (ngettext ("Poster of %u sheet, %.0f × %.0f mm",
                                        "Poster of %u sheets, %.0f × %.0f mm", n),
                              n, width * MM_PER_POINT, height * MM_PER_POINT);
    }
  paper = ssm_paper_describe_page (
      gtk_paper_size_get_display_name (gtk_page_setup_get_paper_size (self->setup)), page);

  /* Translators: %s is a paper such as "A4 landscape" */
  return g_strdup_printf (_ ("%s, one page"), paper);
}

static void
show_problem (SsmPrintTab *self, SsmPage *page)
{
  g_autofree char *words = ssm_fit_problem (ssm_page_fit (page));

  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
  gtk_label_set_text (self->problem, words != NULL ? words : "");
}

static void
refresh_cb (SsmPrintTab *self)
{
  SsmPrintPlan plan;
  SsmPrintPaper paper;
  SsmPrintSheets sheets;
  g_autoptr (SsmPage) page = NULL;
  g_autofree char *summary = NULL;

  if (self->setup == NULL)
    return;
  ssm_print_tab_get_plan (self, &plan);
  ssm_print_tab_find_paper (self->setup, &paper);
  page = ssm_print_page_new (self->map, &plan, &paper, &sheets);
  summary = describe (self, page, &sheets);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->sheets), plan.kind == SSM_PRINT_POSTER);
  ssm_page_view_set_page (self->preview, page, summary);
  ssm_page_view_set_sheets (self->preview, &sheets);
  show_problem (self, page);
}

static void
fill_sheets (SsmPrintTab *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    {
      g_autofree char *words
          = g_strdup_printf ("%u × %u", grids[i].columns, grids[i].rows);

      gtk_string_list_append (list, words);
    }
  adw_combo_row_set_model (self->sheets, G_LIST_MODEL (list));
}

static void
ssm_print_tab_dispose (GObject *object)
{
  SsmPrintTab *self = SSM_PRINT_TAB (object);

  g_clear_object (&self->setup);
  g_clear_pointer (&self->map, ssm_part_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_PRINT_TAB);
  G_OBJECT_CLASS (ssm_print_tab_parent_class)->dispose (object);
}

static void
ssm_print_tab_class_init (SsmPrintTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_print_tab_dispose;
  g_type_ensure (SSM_TYPE_COMBO_ROW);
  g_type_ensure (SSM_TYPE_PAGE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-print-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmPrintTab, scroller);
  gtk_widget_class_bind_template_child (widget_class, SsmPrintTab, kind);
  gtk_widget_class_bind_template_child (widget_class, SsmPrintTab, sheets);
  gtk_widget_class_bind_template_child (widget_class, SsmPrintTab, colours);
  gtk_widget_class_bind_template_child (widget_class, SsmPrintTab, summary);
  gtk_widget_class_bind_template_child (widget_class, SsmPrintTab, problem);
  gtk_widget_class_bind_template_child (widget_class, SsmPrintTab, preview);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
}

static void
ssm_print_tab_init (SsmPrintTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_sheets (self);
}

GtkWidget *
ssm_print_tab_new (SsmMap *map, const SsmPrintPlan *plan)
{
  SsmPrintTab *self = g_object_new (SSM_TYPE_PRINT_TAB, NULL);

  self->map = ssm_part_ref (map);
  adw_combo_row_set_selected (self->kind, plan->kind);
  adw_combo_row_set_selected (self->colours, plan->theme);
  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    if (grids[i].columns == plan->columns && grids[i].rows == plan->rows)
      adw_combo_row_set_selected (self->sheets, i);

  return GTK_WIDGET (self);
}

void
ssm_print_tab_set_setup (SsmPrintTab *self, GtkPageSetup *setup)
{
  g_return_if_fail (SSM_IS_PRINT_TAB (self));

  g_set_object (&self->setup, setup);
  refresh_cb (self);
}

void
ssm_print_tab_get_plan (SsmPrintTab *self, SsmPrintPlan *plan)
{
  guint grid = adw_combo_row_get_selected (self->sheets);

  plan->kind = adw_combo_row_get_selected (self->kind);
  plan->theme = adw_combo_row_get_selected (self->colours);
  plan->columns = grids[grid].columns;
  plan->rows = grids[grid].rows;
}

void
ssm_print_tab_find_paper (GtkPageSetup *setup, SsmPrintPaper *paper)
{
  *paper = (SsmPrintPaper) {
    .width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
    .height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS),
  };
}
