/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills in the sentences of the language packs, group [deal]. */

#include "ssm-deal-words.h"

#include <math.h>
#include <string.h>

#include "ssm-deal-question.h"

/* Digits in a group of an amount. */
#define GROUP 3

char *
ssm_deal_words_stage (const SsmDealPath *path, int stage)
{
  const SsmPathStage *place;
  const char *name;

  g_return_val_if_fail (path != NULL && stage >= 0 && (guint) stage < path->n_stages,
                        NULL);

  place = &path->stages[stage];
  name = ssm_part_text (place->part, SSM_STAGE_NAME);
  return g_strdup_printf (*name != '\0' ? "%u %s" : "%u", place->index + 1, name);
}

const char *
ssm_deal_words_state (const SsmDiagnosis *diagnosis, const SsmLanguage *words)
{
  return ssm_language_label (words, diagnosis->is_stuck ? "deal-stuck" : "deal-working");
}

/* (transfer full): the sentence @key for @n, with the number and two more values. */
static char *
count (const SsmLanguage *words, const char *key, guint n, const char *name,
       const char *value, const char *other_name, const char *other)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *one = g_strconcat (key, "-one", NULL);

  return ssm_language_format (words, n == 1 ? one : key, "n", number, name, value,
                              other_name, other, NULL);
}

static char *
format_number (double number, const SsmLanguage *words)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *form = number == floor (number) ? "%.0f" : "%.1f";
  g_auto (GStrv) parts =
      g_strsplit (g_ascii_formatd (buffer, sizeof buffer, form, number), ".", 2);

  return g_strjoinv (ssm_language_label (words, "decimal"), parts);
}

char *
ssm_deal_words_clock (const SsmDiagnosis *diagnosis, const SsmLanguage *words)
{
  g_autofree char *limit = NULL;
  g_autofree char *over = NULL;
  const char *key = "deal-days";

  g_return_val_if_fail (diagnosis != NULL && words != NULL, NULL);

  if (diagnosis->days < 0)
    return g_strdup (ssm_language_label (words, "deal-no-days"));
  limit = format_number (MAX (diagnosis->limit, 0), words);
  over = g_strdup_printf ("%d", ssm_diagnosis_days_over (diagnosis));
  if (diagnosis->limit_kind == SSM_LIMIT_USUAL)
    key = "deal-usual";
  else if (diagnosis->limit_kind == SSM_LIMIT_SET)
    key = ssm_diagnosis_is_over (diagnosis) ? "deal-over" : "deal-within";
  return count (words, key, (guint) diagnosis->days, "limit", limit, "over", over);
}

static char *
claim_sentence (const SsmDiagnosis *diagnosis, const SsmLanguage *words)
{
  g_autofree char *stage = NULL;

  if (diagnosis->claimed == SSM_NO_STAGE)
    return g_strdup (ssm_language_label (words, "deal-unclaimed"));
  stage = ssm_deal_words_stage (diagnosis->path, diagnosis->claimed);
  if (diagnosis->ahead_by > 0)
    return count (words, "deal-ahead", diagnosis->ahead_by, "stage", stage, "", "");
  if (diagnosis->claimed < diagnosis->evidence)
    return ssm_language_format (words, "deal-behind", "stage", stage, NULL);
  return g_strdup (ssm_language_label (words, "deal-agrees"));
}

static char *
missing_sentence (const SsmDiagnosis *diagnosis, const SsmLanguage *words)
{
  if (diagnosis->n_missing == 0)
    return g_strdup (ssm_language_label (words, "deal-missing-none"));
  return count (words, "deal-missing", diagnosis->n_missing, "", "", "", "");
}

