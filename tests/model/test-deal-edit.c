/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What edits make of one deal. */

#include "ssm-deal-edit.h"

#include <string.h>

#define EDIT(deal, call) \
  G_STMT_START           \
  {                      \
    SsmPart *edited = call; \
    ssm_part_unref (deal);  \
    deal = edited;          \
  }                         \
  G_STMT_END

#define ASSERT_SAME(deal, call)                \
  G_STMT_START                                 \
  {                                            \
    g_autoptr (SsmPart) unchanged = call;      \
    g_assert_true (unchanged == (deal));       \
  }                                            \
  G_STMT_END

static SsmPart *
new_deal (void)
{
  return ssm_part_seal (ssm_part_new (SSM_KIND_DEAL, "x-1"));
}

static void
assert_answer (const SsmPart *deal, const char *criterion, const char *expected)
{
  const SsmPart *answer = ssm_deal_answer (deal, criterion);
  g_autofree char *actual = NULL;

  g_assert_nonnull (answer);
  actual = g_strjoin ("|", ssm_part_text (answer, SSM_ANSWER_IS),
                      ssm_part_text (answer, SSM_ANSWER_EVIDENCE),
                      ssm_part_text (answer, SSM_ANSWER_WORDS),
                      ssm_part_text (answer, SSM_ANSWER_DATE),
                      ssm_part_text (answer, SSM_ANSWER_BY),
                      ssm_part_text (answer, SSM_ANSWER_SOURCE), NULL);
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_text (void)
{
  g_autoptr (SsmPart) deal = new_deal ();

  EDIT (deal, ssm_deal_with_text (deal, SSM_DEAL_NAME, "Brightline\v Logistics"));
  EDIT (deal, ssm_deal_with_text (deal, SSM_DEAL_AMOUNT, "84000.00"));
  EDIT (deal, ssm_deal_with_text (deal, SSM_DEAL_CRM, "48\n213"));
  g_assert_cmpstr (ssm_part_text (deal, SSM_DEAL_NAME), ==, "Brightline Logistics");
  g_assert_cmpstr (ssm_part_text (deal, SSM_DEAL_AMOUNT), ==, "84000.00");
  g_assert_cmpstr (ssm_part_text (deal, SSM_DEAL_CRM), ==, "48 213");
  g_assert_cmpstr (ssm_part_id (deal), ==, "x-1");
  ASSERT_SAME (deal, ssm_deal_with_text (deal, SSM_DEAL_AMOUNT, "84000.00"));
  ASSERT_SAME (deal, ssm_deal_with_text (deal, SSM_DEAL_OWNER, ""));
}

/* Only a day that is put off is a slip. */
static void
test_close (void)
{
  static const struct
  {
    const char *date, *slips;
  } steps[] = {
    { "2026-12-18", "" }, { "2026-12-18", "" }, { "2027-01-15", "1" }, { "2027-01-08", "1" },
    { "2027-02-01", "2" }, { "", "2" }, { "2027-03-01", "2" },
  };
  g_autoptr (SsmPart) deal = new_deal ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      EDIT (deal, ssm_deal_with_close (deal, steps[i].date));
      g_assert_cmpstr (ssm_part_text (deal, SSM_DEAL_CLOSE), ==, steps[i].date);
      g_assert_cmpstr (ssm_part_text (deal, SSM_DEAL_SLIPS), ==, steps[i].slips);
    }
  ASSERT_SAME (deal, ssm_deal_with_close (deal, "2027-03-01"));
}

/* "on:from>to" of every move, then the stage and since when. */
static void
assert_moves (const SsmPart *deal, const char *expected)
{
  g_autoptr (GString) moves = g_string_new (NULL);

  for (guint i = 0; i < ssm_part_n_children (deal, SSM_LIST_MOVES); i++)
    {
      const SsmPart *move = ssm_part_child (deal, SSM_LIST_MOVES, i);

      g_string_append_printf (moves, "%s:%s>%s ", ssm_part_text (move, SSM_MOVE_DATE),
                              ssm_part_text (move, SSM_MOVE_FROM),
                              ssm_part_text (move, SSM_MOVE_TO));
    }
  g_string_append_printf (moves, "%s %s", ssm_part_text (deal, SSM_DEAL_CLAIMED),
                          ssm_part_text (deal, SSM_DEAL_SINCE));
  g_assert_cmpstr (moves->str, ==, expected);
}

