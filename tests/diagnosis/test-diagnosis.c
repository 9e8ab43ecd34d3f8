/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules of a diagnosis, case by case. A map is written as "ab>cd@7#e|e>f": stages
 * apart by a bar, in each what it is entered by, what it is left by, its limit of days,
 * and the criterion whose text is the name of what a deal is after it. Answers are "ay
 * bY": y with proof, Y without, p partly, n no, u not known, x does not apply with a
 * reason, X without; others nobody has answered. What is missing is "blocking/debt". */

#include <string.h>

#include "ssm-diagnosis.h"

#define MAP "ab>cd|e>fg|h>ij|k>l"
#define AS_OF 1000
#define NO SSM_NO_STAGE

typedef struct
{
  const char *name, *map, *answers;
  int claimed;
  int days, closes_in; /* -1, 0: not known */
  int evidence;
  guint ahead;
  gboolean stuck;
  const char *missing;
} Case;

static const Case cases[] = {
  /* Evidence. */
  { "nothing answered, nothing claimed", MAP, "", NO, -1, 0, NO, 0, FALSE, "abcd/" },
  { "nothing answered, first stage claimed", MAP, "", 0, -1, 0, NO, 0, FALSE, "abcd/" },
  { "nothing answered, second stage claimed", MAP, "", 1, -1, 0, NO, 1, TRUE, "abcd/e" },
  { "left, but never entered", MAP, "cy dy", 0, -1, 0, NO, 0, FALSE, "ab/" },
  { "one of two entries", MAP, "ay", 0, -1, 0, NO, 0, FALSE, "bcd/" },
  { "entered", MAP, "ay by", 0, -1, 0, 0, 0, FALSE, "cd/" },
  { "one of two exits", MAP, "ay by cy", 0, -1, 0, 0, 0, FALSE, "d/" },
  { "left, next not entered", MAP, "ay by cy dy", 0, -1, 0, 0, 0, FALSE, "e/" },
  { "next entered", MAP, "ay by cy dy ey", 1, -1, 0, 1, 0, FALSE, "fg/" },
  { "next entered, but not left", MAP, "ay by cy ey fy gy hy", 0, -1, 0, 0, 0, FALSE,
    "d/" },
  { "exits of all before count, not entries between", MAP, "ay by cy dy fy gy hy", 2, -1,
    0, 2, 0, FALSE, "ij/" },
  { "furthest wins though the first is not entered", MAP, "cy dy ey", 1, -1, 0, 1, 0,
    FALSE, "fg/" },
  { "second exit gap holds back", MAP, "ay by cy dy ey fy hy iy jy ky", 3, -1, 0, 1, 2,
    TRUE, "g/" },
  { "last stage entered", MAP, "ay by cy dy ey fy gy hy iy jy ky", 3, -1, 0, 3, 0, FALSE,
    "l/" },
  { "all met", MAP, "ay by cy dy ey fy gy hy iy jy ky ly", 3, -1, 0, 3, 0, FALSE, "/" },
  { "a stage without criteria is passed", "a>b||c>d", "ay by", 1, -1, 0, 1, 0, FALSE,
    "c/" },
  { "a stage without entries is entered when the one before is left", "a>b|>c", "ay by",
    1, -1, 0, 1, 0, FALSE, "c/" },
  { "a map without stages", "", "", NO, -1, 0, NO, 0, FALSE, "/" },
  { "a map without criteria", "||", "", 0, -1, 0, 2, 0, FALSE, "/" },

  /* The four answers. */
  { "yes without proof is partly", MAP, "aY by", 0, -1, 0, NO, 0, FALSE, "cda/" },
  { "partly is not met", MAP, "ap by", 0, -1, 0, NO, 0, FALSE, "cda/" },
  { "no is not met", MAP, "an by", 0, -1, 0, NO, 0, FALSE, "cda/" },
  { "not known is not met", MAP, "au by", 0, -1, 0, NO, 0, FALSE, "acd/" },
  { "does not apply, with a reason", MAP, "ax by", 0, -1, 0, 0, 0, FALSE, "cd/" },
  { "does not apply, without one", MAP, "aX by", 0, -1, 0, NO, 0, FALSE, "acd/" },
  { "an entry added after the deal passed holds nothing", "az>b|c>d", "ay by cy",
    1, -1, 0, 1, 0, FALSE, "d/" },
  { "an exit added after it passed is not known and holds it", "a>bz|c>d", "ay by cy", 1, -1, 0, 0,
    1, TRUE, "z/" },

  /* What is missing, and in which order. */
  { "not known before no", MAP, "ay by cn", 0, -1, 0, 0, 0, FALSE, "dc/" },
  { "not known before partly", MAP, "ay by cp du", 0, -1, 0, 0, 0, FALSE, "dc/" },
  { "partly and no keep the map's order", "a>bcd", "ay bn cp dn", 0, -1, 0, 0, 0, FALSE,
    "bcd/" },
  { "unproved yes stands with partly", "a>bcd", "ay bY cn", 0, -1, 0, 0, 0, FALSE,
    "dbc/" },
  { "a reasonless n/a stands with not known", "a>bc", "ay bn cX", 0, -1, 0, 0, 0, FALSE,
    "cb/" },
  { "blocking before debt, whatever is known", MAP, "ay by cn dn", 1, -1, 0, 0, 1, TRUE,
    "cd/e" },
  { "debt: not known first over all its stages", MAP, "ay by cy en fn", 2, -1, 0, 0, 2,
    TRUE, "d/ghef" },
  { "debt ends where the claimed stage is entered", MAP, "ay by cy", 2, -1, 0, 0, 2, TRUE,
    "d/efgh" },
  { "debt leaves out what is met", MAP, "ay by cy ey fx", 2, -1, 0, 0, 2, TRUE, "d/gh" },
  { "entries that block are no debt, too", MAP, "ay by cy dy", 1, -1, 0, 0, 1, TRUE,
    "e/" },
  { "entries that block, then debt behind them", MAP, "ay by cy dy", 2, -1, 0, 0, 2, TRUE,
    "e/fgh" },
  { "nothing entered, claimed further", MAP, "an", 2, -1, 0, NO, 2, TRUE, "bcda/efgh" },
  { "nothing missing but in the claimed stage", MAP, "ay by cy dy ey", 1, -1, 0, 1, 0,
    FALSE, "fg/" },

  /* Claim and evidence. */
  { "ahead by one", MAP, "ay by", 1, -1, 0, 0, 1, TRUE, "cd/e" },
  { "ahead by three", MAP, "ay by cy", 3, -1, 0, 0, 3, TRUE, "d/efghijk" },
  { "behind the evidence", MAP, "ay by cy dy ey fy", 0, -1, 0, 1, 0, FALSE, "g/" },
  { "a stage that the map no longer has", MAP, "ay by", NO, -1, 0, 0, 0, FALSE, "cd/" },

  /* Clocks. */
  { "on the limit is not over it", "a>b@7", "ay", 0, 7, 0, 0, 0, FALSE, "b/" },
  { "a day over the limit", "a>b@7", "ay", 0, 8, 0, 0, 0, TRUE, "b/" },
  { "no limit, however long", "a>b", "ay", 0, 500, 0, 0, 0, FALSE, "b/" },
  { "limit of the evidence stage, not the claimed", "a>b@7|c>d@90", "ay", 1, 8, 0, 0, 1,
    TRUE, "b/c" },
  { "limit of a later stage does not count", "a>b@90|c>d@7", "ay", 0, 8, 0, 0, 0, FALSE,
    "b/" },
  { "a limit of no days", "a>b@0", "ay", 0, 1, 0, 0, 0, TRUE, "b/" },
  { "nobody knows since when", "a>b@7", "ay", 0, -1, 0, 0, 0, FALSE, "b/" },
  { "entered tomorrow", "a>b@7", "ay", 0, -2, 0, 0, 0, FALSE, "b/" },
  { "over the limit, nothing missing", "a>b@7", "ay by", 0, 8, 0, 0, 0, TRUE, "/" },
  { "a late close alone is not stuck", "a>b@7", "ay", 0, 1, -1, 0, 0, FALSE, "b/" },

  /* What follows from an earlier stage. */
  { "follows: met by the stage before", "a>b#c|c>d", "ay by", 1, -1, 0, 1, 0, FALSE,
    "d/" },
  { "follows: not met, and not missing itself", "a>b#c|cd>e", "ay", 1, -1, 0, 0, 1, TRUE,
    "b/d" },
  { "follows: a no that was given counts", "a>b#c|c>d", "ay by cn", 1, -1, 0, 0, 1, TRUE,
    "c/" },
  { "follows: a yes does not stand in for exits", "a>b#c|c>d", "ay cy", 1, -1, 0, 0, 1,
    TRUE, "b/" },
  { "follows: only from stages before", "a>b|c>d#a", "", 0, -1, 0, NO, 0, FALSE, "ab/" },
};

