/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-tab-hint.h"

#include <glib/gi18n-lib.h>

#include "ssm-state.h"

/* Whoever has used Tab so often knows it. */
#define TABS_TO_LEARN 3

/* Seconds in which the hint has been read, or is not wanted. */
#define SECONDS 20

struct _SsmTabHint
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  guint n_tabs;
  guint source; /* timeout that takes the hint away */
};

G_DEFINE_FINAL_TYPE (SsmTabHint, ssm_tab_hint, GTK_TYPE_WIDGET)

static void
take_away (SsmTabHint *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static gboolean
time_is_up_cb (gpointer data)
{
  SsmTabHint *self = data;

  self->source = 0;
  take_away (self);
  return G_SOURCE_REMOVE;
}

static void
ssm_tab_hint_dispose (GObject *object)
{
  SsmTabHint *self = SSM_TAB_HINT (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
  self->revealer = NULL;
  G_OBJECT_CLASS (ssm_tab_hint_parent_class)->dispose (object);
}

static void
ssm_tab_hint_class_init (SsmTabHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_tab_hint_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
ssm_tab_hint_init (SsmTabHint *self)
{
  GtkWidget *label = gtk_label_new (_ ("Tab goes to the next text. Type to replace it."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "hint");
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->revealer, label);
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
  /* What lies beside it can be clicked. */
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

void
ssm_tab_hint_show (SsmTabHint *self)
{
  g_return_if_fail (SSM_IS_TAB_HINT (self));

  if (ssm_state_knows_tab ())
    return;

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_seconds (SECONDS, time_is_up_cb, self);
}

void
ssm_tab_hint_stepped (SsmTabHint *self)
{
  g_return_if_fail (SSM_IS_TAB_HINT (self));

  if (++self->n_tabs != TABS_TO_LEARN || !gtk_revealer_get_reveal_child (self->revealer))
    return;

  take_away (self);
  ssm_state_set_knows_tab ();
}
