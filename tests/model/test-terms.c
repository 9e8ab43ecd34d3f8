/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which words of which texts are taken for uses of a term, in several languages, and what a
 * new name for the term makes of them. */

#include <glib.h>
#include <string.h>

#include "ssm-map-edit.h"
#include "ssm-terms.h"

/* Takes @map; @terms: separated by |. */
static SsmMap *
with_terms (SsmMap *map, const char *terms)
{
  g_auto (GStrv) words = g_strsplit (terms, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (SsmMap) before = map;

      map = ssm_map_with_definition_added (before, i, words[i], NULL);
    }
  return map;
}

static SsmMap *
map_in (const char *language, const char *terms)
{
  g_autoptr (SsmMap) map = ssm_map_new ();

  return with_terms (ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_LANGUAGE, language),
                     terms);
}

/* (transfer full): @text with [brackets] around what was found. */
static char *
mark (const SsmTermFinder *finder, const char *text)
{
  g_autoptr (GArray) spans = ssm_term_finder_find (finder, text);
  GString *marked = g_string_new (NULL);
  guint done = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      SsmTermSpan span = g_array_index (spans, SsmTermSpan, i);

      g_assert_cmpuint (span.start, >=, done);
      g_string_append_len (marked, text + done, span.start - done);
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + span.start, span.end - span.start);
      g_string_append_c (marked, ']');
      done = span.end;
    }
  g_string_append (marked, text + done);
  return g_string_free (marked, FALSE);
}

static const struct
{
  const char *language;
  const char *terms;
  const char *marked;
} texts[] = {
  { "en", "SQL", "[SQL] accepted by its owner" },
  { "en", "SQL", "two [sqls], an [SQL]'s owner, a pre-[SQL]; MySQL is none" },
  { "en", "Lead|Qualified lead", "a [qualified lead] is a [lead], misleading" },
  { "en", "Qualified lead", "[Qualified\n  lead]" },
  { "en", "Opportunity|Pass", "[opportunities] and [passes], opportunitys" },
  { "en", "Lead|Leads", "[Lead] and [leads]" },
  { "en", "Next step|Next step with a date",
    "[Next step] with a day, a next [next step  with a date]" },
  { "en", "C-level", "The [C-level] agreed. C level" },
  { "en", "A/B test", "[A/B test] done" },
  { "en", "", "nothing is a term" },
  { "en", " ", "nothing is a term" },
  { "en", "Café", "[Cafe\xcc\x81] and [CAFÉ]" },
  { "de", "Angebot", "[Angebot] liegt vor, Angebotspreis nicht, Wert des [Angebots]" },
  { "de", "Maß", "[MASS] genommen" },
  { "fr", "Opportunité", "Deux [opportunités], une [opportunité]" },
  { "es", "Oportunidad", "La [oportunidad] abierta" },
  { "pt-BR", "Decisão", "[DECISÃO] tomada" },
  { "ar", "عميل محتمل", "هذا [عميل محتمل] جديد" },
  { "ja", "商談", "新しい[商談]を始める。[商談]化" },
  { "ja", "SQL", "この[SQL]は有効" },
  { "ru", "Лид", "[лид] квалифицирован, лидер" },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SsmMap) map = map_in (texts[i].language, texts[i].terms);
      g_autoptr (SsmTermFinder) finder = ssm_term_finder_new (map);
      g_auto (GStrv) pieces = g_strsplit_set (texts[i].marked, "[]", -1);
      g_autofree char *text = g_strjoinv ("", pieces);
      g_autofree char *marked = mark (finder, text);

      g_assert_cmpstr (marked, ==, texts[i].marked);
    }
}

/* (transfer full): @word so often, with blanks between. */
static char *
repeat (const char *word, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s ", word);
  return g_string_free (text, FALSE);
}

/* Not by the length of the one times the length of the other: that took minutes. */
static void
test_long (void)
{
  g_autofree char *sentence = repeat ("more", 5000);
  g_autofree char *text = repeat ("more", 20000);
  g_autofree char *terms = g_strconcat (sentence, "|Lead", NULL);
  g_autofree char *long_text = g_strconcat (text, "lead", NULL);
  g_autoptr (SsmMap) map = map_in ("en", terms);
  g_autoptr (SsmTermFinder) finder = ssm_term_finder_new (map);
  gint64 started = g_get_monotonic_time ();
  g_autoptr (GArray) spans = ssm_term_finder_find (finder, long_text);

  g_assert_cmpuint (spans->len, ==, 1);
  g_assert_cmpuint (g_array_index (spans, SsmTermSpan, 0).start, ==, strlen (text));
  g_assert_cmpint (g_get_monotonic_time () - started, <, 20 * G_USEC_PER_SEC);
}

