/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map of one megabyte, as its file, for those that time reading and writing. */

#pragma once

#include <glib.h>

/* (transfer full) */
static inline char *
big_map (gsize *length)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<map xmlns=\"urn:sales-system-map:1\" version=\"1.0\" "
                               "id=\"m-big\" xml:lang=\"en\">\n  <title>Big</title>\n"
                               "  <stages>\n");

  for (guint s = 0; s < 800; s++)
    {
      g_string_append_printf (xml,
                              "    <stage id=\"s-%u\" block=\"discovery\" limit-days=\"15\" "
                              "goal=\"0.6\">\n      <name>Stage %u</name>\n"
                              "      <does>Problem, impact &amp; risk</does>\n"
                              "      <exit>\n",
                              s, s);
      for (guint c = 0; c < 8; c++)
        g_string_append_printf (xml,
                                "        <criterion id=\"c-%u-%u\" letter=\"I\" "
                                "proof=\"quote in notes or mail\">Business pain in the "
                                "customer’s own words, number %u</criterion>\n",
                                s, c, c);
      g_string_append (xml, "      </exit>\n    </stage>\n");
    }

  g_string_append (xml, "  </stages>\n</map>\n");
  *length = xml->len;
  return g_string_free (xml, FALSE);
}
