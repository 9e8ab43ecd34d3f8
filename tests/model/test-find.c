/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is found where, in bytes; and that replacing touches nothing else. */

#include <string.h>

#include "ssm-find.h"
#include "ssm-map-edit.h"

#define CASE SSM_FIND_MATCH_CASE
#define WORDS SSM_FIND_WHOLE_WORDS

static const struct
{
  const char *text, *query;
  int flags;
  const char *found; /* the text with each match in brackets */
} cases[] = {
  { "Pain, pain and PAIN", "pain", 0, "[Pain], [pain] and [PAIN]" },
  { "Pain, pain and PAIN", "pain", CASE, "Pain, [pain] and PAIN" },
  { "Painful pain", "pain", WORDS, "Painful [pain]" },
  { "aaaa", "aa", 0, "[aa][aa]" },
  { "aaa", "aa", 0, "[aa]a" },
  { "nothing", "x", 0, "nothing" },
  { "nothing", "", 0, "nothing" },
  { "Die Straße ist lang", "strasse", 0, "Die [Straße] ist lang" },
  { "Die STRASSE", "straße", 0, "Die [STRASSE]" },
  { "Straße", "s", 0, "[S]traße" },
  { "Straße", "straße", CASE, "Straße" },
  { "xßy ssz", "ss", 0, "x[ß]y [ss]z" },
  { "İstanbul ve ISPARTA", "istanbul", 0, "[İstanbul] ve ISPARTA" },
  { "İİİ son", "son", 0, "İİİ [son]" },
  { "ILIK ılık", "ılık", 0, "[ILIK] [ılık]" },
  { "caf\u00e9", "cafe\u0301", 0, "[caf\u00e9]" },
  { "cafe\u0301 x", "caf\u00e9", 0, "[cafe\u0301] x" },
  { "cafe\u0301", "cafe", 0, "cafe\u0301" },
  { "the buyer\u2019s words", "buyer's\u00a0words", 0, "the [buyer\u2019s words]" },
  { "تم تأكيد الميزانية", "الميزانية", 0, "تم تأكيد [الميزانية]" },
  { "決裁者に会った", "決裁者", WORDS, "[決裁者]に会った" },
  { "ΟΔΟΣ οδός", "οδοσ", 0, "[ΟΔΟΣ] οδός" },
  { "ﬁrst first", "FIRST", 0, "[ﬁrst] [first]" },
};

static void
test_text (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) marked = g_string_new (NULL);
  gsize done = 0, start, end;

  while (ssm_find_in_text (cases[i].text, done, cases[i].query, cases[i].flags, &start, &end))
    {
      g_string_append_printf (marked, "%.*s[%.*s]", (int) (start - done),
                              cases[i].text + done, (int) (end - start),
                              cases[i].text + start);
      done = end;
    }
  g_string_append (marked, cases[i].text + done);
  g_assert_cmpstr (marked->str, ==, cases[i].found);
}

/* (transfer full): two stages, a proof, a definition and an owner, all with one word. */
static SsmMap *
map_new (void)
{
  SsmPart *map = ssm_part_new (SSM_KIND_MAP, "m-1");
  SsmPart *edition = ssm_part_new (SSM_KIND_EDITION, NULL);
  SsmPart *stage = ssm_part_new (SSM_KIND_STAGE, "s-1");
  SsmPart *criterion = ssm_part_new (SSM_KIND_CRITERION, "c-1");
  SsmPart *definition = ssm_part_new (SSM_KIND_DEFINITION, "d-1");

  ssm_part_set_text (map, SSM_MAP_TITLE, "Our deal map");
  ssm_part_set_text (edition, SSM_EDITION_OWNER, "Deal desk");
  ssm_part_set_text (stage, SSM_STAGE_NAME, "Deal");
  ssm_part_set_text (criterion, SSM_CRITERION_TEXT, "deal won, deal signed");
  ssm_part_set_text (criterion, SSM_CRITERION_PROOF, "deal sheet");
  ssm_part_set_text (criterion, SSM_CRITERION_FIELD, "deal_id");
  ssm_part_set_text (definition, SSM_DEFINITION_TERM, "Deal");
  ssm_part_insert (stage, SSM_LIST_EXIT, 0, criterion);
  ssm_part_insert (map, SSM_LIST_STAGES, 0, stage);
  ssm_part_insert (map, SSM_LIST_EDITION, 0, edition);
  ssm_part_insert (map, SSM_LIST_DEFINITIONS, 0, definition);
  return ssm_part_seal (map);
}

