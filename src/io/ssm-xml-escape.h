/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts and attribute values as the canonical form has them. One table decides what is
 * written as a character reference, for what we know and for what we only keep. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_XML_ESCAPE_ATTRIBUTE,
  SSM_XML_ESCAPE_TEXT,    /* one line: tab and line breaks become references */
  SSM_XML_ESCAPE_FOREIGN, /* tab and line break stay: they lay out what is not ours */
} SsmXmlEscape;

/* Appends @length bytes of @text. Returns NULL, or the first byte that is no UTF-8 or no
 * character that XML can hold. */
const char *ssm_xml_escape (GString *xml, const char *text, gsize length,
                            SsmXmlEscape how);

G_END_DECLS
