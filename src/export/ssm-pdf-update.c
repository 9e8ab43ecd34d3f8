/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Completes a PDF that cairo wrote by appending what the PDF standard calls an incremental
 * update: changed objects, a table of their places, a new trailer. Reads only what cairo
 * writes: a classic cross-reference table and one dictionary per object. */

#include "ssm-export-private.h"

#include "ssm-io-error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  guint number;
  gsize offset;
} Place;

typedef struct
{
  GString *out;      /* the whole file, growing */
  gsize table;       /* offset of the first entry of cairo's cross-reference table */
  guint n_objects;
  guint root;
  guint information; /* cairo's own */
  gsize table_offset;
  GArray *places;    /* of Place: what the update holds */
} Update;

#define ENTRY_LENGTH 20
#define TAIL_LENGTH 1024

/* The number that follows @key in @text, or 0. */
static guint
number_after (const char *text, const char *key)
{
  const char *found = strstr (text, key);

  return found != NULL ? strtoul (found + strlen (key), NULL, 10) : 0;
}

/* The last occurrence of @word at the end of the file, where the trailer is. */
static const char *
last (const Update *update, const char *word)
{
  gsize length = MIN (update->out->len, TAIL_LENGTH);
  const char *at = update->out->str + update->out->len - length;
  const char *end = update->out->str + update->out->len;
  const char *found = NULL;

  while ((at = memmem (at, (gsize) (end - at), word, strlen (word))) != NULL)
    found = at++;

  return found;
}

static gboolean
find_table (Update *update)
{
  const char *trailer = last (update, "\ntrailer");
  const char *start = last (update, "\nstartxref");
  const char *table;

  if (trailer == NULL || start == NULL)
    return FALSE;

  update->table_offset = number_after (start, "startxref");
  update->root = number_after (trailer, "/Root");
  update->information = number_after (trailer, "/Info");
  update->n_objects = number_after (trailer, "/Size");
  if (update->table_offset + 4 > update->out->len || update->root >= update->n_objects)
    return FALSE;

  table = update->out->str + update->table_offset;
  if (!g_str_has_prefix (table, "xref\n0 "))
    return FALSE;
  table = strchr (table + strlen ("xref\n"), '\n');
  if (table == NULL
      || table + 1 + (gsize) update->n_objects * ENTRY_LENGTH
           > update->out->str + update->out->len)
    return FALSE;

  update->table = table + 1 - update->out->str;
  return TRUE;
}

/* The dictionary of object @number without its closing ">>", or NULL. */
static char *
find_dictionary (const Update *update, guint number, gsize *length)
{
  gsize offset;
  char *object, *end, *close;

  if (number == 0 || number >= update->n_objects)
    return NULL;

  offset = strtoul (update->out->str + update->table + (gsize) number * ENTRY_LENGTH, NULL, 10);
  if (offset >= update->out->len)
    return NULL;

  object = strstr (update->out->str + offset, "<<");
  end = object != NULL ? strstr (object, "endobj") : NULL;
  close = end != NULL ? g_strrstr_len (object, end - object, ">>") : NULL;
  *length = close != NULL ? (gsize) (close - object) : 0;
  return close != NULL ? object : NULL;
}

/* (transfer full): the same as text. */
static char *
open_dictionary (const Update *update, guint number)
{
  gsize length;
  const char *dictionary = find_dictionary (update, number, &length);

  return dictionary != NULL ? g_strndup (dictionary, length) : NULL;
}

/* What cairo says of itself and of the day is replaced, and shall not stay behind either. */
static void
blank_information (Update *update)
{
  gsize length;
  char *dictionary = find_dictionary (update, update->information, &length);

  if (dictionary != NULL)
    memset (dictionary + 2, ' ', length - 2);
}

static void
begin_object (Update *update, guint number)
{
  Place place = { number, update->out->len };

  g_array_append_val (update->places, place);
  g_string_append_printf (update->out, "%u 0 obj\n", number);
}

static void
end_object (Update *update)
{
  g_string_append (update->out, "\nendobj\n");
}

static guint
new_object (Update *update)
{
  guint number = update->n_objects++;

  begin_object (update, number);
  return number;
}

