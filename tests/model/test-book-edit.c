/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals in their book, and the laws that hold for every edit of every book. */

#include "ssm-book-edit.h"
#include "ssm-deal-edit.h"
#include "ssm-history.h"

#include "random-map.h"

#include <string.h>

#define RUNS 300
#define STEPS 20
#define MANY 10000

/* The names of the deals in one line. */
static void
assert_deals (const SsmBook *book, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < ssm_book_n_deals (book); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ssm_part_text (ssm_book_deal (book, i), SSM_DEAL_NAME));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_deals (void)
{
  g_autofree char *a = NULL, *b = NULL;
  g_autoptr (SsmBook) empty = ssm_book_new ("m-1");
  g_autoptr (SsmBook) one = ssm_book_with_deal_added (empty, 0, "A", &a);
  g_autoptr (SsmBook) two = ssm_book_with_deal_added (one, 0, "B", &b);
  g_autoptr (SsmPart) renamed
    = ssm_deal_with_text (ssm_book_find (two, a, NULL), SSM_DEAL_NAME, "C");
  g_autoptr (SsmBook) third = ssm_book_with_deal (two, renamed);
  g_autoptr (SsmBook) less = ssm_book_with_deal_removed (third, b);
  g_autoptr (SsmBook) same = ssm_book_with_deal_removed (less, b);
  g_autoptr (SsmBook) unknown = ssm_book_with_deal (empty, renamed);

  g_assert_true (g_str_has_prefix (a, "x-"));
  assert_deals (empty, "");
  assert_deals (two, "B A");
  assert_deals (third, "B C");
  assert_deals (less, "C");
  g_assert_true (same == less && unknown == empty);
  /* What is not edited is shared. */
  g_assert_true (ssm_book_find (third, b, NULL) == ssm_book_find (two, b, NULL));
}

static SsmPart *
imported (GHashTable *ids, const char *name, const char *crm)
{
  SsmPart *deal = ssm_deal_new (ids);

  ssm_part_set_text (deal, SSM_DEAL_NAME, name);
  ssm_part_set_text (deal, SSM_DEAL_CRM, crm);
  return ssm_part_seal (deal);
}

static void
test_many (void)
{
  g_autoptr (SsmBook) empty = ssm_book_new ("m-1");
  g_autoptr (SsmBook) one = ssm_book_with_deal_added (empty, 0, "A", NULL);
  g_autoptr (SsmBook) keyed = NULL, more = NULL, same = NULL;
  g_autoptr (GHashTable) ids = ssm_book_index (one, SSM_FIELD_NONE);
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ssm_part_unref);
  g_autoptr (GHashTable) keys = NULL;

  g_ptr_array_add (deals, ssm_deal_with_text (ssm_book_deal (one, 0), SSM_DEAL_CRM, "7"));
  g_ptr_array_add (deals, imported (ids, "B", "8"));
  g_ptr_array_add (deals, imported (ids, "C", ""));
  more = ssm_book_with_deals (one, deals);
  same = ssm_book_with_deals (more, deals);
  keys = ssm_book_index (more, SSM_DEAL_CRM);

  assert_deals (more, "A B C");
  g_assert_true (same == more);
  g_assert_cmpuint (g_hash_table_size (keys), ==, 2);
  g_assert_true (g_hash_table_lookup (keys, "7") == ssm_book_deal (more, 0));
}

static void
test_about (void)
{
  g_autoptr (SsmBook) book = ssm_book_new ("m-1");
  g_autoptr (SsmPart) import = ssm_part_seal (ssm_part_new (SSM_KIND_IMPORT, NULL));
  g_autoptr (SsmBook) other = ssm_book_with_map (book, "m-2");
  g_autoptr (SsmBook) with = ssm_book_with_import (other, import);
  g_autoptr (SsmBook) without = ssm_book_with_import (with, NULL);
  g_autoptr (SsmBook) same = ssm_book_with_map (without, "m-2");
  g_autoptr (SsmBook) again = ssm_book_with_import (with, import);

  g_assert_cmpstr (ssm_part_text (other, SSM_BOOK_MAP), ==, "m-2");
  g_assert_true (ssm_part_only (with, SSM_LIST_IMPORT) == import);
  g_assert_true (ssm_part_equal (without, other));
  g_assert_true (same == without && again == with);
}