static void
test_claim (void)
{
  g_autoptr (SsmPart) deal = new_deal ();

  EDIT (deal, ssm_deal_with_claim (deal, "s-a", "2026-09-04"));
  assert_moves (deal, "2026-09-04:>s-a s-a 2026-09-04");
  EDIT (deal, ssm_deal_with_claim (deal, "s-c", "2026-10-20"));
  assert_moves (deal, "2026-09-04:>s-a 2026-10-20:s-a>s-c s-c 2026-10-20");
  ASSERT_SAME (deal, ssm_deal_with_claim (deal, "s-c", "2026-11-01"));

  /* The wrong stage was chosen. */
  EDIT (deal, ssm_deal_with_claim (deal, "s-b", "2026-10-20"));
  assert_moves (deal, "2026-09-04:>s-a 2026-10-20:s-a>s-b s-b 2026-10-20");
  EDIT (deal, ssm_deal_with_claim (deal, "s-a", "2026-10-20"));
  assert_moves (deal, "2026-09-04:>s-a s-a 2026-09-04");
}

/* A deal that came from a table: its stay so far is not lost. */
static void
test_claim_without_history (void)
{
  g_autoptr (SsmPart) deal = new_deal ();

  EDIT (deal, ssm_deal_with_text (deal, SSM_DEAL_CLAIMED, "s-a"));
  EDIT (deal, ssm_deal_with_text (deal, SSM_DEAL_SINCE, "2026-08-01"));
  EDIT (deal, ssm_deal_with_claim (deal, "s-b", "2026-09-01"));
  assert_moves (deal, "2026-08-01:>s-a 2026-09-01:s-a>s-b s-b 2026-09-01");
}

static void
test_answer (void)
{
  SsmAnswer yes = { "yes", "“Two days a month”", "Pain stated", "2026-10-12", "Ines", FALSE };
  SsmAnswer later = { "yes", NULL, NULL, "2026-11-23", "Jonas", FALSE };
  SsmAnswer no = { "no", NULL, NULL, "2026-11-23", "Jonas", FALSE };
  g_autoptr (SsmPart) deal = new_deal ();
  const SsmPart *diagnosis;

  EDIT (deal, ssm_deal_with_answer (deal, "c-1", &yes));
  assert_answer (deal, "c-1", "yes|“Two days a month”|Pain stated|2026-10-12|Ines|");
  ASSERT_SAME (deal, ssm_deal_with_answer (deal, "c-1", &yes));
  ASSERT_SAME (deal, ssm_deal_with_answer (deal, "c-1", &later));

  EDIT (deal, ssm_deal_with_answer (deal, "c-2", &no));
  EDIT (deal, ssm_deal_with_answer (deal, "c-1", &no));
  assert_answer (deal, "c-1", "no|“Two days a month”|Pain stated|2026-11-23|Jonas|");
  assert_answer (deal, "c-2", "no|||2026-11-23|Jonas|");
  diagnosis = ssm_part_only (deal, SSM_LIST_DIAGNOSIS);
  g_assert_cmpstr (ssm_part_text (diagnosis, SSM_DIAGNOSIS_DATE), ==, "2026-11-23");
  g_assert_cmpstr (ssm_part_text (diagnosis, SSM_DIAGNOSIS_BY), ==, "Jonas");

  EDIT (deal, ssm_deal_without_answer (deal, "c-1"));
  g_assert_null (ssm_deal_answer (deal, "c-1"));
  ASSERT_SAME (deal, ssm_deal_without_answer (deal, "c-1"));
  EDIT (deal, ssm_deal_without_answer (deal, "c-2"));
  g_assert_null (ssm_part_only (deal, SSM_LIST_DIAGNOSIS));
}

