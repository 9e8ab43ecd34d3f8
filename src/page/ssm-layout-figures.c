/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was measured, in words: figures of the stages and of the whole system, their
 * targets, and the reasons why deals are lost. */

#include <math.h>

#include "ssm-map-layout.h"

/* Figures without letters read from left to right on every page. */
static SsmText *
format_figure (const SsmLayout *layout, const char *key, const char *number, SsmRole role)
{
  g_autofree char *string = ssm_language_format (layout->words, key, "n", number, NULL);

  return ssm_text_get (string, ssm_theme_type (role)->face, layout->language, FALSE);
}

/* Digits with at most one decimal, by the map's language and not the reader's. */
static char *
format_number (const SsmLayout *layout, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = floor (number * 10 + 0.5) / 10;
  const char *form = rounded == floor (rounded) ? "%.0f" : "%.1f";
  g_auto (GStrv) parts = g_strsplit (g_ascii_formatd (buffer, sizeof buffer, form, rounded),
                                     ".", 2);

  return g_strjoinv (ssm_language_label (layout->words, "decimal"), parts);
}

static SsmText *
format_percent (const SsmLayout *layout, double share, SsmRole role)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return format_figure (layout, "percent",
                        g_ascii_formatd (buffer, sizeof buffer, "%.0f",
                                         floor (share * 100 + 0.5)), role);
}

static SsmPart *
find_at (const SsmLayout *layout, const char *stage)
{
  const SsmPart *measured = ssm_part_only (layout->map, SSM_LIST_MEASURED);

  if (measured == NULL)
    return NULL;
  for (guint i = 0; i < ssm_part_n_children (measured, SSM_LIST_AT); i++)
    {
      SsmPart *at = ssm_part_child (measured, SSM_LIST_AT, i);

      if (g_str_equal (ssm_part_text (at, SSM_AT_STAGE), stage))
        return at;
    }
  return NULL;
}

void
ssm_layout_gather_figures (SsmLayout *layout, SsmStage *stage)
{
  const SsmPart *at = find_at (layout, ssm_part_id (stage->part));
  SsmFigures *figures = &stage->figures;
  double entered = ssm_part_number (at, SSM_AT_ENTERED, 0);
  double days = ssm_part_number (at, SSM_AT_MEDIAN_DAYS, -1);
  gboolean last = stage->index + 1 == layout->n_stages;

  if (at != NULL && entered > 0)
    {
      double share = ssm_part_number (at, SSM_AT_ADVANCED, 0) / entered;

      figures->value[0] = format_percent (layout, share, SSM_ROLE_FIGURE);
      figures->note[0] = ssm_layout_word (layout, last ? "expands" : "moves-on",
                                          SSM_ROLE_NOTE);
    }
  if (at != NULL && days >= 0)
    {
      g_autofree char *number = format_number (layout, days);

      figures->value[1] = format_figure (layout, "days", number, SSM_ROLE_FIGURE);
      figures->note[1] = ssm_layout_word (layout, "median", SSM_ROLE_NOTE);
    }
  if (figures->value[0] != NULL || figures->value[1] != NULL)
    layout->measured = TRUE;
}

static SsmPart *
find_total (const SsmLayout *layout, const char *kind)
{
  const SsmPart *measured = ssm_part_only (layout->map, SSM_LIST_MEASURED);

  if (measured == NULL)
    return NULL;
  for (guint i = 0; i < ssm_part_n_children (measured, SSM_LIST_TOTALS); i++)
    {
      SsmPart *total = ssm_part_child (measured, SSM_LIST_TOTALS, i);

      if (g_str_equal (ssm_part_text (total, SSM_TOTAL_KIND), kind))
        return total;
    }
  return NULL;
}

static SsmText *
format_measure (const SsmLayout *layout, const char *kind, double value, SsmRole role)
{
  g_autofree char *number = format_number (layout, value);

  if (g_str_equal (kind, "coverage"))
    return format_figure (layout, "times", number, role);
  if (g_str_equal (kind, "cycle-time"))
    return format_figure (layout, "cycle-days", number, role);
  return format_percent (layout, value, role);
}

static const char *
measure_key (const char *kind)
{
  static const char * const kinds[] = {
    "win-rate", "coverage", "cycle-time", "conversion"
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i]))
      return kinds[i];
  return NULL;
}

