/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What begins and ends with a known element: a part, the container of a list, a field. */

#include "ssm-xml-build-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIST_BIT(index) (1u << (16 + (index)))
#define FIELD_BIT(index) (1u << (index))

static gboolean
check_room (SsmXmlBuild *build, SsmList list, const SsmXmlTag *tag, gsize offset,
            GError **error)
{
  const SsmListInfo *info = ssm_list_info (list);
  SsmPart *parent = ssm_xml_build_top (build)->part;
  guint n = ssm_part_n_children (parent, list);

  if (info->max == 1 && n == 1)
    return ssm_xml_source_fail (build->source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                                _("<%s> is here a second time; put both into one"),
                                (const char *) tag->name);
  if (info->max > 1 && n >= info->max)
    return ssm_xml_source_fail (build->source, SSM_IO_ERROR_TOO_BIG, offset, error,
                                _("more than %u <%s>, the most a file may have; remove "
                                  "some"),
                                info->max, (const char *) tag->name);
  if (info->child == SSM_KIND_CRITERION
      && ssm_xml_build_root_frame (build)->n_criteria++ >= SSM_MAX_CRITERIA)
    return ssm_xml_source_fail (build->source, SSM_IO_ERROR_TOO_BIG, offset, error,
                                _("more than %d criteria, the most a map may have; remove "
                                  "some"),
                                SSM_MAX_CRITERIA);
  return TRUE;
}

static gboolean
check_root_version (SsmXmlBuild *build, SsmXmlFrame *frame, GError **error)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (frame->part));

  if (build->depth > 1 || *ssm_part_text (frame->part, info->first_field) != '\0')
    return TRUE;

  return ssm_xml_source_fail (build->source, SSM_IO_ERROR_BAD_INPUT, frame->offset, error,
                              _("<%s> does not say which version of the file format it "
                                "is; add version=\"1.0\""),
                              info->element);
}

gboolean
ssm_xml_build_start_part (SsmXmlBuild *build, SsmList list, const SsmXmlTag *tag,
                          gsize offset, GError **error)
{
  const xmlChar *others[5 * SSM_XML_MAX_ATTRIBUTES];
  SsmXmlTag unknown = *tag;
  SsmKind kind
    = list == SSM_LIST_NONE ? build->source->root : ssm_list_info (list)->child;
  gboolean is_root = list == SSM_LIST_NONE || kind == SSM_KIND_MAP;
  SsmXmlFrame *frame;

  if (list != SSM_LIST_NONE && !check_room (build, list, tag, offset, error))
    return FALSE;

  unknown.attributes = others;
  unknown.n_attributes = 0;
  frame = ssm_xml_build_push (build, SSM_XML_FRAME_PART, list, offset);
  frame->part = ssm_part_new (kind, ssm_xml_build_find_id (build, kind, tag));
  if (is_root)
    frame->ids = ssm_xml_ids_new ();

  if (!ssm_xml_build_set_attributes (build, frame->part, tag, &unknown, offset, error)
      || (is_root && !check_root_version (build, frame, error))
      || !ssm_xml_build_register_part (build, frame, error))
    return FALSE;

  ssm_xml_build_keep_attributes (build, frame, SSM_PLACE_ATTRIBUTES, &unknown);
  return TRUE;
}

static gboolean
take_turn (SsmXmlBuild *build, guint32 bit, const SsmXmlTag *tag, gsize offset,
           GError **error)
{
  SsmXmlFrame *frame = ssm_xml_build_top (build);

  if ((frame->seen & bit) != 0)
    return ssm_xml_source_fail (build->source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                                _("<%s> is here a second time; put both into one"),
                                (const char *) tag->name);
  frame->seen |= bit;
  return TRUE;
}

static gboolean
start_list (SsmXmlBuild *build, SsmList list, guint index, const SsmXmlTag *tag,
            gsize offset, GError **error)
{
  if (!take_turn (build, LIST_BIT (index), tag, offset, error))
    return FALSE;

  ssm_xml_build_keep_attributes (build,
                                 ssm_xml_build_push (build, SSM_XML_FRAME_LIST, list, offset),
                                 SSM_PLACE_LIST_ATTRIBUTES, tag);
  return TRUE;
}

