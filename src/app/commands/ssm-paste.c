/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-paste.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-commands-private.h"
#include "ssm-fragment.h"
#include "ssm-map-edit.h"
#include "ssm-namesakes.h"
#include "ssm-read.h"
#include "ssm-resources.h"
#include "ssm-xml-read.h"

#define MAX_CHARACTERS 10000

void
ssm_pasted_free (SsmPasted *pasted)
{
  if (pasted == NULL)
    return;

  g_clear_pointer (&pasted->fragment, ssm_part_unref);
  g_free (pasted->text);
  g_free (pasted);
}

gboolean
ssm_pasted_shorten (SsmPasted *pasted)
{
  if (g_utf8_strlen (pasted->text, -1) <= MAX_CHARACTERS)
    return pasted->cut;
  *g_utf8_offset_to_pointer (pasted->text, MAX_CHARACTERS) = '\0';
  return TRUE;
}

static void
append_criteria (GString *out, const SsmPart *stage, SsmList list)
{
  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    g_string_append_printf (out, "%s\n",
                            ssm_part_text (ssm_part_child (stage, list, i),
                                           SSM_CRITERION_TEXT));
}

/* (transfer full): what a fragment says where only words can be. */
static char *
fragment_text (const SsmMap *fragment)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ssm_map_n_stages (fragment); i++)
    {
      const SsmPart *stage = ssm_map_stage (fragment, i);
      const char *name = ssm_part_text (stage, SSM_STAGE_NAME);

      if (*name != '\0')
        g_string_append_printf (out, "%s\n", name);
      append_criteria (out, stage, SSM_LIST_ENTRY);
      append_criteria (out, stage, SSM_LIST_EXIT);
    }
  return g_string_free (out, FALSE);
}

SsmPasted *
ssm_pasted_new_map (GBytes *bytes)
{
  g_autoptr (SsmMap) map = ssm_xml_read (bytes, "clipboard", NULL, NULL);
  SsmPasted *pasted;

  if (map == NULL)
    return NULL;

  pasted = g_new0 (SsmPasted, 1);
  pasted->text = fragment_text (map);
  pasted->fragment = g_steal_pointer (&map);
  return pasted;
}

static gboolean
may_be_map (const char *text)
{
  return g_str_has_prefix (text, "<?xml") || g_str_has_prefix (text, "<map");
}

SsmPasted *
ssm_pasted_new_text (const char *text, gsize length)
{
  SsmPasted *pasted = NULL;

  if (may_be_map (text))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, length);

      pasted = ssm_pasted_new_map (bytes);
    }
  if (pasted == NULL)
    {
      pasted = g_new0 (SsmPasted, 1);
      pasted->text = ssm_read_clean (text, length, &pasted->cut);
    }
  return pasted;
}

SsmPasted *
ssm_pasted_new_html (const char *html, gsize length)
{
  gboolean cut;
  g_autofree char *clean = ssm_read_clean (html, length, &cut);
  g_autofree char *small = g_ascii_strdown (clean, -1);
  SsmPasted *pasted;

  if (strstr (small, "<table") == NULL && strstr (small, "<li") == NULL)
    return NULL;

  pasted = g_new0 (SsmPasted, 1);
  pasted->text = ssm_html_to_plain (clean);
  pasted->cut = cut;
  return pasted;
}

typedef enum
{
  TARGET_PAGE,
  TARGET_STAGE,
  TARGET_NAME, /* of a stage */
  TARGET_CELL,
  TARGET_TEXT
} TargetKind;

typedef struct
{
  TargetKind kind;
  const char *stage; /* id, or NULL */
  guint stage_index; /* where a stage would go: behind it, else at the end */
  SsmList list;
  guint index;       /* of a criterion to come */
} Target;

static TargetKind
kind_of_target (SsmMap *map, const SsmPlaceInMap *place, const SsmPart *part)
{
  if (part == NULL || (part == map && place->field == SSM_FIELD_NONE))
    return TARGET_PAGE;
  if (place->list != SSM_LIST_NONE || ssm_part_kind (part) == SSM_KIND_CRITERION)
    return TARGET_CELL;
  if (place->field == SSM_STAGE_NAME)
    return TARGET_NAME;
  if (place->field != SSM_FIELD_NONE)
    return TARGET_TEXT;
  return ssm_part_kind (part) == SSM_KIND_STAGE ? TARGET_STAGE : TARGET_PAGE;
}

static Target
find_target (SsmMap *map, const SsmPlaceInMap *place)
{
  const char *id = place->id != NULL ? place->id : "";
  const SsmPart *part = ssm_map_find (map, id);
  Target target = { kind_of_target (map, place, part), NULL, ssm_map_n_stages (map),
                    place->list, 0 };
  const SsmPart *stage = part != NULL && part != map
                           ? ssm_map_stage_of (map, id, &target.stage_index) : NULL;
  SsmPosition position;

  if (stage == NULL)
    return target;

  target.stage = ssm_part_id (stage);
  target.stage_index++;
  if (target.kind != TARGET_CELL)
    return target;
  if (part == stage)
    target.index = ssm_part_n_children (stage, target.list);
  else if (ssm_map_locate (map, id, &position))
    {
      target.list = position.list;
      target.index = position.index + 1;
    }
  return target;
}

