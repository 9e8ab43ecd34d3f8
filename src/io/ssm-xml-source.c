/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Offsets are cheap to remember for every part; lines are counted only for what is said. */

#include "ssm-xml-source.h"

#include "ssm-quote.h"

#include <glib/gi18n-lib.h>

#define MAX_NOTES 100

void
ssm_xml_note_free (SsmXmlNote *note)
{
  if (note == NULL)
    return;
  g_free (note->message);
  g_free (note);
}

SsmXmlSource *
ssm_xml_source_new (SsmKind root, GBytes *bytes, const char *name, gboolean repair)
{
  SsmXmlSource *source = g_new0 (SsmXmlSource, 1);

  source->root = root;
  source->name = ssm_quote_path (name);
  source->text = g_bytes_get_data (bytes, &source->length);
  source->n_bytes = source->length;
  source->repair = repair;
  source->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) ssm_xml_note_free);
  source->line = 1;
  return source;
}

void
ssm_xml_source_free (SsmXmlSource *source)
{
  if (source == NULL)
    return;
  g_free (source->name);
  g_free (source->owned);
  g_clear_pointer (&source->notes, g_ptr_array_unref);
  g_free (source);
}

void
ssm_xml_source_take_text (SsmXmlSource *source, GString *text)
{
  g_free (source->owned);
  source->length = text->len;
  source->owned = g_string_free (text, FALSE);
  source->text = source->owned;
  source->seen = source->line_start = 0;
  source->line = 1;
}

static void
count_lines (SsmXmlSource *source, gsize offset)
{
  if (offset < source->line_start)
    {
      source->seen = source->line_start = 0;
      source->line = 1;
    }

  for (gsize i = source->seen; i < offset; i++)
    {
      gboolean is_lone_return = source->text[i] == '\r'
                                && (i + 1 >= source->length || source->text[i + 1] != '\n');

      if (source->text[i] == '\n' || is_lone_return)
        {
          source->line++;
          source->line_start = i + 1;
        }
    }

  source->seen = MAX (source->seen, offset);
}

void
ssm_xml_source_locate (SsmXmlSource *source, gsize offset, guint *line, guint *column)
{
  guint n = 1;

  offset = MIN (offset, source->length);
  count_lines (source, offset);
  for (gsize i = source->line_start; i < offset; i++)
    n += (source->text[i] & 0xc0) != 0x80;

  *line = source->line;
  *column = n;
}

gboolean
ssm_xml_source_fail (SsmXmlSource *source, SsmIoError code, gsize offset, GError **error,
                     const char *format, ...)
{
  g_autofree char *sentence = NULL;
  guint line, column;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);

  ssm_xml_source_locate (source, offset, &line, &column);
  g_set_error (error, SSM_IO_ERROR, (int) code, "%s:%u:%u: %s", source->name, line, column,
               sentence);
  return FALSE;
}

gboolean
ssm_xml_source_fail_whole (SsmXmlSource *source, SsmIoError code, GError **error,
                           const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, SSM_IO_ERROR, (int) code, "%s: %s", source->name, sentence);
  return FALSE;
}

gboolean
ssm_xml_source_fail_short (SsmXmlSource *source, GError **error)
{
  g_autofree char *size = g_format_size_full (source->n_bytes, G_FORMAT_SIZE_LONG_FORMAT);

  return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, source->length, error,
                              _("the file ends too early (after %s); open the recovery "
                                "copy or a backup"),
                              size);
}

void
ssm_xml_source_note (SsmXmlSource *source, gsize offset, const char *format, ...)
{
  SsmXmlNote *note;
  va_list args;

  if (source->notes->len >= MAX_NOTES)
    {
      source->n_unsaid++;
      return;
    }

  count_lines (source, MIN (offset, source->length));
  note = g_new0 (SsmXmlNote, 1);
  note->line = source->line;
  va_start (args, format);
  note->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (source->notes, note);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const SsmXmlNote *first = *(const SsmXmlNote * const *) a;
  const SsmXmlNote *second = *(const SsmXmlNote * const *) b;

  return (first->line > second->line) - (first->line < second->line);
}

GPtrArray *
ssm_xml_source_steal_notes (SsmXmlSource *source)
{
  g_ptr_array_sort (source->notes, compare_notes);

  if (source->n_unsaid > 0)
    {
      SsmXmlNote *note = g_new0 (SsmXmlNote, 1);
      guint n = source->n_unsaid;

      note->line = source->line;
      note->message = g_strdup_printf (ngettext ("%u more note of this kind.",
                                                 "%u more notes of this kind.", n), n);
      g_ptr_array_add (source->notes, note);
    }

  return g_steal_pointer (&source->notes);
}
