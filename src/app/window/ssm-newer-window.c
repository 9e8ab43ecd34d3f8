/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-newer-window.h"

#include <glib/gi18n-lib.h>

#include "ssm-convert.h"
#include "ssm-file-choice.h"
#include "ssm-map-page.h"
#include "ssm-page-view.h"
#include "ssm-resources.h"
#include "ssm-state.h"

struct _SsmNewerWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *words;
  SsmPageView *page;
};

G_DEFINE_FINAL_TYPE (SsmNewerWindow, ssm_newer_window, ADW_TYPE_APPLICATION_WINDOW)

static void
ssm_newer_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SSM_TYPE_NEWER_WINDOW);
  G_OBJECT_CLASS (ssm_newer_window_parent_class)->dispose (object);
}

static void
ssm_newer_window_class_init (SsmNewerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_newer_window_dispose;

  g_type_ensure (SSM_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-newer-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmNewerWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SsmNewerWindow, words);
  gtk_widget_class_bind_template_child (widget_class, SsmNewerWindow, page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK,
                                       "window.close", NULL);
}

static void
ssm_newer_window_init (SsmNewerWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The page is a picture: who cannot see it hears its words. */
static void
show_map (SsmNewerWindow *self, SsmMap *map)
{
  const SsmLanguage *language = ssm_resources_words (ssm_map_language (map));
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
  g_autofree char *text = ssm_map_to_text (map, language);

  ssm_page_view_set_page (self->page, page, _ ("Page"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

GtkWindow *
ssm_newer_window_new (GtkApplication *application, SsmMap *map, GFile *file)
{
  SsmNewerWindow *self = g_object_new (SSM_TYPE_NEWER_WINDOW, "application", application,
                                       NULL);
  g_autofree char *name = ssm_file_choice_name (file);

  ssm_state_restore_size (GTK_WINDOW (self));
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_window_title_set_title (self->title, name);
  show_map (self, map);
  gtk_window_set_focus (GTK_WINDOW (self), self->words);
  gtk_label_select_region (GTK_LABEL (self->words), 0, 0);
  return GTK_WINDOW (self);
}
