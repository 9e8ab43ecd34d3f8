/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-tab-stop.h"

struct _SsmTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (SsmTabStop, ssm_tab_stop, ADW_TYPE_BIN)

static gboolean
ssm_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (child == NULL || (is_tab && gtk_widget_get_focus_child (widget) != NULL))
    return FALSE;

  return gtk_widget_child_focus (child, direction);
}

static void
ssm_tab_stop_class_init (SsmTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = ssm_tab_stop_focus;
}

static void
ssm_tab_stop_init (SsmTabStop *self)
{
}
