/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to show: every text of the map that reaches the page, shaped and in
 * order, before anything has a place. */

#include "ssm-map-layout.h"

#include <math.h>

#include "ssm-resources.h"

double
ssm_layout_size (const SsmLayout *layout, SsmRole role)
{
  const SsmType *type = ssm_theme_type (role);
  double drawn = type->points * layout->factor;
  double size = type->points / SSM_BODY_NOMINAL * layout->body;

  if (!type->follows)
    return MAX (drawn, type->floor);
  if (size > drawn && !type->grows)
    size = drawn;
  return MAX (size, MIN (layout->body, type->floor));
}

SsmText *
ssm_layout_text (const SsmLayout *layout, const char *string, SsmRole role)
{
  return ssm_text_get (string, ssm_theme_type (role)->face, layout->language, layout->rtl);
}

static SsmField
language_field (SsmKind kind)
{
  switch (kind)
    {
    case SSM_KIND_STAGE:
      return SSM_STAGE_LANGUAGE;
    case SSM_KIND_CRITERION:
      return SSM_CRITERION_LANGUAGE;
    case SSM_KIND_LINK:
      return SSM_LINK_LANGUAGE;
    case SSM_KIND_DEFINITION:
      return SSM_DEFINITION_LANGUAGE;
    case SSM_KIND_REASON:
      return SSM_REASON_LANGUAGE;
    default:
      return SSM_FIELD_NONE;
    }
}

SsmText *
ssm_layout_part_text (const SsmLayout *layout, const SsmPart *part, SsmField field,
                      SsmRole role)
{
  SsmField own = language_field (ssm_part_kind (part));
  const char *language = own != SSM_FIELD_NONE ? ssm_part_text (part, own) : "";

  return ssm_text_get (ssm_part_text (part, field), ssm_theme_type (role)->face,
                       *language != '\0' ? language : layout->language, layout->rtl);
}

SsmText *
ssm_layout_word (const SsmLayout *layout, const char *key, SsmRole role)
{
  return ssm_layout_text (layout, ssm_language_label (layout->words, key), role);
}

double
ssm_layout_height (const SsmText *text, double size, double width)
{
  return ssm_text_count_lines (text, width / size)
         * ssm_text_pitch (text, SSM_SPACING) * size;
}

/* Figures without letters read from left to right on every page. */
static SsmText *
format_figure (const SsmLayout *layout, const char *key, const char *number, SsmRole role)
{
  g_autofree char *string = ssm_language_format (layout->words, key, "n", number, NULL);

  return ssm_text_get (string, ssm_theme_type (role)->face, layout->language, FALSE);
}

