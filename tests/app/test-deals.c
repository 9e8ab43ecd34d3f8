/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the form of a deal makes of what people type, without the form. */

#include <locale.h>

#include "ssm-book.h"
#include "ssm-date-words.h"
#include "ssm-deal-board.h"
#include "ssm-deal-commands.h"
#include "ssm-deal-facts.h"
#include "ssm-deal-values.h"
#include "ssm-resources.h"
#include "ssm-stage-guess.h"
#include "ssm-xml-read.h"

#define TODAY "2026-11-25" /* a Wednesday */

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    SsmDateSense sense;
    const char *expected; /* NULL: no day */
  } cases[] = {
    { "fri", SSM_DATE_COMING, "2026-11-27" },
    { "Friday", SSM_DATE_COMING, "2026-11-27" },
    { "next fri", SSM_DATE_COMING, "2026-11-27" },
    { "wed", SSM_DATE_COMING, "2026-12-02" },
    { "fri", SSM_DATE_PAST, "2026-11-20" },
    { "today", SSM_DATE_COMING, "2026-11-25" },
    { "tomorrow", SSM_DATE_COMING, "2026-11-26" },
    { "yesterday", SSM_DATE_PAST, "2026-11-24" },
    { "in 2 weeks", SSM_DATE_COMING, "2026-12-09" },
    { "2 weeks", SSM_DATE_COMING, "2026-12-09" },
    { "2 weeks", SSM_DATE_PAST, "2026-11-11" },
    { "3 days ago", SSM_DATE_COMING, "2026-11-22" },
    { "in 1 month", SSM_DATE_COMING, "2026-12-25" },
    { "12 Dec", SSM_DATE_COMING, "2026-12-12" },
    { "Dec 12", SSM_DATE_COMING, "2026-12-12" },
    { "12. December 2027", SSM_DATE_COMING, "2027-12-12" },
    { "20 oct", SSM_DATE_PAST, "2026-10-20" },
    { "20 oct", SSM_DATE_COMING, "2027-10-20" },
    { "20 dec", SSM_DATE_PAST, "2025-12-20" },
    { "29 feb", SSM_DATE_COMING, "2028-02-29" },
    { "2026-12-01", SSM_DATE_COMING, "2026-12-01" },
    { "13/12/2026", SSM_DATE_COMING, "2026-12-13" },
    { "28", SSM_DATE_COMING, "2026-11-28" },
    { "20", SSM_DATE_COMING, "2026-12-20" },
    { "20", SSM_DATE_PAST, "2026-11-20" },
    { "", SSM_DATE_COMING, NULL },
    { "soon", SSM_DATE_COMING, NULL },
    { "f", SSM_DATE_COMING, NULL },
    { "31 feb", SSM_DATE_COMING, NULL },
    { "2026-02-30", SSM_DATE_COMING, NULL },
    { "99", SSM_DATE_COMING, NULL },
    { "in 5000 days", SSM_DATE_COMING, NULL },
    { "ma", SSM_DATE_COMING, NULL },
  };
  GDate today, date;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 25, G_DATE_NOVEMBER, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean read = ssm_date_words_read (cases[i].text, &today, cases[i].sense, &date);
      g_autofree char *found = read ? ssm_date_words_to_file (&date) : NULL;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_amounts (void)
{
  static const struct
  {
    const char *text, *amount, *currency; /* NULL: none */
  } cases[] = {
    { "84000", "84000", NULL }, { "84,000.00", "84000.00", NULL },
    { "€ 84000", "84000", "EUR" }, { " ", "", NULL },
    { "much", NULL, NULL },       { "84k", "84000", NULL },
    { "€ 1.25M", "1250000", "EUR" }, { "k", NULL, NULL },
    { "9999999999999m", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *amount = NULL, *currency = NULL;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (ssm_deal_read_amount (cases[i].text, &amount, &currency), ==,
                       cases[i].amount != NULL);
      g_assert_cmpstr (amount, ==, cases[i].amount);
      g_assert_cmpstr (currency, ==, cases[i].currency);
    }
}

typedef struct
{
  SsmMap *map;
  SsmDealPath *path;
  SsmBook *book;
  char *id;
} Fixture;

/* (transfer full): what @command makes of the book; names and selects are looked at. */
static void
take (Fixture *fixture, SsmCommand *command)
{
  g_autoptr (SsmCommand) taken = command;

  g_assert_cmpstr (taken->label, !=, "");
  ssm_part_unref (fixture->book);
  fixture->book = ssm_part_ref (taken->map);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = ssm_resources_template ("b2b", "en");
  SsmCommand *command;

  fixture->map = ssm_xml_read (bytes, "b2b", NULL, NULL);
  fixture->path = ssm_deal_path_new (fixture->map, ssm_resources_words ("en"));
  fixture->book = ssm_book_new (ssm_part_id (fixture->map));
  command = ssm_deal_command_new (fixture->book, "B");
  fixture->id = g_strdup (command->select.id);
  take (fixture, command);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ssm_deal_path_free (fixture->path);
  ssm_part_unref (fixture->book);
  ssm_part_unref (fixture->map);
  g_free (fixture->id);
}

static const SsmPart *
get_deal (Fixture *fixture)
{
  return ssm_book_find (fixture->book, fixture->id, NULL);
}

static const char *
stage_id (Fixture *fixture, guint stage)
{
  return ssm_part_id (ssm_map_stage (fixture->map, fixture->path->stages[stage].index));
}

static void
test_claim (Fixture *fixture, gconstpointer data)
{
  guint n = ssm_deal_n_before (fixture->path, 3);
  g_autoptr (SsmDealFacts) facts = ssm_deal_facts_new (fixture->path);
  g_autoptr (SsmDiagnosis) diagnosis = ssm_diagnosis_new (fixture->path);

  g_assert_cmpuint (n, ==, fixture->path->stages[2].exit);
  take (fixture, ssm_deal_command_claim (fixture->book, fixture->id, fixture->path,
                                         stage_id (fixture, 3), TODAY, TRUE));
  take (fixture, ssm_deal_command_text (fixture->book, fixture->id, SSM_DEAL_SINCE,
                                        "2026-10-20"));
  g_assert_cmpuint (ssm_part_n_children (get_deal (fixture), SSM_LIST_MOVES), ==, 1);
  g_assert_cmpstr (
    ssm_part_text (ssm_part_child (get_deal (fixture), SSM_LIST_MOVES, 0), SSM_MOVE_DATE), ==,
    "2026-10-20");
  ssm_deal_facts_read (facts, fixture->path, get_deal (fixture));
  ssm_diagnosis_make (diagnosis, facts, ssm_deal_day (TODAY));
  g_assert_cmpint (diagnosis->evidence, ==, 2);
  g_assert_cmpint (diagnosis->days, ==, 36);
}

/* What a person has answered is not taken as given, and nothing is taken twice. */
static void
test_take_as_given (Fixture *fixture, gconstpointer data)
{
  const char *first = ssm_part_id (fixture->path->criteria[0].part);
  g_autoptr (SsmCommand) again = NULL;

  take (fixture, ssm_deal_command_answer (fixture->book, fixture->id, fixture->path, 0, "no",
                                          TODAY));
  take (fixture, ssm_deal_command_claim (fixture->book, fixture->id, fixture->path,
                                         stage_id (fixture, 2), TODAY, FALSE));
  take (fixture, ssm_deal_command_take_as_given (fixture->book, fixture->id, fixture->path,
                                                 TODAY));
  g_assert_cmpstr (ssm_part_text (ssm_deal_answer (get_deal (fixture), first), SSM_ANSWER_IS),
                   ==, "no");
  g_assert_cmpstr (ssm_part_text (ssm_deal_answer (get_deal (fixture),
                                                   ssm_part_id (
                                                     fixture->path->criteria[1].part)),
                                  SSM_ANSWER_IS),
                   ==, "not-applicable");
  again = ssm_deal_command_take_as_given (fixture->book, fixture->id, fixture->path, TODAY);
  g_assert_true (again->map == fixture->book);
}

/* Typing a text is one step; the answers of an earlier day are kept. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SsmCommand) a = NULL, b = NULL;

  take (fixture, ssm_deal_command_answer (fixture->book, fixture->id, fixture->path, 0, "yes",
                                          "2026-11-20"));
  a = ssm_deal_command_evidence (fixture->book, fixture->id, fixture->path, 0, "M",
                                 "2026-11-20");
  b = ssm_deal_command_evidence (a->map, fixture->id, fixture->path, 0, "Mail", "2026-11-20");
  g_assert_cmpstr (a->merge_key, ==, b->merge_key);
  take (fixture, g_steal_pointer (&b));
  g_assert_cmpuint (ssm_part_n_children (get_deal (fixture), SSM_LIST_PAST), ==, 0);
  take (fixture, ssm_deal_command_answer (fixture->book, fixture->id, fixture->path, 0,
                                          "partly", TODAY));
  g_assert_cmpuint (ssm_part_n_children (get_deal (fixture), SSM_LIST_PAST), ==, 1);
  g_assert_cmpstr (
    ssm_part_text (ssm_part_child (get_deal (fixture), SSM_LIST_PAST, 0), SSM_DIAGNOSIS_DATE),
    ==, "2026-11-20");
}

static void
test_ends (Fixture *fixture, gconstpointer data)
{
  const SsmPart *reason = ssm_part_child (fixture->map, SSM_LIST_REASONS, 0);
  g_autoptr (SsmCommand) nothing = NULL;

  take (fixture, ssm_deal_command_next (fixture->book, fixture->id, SSM_NEXT_TEXT, "Call"));
  take (fixture, ssm_deal_command_next (fixture->book, fixture->id, SSM_NEXT_DATE,
                                        "2026-11-27"));
  g_assert_cmpstr (ssm_part_text (ssm_deal_next (get_deal (fixture)), SSM_NEXT_TEXT), ==,
                   "Call");
  take (fixture, ssm_deal_command_close (fixture->book, fixture->id, reason, "Silence",
                                         TODAY));
  g_assert_false (ssm_deal_is_open (get_deal (fixture)));
  take (fixture, ssm_deal_command_reopen (fixture->book, fixture->id));
  g_assert_true (ssm_deal_is_open (get_deal (fixture)));
  take (fixture, ssm_deal_command_delete (fixture->book, fixture->id));
  g_assert_cmpuint (ssm_book_n_deals (fixture->book), ==, 0);
  nothing = ssm_deal_command_delete (fixture->book, fixture->id);
  g_assert_true (nothing->map == fixture->book);
}

static void
test_stage_names (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (ssm_deal_read_stage (fixture->path, "pro"), ==, 3);
  g_assert_cmpint (ssm_deal_read_stage (fixture->path, "4"), ==, 3);
  g_assert_cmpint (ssm_deal_read_stage (fixture->path, "DISCOVERY"), ==, 2);
  g_assert_cmpint (ssm_deal_read_stage (fixture->path, "x"), ==, SSM_NO_STAGE);
  g_assert_cmpint (ssm_deal_read_stage (fixture->path, ""), ==, SSM_NO_STAGE);
}

/* The board computes what it is asked for, keeps its items, and chooses what undo changed. */
static void
test_board (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SsmDocument) document = ssm_document_new (fixture->map);
  g_autoptr (SsmDealBoard) board = ssm_deal_board_new (document);
  SsmDocument *book = ssm_deal_board_get_book (board);
  g_autofree char *first = NULL;
  SsmDealItem *item;

  g_assert_null (ssm_deal_board_get_chosen (board));
  ssm_deal_board_run (board, ssm_deal_command_new (ssm_document_get_book (book), "A"));
  first = g_strdup (ssm_deal_board_get_chosen (board));
  item = ssm_deal_board_find (board, first);
  g_assert_true (ssm_deal_item_matches (item, "a"));
  ssm_document_end_merge (book);
  ssm_deal_board_run (board, ssm_deal_command_new (ssm_document_get_book (book), "B"));
  g_assert_cmpstr (ssm_deal_board_get_chosen (board), !=, first);
  g_assert_true (ssm_deal_board_find (board, first) == item);
  g_assert_cmpuint (g_list_model_get_n_items (ssm_deal_board_get_items (board)), ==, 2);
  ssm_document_undo (book);
  g_assert_cmpstr (ssm_deal_board_get_chosen (board), ==, first);
  ssm_document_redo (book);
  g_assert_cmpstr (ssm_deal_board_get_chosen (board), !=, first);
  {
    g_autoptr (GPtrArray) missing = ssm_deal_board_missing (
      board, ssm_part_id (fixture->path->criteria[0].part));

    g_assert_cmpuint (missing->len, ==, 2);
  }
  ssm_document_discard_draft (book);
}

/* As the three CRMs call their stages, and as a map does that was translated. */
static void
test_guesses (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *word, *id;
  } cases[] = {
    { "Prospecting", "s-sourcing" },          { "appointmentscheduled", "s-discovery" },
    { "qualifiedtobuy", "s-qualification" },  { "Needs Analysis", "s-discovery" },
    { "presentationscheduled", "s-proposal" }, { "Value Proposition", "s-proposal" },
    { "contractsent", "s-negotiation" },      { "Negotiation/Review", "s-negotiation" },
    { "Verhandlung", "s-negotiation" },       { "Limbo", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ssm_stage_guess (fixture->map, cases[i].word), ==, cases[i].id);
}

#define ADD(name, test) g_test_add ("/deals/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/deals/dates", test_dates);
  g_test_add_func ("/deals/amounts", test_amounts);
  ADD ("claim", test_claim);
  ADD ("take-as-given", test_take_as_given);
  ADD ("answers", test_answers);
  ADD ("ends", test_ends);
  ADD ("stage-names", test_stage_names);
  ADD ("board", test_board);
  ADD ("guesses", test_guesses);
  return g_test_run ();
}
