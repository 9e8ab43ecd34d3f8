/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-state.h"

#define STATE "state.ini"
#define WINDOW "window"
#define INTERFACE "interface"

enum
{
  DEFAULT_WIDTH = 1440,
  DEFAULT_HEIGHT = 900,
  MIN_WIDTH = 360,
  MIN_HEIGHT = 294,
  MAX_SIDE = 16384
};

static gboolean ignored = FALSE;

/* Read anew for each question: two windows of two programs may both have written. */
static GKeyFile *
load (void)
{
  return ssm_state_load (STATE);
}

static void
store (GKeyFile *file)
{
  ssm_state_store (file, STATE);
}

/* (transfer full): in a folder that is made if it is not there. */
static char *
path_of (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "salesmap", NULL);

  g_mkdir_with_parents (folder, 0700);

  return g_build_filename (folder, name, NULL);
}

/* A side that no screen has comes from a damaged file. */
static int
read_side (GKeyFile *file, const char *key, int fallback, int smallest)
{
  int side = g_key_file_get_integer (file, WINDOW, key, NULL);

  return side >= smallest && side <= MAX_SIDE ? side : fallback;
}

/* The largest area a window can have, so that one remembered from a big screen does not
 * hang over the edge of a small one. */
static void
find_work_area (GtkWindow *window, int *width, int *height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window)));

  *width = *height = 0;
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      *width = MAX (*width, area.width);
      *height = MAX (*height, area.height);
    }
}

GKeyFile *
ssm_state_load (const char *name)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = path_of (name);

  if (!ignored)
    g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);

  return file;
}

void
ssm_state_store (GKeyFile *file, const char *name)
{
  g_autofree char *path = path_of (name);
  gsize length;
  g_autofree char *contents = g_key_file_to_data (file, &length, NULL);

  if (ignored)
    return;
  g_file_set_contents_full (path, contents, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                            NULL);
}

void
ssm_state_drop_oldest (GKeyFile *file, guint most)
{
  gsize n;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n);

  while (n > most)
    {
      guint oldest = 0;

      for (guint i = 1; i < n; i++)
        if (g_key_file_get_int64 (file, groups[i], SSM_STATE_TIME, NULL)
            < g_key_file_get_int64 (file, groups[oldest], SSM_STATE_TIME, NULL))
          oldest = i;
      g_key_file_remove_group (file, groups[oldest], NULL);
      g_clear_pointer (&groups, g_strfreev);
      groups = g_key_file_get_groups (file, &n);
    }
}

void
ssm_state_ignore (void)
{
  ignored = TRUE;
}

void
ssm_state_restore_size (GtkWindow *window)
{
  g_autoptr (GKeyFile) file = load ();
  int width = read_side (file, "width", DEFAULT_WIDTH, MIN_WIDTH);
  int height = read_side (file, "height", DEFAULT_HEIGHT, MIN_HEIGHT);
  int most_width, most_height;

  find_work_area (window, &most_width, &most_height);
  if (most_width > 0)
    {
      width = MIN (width, most_width);
      height = MIN (height, most_height);
    }
  gtk_window_set_default_size (window, width, height);
  if (g_key_file_get_boolean (file, WINDOW, "maximized", NULL))
    gtk_window_maximize (window);
}

void
ssm_state_remember_size (GtkWindow *window)
{
  g_autoptr (GKeyFile) file = load ();
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  if (width > 0 && height > 0)
    {
      g_key_file_set_integer (file, WINDOW, "width", width);
      g_key_file_set_integer (file, WINDOW, "height", height);
    }
  g_key_file_set_boolean (file, WINDOW, "maximized", gtk_window_is_maximized (window));
  store (file);
}

gboolean
ssm_state_knows_tab (void)
{
  g_autoptr (GKeyFile) file = load ();

  return g_key_file_get_boolean (file, INTERFACE, "knows-tab", NULL);
}

void
ssm_state_set_knows_tab (void)
{
  g_autoptr (GKeyFile) file = load ();

  g_key_file_set_boolean (file, INTERFACE, "knows-tab", TRUE);
  store (file);
}

gboolean
ssm_state_get_inspector (void)
{
  g_autoptr (GKeyFile) file = load ();

  return !g_key_file_has_key (file, INTERFACE, "inspector", NULL)
         || g_key_file_get_boolean (file, INTERFACE, "inspector", NULL);
}

void
ssm_state_set_inspector (gboolean open)
{
  g_autoptr (GKeyFile) file = load ();

  g_key_file_set_boolean (file, INTERFACE, "inspector", open);
  store (file);
}
