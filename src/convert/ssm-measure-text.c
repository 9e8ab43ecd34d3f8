/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A measurement as lines for a terminal. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ssm-line.h"
#include "ssm-measure-words.h"

#define N_COLUMNS 10
#define GAP 2

/* Columns of a terminal: two for a letter of Chinese or Japanese, none for a mark on one. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* A table of cells, each line of which has N_COLUMNS. */
static void
append_table (GString *text, const GPtrArray *cells)
{
  guint widths[N_COLUMNS] = { 0 };

  for (guint i = 0; i < cells->len; i++)
    widths[i % N_COLUMNS] = MAX (widths[i % N_COLUMNS], width_of (cells->pdata[i]));
  for (guint i = 0; i < cells->len; i++)
    {
      guint column = i % N_COLUMNS;
      const char *cell = cells->pdata[i];
      int blanks = (int) (widths[column] - width_of (cell));

      if (column == 0)
        g_string_append_printf (text, "%s%*s", cell, blanks, "");
      else
        g_string_append_printf (text, "%*s%s", blanks + GAP, "", cell);
      if (column == N_COLUMNS - 1)
        g_string_append_c (text, '\n');
    }
}

static void
add_head (GPtrArray *cells)
{
  const char * const words[N_COLUMNS] = {
    _("Stage"), _("Entered"), _("Moved on"), _("Lost"), _("Open"),
    /* Translators: deals that passed over a stage. */
    _("Skipped"),
    /* Translators: deals that went back to an earlier stage. */
    _("Back"),
    _("Median"),
    /* Translators: nine of ten deals stay at most so long. */
    _("90%"),
    /* Translators: the median with those that have not left yet (Kaplan–Meier). */
    _("With open") };

  for (guint i = 0; i < N_COLUMNS; i++)
    g_ptr_array_add (cells, g_strdup (words[i]));
}

static void
add_count (GPtrArray *cells, guint count)
{
  g_ptr_array_add (cells, g_strdup_printf ("%u", count));
}

static void
add_stage (GPtrArray *cells, const SsmMeasure *measure, const SsmStageFigures *figures)
{
  const SsmPart *stage = ssm_map_stage (measure->map, figures->stage);
  g_autofree char *name = ssm_line (ssm_part_text (stage, SSM_STAGE_NAME));
  SsmRatio conversion = { figures->advanced,
                          ssm_measure_knows_conversion (measure) ? figures->entered : 0 };

  g_ptr_array_add (cells, g_strdup_printf ("%u %s", figures->stage + 1, name));
  add_count (cells, figures->entered);
  g_ptr_array_add (cells, ssm_measure_ratio_words (conversion));
  add_count (cells, figures->lost);
  add_count (cells, figures->open);
  add_count (cells, figures->skipped);
  add_count (cells, figures->moved_back);
  g_ptr_array_add (cells, ssm_measure_days_words (figures->days.median));
  g_ptr_array_add (cells, ssm_measure_days_words (figures->days.p90));
  g_ptr_array_add (cells, ssm_measure_survival_words (&figures->days));
}

static void
append_stages (GString *text, const SsmMeasure *measure)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  add_head (cells);
  for (guint i = 0; i < measure->n_stages; i++)
    if (measure->stages[i].kind != SSM_STAGE_LOST)
      add_stage (cells, measure, &measure->stages[i]);
  append_table (text, cells);
  if (!ssm_measure_knows_conversion (measure))
    {
      g_string_append_printf (text, _("No shares are shown: of %u lost deals nothing says in "
                                      "which stage they were"),
                              measure->notes[SSM_NOTE_NO_STAGE].count);
      g_string_append_c (text, '\n');
    }
}

