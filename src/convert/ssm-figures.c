/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-figures.h"

#include <math.h>
#include <string.h>

static const char * const known_kinds[] = { "win-rate", "coverage", "cycle-time",
                                            "conversion" };

/* (transfer full): at most one decimal, none where it is a nought. */
static char *
short_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (text, sizeof text, "%.1f", number);
  length = strlen (text);
  if (length > 2 && g_str_has_suffix (text, ".0"))
    text[length - 2] = '\0';
  return g_strdup (text);
}

static gboolean
is_share (const char *kind)
{
  return g_str_equal (kind, "win-rate") || g_str_equal (kind, "conversion");
}

/* (transfer full): @value with the sign of what @kind counts. */
static char *
with_unit (const char *kind, double value, const SsmLanguage *language)
{
  g_autofree char *number = short_number (is_share (kind) ? value * 100 : value);

  if (is_share (kind))
    return ssm_language_format (language, "percent", "n", number, NULL);
  if (g_str_equal (kind, "coverage"))
    return ssm_language_format (language, "times", "n", number, NULL);
  if (g_str_equal (kind, "cycle-time"))
    return ssm_language_format (language, "cycle-days", "n", number, NULL);
  return g_steal_pointer (&number);
}

/* The part of @list of what was measured whose @field names @id, or NULL. */
static const SsmPart *
find_measured (const SsmMap *map, SsmList list, SsmField field, const char *id)
{
  const SsmPart *measured = ssm_part_only (map, SSM_LIST_MEASURED);

  for (guint i = 0; measured != NULL && i < ssm_part_n_children (measured, list); i++)
    {
      const SsmPart *part = ssm_part_child (measured, list, i);

      if (g_str_equal (ssm_part_text (part, field), id))
        return part;
    }
  return NULL;
}

/* Appends "62% LABEL (92 / 148)", a plain number without the two it is made of; nothing
 * where it cannot be known. */
static void
append_ratio (GString *text, const char *kind, double numerator, double denominator,
              const char *label, const SsmLanguage *language)
{
  double share = numerator / denominator;
  g_autofree char *above = NULL;
  g_autofree char *below = NULL;
  g_autofree char *ratio = NULL;

  if (numerator < 0 || denominator <= 0)
    return;

  if (is_share (kind))
    share = rint (share * 100) / 100;
  above = short_number (numerator);
  below = short_number (denominator);
  ratio = with_unit (kind, share, language);
  g_string_append_printf (text, "%s%s%s", ratio, *label != '\0' ? " " : "", label);
  if (denominator != 1)
    g_string_append_printf (text, " (%s / %s)", above, below);
}

char *
ssm_figures_of_stage (const SsmMap *map, const SsmPart *stage, const SsmLanguage *language)
{
  const SsmPart *at = find_measured (map, SSM_LIST_AT, SSM_AT_STAGE, ssm_part_id (stage));
  gboolean expands = g_str_equal (ssm_part_text (stage, SSM_STAGE_BLOCK), "expansion");
  GString *text;

  if (at == NULL)
    return NULL;

  text = g_string_new (NULL);
  append_ratio (text, "conversion", ssm_part_number (at, SSM_AT_ADVANCED, -1),
                ssm_part_number (at, SSM_AT_ENTERED, 0),
                ssm_language_label (language, expands ? "expands" : "moves-on"), language);
  if (*ssm_part_text (at, SSM_AT_MEDIAN_DAYS) != '\0')
    {
      g_autofree char *number = short_number (ssm_part_number (at, SSM_AT_MEDIAN_DAYS, 0));
      g_autofree char *days = ssm_language_format (language, "days", "n", number, NULL);

      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "",
                              ssm_language_label (language, "median"), days);
    }
  return g_string_free (text, text->len == 0);
}

char *
ssm_figures_of_measure (const SsmMap *map, const SsmPart *measure,
                        const SsmLanguage *language)
{
  const char *kind = ssm_part_text (measure, SSM_MEASURE_KIND);
  const SsmPart *total = find_measured (map, SSM_LIST_TOTALS, SSM_TOTAL_KIND, kind);
  GString *text = g_string_new (NULL);

  if (total != NULL)
    append_ratio (text, kind, ssm_part_number (total, SSM_TOTAL_NUMERATOR, -1),
                  ssm_part_number (total, SSM_TOTAL_DENOMINATOR, 1), "", language);
  if (*ssm_part_text (measure, SSM_MEASURE_TARGET) != '\0')
    {
      double aim = ssm_part_number (measure, SSM_MEASURE_TARGET, 0);
      g_autofree char *value = with_unit (kind, aim, language);
      g_autofree char *target = ssm_language_format (language, "target", "value", value,
                                                     NULL);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", target);
    }
  return g_string_free (text, FALSE);
}

char *
ssm_figures_name (const SsmPart *measure, const SsmLanguage *language)
{
  const char *kind = ssm_part_text (measure, SSM_MEASURE_KIND);

  for (guint i = 0; i < G_N_ELEMENTS (known_kinds); i++)
    if (g_str_equal (kind, known_kinds[i]))
      return g_strdup (ssm_language_label (language, kind));
  return g_strdup (kind);
}

int
ssm_figures_count (const SsmMap *map, const SsmPart *reason)
{
  const SsmPart *lost = find_measured (map, SSM_LIST_LOST, SSM_LOST_REASON,
                                       ssm_part_id (reason));

  return lost != NULL ? (int) ssm_part_number (lost, SSM_LOST_COUNT, -1) : -1;
}
