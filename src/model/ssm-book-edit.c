/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-book-edit.h"

#include "ssm-clean.h"
#include "ssm-id.h"

#include <string.h>

SsmBook *
ssm_book_with_deal (SsmBook *book, SsmPart *deal)
{
  guint index;
  const SsmPart *old = ssm_book_find (book, ssm_part_id (deal), &index);
  SsmBook *copy;

  if (old == NULL || ssm_part_equal (old, deal))
    return ssm_part_ref (book);

  copy = ssm_part_copy (book);
  ssm_part_replace (copy, SSM_LIST_DEALS, index, ssm_part_ref (deal));
  return ssm_part_seal (copy);
}

/* (transfer full): an id that none of the deals has. */
static char *
fresh_id (const SsmBook *book)
{
  char *id = ssm_id_new (ssm_kind_info (SSM_KIND_DEAL)->id_prefix);

  while (ssm_book_find (book, id, NULL) != NULL)
    {
      g_free (id);
      id = ssm_id_new (ssm_kind_info (SSM_KIND_DEAL)->id_prefix);
    }

  return id;
}

SsmBook *
ssm_book_with_deal_added (SsmBook *book, guint index, const char *name, char **out_id)
{
  g_autofree char *id = NULL, *clean = NULL;
  guint n = ssm_book_n_deals (book);
  SsmPart *deal;
  SsmBook *copy;

  if (out_id != NULL)
    *out_id = NULL;
  if (n >= SSM_MAX_DEALS)
    return ssm_part_ref (book);

  id = fresh_id (book);
  clean = ssm_clean_text (name, FALSE);
  deal = ssm_part_new (SSM_KIND_DEAL, id);
  ssm_part_set_text (deal, SSM_DEAL_NAME, clean);
  copy = ssm_part_copy (book);
  ssm_part_insert (copy, SSM_LIST_DEALS, MIN (index, n), deal);
  if (out_id != NULL)
    *out_id = g_steal_pointer (&id);
  return ssm_part_seal (copy);
}

SsmBook *
ssm_book_with_deal_removed (SsmBook *book, const char *id)
{
  guint index;
  SsmBook *copy;

  if (ssm_book_find (book, id, &index) == NULL)
    return ssm_part_ref (book);

  copy = ssm_part_copy (book);
  ssm_part_remove (copy, SSM_LIST_DEALS, index);
  return ssm_part_seal (copy);
}

/* (transfer full): id → place + 1. The ids are the deals' own. */
static GHashTable *
index_places (const SsmBook *book)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ssm_book_n_deals (book); i++)
    g_hash_table_insert (places, (char *) ssm_part_id (ssm_book_deal (book, i)),
                         GUINT_TO_POINTER (i + 1));
  return places;
}

/* FALSE where nothing changed. The ids in @places are those of deals that outlive it. */
static gboolean
put_deal (SsmBook *copy, GHashTable *places, SsmPart *deal)
{
  char *id = (char *) ssm_part_id (deal);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, id));
  guint n = ssm_book_n_deals (copy);

  if (place > 0)
    {
      if (ssm_part_equal (ssm_book_deal (copy, place - 1), deal))
        return FALSE;
      ssm_part_replace (copy, SSM_LIST_DEALS, place - 1, ssm_part_ref (deal));
      return TRUE;
    }
  if (n >= SSM_MAX_DEALS)
    return FALSE;

  ssm_part_insert (copy, SSM_LIST_DEALS, n, ssm_part_ref (deal));
  g_hash_table_insert (places, id, GUINT_TO_POINTER (n + 1));
  return TRUE;
}

SsmBook *
ssm_book_with_deals (SsmBook *book, GPtrArray *deals)
{
  g_autoptr (GHashTable) places = index_places (book);
  g_autoptr (SsmBook) copy = ssm_part_copy (book);
  gboolean changed = FALSE;

  for (guint i = 0; i < deals->len; i++)
    changed |= put_deal (copy, places, g_ptr_array_index (deals, i));

  if (!changed)
    return ssm_part_ref (book);
  return ssm_part_seal (g_steal_pointer (&copy));
}

