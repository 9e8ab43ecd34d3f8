/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other programs put on the clipboard, and what becomes of it: stages are written as
 * "Name{does}[enter|leave]=outcome". */

#include <string.h>

#include "ssm-convert.h"
#include "ssm-read.h"
#include "ssm-resources.h"
#include "ssm-xml-read.h"

static void
append_list (GString *out, const SsmPart *stage, SsmList list)
{
  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "; " : "",
                            ssm_part_text (ssm_part_child (stage, list, i),
                                           SSM_CRITERION_TEXT));
}

/* (transfer full) */
static char *
outline (const SsmMap *map)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; map != NULL && i < ssm_map_n_stages (map); i++)
    {
      const SsmPart *stage = ssm_map_stage (map, i);
      const SsmPart *outcome = ssm_map_outcome (map, stage);
      const char *does = ssm_part_text (stage, SSM_STAGE_DOES);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                              ssm_part_text (stage, SSM_STAGE_NAME));
      if (*does != '\0')
        g_string_append_printf (out, "{%s}", does);
      g_string_append_c (out, '[');
      append_list (out, stage, SSM_LIST_ENTRY);
      g_string_append_c (out, '|');
      append_list (out, stage, SSM_LIST_EXIT);
      g_string_append_c (out, ']');
      if (outcome != NULL)
        g_string_append_printf (out, "=%s", ssm_part_text (outcome, SSM_DEFINITION_TERM));
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *text, *items; /* parted by "; " */
} lists[] = {
  { "• x\r\n\n  - y \n☐ z\tw\n", "x; y; z; w" },
  { "- [ ] one\n- [x] two\n* three\n+ four", "one; two; three; four" },
  { "1. a\n2) b\n(3) c\nd) e\niv) f", "a; b; c; e; f" },
  { "– dash\n— long\n☑ done", "dash; long; done" },
  { "3.5 hours\n2024. A year\n-5 % off\ne. g. this", "3.5 hours; 2024. A year; -5 % off; e. g. this" },
  { "\"one\ntwo\"\t\"say \"\"yes\"\"\"", "one; two; say \"yes\"" },
  { "\"quoted\" words\nmore", "\"quoted\" words; more" },
  { "\"never closed\nmore", "\"never closed; more" },
  { "•\u00a0hard blank", "hard blank" },
  { "- \n \n•", "" },
  { "", "" },
};

static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      gboolean cut;
      g_autofree char *clean = ssm_read_clean (lists[i].text, strlen (lists[i].text), &cut);
      g_auto (GStrv) items = ssm_read_items (clean);
      g_autofree char *joined = g_strjoinv ("; ", items);

      g_assert_false (cut);
      g_assert_cmpstr (joined, ==, lists[i].items);
    }
}

