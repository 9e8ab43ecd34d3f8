/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zooming and scrolling show what was laid out before. The linker lets every page and every
 * text that is laid out be counted here. */

#include "ssm-map-view.h"

#include <adwaita.h>

#include "sample.h"
#include "ssm-app-resources.h"
#include "ssm-map-edit.h"
#include "ssm-map-page.h"
#include "ssm-text.h"

SsmPage *__real_ssm_map_page_new (const SsmMap *map, const SsmPageOptions *options);
SsmPage *__wrap_ssm_map_page_new (const SsmMap *map, const SsmPageOptions *options);
SsmText *__real_ssm_text_get (const char *text, SsmFace face, const char *language,
                              gboolean rtl);
SsmText *__wrap_ssm_text_get (const char *text, SsmFace face, const char *language,
                              gboolean rtl);

static guint n_pages, n_texts;

SsmPage *
__wrap_ssm_map_page_new (const SsmMap *map, const SsmPageOptions *options)
{
  n_pages++;
  return __real_ssm_map_page_new (map, options);
}

SsmText *
__wrap_ssm_text_get (const char *text, SsmFace face, const char *language, gboolean rtl)
{
  n_texts++;
  return __real_ssm_text_get (text, face, language, rtl);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong id;

  gtk_widget_queue_draw (window);
  id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static void
scroll (SsmMapView *view, GtkWidget *window)
{
  GtkScrolledWindow *scroller = ssm_map_view_get_scroller (view);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  double start = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  wait_for_frame (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, start);
  gtk_adjustment_set_value (adjustment, 0);
  wait_for_frame (window);
}

static void
test_nothing_is_laid_out_anew (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autoptr (SsmDocument) document = ssm_document_new (map);
  g_autoptr (SsmSelection) selection = ssm_selection_new ();
  SsmMapView *view = ssm_map_view_new (document, selection);
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);
  g_assert_cmpuint (n_pages, >, 0);
  g_assert_cmpuint (n_texts, >, 0);

  n_pages = n_texts = 0;
  for (guint i = 0; i < 6; i++)
    {
      ssm_map_view_zoom_in (view);
      wait_for_frame (window);
    }
  scroll (view, window);
  ssm_map_view_zoom_fit (view);
  wait_for_frame (window);
  g_assert_cmpuint (n_pages, ==, 0);
  g_assert_cmpuint (n_texts, ==, 0);

  /* The count is true: an edit lays out one page. */
  ssm_document_apply (document, ssm_map_with_text (map, "s-a", SSM_STAGE_NAME, "New"), "Edit",
                      NULL);
  g_assert_cmpuint (n_pages, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  ssm_document_discard_draft (document);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("ssm-map-view-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  adw_init ();
  ssm_app_register_resource ();
  g_test_add_func ("/app/map-view/nothing-is-laid-out-anew", test_nothing_is_laid_out_anew);
  return g_test_run ();
}
