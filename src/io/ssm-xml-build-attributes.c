/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in a start tag: the fields and the id of a part, and what is kept. */

#include "ssm-xml-build-private.h"

#include "ssm-id.h"
#include "ssm-quote.h"
#include "ssm-xml-field.h"
#include "ssm-xml-token.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_too_long (const xmlChar *name)
{
  return name != NULL && strlen ((const char *) name) > SSM_XML_MAX_NAME;
}

gboolean
ssm_xml_build_check_names (SsmXmlBuild *build, const SsmXmlTag *tag, gsize offset,
                           GError **error)
{
  gboolean has_long_name = is_too_long (tag->name) || is_too_long (tag->prefix);
  gboolean has_long_value = FALSE;

  for (int i = 0; i < tag->n_attributes; i++)
    {
      const xmlChar **attribute = tag->attributes + 5 * i;

      has_long_name |= is_too_long (attribute[0]) || is_too_long (attribute[1]);
      has_long_value |= attribute[4] - attribute[3] > SSM_MAX_TEXT;
    }
  for (int i = 0; i < tag->n_namespaces; i++)
    has_long_name |= is_too_long (tag->namespaces[2 * i]);

  if (has_long_name)
    return ssm_xml_source_fail (build->source, SSM_IO_ERROR_TOO_BIG, offset, error,
                                _("a name is longer than %d letters, the most a file may "
                                  "have; shorten it"),
                                SSM_XML_MAX_NAME);
  if (has_long_value)
    return ssm_xml_source_fail (build->source, SSM_IO_ERROR_TOO_BIG, offset, error,
                                _("the text is longer than %d KiB, the most a file may "
                                  "have; shorten it"),
                                SSM_MAX_TEXT / 1024);
  return TRUE;
}

static gsize
attribute_offset (SsmXmlBuild *build, gsize tag, const char *name)
{
  const char *text = build->source->text;

  return ssm_xml_find_attribute (text + tag, text + build->source->length, name) - text;
}

static gboolean
refuse_value (SsmXmlBuild *build, const char *name, const char *value, const char *problem,
              gsize offset, GError **error)
{
  g_autofree char *quoted = ssm_quote (value, -1);

  return ssm_xml_source_fail (build->source, SSM_IO_ERROR_BAD_INPUT,
                              attribute_offset (build, offset, name), error,
                              "%s=\"%s\" %s", name, quoted, problem);
}

static SsmField
find_attribute_field (SsmKind kind, const char *name, const char *prefix)
{
  const SsmKindInfo *info = ssm_kind_info (kind);

  if (prefix != NULL && (strcmp (prefix, "xml") != 0 || strcmp (name, "lang") != 0))
    return SSM_FIELD_NONE;
  if (prefix != NULL)
    name = "xml:lang";

  for (guint i = 0; i < info->n_fields; i++)
    {
      const SsmFieldInfo *field = ssm_field_info (info->first_field + (int) i);

      if (field->form == SSM_FORM_ATTRIBUTE && field->name[0] == name[0]
          && strcmp (field->name, name) == 0)
        return info->first_field + (int) i;
    }

  return SSM_FIELD_NONE;
}

static gboolean
set_field (SsmXmlBuild *build, SsmPart *part, SsmField field, const char *value,
           gsize offset, GError **error)
{
  const char *name = ssm_field_info (field)->name;
  g_autofree char *problem = ssm_xml_field_problem (field, value);

  if (problem != NULL)
    return refuse_value (build, name, value, problem, offset, error);
  if (ssm_field_info (field)->type == SSM_TYPE_VERSION)
    {
      gboolean is_newer = FALSE;

      if (!ssm_xml_check_version (build->source, value,
                                  attribute_offset (build, offset, name), &is_newer,
                                  error))
        return FALSE;
      build->is_newer |= is_newer;
    }
  if (*value != '\0' && !ssm_xml_field_is_known (field, value))
    {
      g_autofree char *quoted = ssm_quote (value, -1);

      ssm_xml_source_note (build->source, attribute_offset (build, offset, name),
                           _("%s=\"%s\" is not known; it is kept, and treated as other."),
                           name, quoted);
    }

  ssm_part_set_text (part, field, value);
  return TRUE;
}

static const char *
take_value (SsmXmlBuild *build, const xmlChar **attribute)
{
  g_string_truncate (build->value, 0);
  g_string_append_len (build->value, (const char *) attribute[3],
                       attribute[4] - attribute[3]);
  return build->value->str;
}

static gboolean
is_id (const xmlChar **attribute)
{
  return attribute[1] == NULL && strcmp ((const char *) attribute[0], "id") == 0;
}

