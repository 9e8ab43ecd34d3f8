/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts are GRefString and lists are shared between copies until one is changed, so a
 * copy costs one allocation and a few reference counts. */

#include "ssm-part.h"

#include <string.h>

struct _SsmPart
{
  gatomicrefcount refs;
  SsmKind kind;
  gboolean sealed;
  guint own_lists; /* bit per list: this part may change it */
  gboolean owns_foreign; /* and may change that */
  char *id;        /* GRefString or NULL */
  char **texts;    /* GRefString or NULL, by field */
  GPtrArray **lists; /* of SsmPart, or NULL, by list */
  GArray *foreign; /* of SsmForeign whose xml is a GRefString, or NULL */
};

G_DEFINE_BOXED_TYPE (SsmPart, ssm_part, ssm_part_ref, ssm_part_unref)

static const SsmKindInfo *
part_info (const SsmPart *part)
{
  return ssm_kind_info (part->kind);
}

static guint
field_index (const SsmPart *part, SsmField field)
{
  g_assert (ssm_field_info (field)->kind == part->kind);
  return field - part_info (part)->first_field;
}

static guint
list_index (const SsmPart *part, SsmList list)
{
  g_assert (ssm_list_info (list)->kind == part->kind);
  return list - part_info (part)->first_list;
}

static char *
acquire_text (char *text)
{
  return text != NULL ? g_ref_string_acquire (text) : NULL;
}

/* @text may be what is there already. */
static void
replace_text (char **place, const char *text)
{
  char *old = *place;

  *place = text != NULL ? g_ref_string_new (text) : NULL;
  if (old != NULL)
    g_ref_string_release (old);
}

/* One block: the part, then its texts, then its lists. */
static SsmPart *
allocate (SsmKind kind)
{
  const SsmKindInfo *info = ssm_kind_info (kind);
  gsize size = sizeof (SsmPart) + info->n_fields * sizeof (char *)
               + info->n_lists * sizeof (GPtrArray *);
  SsmPart *part = g_malloc0 (size);

  g_atomic_ref_count_init (&part->refs);
  part->kind = kind;
  part->texts = (char **) (part + 1);
  part->lists = (GPtrArray **) (part->texts + info->n_fields);
  return part;
}

SsmPart *
ssm_part_ref (const SsmPart *part)
{
  SsmPart *counted = (SsmPart *) part;

  g_return_val_if_fail (part != NULL, NULL);
  g_atomic_ref_count_inc (&counted->refs);
  return counted;
}

static void
clear_foreign (gpointer data)
{
  g_ref_string_release ((char *) ((SsmForeign *) data)->xml);
}

void
ssm_part_unref (SsmPart *part)
{
  if (part == NULL || !g_atomic_ref_count_dec (&part->refs))
    return;

  g_clear_pointer (&part->id, g_ref_string_release);
  for (guint i = 0; i < part_info (part)->n_fields; i++)
    g_clear_pointer (&part->texts[i], g_ref_string_release);
  for (guint i = 0; i < part_info (part)->n_lists; i++)
    g_clear_pointer (&part->lists[i], g_ptr_array_unref);
  g_clear_pointer (&part->foreign, g_array_unref);
  g_free (part);
}

SsmKind
ssm_part_kind (const SsmPart *part)
{
  return part->kind;
}

const char *
ssm_part_id (const SsmPart *part)
{
  return part->id != NULL ? part->id : "";
}

const char *
ssm_part_text (const SsmPart *part, SsmField field)
{
  const char *text;

  if (part == NULL)
    return "";

  text = part->texts[field_index (part, field)];
  return text != NULL ? text : "";
}

double
ssm_part_number (const SsmPart *part, SsmField field, double fallback)
{
  const char *text = ssm_part_text (part, field);

  return *text != '\0' ? g_ascii_strtod (text, NULL) : fallback;
}

gboolean
ssm_part_flag (const SsmPart *part, SsmField field)
{
  return strcmp (ssm_part_text (part, field), "yes") == 0;
}

