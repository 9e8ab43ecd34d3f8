/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a map, or a deal book, and writes it again, as little around it as can be: for sweeps that make
 * allocations or system calls fail. */

#include "ssm-file.h"
#include "ssm-io-error.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
fail (GError *error)
{
  int status = ssm_io_error_exit_status (error);

  fprintf (stderr, "xml-tool: %s\n", error->message);
  g_error_free (error);
  return status;
}

static void
print_notes (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const SsmXmlNote *note = g_ptr_array_index (notes, i);

      fprintf (stderr, "xml-tool: line %u: %s\n", note->line, note->message);
    }
}

int
main (int argc, char *argv[])
{
  gboolean is_book, repair = argc == 3 && strcmp (argv[1], "--repair") == 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (SsmPart) root = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  GError *error = NULL;

  if (argc != 2 && !repair)
    return 2;

  is_book = g_str_has_suffix (argv[argc - 1], ".salesdeals");
  bytes = ssm_file_read (argv[argc - 1], is_book ? SSM_MAX_BOOK : SSM_XML_MAX_BYTES, &error);
  if (bytes == NULL)
    return fail (error);

  root = (is_book ? ssm_xml_read_book : repair ? ssm_xml_read_repaired : ssm_xml_read)
    (bytes, argv[argc - 1], &notes, &error);
  if (root == NULL)
    return fail (error);
  print_notes (notes);

  written = ssm_xml_write_checked (root, &error);
  if (written == NULL)
    return fail (error);

  fwrite (g_bytes_get_data (written, NULL), 1, g_bytes_get_size (written), stdout);
  return fflush (stdout) == 0 ? 0 : 74;
}
