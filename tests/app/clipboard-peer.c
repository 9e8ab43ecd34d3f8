/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Another program at the clipboard: "put TYPE FILE [TYPE FILE…]" offers files until it is
 * killed, "get TYPE" prints what is offered, "types" the types. */

#include <gtk/gtk.h>

static int status = -1;

static void
fail (const GError *error)
{
  g_printerr ("%s\n", error->message);
  status = 1;
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GMemoryOutputStream *out = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      fail (error);
      return;
    }
  fwrite (g_memory_output_stream_get_data (out), 1,
          g_memory_output_stream_get_data_size (out), stdout);
  status = 0;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream
    = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  if (stream != NULL)
    g_output_stream_splice_async (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, spliced_cb, NULL);
  else
    fail (error);
}

/* Whose the clipboard is, and what is on it, goes round in a moment. */
static void
let_news_go_round (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (10000);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}

static void
put (GdkClipboard *clipboard, int n, char **arguments)
{
  GdkContentProvider *offers[8];
  g_autoptr (GdkContentProvider) all = NULL;
  gsize n_offers = 0;

  for (int i = 0; i + 1 < n && n_offers < G_N_ELEMENTS (offers); i += 2)
    {
      char *contents = NULL;
      gsize length = 0;
      g_autoptr (GBytes) bytes = NULL;

      g_assert_true (g_file_get_contents (arguments[i + 1], &contents, &length, NULL));
      bytes = g_bytes_new_take (contents, length);
      offers[n_offers++] = gdk_content_provider_new_for_bytes (arguments[i], bytes);
    }
  all = gdk_content_provider_new_union (offers, n_offers);
  gdk_clipboard_set_content (clipboard, all);
  let_news_go_round ();
  g_print ("ready\n");
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  GdkClipboard *clipboard;

  gtk_init ();
  clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  let_news_go_round ();

  if (g_strcmp0 (argv[1], "put") == 0)
    put (clipboard, argc - 2, argv + 2);
  else if (g_strcmp0 (argv[1], "types") == 0)
    {
      g_autofree char *types
        = gdk_content_formats_to_string (gdk_clipboard_get_formats (clipboard));

      g_print ("%s\n", types);
      return 0;
    }
  else
    {
      const char *types[] = { argv[2], NULL };

      gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, read_cb, NULL);
    }
  while (status < 0)
    g_main_context_iteration (NULL, TRUE);

  return status;
}