static void
test_map (void)
{
  static const struct
  {
    const char *id, *stage;
    SsmField field;
  } expected[] = {
    { "m-1", "", SSM_MAP_TITLE },         { "m-1", "", SSM_EDITION_OWNER },
    { "s-1", "s-1", SSM_STAGE_NAME },     { "c-1", "s-1", SSM_CRITERION_PROOF },
    { "c-1", "s-1", SSM_CRITERION_TEXT }, { "c-1", "s-1", SSM_CRITERION_TEXT },
    { "d-1", "", SSM_DEFINITION_TERM },
  };
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (GPtrArray) matches = ssm_find (map, "deal", SSM_FIND_DEFAULT);

  g_assert_cmpuint (matches->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < matches->len; i++)
    {
      const SsmMatch *match = matches->pdata[i];
      guint seen = 0;

      for (guint k = 0; k < G_N_ELEMENTS (expected); k++)
        seen += g_strcmp0 (match->id, expected[k].id) == 0
                && match->field == expected[k].field
                && g_strcmp0 (match->stage, expected[k].stage) == 0;
      g_assert_cmpuint (seen, >, 0);
    }
}

static void
test_replace (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (GPtrArray) matches = ssm_find (map, "deal", SSM_FIND_DEFAULT);
  g_autoptr (GPtrArray) none = ssm_find (map, "nowhere", SSM_FIND_DEFAULT);
  g_autoptr (SsmMap) changed = ssm_map_with_replaced (map, matches, NULL, "opportunity");
  g_autoptr (SsmMap) same = ssm_map_with_replaced (map, none, NULL, "x");
  const SsmPart *criterion = ssm_map_find (changed, "c-1");

  g_assert_true (same == map);
  g_assert_cmpstr (ssm_part_text (criterion, SSM_CRITERION_TEXT), ==,
                   "opportunity won, opportunity signed");
  g_assert_cmpstr (ssm_part_text (criterion, SSM_CRITERION_PROOF), ==, "opportunity sheet");
  g_assert_cmpstr (ssm_part_text (criterion, SSM_CRITERION_FIELD), ==, "deal_id");
  g_assert_cmpstr (ssm_map_text (changed, SSM_EDITION_OWNER), ==, "opportunity desk");
  g_assert_cmpstr (ssm_map_text (changed, SSM_MAP_TITLE), ==, "Our opportunity map");
}

/* @found: what is written where @query was looked for. */
static const struct
{
  const char *found, *query, *replacement, *expected;
} adapted[] = {
  { "Prospect", "prospect", "client", "Client" },
  { "prospect", "prospect", "client", "client" },
  { "PROSPECT", "prospect", "client", "CLIENT" },
  { "prospect", "Prospect", "Client", "client" },
  { "lead", "Lead", "SQL", "SQL" },
  { "Lead", "lead", "SQL", "SQL" },
  { "SQL", "SQL", "qualified lead", "qualified lead" },
  { "SQL", "sql", "sal", "SAL" },
  { "Deal", "deal", "échange", "Échange" },
  { "Deal", "deal", "", "" },
  { "X", "x", "deal", "Deal" },
  { "3 deals", "3 Deals", "Talks", "Talks" },
  { "Deal", NULL, "talk", "talk" },
};

static void
test_case_is_kept (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (adapted); i++)
    {
      g_autofree char *words
        = ssm_find_adapt_case (adapted[i].found, strlen (adapted[i].found), adapted[i].query,
                               adapted[i].replacement);

      g_assert_cmpstr (words, ==, adapted[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/find/text/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_text);
    }
  g_test_add_func ("/find/map", test_map);
  g_test_add_func ("/find/replace", test_replace);
  g_test_add_func ("/find/case", test_case_is_kept);
  return g_test_run ();
}
