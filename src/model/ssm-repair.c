/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-repair.h"

#include <stdlib.h>
#include <string.h>

#include "ssm-lint-private.h"
#include "ssm-map-edit.h"
#include "ssm-words.h"

/* The exercise suggests two or three: whoever has fewer can take one. */
#define ROOM_FOR_ONE 3
#define MANY_CRITERIA 4

/* A longer text is not searched: it is no criterion. */
#define LONGEST_SPLIT 2000

/* More letters than any conjunction has. */
#define LOOK_AHEAD 40

typedef struct
{
  const char *start, *end; /* of the conjunction */
} Cut;

static gboolean
is_code (const SsmFinding *finding, const char *code)
{
  return strcmp (finding->code, code) == 0;
}

/* The conjunction that stands at @place as a word of its own, or NULL. */
static const char *
conjunction_at (const char *text, const char *place, const char * const *words)
{
  g_autofree char *ahead = NULL;
  g_autofree char *folded = NULL;

  if (place == text || place[-1] == '/' || g_unichar_isspace (g_utf8_get_char (place))
      || !ssm_words_is_edge (text, place))
    return NULL;

  ahead = g_utf8_substring (place, 0, MIN (LOOK_AHEAD, g_utf8_strlen (place, -1)));
  folded = ssm_words_fold (ahead);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = ssm_words_fold (words[i]);

      if (ssm_words_skip (folded, word) != NULL)
        return words[i];
    }

  return NULL;
}

/* The conjunction next to the middle, where each half says something. */
static gboolean
find_cut (const char *text, const SsmLanguage *language, Cut *cut)
{
  const char * const *words = ssm_language_words (language, "conjunctions");
  glong length = (glong) strlen (text), nearest = length;

  *cut = (Cut) { NULL, NULL };
  if (length > LONGEST_SPLIT)
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *word = conjunction_at (text, p, words);
      const char *end;

      if (word == NULL)
        continue;
      end = g_utf8_offset_to_pointer (p, g_utf8_strlen (word, -1));
      if (ssm_is_blank (end) || labs (2 * (p - text) - length) >= nearest)
        continue;
      nearest = labs (2 * (p - text) - length);
      *cut = (Cut) { p, end };
    }

  return cut->start != NULL;
}

static gboolean
is_joint (gunichar c)
{
  return g_unichar_isspace (c) || c == ',' || c == ';' || c == 0x3001 || c == 0x060c;
}

