/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-status-bar.h"

#include <glib/gi18n-lib.h>

#include "ssm-paper.h"
#include "ssm-self-check-popover.h"

/* Below this the page fits, but is hard to read on a wall. */
#define SMALL_TEXT_PT 8.0

struct _SsmStatusBar
{
  GtkWidget parent_instance;

  SsmDocument *document;
  SsmSelection *selection;
  SsmMapView *view;

  GtkWidget *content;
  GtkWidget *fit_icon;
  GtkLabel *fit;
  GtkWidget *detail_place;
  GtkLabel *detail;
  GtkWidget *show;
  GtkWidget *check_icon;
  GtkLabel *check;
  GtkWidget *check_button;
  SsmSelfCheckPopover *check_popover;
  GtkWidget *of_page; /* what is said only while the page is seen */
  GtkWidget *position_place;
  GtkLabel *position;
  GtkLabel *zoom;
  GtkWidget *zoom_button;
};

G_DEFINE_FINAL_TYPE (SsmStatusBar, ssm_status_bar, GTK_TYPE_WIDGET)

static void
set_mark (GtkWidget *icon, gboolean good)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                good ? "object-select-symbolic" : "ssm-attention-symbolic");
  gtk_widget_remove_css_class (icon, good ? "attention" : "good");
  gtk_widget_add_css_class (icon, good ? "good" : "attention");
}

static void
show_fit (SsmStatusBar *self, SsmPage *page)
{
  const SsmFit *fit = ssm_page_fit (page);
  g_autofree char *problem = ssm_fit_problem (fit);
  g_autofree char *paper = ssm_paper_describe (ssm_document_get_map (self->document), page);
  g_autofree char *detail = NULL;
  g_autofree char *words = NULL;

  if (problem != NULL)
    words = g_strdup (problem);
  else if (fit->body_pt < SMALL_TEXT_PT)
    words = g_strdup_printf (_ ("Fits one page, text is small (%.1f pt)"), fit->body_pt);
  else
    words = g_strdup (_ ("Fits one page"));
  if (problem != NULL)
    /* Translators: paper and orientation, "A4 landscape"; the size is in points */
    detail = g_strdup_printf (_ ("%s · shown too small to print (%.1f pt)"), paper,
                              fit->smallest_pt);
  else
    /* Translators: paper and orientation, "A4 landscape"; the size is in points */
    detail = g_strdup_printf (_ ("%s · smallest text %.1f pt"), paper, fit->smallest_pt);
  set_mark (self->fit_icon, problem == NULL && fit->body_pt >= SMALL_TEXT_PT);
  gtk_label_set_text (self->fit, words);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_visible (self->show, problem != NULL && fit->stage >= 0);
  if (problem != NULL && fit->stage >= 0)
    gtk_actionable_set_action_target (
        GTK_ACTIONABLE (self->show), "s",
        ssm_part_id (ssm_map_stage (ssm_document_get_map (self->document), fit->stage)));
}

static void
show_check (SsmStatusBar *self, SsmPage *page)
{
  g_autofree char *problem = ssm_fit_problem (ssm_page_fit (page));
  g_autoptr (SsmSelfCheck) check =
      ssm_self_check_new (ssm_document_get_map (self->document), problem, 0);
  g_autofree char *words = g_strdup_printf (_ ("Self-check %u of %u"), check->n_ok,
                                            (guint) SSM_N_CHECKS);

  set_mark (self->check_icon, check->n_ok == SSM_N_CHECKS);
  gtk_label_set_text (self->check, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  ssm_self_check_popover_update (self->check_popover, check,
                                 ssm_document_get_map (self->document));
}

static void
page_changed_cb (SsmStatusBar *self)
{
  SsmPage *page = ssm_map_view_get_page (self->view);

  if (page == NULL)
    return;
  show_fit (self, page);
  show_check (self, page);
}

static void
selection_changed_cb (SsmStatusBar *self)
{
  SsmMap *map = ssm_document_get_map (self->document);
  g_autofree char *words = NULL;
  guint index;

  if (ssm_map_stage_of (map, ssm_selection_get_id (self->selection), &index) != NULL)
    words = g_strdup_printf (_ ("Stage %u of %u"), index + 1, ssm_map_n_stages (map));
  gtk_label_set_text (self->position, words != NULL ? words : "");
}

static void
zoom_changed_cb (SsmStatusBar *self)
{
  double zoom;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_object_get (self->view, "zoom", &zoom, NULL);
  words = g_strdup_printf (_ ("%.0f%%"), zoom * 100);
  name = g_strdup_printf (_ ("Zoom, %s"), words);
  gtk_label_set_text (self->zoom, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
page_seen_cb (SsmStatusBar *self)
{
  gtk_widget_set_visible (self->of_page, gtk_widget_get_mapped (GTK_WIDGET (self->view)));
}

static void
ssm_status_bar_dispose (GObject *object)
{
  SsmStatusBar *self = SSM_STATUS_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_STATUS_BAR);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_weak_pointer (&self->view);
  G_OBJECT_CLASS (ssm_status_bar_parent_class)->dispose (object);
}

static void
ssm_status_bar_class_init (SsmStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_status_bar_dispose;

  g_type_ensure (SSM_TYPE_SELF_CHECK_POPOVER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, content);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, fit_icon);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, fit);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, detail_place);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, detail);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, show);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, check_icon);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, check);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, check_button);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, check_popover);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, of_page);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, position_place);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, position);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, zoom);
  gtk_widget_class_bind_template_child (widget_class, SsmStatusBar, zoom_button);
}

static void
ssm_status_bar_init (SsmStatusBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ssm_status_bar_follow (SsmStatusBar *self, SsmDocument *document, SsmSelection *selection,
                       SsmMapView *view)
{
  g_return_if_fail (SSM_IS_STATUS_BAR (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->selection = g_object_ref (selection);
  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (view, "notify::page", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::zoom", G_CALLBACK (zoom_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "map", G_CALLBACK (page_seen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "unmap", G_CALLBACK (page_seen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::map", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  page_seen_cb (self);
  page_changed_cb (self);
  selection_changed_cb (self);
  zoom_changed_cb (self);
}

/* What is squeezed out is given room all the same, which the rest would lack. */
void
ssm_status_bar_set_narrow (SsmStatusBar *self, gboolean narrow)
{
  g_return_if_fail (SSM_IS_STATUS_BAR (self));

  gtk_widget_set_visible (self->detail_place, !narrow);
  gtk_widget_set_visible (self->position_place, !narrow);
}