static SsmPart *
criterion_new (char letter)
{
  char id[] = "c-?";
  SsmPart *criterion;

  id[2] = letter;
  criterion = ssm_part_new (SSM_KIND_CRITERION, id);
  ssm_part_set_text (criterion, SSM_CRITERION_TEXT, id);
  return criterion;
}

static void
set_outcome (SsmPart *map, SsmPart *stage, char letter)
{
  char id[] = "d-?", term[] = "c-?";
  SsmPart *definition;

  id[2] = term[2] = letter;
  definition = ssm_part_new (SSM_KIND_DEFINITION, id);
  ssm_part_set_text (definition, SSM_DEFINITION_TERM, term);
  ssm_part_insert (map, SSM_LIST_DEFINITIONS, 0, definition);
  ssm_part_set_text (stage, SSM_STAGE_OUTCOME, id);
}

static void
add_stage (SsmPart *map, const char *text)
{
  guint index = ssm_part_n_children (map, SSM_LIST_STAGES);
  g_autofree char *id = g_strdup_printf ("s-%u", index);
  SsmPart *stage = ssm_part_new (SSM_KIND_STAGE, id);
  SsmList list = SSM_LIST_ENTRY;

  ssm_part_set_text (stage, SSM_STAGE_NAME, id);
  for (; *text != '\0'; text++)
    if (*text == '>')
      list = SSM_LIST_EXIT;
    else if (*text == '#')
      set_outcome (map, stage, *++text);
    else if (*text == '@')
      {
        gsize length = strspn (text + 1, "0123456789");
        g_autofree char *limit = g_strndup (text + 1, length);

        ssm_part_set_text (stage, SSM_STAGE_LIMIT_DAYS, limit);
        text += length;
      }
    else
      ssm_part_insert (stage, list, ssm_part_n_children (stage, list),
                       criterion_new (*text));
  ssm_part_insert (map, SSM_LIST_STAGES, index, stage);
}

