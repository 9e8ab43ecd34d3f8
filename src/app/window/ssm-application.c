/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <unistd.h>

#include "ssm-about.h"
#include "ssm-actions.h"
#include "ssm-app-resources.h"
#include "ssm-help.h"
#include "ssm-accessible-names.h"
#include "ssm-open.h"
#include "ssm-preferences-window.h"
#include "ssm-settings.h"
#include "ssm-shortcuts-window.h"
#include "ssm-state.h"
#include "ssm-window.h"

/* Seconds that the last draft may take before a signal ends the program anyway. */
#define PATIENCE 2

struct _SsmApplication
{
  AdwApplication parent_instance;

  int signal_number;
};

G_DEFINE_FINAL_TYPE (SsmApplication, ssm_application, ADW_TYPE_APPLICATION)

static void
flush_drafts (SsmApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    if (SSM_IS_WINDOW (link->data) && ssm_window_get_document (link->data) != NULL)
      ssm_document_flush_draft (ssm_window_get_document (link->data));
}

/* A disk that hangs must not keep the program; a second signal ends it at once. */
static void
end_by_signal (SsmApplication *self, int number)
{
  signal (number, SIG_DFL);
  signal (SIGALRM, SIG_DFL);
  alarm (PATIENCE);
  self->signal_number = number;
  flush_drafts (self);
  g_application_quit (G_APPLICATION (self));
}

static gboolean
terminated_cb (gpointer data)
{
  end_by_signal (data, SIGTERM);
  return G_SOURCE_REMOVE;
}

static gboolean
interrupted_cb (gpointer data)
{
  end_by_signal (data, SIGINT);
  return G_SOURCE_REMOVE;
}

static gboolean
hung_up_cb (gpointer data)
{
  end_by_signal (data, SIGHUP);
  return G_SOURCE_REMOVE;
}

static SsmWindow *
window_new (SsmApplication *self)
{
  SsmWindow *window = ssm_window_new (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
new_window_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  window_new (data);
}

/* Each window asks for itself; the program ends with the last one. */
static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autolist (GtkWindow) windows = g_list_copy (gtk_application_get_windows (data));

  /* Closing a window may destroy its dialogs, which are in the list, too. */
  for (GList *link = windows; link != NULL; link = link->next)
    g_object_ref (link->data);
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static void
shortcuts_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (ssm_shortcuts_window_new (gtk_application_get_active_window (data)));
}

static void
preferences_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (data);
  GtkWindow *window = ssm_preferences_window_new (parent);

  if (SSM_IS_WINDOW (parent))
    /* A start page may show drafts that were cleared. */
    g_signal_connect_object (window, "destroy", G_CALLBACK (ssm_window_refresh_start), parent,
                             G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
help_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ssm_help_show (gtk_application_get_active_window (data));
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (ssm_about_window_new (gtk_application_get_active_window (data)));
}

static void
apply_style (const char *style)
{
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
style_changed (GSimpleAction *action, GVariant *state, gpointer data)
{
  const char *style = g_variant_get_string (state, NULL);

  ssm_settings_set_style (style);
  apply_style (ssm_settings_get_style ());
  g_simple_action_set_state (action, g_variant_new_string (ssm_settings_get_style ()));
}

static const GActionEntry entries[] = {
  { "new-window", new_window_activated },
  { "quit", quit_activated },
  { "shortcuts", shortcuts_activated },
  { "preferences", preferences_activated },
  { "help", help_activated },
  { "about", about_activated },
  { "style", NULL, "s", "'system'", style_changed },
};

/* The session ends: what is not saved yet is in drafts, and nothing is asked. */
static void
query_end_cb (SsmApplication *self)
{
  flush_drafts (self);
}

static void
ssm_application_startup (GApplication *application)
{
  SsmApplication *self = SSM_APPLICATION (application);
  GAction *style;

  G_APPLICATION_CLASS (ssm_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  ssm_actions_set_accels (GTK_APPLICATION (self));
  ssm_accessible_names_watch ();
  style = g_action_map_lookup_action (G_ACTION_MAP (self), "style");
  g_simple_action_set_state (G_SIMPLE_ACTION (style),
                             g_variant_new_string (ssm_settings_get_style ()));
  apply_style (ssm_settings_get_style ());
  gtk_window_set_default_icon_name (g_application_get_application_id (application));
  g_signal_connect (self, "query-end", G_CALLBACK (query_end_cb), NULL);
  g_unix_signal_add (SIGTERM, terminated_cb, self);
  g_unix_signal_add (SIGINT, interrupted_cb, self);
  g_unix_signal_add (SIGHUP, hung_up_cb, self);
}

static void
ssm_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    window_new (SSM_APPLICATION (application));
}

/* A window is made where there is none. It shows itself when there is something to show: the
 * map, or what is wrong with the file. */
static void
ssm_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  SsmWindow *window = NULL;

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (application));
       link != NULL && window == NULL; link = link->next)
    if (SSM_IS_WINDOW (link->data))
      window = link->data;
  if (window == NULL)
    window = ssm_window_new (GTK_APPLICATION (application));
  for (int i = 0; i < n_files; i++)
    ssm_open_file (window, files[i]);
}

static int
ssm_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("sales-system-map %s\n", SSM_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "safe"))
    {
      ssm_state_ignore ();
      /* One that runs already has read its state. */
      g_application_set_flags (application, g_application_get_flags (application)
                                                | G_APPLICATION_NON_UNIQUE);
    }

  return -1;
}

static void
ssm_application_class_init (SsmApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = ssm_application_startup;
  application_class->activate = ssm_application_activate;
  application_class->open = ssm_application_open;
  application_class->handle_local_options = ssm_application_handle_local_options;
}

static void
ssm_application_init (SsmApplication *self)
{
  ssm_app_register_resource ();
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE,
                                 _ ("Print the version and exit"), NULL);
  g_application_add_main_option (G_APPLICATION (self), "safe", 0, 0, G_OPTION_ARG_NONE,
                                 _ ("Start without what is remembered of earlier times"),
                                 NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

SsmApplication *
ssm_application_new (void)
{
  return g_object_new (SSM_TYPE_APPLICATION,
                       "application-id", "org.salesmap.SalesSystemMap",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/salesmap/SalesSystemMap",
                       "register-session", TRUE,
                       NULL);
}

int
ssm_application_get_signal (SsmApplication *self)
{
  g_return_val_if_fail (SSM_IS_APPLICATION (self), 0);

  return self->signal_number;
}