static SsmCommand *
unchanged (SsmMap *map, const SsmPlaceInMap *place)
{
  return ssm_command_new (ssm_part_ref (map), "", place->id, place->field, place->list);
}

static SsmCommand *
paste_criteria (SsmMap *map, const SsmPlaceInMap *place, const Target *target,
                const SsmMap *fragment)
{
  g_autofree char *last = NULL;
  SsmList list = target->kind == TARGET_CELL ? target->list : SSM_LIST_NONE;
  SsmMap *changed
    = ssm_map_with_criteria (map, target->stage, list, target->index, fragment, &last);

  if (changed == map)
    return ssm_command_new (changed, "", place->id, place->field, place->list);
  return ssm_command_new (changed, _("Paste criteria"), last, SSM_CRITERION_TEXT,
                          SSM_LIST_NONE);
}

/* Takes @map: a map without a title gets that of the map whose stages came into it. */
static SsmMap *
with_title (SsmMap *map, const SsmMap *fragment)
{
  static const SsmField fields[] = { SSM_MAP_TITLE, SSM_MAP_SUBTITLE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (SsmMap) before = map;
      gboolean wanted = *ssm_map_text (before, fields[i]) == '\0';

      map = wanted ? ssm_map_with_text (before, ssm_part_id (before), fields[i],
                                        ssm_map_text (fragment, fields[i]))
                   : ssm_part_ref (before);
    }
  return map;
}

/* Whose words name the stages and rows of a text, NULL terminated. */
typedef struct
{
  const SsmLanguage *list[4];
} Languages;

static Languages
languages_for (const SsmMap *map)
{
  return (Languages) { { ssm_resources_words (ssm_map_language (map)),
                         ssm_resources_words (ssm_resources_locale_language ()),
                         ssm_resources_words ("en"), NULL } };
}

/* (transfer full): what became of the stages, where that is not plain to see. */
static char *
stages_toast (guint n_filled, guint n_added, gboolean changed)
{
  g_autofree char *filled = NULL;
  g_autofree char *added = NULL;

  if (n_filled == 0)
    return NULL;
  if (!changed)
    return g_strdup (_("All of these stages are here already."));

  filled = g_strdup_printf (ngettext ("%u empty stage filled", "%u empty stages filled",
                                      n_filled), n_filled);
  if (n_added == 0)
    return g_strdup_printf ("%s.", filled);
  added = g_strdup_printf (ngettext ("%u added", "%u added", n_added), n_added);
  /* Translators: "5 empty stages filled, 2 added." */
  return g_strdup_printf (_("%s, %s."), filled, added);
}

/* @fills: as ssm_map_find_empty_namesakes () gives it, or NULL. */
static SsmCommand *
paste_stages (SsmMap *map, const SsmPlaceInMap *place, const Target *target,
              const SsmMap *fragment, const int *fills, guint n_filled)
{
  g_autofree char *first = NULL;
  guint n = ssm_map_n_stages (fragment);
  SsmMap *pasted = ssm_map_with_stages (map, target->stage_index, fragment, fills, &first);
  gboolean changed = pasted != map;
  SsmCommand *command;

  if (changed && ssm_map_n_stages (map) == 0
      && ssm_fragment_kind (fragment) == SSM_FRAGMENT_MAP)
    pasted = with_title (pasted, fragment);
  if (first == NULL)
    return ssm_command_new (pasted, "", place->id, place->field, place->list);

  command = ssm_command_new (pasted, ngettext ("Paste stage", "Paste stages", n), first,
                             SSM_FIELD_NONE, SSM_LIST_NONE);
  command->toast = stages_toast (n_filled, n - n_filled, changed);
  return command;
}

/* Stages with criteria also fill those of the same name that say nothing yet. One that says
 * nothing itself was meant to be put in: it is copied to be written in. */
static SsmCommand *
paste_copied_stages (SsmMap *map, const SsmPlaceInMap *place, const Target *target,
                     const SsmMap *fragment)
{
  Languages languages = languages_for (map);
  guint n_filled;
  g_autofree int *fills
    = ssm_map_find_empty_namesakes (map, fragment, languages.list, &n_filled);

  for (guint i = 0; i < ssm_map_n_stages (fragment); i++)
    {
      const SsmPart *stage = ssm_map_stage (fragment, i);

      if (fills[i] < 0 || ssm_part_n_children (stage, SSM_LIST_ENTRY) > 0
          || ssm_part_n_children (stage, SSM_LIST_EXIT) > 0)
        continue;
      fills[i] = -1;
      n_filled--;
    }
  return paste_stages (map, place, target, fragment, fills, n_filled);
}