/* (transfer full): without the blanks and commas that joined it to the other half. */
static char *
take_half (const char *start, const char *end)
{
  while (start < end && is_joint (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_joint (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, end - start);
}

/* (transfer full): beginning as criteria of this list do. */
static char *
begin_like (const char *text, const char *model)
{
  char first[7] = "";

  if (!g_unichar_isupper (g_utf8_get_char (model)))
    return g_strdup (text);

  first[g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first)] = '\0';
  return g_strconcat (first, *text != '\0' ? g_utf8_next_char (text) : "", NULL);
}

static SsmMap *
split (SsmMap *map, const char *id, const SsmLanguage *language, char **out_id)
{
  SsmPosition position;
  const char *text;
  g_autofree char *first = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *second = NULL;
  g_autoptr (SsmMap) shortened = NULL;
  Cut cut;

  if (!ssm_map_locate (map, id, &position))
    return ssm_part_ref (map);

  text = ssm_part_text (ssm_map_find (map, id), SSM_CRITERION_TEXT);
  if (!find_cut (text, language, &cut))
    return ssm_part_ref (map);

  first = take_half (text, cut.start);
  rest = take_half (cut.end, text + strlen (text));
  second = begin_like (rest, first);
  shortened = ssm_map_with_text (map, id, SSM_CRITERION_TEXT, first);
  *out_id = g_strdup (id);
  return ssm_map_with_criterion_added (shortened, ssm_part_id (position.parent),
                                       position.list, position.index + 1, second, NULL);
}

static gboolean
may_move (const SsmMap *map, const char *selected, SsmList from, guint at_least)
{
  SsmList to = from == SSM_LIST_ENTRY ? SSM_LIST_EXIT : SSM_LIST_ENTRY;
  SsmPosition position;

  return ssm_map_locate (map, selected, &position) && position.list == from
         && ssm_stage_n_written (position.parent, from) >= at_least
         && ssm_stage_n_written (position.parent, to) < ROOM_FOR_ONE;
}

static gboolean
is_in_stage (const SsmMap *map, const char *selected, const char *stage)
{
  const SsmPart *found = ssm_map_stage_of (map, selected, NULL);

  return found != NULL && g_strcmp0 (ssm_part_id (found), stage) == 0;
}

static SsmRepair
find_move (const SsmMap *map, const SsmFinding *finding, const char *selected)
{
  gboolean many = is_code (finding, "too-many");

  if (!is_in_stage (map, selected, finding->stage))
    return SSM_REPAIR_NONE;
  if ((many && may_move (map, selected, SSM_LIST_EXIT, MANY_CRITERIA))
      || (is_code (finding, "missing-entry") && may_move (map, selected, SSM_LIST_EXIT, 2)))
    return SSM_REPAIR_MOVE_TO_ENTRY;
  if ((many && may_move (map, selected, SSM_LIST_ENTRY, MANY_CRITERIA))
      || (is_code (finding, "missing-exit") && may_move (map, selected, SSM_LIST_ENTRY, 2)))
    return SSM_REPAIR_MOVE_TO_EXIT;
  return SSM_REPAIR_NONE;
}

SsmRepair
ssm_repair_find (const SsmMap *map, const SsmFinding *finding, const char *selected,
                 const SsmLanguage *language)
{
  const SsmPart *item = finding->item != NULL ? ssm_map_find (map, finding->item) : NULL;
  Cut cut;

  if (is_code (finding, "duplicate"))
    return item != NULL ? SSM_REPAIR_REMOVE_DOUBLE : SSM_REPAIR_NONE;
  if (is_code (finding, "lost-stage"))
    return ssm_map_n_stages (map) > 1 ? SSM_REPAIR_LOST_PATH : SSM_REPAIR_NONE;
  if (is_code (finding, "undefined-term"))
    return SSM_REPAIR_DEFINE;
  if (is_code (finding, "two-in-one"))
    return item != NULL && find_cut (ssm_part_text (item, SSM_CRITERION_TEXT), language, &cut)
             ? SSM_REPAIR_SPLIT
             : SSM_REPAIR_NONE;
  return find_move (map, finding, selected);
}

/* To the end of the other list of its stage. */
static SsmMap *
move (SsmMap *map, const char *id, SsmList list, char **out_id)
{
  *out_id = g_strdup (id);
  return ssm_map_with_part_moved (map, id, ssm_part_id (ssm_map_stage_of (map, id, NULL)),
                                  list, G_MAXUINT);
}

static gboolean
has_lost_path (const SsmMap *map)
{
  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_LINKS); i++)
    {
      const SsmPart *link = ssm_part_child (map, SSM_LIST_LINKS, i);

      if (strcmp (ssm_part_text (link, SSM_LINK_FROM), "lost") == 0)
        return TRUE;
    }

  return FALSE;
}

/* Lost deals go back to where deals begin; the stage gives the path its words. A path that
 * the map has already stays as it is. */
static SsmMap *
make_lost_path (SsmMap *map, const char *stage, char **out_id)
{
  const char *name = ssm_part_text (ssm_map_find (map, stage), SSM_STAGE_NAME);
  g_autoptr (SsmMap) without = ssm_map_with_part_removed (map, stage);

  if (ssm_map_n_stages (without) == 0)
    return ssm_part_ref (map);
  if (has_lost_path (without))
    {
      *out_id = g_strdup (ssm_part_id (without));
      return g_steal_pointer (&without);
    }
  return ssm_map_with_link_added (without, "lost", ssm_part_id (ssm_map_stage (without, 0)),
                                  name, out_id);
}

SsmMap *
ssm_map_repaired (SsmMap *map, const SsmFinding *finding, const char *selected,
                  const SsmLanguage *language, char **out_id)
{
  *out_id = NULL;
  switch (ssm_repair_find (map, finding, selected, language))
    {
    case SSM_REPAIR_SPLIT:
      return split (map, finding->item, language, out_id);
    case SSM_REPAIR_DEFINE:
      return ssm_map_with_definition_added (map, G_MAXUINT, finding->term, out_id);
    case SSM_REPAIR_MOVE_TO_ENTRY:
      return move (map, selected, SSM_LIST_ENTRY, out_id);
    case SSM_REPAIR_MOVE_TO_EXIT:
      return move (map, selected, SSM_LIST_EXIT, out_id);
    case SSM_REPAIR_LOST_PATH:
      return make_lost_path (map, finding->stage, out_id);
    case SSM_REPAIR_REMOVE_DOUBLE:
      *out_id = g_strdup (finding->stage);
      return ssm_map_with_part_removed (map, finding->item);
    case SSM_REPAIR_NONE:
    default:
      return ssm_part_ref (map);
    }
}
