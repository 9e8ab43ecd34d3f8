/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What we do not know, written down so that it can be put back: a fragment for each
 * element, comment or instruction, and one for the unknown attributes of an element.
 *
 * A fragment stands on its own feet. Elements of our namespace have no prefix, others that
 * have none carry xmlns. Of the prefixes that known elements around it declare, it declares
 * again those that occur in it, directly behind its name and in order; the writer leaves
 * these out where they hold anyway. So a part can be moved to where they do not hold. */

#pragma once

#include <glib.h>
#include <libxml/parser.h>

G_BEGIN_DECLS

/* A prefix that known elements have declared. Both strings are the parser's. */
typedef struct
{
  const char *prefix;
  const char *uri;
} SsmXmlBinding;

/* A start tag as the parser gives it. */
typedef struct
{
  const xmlChar *name, *prefix, *uri;
  const xmlChar **namespaces; /* prefix, uri */
  int n_namespaces;
  const xmlChar **attributes; /* name, prefix, uri, value, end of value */
  int n_attributes;
} SsmXmlTag;

/* @bindings: what holds around the tag. Adds to it the prefixes that the tag of a known
 * element declares; returns (transfer full) its unknown attributes, @tag's attributes being
 * only these, as ' name="value"…', or NULL. */
char *ssm_xml_foreign_attributes (GArray *bindings, const SsmXmlTag *tag);

/* (transfer full) */
char *ssm_xml_foreign_comment     (const char *text);
char *ssm_xml_foreign_instruction (const char *target, const char *data);

/* An element while it is read. */
typedef struct _SsmXmlFragment SsmXmlFragment;

SsmXmlFragment *ssm_xml_fragment_new  (const GArray *bindings);
void            ssm_xml_fragment_free (SsmXmlFragment *fragment);

void ssm_xml_fragment_start (SsmXmlFragment *fragment, const SsmXmlTag *tag);
void ssm_xml_fragment_text  (SsmXmlFragment *fragment, const char *text, gsize length);

/* A comment or an instruction. */
void ssm_xml_fragment_insert (SsmXmlFragment *fragment, const char *xml);

/* Closes the innermost element. (transfer full): the fragment, once that was the outermost;
 * NULL before. */
char *ssm_xml_fragment_end (SsmXmlFragment *fragment, const SsmXmlTag *tag);

G_END_DECLS
