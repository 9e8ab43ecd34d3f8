/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same megabyte through the parser with nothing behind it, or out of the parser's own
 * tree through its own writer; prints seconds. */

#include <string.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "big-map.h"
#include "median.h"

#define N_RUNS 21

static void
tag_started_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                int n_namespaces, const xmlChar **namespaces, int n_attributes,
                int n_defaulted, const xmlChar **attributes)
{
}

static double
read_once (const char *xml, gsize length)
{
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC, .startElementNs = tag_started_cb };
  gint64 start = g_get_monotonic_time ();

  if (xmlSAXUserParseMemory (&handler, NULL, xml, (int) length) != 0)
    abort ();
  return (g_get_monotonic_time () - start) / 1e6;
}

static double
write_once (xmlDoc *doc)
{
  gint64 start = g_get_monotonic_time ();
  xmlChar *bytes;
  int length;

  xmlDocDumpMemory (doc, &bytes, &length);
  xmlFree (bytes);
  return (g_get_monotonic_time () - start) / 1e6;
}

int
main (int argc, char **argv)
{
  gsize length;
  g_autofree char *xml = big_map (&length);
  xmlDoc *doc = xmlReadMemory (xml, (int) length, NULL, NULL, XML_PARSE_NONET);
  gboolean writes = argc == 2 && strcmp (argv[1], "write") == 0;
  double seconds[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    seconds[i] = writes ? write_once (doc) : read_once (xml, length);
  g_print ("%.9f\n", median (seconds, N_RUNS));
  xmlFreeDoc (doc);
  return 0;
}
