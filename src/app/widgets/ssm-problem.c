/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-problem.h"

GtkWidget *
ssm_problem_new (GtkWidget *parent)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), gtk_label_new (NULL));
  /* The keyboard stays in the text. */
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_can_focus (popover, FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (popover, parent);
  return popover;
}

void
ssm_problem_show (GtkWidget *problem, const char *words)
{
  GtkWidget *label = gtk_popover_get_child (GTK_POPOVER (problem));

  if (words == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (problem));
      return;
    }
  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_popover_popup (GTK_POPOVER (problem));
}

void
ssm_problem_mark (GtkWidget *frame, GtkWidget *text, gboolean wrong)
{
  g_return_if_fail (GTK_IS_WIDGET (frame) && GTK_IS_WIDGET (text));

  gtk_accessible_update_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (wrong)
    gtk_widget_add_css_class (frame, "error");
  else
    gtk_widget_remove_css_class (frame, "error");
}
