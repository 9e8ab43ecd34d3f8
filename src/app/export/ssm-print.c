/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-print.h"

#include <glib/gi18n-lib.h>

#include "ssm-page-setup.h"
#include "ssm-paint.h"
#include "ssm-print-tab.h"

struct _SsmPrint
{
  GtkPrintOperation parent_instance;

  SsmMap *map;
  SsmPrintPlan plan;
  SsmPage *page; /* from the beginning of the job on */
  SsmPrintSheets sheets;
};

G_DEFINE_FINAL_TYPE (SsmPrint, ssm_print, GTK_TYPE_PRINT_OPERATION)

/* Where the printer cannot print; a file can be printed to its edges. Printers tell their
 * margins for paper that stands upright; which side is up when it lies, they do not say. */
static void
find_paper (GtkPrintContext *context, SsmPrintPaper *paper)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  double top, bottom, left, right;

  ssm_print_tab_find_paper (setup, paper);
  if (!gtk_print_context_get_hard_margins (context, &top, &bottom, &left, &right))
    return;
  if (paper->width > paper->height)
    {
      paper->left = paper->right = MAX (top, bottom);
      paper->top = paper->bottom = MAX (left, right);
      return;
    }
  paper->top = top;
  paper->bottom = bottom;
  paper->left = left;
  paper->right = right;
}

static void
ssm_print_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  SsmPrint *self = SSM_PRINT (operation);
  SsmPrintPaper paper;

  find_paper (context, &paper);
  g_clear_pointer (&self->page, ssm_page_unref);
  self->page = ssm_print_page_new (self->map, &self->plan, &paper, &self->sheets);
  gtk_print_operation_set_n_pages (operation, (int) ssm_print_sheets_count (&self->sheets));
}

static void
ssm_print_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number)
{
  SsmPrint *self = SSM_PRINT (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (SsmPage) marks = NULL;
  SsmRect piece, place;

  ssm_print_sheets_get (&self->sheets, (guint) number, &piece, &place);
  ssm_paint_piece (self->page, &piece, &place, cr);
  if (self->plan.kind != SSM_PRINT_POSTER)
    return;
  marks = ssm_print_marks_new (&self->sheets, (guint) number, ssm_map_language (self->map));
  ssm_paint_page (marks, cr);
}

static GtkWidget *
ssm_print_create_custom_widget (GtkPrintOperation *operation)
{
  SsmPrint *self = SSM_PRINT (operation);
  GtkWidget *tab = ssm_print_tab_new (self->map, &self->plan);

  ssm_print_tab_set_setup (SSM_PRINT_TAB (tab),
                           gtk_print_operation_get_default_page_setup (operation));

  return tab;
}

static void
ssm_print_update_custom_widget (GtkPrintOperation *operation, GtkWidget *tab,
                                GtkPageSetup *setup, GtkPrintSettings *settings)
{
  ssm_print_tab_set_setup (SSM_PRINT_TAB (tab), setup);
}

static void
ssm_print_custom_widget_apply (GtkPrintOperation *operation, GtkWidget *tab)
{
  ssm_print_tab_get_plan (SSM_PRINT_TAB (tab), &SSM_PRINT (operation)->plan);
}

static void
ssm_print_finalize (GObject *object)
{
  SsmPrint *self = SSM_PRINT (object);

  g_clear_pointer (&self->page, ssm_page_unref);
  g_clear_pointer (&self->map, ssm_part_unref);
  G_OBJECT_CLASS (ssm_print_parent_class)->finalize (object);
}

static void
ssm_print_class_init (SsmPrintClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ssm_print_finalize;
  operation_class->begin_print = ssm_print_begin_print;
  operation_class->draw_page = ssm_print_draw_page;
  operation_class->create_custom_widget = ssm_print_create_custom_widget;
  operation_class->update_custom_widget = ssm_print_update_custom_widget;
  operation_class->custom_widget_apply = ssm_print_custom_widget_apply;
}

static void
ssm_print_init (SsmPrint *self)
{
}

SsmPrint *
ssm_print_new (SsmMap *map, const SsmPrintPlan *plan, const char *name)
{
  SsmPrint *self = g_object_new (SSM_TYPE_PRINT, NULL);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
  g_autoptr (GtkPageSetup) setup = ssm_page_setup_new (page);

  self->map = ssm_part_ref (map);
  self->plan = *plan;
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, name);
  /* Translators: a part of the print dialog, about what is on the page of the map */
  gtk_print_operation_set_custom_tab_label (operation, _ ("Page"));

  return self;
}

const SsmPrintPlan *
ssm_print_get_plan (SsmPrint *self)
{
  g_return_val_if_fail (SSM_IS_PRINT (self), NULL);

  return &self->plan;
}