static void
append_over (GString *text, const SsmMeasure *measure)
{
  for (guint i = 0; i < measure->n_stages; i++)
    {
      const SsmStageFigures *figures = &measure->stages[i];
      const SsmPart *stage = ssm_map_stage (measure->map, i);
      g_autofree char *name = ssm_line (ssm_part_text (stage, SSM_STAGE_NAME));
      g_autofree char *limit = ssm_measure_days_words (figures->limit);
      g_autofree char *longest = NULL;
      g_autofree char *deal = NULL;

      if (figures->n_over == 0)
        continue;
      deal = ssm_line (ssm_pipeline_deal_name (measure->pipeline, figures->here[0].deal));
      longest = ssm_measure_days_words (figures->here[0].days);
      /* Translators: a stage; how many of how many deals in it are there for longer than its
         limit; the limit; the name of the one that is there longest, and how long. */
      g_string_append_printf (text, _("%s: %u of %u open deals over %s, %s longest (%s)"),
                              name, figures->n_over, figures->n_here, limit, deal, longest);
      g_string_append_c (text, '\n');
    }
}

static void
append_line (GString *text, const char *title, const char *words)
{
  g_string_append_printf (text, "%s: %s\n", title, words);
}

static void
append_value_rates (GString *text, const SsmMeasure *measure)
{
  guint n = 0;

  for (guint i = 0; i < measure->n_currencies; i++)
    {
      const SsmMoneyFigures *money = &measure->money[i];
      SsmMoneyRatio ratio;
      g_autofree char *won = NULL;
      g_autofree char *closed = NULL;

      if (!ssm_money_figures_win_rate (money, &measure->win, &ratio))
        continue;
      won = ssm_measure_money_words (ratio.numerator, money->currency);
      closed = ssm_measure_money_words (ratio.denominator, money->currency);
      g_string_append_printf (text, "%s: %.1f%% (%s / %s)\n", _("Win rate by value"),
                              ssm_money_ratio_share (ratio) * 100, won, closed);
      n++;
    }
  if (n == 0 && measure->win.count.denominator > 0)
    append_line (text, _("Win rate by value"), _("closed deals have no amounts to compare"));
}

static void
append_wins (GString *text, const SsmMeasure *measure)
{
  g_autofree char *broad = ssm_measure_ratio_words (measure->win.count);
  g_autofree char *narrow = ssm_measure_ratio_words (measure->win.narrow);
  g_autofree char *of_all = ssm_measure_ratio_words (measure->win.of_all);

  append_line (text, _("Win rate"), broad);
  append_line (text, _("Win rate without deals nobody won"), narrow);
  append_line (text, _("Won of all that were created"), of_all);
  append_value_rates (text, measure);
}

static void
append_cycle (GString *text, const SsmMeasure *measure)
{
  const SsmCycleFigures *cycle = &measure->cycle;
  g_autofree char *won = ssm_measure_days_words (cycle->won.median);
  g_autofree char *lost = ssm_measure_days_words (cycle->lost.median);
  g_autofree char *closed = ssm_measure_days_words (cycle->closed.median);
  g_autofree char *p90 = ssm_measure_days_words (cycle->closed.p90);
  g_autofree char *survival = ssm_measure_survival_words (&cycle->closed);

  /* Translators: medians of days from creation to close. */
  g_string_append_printf (text, _("Days to close, median: won %s, lost %s, both %s, with open "
                                  "ones %s; nine of ten within %s"),
                          won, lost, closed, survival, p90);
  g_string_append_c (text, '\n');
  if (cycle->n_over > 0)
    {
      g_string_append_printf (text, _("Open for longer than that: %u of %u"), cycle->n_over,
                              cycle->n_open);
      g_string_append_c (text, '\n');
    }
}

/* What coverage it takes: one over the win rate by value from where pipeline begins. */
static void
append_required (GString *text, const SsmCoverageFigures *coverage)
{
  double times = ssm_money_ratio_share (coverage->required);

  if (times < 0)
    return;
  /* Translators: how many times what is left of the quota. */
  g_string_append_printf (text, _("Coverage that it takes: %.1f×"), times);
  g_string_append_c (text, '\n');
}

