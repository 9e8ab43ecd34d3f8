/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Both maps are walked together, list by list. In a list the parts that kept their order
 * are the longest run of places that rises; all others were moved, which is the least
 * number of moves that explains what is seen. */

#include "ssm-diff.h"

#include <string.h>

/* Where a part stands in its map. */
typedef struct
{
  const SsmPart *part;
  const SsmPart *parent;
  const SsmPart *stage;
  SsmList list;
  guint index;
  gboolean stays; /* in the other map's list at the same place among its kind */
} Entry;

typedef struct
{
  GHashTable *entries; /* key of a part → Entry */
  GHashTable *keys;    /* part → its key, owned by entries */
} Index;

typedef struct
{
  Index before;
  Index after;
  GPtrArray *changes;
} Comparison;

/* (transfer full): what stays the same about a part for life. What has no id is told by
 * what it is about, and by how many like it stand before it. */
static char *
part_key (Index *index, const SsmPart *part, const SsmPart *parent)
{
  static const SsmField about[SSM_N_KINDS] = { [SSM_KIND_AT] = SSM_AT_STAGE,
                                               [SSM_KIND_TOTAL] = SSM_TOTAL_KIND,
                                               [SSM_KIND_LOST] = SSM_LOST_REASON };
  SsmKind kind = ssm_part_kind (part);
  const char *name = ssm_part_id (part);
  char *key;

  if (about[kind] != 0)
    name = ssm_part_text (part, about[kind]);
  key = g_strdup_printf ("%d %s", kind, name);
  for (guint n = 1; g_hash_table_contains (index->entries, key); n++)
    {
      g_free (key);
      key = g_strdup_printf ("%d %s %u", kind, name, n);
    }
  return key;
}

static void
index_part (Index *index, const SsmPart *part, const Entry *place)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (part));
  Entry *entry = g_memdup2 (place, sizeof *place);
  char *key = part_key (index, part, place->parent);

  g_hash_table_insert (index->entries, key, entry);
  g_hash_table_insert (index->keys, (gpointer) part, key);
  for (guint i = 0; i < info->n_lists; i++)
    {
      SsmList list = info->first_list + (int) i;
      guint n = list != SSM_LIST_VERSION_MAP ? ssm_part_n_children (part, list) : 0;

      for (guint k = 0; k < n; k++)
        {
          const SsmPart *child = ssm_part_child (part, list, k);
          const SsmPart *stage = ssm_part_kind (child) == SSM_KIND_STAGE ? child
                                                                         : place->stage;
          Entry below = { child, part, stage, list, k, FALSE };

          index_part (index, child, &below);
        }
    }
}

static void
index_init (Index *index, const SsmMap *map)
{
  Entry root = { map, NULL, NULL, SSM_LIST_NONE, 0, FALSE };

  index->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  index->keys = g_hash_table_new (NULL, NULL);
  index_part (index, map, &root);
}

static void
index_clear (Index *index)
{
  g_hash_table_unref (index->keys);
  g_hash_table_unref (index->entries);
}

/* Where @part of one index stands in the other; NULL where it does not. */
static Entry *
find_other (const Index *mine, const Index *other, const SsmPart *part)
{
  return g_hash_table_lookup (other->entries, g_hash_table_lookup (mine->keys, part));
}

static Entry *
find_own (const Index *mine, const SsmPart *part)
{
  return find_other (mine, mine, part);
}

static SsmChange *
add_change (Comparison *comparison, SsmChangeKind kind, const Entry *before,
            const Entry *after)
{
  const Entry *place = after != NULL && after->part != NULL ? after : before;
  SsmChange *change = g_new0 (SsmChange, 1);

  change->kind = kind;
  change->before = before != NULL ? before->part : NULL;
  change->after = after != NULL ? after->part : NULL;
  change->field = SSM_FIELD_NONE;
  change->stage = place->stage;
  change->list = place->list;
  change->from_list = before != NULL ? before->list : SSM_LIST_NONE;
  change->from_stage = before != NULL ? before->stage : NULL;
  g_ptr_array_add (comparison->changes, change);
  return change;
}

static gboolean
foreign_equal (const SsmPart *before, const SsmPart *after)
{
  if (before != NULL && after != NULL)
    return ssm_part_foreign_equal (before, after);

  return ssm_part_n_foreign (before != NULL ? before : after) == 0;
}

static void
compare_texts (Comparison *comparison, const Entry *before, const Entry *after, SsmKind kind,
               gboolean elements)
{
  const SsmKindInfo *info = ssm_kind_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      SsmField field = info->first_field + (int) i;
      gboolean is_element = ssm_field_info (field)->form != SSM_FORM_ATTRIBUTE;

      if (is_element == elements
          && strcmp (ssm_part_text (before->part, field), ssm_part_text (after->part, field)))
        add_change (comparison, SSM_CHANGE_CHANGED, before, after)->field = field;
    }
}

/* An edition that is not there is one in which nothing is said. */
static void
compare_singleton (Comparison *comparison, const SsmPart *before, const SsmPart *after,
                   SsmList list)
{
  Entry none = { NULL, NULL, NULL, list, 0, TRUE };
  const SsmPart *then = ssm_part_only (before, list), *now = ssm_part_only (after, list);
  const Entry *old = then != NULL ? find_own (&comparison->before, then) : &none;
  const Entry *new = now != NULL ? find_own (&comparison->after, now) : &none;

  if (then == now)
    return;
  compare_texts (comparison, old, new, ssm_list_info (list)->child, FALSE);
  if (!foreign_equal (then, now))
    add_change (comparison, SSM_CHANGE_CHANGED, old, new);
}

static void compare_part (Comparison *comparison, const Entry *before, const Entry *after);

