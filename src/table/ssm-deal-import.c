/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals are made one by one and brought into the book all at once, so that a hundred thousand
 * of them build one list. */

#include "ssm-deal-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-book-edit.h"
#include "ssm-clean.h"
#include "ssm-deal-edit.h"
#include "ssm-field-test.h"
#include "ssm-io-error.h"
#include "ssm-table-memory.h"

typedef struct
{
  const SsmMap *map;
  const SsmTableMapping *mapping;
  const char *date;
  GHashTable *ids;     /* of deals, those that were made included */
  GHashTable *by_crm;  /* key → SsmPart */
  GHashTable *by_name; /* name → GQueue of the deals that have no key, as they stand */
  SsmFieldTests *tests;
  GPtrArray *deals;    /* that are new or changed */
  SsmDealImport *result;
} Import;

static void
queue_free (gpointer data)
{
  g_queue_free (data);
}

static void
import_clear (Import *import)
{
  g_clear_pointer (&import->ids, g_hash_table_unref);
  g_clear_pointer (&import->by_crm, g_hash_table_unref);
  g_clear_pointer (&import->by_name, g_hash_table_unref);
  g_clear_pointer (&import->tests, ssm_field_tests_free);
  g_clear_pointer (&import->deals, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static void
index_names (Import *import, const SsmBook *book)
{
  import->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, queue_free);
  for (guint i = 0; i < ssm_book_n_deals (book); i++)
    {
      SsmPart *deal = ssm_book_deal (book, i);
      const char *name = ssm_part_text (deal, SSM_DEAL_NAME);
      GQueue *queue = g_hash_table_lookup (import->by_name, name);

      if (*ssm_part_text (deal, SSM_DEAL_CRM) != '\0')
        continue;
      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (import->by_name, (char *) name, queue);
        }
      g_queue_push_tail (queue, deal);
    }
}

/* The deal of the book that @row is, or NULL. A name serves as often as the book has it. */
static SsmPart *
find_deal (Import *import, const SsmTableDeal *row)
{
  g_autofree char *key = ssm_clean_text (*row->crm != '\0' ? row->crm : row->name,
                                         *row->crm != '\0');
  GQueue *queue;

  if (*row->crm != '\0')
    return g_hash_table_lookup (import->by_crm, key);
  queue = g_hash_table_lookup (import->by_name, key);
  return queue != NULL ? g_queue_pop_head (queue) : NULL;
}

/* "" leaves what is there. */
static void
set_text (SsmPart *deal, SsmField field, const char *text)
{
  gboolean one_line = ssm_field_info (field)->form == SSM_FORM_ATTRIBUTE;
  g_autofree char *clean = *text != '\0' ? ssm_clean_text (text, one_line) : NULL;

  if (clean != NULL && *clean != '\0'
      && strcmp (ssm_part_text (deal, field), clean) != 0)
    ssm_part_set_text (deal, field, clean);
}

/* (transfer full): YYYY-MM-DD, or "" for day 0. */
static char *
date_of (guint32 julian)
{
  char text[16] = "";
  GDate date;

  if (julian > 0)
    {
      g_date_clear (&date, 1);
      g_date_set_julian (&date, julian);
      g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
    }
  return g_strdup (text);
}

/* Whether both are the same amount, however it is written. */
static gboolean
is_same_amount (const char *text, const SsmAmount *amount)
{
  SsmAmount old;

  return ssm_table_amount (text, SSM_DECIMAL_POINT, &old, NULL, NULL) == SSM_VALUE_GOOD
         && old.whole == amount->whole && old.millionths == amount->millionths;
}

static void
set_facts (SsmPart *deal, const SsmTableDeal *row)
{
  g_autofree char *created = date_of (row->created);
  char amount[SSM_AMOUNT_TEXT];

  set_text (deal, SSM_DEAL_CRM, row->crm);
  set_text (deal, SSM_DEAL_NAME, row->name);
  set_text (deal, SSM_DEAL_ACCOUNT, row->account);
  set_text (deal, SSM_DEAL_OWNER, row->owner);
  set_text (deal, SSM_DEAL_CREATED, created);
  set_text (deal, SSM_DEAL_CURRENCY, row->currency);
  if (row->has_amount && !is_same_amount (ssm_part_text (deal, SSM_DEAL_AMOUNT), &row->amount))
    set_text (deal, SSM_DEAL_AMOUNT, ssm_amount_to_text (&row->amount, amount));
}

/* Puts @next, (transfer full), in the place of *@deal. */
static void
take (SsmPart **deal, SsmPart *next)
{
  ssm_part_unref (*deal);
  *deal = next;
}

