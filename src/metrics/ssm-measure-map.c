/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-measure-map.h"

#include <math.h>
#include <string.h>

static void
set_day (SsmPart *part, SsmField field, guint32 day)
{
  g_autofree char *text = ssm_day_to_iso (day);

  ssm_part_set_text (part, field, text);
}

static void
set_count (SsmPart *part, SsmField field, guint count)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", count);
  ssm_part_set_text (part, field, text);
}

/* One decimal at most: an hour more or less is no news. Unset where it is not known. */
static void
set_days (SsmPart *part, SsmField field, double days)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (text, sizeof text, "%.1f", days);
  length = strlen (text);
  if (g_str_has_suffix (text, ".0"))
    text[length - 2] = '\0';
  ssm_part_set_text (part, field, days >= 0 ? text : NULL);
}

/* The part of @list whose @field is @key, unsealed; what is foreign in it is kept. It is put
 * at the end of those that are done, of which there are @n. */
static void
put (SsmPart *measured, SsmList list, SsmField field, guint n, SsmPart *part)
{
  for (guint i = n; i < ssm_part_n_children (measured, list); i++)
    if (g_str_equal (ssm_part_text (ssm_part_child (measured, list, i), field),
                     ssm_part_text (part, field)))
      {
        ssm_part_remove (measured, list, i);
        break;
      }
  ssm_part_insert (measured, list, n, part);
}

/* (transfer full): a copy of the part of @list whose @field is @key, or a new one. */
static SsmPart *
copy_or_new (const SsmPart *measured, SsmList list, SsmField field, const char *key)
{
  SsmPart *part = NULL;

  for (guint i = 0; i < ssm_part_n_children (measured, list) && part == NULL; i++)
    if (g_str_equal (ssm_part_text (ssm_part_child (measured, list, i), field), key))
      part = ssm_part_copy (ssm_part_child (measured, list, i));
  if (part == NULL)
    part = ssm_part_new (ssm_list_info (list)->child, NULL);
  ssm_part_set_text (part, field, key);
  return part;
}

static void
cut (SsmPart *measured, SsmList list, guint n)
{
  while (ssm_part_n_children (measured, list) > n)
    ssm_part_remove (measured, list, n);
}

/* Shares that mean nothing are not put on a page, where nobody could say so. */
static void
set_shares (SsmPart *at, const SsmMeasure *measure, const SsmStageFigures *figures)
{
  if (ssm_measure_knows_conversion (measure))
    {
      set_count (at, SSM_AT_ADVANCED, figures->advanced);
      set_count (at, SSM_AT_LOST, figures->lost);
    }
  else
    {
      ssm_part_set_text (at, SSM_AT_ADVANCED, NULL);
      ssm_part_set_text (at, SSM_AT_LOST, NULL);
    }
}

static void
put_stages (SsmPart *measured, const SsmMeasure *measure)
{
  guint n = 0;

  for (guint i = 0; i < measure->n_stages; i++)
    {
      const SsmStageFigures *figures = &measure->stages[i];
      const char *id = ssm_part_id (ssm_map_stage (measure->map, i));
      SsmPart *at;

      if (figures->kind == SSM_STAGE_LOST)
        continue;
      at = copy_or_new (measured, SSM_LIST_AT, SSM_AT_STAGE, id);
      set_count (at, SSM_AT_ENTERED, figures->entered);
      set_shares (at, measure, figures);
      set_count (at, SSM_AT_OPEN, figures->open);
      set_days (at, SSM_AT_MEDIAN_DAYS, figures->days.median);
      set_days (at, SSM_AT_P90_DAYS, figures->days.p90);
      put (measured, SSM_LIST_AT, SSM_AT_STAGE, n++, at);
    }
  cut (measured, SSM_LIST_AT, n);
}

static SsmPart *
new_total (const SsmPart *measured, const char *kind)
{
  return copy_or_new (measured, SSM_LIST_TOTALS, SSM_TOTAL_KIND, kind);
}