/* A text string of any script: UTF-16 with its mark, in hexadecimal. */
static void
append_text (GString *out, const char *text)
{
  glong length;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  g_string_append (out, "<FEFF");
  for (glong i = 0; i < length; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');
}

static guint
add_stream (Update *update, GBytes *source)
{
  gsize length;
  const char *data = g_bytes_get_data (source, &length);
  guint number = new_object (update);

  g_string_append_printf (update->out,
                          "<< /Type /EmbeddedFile /Subtype /" SSM_PDF_SUBTYPE
                          " /Length %" G_GSIZE_FORMAT
                          " /Params << /Size %" G_GSIZE_FORMAT " >> >>\nstream\n",
                          length, length);
  g_string_append_len (update->out, data, (gssize) length);
  g_string_append (update->out, "\nendstream");
  end_object (update);
  return number;
}

static guint
add_file (Update *update, guint stream, const char *file_name)
{
  guint number = new_object (update);

  g_string_append (update->out, "<< /Type /Filespec /F ");
  append_text (update->out, file_name);
  g_string_append (update->out, " /UF ");
  append_text (update->out, file_name);
  g_string_append_printf (update->out,
                          " /AFRelationship /Source /EF << /F %u 0 R /UF %u 0 R >> >>",
                          stream, stream);
  end_object (update);
  return number;
}

/* The tree of names: cairo's destinations and the attached file. */
static guint
add_names (Update *update, guint old, guint file, const char *file_name)
{
  g_autofree char *names = open_dictionary (update, old);
  guint number = new_object (update);

  g_string_append_printf (update->out, "%s /EmbeddedFiles << /Names [ ",
                          names != NULL ? names : "<<");
  append_text (update->out, file_name);
  g_string_append_printf (update->out, " %u 0 R ] >> >>", file);
  end_object (update);
  return number;
}

/* @catalogue without its reference to the old tree of names. */
static void
drop_names (char *catalogue)
{
  char *names = strstr (catalogue, "/Names");
  char *end = names != NULL ? strchr (names, 'R') : NULL;

  if (end != NULL)
    memset (names, ' ', end + 1 - names);
}

static void
add_catalogue (Update *update, char *catalogue, const char *language, guint names, guint file)
{
  begin_object (update, update->root);
  if (names != 0)
    drop_names (catalogue);
  g_string_append (update->out, catalogue);
  g_string_append (update->out, " /Lang ");
  append_text (update->out, language);
  g_string_append (update->out, " /ViewerPreferences << /DisplayDocTitle true >>");
  if (names != 0)
    g_string_append_printf (update->out, " /Names %u 0 R /AF [ %u 0 R ]", names, file);
  g_string_append (update->out, " >>");
  end_object (update);
}

static guint
add_information (Update *update, const char *title)
{
  guint number = new_object (update);

  g_string_append (update->out, "<< /Title ");
  append_text (update->out, title);
  g_string_append (update->out, " /Producer (Sales System Map) >>");
  end_object (update);
  return number;
}

static void
add_table (Update *update, guint information)
{
  gsize start = update->out->len;

  g_string_append (update->out, "xref\n");
  for (guint i = 0; i < update->places->len; i++)
    {
      const Place *place = &g_array_index (update->places, Place, i);

      g_string_append_printf (update->out, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                              place->number, place->offset);
    }
  g_string_append_printf (update->out,
                          "trailer\n<< /Size %u /Root %u 0 R /Info %u 0 R /Prev %" G_GSIZE_FORMAT
                          " >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          update->n_objects, update->root, information,
                          update->table_offset, start);
}

static void
append_update (Update *update, char *catalogue, const char *title, const char *language,
               GBytes *source, const char *file_name)
{
  guint old_names = number_after (catalogue, "/Names");
  guint file = 0, names = 0;

  if (source != NULL)
    {
      file = add_file (update, add_stream (update, source), file_name);
      names = add_names (update, old_names, file, file_name);
    }

  add_catalogue (update, catalogue, language, names, file);
  add_table (update, add_information (update, title));
}

GBytes *
ssm_pdf_complete (GBytes *pdf, const char *title, const char *language, GBytes *source,
                  const char *file_name, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  Update update = { .out = g_string_new_len (data, (gssize) length) };
  g_autofree char *catalogue = NULL;

  if (find_table (&update))
    catalogue = open_dictionary (&update, update.root);
  if (catalogue == NULL)
    {
      g_string_free (update.out, TRUE);
      g_set_error_literal (error, SSM_IO_ERROR, SSM_IO_ERROR_INTERNAL,
                           _("The PDF that the drawing library wrote is not understood. "
                             "Export a PNG or SVG instead."));
      return NULL;
    }

  blank_information (&update);
  update.places = g_array_new (FALSE, FALSE, sizeof (Place));
  append_update (&update, catalogue, title, language, source, file_name);
  g_array_unref (update.places);
  return g_string_free_to_bytes (update.out);
}