static const char *
pick (GRand *random, const char *const *words)
{
  return words[g_rand_int_range (random, 0, (int) g_strv_length ((char **) words))];
}

/* (transfer full): what some edit makes of a deal. */
static SsmPart *
edit_deal (GRand *random, SsmPart *deal)
{
  static const char *const texts[] = { "", "a", "b\nc", "\xff", NULL };
  static const char *const dates[] = { "", "2026-11-23", "2026-11-24", NULL };
  static const char *const ids[] = { "i-1", "s-a", "s-b", "c-1", "c-2", NULL };
  static const char *const answers[] = { "yes", "partly", "no", "unknown", NULL };
  SsmAnswer answer = { pick (random, answers), pick (random, texts), "words",
                       pick (random, dates), "who", g_rand_boolean (random) };
  SsmClosing closing = { g_rand_boolean (random) ? "won" : "lost", pick (random, dates),
                         pick (random, ids), NULL, pick (random, texts), FALSE };

  switch (g_rand_int_range (random, 0, 10))
    {
    case 0:
      return ssm_deal_with_text (deal, SSM_DEAL_NAME, pick (random, texts));
    case 1:
      return ssm_deal_with_close (deal, pick (random, dates));
    case 2:
      return ssm_deal_with_claim (deal, pick (random, ids), pick (random, dates));
    case 3:
      return ssm_deal_without_answer (deal, pick (random, ids));
    case 4:
      return ssm_deal_with_next (deal, pick (random, texts), pick (random, texts),
                                 pick (random, dates));
    case 5:
      return ssm_deal_with_closed (deal, &closing);
    case 6:
      return ssm_deal_reopened (deal);
    case 7:
      return ssm_deal_with_diagnosis_kept (deal, pick (random, ids), pick (random, dates));
    case 8:
      return ssm_deal_with_value (deal, "column", pick (random, texts));
    default:
      return ssm_deal_with_answer (deal, pick (random, ids), &answer);
    }
}

/* (transfer full): what some edit makes of a book. */
static SsmBook *
edit_book (GRand *random, SsmBook *book)
{
  guint n = ssm_book_n_deals (book);
  SsmPart *deal
    = n > 0 ? ssm_book_deal (book, (guint) g_rand_int_range (random, 0, (int) n)) : NULL;
  g_autoptr (SsmPart) edited = NULL;

  if (deal == NULL || g_rand_int_range (random, 0, 10) == 0)
    return ssm_book_with_deal_added (book, n / 2, "new", NULL);
  if (g_rand_int_range (random, 0, 10) == 0)
    return ssm_book_with_deal_removed (book, ssm_part_id (deal));

  edited = edit_deal (random, deal);
  g_assert_cmpstr (ssm_part_id (edited), ==, ssm_part_id (deal));
  g_assert_true (edited == deal || !ssm_part_equal (edited, deal));
  return ssm_book_with_deal (book, edited);
}

/* What differs, laid over the one, is the other. */
static void
assert_difference (SsmBook *before, const SsmBook *after)
{
  g_autoptr (SsmBook) difference = ssm_book_difference (before, after);
  g_autoptr (GPtrArray) deals = g_ptr_array_new ();
  g_autoptr (SsmBook) again = NULL;

  for (guint i = 0; difference != NULL && i < ssm_book_n_deals (difference); i++)
    g_ptr_array_add (deals, ssm_book_deal (difference, i));
  again = ssm_book_with_deals (before, deals);
  g_assert_true (difference == NULL || ssm_part_equal (again, after));
}

/* An edit gives another value or the same pointer, leaves the old one as it was, keeps all
 * ids apart, and undo gives back the pointer that was there. */
