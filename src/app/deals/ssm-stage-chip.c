/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-stage-chip.h"

/* Entries of the palette. */
#define N_COLOURS 8

GtkWidget *
ssm_stage_chip_new (void)
{
  GtkWidget *chip = gtk_label_new (NULL);

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

void
ssm_stage_chip_show (GtkWidget *chip, const SsmMap *map, guint index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);

  gtk_label_set_text (GTK_LABEL (chip), number);
  ssm_stage_chip_colour (chip, map, index);
}

void
ssm_stage_chip_colour (GtkWidget *widget, const SsmMap *map, guint index)
{
  guint colour = ssm_map_stage_colour (map, index);

  gtk_widget_add_css_class (widget, "stage-chip");
  for (guint i = 0; i < N_COLOURS; i++)
    {
      g_autofree char *css_class = g_strdup_printf ("stage-%u", i + 1);

      if (i == colour)
        gtk_widget_add_css_class (widget, css_class);
      else
        gtk_widget_remove_css_class (widget, css_class);
    }
}