/* Japanese sets no blank between sentences. */
static void
append_sentence (GString *text, const char *sentence)
{
  if (text->len > 0 && !g_str_has_suffix (text->str, "。"))
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

/* What led to the place of the deal and counts as met, though nobody has proved it. */
static void
append_given (GString *text, const SsmDiagnosis *diagnosis, const SsmLanguage *words)
{
  guint end = diagnosis->place == SSM_NO_STAGE
                ? 0
                : diagnosis->path->stages[diagnosis->place].exit;
  guint n = ssm_diagnosis_n_given (diagnosis, 0, end);
  g_autofree char *given = n > 0 ? count (words, "deal-given", n, "", "", "", "") : NULL;

  if (given != NULL)
    append_sentence (text, given);
}

char *
ssm_deal_words_summary (const SsmDiagnosis *diagnosis, const char *close,
                        const SsmLanguage *words)
{
  GString *text = g_string_new (NULL);
  g_autofree char *missing = missing_sentence (diagnosis, words);
  g_autofree char *claim = claim_sentence (diagnosis, words);

  if (diagnosis->evidence == SSM_NO_STAGE && diagnosis->place != SSM_NO_STAGE)
    append_sentence (text, ssm_language_label (words, "deal-not-entered"));
  append_sentence (text, missing);
  append_sentence (text, claim);
  append_given (text, diagnosis, words);
  if (diagnosis->is_slipping)
    {
      g_autofree char *day = ssm_language_date (words, close);
      g_autofree char *slipping =
          ssm_language_format (words, "deal-slipping", "date", day, NULL);

      append_sentence (text, diagnosis->is_late
                                 ? slipping
                                 : ssm_language_label (words, "deal-put-off"));
    }
  return g_string_free (text, FALSE);
}

const char *
ssm_deal_words_verdict (SsmVerdict verdict, const SsmLanguage *words)
{
  static const char * const keys[SSM_N_VERDICTS] = {
    [SSM_VERDICT_UNKNOWN] = "deal-unknown",
    [SSM_VERDICT_PARTLY] = "deal-partly",
    [SSM_VERDICT_NO] = "deal-no",
    [SSM_VERDICT_YES] = "deal-yes",
    [SSM_VERDICT_NOT_APPLICABLE] = "deal-not-applicable",
    [SSM_VERDICT_NOT_YET] = "deal-not-yet",
  };

  g_return_val_if_fail (verdict < SSM_N_VERDICTS, "");
  return ssm_language_label (words, keys[verdict]);
}

/* "84000" → "84,000" */
static char *
group_digits (const char *digits, const char *sign)
{
  gsize n = strlen (digits);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % GROUP == 0)
        g_string_append (text, sign);
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

static const char *
currency_sign (const char *code)
{
  static const char * const signs[][2] = {
    { "EUR", "€" }, { "USD", "US$" }, { "GBP", "£" }, { "JPY", "¥" }, { "BRL", "R$" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (signs[i][0], code))
      return signs[i][1];
  return code;
}

char *
ssm_deal_words_amount (const SsmPart *deal, const SsmLanguage *words)
{
  const char *amount = ssm_part_text (deal, SSM_DEAL_AMOUNT);
  const char *currency = currency_sign (ssm_part_text (deal, SSM_DEAL_CURRENCY));
  gboolean is_negative = *amount == '-';
  g_auto (GStrv) parts = g_strsplit (amount + (is_negative ? 1 : 0), ".", 2);
  g_autofree char *whole = NULL;
  gboolean has_rest;

  if (*amount == '\0')
    return g_strdup ("");
  whole = group_digits (parts[0], ssm_language_label (words, "deal-thousands"));
  has_rest = parts[1] != NULL && strspn (parts[1], "0") < strlen (parts[1]);
  return g_strconcat (currency, *currency != '\0' ? "\u00a0" : "", is_negative ? "−" : "",
                      whole, has_rest ? ssm_language_label (words, "decimal") : "",
                      has_rest ? parts[1] : "", NULL);
}

char *
ssm_deal_words_who (const SsmPart *next, const SsmLanguage *words)
{
  const char *who = ssm_part_text (next, SSM_NEXT_WHO);
  const char *by = ssm_part_text (next, SSM_NEXT_DATE);
  g_autofree char *day = ssm_language_day (words, by);

  if (*by == '\0')
    return g_strdup (who);
  return ssm_language_format (words, *who != '\0' ? "deal-by" : "deal-by-date", "who",
                              who, "date", day, NULL);
}

char *
ssm_deal_words_against (const SsmMap *map, const SsmLanguage *words)
{
  const char *version = ssm_map_text (map, SSM_EDITION_LABEL);
  const char *key = *version != '\0' ? "deal-against-version" : "deal-against";

  return ssm_language_format (words, key, "map", ssm_map_text (map, SSM_MAP_TITLE),
                              "version", version, NULL);
}

/* What an answer without words lacks, or NULL. */
static const char *
lack_of (const SsmPart *answer)
{
  const char *is = ssm_part_text (answer, SSM_ANSWER_IS);

  if (g_str_equal (is, ssm_verdict_name (SSM_VERDICT_YES)))
    return "deal-no-proof";
  if (g_str_equal (is, ssm_verdict_name (SSM_VERDICT_NOT_APPLICABLE)))
    return "deal-no-reason";
  return NULL;
}

char *
ssm_deal_words_evidence (const SsmDiagnosis *diagnosis, guint criterion,
                         const SsmPart *answer, const SsmLanguage *words)
{
  const SsmPathCriterion *asked = &diagnosis->path->criteria[criterion];
  const char *evidence = ssm_part_text (answer, SSM_ANSWER_EVIDENCE);
  SsmVerdict verdict = diagnosis->answers[criterion];
  const char *lack = lack_of (answer);

  if (*evidence != '\0')
    return g_strdup (evidence);
  if (answer == NULL && asked->follows != SSM_NO_STAGE)
    {
      g_autofree char *number
        = g_strdup_printf ("%u", diagnosis->path->stages[asked->follows].index + 1);

      return ssm_language_format (words, "deal-follows", "n", number, NULL);
    }
  if (!ssm_verdict_is_met (verdict) && lack != NULL)
    return g_strdup (ssm_language_label (words, lack));
  return ssm_verdict_is_met (verdict) ? g_strdup ("") : ssm_deal_question (asked, words);
}