static void
set_close (SsmPart **deal, const SsmTableDeal *row)
{
  g_autofree char *close = date_of (row->close);

  if (*close != '\0')
    take (deal, ssm_deal_with_close (*deal, close));
}

/* A table that does not say since when tells it of a move only, which was between the last
 * table and this one. */
static void
set_claim (Import *import, SsmPart **deal, const SsmTableDeal *row)
{
  g_autofree char *since = date_of (row->since);
  const char *old = ssm_part_text (*deal, SSM_DEAL_CLAIMED);
  const char *stage;

  if (row->stage < 0)
    return;
  stage = ssm_part_id (ssm_map_stage (import->map, (guint) row->stage));
  if (strcmp (old, stage) == 0 && *since != '\0')
    take (deal, ssm_deal_with_text (*deal, SSM_DEAL_SINCE, since));
  else if (*since != '\0' || *old == '\0')
    take (deal, ssm_deal_with_claim (*deal, stage, since));
  else
    take (deal, ssm_deal_with_claim (*deal, stage, import->date));
}

/* The reason of the map that @word is: as somebody said, its code, or its words; or NULL. */
static const SsmPart *
find_reason (const Import *import, const char *word)
{
  const char *is = ssm_table_mapping_meaning (import->mapping, SSM_COLUMN_REASON, word);
  g_autofree char *folded = ssm_table_fold (word);

  for (guint i = 0; i < ssm_part_n_children (import->map, SSM_LIST_REASONS); i++)
    {
      const SsmPart *reason = ssm_part_child (import->map, SSM_LIST_REASONS, i);
      g_autofree char *words = ssm_table_fold (ssm_part_text (reason, SSM_REASON_TEXT));
      g_autofree char *code = ssm_table_fold (ssm_part_text (reason, SSM_REASON_CODE));

      if (is != NULL ? g_str_equal (ssm_part_id (reason), is)
                     : *folded != '\0'
                           && (g_str_equal (words, folded) || g_str_equal (code, folded)))
        return reason;
    }
  return NULL;
}

/* Why a deal was lost, and when, a person may know better than the table: it is told of a
 * deal once. */
static void
set_result (Import *import, SsmPart **deal, const SsmTableDeal *row)
{
  g_autofree char *closed = date_of (row->closed);
  const SsmPart *reason = *row->reason != '\0' ? find_reason (import, row->reason) : NULL;
  const char *as = row->result == SSM_RESULT_WON ? "won" : "lost";
  const SsmPart *old = ssm_part_only (*deal, SSM_LIST_CLOSED);
  SsmClosing closing = {
    .as = as,
    .date = closed,
    .reason = reason != NULL ? ssm_part_id (reason) : NULL,
    .code = reason != NULL ? ssm_part_text (reason, SSM_REASON_CODE) : NULL,
    .note = row->reason,
    .from_data = TRUE,
  };

  if (row->result == SSM_RESULT_OPEN && row->stage >= 0 && old != NULL)
    import->result->n_kept_closed++;
  if (row->result == SSM_RESULT_OPEN
      || (old != NULL && g_str_equal (ssm_part_text (old, SSM_CLOSED_AS), as)))
    return;
  take (deal, ssm_deal_with_closed (*deal, &closing));
}

/* What a column answered before it became empty is known no more. */
static void
drop_answer (SsmPart **deal, const char *criterion)
{
  const SsmPart *old = ssm_deal_answer (*deal, criterion);

  if (old != NULL && g_str_equal (ssm_part_text (old, SSM_ANSWER_SOURCE), "data"))
    take (deal, ssm_deal_without_answer (*deal, criterion));
}

static void
set_answer (Import *import, SsmPart **deal, const SsmTableDeal *row, guint test)
{
  const SsmPart *criterion = ssm_field_tests_criterion (import->tests, test);
  guint index = ssm_field_tests_header (import->tests, test);
  g_autofree char *header
      = ssm_clean_text (ssm_table_mapping_header (import->mapping, index), TRUE);
  const char *cell = ssm_csv_row_text (row->row, index);
  SsmFieldAnswer is = ssm_field_tests_answer (import->tests, test, row->row);
  g_autofree char *evidence = g_strdup_printf ("%s: %s", header, cell);
  SsmAnswer answer = {
    .is = is == SSM_FIELD_YES ? "yes" : "no",
    .evidence = evidence,
    .words = ssm_part_text (criterion, SSM_CRITERION_TEXT),
    .date = import->date,
    .from_data = TRUE,
  };

  take (deal, ssm_deal_with_value (*deal, header, ssm_table_is_nothing (cell) ? "" : cell));
  if (is == SSM_FIELD_UNKNOWN)
    {
      drop_answer (deal, ssm_part_id (criterion));
      return;
    }
  take (deal, ssm_deal_with_answer (*deal, ssm_part_id (criterion), &answer));
  import->result->n_answers++;
}

