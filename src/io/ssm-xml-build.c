/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stack of open elements and no recursion: the file decides how deep elements stand.
 *
 * What is foreign waits in @pending until it is known in front of what it stands. It then
 * goes to the part with all else that is foreign there, sorted by place, so that a map is
 * the same value whatever order its file was in. */

#include "ssm-xml-build-private.h"

#include "ssm-quote.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
clear_foreign (gpointer data)
{
  g_free ((char *) ((SsmForeign *) data)->xml);
}

GArray *
ssm_xml_foreign_array_new (void)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (SsmForeign));

  g_array_set_clear_func (array, clear_foreign);
  return array;
}

SsmXmlBuild *
ssm_xml_build_new (SsmXmlSource *source)
{
  SsmXmlBuild *build = g_new0 (SsmXmlBuild, 1);

  build->source = source;
  build->bindings = g_array_new (FALSE, FALSE, sizeof (SsmXmlBinding));
  build->text = g_string_new (NULL);
  build->value = g_string_new (NULL);
  build->insertions = ssm_xml_foreign_array_new ();
  return build;
}

static void
clear_frame (SsmXmlFrame *frame)
{
  if (frame->type == SSM_XML_FRAME_PART)
    g_clear_pointer (&frame->part, ssm_part_unref);
  g_clear_pointer (&frame->foreign, g_array_unref);
  g_clear_pointer (&frame->before, g_ptr_array_unref);
  g_clear_pointer (&frame->ids, ssm_xml_ids_free);
}

void
ssm_xml_build_free (SsmXmlBuild *build)
{
  if (build == NULL)
    return;
  while (build->depth > 0)
    clear_frame (&build->frames[--build->depth]);
  g_clear_pointer (&build->fragment, ssm_xml_fragment_free);
  g_clear_pointer (&build->root, ssm_part_unref);
  g_array_unref (build->bindings);
  g_string_free (build->text, TRUE);
  g_string_free (build->value, TRUE);
  g_array_unref (build->insertions);
  g_clear_pointer (&build->pending, g_ptr_array_unref);
  g_free (build);
}

SsmXmlFrame *
ssm_xml_build_top (SsmXmlBuild *build)
{
  return build->depth > 0 ? &build->frames[build->depth - 1] : NULL;
}

/* The frame of the part that @frame belongs to. */
SsmXmlFrame *
ssm_xml_build_part_frame (SsmXmlBuild *build, SsmXmlFrame *frame)
{
  while (frame->type != SSM_XML_FRAME_PART)
    frame--;
  return frame;
}

SsmXmlFrame *
ssm_xml_build_push (SsmXmlBuild *build, SsmXmlFrameType type, int item, gsize offset)
{
  SsmXmlFrame *frame = &build->frames[build->depth++];

  *frame = (SsmXmlFrame) { .type = type, .item = item, .offset = offset };
  frame->n_bindings = build->bindings->len;
  frame->before = g_steal_pointer (&build->pending);
  if (type != SSM_XML_FRAME_PART)
    frame->part = build->frames[build->depth - 2].part;
  return frame;
}

/* The field whose text the innermost element holds, or SSM_FIELD_NONE. */
SsmField
ssm_xml_build_text_field (SsmXmlBuild *build)
{
  const SsmXmlFrame *frame = ssm_xml_build_top (build);
  const SsmKindInfo *info;

  if (frame == NULL || frame->type == SSM_XML_FRAME_LIST)
    return SSM_FIELD_NONE;
  if (frame->type == SSM_XML_FRAME_FIELD)
    return frame->item;

  info = ssm_kind_info (ssm_part_kind (frame->part));
  if (info->n_fields > 0
      && ssm_field_info (info->first_field + (int) info->n_fields - 1)->form
           == SSM_FORM_CONTENT)
    return info->first_field + (int) info->n_fields - 1;

  return SSM_FIELD_NONE;
}

static gboolean
count_node (SsmXmlBuild *build, gsize offset, GError **error)
{
  int max = build->source->root == SSM_KIND_BOOK ? SSM_XML_MAX_BOOK_NODES
                                                 : SSM_XML_MAX_NODES;

  if (++build->n_nodes > (guint) max)
    return ssm_xml_source_fail (build->source, SSM_IO_ERROR_TOO_BIG, offset, error,
                                _("more than %d elements and comments, the most a file may "
                                  "have; remove some"),
                                max);
  return TRUE;
}

static gboolean
is_blank (const char *text, gsize length, gsize *first)
{
  for (*first = 0; *first < length; *first += 1)
    {
      char c = text[*first];

      if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
        return FALSE;
    }

  return TRUE;
}

/* The first character from @offset on that is no blank: where the text is. */
static gsize
skip_blanks (const SsmXmlSource *source, gsize offset)
{
  while (offset < source->length && strchr (" \t\r\n", source->text[offset]) != NULL)
    offset++;
  return offset;
}

static gboolean
refuse_stray_text (SsmXmlBuild *build, const char *text, gsize length, gsize offset,
                   GError **error)
{
  g_autofree char *quoted = ssm_quote (text, (gssize) MIN (length, 200));

  return ssm_xml_source_fail (build->source, SSM_IO_ERROR_BAD_INPUT,
                              skip_blanks (build->source, offset), error,
                              _("the text “%s” stands between elements, where no text "
                                "belongs; put it into an element, or remove it"),
                              g_strstrip (quoted));
}

