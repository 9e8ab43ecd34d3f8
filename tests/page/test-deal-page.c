/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A diagnosis on its page: pictures of it as text, and what is true of every one. */

#include <math.h>
#include <string.h>

#include "page-fixture.h"
#include "ssm-book.h"
#include "ssm-deal-facts.h"
#include "ssm-deal-page.h"
#include "ssm-resources.h"
#include "ssm-xml-read.h"

#define AS_OF "2026-11-23"

/* How many criteria of a map are answered, and how. */
typedef enum
{
  ANSWER_NONE,
  ANSWER_ALL,
  ANSWER_RANDOM
} Answers;

static SsmPart *
answer_new (const char *criterion, const char *is, const char *evidence)
{
  SsmPart *answer = ssm_part_new (SSM_KIND_ANSWER, NULL);

  ssm_part_set_text (answer, SSM_ANSWER_CRITERION, criterion);
  ssm_part_set_text (answer, SSM_ANSWER_IS, is);
  ssm_part_set_text (answer, SSM_ANSWER_EVIDENCE, evidence);
  return answer;
}

static void
add_answers (SsmPart *diagnosis, const SsmMap *map, Answers answers, GRand *rand)
{
  static const char *const words[] = { "yes", "partly", "no", "unknown",
                                       "not-applicable" };
  static const char * const texts[] = {
    "", "a mail", "“We lose two days a month to manual routing.” Call notes, 12 Oct",
    "Wirtschaftlichkeitsbetrachtung unterschrieben, siehe das Protokoll vom Dienstag",
    "العميل أكد الميزانية وتاريخ القرار مع صاحب القرار كتابة"
  };

  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    for (SsmList list = SSM_LIST_ENTRY; list <= SSM_LIST_EXIT; list++)
      for (guint k = 0; k < ssm_part_n_children (ssm_map_stage (map, i), list); k++)
        {
          const char *id = ssm_part_id (ssm_part_child (ssm_map_stage (map, i), list, k));
          gboolean all = answers == ANSWER_ALL || g_rand_int_range (rand, 0, 8) > 1;

          ssm_part_insert (
              diagnosis, SSM_LIST_ANSWERS,
              ssm_part_n_children (diagnosis, SSM_LIST_ANSWERS),
              answer_new (id, all ? "yes" : words[g_rand_int_range (rand, 0, 5)],
                          all ? "a mail" : texts[g_rand_int_range (rand, 0, 5)]));
        }
}

/* @rand: NULL for a deal that is the same each time. */
static SsmPart *
deal_new (const SsmMap *map, Answers answers, int claimed, GRand *rand)
{
  SsmPart *deal = ssm_part_new (SSM_KIND_DEAL, "x-7k2m9qpd");
  SsmPart *diagnosis = ssm_part_new (SSM_KIND_DIAGNOSIS, NULL);
  SsmPart *next = ssm_part_new (SSM_KIND_NEXT, NULL);

  if (claimed >= 0)
    ssm_part_set_text (deal, SSM_DEAL_CLAIMED,
                       ssm_part_id (ssm_map_stage (map, (guint) claimed)));
  ssm_part_set_text (deal, SSM_DEAL_NAME, "Brightline Logistics");
  ssm_part_set_text (deal, SSM_DEAL_OWNER, "Ines Marek");
  ssm_part_set_text (deal, SSM_DEAL_AMOUNT, "1284000.50");
  ssm_part_set_text (deal, SSM_DEAL_CURRENCY, "EUR");
  ssm_part_set_text (deal, SSM_DEAL_SINCE, "2026-10-20");
  ssm_part_set_text (deal, SSM_DEAL_CLOSE, "2026-11-12");
  ssm_part_set_text (next, SSM_NEXT_TEXT, "Confirm monthly cost with Maya Chen, COO");
  ssm_part_set_text (next, SSM_NEXT_WHO, "Ines Marek");
  ssm_part_set_text (next, SSM_NEXT_DATE, "2026-11-27");
  if (answers != ANSWER_NONE)
    add_answers (diagnosis, map, answers, rand);
  if (rand == NULL || g_rand_boolean (rand))
    ssm_part_insert (diagnosis, SSM_LIST_NEXT, 0, next);
  else
    ssm_part_unref (next);
  ssm_part_insert (deal, SSM_LIST_DIAGNOSIS, 0, diagnosis);
  return ssm_part_seal (deal);
}

static SsmPage *
page_new (const SsmMap *map, const SsmPart *deal, const SsmPageOptions *options)
{
  g_autoptr (SsmDealPath) path
    = ssm_deal_path_new (map, ssm_resources_words (ssm_map_language (map)));
  g_autoptr (SsmDealFacts) facts = ssm_deal_facts_new (path);
  g_autoptr (SsmDiagnosis) diagnosis = ssm_diagnosis_new (path);

  ssm_deal_facts_read (facts, path, deal);
  ssm_diagnosis_make (diagnosis, facts, ssm_deal_day (AS_OF));
  return ssm_deal_page_new (diagnosis, deal, AS_OF, options);
}

/* The deal of the drawing. */
static SsmPart *
read_deal (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "northgate.salesdeals", NULL);
  g_autoptr (SsmBook) book = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize length;

  g_assert_true (g_file_get_contents (file, &contents, &length, NULL));
  bytes = g_bytes_new_take (contents, length);
  book = ssm_xml_read_book (bytes, file, NULL, NULL);
  g_assert_nonnull (book);
  return ssm_part_ref (ssm_book_find (book, "x-7k2m9qpd", NULL));
}

