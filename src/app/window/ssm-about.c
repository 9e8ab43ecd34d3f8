/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What a report of a fault should tell: versions, the kind of desktop, the language. No
 * path and no name, so that it can be sent as it is. */
static char *
describe_system (GtkWindow *parent)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (parent));
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (parent));
  g_autofree char *theme = NULL;
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  g_object_get (settings, "gtk-theme-name", &theme, NULL);

  return g_strdup_printf (
      "Sales System Map %s\n\n"
      "GTK %u.%u.%u\n"
      "libadwaita %u.%u.%u\n"
      "GLib %u.%u.%u\n"
      "Pango %s\n"
      "cairo %s\n"
      "libxml2 %s\n\n"
      "System: %s\n"
      "Display: %s, scale %d\n"
      "Theme: %s\n"
      "Language: %s\n",
      SSM_VERSION, gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
      adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
      glib_major_version, glib_minor_version, glib_micro_version, pango_version_string (),
      cairo_version_string (), SSM_XML_VERSION, system != NULL ? system : "?",
      G_OBJECT_TYPE_NAME (display), gtk_widget_get_scale_factor (GTK_WIDGET (parent)), theme,
      pango_language_to_string (gtk_get_default_language ()));
}

GtkWindow *
ssm_about_window_new (GtkWindow *parent)
{
  g_autofree char *system = describe_system (parent);

  return g_object_new (
      ADW_TYPE_ABOUT_WINDOW,
      "title", _ ("About Sales System Map"),
      "transient-for", parent,
      "modal", TRUE,
      "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG,
      "application-name", _ ("Sales System Map"),
      "application-icon", g_application_get_application_id (g_application_get_default ()),
      "developer-name", _ ("The Sales System Map authors"),
      "version", SSM_VERSION,
      "comments", _ ("The sales system of a team on one page"),
      "copyright", _ ("© 2026 The Sales System Map authors"),
      "license-type", GTK_LICENSE_GPL_3_0,
      /* Translators: your names, one a line */
      "translator-credits", _ ("translator-credits"),
      "debug-info", system,
      "debug-info-filename", "sales-system-map.txt",
      NULL);
}