gboolean
ssm_xml_build_text (SsmXmlBuild *build, const char *text, gsize length, gsize offset,
                    GError **error)
{
  gsize first;

  if (build->fragment != NULL)
    {
      ssm_xml_fragment_text (build->fragment, text, length);
      return TRUE;
    }
  if (ssm_xml_build_text_field (build) == SSM_FIELD_NONE)
    return is_blank (text, length, &first)
           || refuse_stray_text (build, text + first, length - first, offset, error);

  g_string_append_len (build->text, text, (gssize) length);
  if (build->text->len > SSM_MAX_TEXT)
    return ssm_xml_source_fail (build->source, SSM_IO_ERROR_TOO_BIG, offset, error,
                                _("the text is longer than %d KiB, the most a file may "
                                  "have; shorten it"),
                                SSM_MAX_TEXT / 1024);
  return TRUE;
}

static void
keep (SsmXmlBuild *build, char *xml)
{
  SsmField field = ssm_xml_build_text_field (build);
  SsmForeign insertion = { SSM_PLACE_IN_FIELD, field, (guint) build->text->len, xml };

  if (field != SSM_FIELD_NONE)
    {
      g_array_append_val (build->insertions, insertion);
      return;
    }

  if (build->pending == NULL)
    build->pending = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (build->pending, xml);
}

gboolean
ssm_xml_build_insert (SsmXmlBuild *build, char *xml, gsize offset, GError **error)
{
  g_autofree char *owned = xml;

  if (!count_node (build, offset, error))
    return FALSE;
  if (build->fragment != NULL)
    ssm_xml_fragment_insert (build->fragment, xml);
  else
    keep (build, g_steal_pointer (&owned));
  return TRUE;
}

static gboolean
check_tag (SsmXmlBuild *build, const SsmXmlTag *tag, gsize offset, GError **error)
{
  guint depth = build->depth + (build->fragment != NULL ? build->fragment_depth : 0);

  if (depth >= SSM_XML_MAX_DEPTH)
    return ssm_xml_source_fail (build->source, SSM_IO_ERROR_TOO_BIG, offset, error,
                                _("elements stand more than %d deep, the most a file may "
                                  "have; remove some"),
                                SSM_XML_MAX_DEPTH);
  if (tag->n_attributes + tag->n_namespaces > SSM_XML_MAX_ATTRIBUTES
      || build->bindings->len > SSM_XML_MAX_ATTRIBUTES)
    return ssm_xml_source_fail (build->source, SSM_IO_ERROR_TOO_BIG, offset, error,
                                _("the element has more than %d attributes, the most a "
                                  "file may have; remove some"),
                                SSM_XML_MAX_ATTRIBUTES);
  if (!count_node (build, offset, error))
    return FALSE;

  return ssm_xml_build_check_names (build, tag, offset, error);
}

gboolean
ssm_xml_build_start (SsmXmlBuild *build, const SsmXmlTag *tag, gsize offset,
                     GError **error)
{
  if (!check_tag (build, tag, offset, error))
    return FALSE;
  if (build->depth == 0)
    return ssm_xml_check_root (build->source, tag, offset, error)
           && ssm_xml_build_start_part (build, SSM_LIST_NONE, tag, offset, error);

  if (build->fragment == NULL
      && strcmp (tag->uri != NULL ? (const char *) tag->uri : "", SSM_NAMESPACE) == 0)
    {
      gboolean is_known;

      if (!ssm_xml_build_start_known (build, tag, offset, &is_known, error))
        return FALSE;
      if (is_known)
        return TRUE;
    }

  if (build->fragment == NULL)
    build->fragment = ssm_xml_fragment_new (build->bindings);
  ssm_xml_fragment_start (build->fragment, tag);
  build->fragment_depth++;
  return TRUE;
}

static void
end_fragment (SsmXmlBuild *build, const SsmXmlTag *tag)
{
  char *xml = ssm_xml_fragment_end (build->fragment, tag);

  build->fragment_depth--;
  if (xml == NULL)
    return;

  g_clear_pointer (&build->fragment, ssm_xml_fragment_free);
  keep (build, xml);
}

void
ssm_xml_build_end (SsmXmlBuild *build, const SsmXmlTag *tag)
{
  SsmXmlFrame *frame = ssm_xml_build_top (build);

  if (build->fragment != NULL)
    {
      end_fragment (build, tag);
      return;
    }

  if (frame->type == SSM_XML_FRAME_PART)
    ssm_xml_build_end_part (build, frame);
  else if (frame->type == SSM_XML_FRAME_LIST)
    ssm_xml_build_end_list (build, frame);
  else
    ssm_xml_build_end_field (build, frame);

  g_array_set_size (build->bindings, frame->n_bindings);
  clear_frame (frame);
  build->depth--;
}

gboolean
ssm_xml_build_is_done (const SsmXmlBuild *build)
{
  return build->root != NULL;
}

SsmPart *
ssm_xml_build_finish (SsmXmlBuild *build)
{
  if (build->root == NULL)
    return NULL;

  for (guint i = 0; build->pending != NULL && i < build->pending->len; i++)
    ssm_part_add_foreign (build->root, SSM_PLACE_AFTER, -1, 0, build->pending->pdata[i]);
  return ssm_part_seal (g_steal_pointer (&build->root));
}