static void
test_data (void)
{
  SsmAnswer data = { "yes", "Amount: 84000", NULL, "2026-11-23", NULL, TRUE };
  SsmAnswer other = { "no", "Amount: empty", NULL, "2026-11-24", NULL, TRUE };
  SsmAnswer person = { "partly", "Our estimate", NULL, "2026-11-25", "Ines", FALSE };
  g_autoptr (SsmPart) deal = new_deal ();

  EDIT (deal, ssm_deal_with_answer (deal, "c-1", &data));
  EDIT (deal, ssm_deal_with_answer (deal, "c-1", &other));
  assert_answer (deal, "c-1", "no|Amount: empty||2026-11-24||data");
  EDIT (deal, ssm_deal_with_answer (deal, "c-1", &person));
  assert_answer (deal, "c-1", "partly|Our estimate||2026-11-25|Ines|");
  ASSERT_SAME (deal, ssm_deal_with_answer (deal, "c-1", &data));
}

static void
test_next (void)
{
  g_autoptr (SsmPart) deal = new_deal ();

  EDIT (deal, ssm_deal_with_next (deal, "Call Maya Chen", "Ines", "2026-11-27"));
  g_assert_cmpstr (ssm_part_text (ssm_deal_next (deal), SSM_NEXT_TEXT), ==, "Call Maya Chen");
  g_assert_cmpstr (ssm_part_text (ssm_deal_next (deal), SSM_NEXT_WHO), ==, "Ines");
  g_assert_cmpstr (ssm_part_text (ssm_deal_next (deal), SSM_NEXT_DATE), ==, "2026-11-27");
  ASSERT_SAME (deal, ssm_deal_with_next (deal, "Call Maya Chen", "Ines", "2026-11-27"));
  EDIT (deal, ssm_deal_with_next (deal, "", "", ""));
  g_assert_null (ssm_deal_next (deal));
  ASSERT_SAME (deal, ssm_deal_with_next (deal, "", "", ""));
}

static void
test_closed (void)
{
  SsmClosing lost = { "lost", "2026-11-23", "r-price", "L2", "Too dear", FALSE };
  SsmClosing won = { "won", "2026-11-24", NULL, NULL, NULL, FALSE };
  g_autoptr (SsmPart) deal = new_deal ();
  const SsmPart *closed;

  g_assert_true (ssm_deal_is_open (deal));
  ASSERT_SAME (deal, ssm_deal_reopened (deal));
  EDIT (deal, ssm_deal_with_closed (deal, &lost));
  closed = ssm_part_only (deal, SSM_LIST_CLOSED);
  g_assert_false (ssm_deal_is_open (deal));
  g_assert_cmpstr (ssm_part_text (closed, SSM_CLOSED_CODE), ==, "L2");
  g_assert_cmpstr (ssm_part_text (closed, SSM_CLOSED_NOTE), ==, "Too dear");
  ASSERT_SAME (deal, ssm_deal_with_closed (deal, &lost));

  EDIT (deal, ssm_deal_with_closed (deal, &won));
  closed = ssm_part_only (deal, SSM_LIST_CLOSED);
  g_assert_cmpstr (ssm_part_text (closed, SSM_CLOSED_AS), ==, "won");
  g_assert_cmpstr (ssm_part_text (closed, SSM_CLOSED_REASON), ==, "");
  EDIT (deal, ssm_deal_reopened (deal));
  g_assert_true (ssm_deal_is_open (deal));
}

/* Nobody loses a deal for no reason; a table may not know it. */
static void
test_lost_without_reason (void)
{
  SsmClosing lost = { "lost", "2026-11-23", "", NULL, "Too dear", FALSE };
  g_autoptr (SsmPart) deal = new_deal ();
  SsmPart *closed;

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*has_reason*");
  closed = ssm_deal_with_closed (deal, &lost);
  g_test_assert_expected_messages ();
  g_assert_null (closed);

  lost.from_data = TRUE;
  EDIT (deal, ssm_deal_with_closed (deal, &lost));
  g_assert_false (ssm_deal_is_open (deal));
}

