/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts XML into what lies between "<" and ">" and what lies between those: not a parser,
 * but enough to look at a file before a parser does. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_XML_TOKEN_TEXT,
  SSM_XML_TOKEN_TAG, /* of a beginning or an end */
  SSM_XML_TOKEN_COMMENT,
  SSM_XML_TOKEN_CDATA,
  SSM_XML_TOKEN_INSTRUCTION,
  SSM_XML_TOKEN_DECLARATION /* <!DOCTYPE …, or whatever else begins with <! */
} SsmXmlTokenType;

typedef struct
{
  SsmXmlTokenType type;
  guint n_values;  /* quoted values in a tag */
  gboolean is_cut; /* the text ends within it */
} SsmXmlToken;

/* The end of the token that begins at @p; @end where it is cut off. */
const char *ssm_xml_token_next (const char *p, const char *end, SsmXmlToken *token);

/* The "<" of the tag that ends in front of, or holds, @p. */
const char *ssm_xml_tag_start (const char *text, const char *p);

/* Where the attribute @name begins in the tag at @tag, or @tag itself. */
const char *ssm_xml_find_attribute (const char *tag, const char *end, const char *name);

G_END_DECLS
