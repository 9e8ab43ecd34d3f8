/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing is computed before somebody looks: a map may be written in for hours while nobody
 * sees its deals. */

#include "ssm-deal-board.h"

#include <string.h>

#include "ssm-book-edit.h"
#include "ssm-date-words.h"
#include "ssm-deal-facts.h"
#include "ssm-resources.h"

struct _SsmDealBoard
{
  GObject parent_instance;

  SsmDocument *document;
  SsmDocument *book;
  SsmBook *now;    /* of the book, and the one before it */
  SsmBook *before;
  char *chosen;
  gboolean pinned;

  /* As of the last look. */
  GListStore *items;
  GHashTable *by_id; /* id → item, both owned by the items */
  SsmDealPath *path;
  SsmBook *shown;
  SsmDealFacts *facts;
  SsmDiagnosis *trial;
  SsmDiagnosis *diagnosis; /* of the chosen deal */
  char *today;
};

enum
{
  CHANGED,
  BOOK_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmDealBoard, ssm_deal_board, G_TYPE_OBJECT)

static void
changed (SsmDealBoard *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
drop_path (SsmDealBoard *self)
{
  g_clear_pointer (&self->diagnosis, ssm_diagnosis_free);
  g_clear_pointer (&self->trial, ssm_diagnosis_free);
  g_clear_pointer (&self->facts, ssm_deal_facts_free);
  g_clear_pointer (&self->path, ssm_deal_path_free);
}

/* TRUE where the way through the map, or the day, is another: all deals stand otherwise. */
static gboolean
renew_path (SsmDealBoard *self)
{
  SsmMap *map = ssm_document_get_map (self->document);
  GDate day = ssm_date_words_today ();
  g_autofree char *today = ssm_date_words_to_file (&day);

  if (self->path != NULL && self->path->map == map && g_str_equal (today, self->today))
    return FALSE;
  drop_path (self);
  self->path = ssm_deal_path_new (map, ssm_resources_words (ssm_map_language (map)));
  self->facts = ssm_deal_facts_new (self->path);
  self->trial = ssm_diagnosis_new (self->path);
  self->diagnosis = ssm_diagnosis_new (self->path);
  g_free (self->today);
  self->today = g_steal_pointer (&today);
  return TRUE;
}

static void
make_diagnosis (SsmDealBoard *self, SsmDiagnosis *diagnosis, SsmPart *deal)
{
  ssm_deal_facts_read (self->facts, self->path, deal);
  ssm_diagnosis_make (diagnosis, self->facts, ssm_deal_day (self->today));
}

/* (transfer container): the items of all deals, those that are known being what they were. */
static GPtrArray *
collect_items (SsmDealBoard *self, gboolean all)
{
  guint n = ssm_book_n_deals (self->shown);
  GPtrArray *items = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      SsmPart *deal = ssm_book_deal (self->shown, i);
      SsmDealItem *item = g_hash_table_lookup (self->by_id, ssm_part_id (deal));

      item = item != NULL ? g_object_ref (item) : ssm_deal_item_new ();
      if (all || ssm_deal_item_get_deal (item) != deal)
        {
          make_diagnosis (self, self->trial, deal);
          ssm_deal_item_show (item, deal, self->trial);
        }
      g_ptr_array_add (items, item);
    }
  return items;
}

/* Only what differs is taken out and put in, so that a list keeps its place. */
static void
set_items (SsmDealBoard *self, GPtrArray *items)
{
  GListModel *model = G_LIST_MODEL (self->items);
  guint n_old = g_list_model_get_n_items (model), begin = 0, end = 0;

  for (; begin < MIN (n_old, items->len); begin++)
    {
      g_autoptr (SsmDealItem) old = g_list_model_get_item (model, begin);

      if (old != items->pdata[begin])
        break;
    }
  for (; end < MIN (n_old, items->len) - begin; end++)
    {
      g_autoptr (SsmDealItem) old = g_list_model_get_item (model, n_old - 1 - end);

      if (old != items->pdata[items->len - 1 - end])
        break;
    }
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (self->by_id, (char *) ssm_deal_item_get_id (items->pdata[i]),
                         items->pdata[i]);
  if (begin + end < MAX (n_old, items->len))
    g_list_store_splice (self->items, begin, n_old - begin - end, items->pdata + begin,
                         items->len - begin - end);
}

