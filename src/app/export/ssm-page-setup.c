/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-page-setup.h"

#include <glib/gi18n-lib.h>

#define MM_PER_POINT (25.4 / 72)

/* (transfer full): the paper that GTK knows by this size, so that its dialog shows a name. */
static GtkPaperSize *
find_size (double width, double height)
{
  static const char * const names[] = { "iso_a4", "na_letter", "iso_a3", "iso_a5", "na_legal" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkPaperSize *size = gtk_paper_size_new (names[i]);

      if (ABS (gtk_paper_size_get_width (size, GTK_UNIT_MM) - width) < 1
          && ABS (gtk_paper_size_get_height (size, GTK_UNIT_MM) - height) < 1)
        return size;
      gtk_paper_size_free (size);
    }

  return gtk_paper_size_new_custom ("map", _ ("Paper of the map"), width, height, GTK_UNIT_MM);
}

GtkPageSetup *
ssm_page_setup_new (const SsmPage *page)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size;
  double width, height;

  ssm_page_get_size (page, &width, &height);
  size = find_size (MIN (width, height) * MM_PER_POINT, MAX (width, height) * MM_PER_POINT);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);

  return setup;
}
