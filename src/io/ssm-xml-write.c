/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks the tables of ssm-schema.h. Parts stand as deep in each other as the tables say, so
 * the walk may recurse. */

#include "ssm-xml-write.h"

#include "ssm-io-error.h"
#include "ssm-map.h"
#include "ssm-xml-escape.h"
#include "ssm-xml-scope.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

typedef struct
{
  GString *xml;
  SsmXmlScope *scope;
  guint depth;
  gboolean is_bad;   /* something cannot be in XML */
  char *bad_id;      /* of the part it is in */
} Writer;

static void write_part (Writer *writer, const SsmPart *part, gboolean is_root);

static void
indent (Writer *writer)
{
  for (guint i = 0; i < writer->depth; i++)
    g_string_append (writer->xml, "  ");
}

static void
escape (Writer *writer, const SsmPart *part, const char *text, gsize length,
        SsmXmlEscape how)
{
  if (ssm_xml_escape (writer->xml, text, length, how) == NULL || writer->is_bad)
    return;

  writer->is_bad = TRUE;
  writer->bad_id = g_strdup (ssm_part_id (part));
}

static void
write_attribute (Writer *writer, const SsmPart *part, const char *name, const char *value)
{
  if (*value == '\0')
    return;

  g_string_append_c (writer->xml, ' ');
  g_string_append (writer->xml, name);
  g_string_append (writer->xml, "=\"");
  escape (writer, part, value, strlen (value), SSM_XML_ESCAPE_ATTRIBUTE);
  g_string_append_c (writer->xml, '"');
}

static gboolean
has_foreign (const SsmPart *part, SsmPlace place, int item)
{
  for (guint i = 0; i < ssm_part_n_foreign (part); i++)
    {
      const SsmForeign *foreign = ssm_part_foreign (part, i);

      if (foreign->place == place && foreign->item == item)
        return TRUE;
    }

  return FALSE;
}

/* The fragments at one place, each on a line of its own. */
static void
write_foreign (Writer *writer, const SsmPart *part, SsmPlace place, int item)
{
  for (guint i = 0; i < ssm_part_n_foreign (part); i++)
    {
      const SsmForeign *foreign = ssm_part_foreign (part, i);

      if (foreign->place != place || foreign->item != item)
        continue;
      indent (writer);
      ssm_xml_scope_write (writer->scope, writer->xml, foreign->xml);
      g_string_append_c (writer->xml, '\n');
    }
}

/* The unknown attributes of an element; the prefixes among them hold until the scope is
 * left. */
static void
write_foreign_attributes (Writer *writer, const SsmPart *part, SsmPlace place, int item)
{
  for (guint i = 0; i < ssm_part_n_foreign (part); i++)
    {
      const SsmForeign *foreign = ssm_part_foreign (part, i);

      if (foreign->place == place && foreign->item == item)
        ssm_xml_scope_enter (writer->scope, writer->xml, foreign->xml);
    }
}

static gsize
blanks_before (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && text[n] == ' ')
    n++;
  return n;
}

static gsize
blanks_behind (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && text[length - n - 1] == ' ')
    n++;
  return n;
}

static void
write_blanks (Writer *writer, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_string_append (writer->xml, "&#32;");
}

/* A piece of a text. Blanks where the text begins or ends are marked, so that no formatter
 * takes them away. */
static void
write_piece (Writer *writer, const SsmPart *part, const char *text, gsize length,
             gboolean is_first, gboolean is_last)
{
  gsize before = is_first ? blanks_before (text, length) : 0;
  gsize behind = is_last ? blanks_behind (text + before, length - before) : 0;

  write_blanks (writer, before);
  escape (writer, part, text + before, length - before - behind, SSM_XML_ESCAPE_TEXT);
  write_blanks (writer, behind);
}

