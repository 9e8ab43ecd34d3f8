/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a book to facts: answers with and without proof, answers of data and to what is
 * gone, what is usual in the book, and what has changed since the last diagnosis. */

#include "ssm-deal-change.h"
#include "ssm-deal-facts.h"

static SsmMap *
map_new (void)
{
  static const char * const criteria[] = { "c-a", "c-b", "c-c" };
  SsmMap *empty = ssm_map_new ();
  SsmPart *map = ssm_part_copy (empty);
  SsmPart *first = ssm_part_new (SSM_KIND_STAGE, "s-first");
  SsmPart *last = ssm_part_new (SSM_KIND_STAGE, "s-last");

  ssm_part_unref (empty);
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    ssm_part_insert (first, i == 0 ? SSM_LIST_ENTRY : SSM_LIST_EXIT, i == 2 ? 1 : 0,
                     ssm_part_new (SSM_KIND_CRITERION, criteria[i]));
  ssm_part_insert (map, SSM_LIST_STAGES, 0, first);
  ssm_part_insert (map, SSM_LIST_STAGES, 1, last);
  return ssm_part_seal (map);
}

static void
add_answer (SsmPart *diagnosis, const char *criterion, const char *is, const char *source,
            const char *evidence)
{
  SsmPart *answer = ssm_part_new (SSM_KIND_ANSWER, NULL);

  ssm_part_set_text (answer, SSM_ANSWER_CRITERION, criterion);
  ssm_part_set_text (answer, SSM_ANSWER_IS, is);
  ssm_part_set_text (answer, SSM_ANSWER_SOURCE, source);
  ssm_part_set_text (answer, SSM_ANSWER_EVIDENCE, evidence);
  ssm_part_insert (diagnosis, SSM_LIST_ANSWERS,
                   ssm_part_n_children (diagnosis, SSM_LIST_ANSWERS), answer);
}

static SsmPart *
deal_new (void)
{
  SsmPart *deal = ssm_part_new (SSM_KIND_DEAL, "x-1");
  SsmPart *now = ssm_part_new (SSM_KIND_DIAGNOSIS, NULL);
  SsmPart *past = ssm_part_new (SSM_KIND_DIAGNOSIS, NULL);

  ssm_part_set_text (deal, SSM_DEAL_CLAIMED, "s-last");
  ssm_part_set_text (deal, SSM_DEAL_SINCE, "2026-10-20");
  ssm_part_set_text (deal, SSM_DEAL_CLOSE, "2026-11-01");
  ssm_part_set_text (deal, SSM_DEAL_SLIPS, "2");
  ssm_part_set_text (now, SSM_DIAGNOSIS_DATE, "2026-11-23");
  add_answer (now, "c-a", "yes", "data", "");
  add_answer (now, "c-b", "yes", NULL, "");
  add_answer (now, "c-c", "not-applicable", NULL, "no such thing here");
  add_answer (now, "c-gone", "no", NULL, "");
  ssm_part_set_text (past, SSM_DIAGNOSIS_DATE, "2026-11-02");
  add_answer (past, "c-a", "yes", "data", "");
  add_answer (past, "c-b", "no", NULL, "");
  ssm_part_insert (deal, SSM_LIST_DIAGNOSIS, 0, now);
  ssm_part_insert (deal, SSM_LIST_PAST, 0, past);
  return ssm_part_seal (deal);
}

static void
test_read (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmDealPath) path = ssm_deal_path_new (map, NULL);
  g_autoptr (SsmDealFacts) facts = ssm_deal_facts_new (path);
  g_autoptr (SsmPart) deal = deal_new ();
  g_autoptr (GPtrArray) strays = ssm_deal_strays (path, deal);

  ssm_deal_facts_read (facts, path, deal);
  g_assert_cmpint (facts->claimed, ==, 1);
  g_assert_cmpuint (facts->since, ==, ssm_deal_day ("2026-10-20"));
  g_assert_cmpuint (facts->close, ==, ssm_deal_day ("2026-11-01"));
  g_assert_true (facts->was_put_off);
  g_assert_cmpint (facts->answers[0], ==, SSM_VERDICT_YES);
  g_assert_cmpint (facts->answers[1], ==, SSM_VERDICT_PARTLY);
  g_assert_cmpint (facts->answers[2], ==, SSM_VERDICT_NOT_APPLICABLE);
  g_assert_cmpuint (strays->len, ==, 1);
  g_assert_cmpstr (ssm_part_text (g_ptr_array_index (strays, 0), SSM_ANSWER_CRITERION),
                   ==, "c-gone");
  ssm_deal_facts_clear (facts, path);
  g_assert_cmpint (facts->claimed, ==, SSM_NO_STAGE);
  g_assert_cmpint (facts->answers[0], ==, SSM_VERDICT_UNKNOWN);
}