/* Where none is chosen, the one that needs it most is. */
static void
keep_choice (SsmDealBoard *self)
{
  SsmDealItem *best = NULL;
  GHashTableIter iter;
  gpointer item;

  if (self->chosen != NULL && g_hash_table_contains (self->by_id, self->chosen))
    return;
  g_clear_pointer (&self->chosen, g_free);
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (best == NULL || ssm_deal_item_compare (item, best, SSM_DEAL_ORDER_STUCK) < 0)
      best = item;
  if (best != NULL)
    self->chosen = g_strdup (ssm_deal_item_get_id (best));
}

/* Somebody looks. */
static void
look (SsmDealBoard *self)
{
  gboolean all = renew_path (self);

  if (all || self->shown != self->now)
    {
      guint n_before = self->shown != NULL ? ssm_book_n_deals (self->shown) : 0;
      g_autoptr (GPtrArray) items = NULL;

      g_clear_pointer (&self->shown, ssm_part_unref);
      self->shown = ssm_part_ref (self->now);
      if (all || n_before != ssm_book_n_deals (self->shown))
        ssm_deal_path_take_usual (self->path, self->shown);
      items = collect_items (self, all);
      set_items (self, items);
    }
  keep_choice (self);
}

static void
book_map_changed_cb (SsmDealBoard *self)
{
  g_clear_pointer (&self->before, ssm_part_unref);
  self->before = self->now;
  self->now = ssm_part_ref (ssm_document_get_book (self->book));
  changed (self);
}

/* Undo shows what it has changed. */
static void
restored_cb (SsmDealBoard *self)
{
  g_autoptr (GHashTable) before = ssm_book_index (self->before, SSM_FIELD_NONE);

  for (guint i = 0; i < ssm_book_n_deals (self->now); i++)
    {
      SsmPart *deal = ssm_book_deal (self->now, i);
      SsmPart *old = g_hash_table_lookup (before, ssm_part_id (deal));

      if (old != deal)
        {
          ssm_deal_board_choose (self, ssm_part_id (deal));
          return;
        }
    }
}

static void
ssm_deal_board_dispose (GObject *object)
{
  SsmDealBoard *self = SSM_DEAL_BOARD (object);

  drop_path (self);
  g_clear_object (&self->document);
  g_clear_object (&self->book);
  g_clear_object (&self->items);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->now, ssm_part_unref);
  g_clear_pointer (&self->before, ssm_part_unref);
  g_clear_pointer (&self->shown, ssm_part_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->today, g_free);
  G_OBJECT_CLASS (ssm_deal_board_parent_class)->dispose (object);
}