/* A stage that says "Lead" in all its texts, and has it as outcome. */
static SsmMap *
map_of_leads (void)
{
  g_autofree char *stage = NULL;
  g_autofree char *criterion = NULL;
  SsmMap *map = map_in ("en", "Lead|SQL");
  const char * const edits[] = { "Lead routing", "Sort leads" };
  SsmMap *next = ssm_map_with_stage_added (map, 0, edits[0], &stage);

#define STEP(call) \
  do \
    { \
      ssm_part_unref (map); \
      map = next; \
      next = call; \
    } \
  while (0)

  STEP (ssm_map_with_text (map, stage, SSM_STAGE_DOES, edits[1]));
  STEP (ssm_map_with_criterion_added (map, stage, SSM_LIST_ENTRY, 0,
                                      "Lead, then a lead, LEADS", &criterion));
  STEP (ssm_map_with_text (map, criterion, SSM_CRITERION_PROOF, "lead in the CRM"));
  STEP (ssm_map_with_text (map, criterion, SSM_CRITERION_EXAMPLE, "yes"));
  STEP (ssm_map_with_outcome (map, stage, "Lead"));
  STEP (ssm_map_with_link_added (map, stage, "lost", "No lead", NULL));
  STEP (ssm_map_with_text (map, ssm_part_id (ssm_map_definition_of (map, "SQL")),
                           SSM_DEFINITION_TEXT, "A lead we would bet on"));
  STEP (ssm_map_with_text (map, ssm_part_id (ssm_map_definition_of (map, "SQL")),
                           SSM_DEFINITION_COUNTS, "A lead\nwith a date"));
  STEP (ssm_map_with_text (map, ssm_part_id (ssm_map_definition_of (map, "Lead")),
                           SSM_DEFINITION_TEXT, "A lead is a contact"));
#undef STEP
  ssm_part_unref (map);
  return next;
}

static void
test_uses (void)
{
  static const SsmField expected[]
    = { SSM_STAGE_NAME,     SSM_STAGE_DOES,     SSM_STAGE_OUTCOME,   SSM_CRITERION_TEXT,
        SSM_CRITERION_TEXT, SSM_CRITERION_TEXT, SSM_CRITERION_PROOF, SSM_LINK_TEXT,
        SSM_DEFINITION_TEXT, SSM_DEFINITION_COUNTS };
  g_autoptr (SsmMap) map = map_of_leads ();
  SsmPart *lead = ssm_map_definition_of (map, "Lead");
  g_autoptr (GArray) uses = ssm_map_uses (map, ssm_part_id (lead));
  g_autoptr (GArray) all = ssm_map_uses (map, NULL);

  g_assert_cmpuint (uses->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (all->len, ==, uses->len);
  for (guint i = 0; i < uses->len; i++)
    {
      const SsmTermUse *use = &g_array_index (uses, SsmTermUse, i);

      g_assert_cmpint (use->field, ==, expected[i]);
      g_assert_true (use->span.definition == lead);
      g_assert_true (use->part == ssm_map_find (map, ssm_part_id (use->part)));
    }
}

static const struct
{
  const char *language;
  const char *old;
  const char *new;
  const char *before;
  const char *after;
} renames[] = {
  { "en", "Lead", "Prospect", "Lead, a lead, LEADS", "Prospect, a prospect, PROSPECTS" },
  { "en", "Lead", "SQL", "Lead, a lead, leads", "SQL, a SQL, SQLs" },
  { "en", "SQL", "Good lead", "SQL, two SQLs, sql", "Good lead, two Good leads, good lead" },
  { "en", "Lead", "Opportunity", "leads", "opportunities" },
  { "en", "good call", "Sound lead", "Good call, a good call", "Sound lead, a Sound lead" },
  { "en", "good call", "sound lead", "Good call, a good call", "Sound lead, a sound lead" },
  { "en", "Lead", "Lead", "Lead, leads", "Lead, leads" },
  { "en", "Lead", "", "a lead", "a lead" },
  { "en", "Lead", "  ", "a lead", "a lead" },
  { "de", "Angebot", "Vorschlag", "Angebot liegt vor", "Vorschlag liegt vor" },
  { "ja", "商談", "案件", "新しい商談を始める", "新しい案件を始める" },
  { "ar", "عميل", "زبون", "هذا عميل جديد", "هذا زبون جديد" },
};

static void
test_renames (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (renames); i++)
    {
      g_autofree char *stage = NULL;
      g_autoptr (SsmMap) empty = map_in (renames[i].language, renames[i].old);
      g_autoptr (SsmMap) map
        = ssm_map_with_stage_added (empty, 0, renames[i].before, &stage);
      const char *id = ssm_part_id (ssm_map_definition_of (map, renames[i].old));
      g_autoptr (SsmMap) renamed = ssm_map_with_term_renamed (map, id, renames[i].new);

      g_assert_cmpstr (ssm_part_text (ssm_map_find (renamed, stage), SSM_STAGE_NAME), ==,
                       renames[i].after);
      g_assert_cmpstr (ssm_part_text (ssm_map_find (renamed, id), SSM_DEFINITION_TERM), ==,
                       renames[i].new);
    }
}

