/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-page-print.h"

#include "ssm-page-setup.h"
#include "ssm-paint.h"

struct _SsmPagePrint
{
  GtkPrintOperation parent_instance;

  SsmPage *page;
};

G_DEFINE_FINAL_TYPE (SsmPagePrint, ssm_page_print, GTK_TYPE_PRINT_OPERATION)

/* Never larger than it is, and in the middle across the sheet. */
static void
ssm_page_print_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number)
{
  SsmPagePrint *self = SSM_PAGE_PRINT (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double room = gtk_print_context_get_width (context);
  double depth = gtk_print_context_get_height (context);
  double width, height, scale;

  ssm_page_get_size (self->page, &width, &height);
  scale = MIN (1, MIN (room / width, depth / height));
  cairo_translate (cr, (room - width * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  ssm_paint_page (self->page, cr);
}

static void
ssm_page_print_finalize (GObject *object)
{
  g_clear_pointer (&SSM_PAGE_PRINT (object)->page, ssm_page_unref);
  G_OBJECT_CLASS (ssm_page_print_parent_class)->finalize (object);
}

static void
ssm_page_print_class_init (SsmPagePrintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ssm_page_print_finalize;
  GTK_PRINT_OPERATION_CLASS (klass)->draw_page = ssm_page_print_draw_page;
}

static void
ssm_page_print_init (SsmPagePrint *self)
{
}

SsmPagePrint *
ssm_page_print_new (SsmPage *page, const char *name)
{
  SsmPagePrint *self = g_object_new (SSM_TYPE_PAGE_PRINT, NULL);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  g_autoptr (GtkPageSetup) setup = ssm_page_setup_new (page);

  self->page = ssm_page_ref (page);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, name);
  return self;
}