static void
compare (const SsmMap *map, const SsmPart *deal, const char *paper, const char *golden)
{
  SsmPageOptions options = { .paper = paper };
  g_autoptr (SsmPage) page = page_new (map, deal, &options);

  fixture_check_page (page, golden);
  fixture_compare_golden (page, golden);
}

static void
test_golden (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmMap) arabic = fixture_read_map ("data/examples/northgate-ar.salesmap");
  g_autoptr (SsmMap) japanese = fixture_read_map ("resources/templates/ja/b2b.salesmap");
  g_autoptr (SsmPart) drawn = read_deal ();
  g_autoptr (SsmPart) done = deal_new (map, ANSWER_ALL, 6, NULL);
  g_autoptr (SsmPart) bare = deal_new (map, ANSWER_NONE, 6, NULL);
  g_autoptr (SsmPart) in_arabic = deal_new (arabic, ANSWER_NONE, 1, NULL);
  g_autoptr (SsmPart) in_japanese = deal_new (japanese, ANSWER_NONE, 2, NULL);

  if (!fixture_has_golden_fonts ())
    {
      g_test_skip ("other fonts");
      return;
    }
  compare (map, drawn, NULL, "deal-a4.txt");
  compare (map, drawn, "letter", "deal-letter.txt");
  compare (map, done, NULL, "deal-done.txt");
  compare (map, bare, NULL, "deal-bare.txt");
  compare (arabic, in_arabic, NULL, "deal-ar.txt");
  compare (japanese, in_japanese, NULL, "deal-ja.txt");
}

static gboolean
says (const SsmPage *page, const char *text)
{
  g_autofree char *dump = ssm_page_dump (page);
  g_autofree char *flat = g_strdelimit (dump, "|", ' ');

  dump = NULL;
  return strstr (flat, text) != NULL;
}

/* What somebody must be able to read on it. */
static void
test_words (void)
{
  static const char *const texts[] = { "“Brightline Logistics”",
                                       "“€\u00a084,000”",
                                       "“Stuck in”",
                                       "“3 Discovery”",
                                       "“34 days here, 13 over the limit of 21”",
                                       "“3 criteria are missing. The CRM shows 4 "
                                       "Proposal, one stage ahead of the evidence.”",
                                       "“Nothing recorded since 20 Oct”",
                                       "“Follows from stage 3.”",
                                       "“Confirm monthly cost with Maya Chen, COO”",
                                       "“Ines Marek, by Friday 27 Nov 2026”" };
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmPart) deal = read_deal ();
  g_autoptr (SsmPage) page = page_new (map, deal, NULL);
  double width, height;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_true (says (page, texts[i]));
    }
  ssm_page_get_size (page, &width, &height);
  g_assert_cmpfloat (width, <, height);
  g_assert_true (ssm_page_fit (page)->fits);
}

/* Forty criteria of one stage: smaller letters, then only as many as there is room for,
 * and how many are left out. */
static void
test_too_much (void)
{
  SsmPart *map = ssm_part_new (SSM_KIND_MAP, "m-long");
  SsmPart *stage = ssm_part_new (SSM_KIND_STAGE, "s-long");
  g_autoptr (SsmMap) sealed = NULL;
  g_autoptr (SsmPart) deal = NULL;
  g_autoptr (SsmPage) page = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("c-%u", i);
      SsmPart *criterion = ssm_part_new (SSM_KIND_CRITERION, id);

      ssm_part_set_text (criterion, SSM_CRITERION_TEXT,
                         "Next step captured, with a date");
      ssm_part_insert (stage, SSM_LIST_EXIT, i, criterion);
    }
  ssm_part_insert (map, SSM_LIST_STAGES, 0, stage);
  sealed = ssm_part_seal (map);
  deal = deal_new (sealed, ANSWER_NONE, 0, NULL);
  page = page_new (sealed, deal, NULL);
  fixture_check_page (page, "forty");
  g_assert_false (ssm_page_fit (page)->fits);
  g_assert_true (says (page, "40 criteria are missing."));
  g_assert_true (says (page, " more”"));
  if (fixture_has_golden_fonts ())
    fixture_compare_golden (page, "deal-forty.txt");
}

/* Whatever the map and the answers: no text leaves its place, and none lies over another.
 */
static void
test_laws (void)
{
  static const char * const papers[] = { "A4", "letter", "A3", "A5" };

  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint n = (guint) g_rand_int_range (rand, 0, seed % 10 == 0 ? 40 : 10);
      g_autoptr (SsmMap) map = fixture_random_map (rand, n, seed % 7 == 0 ? 12 : 4, 160);
      int claimed = n > 0 ? g_rand_int_range (rand, -1, (int) n) : -1;
      g_autoptr (SsmPart) deal =
          deal_new (map, seed % 5 == 0 ? ANSWER_NONE : ANSWER_RANDOM, claimed, rand);
      SsmPageOptions options = { .paper = papers[seed % 4], .theme = seed % 3 };
      g_autoptr (SsmPage) page = page_new (map, deal, &options);
      g_autoptr (SsmPage) again = page_new (map, deal, &options);
      g_autofree char *name = g_strdup_printf ("seed %u", seed);
      g_autofree char *dump = ssm_page_dump (page);
      g_autofree char *second = ssm_page_dump (again);

      fixture_check_page (page, name);
      g_assert_cmpstr (dump, ==, second);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deal-page/golden", test_golden);
  g_test_add_func ("/deal-page/words", test_words);
  g_test_add_func ("/deal-page/too-much", test_too_much);
  g_test_add_func ("/deal-page/laws", test_laws);
  return g_test_run ();
}