static const struct
{
  const char *name, *text, *stages; /* "" where the text is no stages */
} texts[] = {
  /* the notation */
  { "arrows", "Lead (min data) → SQL (ICP + pain + decision maker) → Discovery",
    "Lead[|min data] SQL[|ICP; pain; decision maker] Discovery[|]" },
  { "ascii", "Lead (a, b)->SQL=>Won", "Lead[|a; b] SQL[|] Won[|]" },
  { "other-arrows", "A ➔ B ⇒ C > D » E", "A[|] B[|] C[|] D[|] E[|]" },
  { "commas", "A (1,000 sent, C++ known) → B", "A[|1,000 sent; C++ known] B[|]" },
  { "inner", "A (x (y, z) + w) → B", "A[|x (y, z); w] B[|]" },
  { "name-with", "Demo (paid) call → B", "Demo (paid) call[|] B[|]" },
  { "lines", "Lead (a)\n→ SQL (b +\nc)\n\n→ Won\n", "Lead[|a] SQL[|b; c] Won[|]" },
  { "escaped", "A \\→ B \\(c\\) → D", "A → B (c)[|] D[|]" },
  { "prose", "Reply within a day\nThen call → book", "" },
  { "sum", "Amount > 5", "Amount[|] 5[|]" },
  { "greater", "Amount >5", "" },
  { "open", "A (b → C", "" },
  /* spreadsheets */
  { "cells", "Lead\tSQL\nmin data\tICP\nsource\tpain\n",
    "Lead[|min data; source] SQL[|ICP; pain]" },
  { "labels", "\tLead\tSQL\nWhat we do\tfind\tcheck\nEnter when\ta\tb\n\ta2\t\n"
              "Leave when\t\"c\nd\"\te\nIt is now a\tSQL\t\n",
    "Lead{find}[a; a2|c; d]=SQL SQL{check}[b|e]" },
  { "german", "\tLead\tSQL\nHinein, wenn\ta\tb\nHinaus, wenn:\tc\td\n",
    "Lead[a|c] SQL[b|d]" },
  { "turned", "Stage\tEntry criteria\tExit criteria\nLead\ta\tb\nSQL\tc\t\"d\ne\"\n",
    "Lead[a|b] SQL[c|d; e]" },
  { "stage-a-line", "Proposal\tDevelop a sales proposal\tProposal accepted\n"
                    "Closed Won\tSign the contract\tContract signed\n",
    "Proposal{Develop a sales proposal}[|Proposal accepted] "
    "Closed Won{Sign the contract}[|Contract signed]" },
  { "one-stage-a-line", "Proposal\tDevelop a sales proposal\tOffer is accepted",
    "Proposal{Develop a sales proposal}[|Offer is accepted]" },
  { "criterion-a-line", "1. Lead\tMinimum data of it are known\n2. SQL\tFits the ICP",
    "Lead[|Minimum data of it are known] SQL[|Fits the ICP]" },
  { "header-a-line", "Stage\tWhat we do\tLeave when\nLead\tFind them\tmin data\n",
    "Lead{Find them}[|min data]" },
  { "unknown-headers", "Stage\tProbability\tNotes\nLead\t10 %\tcold\nSQL\t20 %\twarm",
    "Lead[|10 %; cold] SQL[|20 %; warm]" },
  { "criteria-in-columns", "Lead\tSQL\nMinimum data of it are known\tFits the ICP",
    "Lead[|Minimum data of it are known] SQL[|Fits the ICP]" },
  { "only-names", "Lead\tSQL\tWon", "Lead[|] SQL[|] Won[|]" },
  { "gaps", "\t\t\nLead\t\tSQL\n\t\t\na\t\tb\n", "Lead[|a] SQL[|b]" },
  { "preface", "Our process\nLead\tSQL\na\tb", "Lead[|a] SQL[|b]" },
  { "numbered", "1. Lead\t2. SQL\n- a\t☐ b", "Lead[|a] SQL[|b]" },
  { "no-names", "\"a\nb\"\tc", "[|a; b] [|c]" },
  /* headings and nested lists */
  { "markdown", "# Title\n\nWords\n\n## 1 Lead\n\nfind\n\n### Enter when\n\n- a\n\n"
                "### Leave when\n\n- [ ] b\\_c\n\n**It is now a:** SQL\n\n## Notes\n- d\n",
    "Lead{find}[a|b_c]=SQL Notes[|d]" },
  { "nested", "- Lead\n  - a\n  - b\n- SQL\n  - c", "Lead[|a; b] SQL[|c]" },
  { "nested-tabs", "Lead\n\t- a\nSQL\n\t- Enter when\n\t\t- b\n", "Lead[|a] SQL[b|]" },
  { "flat", "- a\n- b", "" },
  { "one-line", "Budget confirmed", "" },
  { "nothing", "", "" },
};

static void
test_stages (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const SsmLanguage *languages[] = { ssm_resources_words ("de"), NULL };
  g_autoptr (SsmMap) map = ssm_read_stages (texts[i].text, languages);
  g_autofree char *stages = outline (map);

  g_assert_cmpstr (stages, ==, texts[i].stages);
}

static void
test_html (void)
{
  static const char sheet[]
    = "<meta charset='utf-8'><style>td{color:red}</style><!-- x --><table border=1><colgroup>"
      "<col></colgroup><tbody><tr><td></td><td>Lead</td><td data-x=\"1\">SQL &amp; more</td>"
      "</tr><tr><td>Leave when</td><td>one<br>two &lt;3</td><td><ul><li>a</li><li>b&nbsp;c"
      "</li></ul></td></tr></tbody></table>";
  const SsmLanguage *languages[] = { NULL };
  g_autofree char *plain = ssm_html_to_plain (sheet);
  g_autoptr (SsmMap) map = ssm_read_stages (plain, languages);
  g_autofree char *stages = outline (map);
  g_autofree char *words = ssm_html_to_plain ("<p>One</p>\n<ol><li>two</ol>&#9731;&bogus;<");

  g_assert_cmpstr (stages, ==, "Lead[|one; two <3] SQL & more[|a; b c]");
  g_assert_cmpstr (words, ==, "One\n• two\n☃&bogus;<");
}