static void
write_text (Writer *writer, const SsmPart *part, SsmField field)
{
  const char *text = ssm_part_text (part, field);
  gsize length = strlen (text), done = 0;
  gboolean is_first = TRUE;

  for (guint i = 0; i < ssm_part_n_foreign (part); i++)
    {
      const SsmForeign *foreign = ssm_part_foreign (part, i);
      gsize offset = CLAMP (foreign->offset, done, length);

      if (foreign->place != SSM_PLACE_IN_FIELD || foreign->item != (int) field)
        continue;
      write_piece (writer, part, text + done, offset - done, is_first, FALSE);
      ssm_xml_scope_write (writer->scope, writer->xml, foreign->xml);
      done = offset;
      is_first = FALSE;
    }

  write_piece (writer, part, text + done, length - done, is_first, TRUE);
}

static gboolean
has_text (const SsmPart *part, SsmField field)
{
  return *ssm_part_text (part, field) != '\0'
         || has_foreign (part, SSM_PLACE_IN_FIELD, field);
}

static void
open_tag (Writer *writer, const char *name)
{
  indent (writer);
  g_string_append_c (writer->xml, '<');
  g_string_append (writer->xml, name);
}

/* The same, with the unknown attributes at @place, for an element that is only there for
 * what it holds. FALSE: it @is_empty and carries nothing either, so nothing was written. */
static gboolean
open_useful_tag (Writer *writer, const char *name, const SsmPart *part, SsmPlace place,
                 int item, gboolean is_empty)
{
  gsize start = writer->xml->len, tag_end;

  if (is_empty && !has_foreign (part, place, item))
    return FALSE;

  open_tag (writer, name);
  tag_end = writer->xml->len;
  write_foreign_attributes (writer, part, place, item);
  if (!is_empty || writer->xml->len > tag_end)
    return TRUE;

  g_string_truncate (writer->xml, start);
  return FALSE;
}

static void
close_element (Writer *writer, const char *name)
{
  g_string_append (writer->xml, "</");
  g_string_append (writer->xml, name);
  g_string_append (writer->xml, ">\n");
}

/* Ends a start tag and writes the text and the end tag, or makes the element empty. */
static void
write_text_element (Writer *writer, const SsmPart *part, SsmField field, const char *name)
{
  if (!has_text (part, field))
    {
      g_string_append (writer->xml, "/>\n");
      return;
    }

  g_string_append_c (writer->xml, '>');
  write_text (writer, part, field);
  close_element (writer, name);
}

static void
write_field (Writer *writer, const SsmPart *part, SsmField field)
{
  const char *name = ssm_field_info (field)->name;
  guint outside = ssm_xml_scope_mark (writer->scope);

  write_foreign (writer, part, SSM_PLACE_BEFORE_FIELD, field);
  if (open_useful_tag (writer, name, part, SSM_PLACE_FIELD_ATTRIBUTES, field,
                       !has_text (part, field)))
    write_text_element (writer, part, field, name);
  ssm_xml_scope_leave (writer->scope, outside);
}

static void
write_children (Writer *writer, const SsmPart *part, SsmList list)
{
  for (guint i = 0; i < ssm_part_n_children (part, list); i++)
    write_part (writer, ssm_part_child (part, list, i), FALSE);
  write_foreign (writer, part, SSM_PLACE_LIST_END, list);
}

/* Ends the start tag of a container and writes all that follows it. */
static void
write_container (Writer *writer, const SsmPart *part, SsmList list, gboolean is_empty)
{
  if (is_empty)
    {
      g_string_append (writer->xml, "/>\n");
      return;
    }

  g_string_append (writer->xml, ">\n");
  writer->depth++;
  write_children (writer, part, list);
  writer->depth--;
  indent (writer);
  close_element (writer, ssm_list_info (list)->container);
}

static void
write_list (Writer *writer, const SsmPart *part, SsmList list)
{
  const char *container = ssm_list_info (list)->container;
  gboolean is_empty = ssm_part_n_children (part, list) == 0
                      && !has_foreign (part, SSM_PLACE_LIST_END, list);
  guint outside = ssm_xml_scope_mark (writer->scope);

  write_foreign (writer, part, SSM_PLACE_BEFORE_LIST, list);
  if (container == NULL)
    {
      write_children (writer, part, list);
      return;
    }
  if (open_useful_tag (writer, container, part, SSM_PLACE_LIST_ATTRIBUTES, list, is_empty))
    write_container (writer, part, list, is_empty);
  ssm_xml_scope_leave (writer->scope, outside);
}