/* Counts the deal and keeps it, (transfer full), unless it is as it was. */
static void
keep_deal (Import *import, const SsmPart *old, SsmPart *deal)
{
  SsmDealImport *result = import->result;

  if (old != NULL && ssm_part_equal (old, deal))
    {
      result->n_same++;
      ssm_part_unref (deal);
      return;
    }
  result->n_added += old == NULL;
  result->n_changed += old != NULL;
  g_ptr_array_add (import->deals, deal);
  if (old == NULL)
    g_hash_table_insert (import->ids, (char *) ssm_part_id (deal), deal);
}

static void
import_deal (Import *import, const SsmTableDeal *row)
{
  SsmPart *old = find_deal (import, row);
  SsmPart *deal = old != NULL ? ssm_part_copy (old) : ssm_deal_new (import->ids);

  set_facts (deal, row);
  ssm_part_seal (deal);
  set_close (&deal, row);
  set_claim (import, &deal, row);
  set_result (import, &deal, row);
  for (guint i = 0; i < ssm_field_tests_n (import->tests); i++)
    set_answer (import, &deal, row, i);
  keep_deal (import, old, deal);
}

static gboolean
set_too_many (SsmTableSource *source, guint line, GError **error)
{
  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_TOO_BIG,
               _("%s:%u: a deal book has room for %u deals; import fewer at a time"),
               ssm_table_source_name (source), line, SSM_MAX_DEALS);
  return FALSE;
}

static gboolean
import_rows (Import *import, SsmTableSource *source, const SsmBook *book, GError **error)
{
  guint room = SSM_MAX_DEALS - MIN (ssm_book_n_deals (book), SSM_MAX_DEALS);
  const SsmTableDeal *row;

  while (ssm_deal_reader_next (import->result->reader, &row, error))
    {
      if (row == NULL)
        return TRUE;
      import_deal (import, row);
      if (import->result->n_added > room)
        return set_too_many (source, row->line, error);
    }
  return FALSE;
}

/* Whether @import says what would be remembered now, of whatever file and day. */
static gboolean
is_remembered (const Import *import, const SsmPart *old)
{
  g_autoptr (SsmPart) now = NULL;

  if (old == NULL)
    return FALSE;
  now = ssm_table_memory_new (import->mapping, ssm_part_text (old, SSM_IMPORT_SOURCE),
                              ssm_part_text (old, SSM_IMPORT_DATE));
  return ssm_part_equal (old, now);
}

/* The deals become the book's, and how they were read. A table that says nothing new leaves
 * no trace. */
static void
finish_book (const Import *import, SsmTableSource *source, SsmBook *book)
{
  g_autofree char *name = g_path_get_basename (ssm_table_source_name (source));
  g_autoptr (SsmPart) memory = ssm_table_memory_new (import->mapping, name, import->date);
  g_autoptr (SsmBook) with_deals = ssm_book_with_deals (book, import->deals);

  if (with_deals == book && is_remembered (import, ssm_part_only (book, SSM_LIST_IMPORT)))
    import->result->book = ssm_part_ref (book);
  else
    import->result->book = ssm_book_with_import (with_deals, memory);
}

SsmDealImport *
ssm_deal_import_new (SsmTableSource *source,
                     const SsmTableMapping *mapping,
                     const SsmMap *map,
                     SsmBook *book,
                     const char *date,
                     GError **error)
{
  g_autoptr (SsmDealImport) result = g_new0 (SsmDealImport, 1);
  g_auto (Import) import = { .map = map, .mapping = mapping, .date = date, .result = result };
  guint32 today = 0;

  ssm_table_day (date, SSM_DATE_ORDER_UNKNOWN, &today);
  result->reader = ssm_deal_reader_new (source, mapping, map, today, error);
  if (result->reader == NULL)
    return NULL;

  import.ids = ssm_book_index (book, SSM_FIELD_NONE);
  import.by_crm = ssm_book_index (book, SSM_DEAL_CRM);
  index_names (&import, book);
  import.tests = ssm_field_tests_new (map, mapping, today);
  import.deals = g_ptr_array_new_with_free_func ((GDestroyNotify) ssm_part_unref);
  if (!import_rows (&import, source, book, error))
    return NULL;

  finish_book (&import, source, book);
  return g_steal_pointer (&result);
}

void
ssm_deal_import_free (SsmDealImport *import)
{
  if (import == NULL)
    return;

  g_clear_pointer (&import->book, ssm_part_unref);
  g_clear_pointer (&import->reader, ssm_deal_reader_free);
  g_free (import);
}