static void
test_every_use_follows (void)
{
  g_autoptr (SsmMap) map = map_of_leads ();
  const SsmPart *lead = ssm_map_definition_of (map, "Lead");
  g_autoptr (SsmMap) renamed
    = ssm_map_with_term_renamed (map, ssm_part_id (lead), "Prospect");
  const SsmPart *stage = ssm_map_stage (renamed, 0);
  const SsmPart *criterion = ssm_part_child (stage, SSM_LIST_ENTRY, 0);
  const SsmPart *sql = ssm_map_definition_of (renamed, "SQL");
  g_autoptr (GArray) uses = ssm_map_uses (map, NULL);
  g_autoptr (GArray) uses_now = ssm_map_uses (renamed, NULL);
  g_autoptr (SsmMap) same = NULL;

  g_assert_cmpstr (ssm_part_text (stage, SSM_STAGE_NAME), ==, "Prospect routing");
  g_assert_cmpstr (ssm_part_text (ssm_map_outcome (renamed, stage), SSM_DEFINITION_TERM), ==,
                   "Prospect");
  g_assert_cmpstr (ssm_part_text (criterion, SSM_CRITERION_PROOF), ==,
                   "prospect in the CRM");
  g_assert_true (ssm_part_flag (criterion, SSM_CRITERION_EXAMPLE));
  g_assert_cmpstr (ssm_part_text (sql, SSM_DEFINITION_COUNTS), ==, "A prospect\nwith a date");
  g_assert_cmpstr (ssm_part_text (ssm_map_find (renamed, ssm_part_id (lead)),
                                  SSM_DEFINITION_TEXT),
                   ==, "A prospect is a contact");
  g_assert_cmpuint (uses_now->len, ==, uses->len);

  same = ssm_map_with_term_renamed (map, ssm_part_id (lead), "Lead");
  g_assert_true (same == map);
}

/* By way of a common word: a sentence that has it never used the term. */
static void
test_renamed_twice (void)
{
  g_autofree char *stage = NULL, *used = NULL, *free_text = NULL, *later = NULL;
  g_autoptr (SsmMap) empty = map_in ("en", "Quoted deal");
  g_autoptr (SsmMap) bare = ssm_map_with_stage_added (empty, 0, "Offer", &stage);
  g_autoptr (SsmMap) one = ssm_map_with_criterion_added (
    bare, stage, SSM_LIST_EXIT, 0, "Quoted deal is out", &used);
  g_autoptr (SsmMap) before = ssm_map_with_criterion_added (
    one, stage, SSM_LIST_EXIT, 0, "We hold the deal", &free_text);
  g_autofree char *id
    = g_strdup (ssm_part_id (ssm_map_definition_of (before, "Quoted deal")));
  g_autoptr (SsmMap) deal = ssm_map_with_term_renamed (before, id, "Deal");
  g_autoptr (SsmMap) more = ssm_map_with_criterion_added (deal, stage, SSM_LIST_EXIT, 0,
                                                          "A deal is signed", &later);
  g_autoptr (SsmMap) offer
    = ssm_map_with_term_renamed_since (more, before, id, "Quoted offer");

  g_assert_cmpstr (ssm_part_text (ssm_map_find (offer, used), SSM_CRITERION_TEXT), ==,
                   "Quoted offer is out");
  g_assert_cmpstr (ssm_part_text (ssm_map_find (offer, free_text), SSM_CRITERION_TEXT), ==,
                   "We hold the deal");
  g_assert_cmpstr (ssm_part_text (ssm_map_find (offer, later), SSM_CRITERION_TEXT), ==,
                   "A quoted offer is signed");
  g_assert_cmpuint (ssm_map_n_texts_renamed (before, deal, id), ==, 1);
  g_assert_cmpuint (ssm_map_n_texts_renamed (more, offer, id), ==, 2);
}