static void
put_ratio (SsmPart *measured, const char *kind, SsmRatio ratio, guint *n)
{
  SsmPart *total;

  if (ratio.denominator == 0)
    return;
  total = new_total (measured, kind);
  set_count (total, SSM_TOTAL_NUMERATOR, ratio.numerator);
  set_count (total, SSM_TOTAL_DENOMINATOR, ratio.denominator);
  put (measured, SSM_LIST_TOTALS, SSM_TOTAL_KIND, (*n)++, total);
}

static void
put_coverage (SsmPart *measured, const SsmCoverageFigures *coverage, guint *n)
{
  char text[SSM_MONEY_TEXT];
  SsmPart *total;

  if (coverage->state != SSM_COVERAGE_RATIO)
    return;
  total = new_total (measured, "coverage");
  ssm_part_set_text (total, SSM_TOTAL_NUMERATOR, ssm_money_to_text (coverage->open, text));
  ssm_part_set_text (total, SSM_TOTAL_DENOMINATOR,
                     ssm_money_to_text (coverage->remaining, text));
  put (measured, SSM_LIST_TOTALS, SSM_TOTAL_KIND, (*n)++, total);
}

static void
put_cycle (SsmPart *measured, const SsmCycleFigures *cycle, guint *n)
{
  SsmPart *total;

  if (cycle->won.median < 0)
    return;
  total = new_total (measured, "cycle-time");
  set_days (total, SSM_TOTAL_NUMERATOR, cycle->won.median);
  ssm_part_set_text (total, SSM_TOTAL_DENOMINATOR, "1");
  put (measured, SSM_LIST_TOTALS, SSM_TOTAL_KIND, (*n)++, total);
}

/* From the first stage to the sale. */
static SsmRatio
whole_conversion (const SsmMeasure *measure)
{
  for (guint i = 0; i < measure->n_stages && ssm_measure_knows_conversion (measure); i++)
    if (measure->stages[i].kind == SSM_STAGE_OPEN)
      return (SsmRatio) { measure->stages[i].won, measure->stages[i].entered };
  return (SsmRatio) { 0, 0 };
}

static void
put_totals (SsmPart *measured, const SsmMeasure *measure)
{
  guint n = 0;

  put_ratio (measured, "win-rate", measure->win.count, &n);
  put_coverage (measured, &measure->coverage, &n);
  put_cycle (measured, &measure->cycle, &n);
  put_ratio (measured, "conversion", whole_conversion (measure), &n);
  cut (measured, SSM_LIST_TOTALS, n);
}

static void
put_reasons (SsmPart *measured, const SsmMeasure *measure)
{
  guint n = 0;

  for (guint i = 0; i < measure->n_reasons; i++)
    {
      const SsmReasonFigures *reason = &measure->reasons[i];
      SsmPart *lost;

      if (reason->id == NULL)
        continue;
      lost = copy_or_new (measured, SSM_LIST_LOST, SSM_LOST_REASON, reason->id);
      set_count (lost, SSM_LOST_COUNT, reason->count);
      put (measured, SSM_LIST_LOST, SSM_LOST_REASON, n++, lost);
    }
  cut (measured, SSM_LIST_LOST, n);
}

SsmMap *
ssm_measure_to_map (const SsmMeasure *measure, const SsmMap *map, const char *source)
{
  SsmPart *old = ssm_part_only (map, SSM_LIST_MEASURED);
  g_autoptr (SsmPart) measured = old != NULL ? ssm_part_copy (old)
                                             : ssm_part_new (SSM_KIND_MEASURED, NULL);
  SsmMap *copy;

  set_day (measured, SSM_MEASURED_AS_OF, measure->as_of);
  set_day (measured, SSM_MEASURED_FROM, measure->from);
  ssm_part_set_text (measured, SSM_MEASURED_SOURCE, source);
  put_stages (measured, measure);
  put_totals (measured, measure);
  put_reasons (measured, measure);
  if (old != NULL && ssm_part_equal (old, measured))
    return ssm_part_ref (map);

  copy = ssm_part_copy (map);
  if (old != NULL)
    ssm_part_replace (copy, SSM_LIST_MEASURED, 0, g_steal_pointer (&measured));
  else
    ssm_part_insert (copy, SSM_LIST_MEASURED, 0, g_steal_pointer (&measured));
  return ssm_part_seal (copy);
}