static void
ssm_deal_board_class_init (SsmDealBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_deal_board_dispose;
  signals[CHANGED] = g_signal_new ("changed", SSM_TYPE_DEAL_BOARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[BOOK_CHANGED] = g_signal_new ("book-changed", SSM_TYPE_DEAL_BOARD,
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        0);
}

static void
ssm_deal_board_init (SsmDealBoard *self)
{
  self->items = g_list_store_new (SSM_TYPE_DEAL_ITEM);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

SsmDealBoard *
ssm_deal_board_new (SsmDocument *document)
{
  SsmDealBoard *self = g_object_new (SSM_TYPE_DEAL_BOARD, NULL);
  g_autoptr (SsmBook) empty = ssm_book_new (ssm_part_id (ssm_document_get_map (document)));
  g_autoptr (SsmDocument) book = ssm_document_new (empty);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::map", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
  ssm_deal_board_set_book (self, book);
  return self;
}

SsmDocument *
ssm_deal_board_get_book (SsmDealBoard *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_BOARD (self), NULL);

  return self->book;
}

void
ssm_deal_board_set_book (SsmDealBoard *self, SsmDocument *book)
{
  g_return_if_fail (SSM_IS_DEAL_BOARD (self) && book != NULL);

  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_set_object (&self->book, book);
  g_clear_pointer (&self->now, ssm_part_unref);
  g_clear_pointer (&self->before, ssm_part_unref);
  self->now = ssm_part_ref (ssm_document_get_book (book));
  self->before = ssm_part_ref (self->now);
  g_signal_connect_object (book, "notify::book", G_CALLBACK (book_map_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "restored", G_CALLBACK (restored_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_emit (self, signals[BOOK_CHANGED], 0);
  changed (self);
}

SsmDocument *
ssm_deal_board_get_document (SsmDealBoard *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_BOARD (self), NULL);

  return self->document;
}

GListModel *
ssm_deal_board_get_items (SsmDealBoard *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_BOARD (self), NULL);

  look (self);
  return G_LIST_MODEL (self->items);
}

SsmDealItem *
ssm_deal_board_find (SsmDealBoard *self, const char *id)
{
  g_return_val_if_fail (SSM_IS_DEAL_BOARD (self), NULL);

  look (self);
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

const char *
ssm_deal_board_get_chosen (SsmDealBoard *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_BOARD (self), NULL);

  look (self);
  return self->chosen;
}

void
ssm_deal_board_choose (SsmDealBoard *self, const char *id)
{
  g_return_if_fail (SSM_IS_DEAL_BOARD (self));

  if (g_strcmp0 (id, self->chosen) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (id);
  changed (self);
}

SsmPart *
ssm_deal_board_get_deal (SsmDealBoard *self)
{
  SsmDealItem *item = ssm_deal_board_find (self, ssm_deal_board_get_chosen (self));

  return item != NULL ? ssm_deal_item_get_deal (item) : NULL;
}

const SsmDiagnosis *
ssm_deal_board_get_diagnosis (SsmDealBoard *self)
{
  SsmPart *deal = ssm_deal_board_get_deal (self);

  if (deal == NULL)
    return NULL;
  make_diagnosis (self, self->diagnosis, deal);
  return self->diagnosis;
}

const SsmDealPath *
ssm_deal_board_get_path (SsmDealBoard *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_BOARD (self), NULL);

  look (self);
  return self->path;
}

const char *
ssm_deal_board_get_today (SsmDealBoard *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_BOARD (self), NULL);

  look (self);
  return self->today;
}

const SsmLanguage *
ssm_deal_board_get_words (SsmDealBoard *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_BOARD (self), NULL);

  return ssm_resources_words (ssm_resources_locale_language ());
}

gboolean
ssm_deal_board_is_pinned (SsmDealBoard *self)
{
  g_return_val_if_fail (SSM_IS_DEAL_BOARD (self), FALSE);

  return self->pinned;
}

void
ssm_deal_board_set_pinned (SsmDealBoard *self, gboolean pinned)
{
  g_return_if_fail (SSM_IS_DEAL_BOARD (self));

  if (self->pinned == pinned)
    return;
  self->pinned = pinned;
  changed (self);
}

void
ssm_deal_board_run (SsmDealBoard *self, SsmCommand *command)
{
  g_autoptr (SsmCommand) taken = command;

  g_return_if_fail (SSM_IS_DEAL_BOARD (self));

  if (taken->map == self->now)
    return;
  if (taken->merge_key == NULL)
    ssm_document_end_merge (self->book);
  if (*taken->select.id != '\0' && g_strcmp0 (taken->select.id, self->chosen) != 0)
    {
      g_free (self->chosen);
      self->chosen = g_strdup (taken->select.id);
    }
  ssm_document_apply (self->book, ssm_part_ref (taken->map), taken->label, taken->merge_key);
}

GPtrArray *
ssm_deal_board_missing (SsmDealBoard *self, const char *id)
{
  GPtrArray *missing = g_ptr_array_new ();
  int wanted;

  g_return_val_if_fail (SSM_IS_DEAL_BOARD (self), missing);

  look (self);
  wanted = ssm_deal_path_criterion (self->path, id);
  for (guint i = 0; wanted >= 0 && i < ssm_book_n_deals (self->shown); i++)
    {
      SsmPart *deal = ssm_book_deal (self->shown, i);

      if (!ssm_deal_is_open (deal))
        continue;
      make_diagnosis (self, self->trial, deal);
      for (guint k = 0; k < self->trial->n_missing; k++)
        if ((int) self->trial->missing[k] == wanted)
          g_ptr_array_add (missing,
                           g_hash_table_lookup (self->by_id, ssm_part_id (deal)));
    }
  return missing;
}