static void
append_velocity (GString *text, const SsmMoneyFigures *money)
{
  SsmMoney whole = { (gint64) rint (money->velocity), 0 };
  g_autofree char *words = ssm_measure_money_words (whole, money->currency);

  /* Translators: %s is money. */
  g_string_append_printf (text, _("Sales velocity: %s a day"), words);
  g_string_append_c (text, '\n');
}

static void
append_sums (GString *text, const SsmMeasure *measure)
{
  for (guint i = 0; i < measure->n_currencies; i++)
    {
      const SsmMoneyFigures *money = &measure->money[i];
      g_autofree char *open = ssm_measure_money_words (money->open, money->currency);
      g_autofree char *weighted = ssm_measure_money_words (money->weighted, money->currency);

      if (money->overflow || money->n_open == 0)
        continue;
      append_line (text, _("Open pipeline"), open);
      if (money->has_weighted)
        append_line (text, _("Weighted by the chances of its stages"), weighted);
      if (money->velocity > 0)
        append_velocity (text, money);
    }
}

/* Where only a period is measured. */
static void
append_period (GString *text, const SsmMeasure *measure)
{
  g_autofree char *from = ssm_day_to_iso (measure->from);
  g_autofree char *to = ssm_day_to_iso (measure->to);

  if (from == NULL && to == NULL)
    return;
  /* Translators: two days, or a dash for one that is not given. */
  g_string_append_printf (text, _("Deals that entered a stage or were closed from %s to %s"),
                          from != NULL ? from : "–", to != NULL ? to : "–");
  g_string_append_c (text, '\n');
}

static void
append_reasons (GString *text, const SsmMeasure *measure)
{
  for (guint i = 0; i < measure->n_reasons; i++)
    {
      const SsmReasonFigures *reason = &measure->reasons[i];
      g_autofree char *words = ssm_line (reason->words);

      if (reason->count > 0)
        g_string_append_printf (text, "  %u  %s\n", reason->count,
                                *words != '\0' ? words : _("no reason"));
    }
}

static void
append_notes (GString *text, const SsmMeasure *measure)
{
  for (guint i = 0; i < SSM_N_MEASURE_NOTES; i++)
    if (measure->notes[i].count > 0)
      g_string_append_printf (text, "  %u  %s\n", measure->notes[i].count,
                              ssm_measure_note_title (i));
}

/* Appends a head and what @append has to say, if that is anything. */
static void
append_list (GString *text, const char *head, const SsmMeasure *measure,
             void (*append) (GString *text, const SsmMeasure *measure))
{
  gsize before;

  g_string_append_printf (text, "\n%s\n", head);
  before = text->len;
  append (text, measure);
  if (text->len == before)
    g_string_append_printf (text, "  –\n");
}

char *
ssm_measure_to_text (const SsmMeasure *measure)
{
  GString *text = g_string_new (NULL);
  g_autofree char *day = ssm_day_to_iso (measure->as_of);
  g_autofree char *coverage = ssm_measure_coverage_words (&measure->coverage);

  /* Translators: a day, then how many deals there are, and how many of each kind. */
  g_string_append_printf (text, _("As of %s: %u deals, %u open, %u won, %u lost"),
                          day != NULL ? day : "–", measure->n_deals, measure->n_open,
                          measure->n_won, measure->n_lost);
  g_string_append_c (text, '\n');
  append_period (text, measure);
  g_string_append_c (text, '\n');
  append_stages (text, measure);
  append_over (text, measure);
  g_string_append_c (text, '\n');
  append_wins (text, measure);
  append_cycle (text, measure);
  append_line (text, _("Pipeline coverage"), coverage);
  append_required (text, &measure->coverage);
  append_sums (text, measure);
  append_list (text, _("Lost reasons"), measure, append_reasons);
  append_list (text, _("Worth a look"), measure, append_notes);
  return g_string_free (text, FALSE);
}