/* The version stands in front of the id, so that it is the first that is read. */
static void
write_attributes (Writer *writer, const SsmPart *part, gboolean is_root)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (part));
  gboolean has_version = ssm_field_info (info->first_field)->type == SSM_TYPE_VERSION;

  if (is_root)
    g_string_append (writer->xml, " xmlns=\"" SSM_NAMESPACE "\"");
  if (has_version)
    write_attribute (writer, part, "version", ssm_part_text (part, info->first_field));
  write_attribute (writer, part, "id", ssm_part_id (part));

  for (guint i = 0; i < info->n_fields; i++)
    {
      SsmField field = info->first_field + (int) i;

      if (ssm_field_info (field)->form == SSM_FORM_ATTRIBUTE
          && ssm_field_info (field)->type != SSM_TYPE_VERSION)
        write_attribute (writer, part, ssm_field_info (field)->name,
                         ssm_part_text (part, field));
    }

  write_foreign_attributes (writer, part, SSM_PLACE_ATTRIBUTES, -1);
}

static void
write_content (Writer *writer, const SsmPart *part)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (part));

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (ssm_field_info (info->first_field + (int) i)->form == SSM_FORM_ELEMENT)
        write_field (writer, part, info->first_field + (int) i);
    }
  for (guint i = 0; i < info->n_lists; i++)
    write_list (writer, part, info->first_list + (int) i);

  write_foreign (writer, part, SSM_PLACE_END, -1);
}

static SsmField
content_field (const SsmPart *part)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (part));
  SsmField last = info->first_field + (int) info->n_fields - 1;

  return ssm_field_info (last)->form == SSM_FORM_CONTENT ? last : SSM_FIELD_NONE;
}

static void
write_element (Writer *writer, const SsmPart *part, const char *name)
{
  gsize tag_end = writer->xml->len;

  g_string_append (writer->xml, ">\n");
  writer->depth++;
  write_content (writer, part);
  writer->depth--;

  if (writer->xml->len == tag_end + strlen (">\n"))
    {
      g_string_truncate (writer->xml, tag_end);
      g_string_append (writer->xml, "/>\n");
      return;
    }

  indent (writer);
  close_element (writer, name);
}

static void
write_part (Writer *writer, const SsmPart *part, gboolean is_root)
{
  const char *name = ssm_kind_info (ssm_part_kind (part))->element;
  guint outside = ssm_xml_scope_mark (writer->scope);

  write_foreign (writer, part, SSM_PLACE_BEFORE, -1);
  open_tag (writer, name);
  write_attributes (writer, part, is_root);
  if (content_field (part) != SSM_FIELD_NONE)
    write_text_element (writer, part, content_field (part), name);
  else
    write_element (writer, part, name);

  ssm_xml_scope_leave (writer->scope, outside);
  write_foreign (writer, part, SSM_PLACE_AFTER, -1);
}

GBytes *
ssm_xml_write (const SsmPart *root, GError **error)
{
  g_autoptr (SsmXmlScope) scope = ssm_xml_scope_new ();
  g_autofree char *bad_id = NULL;
  Writer writer = { .xml = g_string_new (DECLARATION), .scope = scope };

  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (ssm_part_kind (root) == SSM_KIND_MAP
                          || ssm_part_kind (root) == SSM_KIND_BOOK
                          || ssm_part_kind (root) == SSM_KIND_AGENDA, NULL);

  write_part (&writer, root, TRUE);
  bad_id = writer.bad_id;
  if (writer.is_bad)
    {
      g_string_free (writer.xml, TRUE);
      g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_INTERNAL,
                   _("the text of %s holds a character that no file can hold; write it "
                     "anew"),
                   bad_id);
      return NULL;
    }

  return g_string_free_to_bytes (writer.xml);
}
