/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-input.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ssm-console.h"
#include "ssm-embedded.h"
#include "ssm-io-error.h"
#include "ssm-quote.h"
#include "ssm-xml-read.h"

char *
ssm_input_name (const char *operand)
{
  return g_str_equal (operand, "-") ? g_strdup (_("standard input"))
                                    : ssm_quote_path (operand);
}

GBytes *
ssm_input_read_limited (const char *operand, SsmFileLimit limit, GError **error)
{
  g_autofree char *name = ssm_input_name (operand);

  if (g_str_equal (operand, "-"))
    return ssm_file_read_fd (STDIN_FILENO, name, limit, error);
  return ssm_file_read_kind (operand, limit, error);
}

GBytes *
ssm_input_read (const char *operand, GError **error)
{
  return ssm_input_read_limited (operand, ssm_embedded_limit, error);
}

/* (transfer full): the contents of a map file, whatever it comes in. */
static GBytes *
read_map_bytes (const char *operand, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = ssm_input_read (operand, error);

  if (bytes == NULL || !ssm_embedded_is_picture (bytes))
    return g_steal_pointer (&bytes);
  return ssm_embedded_extract (bytes, name, error);
}

static void
say_notes (const char *name, GPtrArray *notes)
{
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const SsmXmlNote *note = g_ptr_array_index (notes, i);
      g_autofree char *place = g_strdup_printf ("%s:%u", name, note->line);

      ssm_console_say (note->line > 0 ? place : name, note->message);
    }
}

typedef SsmMap *(*Reader) (GBytes *bytes, const char *name, GPtrArray **notes,
                           GError **error);

static SsmInput *
read_input (const char *operand, Reader reader, int *status)
{
  g_autoptr (SsmInput) self = g_new0 (SsmInput, 1);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;

  self->name = ssm_input_name (operand);
  self->bytes = read_map_bytes (operand, self->name, &error);
  if (self->bytes != NULL)
    self->map = reader (self->bytes, self->name, &notes, &error);
  if (self->map == NULL)
    {
      *status = ssm_console_fail (self->name, error);
      return NULL;
    }
  say_notes (self->name, notes);
  return g_steal_pointer (&self);
}

SsmInput *
ssm_input_new (const char *operand, int *status)
{
  return read_input (operand, ssm_xml_read, status);
}

SsmInput *
ssm_input_new_repaired (const char *operand, int *status)
{
  return read_input (operand, ssm_xml_read_repaired, status);
}

void
ssm_input_free (SsmInput *input)
{
  if (input == NULL)
    return;

  g_free (input->name);
  g_clear_pointer (&input->bytes, g_bytes_unref);
  g_clear_pointer (&input->map, ssm_part_unref);
  g_free (input);
}
