/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-help.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define HELP_URI "help:" GETTEXT_PACKAGE

/* Below the folder of the program: where it was installed, and where it was built. */
static const char * const places[] = { "../share/salesmap/help", "../../data/help" };

/* (transfer full): the file of the first page as HTML, or NULL. */
static char *
find_index (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : g_strdup (".");
  g_autofree char *installed = g_build_filename (HELPDIR, "index.html", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *joined = g_build_filename (folder, places[i], "index.html", NULL);

      if (g_file_test (joined, G_FILE_TEST_IS_REGULAR))
        return g_canonicalize_filename (joined, NULL);
    }

  return g_file_test (installed, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&installed) : NULL;
}

/* A viewer alone is not enough: it must find our pages. */
static gboolean
has_viewer (void)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");
  const char * const *folders = g_get_system_data_dirs ();

  for (guint i = 0; viewer != NULL && folders[i] != NULL; i++)
    {
      g_autofree char *pages = g_build_filename (folders[i], "help", "C", GETTEXT_PACKAGE, NULL);

      if (g_file_test (pages, G_FILE_TEST_IS_DIR))
        return TRUE;
    }

  return FALSE;
}

static void
say_where (GtkWindow *parent)
{
  g_autofree char *file = find_index ();
  g_autofree char *words = NULL;
  GtkWidget *dialog;

  if (file != NULL)
    words = g_strdup_printf (_ ("No program is set up to show it. Open this file in any "
                                "browser: %s"),
                             file);
  dialog = adw_message_dialog_new (parent, _ ("The manual cannot be shown"),
                                   words != NULL ? words : _ ("It is not installed."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
page_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    say_where (GTK_WINDOW (source));
}

static void
show_page (GtkWindow *parent)
{
  g_autofree char *file = find_index ();
  g_autofree char *uri = file != NULL ? g_filename_to_uri (file, NULL, NULL) : NULL;

  if (uri != NULL)
    gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, page_shown_cb, NULL);
  else
    say_where (parent);
}

static void
viewer_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    show_page (GTK_WINDOW (source));
}

void
ssm_help_show (GtkWindow *parent)
{
  if (has_viewer ())
    gtk_show_uri_full (parent, HELP_URI, GDK_CURRENT_TIME, NULL, viewer_shown_cb, NULL);
  else
    show_page (parent);
}