/* What stands under a figure: the target, or what a figure without one counts. */
static SsmText *
measure_note (const SsmLayout *layout, const char *kind, double target)
{
  if (target >= 0)
    {
      SsmText *value = format_measure (layout, kind, target, SSM_ROLE_NOTE);
      g_autofree char *isolated = ssm_layout_isolate (layout, value);

      return ssm_layout_format (layout, "target", "value", isolated, SSM_ROLE_NOTE);
    }
  if (g_str_equal (kind, "cycle-time"))
    return ssm_layout_word (layout, "cycle-note", SSM_ROLE_NOTE);
  return ssm_layout_text (layout, "", SSM_ROLE_NOTE);
}

/* A measure with neither a figure nor a target has nothing to show. */
static void
gather_measures (SsmLayout *layout)
{
  for (guint i = 0; i < ssm_part_n_children (layout->map, SSM_LIST_MEASURES); i++)
    {
      SsmPart *part = ssm_part_child (layout->map, SSM_LIST_MEASURES, i);
      const char *kind = ssm_part_text (part, SSM_MEASURE_KIND);
      const SsmPart *total = find_total (layout, kind);
      double below = ssm_part_number (total, SSM_TOTAL_DENOMINATOR, 0);
      double target = ssm_part_number (part, SSM_MEASURE_TARGET, -1);
      SsmSystemFigure figure = { .part = part, .measured = below > 0 };

      if (measure_key (kind) == NULL || (!figure.measured && target < 0))
        continue;
      figure.label = ssm_layout_word (layout, measure_key (kind), SSM_ROLE_SYSTEM_LABEL);
      figure.note = measure_note (layout, kind, target);
      if (figure.measured)
        figure.value = format_measure (layout, kind,
                                       ssm_part_number (total, SSM_TOTAL_NUMERATOR, 0)
                                       / below, SSM_ROLE_SYSTEM_FIGURE);
      else
        figure.value = ssm_layout_text (layout, "", SSM_ROLE_SYSTEM_FIGURE);
      g_array_append_val (layout->figures, figure);
    }
}

static double
count_lost (const SsmLayout *layout, const char *reason)
{
  const SsmPart *measured = ssm_part_only (layout->map, SSM_LIST_MEASURED);
  double count = 0;

  if (measured == NULL)
    return 0;
  for (guint i = 0; i < ssm_part_n_children (measured, SSM_LIST_LOST); i++)
    {
      const SsmPart *lost = ssm_part_child (measured, SSM_LIST_LOST, i);

      if (g_str_equal (ssm_part_text (lost, SSM_LOST_REASON), reason))
        count += ssm_part_number (lost, SSM_LOST_COUNT, 0);
    }
  return count;
}

static gint
compare_reasons (gconstpointer a, gconstpointer b)
{
  const SsmReason *left = a, *right = b;

  return left->count < right->count ? 1 : left->count > right->count ? -1 : 0;
}

static void
gather_reasons (SsmLayout *layout)
{
  double all = 0;

  for (guint i = 0; i < ssm_part_n_children (layout->map, SSM_LIST_REASONS); i++)
    {
      SsmReason reason = { ssm_part_child (layout->map, SSM_LIST_REASONS, i), NULL, NULL, 0 };

      reason.text = ssm_layout_part_text (layout, reason.part, SSM_REASON_TEXT,
                                          SSM_ROLE_REASON);
      reason.count = MAX (0, count_lost (layout, ssm_part_id (reason.part)));
      all += reason.count;
      g_array_append_val (layout->reasons, reason);
    }
  if (all <= 0)
    return;
  for (guint i = 0; i < layout->reasons->len; i++)
    {
      SsmReason *reason = &g_array_index (layout->reasons, SsmReason, i);

      reason->share = format_percent (layout, reason->count / all, SSM_ROLE_REASON);
    }
  g_array_sort (layout->reasons, compare_reasons);
}

static GDateTime *
parse_day (const char *date)
{
  g_autofree char *midnight = g_strconcat (date, "T00:00:00Z", NULL);

  return g_date_time_new_from_iso8601 (midnight, NULL);
}

/* Days over which was measured, or 0. */
static guint
measured_days (const SsmMap *map)
{
  const SsmPart *measured = ssm_part_only (map, SSM_LIST_MEASURED);
  g_autoptr (GDateTime) from = parse_day (ssm_part_text (measured, SSM_MEASURED_FROM));
  g_autoptr (GDateTime) to = parse_day (ssm_part_text (measured, SSM_MEASURED_AS_OF));
  GTimeSpan span;

  if (from == NULL || to == NULL)
    return 0;
  span = g_date_time_difference (to, from);
  return span > 0 ? span / G_TIME_SPAN_DAY : 0;
}

void
ssm_layout_gather_measures (SsmLayout *layout)
{
  layout->days = measured_days (layout->map);
  gather_measures (layout);
  gather_reasons (layout);
}