static gboolean
is_same_but_deals (const SsmBook *a, const SsmBook *b)
{
  const SsmPart *import_a = ssm_part_only (a, SSM_LIST_IMPORT);
  const SsmPart *import_b = ssm_part_only (b, SSM_LIST_IMPORT);

  if ((import_a == NULL) != (import_b == NULL)
      || (import_a != NULL && !ssm_part_equal (import_a, import_b)))
    return FALSE;

  return strcmp (ssm_part_text (a, SSM_BOOK_VERSION), ssm_part_text (b, SSM_BOOK_VERSION)) == 0
         && strcmp (ssm_part_text (a, SSM_BOOK_MAP), ssm_part_text (b, SSM_BOOK_MAP)) == 0
         && ssm_part_foreign_equal (a, b);
}

static gboolean
has_same_id (const SsmPart *a, const SsmPart *b)
{
  return strcmp (ssm_part_id (a), ssm_part_id (b)) == 0;
}

SsmBook *
ssm_book_difference (const SsmBook *before, const SsmBook *after)
{
  guint n_before = ssm_book_n_deals (before), n_after = ssm_book_n_deals (after);
  g_autoptr (SsmBook) difference = NULL;
  guint n = 0;

  if (n_before > n_after || !is_same_but_deals (before, after))
    return NULL;

  difference = ssm_part_new (SSM_KIND_BOOK, NULL);
  ssm_part_set_text (difference, SSM_BOOK_VERSION, ssm_part_text (after, SSM_BOOK_VERSION));
  ssm_part_set_text (difference, SSM_BOOK_MAP, ssm_part_text (after, SSM_BOOK_MAP));
  for (guint i = 0; i < n_after; i++)
    {
      const SsmPart *old = i < n_before ? ssm_book_deal (before, i) : NULL;
      SsmPart *deal = ssm_book_deal (after, i);

      if (deal == old)
        continue;
      if ((old != NULL && !has_same_id (old, deal)) || n > n_after / 4)
        return NULL;
      ssm_part_insert (difference, SSM_LIST_DEALS, n++, ssm_part_ref (deal));
    }

  return g_steal_pointer (&difference);
}

SsmBook *
ssm_book_with_map (SsmBook *book, const char *map_id)
{
  SsmBook *copy;

  if (strcmp (ssm_part_text (book, SSM_BOOK_MAP), map_id) == 0)
    return ssm_part_ref (book);

  copy = ssm_part_copy (book);
  ssm_part_set_text (copy, SSM_BOOK_MAP, map_id);
  return ssm_part_seal (copy);
}

SsmBook *
ssm_book_with_import (SsmBook *book, SsmPart *import)
{
  const SsmPart *old = ssm_part_only (book, SSM_LIST_IMPORT);
  SsmBook *copy;

  if (old == import || (old != NULL && import != NULL && ssm_part_equal (old, import)))
    return ssm_part_ref (book);

  copy = ssm_part_copy (book);
  if (old != NULL)
    ssm_part_remove (copy, SSM_LIST_IMPORT, 0);
  if (import != NULL)
    ssm_part_insert (copy, SSM_LIST_IMPORT, 0, ssm_part_ref (import));
  return ssm_part_seal (copy);
}

GHashTable *
ssm_book_index (const SsmBook *book, SsmField field)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ssm_book_n_deals (book); i++)
    {
      SsmPart *deal = ssm_book_deal (book, i);
      const char *key = field == SSM_FIELD_NONE ? ssm_part_id (deal)
                                                : ssm_part_text (deal, field);

      if (*key != '\0' && !g_hash_table_contains (index, key))
        g_hash_table_insert (index, (char *) key, deal);
    }

  return index;
}

SsmPart *
ssm_deal_new (GHashTable *ids)
{
  g_autofree char *id = ssm_id_new (ssm_kind_info (SSM_KIND_DEAL)->id_prefix);

  while (g_hash_table_contains (ids, id))
    {
      g_free (id);
      id = ssm_id_new (ssm_kind_info (SSM_KIND_DEAL)->id_prefix);
    }

  return ssm_part_new (SSM_KIND_DEAL, id);
}