/* Lines of a text that has none of its own become one; cells do not make one sentence. */
static SsmCommand *
paste_words (SsmMap *map, const SsmPlaceInMap *place, const char *text)
{
  g_auto (GStrv) items = ssm_read_items (text);
  g_autofree char *line = g_strjoinv (strchr (text, '\t') != NULL ? ", " : " ", items);
  SsmMap *changed;

  if (*line == '\0')
    return unchanged (map, place);

  changed = place->field == SSM_STAGE_OUTCOME
              ? ssm_map_with_outcome (map, place->id, line)
              : ssm_map_with_text (map, place->id, place->field, line);
  return ssm_command_new (changed, _("Paste text"), place->id, place->field, place->list);
}

/* Takes @stages; (transfer full): each stage belongs to the block that its name is usual
 * for. */
static SsmMap *
with_blocks (SsmMap *stages, const Languages *languages)
{
  g_autoptr (SsmMap) before = stages;
  SsmPart *named;

  if (before == NULL)
    return NULL;

  named = ssm_part_copy (before);
  for (guint i = 0; i < ssm_map_n_stages (before); i++)
    {
      SsmPart *stage = ssm_part_copy (ssm_map_stage (before, i));

      ssm_part_set_text (stage, SSM_STAGE_BLOCK,
                         ssm_block_named (ssm_part_text (stage, SSM_STAGE_NAME),
                                          languages->list));
      ssm_part_replace (named, SSM_LIST_STAGES, i, stage);
    }
  return ssm_part_seal (named);
}

/* One word may be a stage's name by chance. */
#define ENOUGH_NAMESAKES 2

/* (transfer full): the stages that a text is, or NULL. Where words are what is usual, it
 * takes a map without stages, or @n_filled that are named like what is read, to tell. */
static SsmMap *
stages_of (SsmMap *map, const Target *target, const char *text, const Languages *languages,
           int **fills, guint *n_filled)
{
  gboolean lines = strchr (text, '\n') != NULL;
  gboolean empty = ssm_map_n_stages (map) == 0;
  gboolean usual = target->kind != TARGET_CELL && target->kind != TARGET_TEXT;
  g_autoptr (SsmMap) stages = with_blocks (ssm_read_stages (text, languages->list), languages);

  if (stages == NULL)
    {
      usual = target->kind == TARGET_PAGE;
      empty = empty && lines;
      stages = with_blocks (ssm_read_names (text), languages);
    }
  if (stages == NULL)
    return NULL;

  *fills = ssm_map_find_empty_namesakes (map, stages, languages->list, n_filled);
  return usual || empty || *n_filled >= ENOUGH_NAMESAKES ? g_steal_pointer (&stages) : NULL;
}

static SsmCommand *
paste_text (SsmMap *map, const SsmPlaceInMap *place, const Target *target, const char *text)
{
  Languages languages = languages_for (map);
  guint n_filled = 0;
  g_autofree int *fills = NULL;
  g_autoptr (SsmMap) stages = stages_of (map, target, text, &languages, &fills, &n_filled);
  g_autoptr (SsmMap) criteria = NULL;

  if (stages != NULL)
    return paste_stages (map, place, target, stages, fills, n_filled);
  if (target->kind == TARGET_NAME || target->kind == TARGET_TEXT)
    return paste_words (map, place, text);

  criteria = target->stage != NULL ? ssm_read_criteria (text) : NULL;
  return criteria != NULL ? paste_criteria (map, place, target, criteria)
                          : unchanged (map, place);
}

SsmCommand *
ssm_command_paste (SsmMap *map, const SsmPlaceInMap *place, const SsmPasted *pasted)
{
  Target target = find_target (map, place);

  if (pasted->fragment == NULL)
    return paste_text (map, place, &target, pasted->text);
  if (ssm_fragment_kind (pasted->fragment) != SSM_FRAGMENT_CRITERIA)
    return paste_copied_stages (map, place, &target, pasted->fragment);
  if (target.kind == TARGET_TEXT || target.kind == TARGET_NAME)
    return paste_words (map, place, pasted->text);
  if (target.stage != NULL)
    return paste_criteria (map, place, &target, pasted->fragment);
  return unchanged (map, place);
}

gboolean
ssm_pasted_fills_stages (const SsmPasted *pasted, SsmMap *map)
{
  Languages languages = languages_for (map);
  Target cell = { .kind = TARGET_CELL };
  guint n_filled = 0;
  g_autofree int *fills = NULL;
  g_autoptr (SsmMap) stages = NULL;

  if (pasted->fragment != NULL || ssm_map_n_stages (map) == 0)
    return FALSE;
  stages = stages_of (map, &cell, pasted->text, &languages, &fills, &n_filled);
  return stages != NULL;
}

SsmMap *
ssm_pasted_map_new (const SsmPasted *pasted)
{
  g_autoptr (SsmMap) any = ssm_map_new ();
  g_autoptr (SsmMap) empty = ssm_map_with_text (any, ssm_part_id (any), SSM_MAP_LANGUAGE,
                                                ssm_resources_locale_language ());
  SsmPlaceInMap page = { (char *) ssm_part_id (empty), SSM_FIELD_NONE, SSM_LIST_NONE };
  g_autoptr (SsmCommand) command = ssm_command_paste (empty, &page, pasted);

  return command->map != empty ? ssm_part_ref (command->map) : NULL;
}
