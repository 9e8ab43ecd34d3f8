/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A diagnosis as it is pasted into a CRM or a chat. */

#include <string.h>

#include "ssm-deal-facts.h"
#include "ssm-deal-text.h"
#include "ssm-resources.h"
#include "ssm-xml-read.h"

static SsmPart *
read_example (const char *name, SsmKind kind)
{
  g_autofree char *file =
      g_test_build_filename (G_TEST_DIST, "..", "data", "examples", name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  SsmPart *part;
  char *contents;
  gsize length;

  g_assert_true (g_file_get_contents (file, &contents, &length, NULL));
  bytes = g_bytes_new_take (contents, length);
  part = ssm_xml_read_root (kind, bytes, name, NULL, NULL);
  g_assert_nonnull (part);
  return part;
}

/* (transfer full): the text of @deal, or the short one. */
static char *
text_of (const SsmPart *deal, gboolean is_short)
{
  g_autoptr (SsmMap) map = read_example ("northgate.salesmap", SSM_KIND_MAP);
  const SsmLanguage *words = ssm_resources_words ("en");
  g_autoptr (SsmDealPath) path = ssm_deal_path_new (map, words);
  g_autoptr (SsmDealFacts) facts = ssm_deal_facts_new (path);
  g_autoptr (SsmDiagnosis) diagnosis = ssm_diagnosis_new (path);

  ssm_deal_facts_read (facts, path, deal);
  ssm_diagnosis_make (diagnosis, facts, ssm_deal_day ("2026-11-23"));
  return is_short ? ssm_deal_to_short_text (diagnosis, deal, words)
                  : ssm_deal_to_text (diagnosis, deal, "2026-11-23", words);
}

static void
test_text (void)
{
  static const char start[] =
      "Brightline Logistics · €\u00a084,000 · Ines Marek\n"
      "Deal diagnosis against B2B Sales System Map, version 1.3 · 23 Nov 2026\n"
      "\n"
      "Stuck in 3 Discovery\n"
      "34 days here, 13 over the limit of 21\n"
      "3 criteria are missing. The CRM shows 4 Proposal, one stage ahead of the "
      "evidence.\n"
      "\n"
      "3 Discovery: leave when\n"
      "- Partly: Cost or impact quantified\n"
      "  € 9,000 a month is our estimate; not confirmed by the customer\n"
      "- No: Next step captured, with a date\n"
      "  Nothing recorded since 20 Oct\n"
      "\n"
      "4 Proposal: enter when\n"
      "- Not known: Decision process and criteria known\n"
      "  What happens after this meeting, who is in it, and by when? Proof: steps, "
      "people and "
      "dates from the buyer\n"
      "\n"
      "Next action: Confirm monthly cost with Maya Chen, COO (Ines Marek, by Friday 27 "
      "Nov 2026)\n"
      "MEDDPICC: M 1, E 1, D 0, P 0, I 2\n"
      "\n"
      "Since 2 Nov 2026\n";
  g_autoptr (SsmBook) book = read_example ("northgate.salesdeals", SSM_KIND_BOOK);
  g_autofree char *text = text_of (ssm_book_find (book, "x-7k2m9qpd", NULL), FALSE);
  g_autofree char *found = g_strndup (text, strlen (start));

  g_assert_cmpstr (found, ==, start);
  g_assert_nonnull (strstr (text, "- Cost or impact quantified: Not known → Partly\n"));
}

/* What a person has written is one line, and turns no other around. */
static void
test_hostile (void)
{
  SsmPart *deal = ssm_part_new (SSM_KIND_DEAL, "x-1");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  ssm_part_set_text (deal, SSM_DEAL_NAME, "A\nB\u202e\x1b[31m");
  ssm_part_seal (deal);
  text = text_of (deal, TRUE);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_null (strchr (text, '\x1b'));
  g_assert_true (g_str_has_prefix (lines[1], "  Working in 1 Sourcing · Nobody knows"));
  ssm_part_unref (deal);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deal-text/text", test_text);
  g_test_add_func ("/deal-text/hostile", test_hostile);
  return g_test_run ();
}
