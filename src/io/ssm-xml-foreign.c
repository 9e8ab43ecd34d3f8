/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-xml-foreign.h"

#include "ssm-map.h"
#include "ssm-xml-escape.h"
#include "ssm-xml-read.h"

#include <string.h>

struct _SsmXmlFragment
{
  const GArray *bindings; /* around the outermost element */
  GArray *declared;       /* by the outermost element itself */
  GString *head;          /* its start tag up to where its prefixes are declared */
  GString *body;          /* all that follows them */
  GString *text;          /* of the run that is being read */
  const char *defaults[SSM_XML_MAX_DEPTH + 1]; /* namespace without prefix, by depth */
  guint depth;
  gboolean tag_is_open;
};

static const char *
find_binding (const GArray *bindings, const char *prefix)
{
  for (guint i = bindings->len; i > 0; i--)
    {
      const SsmXmlBinding *binding = &g_array_index (bindings, SsmXmlBinding, i - 1);

      if (strcmp (binding->prefix, prefix) == 0)
        return binding->uri;
    }

  return NULL;
}

/* Whether "prefix:" stands in @xml where a name may begin, in a tag or in a value that
 * holds names. */
static gboolean
is_mentioned (const char *xml, const char *prefix)
{
  gsize length = strlen (prefix);

  for (const char *p = xml; (p = strstr (p, prefix)) != NULL; p++)
    {
      if (p[length] == ':' && (p == xml || !g_ascii_isalnum (p[-1])))
        return TRUE;
    }

  return FALSE;
}

static int
compare_bindings (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SsmXmlBinding *) a)->prefix, ((const SsmXmlBinding *) b)->prefix);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
append_declarations (GString *xml, GArray *bindings)
{
  g_array_sort (bindings, compare_bindings);
  for (guint i = 0; i < bindings->len; i++)
    {
      const SsmXmlBinding *binding = &g_array_index (bindings, SsmXmlBinding, i);

      g_string_append_printf (xml, " xmlns:%s=\"", binding->prefix);
      ssm_xml_escape (xml, binding->uri, strlen (binding->uri), SSM_XML_ESCAPE_ATTRIBUTE);
      g_string_append_c (xml, '"');
    }
}

/* (transfer full): the prefixes @tag declares, without those that hold already. */
static GArray *
declared_by (const SsmXmlTag *tag, const GArray *bindings)
{
  GArray *declared = g_array_new (FALSE, FALSE, sizeof (SsmXmlBinding));

  for (int i = 0; i < tag->n_namespaces; i++)
    {
      SsmXmlBinding binding = { (const char *) tag->namespaces[2 * i],
                                (const char *) tag->namespaces[2 * i + 1] };

      if (binding.prefix == NULL || strcmp (binding.prefix, "xml") == 0)
        continue;
      if (bindings == NULL
          || g_strcmp0 (find_binding (bindings, binding.prefix), binding.uri) != 0)
        g_array_append_val (declared, binding);
    }

  return declared;
}

/* Adds the prefixes of @bindings that @xml mentions and @declared does not have. */
static void
add_mentioned (GArray *declared, const GArray *bindings, const char *xml)
{
  for (guint i = bindings->len; i > 0; i--)
    {
      SsmXmlBinding binding = g_array_index (bindings, SsmXmlBinding, i - 1);

      if (find_binding (declared, binding.prefix) == NULL
          && is_mentioned (xml, binding.prefix))
        g_array_append_val (declared, binding);
    }
}

static char *
attribute_xml (const xmlChar **attribute)
{
  GString *xml = g_string_new (NULL);

  if (attribute[1] != NULL)
    g_string_append_printf (xml, "%s:", (const char *) attribute[1]);
  g_string_append_printf (xml, "%s=\"", (const char *) attribute[0]);
  ssm_xml_escape (xml, (const char *) attribute[3], attribute[4] - attribute[3],
                  SSM_XML_ESCAPE_ATTRIBUTE);
  g_string_append_c (xml, '"');
  return g_string_free (xml, FALSE);
}

static void
append_attributes (GString *xml, const SsmXmlTag *tag)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < tag->n_attributes; i++)
    g_ptr_array_add (sorted, attribute_xml (tag->attributes + 5 * i));

  g_ptr_array_sort (sorted, compare_strings);
  for (guint i = 0; i < sorted->len; i++)
    g_string_append_printf (xml, " %s", (const char *) sorted->pdata[i]);
}

char *
ssm_xml_foreign_attributes (GArray *bindings, const SsmXmlTag *tag)
{
  g_autoptr (GArray) declared = declared_by (tag, bindings);
  g_autoptr (GString) attributes = g_string_new (NULL);
  GString *xml;

  append_attributes (attributes, tag);
  g_array_append_vals (bindings, declared->data, declared->len);
  add_mentioned (declared, bindings, attributes->str);
  if (declared->len == 0 && attributes->len == 0)
    return NULL;

  xml = g_string_new (NULL);
  append_declarations (xml, declared);
  g_string_append (xml, attributes->str);
  return g_string_free (xml, FALSE);
}