static void
test_csv (void)
{
  g_autofree char *plain = ssm_csv_to_plain ("Lead;SQL\n\"a\nb, c\";\"d \"\"e\"\"\"\n");
  g_autofree char *commas = ssm_csv_to_plain ("a,\"b,c\"\n");

  g_assert_cmpstr (plain, ==, "Lead\tSQL\n\"a\nb, c\"\t\"d \"\"e\"\"\"\n");
  g_assert_cmpstr (commas, ==, "a\tb,c\n");
}

/* (transfer full): a template as it comes with the program. */
static SsmMap *
template_map (guint i)
{
  g_autoptr (GBytes) bytes = ssm_resources_template (ssm_resources_template_at (i).name, "en");
  g_autoptr (GError) error = NULL;
  SsmMap *map = ssm_xml_read (bytes, "template", NULL, &error);

  g_assert_no_error (error);
  return map;
}

static void
assert_comes_back (const SsmMap *map)
{
  const SsmLanguage *languages[] = { NULL };
  g_autofree char *arrows = ssm_map_to_arrows (map);
  g_autoptr (SsmMap) back = ssm_read_stages (arrows, languages);
  g_autofree char *again = back != NULL ? ssm_map_to_arrows (back) : NULL;

  g_assert_cmpstr (again, ==, arrows);
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    g_assert_cmpstr (ssm_part_text (ssm_map_stage (back, i), SSM_STAGE_NAME), ==,
                     ssm_part_text (ssm_map_stage (map, i), SSM_STAGE_NAME));
}

static void
test_our_arrows (void)
{
  g_autoptr (SsmMap) signs
    = ssm_read_names ("Fit (check)\nPain + cost\nA, b -> c > d\nE\\f\n\"q\" (x");

  assert_comes_back (signs);
  for (guint i = 0; i < ssm_resources_n_templates (); i++)
    {
      g_autoptr (SsmMap) map = template_map (i);

      assert_comes_back (map);
    }
}

static void
test_our_markdown (void)
{
  const SsmLanguage *words = ssm_resources_words ("en"), *languages[] = { words, NULL };

  for (guint i = 0; i < ssm_resources_n_templates (); i++)
    {
      g_autoptr (SsmMap) map = template_map (i);
      g_autofree char *text = ssm_map_to_markdown (map, words);
      g_autoptr (SsmMap) back = ssm_read_stages (text, languages);

      g_assert_cmpuint (ssm_map_n_stages (back), ==, ssm_map_n_stages (map));
      g_assert_cmpuint (ssm_map_n_criteria (back), ==, ssm_map_n_criteria (map));
      g_assert_cmpuint (ssm_part_n_children (back, SSM_LIST_DEFINITIONS), ==,
                        ssm_part_n_children (map, SSM_LIST_DEFINITIONS));
      for (guint k = 0; k < ssm_map_n_stages (map); k++)
        {
          const SsmPart *a = ssm_map_stage (map, k), *b = ssm_map_stage (back, k);

          g_assert_cmpstr (ssm_part_text (a, SSM_STAGE_DOES), ==,
                           ssm_part_text (b, SSM_STAGE_DOES));
          g_assert_cmpstr (ssm_part_text (ssm_map_outcome (map, a), SSM_DEFINITION_TERM), ==,
                           ssm_part_text (ssm_map_outcome (back, b), SSM_DEFINITION_TERM));
        }
    }
}

static void
test_control_characters (void)
{
  static const char bytes[] = "a\x01\x1b[31m b\xff\xfe\r\nc";
  gboolean cut;
  g_autofree char *clean = ssm_read_clean (bytes, sizeof bytes - 1, &cut);
  g_autofree char *big = g_strnfill (SSM_MAX_PASTE + 10, 'x');
  g_autofree char *shorter = NULL;

  g_assert_true (g_utf8_validate (clean, -1, NULL));
  g_assert_true (g_str_has_prefix (clean, "a[31m b"));
  g_assert_nonnull (strstr (clean, "\nc"));
  shorter = ssm_read_clean (big, strlen (big), &cut);
  g_assert_true (cut);
  g_assert_cmpuint (strlen (shorter), <=, SSM_MAX_PASTE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/read/lists", test_lists);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/read/stages/%s", texts[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_stages);
    }
  g_test_add_func ("/read/html", test_html);
  g_test_add_func ("/read/csv", test_csv);
  g_test_add_func ("/read/our-arrows", test_our_arrows);
  g_test_add_func ("/read/our-markdown", test_our_markdown);
  g_test_add_func ("/read/control-characters", test_control_characters);
  return g_test_run ();
}