static SsmMap *
map_new (const char *text)
{
  g_auto (GStrv) stages = g_strsplit (text, "|", -1);
  SsmMap *map = ssm_map_new ();
  SsmPart *part = ssm_part_copy (map);

  ssm_part_unref (map);
  for (guint i = 0; stages[i] != NULL; i++)
    add_stage (part, stages[i]);
  return ssm_part_seal (part);
}

static SsmVerdict
judge (char sign)
{
  static const struct
  {
    char sign;
    const char *is, *evidence;
  } signs[] = {
    { 'y', "yes", "a mail" },      { 'Y', "yes", " " },
    { 'p', "partly", "" },         { 'n', "no", "" },
    { 'u', "unknown", "" },        { 'x', "not-applicable", "why" },
    { 'X', "not-applicable", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].sign == sign)
      return ssm_verdict_of (signs[i].is, signs[i].evidence);
  g_assert_not_reached ();
}

static guint8 *
answers_new (const SsmDealPath *path, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint8 *answers = g_new0 (guint8, path->n_criteria);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char id[] = "c-?";
      int index;

      id[2] = words[i][0];
      index = ssm_deal_path_criterion (path, id);
      g_assert_cmpint (index, >=, 0);
      answers[index] = judge (words[i][1]);
    }
  return answers;
}

static char *
name_missing (const SsmDiagnosis *diagnosis)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= diagnosis->n_missing; i++)
    {
      if (i == diagnosis->n_blocking)
        g_string_append_c (text, '/');
      if (i < diagnosis->n_missing)
        g_string_append (
            text,
            ssm_part_id (diagnosis->path->criteria[diagnosis->missing[i]].part) + 2);
    }
  return g_string_free (text, FALSE);
}

static void
check_case (const Case *test)
{
  g_autoptr (SsmMap) map = map_new (test->map);
  g_autoptr (SsmDealPath) path = ssm_deal_path_new (map, NULL);
  g_autoptr (SsmDiagnosis) diagnosis = ssm_diagnosis_new (path);
  g_autofree guint8 *answers = answers_new (path, test->answers);
  g_autofree char *missing = NULL;
  SsmDealFacts facts = { test->claimed, test->days != -1 ? AS_OF - test->days : 0,
                         test->closes_in != 0 ? AS_OF + test->closes_in : 0, FALSE,
                         answers };

  g_test_message ("%s", test->name);
  ssm_diagnosis_make (diagnosis, &facts, AS_OF);
  missing = name_missing (diagnosis);
  g_assert_cmpint (diagnosis->evidence, ==, test->evidence);
  g_assert_cmpuint (diagnosis->ahead_by, ==, test->ahead);
  g_assert_cmpint (diagnosis->is_stuck, ==, test->stuck);
  g_assert_cmpint (diagnosis->days, ==, MAX (test->days, -1));
  g_assert_cmpint (diagnosis->is_slipping, ==, test->closes_in < 0);
  g_assert_cmpstr (missing, ==, test->missing);
  g_assert_cmpint (diagnosis->place, ==,
                   test->evidence != NO ? test->evidence : path->n_stages > 0 ? 0 : NO);
}

