/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-bring-in.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-clipboard.h"
#include "ssm-file-choice.h"
#include "ssm-read.h"

typedef enum
{
  FORM_NONE,
  FORM_TEXT,
  FORM_VALUES, /* parted by commas and the like */
  FORM_HTML
} Form;

static const struct
{
  const char *ending;
  Form form;
} endings[] = {
  { ".txt", FORM_TEXT },   { ".text", FORM_TEXT },  { ".md", FORM_TEXT },
  { ".markdown", FORM_TEXT }, { ".csv", FORM_VALUES }, { ".tsv", FORM_VALUES },
  { ".tab", FORM_VALUES }, { ".html", FORM_HTML },  { ".htm", FORM_HTML },
};

static Form
form_of (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *small = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; small != NULL && i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (small, endings[i].ending))
        return endings[i].form;
    }
  return FORM_NONE;
}

gboolean
ssm_bring_in_knows (GFile *file)
{
  return form_of (file) != FORM_NONE;
}

/* (transfer full) */
static SsmPasted *
pasted_of (Form form, const char *text, gsize length)
{
  SsmPasted *pasted = form == FORM_HTML ? ssm_pasted_new_html (text, length) : NULL;

  if (pasted == NULL)
    pasted = ssm_pasted_new_text (text, length);
  if (form == FORM_VALUES && pasted->fragment == NULL)
    {
      g_autofree char *values = pasted->text;

      pasted->text = ssm_csv_to_plain (values);
    }
  return pasted;
}

static void
show_new_map (SsmWindow *window, const SsmPasted *pasted)
{
  g_autoptr (SsmMap) map = ssm_pasted_map_new (pasted);
  g_autoptr (SsmDocument) document = NULL;

  if (map == NULL)
    {
      ssm_window_toast (window, _ ("There are no words in it."), NULL, NULL);
      return;
    }
  document = ssm_document_new (map);
  ssm_window_show_document (window, document);
}

typedef struct
{
  SsmWindow *window;
  GFile *file;
  double x, y;
  char *buffer;
} Bringing;

static void
bringing_free (Bringing *bringing)
{
  g_object_unref (bringing->window);
  g_object_unref (bringing->file);
  g_free (bringing->buffer);
  g_free (bringing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bringing, bringing_free)

static gboolean
is_closed (const Bringing *bringing)
{
  return gtk_window_get_application (GTK_WINDOW (bringing->window)) == NULL;
}

static void
say_failure (const Bringing *bringing, const GError *error)
{
  g_autofree char *name = ssm_file_choice_name (bringing->file);
  /* Translators: the name of a file, and what the system says of it */
  g_autofree char *words
    = g_strdup_printf (_ ("Could not read “%s”: %s"), name, error->message);

  ssm_window_toast (bringing->window, words, NULL, NULL);
}

static void
paste (const Bringing *bringing, gsize length)
{
  g_autoptr (SsmPasted) pasted
    = pasted_of (form_of (bringing->file), bringing->buffer, length);
  SsmEditor *editor = ssm_window_get_editor (bringing->window);
  SsmCanvas *canvas;
  double x, y;

  if (editor == NULL)
    {
      show_new_map (bringing->window, pasted);
      return;
    }
  canvas = ssm_map_view_get_canvas (ssm_editor_get_view (editor));
  if (gtk_widget_translate_coordinates (GTK_WIDGET (bringing->window), GTK_WIDGET (canvas),
                                        bringing->x, bringing->y, &x, &y))
    ssm_canvas_paste_at (canvas, pasted, x, y);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Bringing) bringing = data;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, &error);
  if (is_closed (bringing))
    return;
  if (error != NULL)
    {
      say_failure (bringing, error);
      return;
    }
  bringing->buffer[length] = '\0';
  paste (bringing, length);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Bringing) bringing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, &error);

  if (is_closed (bringing))
    return;
  if (stream == NULL)
    {
      say_failure (bringing, error);
      return;
    }
  /* One more byte tells that there is more. */
  bringing->buffer = g_malloc (SSM_MAX_PASTE + 2);
  g_input_stream_read_all_async (G_INPUT_STREAM (stream), bringing->buffer,
                                 SSM_MAX_PASTE + 1, G_PRIORITY_DEFAULT, NULL, read_cb,
                                 bringing);
  g_steal_pointer (&bringing);
}

void
ssm_bring_in_file (SsmWindow *window, GFile *file, double x, double y)
{
  Bringing *bringing = g_new0 (Bringing, 1);

  bringing->window = g_object_ref (window);
  bringing->file = g_object_ref (file);
  bringing->x = x;
  bringing->y = y;
  g_file_read_async (file, G_PRIORITY_DEFAULT, NULL, opened_cb, bringing);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmWindow) window = data;
  g_autoptr (SsmPasted) pasted = ssm_clipboard_read_finish (result);

  if (gtk_window_get_application (GTK_WINDOW (window)) == NULL
      || ssm_window_get_document (window) != NULL)
    return;
  if (pasted != NULL)
    show_new_map (window, pasted);
  else
    ssm_window_toast (window, _ ("There are no words on the clipboard."), NULL, NULL);
}

void
ssm_bring_in_clipboard (SsmWindow *window)
{
  ssm_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), FALSE,
                            clipboard_read_cb, g_object_ref (window));
}