static const char * const plain_words[]
  = { "agreed", "by its owner,", "the", "(new)", "with\na", "Meeting", "£5 000", "é", "100 %" };

/* A text of plain words and of ways to write @term. */
static char *
random_text (GRand *random, const char *term)
{
  GString *text = g_string_new (NULL);
  g_autofree char *several = g_strconcat (term, "s", NULL);
  g_autofree char *small = g_utf8_strdown (several, -1);
  g_autofree char *large = g_utf8_strup (term, -1);
  const char * const ways[] = { term, several, small, large };

  for (int i = g_rand_int_range (random, 0, 8); i > 0; i--)
    {
      if (g_rand_int_range (random, 0, 3) == 0)
        g_string_append (text, ways[g_rand_int_range (random, 0, G_N_ELEMENTS (ways))]);
      else
        g_string_append (text, plain_words[g_rand_int_range (
                                 random, 0, G_N_ELEMENTS (plain_words))]);
      g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

/* Takes @map. */
static SsmMap *
with_random_texts (SsmMap *map, GRand *random, const char *term)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (SsmMap) before = map;
      g_autofree char *text = random_text (random, term);

      if (i == 0)
        map = ssm_map_with_stage_added (before, 0, text, NULL);
      else
        map = ssm_map_with_criterion_added (before, ssm_part_id (ssm_map_stage (before, 0)),
                                            i % 2 ? SSM_LIST_ENTRY : SSM_LIST_EXIT, 0, text,
                                            NULL);
    }
  return map;
}

/* Whatever the texts are: a new name nobody uses, and the old one again, is the same map. */
static void
test_rename_and_back (void)
{
  static const char * const names[] = { "Lead", "Qualified lead", "Deal desk", "Angebot" };
  static const char * const news[] = { "Prospect", "Sound call", "Ápice", "Kunde" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261124);

  for (guint i = 0; i < 400; i++)
    {
      const char *old = names[i % G_N_ELEMENTS (names)];
      const char *new = news[g_rand_int_range (random, 0, G_N_ELEMENTS (news))];
      g_autoptr (SsmMap) map
        = with_random_texts (map_in (i % 3 ? "en" : "fr", old), random, old);
      const char *id = ssm_part_id (ssm_map_definition_of (map, old));
      g_autoptr (SsmMap) there = ssm_map_with_term_renamed (map, id, new);
      g_autoptr (SsmMap) back = ssm_map_with_term_renamed (there, id, old);

      g_assert_false (there == map);
      g_test_message ("%s, %s", old, new);
      g_assert_true (ssm_part_equal (back, map));
    }
}

static SsmLanguage *
small_language (void)
{
  static const char text[]
    = "[language]\nname=Test\ndirection=ltr\n[page]\ndate=d\n[dates]\npattern={d}\n"
      "months=1;2;3;4;5;6;7;8;9;10;11;12;\n[lint]\ncommon-capitals=CEO;\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return ssm_language_new (bytes, NULL);
}

static void
test_undefined (void)
{
  g_autoptr (SsmLanguage) language = small_language ();
  g_autoptr (SsmMap) empty = map_in ("en", "SQL");
  g_autofree char *stage = NULL;
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) with_stage = ssm_map_with_stage_added (empty, 0, "Discovery", &stage);
  g_autoptr (SsmMap) map = ssm_map_with_criterion_added (
    with_stage, stage, SSM_LIST_EXIT, 0, "SQL is a SAL, CEO knows the SAL and Champion", &id);
  g_auto (GStrv) terms = ssm_map_undefined_terms (map, language, id);
  g_auto (GStrv) none = ssm_map_undefined_terms (map, language, stage);

  g_assert_cmpuint (g_strv_length (terms), ==, 2);
  g_assert_cmpstr (terms[0], ==, "SAL");
  g_assert_cmpstr (terms[1], ==, "Champion");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/terms/texts", test_texts);
  g_test_add_func ("/model/terms/uses", test_uses);
  g_test_add_func ("/model/terms/renames", test_renames);
  g_test_add_func ("/model/terms/every-use-follows", test_every_use_follows);
  g_test_add_func ("/model/terms/renamed-twice", test_renamed_twice);
  g_test_add_func ("/model/terms/rename-and-back", test_rename_and_back);
  g_test_add_func ("/model/terms/undefined", test_undefined);
  g_test_add_func ("/model/terms/long", test_long);
  return g_test_run ();
}