const char *
ssm_xml_build_find_id (SsmXmlBuild *build, SsmKind kind, const SsmXmlTag *tag)
{
  if (ssm_kind_info (kind)->id_prefix == NULL)
    return NULL;

  for (int i = 0; i < tag->n_attributes; i++)
    {
      if (is_id (tag->attributes + 5 * i))
        return take_value (build, tag->attributes + 5 * i);
    }

  return "";
}

static gboolean
check_id (SsmXmlBuild *build, const char *id, gsize offset, GError **error)
{
  return ssm_id_is_valid (id)
         || refuse_value (build, "id", id,
                          _("is no id; an id is a small letter and up to 63 small letters, "
                            "digits, “.”, “_” and “-”"),
                          offset, error);
}

gboolean
ssm_xml_build_set_attributes (SsmXmlBuild *build, SsmPart *part, const SsmXmlTag *tag,
                              SsmXmlTag *unknown, gsize offset, GError **error)
{
  SsmKind kind = ssm_part_kind (part);
  gboolean has_id = ssm_kind_info (kind)->id_prefix != NULL;

  for (int i = 0; i < tag->n_attributes; i++)
    {
      const xmlChar **attribute = tag->attributes + 5 * i;
      SsmField field;

      if (has_id && is_id (attribute))
        {
          if (!check_id (build, ssm_part_id (part), offset, error))
            return FALSE;
          continue;
        }

      field = find_attribute_field (kind, (const char *) attribute[0],
                                    (const char *) attribute[1]);
      if (field == SSM_FIELD_NONE)
        memcpy (unknown->attributes + 5 * unknown->n_attributes++, attribute,
                5 * sizeof *attribute);
      else if (!set_field (build, part, field, take_value (build, attribute), offset, error))
        return FALSE;
    }

  return TRUE;
}

void
ssm_xml_build_keep_attributes (SsmXmlBuild *build, SsmXmlFrame *frame, SsmPlace place,
                               const SsmXmlTag *unknown)
{
  SsmXmlFrame *owner = ssm_xml_build_part_frame (build, frame);
  char *xml = NULL;

  if (unknown->n_attributes > 0 || unknown->n_namespaces > 0)
    xml = ssm_xml_foreign_attributes (build->bindings, unknown);
  if (xml == NULL)
    return;

  ssm_xml_build_add_foreign (owner, place, frame == owner ? -1 : frame->item, xml);
  frame->is_used = TRUE;
}

SsmXmlFrame *
ssm_xml_build_root_frame (SsmXmlBuild *build)
{
  guint i = build->depth - 1;

  while (build->frames[i].ids == NULL)
    i--;
  return &build->frames[i];
}

static gboolean
refuse_twice (SsmXmlBuild *build, SsmXmlFrame *frame, gsize first, GError **error)
{
  guint line, column;

  ssm_xml_source_locate (build->source, first, &line, &column);
  return ssm_xml_source_fail (build->source, SSM_IO_ERROR_BAD_INPUT,
                              attribute_offset (build, frame->offset, "id"), error,
                              _("id=\"%s\" is used twice, first in line %u; change one of "
                                "them, or open a repaired copy"),
                              ssm_part_id (frame->part), line);
}

static void
give_new_id (SsmXmlBuild *build, SsmXmlFrame *frame)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (frame->part));
  g_autofree char *id = ssm_id_new (info->id_prefix);
  g_autofree char *old = g_strdup (ssm_part_id (frame->part));

  ssm_part_set_id (frame->part, id);
  ssm_xml_source_note (build->source, frame->offset,
                       _("id=\"%s\" was used twice; the second <%s> has now id=\"%s\"."),
                       old, info->element, id);
}

gboolean
ssm_xml_build_register_part (SsmXmlBuild *build, SsmXmlFrame *frame, GError **error)
{
  SsmXmlIds *ids = ssm_xml_build_root_frame (build)->ids;
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (frame->part));
  gsize first;

  ssm_xml_ids_add_references (ids, frame->part, frame->offset);
  if (info->id_prefix == NULL)
    return TRUE;
  if (*ssm_part_id (frame->part) == '\0')
    return ssm_xml_source_fail (build->source, SSM_IO_ERROR_BAD_INPUT, frame->offset, error,
                                _("<%s> has no id; give it one that no other has: "
                                  "id=\"%s-1\""),
                                info->element, info->id_prefix);
  if (ssm_xml_ids_add (ids, frame->part, frame->offset, &first))
    return TRUE;
  if (!build->source->repair)
    return refuse_twice (build, frame, first, error);

  give_new_id (build, frame);
  return ssm_xml_ids_add (ids, frame->part, frame->offset, &first);
}