/* The longest run of parts, in @list of both parents, whose order is the same: those stay.
 * @tails[n] is the part with the lowest place that ends a run of n + 1. */
static void
find_staying (Comparison *comparison, const SsmPart *before, const SsmPart *after,
              SsmList list)
{
  guint n = ssm_part_n_children (after, list), n_tails = 0;
  g_autofree Entry **others = g_new0 (Entry *, n);
  g_autofree int *previous = g_new (int, n), *tails = g_new (int, n);

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = n_tails;

      others[i] = find_other (&comparison->after, &comparison->before,
                              ssm_part_child (after, list, i));
      if (others[i] == NULL || others[i]->parent != before || others[i]->list != list)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (others[tails[middle]]->index < others[i]->index)
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? tails[low - 1] : -1;
      tails[low] = (int) i;
      n_tails = MAX (n_tails, low + 1);
    }
  for (int i = n_tails > 0 ? tails[n_tails - 1] : -1; i >= 0; i = previous[i])
    others[i]->stays = TRUE;
}

/* Those from @from on, up to @end, that are nowhere any more. */
static void
add_removed (Comparison *comparison, const SsmPart *parent, SsmList list, guint from,
             guint end)
{
  for (guint i = from; i < end; i++)
    {
      const SsmPart *child = ssm_part_child (parent, list, i);

      if (find_other (&comparison->before, &comparison->after, child) == NULL)
        add_change (comparison, SSM_CHANGE_REMOVED,
                    find_own (&comparison->before, child), NULL);
    }
}

/* What came with a part that was added is told by that; what was moved there is not. */
static void
look_for_moved (Comparison *comparison, const SsmPart *added)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (added));

  for (guint i = 0; i < info->n_lists; i++)
    {
      SsmList list = info->first_list + (int) i;
      guint n = list != SSM_LIST_VERSION_MAP ? ssm_part_n_children (added, list) : 0;

      for (guint k = 0; k < n; k++)
        {
          const SsmPart *child = ssm_part_child (added, list, k);
          Entry *before = find_other (&comparison->after, &comparison->before, child);
          Entry *after = find_own (&comparison->after, child);

          if (before == NULL)
            continue;
          add_change (comparison, SSM_CHANGE_MOVED, before, after);
          compare_part (comparison, before, after);
        }
    }
}

static void
compare_list (Comparison *comparison, const SsmPart *before, const SsmPart *after,
              SsmList list)
{
  guint n_before = ssm_part_n_children (before, list), next = 0;

  find_staying (comparison, before, after, list);
  for (guint i = 0; i < ssm_part_n_children (after, list); i++)
    {
      Entry *now = find_own (&comparison->after, ssm_part_child (after, list, i));
      Entry *then = find_other (&comparison->after, &comparison->before, now->part);

      if (then == NULL)
        {
          add_change (comparison, SSM_CHANGE_ADDED, NULL, now);
          look_for_moved (comparison, now->part);
          continue;
        }
      if (then->stays)
        {
          add_removed (comparison, before, list, next, then->index);
          next = then->index + 1;
        }
      else
        add_change (comparison, SSM_CHANGE_MOVED, then, now);
      compare_part (comparison, then, now);
    }
  add_removed (comparison, before, list, next, n_before);
}

static gboolean
is_leaf_singleton (SsmList list)
{
  const SsmListInfo *info = ssm_list_info (list);

  return info->max == 1 && ssm_kind_info (info->child)->n_lists == 0;
}

/* As it is read: what stands in words, what is in it, then its particulars; those of the
 * map stand in its head. */
static void
compare_part (Comparison *comparison, const Entry *before, const Entry *after)
{
  SsmKind kind = ssm_part_kind (after->part);
  const SsmKindInfo *info = ssm_kind_info (kind);

  if (before->part == after->part)
    return;

  compare_texts (comparison, before, after, kind, TRUE);
  if (kind == SSM_KIND_MAP)
    compare_texts (comparison, before, after, kind, FALSE);
  for (guint i = 0; i < info->n_lists; i++)
    {
      SsmList list = info->first_list + (int) i;

      if (is_leaf_singleton (list))
        compare_singleton (comparison, before->part, after->part, list);
      else if (list != SSM_LIST_VERSION_MAP)
        compare_list (comparison, before->part, after->part, list);
    }
  if (kind != SSM_KIND_MAP)
    compare_texts (comparison, before, after, kind, FALSE);
  if (!foreign_equal (before->part, after->part))
    add_change (comparison, SSM_CHANGE_CHANGED, before, after);
}

SsmDiff *
ssm_diff_new (const SsmMap *before, const SsmMap *after)
{
  SsmDiff *diff = g_new0 (SsmDiff, 1);
  Comparison comparison = { .changes = g_ptr_array_new_with_free_func (g_free) };
  Entry then = { before, NULL, NULL, SSM_LIST_NONE, 0, TRUE };
  Entry now = { after, NULL, NULL, SSM_LIST_NONE, 0, TRUE };

  index_init (&comparison.before, before);
  index_init (&comparison.after, after);
  compare_part (&comparison, &then, &now);
  index_clear (&comparison.before);
  index_clear (&comparison.after);

  diff->before = ssm_part_ref (before);
  diff->after = ssm_part_ref (after);
  diff->changes = comparison.changes;
  return diff;
}

void
ssm_diff_free (SsmDiff *diff)
{
  if (diff == NULL)
    return;

  ssm_part_unref (diff->before);
  ssm_part_unref (diff->after);
  g_ptr_array_unref (diff->changes);
  g_free (diff);
}

const SsmPart *
ssm_change_part (const SsmChange *change)
{
  return change->after != NULL ? change->after : change->before;
}