char *
ssm_xml_foreign_comment (const char *text)
{
  return g_strconcat ("<!--", text, "-->", NULL);
}

char *
ssm_xml_foreign_instruction (const char *target, const char *data)
{
  if (data == NULL || *data == '\0')
    return g_strconcat ("<?", target, "?>", NULL);

  return g_strconcat ("<?", target, " ", data, "?>", NULL);
}

SsmXmlFragment *
ssm_xml_fragment_new (const GArray *bindings)
{
  SsmXmlFragment *fragment = g_new0 (SsmXmlFragment, 1);

  fragment->bindings = bindings;
  fragment->head = g_string_new (NULL);
  fragment->body = g_string_new (NULL);
  fragment->text = g_string_new (NULL);
  fragment->defaults[0] = SSM_NAMESPACE;
  return fragment;
}

void
ssm_xml_fragment_free (SsmXmlFragment *fragment)
{
  if (fragment == NULL)
    return;
  g_clear_pointer (&fragment->declared, g_array_unref);
  g_string_free (fragment->head, TRUE);
  g_string_free (fragment->body, TRUE);
  g_string_free (fragment->text, TRUE);
  g_free (fragment);
}

/* Ends what is under way: a run of text, or a start tag that may still become "<x/>". */
static void
begin_content (SsmXmlFragment *fragment)
{
  if (fragment->tag_is_open)
    g_string_append_c (fragment->body, '>');
  fragment->tag_is_open = FALSE;

  ssm_xml_escape (fragment->body, fragment->text->str, fragment->text->len,
                  SSM_XML_ESCAPE_FOREIGN);
  g_string_truncate (fragment->text, 0);
}

static const char *
tag_uri (const SsmXmlTag *tag)
{
  return tag->uri != NULL ? (const char *) tag->uri : "";
}

static void
append_name (GString *xml, const SsmXmlTag *tag)
{
  if (tag->prefix != NULL && strcmp (tag_uri (tag), SSM_NAMESPACE) != 0)
    g_string_append_printf (xml, "%s:", (const char *) tag->prefix);
  g_string_append (xml, (const char *) tag->name);
}

/* Writes the name, and xmlns where the element is in no prefix and the one around it is in
 * another namespace. */
static void
start_tag (SsmXmlFragment *fragment, GString *xml, const SsmXmlTag *tag)
{
  const char *uri = tag_uri (tag);
  const char *inherited = fragment->defaults[fragment->depth];
  gboolean has_prefix = tag->prefix != NULL && strcmp (uri, SSM_NAMESPACE) != 0;

  g_string_append_c (xml, '<');
  append_name (xml, tag);
  fragment->depth++;
  fragment->defaults[fragment->depth] = has_prefix ? inherited : uri;
  if (has_prefix || strcmp (uri, inherited) == 0)
    return;

  g_string_append (xml, " xmlns=\"");
  ssm_xml_escape (xml, uri, strlen (uri), SSM_XML_ESCAPE_ATTRIBUTE);
  g_string_append_c (xml, '"');
}

void
ssm_xml_fragment_start (SsmXmlFragment *fragment, const SsmXmlTag *tag)
{
  g_return_if_fail (fragment->depth < SSM_XML_MAX_DEPTH);

  if (fragment->depth == 0)
    {
      start_tag (fragment, fragment->head, tag);
      fragment->declared = declared_by (tag, fragment->bindings);
    }
  else
    {
      g_autoptr (GArray) declared = declared_by (tag, NULL);

      begin_content (fragment);
      start_tag (fragment, fragment->body, tag);
      append_declarations (fragment->body, declared);
    }

  append_attributes (fragment->body, tag);
  fragment->tag_is_open = TRUE;
}

void
ssm_xml_fragment_text (SsmXmlFragment *fragment, const char *text, gsize length)
{
  if (fragment->tag_is_open)
    begin_content (fragment);
  g_string_append_len (fragment->text, text, length);
}

void
ssm_xml_fragment_insert (SsmXmlFragment *fragment, const char *xml)
{
  begin_content (fragment);
  g_string_append (fragment->body, xml);
}

char *
ssm_xml_fragment_end (SsmXmlFragment *fragment, const SsmXmlTag *tag)
{
  if (fragment->tag_is_open)
    {
      g_string_append (fragment->body, "/>");
      fragment->tag_is_open = FALSE;
    }
  else
    {
      begin_content (fragment);
      g_string_append (fragment->body, "</");
      append_name (fragment->body, tag);
      g_string_append_c (fragment->body, '>');
    }

  fragment->depth--;
  if (fragment->depth > 0)
    return NULL;

  add_mentioned (fragment->declared, fragment->bindings, fragment->body->str);
  add_mentioned (fragment->declared, fragment->bindings, fragment->head->str + 1);
  append_declarations (fragment->head, fragment->declared);
  return g_strconcat (fragment->head->str, fragment->body->str, NULL);
}
