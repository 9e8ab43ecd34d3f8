/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which ids a map has while it is read, and what refers to them. A kept version is a map
 * with ids of its own. */

#pragma once

#include "ssm-xml-source.h"

G_BEGIN_DECLS

typedef struct _SsmXmlIds SsmXmlIds;

SsmXmlIds *ssm_xml_ids_new  (void);
void       ssm_xml_ids_free (SsmXmlIds *ids);

/* Takes the id of @part, which begins at @offset. FALSE where another part has it; *@first
 * is where that begins. Parts must outlive @ids. */
gboolean ssm_xml_ids_add (SsmXmlIds *ids, const SsmPart *part, gsize offset, gsize *first);

/* Remembers what @part refers to. */
void ssm_xml_ids_add_references (SsmXmlIds *ids, const SsmPart *part, gsize offset);

/* Notes the references to nothing. */
void ssm_xml_ids_note_dangling (SsmXmlIds *ids, SsmXmlSource *source);

G_END_DECLS