static void
test_keep (void)
{
  SsmAnswer no = { "no", "Nothing", NULL, "2026-11-02", "Ines", FALSE };
  SsmAnswer yes = { "yes", "Mail", NULL, "2026-11-23", "Ines", FALSE };
  g_autoptr (SsmPart) deal = new_deal ();
  const SsmPart *kept;

  ASSERT_SAME (deal, ssm_deal_with_diagnosis_kept (deal, "s-a", "2026-11-02"));
  EDIT (deal, ssm_deal_with_claim (deal, "s-b", "2026-10-20"));
  EDIT (deal, ssm_deal_with_answer (deal, "c-1", &no));
  EDIT (deal, ssm_deal_with_diagnosis_kept (deal, "s-a", "2026-11-02"));
  ASSERT_SAME (deal, ssm_deal_with_diagnosis_kept (deal, "s-a", "2026-11-09"));

  EDIT (deal, ssm_deal_with_answer (deal, "c-1", &yes));
  EDIT (deal, ssm_deal_with_diagnosis_kept (deal, "s-b", "2026-11-23"));
  g_assert_cmpuint (ssm_part_n_children (deal, SSM_LIST_PAST), ==, 2);
  kept = ssm_part_child (deal, SSM_LIST_PAST, 0);
  g_assert_cmpstr (ssm_part_text (kept, SSM_DIAGNOSIS_DATE), ==, "2026-11-02");
  g_assert_cmpstr (ssm_part_text (kept, SSM_DIAGNOSIS_CLAIMED), ==, "s-b");
  g_assert_cmpstr (ssm_part_text (kept, SSM_DIAGNOSIS_EVIDENCE), ==, "s-a");
  g_assert_cmpstr (ssm_part_text (ssm_diagnosis_answer (kept, "c-1"), SSM_ANSWER_IS), ==, "no");

  /* Once more on the same day. */
  EDIT (deal, ssm_deal_with_next (deal, "Call", "Ines", "2026-11-27"));
  EDIT (deal, ssm_deal_with_diagnosis_kept (deal, "s-b", "2026-11-23"));
  g_assert_cmpuint (ssm_part_n_children (deal, SSM_LIST_PAST), ==, 2);
}

static void
test_value (void)
{
  g_autoptr (SsmPart) deal = new_deal ();

  g_assert_null (ssm_deal_value (deal, "Sites"));
  EDIT (deal, ssm_deal_with_value (deal, "Sites", "14"));
  EDIT (deal, ssm_deal_with_value (deal, "Use", "Routing"));
  EDIT (deal, ssm_deal_with_value (deal, "Sites", "15"));
  g_assert_cmpstr (ssm_deal_value (deal, "Sites"), ==, "15");
  g_assert_cmpstr (ssm_deal_value (deal, "Use"), ==, "Routing");
  ASSERT_SAME (deal, ssm_deal_with_value (deal, "Use", "Routing"));
  ASSERT_SAME (deal, ssm_deal_with_value (deal, "None", NULL));
  EDIT (deal, ssm_deal_with_value (deal, "Sites", NULL));
  g_assert_null (ssm_deal_value (deal, "Sites"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/deal-edit/text", test_text);
  g_test_add_func ("/model/deal-edit/close", test_close);
  g_test_add_func ("/model/deal-edit/claim", test_claim);
  g_test_add_func ("/model/deal-edit/claim-without-history", test_claim_without_history);
  g_test_add_func ("/model/deal-edit/answer", test_answer);
  g_test_add_func ("/model/deal-edit/data", test_data);
  g_test_add_func ("/model/deal-edit/next", test_next);
  g_test_add_func ("/model/deal-edit/closed", test_closed);
  g_test_add_func ("/model/deal-edit/lost-without-reason", test_lost_without_reason);
  g_test_add_func ("/model/deal-edit/keep", test_keep);
  g_test_add_func ("/model/deal-edit/value", test_value);
  return g_test_run ();
}
