/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A declaration is compared as it is written, ' xmlns:x="urn:x"': fragments are canonical,
 * so the same binding is the same text. */

#include "ssm-xml-scope.h"

#include <string.h>

#define XMLNS " xmlns:"

struct _SsmXmlScope
{
  GArray *declarations; /* of Declaration */
};

typedef struct
{
  const char *text;
  gsize length;
  gsize prefix_length; /* up to "=" */
} Declaration;

SsmXmlScope *
ssm_xml_scope_new (void)
{
  SsmXmlScope *scope = g_new0 (SsmXmlScope, 1);

  scope->declarations = g_array_new (FALSE, FALSE, sizeof (Declaration));
  return scope;
}

void
ssm_xml_scope_free (SsmXmlScope *scope)
{
  if (scope == NULL)
    return;
  g_array_unref (scope->declarations);
  g_free (scope);
}

/* Reads the declaration at @text. FALSE where there is none. */
static gboolean
take_declaration (const char *text, Declaration *declaration)
{
  const char *equals, *close;

  if (!g_str_has_prefix (text, XMLNS))
    return FALSE;

  equals = strstr (text, "=\"");
  close = equals != NULL ? strchr (equals + 2, '"') : NULL;
  if (close == NULL)
    return FALSE;

  *declaration = (Declaration) { text, close + 1 - text, equals - text };
  return TRUE;
}

static gboolean
holds (SsmXmlScope *scope, const Declaration *wanted)
{
  for (guint i = scope->declarations->len; i > 0; i--)
    {
      const Declaration *declaration
        = &g_array_index (scope->declarations, Declaration, i - 1);

      if (declaration->prefix_length == wanted->prefix_length
          && memcmp (declaration->text, wanted->text, wanted->prefix_length) == 0)
        return declaration->length == wanted->length
               && memcmp (declaration->text, wanted->text, wanted->length) == 0;
    }

  return FALSE;
}

/* Appends the declarations that @text begins with and that do not hold yet. Returns what
 * follows them. */
static const char *
write_declarations (SsmXmlScope *scope, GString *xml, const char *text, gboolean enter)
{
  guint outside = scope->declarations->len;
  Declaration declaration;

  for (; take_declaration (text, &declaration); text += declaration.length)
    {
      if (holds (scope, &declaration))
        continue;
      g_string_append_len (xml, declaration.text, (gssize) declaration.length);
      if (enter)
        g_array_append_val (scope->declarations, declaration);
    }

  g_assert (enter || scope->declarations->len == outside);
  return text;
}

void
ssm_xml_scope_write (SsmXmlScope *scope, GString *xml, const char *fragment)
{
  const char *p = fragment;

  if (*p == '<' && p[1] != '!' && p[1] != '?')
    {
      p += strcspn (p, " />");
      g_string_append_len (xml, fragment, p - fragment);
      if (g_str_has_prefix (p, " xmlns=\""))
        {
          const char *close = strchr (p + strlen (" xmlns=\""), '"');

          g_string_append_len (xml, p, close + 1 - p);
          p = close + 1;
        }
      p = write_declarations (scope, xml, p, FALSE);
    }

  g_string_append (xml, p);
}

void
ssm_xml_scope_enter (SsmXmlScope *scope, GString *xml, const char *attributes)
{
  g_string_append (xml, write_declarations (scope, xml, attributes, TRUE));
}

guint
ssm_xml_scope_mark (SsmXmlScope *scope)
{
  return scope->declarations->len;
}

void
ssm_xml_scope_leave (SsmXmlScope *scope, guint mark)
{
  g_array_set_size (scope->declarations, mark);
}