static void
test_changes (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmDealPath) path = ssm_deal_path_new (map, NULL);
  g_autoptr (SsmDealFacts) facts = ssm_deal_facts_new (path);
  g_autoptr (SsmDiagnosis) diagnosis = ssm_diagnosis_new (path);
  g_autoptr (SsmPart) deal = deal_new ();
  g_autoptr (SsmDealChanges) changes = NULL;
  const SsmDealChange *change;

  ssm_deal_facts_read (facts, path, deal);
  ssm_diagnosis_make (diagnosis, facts, ssm_deal_day ("2026-11-23"));
  changes = ssm_deal_changes_new (diagnosis, deal);
  g_assert_cmpstr (changes->since, ==, "2026-11-02");
  g_assert_cmpint (changes->evidence_before, ==, 0);
  g_assert_cmpint (changes->evidence_after, ==, 0);
  g_assert_cmpuint (changes->changes->len, ==, 2);
  change = &g_array_index (changes->changes, SsmDealChange, 0);
  g_assert_cmpuint (change->criterion, ==, 1);
  g_assert_cmpint (change->before, ==, SSM_VERDICT_NO);
  g_assert_cmpint (change->after, ==, SSM_VERDICT_PARTLY);
}

static void
add_move (SsmPart *deal, const char *to, const char *date)
{
  SsmPart *move = ssm_part_new (SSM_KIND_MOVE, NULL);

  ssm_part_set_text (move, SSM_MOVE_TO, to);
  ssm_part_set_text (move, SSM_MOVE_DATE, date);
  ssm_part_insert (deal, SSM_LIST_MOVES, ssm_part_n_children (deal, SSM_LIST_MOVES),
                   move);
}

/* It was in the first stage for @days, with a move to where it was already; it is still
 * in the last, or was lost there. */
static SsmPart *
moved_deal_new (guint index, guint days, gboolean is_lost)
{
  g_autofree char *id = g_strdup_printf ("x-%u", index);
  g_autofree char *left = g_strdup_printf ("2026-09-%02u", 1 + days);
  SsmPart *deal = ssm_part_new (SSM_KIND_DEAL, id);

  add_move (deal, "s-first", "2026-09-01");
  add_move (deal, "s-first", "2026-09-01");
  add_move (deal, "s-last", left);
  if (is_lost)
    {
      SsmPart *closed = ssm_part_new (SSM_KIND_CLOSED, NULL);

      ssm_part_set_text (closed, SSM_CLOSED_AS, "lost");
      ssm_part_set_text (closed, SSM_CLOSED_DATE, "2026-10-01");
      ssm_part_insert (deal, SSM_LIST_CLOSED, 0, closed);
    }
  return deal;
}

static void
test_usual (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmDealPath) path = ssm_deal_path_new (map, NULL);
  g_autoptr (SsmBook) empty = ssm_book_new (ssm_part_id (map));
  g_autoptr (SsmBook) book = NULL;
  SsmPart *changed = ssm_part_copy (empty);

  ssm_deal_path_take_usual (path, empty);
  g_assert_cmpfloat (path->stages[0].usual, ==, -1);
  for (guint i = 0; i < 10; i++)
    ssm_part_insert (changed, SSM_LIST_DEALS, i, moved_deal_new (i, i + 1, i < 9));
  book = ssm_part_seal (changed);
  ssm_deal_path_take_usual (path, book);
  g_assert_cmpfloat (path->stages[0].usual, ==, 9);
  g_assert_cmpfloat (path->stages[1].usual, ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deal-facts/read", test_read);
  g_test_add_func ("/deal-facts/changes", test_changes);
  g_test_add_func ("/deal-facts/usual", test_usual);
  return g_test_run ();
}
