/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A key is pressed in a criterion on the canvas: from the edit until the page stands in its
 * blocks, and until the frame is painted, in seconds of processor time of the main thread,
 * the median of many keys. Prints the first; the second goes to stderr, since it depends on
 * what draws the screen. With a second argument, a budget in milliseconds, that is printed
 * instead, as the limit. */

#include "median.h"
#include "ssm-canvas.h"
#include "ssm-file.h"
#include "ssm-map-edit.h"
#include "ssm-xml-read.h"

#include <adwaita.h>
#include <time.h>

#define N_KEYS 101

static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static SsmMap *
read_map (const char *path)
{
  g_autoptr (GBytes) bytes = ssm_file_read (path, SSM_MAX_FILE, NULL);

  return ssm_xml_read (bytes, path, NULL, NULL);
}

static const char *
middle_criterion (const SsmMap *map)
{
  const SsmPart *stage = ssm_map_stage (map, ssm_map_n_stages (map) / 2);

  return ssm_part_id (ssm_part_child (stage, SSM_LIST_EXIT, 0));
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
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb),
                                        &painted);

  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static void
press_keys (SsmDocument *document, GtkWidget *window, double *canvas, double *frame)
{
  g_autofree char *id = g_strdup (middle_criterion (ssm_document_get_map (document)));
  g_autoptr (GString) text = g_string_new ("Buyer");

  for (guint i = 0; i < N_KEYS; i++)
    {
      double start = processor_time ();

      g_string_append_c (text, i % 6 == 0 ? ' ' : 'a' + (char) (i % 26));
      if (text->len > 60)
        g_string_truncate (text, 5);
      ssm_document_apply (document,
                          ssm_map_with_text (ssm_document_get_map (document), id,
                                             SSM_CRITERION_TEXT, text->str),
                          "Edit", "edit");
      canvas[i] = processor_time () - start;
      wait_for_frame (window);
      frame[i] = processor_time () - start;
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (SsmMap) map = NULL;
  g_autoptr (SsmDocument) document = NULL;
  g_autoptr (SsmSelection) selection = NULL;
  double canvas[N_KEYS], frame[N_KEYS];
  GtkWidget *window;

  if (argc > 2)
    {
      g_print ("%.9f\n", g_ascii_strtod (argv[2], NULL) / 1e3);
      return 0;
    }
  if (!gtk_init_check ())
    return 77;

  adw_init ();
  map = read_map (argv[1]);
  document = ssm_document_new (map);
  selection = ssm_selection_new ();
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 900);
  gtk_window_set_child (GTK_WINDOW (window), ssm_canvas_new (document, selection));
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);
  press_keys (document, window, canvas, frame);
  g_print ("%.9f\n", median (canvas, N_KEYS));
  g_printerr ("painted %.2f ms\n", median (frame, N_KEYS) * 1e3);
  gtk_window_destroy (GTK_WINDOW (window));
  ssm_document_discard_draft (document);
  return 0;
}
