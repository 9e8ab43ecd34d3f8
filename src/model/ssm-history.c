/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-history.h"

/* To the deals of all values together. */
#define MAX_POINTERS (32 * 1024 * 1024)

typedef struct
{
  SsmPart *root;
  char *label;     /* of the step that led here; NULL for the first value */
  char *merge_key; /* NULL: the next push makes a step of its own */
  SsmPlaceInMap place; /* where that step was taken */
} Entry;

struct _SsmHistory
{
  GPtrArray *entries; /* of Entry, oldest first, never empty */
  guint position;     /* of the current value */
  guint step;         /* the entry to which the step undone or redone last leads */
  SsmPlaceInMap place; /* where the person is */
};

static void
set_place (SsmPlaceInMap *place, const SsmPlaceInMap *to)
{
  char *id = g_strdup (to->id);

  g_free (place->id);
  *place = (SsmPlaceInMap) { id, to->field, to->list };
}

static Entry *
entry_new (SsmPart *root, const char *label, const char *merge_key)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->root = ssm_part_ref (root);
  entry->label = g_strdup (label);
  entry->merge_key = g_strdup (merge_key);
  return entry;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  ssm_part_unref (entry->root);
  g_free (entry->label);
  g_free (entry->merge_key);
  g_free (entry->place.id);
  g_free (entry);
}

static Entry *
entry_at (SsmHistory *history, guint index)
{
  return g_ptr_array_index (history->entries, index);
}

SsmHistory *
ssm_history_new (SsmPart *root)
{
  SsmHistory *history = g_new0 (SsmHistory, 1);

  history->entries = g_ptr_array_new_with_free_func (entry_free);
  g_ptr_array_add (history->entries, entry_new (root, NULL, NULL));
  return history;
}

void
ssm_history_free (SsmHistory *history)
{
  if (history == NULL)
    return;

  g_ptr_array_unref (history->entries);
  g_free (history->place.id);
  g_free (history);
}

SsmPart *
ssm_history_current (SsmHistory *history)
{
  return entry_at (history, history->position)->root;
}

static void
forget_undone (SsmHistory *history)
{
  g_ptr_array_set_size (history->entries, (int) history->position + 1);
}

/* What was typed and taken back again, to the very value from before, is no step. */
static void
drop_empty_step (SsmHistory *history)
{
  guint position = history->position;

  if (position == 0
      || entry_at (history, position)->root != entry_at (history, position - 1)->root)
    return;

  g_ptr_array_remove_index (history->entries, position);
  history->position--;
}

/* Each value has a pointer to each of its deals. */
static guint
cap_for (const SsmPart *root)
{
  guint n = ssm_part_kind (root) == SSM_KIND_BOOK
              ? ssm_part_n_children (root, SSM_LIST_DEALS)
              : 0;

  return CLAMP (MAX_POINTERS / MAX (n, 1), SSM_HISTORY_LEAST, SSM_HISTORY_CAP);
}

gboolean
ssm_history_is_merging (SsmHistory *history, const char *merge_key)
{
  return merge_key != NULL
         && g_strcmp0 (merge_key, entry_at (history, history->position)->merge_key) == 0;
}

void
ssm_history_push (SsmHistory *history, SsmPart *root, const char *label,
                  const char *merge_key)
{
  Entry *current = entry_at (history, history->position);

  g_return_if_fail (label != NULL);
  if (root == current->root)
    return;

  forget_undone (history);
  if (ssm_history_is_merging (history, merge_key))
    {
      ssm_part_unref (current->root);
      current->root = ssm_part_ref (root);
      g_free (current->label);
      current->label = g_strdup (label);
      drop_empty_step (history);
      return;
    }

  g_ptr_array_add (history->entries, entry_new (root, label, merge_key));
  set_place (&entry_at (history, history->entries->len - 1)->place, &history->place);
  while (history->entries->len > cap_for (root) + 1)
    g_ptr_array_remove_index (history->entries, 0);
  history->position = history->entries->len - 1;
}

void
ssm_history_set_place (SsmHistory *history, const SsmPlaceInMap *place)
{
  SsmPart *root = ssm_history_current (history);

  if (*place->id == '\0' || g_str_equal (place->id, ssm_part_id (root))
      || ssm_map_find (root, place->id) != NULL)
    set_place (&history->place, place);
}

const SsmPlaceInMap *
ssm_history_get_step_place (SsmHistory *history)
{
  return &entry_at (history, MIN (history->step, history->entries->len - 1))->place;
}

void
ssm_history_end_merge (SsmHistory *history)
{
  g_clear_pointer (&entry_at (history, history->position)->merge_key, g_free);
}

const char *
ssm_history_undo_label (SsmHistory *history)
{
  return history->position > 0 ? entry_at (history, history->position)->label : NULL;
}

const char *
ssm_history_redo_label (SsmHistory *history)
{
  return history->position + 1 < history->entries->len
           ? entry_at (history, history->position + 1)->label
           : NULL;
}

SsmPart *
ssm_history_undo (SsmHistory *history)
{
  if (history->position == 0)
    return NULL;

  ssm_history_end_merge (history);
  history->step = history->position--;
  ssm_history_end_merge (history);
  return ssm_history_current (history);
}

SsmPart *
ssm_history_redo (SsmHistory *history)
{
  if (history->position + 1 == history->entries->len)
    return NULL;

  history->step = ++history->position;
  ssm_history_end_merge (history);
  return ssm_history_current (history);
}