guint
ssm_part_n_children (const SsmPart *part, SsmList list)
{
  const GPtrArray *children = part->lists[list_index (part, list)];

  return children != NULL ? children->len : 0;
}

SsmPart *
ssm_part_child (const SsmPart *part, SsmList list, guint index)
{
  g_return_val_if_fail (index < ssm_part_n_children (part, list), NULL);
  return g_ptr_array_index (part->lists[list_index (part, list)], index);
}

SsmPart *
ssm_part_only (const SsmPart *part, SsmList list)
{
  return ssm_part_n_children (part, list) > 0 ? ssm_part_child (part, list, 0) : NULL;
}

guint
ssm_part_n_foreign (const SsmPart *part)
{
  return part->foreign != NULL ? part->foreign->len : 0;
}

const SsmForeign *
ssm_part_foreign (const SsmPart *part, guint index)
{
  g_return_val_if_fail (index < ssm_part_n_foreign (part), NULL);
  return &g_array_index (part->foreign, SsmForeign, index);
}

gboolean
ssm_part_foreign_equal (const SsmPart *a, const SsmPart *b)
{
  if (a->foreign == b->foreign)
    return TRUE;
  if (ssm_part_n_foreign (a) != ssm_part_n_foreign (b))
    return FALSE;

  for (guint i = 0; i < ssm_part_n_foreign (a); i++)
    {
      const SsmForeign *x = ssm_part_foreign (a, i);
      const SsmForeign *y = ssm_part_foreign (b, i);

      if (x->place != y->place || x->item != y->item || x->offset != y->offset
          || strcmp (x->xml, y->xml) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
children_equal (const GPtrArray *a, const GPtrArray *b)
{
  guint n_a = a != NULL ? a->len : 0;
  guint n_b = b != NULL ? b->len : 0;

  if (a == b)
    return TRUE;
  if (n_a != n_b)
    return FALSE;

  for (guint i = 0; i < n_a; i++)
    {
      if (!ssm_part_equal (a->pdata[i], b->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

gboolean
ssm_part_equal (const SsmPart *a, const SsmPart *b)
{
  if (a == b)
    return TRUE;
  if (a->kind != b->kind || g_strcmp0 (a->id, b->id) != 0)
    return FALSE;

  for (guint i = 0; i < part_info (a)->n_fields; i++)
    {
      if (a->texts[i] != b->texts[i] && g_strcmp0 (a->texts[i], b->texts[i]) != 0)
        return FALSE;
    }
  for (guint i = 0; i < part_info (a)->n_lists; i++)
    {
      if (!children_equal (a->lists[i], b->lists[i]))
        return FALSE;
    }

  return ssm_part_foreign_equal (a, b);
}

SsmPart *
ssm_part_new (SsmKind kind, const char *id)
{
  SsmPart *part = allocate (kind);

  ssm_part_set_id (part, id);
  return part;
}

SsmPart *
ssm_part_copy (const SsmPart *part)
{
  SsmPart *copy = allocate (part->kind);

  /* From now on both share the lists of a part that is still being built. */
  if (!part->sealed)
    {
      ((SsmPart *) part)->own_lists = 0;
      ((SsmPart *) part)->owns_foreign = FALSE;
    }

  copy->id = acquire_text (part->id);
  for (guint i = 0; i < part_info (part)->n_fields; i++)
    copy->texts[i] = acquire_text (part->texts[i]);
  for (guint i = 0; i < part_info (part)->n_lists; i++)
    copy->lists[i] = part->lists[i] != NULL ? g_ptr_array_ref (part->lists[i]) : NULL;
  copy->foreign = part->foreign != NULL ? g_array_ref (part->foreign) : NULL;
  return copy;
}

SsmPart *
ssm_part_seal (SsmPart *part)
{
  part->sealed = TRUE;
  return part;
}

void
ssm_part_set_id (SsmPart *part, const char *id)
{
  g_assert (!part->sealed);
  g_assert ((id != NULL) == (part_info (part)->id_prefix != NULL));
  replace_text (&part->id, id);
}

/* Foreign content inside a text keeps its place while the words in front of it, or those
 * behind it, stay as they are. */
static guint
moved_offset (guint offset, const char *before, const char *after)
{
  guint old_length = strlen (before), new_length = strlen (after);
  guint same = 0;

  while (same < offset && before[same] != '\0' && before[same] == after[same])
    same++;
  if (same >= offset)
    return offset;
  if (old_length - offset <= new_length
      && strcmp (before + offset, after + new_length - (old_length - offset)) == 0)
    return new_length - (old_length - offset);

  return new_length;
}

static void
own_foreign (SsmPart *part)
{
  GArray *own;

  if (part->owns_foreign)
    return;

  own = g_array_new (FALSE, FALSE, sizeof (SsmForeign));
  g_array_set_clear_func (own, clear_foreign);
  for (guint i = 0; i < ssm_part_n_foreign (part); i++)
    {
      SsmForeign item = *ssm_part_foreign (part, i);

      item.xml = g_ref_string_acquire ((char *) item.xml);
      g_array_append_val (own, item);
    }

  g_clear_pointer (&part->foreign, g_array_unref);
  part->foreign = own;
  part->owns_foreign = TRUE;
}

static void
move_foreign (SsmPart *part, SsmField field, const char *text)
{
  for (guint i = 0; i < ssm_part_n_foreign (part); i++)
    {
      SsmForeign item = *ssm_part_foreign (part, i);

      if (item.place != SSM_PLACE_IN_FIELD || item.item != (int) field)
        continue;

      own_foreign (part);
      g_array_index (part->foreign, SsmForeign, i).offset
        = moved_offset (item.offset, ssm_part_text (part, field), text);
    }
}

void
ssm_part_set_text (SsmPart *part, SsmField field, const char *text)
{
  gboolean is_default = text == NULL || *text == '\0'
                        || (ssm_field_info (field)->type == SSM_TYPE_FLAG
                            && strcmp (text, "no") == 0);

  g_assert (!part->sealed);
  move_foreign (part, field, is_default ? "" : text);
  replace_text (&part->texts[field_index (part, field)], is_default ? NULL : text);
}

/* The list as this part's own, which its copies do not see change. */
static GPtrArray *
own_list (SsmPart *part, SsmList list)
{
  guint index = list_index (part, list), n;
  GPtrArray *own;

  g_assert (!part->sealed);
  if ((part->own_lists & 1u << index) != 0)
    return part->lists[index];

  n = ssm_part_n_children (part, list);
  own = g_ptr_array_new_full (n, (GDestroyNotify) ssm_part_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (own, ssm_part_ref (part->lists[index]->pdata[i]));

  g_clear_pointer (&part->lists[index], g_ptr_array_unref);
  part->lists[index] = own;
  part->own_lists |= 1u << index;
  return own;
}

void
ssm_part_insert (SsmPart *part, SsmList list, guint index, SsmPart *child)
{
  g_assert (child->kind == ssm_list_info (list)->child);
  g_assert (index <= ssm_part_n_children (part, list));
  g_ptr_array_insert (own_list (part, list), (int) index, ssm_part_seal (child));
}

void
ssm_part_remove (SsmPart *part, SsmList list, guint index)
{
  g_ptr_array_remove_index (own_list (part, list), index);
}

void
ssm_part_replace (SsmPart *part, SsmList list, guint index, SsmPart *child)
{
  GPtrArray *own = own_list (part, list);

  g_assert (child->kind == ssm_list_info (list)->child && index < own->len);
  ssm_part_unref (own->pdata[index]);
  own->pdata[index] = ssm_part_seal (child);
}

void
ssm_part_add_foreign (SsmPart *part, SsmPlace place, int item, guint offset,
                      const char *xml)
{
  SsmForeign added = { place, item, offset, g_ref_string_new (xml) };

  g_assert (!part->sealed);
  own_foreign (part);
  g_array_append_val (part->foreign, added);
}
