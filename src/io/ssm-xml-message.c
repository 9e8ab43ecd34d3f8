/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-xml-message.h"

#include "ssm-quote.h"
#include "ssm-xml-read.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlerror.h>

static const struct
{
  int code;
  const char *sentence;
} sentences[] = {
  { XML_ERR_DOCUMENT_EMPTY, N_ ("there is no element; is it the right file?") },
  { XML_ERR_DOCUMENT_END, N_ ("something stands behind the end of the map; remove it") },
  { XML_ERR_LT_IN_ATTRIBUTE, N_ ("“<” in an attribute; write it as &lt;") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, N_ ("the value of an attribute is not quoted; put "
                                       "quotation marks around it") },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED, N_ ("the quotation mark behind the value of an "
                                        "attribute is missing; add it") },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, N_ ("an attribute has no value; write name=\"value\"") },
  { XML_ERR_EQUAL_REQUIRED, N_ ("an attribute has no value; write name=\"value\"") },
  { XML_ERR_HYPHEN_IN_COMMENT, N_ ("“--” in a comment; write - instead") },
  { XML_ERR_COMMENT_NOT_FINISHED, N_ ("the comment has no end; add -->") },
  { XML_ERR_PI_NOT_FINISHED, N_ ("the instruction has no end; add ?>") },
  { XML_ERR_CDATA_NOT_FINISHED, N_ ("the text of <![CDATA[ has no end; add ]]>") },
  { XML_ERR_MISPLACED_CDATA_END, N_ ("“]]>” in a text; write > as &gt;") },
  { XML_ERR_RESERVED_XML_NAME, N_ ("“<?xml” is not at the very beginning of the file; move "
                                   "it there, or remove it") },
  { XML_ERR_NAME_REQUIRED, N_ ("a name is missing; write “&” as &amp; and “<” as &lt;") },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING, N_ ("“&” begins no reference; write it as &amp;") },
  { XML_ERR_INVALID_HEX_CHARREF, N_ ("“&#x” begins no reference; write “&” as &amp;") },
  { XML_ERR_INVALID_DEC_CHARREF, N_ ("“&#” begins no reference; write “&” as &amp;") },
  { XML_ERR_INVALID_CHARREF, N_ ("a reference to a character that XML cannot hold; remove "
                                 "it, or open a repaired copy") },
  { XML_ERR_INVALID_CHAR, N_ ("a reference to a character that XML cannot hold; remove it, "
                              "or open a repaired copy") },
  { XML_ERR_GT_REQUIRED, N_ ("a tag has no end; add “>”") },
  { XML_ERR_SPACE_REQUIRED, N_ ("a blank is missing between two attributes; add it") },
  { XML_ERR_TAG_NOT_FINISHED, N_ ("an element has no end tag; add it") },
};

static char *
describe (const xmlError *problem)
{
  g_autofree char *first = ssm_quote (problem->str1 != NULL ? problem->str1 : "", -1);
  g_autofree char *second = ssm_quote (problem->str2 != NULL ? problem->str2 : "", -1);

  switch (problem->code)
    {
    case XML_ERR_TAG_NAME_MISMATCH:
      return g_strdup_printf (_("</%s> stands where </%s> should end the element; correct "
                                "the end tag"),
                              second, first);
    case XML_ERR_ATTRIBUTE_REDEFINED:
    case XML_NS_ERR_ATTRIBUTE_REDEFINED:
      return g_strdup_printf (_("the attribute %s stands twice in one element; remove one"),
                              first);
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return g_strdup_printf (_("&%s; means nothing in a map; write the character itself"),
                              first);
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return g_strdup_printf (_("the prefix %s: is not declared; add xmlns:%s=\"…\""), first,
                              first);
    case XML_ERR_NAME_TOO_LONG:
      return g_strdup_printf (_("a name is longer than %d letters, the most a file may have; "
                                "shorten it"),
                              SSM_XML_MAX_NAME);
    default:
      return NULL;
    }
}

char *
ssm_xml_message (const xmlError *problem)
{
  g_autofree char *theirs = NULL;
  char *sentence = describe (problem);

  if (sentence != NULL)
    return sentence;
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      if (sentences[i].code == problem->code)
        return g_strdup (_(sentences[i].sentence));
    }

  theirs = g_strdup (problem->message != NULL ? problem->message : "");
  g_strchomp (theirs);
  return g_strdup_printf (_("this is no well-formed XML (%s); correct it in a text editor, "
                            "or open a backup"),
                          theirs);
}
