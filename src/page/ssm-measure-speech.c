/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of a measurement in the map's language. */

#include "ssm-measure-layout.h"

#include <math.h>
#include <string.h>

#define MAX_NAME 60 /* characters of a stage or deal */

/* Figures without letters read from left to right on every page. */
static char *
isolate (char *figure)
{
  g_autofree char *taken = figure;

  return g_strconcat ("\u2066", taken, "\u2069", NULL);
}

/* Appends digits in groups of three. */
static void
append_grouped (GString *text, const char *digits, const char *separator)
{
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
}

char *
ssm_measure_number (const SsmMeasureLayout *layout, double number)
{
  const SsmLanguage *words = layout->set.words;
  double rounded = floor (fabs (number) * 10 + 0.5) / 10;
  GString *text = g_string_new (number < 0 ? "−" : NULL);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto (GStrv) parts
    = g_strsplit (g_ascii_formatd (buffer, sizeof buffer, "%.1f", rounded), ".", 2);

  append_grouped (text, parts[0], ssm_language_label (words, "deal-thousands"));
  if (parts[1] != NULL && !g_str_equal (parts[1], "0"))
    g_string_append_printf (text, "%s%s", ssm_language_label (words, "decimal"), parts[1]);
  return g_string_free (text, FALSE);
}

char *
ssm_measure_percent (const SsmMeasureLayout *layout, double share)
{
  g_autofree char *number = ssm_measure_number (layout, floor (share * 100 + 0.5));

  return isolate (ssm_language_format (layout->set.words, "percent", "n", number, NULL));
}

char *
ssm_measure_days (const SsmMeasureLayout *layout, double days)
{
  g_autofree char *number = days >= 0 ? ssm_measure_number (layout, days) : NULL;

  if (number == NULL)
    return g_strdup ("–");
  return ssm_language_format (layout->set.words, "days", "n", number, NULL);
}

char *
ssm_measure_money (const SsmMeasureLayout *layout, SsmMoney money, const char *currency)
{
  g_autofree char *number
    = ssm_measure_number (layout, floor (ssm_money_to_double (money) + 0.5));

  if (*currency == '\0')
    return isolate (g_steal_pointer (&number));
  return isolate (g_strdup_printf ("%s %s", number, currency));
}

char *
ssm_measure_of (const SsmMeasureLayout *layout, SsmRatio ratio)
{
  g_autofree char *n = ssm_measure_number (layout, ratio.numerator);
  g_autofree char *all = ssm_measure_number (layout, ratio.denominator);

  return ssm_language_format (layout->set.words,
                              ssm_ratio_is_small (ratio) ? "figures-small" : "figures-of",
                              "n", n, "all", all, NULL);
}

/* (transfer full): one line of a text that somebody wrote. */
static char *
one_line (const char *text)
{
  char *cut = ssm_deal_cut (text, MAX_NAME);

  return g_strdelimit (cut, "\n\r\t", ' ');
}

char *
ssm_measure_name (const SsmMeasureLayout *layout, guint stage)
{
  return one_line (ssm_part_text (ssm_map_stage (layout->set.map, stage), SSM_STAGE_NAME));
}

char *
ssm_measure_deal (const SsmMeasureLayout *layout, const SsmDealAge *age)
{
  g_autofree char *name
    = one_line (ssm_pipeline_deal_name (layout->measure->pipeline, age->deal));
  g_autofree char *days = ssm_measure_days (layout, age->days);

  return g_strdup_printf ("%s %s", name, days);
}

char *
ssm_measure_count (const SsmMeasureLayout *layout, const char *key, guint n)
{
  g_autofree char *whole = g_strconcat ("figures-", key, n == 1 ? "-one" : NULL, NULL);
  g_autofree char *number = ssm_measure_number (layout, n);

  return ssm_language_format (layout->set.words, whole, "n", number, NULL);
}

static void
add_words (GPtrArray *lines, const SsmMeasureLayout *layout, const char *key,
           const char *name, char *value)
{
  g_autofree char *taken = value;

  g_ptr_array_add (lines, ssm_language_format (layout->set.words, key, name, taken, NULL));
}

static void
add_moves (GPtrArray *lines, const SsmMeasureLayout *layout, const SsmStageFigures *figures)
{
  SsmRatio ratio = { figures->advanced, figures->entered };
  double goal = ssm_part_number (ssm_map_stage (layout->set.map, figures->stage),
                                 SSM_STAGE_GOAL, -1);
  g_autofree char *share = NULL;
  g_autofree char *of = NULL;

  if (figures->entered > 0 && ssm_measure_knows_conversion (layout->measure))
    {
      share = ssm_measure_percent (layout, ssm_ratio_share (ratio));
      of = ssm_measure_of (layout, ratio);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s (%s)",
                                               ssm_measure_word (layout, "move-on"), share,
                                               of));
      add_words (lines, layout, "figures-lost-here", "n",
                 ssm_measure_number (layout, figures->lost));
      add_words (lines, layout, "figures-still-here", "n",
                 ssm_measure_number (layout, figures->open));
    }
  if (goal >= 0)
    add_words (lines, layout, "figures-goal", "value", ssm_measure_percent (layout, goal));
}

static void
add_days (GPtrArray *lines, const SsmMeasureLayout *layout, const SsmStageFigures *figures)
{
  if (figures->days.median >= 0)
    add_words (lines, layout, "figures-median", "n",
               ssm_measure_days (layout, figures->days.median));
  if (figures->limit >= 0)
    add_words (lines, layout, "figures-limit", "n",
               ssm_measure_number (layout, figures->limit));
  g_ptr_array_add (lines, ssm_measure_count (layout, "open-here", figures->n_here));
  if (figures->n_over > 0)
    {
      g_autofree char *over = ssm_measure_count (layout, "over", figures->n_over);
      g_autofree char *deal = ssm_measure_deal (layout, &figures->here[0]);

      g_ptr_array_add (lines, g_strdup_printf ("%s: %s", over, deal));
    }
}

char *
ssm_measure_tell_stage (const SsmMeasureLayout *layout, guint stage)
{
  const SsmStageFigures *figures = &layout->measure->stages[stage];
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *entered = ssm_measure_number (layout, figures->entered);

  g_ptr_array_add (lines, ssm_measure_name (layout, stage));
  g_ptr_array_add (lines, g_strdup_printf ("%s %s", ssm_measure_word (layout, "entered"),
                                           entered));
  add_moves (lines, layout, figures);
  add_days (lines, layout, figures);
  g_ptr_array_add (lines, g_strdup (layout->as_of));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("; ", (char **) lines->pdata);
}