static gboolean
start_field (SsmXmlBuild *build, SsmField field, guint index, const SsmXmlTag *tag,
             gsize offset, GError **error)
{
  if (!take_turn (build, FIELD_BIT (index), tag, offset, error))
    return FALSE;

  ssm_xml_build_keep_attributes (build,
                                 ssm_xml_build_push (build, SSM_XML_FRAME_FIELD, field, offset),
                                 SSM_PLACE_FIELD_ATTRIBUTES, tag);
  return TRUE;
}

/* Starts what stands in a part: a field, the container of a list, or an item without one. */
static gboolean
start_in_part (SsmXmlBuild *build, SsmPart *part, const SsmXmlTag *tag, gsize offset,
               gboolean *is_known, GError **error)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (part));
  const char *name = (const char *) tag->name;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const SsmFieldInfo *field = ssm_field_info (info->first_field + (int) i);

      if (field->form == SSM_FORM_ELEMENT && strcmp (field->name, name) == 0)
        return start_field (build, info->first_field + (int) i, i, tag, offset, error);
    }
  for (guint i = 0; i < info->n_lists; i++)
    {
      SsmList list = info->first_list + (int) i;
      const SsmListInfo *list_info = ssm_list_info (list);

      if (list_info->container != NULL && strcmp (list_info->container, name) == 0)
        return start_list (build, list, i, tag, offset, error);
      if (list_info->container == NULL
          && strcmp (ssm_kind_info (list_info->child)->element, name) == 0)
        return ssm_xml_build_start_part (build, list, tag, offset, error);
    }

  *is_known = FALSE;
  return TRUE;
}