static void
test_cases (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (cases), >=, 40);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

/* One value serves many deals: nothing of the last may stay behind. */
static void
test_again (void)
{
  g_autoptr (SsmMap) map = map_new (MAP);
  g_autoptr (SsmDealPath) path = ssm_deal_path_new (map, NULL);
  g_autoptr (SsmDiagnosis) diagnosis = ssm_diagnosis_new (path);
  g_autofree guint8 *none = answers_new (path, "");
  g_autofree guint8 *some = answers_new (path, "ay by cy dy ey");
  SsmDealFacts first = { 3, 900, 950, FALSE, none };
  SsmDealFacts second = { 1, 0, 0, FALSE, some };

  ssm_diagnosis_make (diagnosis, &first, AS_OF);
  g_assert_cmpuint (diagnosis->ahead_by, ==, 3);
  ssm_diagnosis_make (diagnosis, &second, AS_OF);
  g_assert_cmpint (diagnosis->evidence, ==, 1);
  g_assert_cmpuint (diagnosis->ahead_by, ==, 0);
  g_assert_cmpuint (diagnosis->n_missing, ==, 2);
  g_assert_cmpint (diagnosis->days, ==, -1);
  g_assert_false (diagnosis->is_stuck);
  g_assert_false (diagnosis->is_slipping);
}

static void
check_score (const char *answers, guint score, SsmVerdict answer)
{
  g_autoptr (SsmMap) map = map_new ("ab>c");
  g_autoptr (SsmDealPath) path = ssm_deal_path_new (map, NULL);
  g_autoptr (SsmDiagnosis) diagnosis = ssm_diagnosis_new (path);
  g_autofree guint8 *given = answers_new (path, answers);
  SsmDealFacts facts = { NO, 0, 0, FALSE, given };
  SsmVerdict found;

  path->criteria[0].letter = path->criteria[1].letter = SSM_LETTER_PAIN;
  ssm_diagnosis_make (diagnosis, &facts, AS_OF);
  g_assert_cmpuint (ssm_diagnosis_score (diagnosis, SSM_LETTER_PAIN, &found), ==, score);
  g_assert_cmpint (found, ==, answer);
  g_assert_cmpuint (ssm_diagnosis_score (diagnosis, SSM_LETTER_CHAMPION, &found), ==, 0);
  g_assert_cmpint (found, ==, SSM_VERDICT_UNKNOWN);
}

static void
test_scores (void)
{
  check_score ("", 0, SSM_VERDICT_UNKNOWN);
  check_score ("an", 0, SSM_VERDICT_NO);
  check_score ("ap", 1, SSM_VERDICT_PARTLY);
  check_score ("ay", 1, SSM_VERDICT_PARTLY);
  check_score ("ay bn", 1, SSM_VERDICT_PARTLY);
  check_score ("ay bx", 2, SSM_VERDICT_YES);
  check_score ("aY by", 1, SSM_VERDICT_PARTLY);
}

/* An outcome is no step of the way. */
static void
test_lost_stage (void)
{
  static const char pack[]
    = "[language]\nname=Test\ndirection=ltr\n[page]\ndate=d\n[dates]\npattern={d}\n"
      "months=1;2;3;4;5;6;7;8;9;10;11;12;\n[lint]\nlost-stages=s-1;\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (pack, sizeof pack - 1);
  g_autoptr (SsmLanguage) words = ssm_language_new (bytes, NULL);
  g_autoptr (SsmMap) map = map_new ("a>b|c>d|e>f");
  g_autoptr (SsmDealPath) path = ssm_deal_path_new (map, words);

  g_assert_nonnull (words);
  g_assert_cmpuint (path->n_stages, ==, 2);
  g_assert_cmpuint (path->stages[1].index, ==, 2);
  g_assert_cmpint (ssm_deal_path_stage (path, "s-1"), ==, NO);
  g_assert_cmpint (ssm_deal_path_stage (path, "s-2"), ==, 1);
  g_assert_cmpint (ssm_deal_path_criterion (path, "c-c"), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagnosis/cases", test_cases);
  g_test_add_func ("/diagnosis/again", test_again);
  g_test_add_func ("/diagnosis/scores", test_scores);
  g_test_add_func ("/diagnosis/lost-stage", test_lost_stage);
  return g_test_run ();
}
