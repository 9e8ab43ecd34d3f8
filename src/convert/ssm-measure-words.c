/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-measure-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const titles[SSM_N_MEASURE_NOTES] = {
  [SSM_NOTE_UNMAPPED] = N_("Rows in stages that the map does not have"),
  [SSM_NOTE_UNSORTED] = N_("Rows of history that stand behind later ones"),
  [SSM_NOTE_REPEATED] = N_("Rows of history that say again where a deal is"),
  [SSM_NOTE_UNDATED] = N_("Rows of history without a date"),
  [SSM_NOTE_STRANGERS] = N_("Deals with a history and no row of their own"),
  [SSM_NOTE_MERGED] = N_("Deals that were merged into others"),
  [SSM_NOTE_FUTURE] = N_("Deals that did not exist yet on that day"),
  [SSM_NOTE_REOPENED] = N_("Deals opened again after they were closed"),
  [SSM_NOTE_WON_THEN_LOST] = N_("Deals that were won, and lost later"),
  [SSM_NOTE_ELSEWHERE] = N_("Deals that went to another pipeline"),
  [SSM_NOTE_BEFORE_CREATED] = N_("Deals with a history from before they were created"),
  [SSM_NOTE_NEGATIVE] = N_("Deals that end before they begin: their time is not counted"),
  [SSM_NOTE_NO_CLOSE_DATE] = N_("Closed deals that do not say when"),
  [SSM_NOTE_NO_REASON] = N_("Lost deals without a reason"),
  [SSM_NOTE_NO_STAGE] = N_("Lost deals of which no stage is known: no stage counts them"),
  [SSM_NOTE_NO_AMOUNT] = N_("Deals without an amount: left out of sums"),
  [SSM_NOTE_NEGATIVE_AMOUNT] = N_("Deals with a negative amount: left out of sums"),
  [SSM_NOTE_NO_CURRENCY] = N_("Amounts without a currency"),
  [SSM_NOTE_CURRENCIES] = N_("Currencies, which are never added"),
  [SSM_NOTE_PAST_DUE] = N_("Open deals whose day to close is over: give them another"),
  [SSM_NOTE_BULK_CLOSED] = N_("Closed deals that all have the same day: was it set in one go?"),
  [SSM_NOTE_OLDER_THAN_WON] =
    N_("Open deals older than the slowest that was won: lost, and nobody has said so?"),
};

const char *
ssm_measure_note_title (SsmMeasureNoteKind kind)
{
  g_return_val_if_fail (kind < SSM_N_MEASURE_NOTES, "");

  return _(titles[kind]);
}

/* (transfer full): at most one decimal, none where it is a nought. */
static char *
short_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (text, sizeof text, "%.1f", number);
  length = strlen (text);
  if (g_str_has_suffix (text, ".0"))
    text[length - 2] = '\0';
  return g_strdup (text);
}

char *
ssm_measure_ratio_words (SsmRatio ratio)
{
  g_autofree char *share = NULL;

  if (ratio.denominator == 0)
    return g_strdup ("–");
  share = short_number (ssm_ratio_share (ratio) * 100);
  if (ssm_ratio_is_small (ratio))
    /* Translators: a share, and the two numbers it is made of, which are small. */
    return g_strdup_printf (_("%s%% (%u of %u, small sample)"), share, ratio.numerator,
                            ratio.denominator);
  /* Translators: a share, and the two numbers it is made of. */
  return g_strdup_printf (_("%s%% (%u of %u)"), share, ratio.numerator, ratio.denominator);
}

char *
ssm_measure_days_words (double days)
{
  g_autofree char *number = days >= 0 ? short_number (days) : NULL;

  if (number == NULL)
    return g_strdup ("–");
  /* Translators: days, as short as possible. */
  return g_strdup_printf (_("%s d"), number);
}

char *
ssm_measure_survival_words (const SsmStayFigures *figures)
{
  g_autofree char *longest = NULL;

  if (figures->survival_median >= 0 || figures->longest < 0)
    return ssm_measure_days_words (figures->survival_median);
  longest = ssm_measure_days_words (figures->longest);
  return g_strdup_printf ("> %s", longest);
}

char *
ssm_measure_money_words (SsmMoney money, const char *currency)
{
  char text[SSM_MONEY_TEXT];

  ssm_money_to_text (ssm_money_rounded (money), text);
  return g_strdup_printf ("%s%s%s", text, *currency != '\0' ? " " : "", currency);
}

static char *
ratio_words (const SsmCoverageFigures *coverage)
{
  SsmMoneyRatio ratio = { coverage->open, coverage->remaining };
  g_autofree char *times = short_number (ssm_money_ratio_share (ratio));
  g_autofree char *open = ssm_measure_money_words (coverage->open, coverage->currency);
  g_autofree char *remaining
    = ssm_measure_money_words (coverage->remaining, coverage->currency);

  /* Translators: how many times the money of open deals covers what is left of the quota,
     and both sums. */
  return g_strdup_printf (_("%s× (%s open, %s of the quota left)"), times, open, remaining);
}

char *
ssm_measure_coverage_words (const SsmCoverageFigures *coverage)
{
  g_autofree char *over = NULL;

  switch (coverage->state)
    {
    case SSM_COVERAGE_RATIO:
      return ratio_words (coverage);
    case SSM_COVERAGE_MET:
      over = ssm_measure_money_words (ssm_money_negative (coverage->remaining),
                                      coverage->currency);
      /* Translators: %s is a sum of money. */
      return g_strdup_printf (_("the quota is met, and exceeded by %s"), over);
    case SSM_COVERAGE_CURRENCIES:
      return g_strdup (_("deals have several currencies; say which one the quota is in"));
    case SSM_COVERAGE_NONE:
    default:
      return g_strdup (_("no quota is set"));
    }
}