static void
test_laws (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (SsmBook) first = random_book (random, i % 2 == 0);
      SsmHistory *history = ssm_history_new (first);

      for (guint k = 0; k < STEPS; k++)
        {
          SsmBook *before = ssm_history_current (history);
          g_autoptr (SsmBook) copy = ssm_part_copy (before);
          g_autoptr (SsmBook) after = edit_book (random, before);
          g_autoptr (GHashTable) ids = ssm_book_index (after, SSM_FIELD_NONE);

          g_assert_true (ssm_part_equal (copy, before));
          g_assert_true (after == before || !ssm_part_equal (after, before));
          g_assert_cmpuint (g_hash_table_size (ids), ==, ssm_book_n_deals (after));
          ssm_history_push (history, after, "edit", NULL);
          if (after == before)
            continue;
          g_assert_true (ssm_history_undo (history) == before);
          g_assert_true (ssm_history_redo (history) == after);
          assert_difference (before, after);
          assert_difference (first, after);
        }
      ssm_history_free (history);
    }
}

/* What can be said as a difference, and what cannot. */
static void
test_difference (void)
{
  g_autoptr (SsmBook) book = ssm_book_new ("m-1"), renamed = NULL, more = NULL, less = NULL;
  g_autoptr (SsmBook) other = NULL, first = NULL;
  g_autoptr (SsmBook) few = NULL, added = NULL, none = NULL;
  g_autoptr (SsmPart) deal = NULL;

  for (guint i = 0; i < 10; i++)
    {
      SsmBook *next = ssm_book_with_deal_added (book, i, "A", NULL);

      ssm_part_unref (book);
      book = next;
    }
  deal = ssm_deal_with_text (ssm_book_deal (book, 4), SSM_DEAL_NAME, "B");
  renamed = ssm_book_with_deal (book, deal);
  more = ssm_book_with_deal_added (renamed, 10, "C", NULL);
  first = ssm_book_with_deal_added (book, 0, "C", NULL);
  less = ssm_book_with_deal_removed (book, ssm_part_id (deal));
  other = ssm_book_with_map (book, "m-2");

  few = ssm_book_difference (book, renamed);
  added = ssm_book_difference (book, more);
  none = ssm_book_difference (book, book);
  assert_deals (few, "B");
  assert_deals (added, "B C");
  assert_deals (none, "");
  g_assert_null (ssm_book_difference (book, first));
  g_assert_null (ssm_book_difference (book, less));
  g_assert_null (ssm_book_difference (book, other));
}

/* One answer among many deals: only the way to it is copied. */
static void
test_sharing (void)
{
  SsmAnswer answer = { "yes", "Mail", NULL, "2026-11-23", NULL, FALSE };
  g_autoptr (SsmBook) empty = ssm_book_new ("m-1"), book = NULL, edited = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ssm_part_unref);
  g_autoptr (SsmPart) deal = NULL;
  double seconds;

  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (deals, ssm_part_seal (ssm_deal_new (ids)));
  book = ssm_book_with_deals (empty, deals);

  g_test_timer_start ();
  deal = ssm_deal_with_answer (ssm_book_deal (book, MANY - 1), "c-1", &answer);
  edited = ssm_book_with_deal (book, deal);
  seconds = g_test_timer_elapsed ();

  for (guint i = 0; i < MANY - 1; i++)
    g_assert_true (ssm_book_deal (book, i) == ssm_book_deal (edited, i));
  g_test_message ("An answer among %d deals takes %.0f µs", MANY, seconds * 1e6);
  g_assert_cmpfloat (seconds, <, 0.05);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/book-edit/deals", test_deals);
  g_test_add_func ("/model/book-edit/many", test_many);
  g_test_add_func ("/model/book-edit/about", test_about);
  g_test_add_func ("/model/book-edit/laws", test_laws);
  g_test_add_func ("/model/book-edit/difference", test_difference);
  g_test_add_func ("/model/book-edit/sharing", test_sharing);
  return g_test_run ();
}
