/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-xml-token.h"

#include "ssm-xml-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A text at its limit, every character of it written as &#65; and the like. What is longer
 * the parser itself would refuse. */
#define MAX_TOKEN (8 * SSM_MAX_TEXT)

static gboolean
begins_with (const char *p, const char *end, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - p) >= length && memcmp (p, word, length) == 0;
}

/* Behind the first @word, which ends in ">", that begins at @p or later. */
static const char *
behind (const char *p, const char *end, const char *word, SsmXmlToken *token)
{
  gsize length = strlen (word);
  const char *start = p, *close;

  for (; (close = memchr (p, '>', end - p)) != NULL; p = close + 1)
    {
      if ((gsize) (close + 1 - start) >= length
          && memcmp (close + 1 - length, word, length) == 0)
        return close + 1;
    }

  token->is_cut = TRUE;
  return end;
}

static const char *
tag_end (const char *tag, const char *end, SsmXmlToken *token)
{
  const char *p = tag;

  while (p != NULL && p < end && *p != '>')
    {
      if (*p == '"' || *p == '\'')
        {
          p = memchr (p + 1, *p, end - p - 1);
          token->n_values++;
        }
      if (p != NULL)
        p++;
    }

  if (p != NULL && p < end)
    return p + 1;

  token->is_cut = memchr (tag, '<', end - tag) == NULL;
  return end;
}

const char *
ssm_xml_token_next (const char *p, const char *end, SsmXmlToken *token)
{
  const char *tag;

  *token = (SsmXmlToken) { SSM_XML_TOKEN_TEXT };
  if (*p != '<')
    {
      tag = memchr (p, '<', end - p);
      return tag != NULL ? tag : end;
    }

  if (begins_with (p, end, "<!--"))
    {
      token->type = SSM_XML_TOKEN_COMMENT;
      return behind (p + 4, end, "-->", token);
    }
  if (begins_with (p, end, "<![CDATA["))
    {
      token->type = SSM_XML_TOKEN_CDATA;
      return behind (p, end, "]]>", token);
    }
  if (begins_with (p, end, "<?"))
    {
      token->type = SSM_XML_TOKEN_INSTRUCTION;
      return behind (p, end, "?>", token);
    }

  token->type = begins_with (p, end, "<!") ? SSM_XML_TOKEN_DECLARATION : SSM_XML_TOKEN_TAG;
  return tag_end (p + 1, end, token);
}

const char *
ssm_xml_tag_start (const char *text, const char *p)
{
  const char *tag = memrchr (text, '<', p - text);

  return tag != NULL ? tag : text;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

const char *
ssm_xml_find_attribute (const char *tag, const char *end, const char *name)
{
  gsize length = strlen (name);
  const char *p = tag;

  for (; p < end && *p != '>'; p++)
    {
      if (*p == '"' || *p == '\'')
        p = memchr (p + 1, *p, end - p - 1);
      if (p == NULL)
        break;
      if (is_blank (*p) && begins_with (p + 1, end, name) && p + 1 + length < end
          && (p[1 + length] == '=' || is_blank (p[1 + length])))
        return p + 1;
    }

  return tag;
}

static gboolean
refuse_doctype (SsmXmlSource *source, const char *p, GError **error)
{
  if (!begins_with (p, source->text + source->length, "<!DOCTYPE"))
    return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, p - source->text, error,
                                _("“<!” begins neither a comment nor a text; write “<” "
                                  "as &lt;"));

  return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, p - source->text, error,
                              _("DOCTYPE is not allowed; remove it"));
}

gboolean
ssm_xml_source_check_tags (SsmXmlSource *source, GError **error)
{
  const char *p = source->text + source->start, *end = source->text + source->length, *next;
  SsmXmlToken token;

  for (; p < end; p = next)
    {
      next = ssm_xml_token_next (p, end, &token);
      if (token.n_values > SSM_XML_MAX_ATTRIBUTES)
        return ssm_xml_source_fail (source, SSM_IO_ERROR_TOO_BIG, p - source->text, error,
                                    _("the element has more than %d attributes, the most a "
                                      "file may have; remove some"),
                                    SSM_XML_MAX_ATTRIBUTES);
      if (next - p > MAX_TOKEN)
        return ssm_xml_source_fail (source, SSM_IO_ERROR_TOO_BIG, p - source->text, error,
                                    _("the text is longer than %d KiB, the most a file may "
                                      "have; shorten it"),
                                    SSM_MAX_TEXT / 1024);
      if (token.is_cut)
        return ssm_xml_source_fail_short (source, error);
      if (token.type == SSM_XML_TOKEN_DECLARATION)
        return refuse_doctype (source, p, error);
    }

  return TRUE;
}

static gboolean
is_marker (const SsmXmlSource *source, gsize i)
{
  static const char *const markers[] = { "<<<<<<< ", ">>>>>>> " };
  const char *end = source->text + source->length;

  for (guint k = 0; k < G_N_ELEMENTS (markers); k++)
    {
      if (begins_with (source->text + i, end, markers[k]))
        return TRUE;
    }

  return FALSE;
}

gboolean
ssm_xml_source_find_conflict (SsmXmlSource *source, gsize *offset)
{
  const char *newline;

  for (gsize i = 0; i < source->length; i = newline + 1 - source->text)
    {
      if (is_marker (source, i))
        {
          *offset = i;
          return TRUE;
        }
      newline = memchr (source->text + i, '\n', source->length - i);
      if (newline == NULL)
        break;
    }

  return FALSE;
}
