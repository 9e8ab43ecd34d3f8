/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to show: every text of the map that reaches the page, shaped and in
 * order, before anything has a place. */

#include "ssm-map-layout.h"

#include "ssm-resources.h"

double
ssm_layout_size (const SsmLayout *layout, SsmRole role)
{
  const SsmType *type = ssm_theme_type (role);
  double drawn = type->points * layout->factor;
  double size = type->points / SSM_BODY_NOMINAL * layout->body;

  if (type->small && layout->factor > 1)
    drawn = type->points * CLAMP (layout->body / SSM_BODY_NOMINAL, 1, layout->factor);
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

SsmText *
ssm_layout_format (const SsmLayout *layout, const char *key, const char *name,
                   const char *value, SsmRole role)
{
  g_autofree char *string = ssm_language_format (layout->words, key, name, value, NULL);

  return ssm_layout_text (layout, string, role);
}

char *
ssm_layout_isolate (const SsmLayout *layout, const SsmText *name)
{
  if (ssm_text_runs_left (name) == layout->rtl)
    return g_strdup (ssm_text_string (name));
  return g_strconcat ("\u2068", ssm_text_string (name), "\u2069", NULL);
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

/* What a worksheet asks of a stage: what its block is about, else what is done there. */
static SsmText *
find_question (const SsmLayout *layout, const SsmStage *stage)
{
  const char *block = ssm_part_text (stage->part, SSM_STAGE_BLOCK);

  for (guint i = 0; ssm_blocks[i] != NULL; i++)
    if (g_str_equal (ssm_blocks[i], block))
      {
        g_autofree char *key = g_strconcat ("handout-", block, NULL);

        return ssm_layout_word (layout, key, SSM_ROLE_LINK);
      }
  if (!ssm_text_is_empty (stage->does))
    return NULL;
  return ssm_layout_word (layout, "prompt-does", SSM_ROLE_LINK);
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
  if (layout->options->handout)
    stage->question = find_question (layout, stage);
  gather_list (layout, stage, 0);
  gather_list (layout, stage, 1);
  stage->definition = ssm_map_outcome (layout->map, stage->part);
  if (stage->definition != NULL && !layout->options->handout)
    stage->outcome = ssm_layout_part_text (layout, stage->definition, SSM_DEFINITION_TERM,
                                           SSM_ROLE_OUTCOME);
  else
    stage->outcome = ssm_layout_text (layout, "", SSM_ROLE_OUTCOME);
  if (!layout->options->handout)
    ssm_layout_gather_figures (layout, stage);
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

/* Where a path ends outside is written at its arrow. Where one begins there, its words tell
 * from what, if it has any. */
static SsmText *
name_place (SsmLayout *layout, const SsmPath *path)
{
  if (path->to < 0)
    return ssm_layout_word (layout, "nurture", SSM_ROLE_LINK);
  if (path->from < 0 && ssm_text_is_empty (path->text))
    return ssm_layout_word (layout, "lost", SSM_ROLE_LINK);
  return NULL;
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
      path.words = ssm_text_is_empty (path.text) && !layout->options->handout
                     ? ssm_layout_word (layout, "prompt-link", SSM_ROLE_LINK)
                     : path.text;
      path.place = name_place (layout, &path);
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
          g_autofree char *name = ssm_layout_isolate (layout, layout->stages[shown.stage].name);

          shown.note = ssm_layout_format (layout, "leaves", "stage", name, SSM_ROLE_NOTE);
        }
      g_array_append_val (layout->definitions, shown);
    }
}

SsmLayout *
ssm_layout_new (const SsmMap *map, const SsmPageOptions *options)
{
  SsmLayout *layout = g_new0 (SsmLayout, 1);

  layout->map = map;
  layout->options = options;
  layout->language = ssm_map_language (map);
  layout->words = ssm_resources_words (layout->language);
  layout->rtl = ssm_map_is_rtl (map, layout->words);
  layout->n_stages = ssm_map_n_stages (map);
  layout->stages = g_new0 (SsmStage, layout->n_stages);
  layout->paths = g_array_new (FALSE, FALSE, sizeof (SsmPath));
  layout->definitions = g_array_new (FALSE, FALSE, sizeof (SsmDefinition));
  layout->figures = g_array_new (FALSE, FALSE, sizeof (SsmSystemFigure));
  layout->reasons = g_array_new (FALSE, FALSE, sizeof (SsmReason));
  layout->bands = g_array_new (FALSE, TRUE, sizeof (SsmBand));
  for (guint i = 0; i < layout->n_stages; i++)
    gather_stage (layout, &layout->stages[i], i);
  gather_definitions (layout);
  if (options->handout)
    return layout;
  gather_links (layout);
  ssm_layout_gather_measures (layout);
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