static SsmText *
format_text (const SsmLayout *layout, const char *key, const char *name, const char *value,
             SsmRole role)
{
  g_autofree char *string = ssm_language_format (layout->words, key, name, value, NULL);

  return ssm_layout_text (layout, string, role);
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

static void
gather_figures (SsmLayout *layout, SsmStage *stage)
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

static void
gather_list (SsmLayout *layout, SsmStage *stage, guint row)
{
  SsmList list = row == 0 ? SSM_LIST_ENTRY : SSM_LIST_EXIT;
  guint n = ssm_part_n_children (stage->part, list);

  if (layout->options->handout)
    n = 0;
  stage->n_items[row] = n;
  stage->items[row] = g_new (SsmText *, n);
  for (guint i = 0; i < n; i++)
    stage->items[row][i] = ssm_layout_part_text (layout,
                                                 ssm_part_child (stage->part, list, i),
                                                 SSM_CRITERION_TEXT, SSM_ROLE_CRITERION);
}

static void
gather_stage (SsmLayout *layout, SsmStage *stage, guint index)
{
  g_autofree char *number = g_strdup_printf ("%u ", index + 1); /* apart from the name */

  stage->part = ssm_map_stage (layout->map, index);
  stage->index = index;
  stage->colour = ssm_theme_stage (layout->options->theme,
                                   ssm_map_stage_colour (layout->map, index));
  stage->number = ssm_layout_text (layout, number, SSM_ROLE_NUMBER);
  stage->name = ssm_layout_part_text (layout, stage->part, SSM_STAGE_NAME, SSM_ROLE_NAME);
  stage->does = ssm_layout_part_text (layout, stage->part, SSM_STAGE_DOES, SSM_ROLE_DOES);
  gather_list (layout, stage, 0);
  gather_list (layout, stage, 1);
  stage->definition = ssm_map_outcome (layout->map, stage->part);
  if (stage->definition != NULL && !layout->options->handout)
    stage->outcome = ssm_layout_part_text (layout, stage->definition, SSM_DEFINITION_TERM,
                                           SSM_ROLE_OUTCOME);
  else
    stage->outcome = ssm_layout_text (layout, "", SSM_ROLE_OUTCOME);
  if (!layout->options->handout)
    gather_figures (layout, stage);
}

static gboolean
is_outside (const char *place)
{
  return g_str_equal (place, "lost") || g_str_equal (place, "nurture");
}

static int
find_stage (const SsmLayout *layout, const char *id)
{
  for (guint i = 0; i < layout->n_stages; i++)
    if (g_str_equal (ssm_part_id (layout->stages[i].part), id))
      return i;
  return -1;
}

static gboolean
is_drawn_already (const SsmLayout *layout, const SsmPath *path)
{
  for (guint i = 0; i < layout->paths->len; i++)
    {
      const SsmPath *other = &g_array_index (layout->paths, SsmPath, i);

      if (other->from == path->from && other->to == path->to && other->text == path->text &&
          other->dashed == path->dashed)
        return TRUE;
    }
  return FALSE;
}

/* Links that lead to or from nothing are not drawn, and those alike once. */
static void
gather_links (SsmLayout *layout)
{
  for (guint i = 0; i < ssm_part_n_children (layout->map, SSM_LIST_LINKS); i++)
    {
      SsmPart *part = ssm_part_child (layout->map, SSM_LIST_LINKS, i);
      const char *from = ssm_part_text (part, SSM_LINK_FROM);
      const char *to = ssm_part_text (part, SSM_LINK_TO);
      SsmPath path = { .part = part };

      path.from = find_stage (layout, from);
      path.to = find_stage (layout, to);
      if ((path.from < 0 && !is_outside (from)) || (path.to < 0 && !is_outside (to)) ||
          (path.from < 0 && path.to < 0))
        continue;
      path.dashed = path.from < 0 || path.to < 0;
      path.text = ssm_layout_part_text (layout, part, SSM_LINK_TEXT, SSM_ROLE_LINK);
      if (!is_drawn_already (layout, &path))
        g_array_append_val (layout->paths, path);
    }
}

static int
stage_that_leaves_with (const SsmLayout *layout, const SsmPart *definition)
{
  for (guint i = 0; i < layout->n_stages; i++)
    if (layout->stages[i].definition == definition)
      return i;
  return -1;
}

/* A name set into a sentence of the other direction keeps to itself. */
static char *
isolate (const SsmLayout *layout, const SsmText *name)
{
  if (ssm_text_runs_left (name) == layout->rtl)
    return g_strdup (ssm_text_string (name));
  return g_strconcat ("\u2068", ssm_text_string (name), "\u2069", NULL);
}

static void
gather_definitions (SsmLayout *layout)
{
  for (guint i = 0; i < ssm_part_n_children (layout->map, SSM_LIST_DEFINITIONS); i++)
    {
      SsmPart *part = ssm_part_child (layout->map, SSM_LIST_DEFINITIONS, i);
      SsmDefinition shown = { .part = part };

      if (!ssm_part_flag (part, SSM_DEFINITION_ON_PAGE))
        continue;
      shown.term = ssm_layout_part_text (layout, part, SSM_DEFINITION_TERM, SSM_ROLE_TERM);
      shown.text = ssm_layout_part_text (layout, part, SSM_DEFINITION_TEXT,
                                         SSM_ROLE_DEFINITION);
      shown.stage = stage_that_leaves_with (layout, part);
      if (shown.stage >= 0)
        {
          g_autofree char *name = isolate (layout, layout->stages[shown.stage].name);

          shown.note = format_text (layout, "leaves", "stage", name, SSM_ROLE_NOTE);
        }
      g_array_append_val (layout->definitions, shown);
    }
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
      g_autofree char *isolated = isolate (layout, value);

      return format_text (layout, "target", "value", isolated, SSM_ROLE_NOTE);
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

SsmLayout *
ssm_layout_new (const SsmMap *map, const SsmPageOptions *options)
{
  SsmLayout *layout = g_new0 (SsmLayout, 1);

  layout->map = map;
  layout->options = options;
  layout->language = ssm_map_language (map);
  layout->words = ssm_resources_words (layout->language);
  layout->rtl = ssm_language_is_rtl (layout->words);
  layout->n_stages = ssm_map_n_stages (map);
  layout->stages = g_new0 (SsmStage, layout->n_stages);
  layout->paths = g_array_new (FALSE, FALSE, sizeof (SsmPath));
  layout->definitions = g_array_new (FALSE, FALSE, sizeof (SsmDefinition));
  layout->figures = g_array_new (FALSE, FALSE, sizeof (SsmSystemFigure));
  layout->reasons = g_array_new (FALSE, FALSE, sizeof (SsmReason));
  layout->bands = g_array_new (FALSE, TRUE, sizeof (SsmBand));
  layout->days = measured_days (map);
  for (guint i = 0; i < layout->n_stages; i++)
    gather_stage (layout, &layout->stages[i], i);
  if (options->handout)
    return layout;
  gather_links (layout);
  gather_definitions (layout);
  gather_measures (layout);
  gather_reasons (layout);
  return layout;
}

void
ssm_layout_free (SsmLayout *layout)
{
  for (guint i = 0; i < layout->n_stages; i++)
    for (guint row = 0; row < 2; row++)
      g_free (layout->stages[i].items[row]);
  g_free (layout->stages);
  g_array_unref (layout->paths);
  g_array_unref (layout->definitions);
  g_array_unref (layout->figures);
  g_array_unref (layout->reasons);
  g_array_unref (layout->bands);
  g_free (layout);
}