/* Whether the file format has an element called @name. */
static gboolean
is_ours (const char *name)
{
  for (int i = 0; i < SSM_N_KINDS; i++)
    {
      if (strcmp (ssm_kind_info (i)->element, name) == 0)
        return TRUE;
    }
  for (int i = 0; i < SSM_N_LISTS; i++)
    {
      if (g_strcmp0 (ssm_list_info (i)->container, name) == 0)
        return TRUE;
    }
  for (int i = 0; i < SSM_N_FIELDS; i++)
    {
      if (ssm_field_info (i)->form == SSM_FORM_ELEMENT
          && strcmp (ssm_field_info (i)->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static const char *
frame_element (const SsmXmlFrame *frame)
{
  switch (frame->type)
    {
    case SSM_XML_FRAME_LIST:
      return ssm_list_info (frame->item)->container;
    case SSM_XML_FRAME_FIELD:
      return ssm_field_info (frame->item)->name;
    default:
      return ssm_kind_info (ssm_part_kind (frame->part))->element;
    }
}

gboolean
ssm_xml_build_start_known (SsmXmlBuild *build, const SsmXmlTag *tag, gsize offset,
                           gboolean *is_known, GError **error)
{
  SsmXmlFrame *frame = ssm_xml_build_top (build);
  const char *name = (const char *) tag->name;

  *is_known = TRUE;
  if (frame->type == SSM_XML_FRAME_LIST
      && strcmp (ssm_kind_info (ssm_list_info (frame->item)->child)->element, name) == 0)
    return ssm_xml_build_start_part (build, frame->item, tag, offset, error);
  if (frame->type == SSM_XML_FRAME_PART
      && ssm_xml_build_text_field (build) == SSM_FIELD_NONE)
    {
      if (!start_in_part (build, frame->part, tag, offset, is_known, error))
        return FALSE;
      if (*is_known)
        return TRUE;
    }

  *is_known = FALSE;
  if (build->is_newer || !is_ours (name))
    return TRUE;
  return ssm_xml_source_fail (build->source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                              _("<%s> cannot stand in <%s>; move it to where it belongs, "
                                "or remove it"),
                              name, frame_element (frame));
}

void
ssm_xml_build_add_foreign (SsmXmlFrame *frame, SsmPlace place, int item, char *xml)
{
  SsmForeign foreign = { place, item, 0, xml };

  if (frame->foreign == NULL)
    frame->foreign = ssm_xml_foreign_array_new ();
  g_array_append_val (frame->foreign, foreign);
}

static void
add_all_foreign (SsmXmlFrame *frame, SsmPlace place, int item, GPtrArray *fragments)
{
  for (guint i = 0; fragments != NULL && i < fragments->len; i++)
    ssm_xml_build_add_foreign (frame, place, item, g_strdup (fragments->pdata[i]));
}

/* Gives the text that was read to @field, and what stood in it to @frame's part. */
static void
end_text (SsmXmlBuild *build, SsmXmlFrame *frame, SsmField field)
{
  SsmXmlFrame *owner = ssm_xml_build_part_frame (build, frame);

  frame->is_used |= build->text->len > 0 || build->insertions->len > 0;
  ssm_part_set_text (frame->part, field, build->text->str);
  g_string_truncate (build->text, 0);

  if (build->insertions->len == 0)
    return;
  if (owner->foreign == NULL)
    owner->foreign = ssm_xml_foreign_array_new ();
  g_array_append_vals (owner->foreign, build->insertions->data, build->insertions->len);
  g_array_set_clear_func (build->insertions, NULL);
  g_array_unref (build->insertions);
  build->insertions = ssm_xml_foreign_array_new ();
}

/* An element that holds nothing is not written: what stood in front of it then stands in
 * front of the next one. */
static void
settle_before (SsmXmlBuild *build, SsmXmlFrame *frame, SsmPlace place)
{
  SsmXmlFrame *owner = ssm_xml_build_part_frame (build, frame);

  if (frame->is_used)
    {
      add_all_foreign (owner, place, frame->item, frame->before);
      return;
    }

  build->pending = g_steal_pointer (&frame->before);
}

void
ssm_xml_build_end_field (SsmXmlBuild *build, SsmXmlFrame *frame)
{
  end_text (build, frame, frame->item);
  settle_before (build, frame, SSM_PLACE_BEFORE_FIELD);
}

void
ssm_xml_build_end_list (SsmXmlBuild *build, SsmXmlFrame *frame)
{
  frame->is_used |= ssm_part_n_children (frame->part, frame->item) > 0
                    || build->pending != NULL;
  add_all_foreign (ssm_xml_build_part_frame (build, frame), SSM_PLACE_LIST_END, frame->item,
                   build->pending);
  g_clear_pointer (&build->pending, g_ptr_array_unref);
  settle_before (build, frame, SSM_PLACE_BEFORE_LIST);
}

static int
compare_foreign (gconstpointer a, gconstpointer b)
{
  const SsmForeign *first = a, *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return (first->item > second->item) - (first->item < second->item);
}

static void
give_foreign (SsmXmlFrame *frame)
{
  if (frame->foreign == NULL)
    return;

  g_array_sort (frame->foreign, compare_foreign);
  for (guint i = 0; i < frame->foreign->len; i++)
    {
      const SsmForeign *kept = &g_array_index (frame->foreign, SsmForeign, i);

      ssm_part_add_foreign (frame->part, kept->place, kept->item, kept->offset, kept->xml);
    }
}

void
ssm_xml_build_end_part (SsmXmlBuild *build, SsmXmlFrame *frame)
{
  SsmField content = ssm_xml_build_text_field (build);
  SsmPart *parent = frame->item != SSM_LIST_NONE ? (frame - 1)->part : NULL;

  if (content != SSM_FIELD_NONE)
    end_text (build, frame, content);
  add_all_foreign (frame, SSM_PLACE_END, -1, build->pending);
  add_all_foreign (frame, SSM_PLACE_BEFORE, -1, frame->before);
  g_clear_pointer (&build->pending, g_ptr_array_unref);
  give_foreign (frame);

  if (frame->ids != NULL)
    ssm_xml_ids_note_dangling (frame->ids, build->source);
  if (parent == NULL)
    build->root = g_steal_pointer (&frame->part);
  else
    ssm_part_insert (parent, frame->item, ssm_part_n_children (parent, frame->item),
                     g_steal_pointer (&frame->part));
}
