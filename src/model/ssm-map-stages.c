/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One stage becomes two, and two become one. Each undoes the other: what splitting gives
 * the later stage, joining gives back. */

#include "ssm-map-edit.h"

#include "ssm-clean.h"

#include <math.h>
#include <string.h>

/* What a number of the file may be: 15 digits, and not more than 4 of a fraction here. */
#define MAX_NUMBER 999999999999999.0

/* The bytes of @name before the number at its end: 9 of "Discovery 2". */
static gsize
base_length (const char *name)
{
  gsize length = strlen (name);

  while (length > 0 && g_ascii_isdigit (name[length - 1]))
    length--;
  return length > 1 && name[length] != '\0' && name[length - 1] == ' ' ? length - 1
                                                                        : strlen (name);
}

static gboolean
has_stage_named (const SsmMap *map, const char *name)
{
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      if (strcmp (ssm_part_text (ssm_map_stage (map, i), SSM_STAGE_NAME), name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* (transfer full): "Discovery 2" for "Discovery"; "" for a stage without a name. */
static char *
next_name (const SsmMap *map, const char *name)
{
  int length = (int) base_length (name);
  char *next = g_strdup ("");

  for (guint i = 2; length > 0 && (i == 2 || has_stage_named (map, next)); i++)
    {
      g_free (next);
      next = g_strdup_printf ("%.*s %u", length, name, i);
    }

  return next;
}

static void
take_text (SsmPart *from, SsmPart *to, SsmField field)
{
  ssm_part_set_text (to, field, ssm_part_text (from, field));
  ssm_part_set_text (from, field, NULL);
}

/* Moves the parts of @from_list from @first on to the end of @to_list. */
static void
take_parts (SsmPart *from, SsmList from_list, guint first, SsmPart *to, SsmList to_list)
{
  while (ssm_part_n_children (from, from_list) > first)
    {
      g_autoptr (SsmPart) part = ssm_part_ref (ssm_part_child (from, from_list, first));

      ssm_part_remove (from, from_list, first);
      ssm_part_insert (to, to_list, ssm_part_n_children (to, to_list),
                       g_steal_pointer (&part));
    }
}

/* Where @field of a part in @list names @from it shall name @to. */
static void
point_parts (SsmPart *map, SsmList list, SsmField field, const char *from, const char *to)
{
  for (guint i = 0; i < ssm_part_n_children (map, list); i++)
    {
      SsmPart *part = ssm_part_child (map, list, i), *pointed;

      if (strcmp (ssm_part_text (part, field), from) != 0)
        continue;
      pointed = ssm_part_copy (part);
      ssm_part_set_text (pointed, field, to);
      ssm_part_replace (map, list, i, pointed);
    }
}

static void
split_stage (SsmPart *first, SsmPart *second, SsmList list, guint index)
{
  if (list == SSM_LIST_ENTRY)
    {
      take_parts (first, SSM_LIST_ENTRY, index, second, SSM_LIST_ENTRY);
      index = 0;
    }
  take_parts (first, SSM_LIST_EXIT, index, second, SSM_LIST_EXIT);
  take_text (first, second, SSM_STAGE_OUTCOME);
  ssm_part_set_text (second, SSM_STAGE_OWNER, ssm_part_text (first, SSM_STAGE_OWNER));
  ssm_part_set_text (second, SSM_STAGE_LANGUAGE, ssm_part_text (first, SSM_STAGE_LANGUAGE));
}

SsmMap *
ssm_map_with_stage_split (SsmMap *map, const char *stage, SsmList list, guint index,
                          char **out_id)
{
  SsmPart *whole = ssm_map_find (map, stage);
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) added = NULL;
  SsmPart *split, *first, *second;
  guint position;

  if (out_id != NULL)
    *out_id = NULL;
  if (whole == NULL || ssm_part_kind (whole) != SSM_KIND_STAGE)
    return ssm_part_ref (map);

  name = next_name (map, ssm_part_text (whole, SSM_STAGE_NAME));
  ssm_map_stage_of (map, stage, &position);
  added = ssm_map_with_stage_added (map, position + 1, name, &id);
  if (id == NULL)
    return g_steal_pointer (&added);

  split = ssm_part_copy (added);
  first = ssm_part_copy (ssm_map_stage (added, position));
  second = ssm_part_copy (ssm_map_stage (added, position + 1));
  split_stage (first, second, list, index);
  ssm_part_replace (split, SSM_LIST_STAGES, position, first);
  ssm_part_replace (split, SSM_LIST_STAGES, position + 1, second);
  point_parts (split, SSM_LIST_LINKS, SSM_LINK_FROM, stage, id);
  if (out_id != NULL)
    *out_id = g_steal_pointer (&id);
  return ssm_part_seal (split);
}

/* Both texts in one, where they say different things. */
static void
join_text (SsmPart *kept, const SsmPart *gone, SsmField field, const char *between)
{
  const char *first = ssm_part_text (kept, field), *second = ssm_part_text (gone, field);
  g_autofree char *both = NULL;
  g_autofree char *clean = NULL;

  if (*second == '\0' || strcmp (first, second) == 0)
    return;

  both = *first == '\0' ? g_strdup (second) : g_strconcat (first, between, second, NULL);
  clean = ssm_clean_text (both, FALSE);
  ssm_part_set_text (kept, field, clean);
}

static void
join_names (SsmPart *kept, const SsmPart *gone)
{
  const char *first = ssm_part_text (kept, SSM_STAGE_NAME);
  const char *second = ssm_part_text (gone, SSM_STAGE_NAME);
  gsize length = base_length (first);

  if (length != base_length (second) || strncmp (first, second, length) != 0)
    join_text (kept, gone, SSM_STAGE_NAME, " / ");
}

static void
set_number (SsmPart *part, SsmField field, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.4f", CLAMP (number, -MAX_NUMBER, MAX_NUMBER));
  for (char *end = text + strlen (text) - 1; *end == '0' || *end == '.'; end--)
    {
      gboolean last = *end == '.';

      *end = '\0';
      if (last)
        break;
    }
  ssm_part_set_text (part, field, text);
}

/* The sum of both, or for shares the product; one alone counts as it stands. */
static void
join_number (SsmPart *kept, const SsmPart *gone, SsmField field, gboolean is_share)
{
  double a = ssm_part_number (kept, field, NAN), b = ssm_part_number (gone, field, NAN);

  if (isnan (b))
    return;
  if (isnan (a))
    ssm_part_set_text (kept, field, ssm_part_text (gone, field));
  else
    set_number (kept, field, is_share ? a * b : a + b);
}

/* The second's words win, as what is true at the end; else the first's stay. */
static void
prefer_text (SsmPart *kept, const SsmPart *other, SsmField field)
{
  if (*ssm_part_text (other, field) != '\0')
    ssm_part_set_text (kept, field, ssm_part_text (other, field));
}

/* A criterion said nothing of its language where it was its stage's. */
static void
tell_language (SsmPart *stage, SsmList list, const char *language)
{
  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    {
      SsmPart *criterion = ssm_part_child (stage, list, i), *told;

      if (*ssm_part_text (criterion, SSM_CRITERION_LANGUAGE) != '\0')
        continue;
      told = ssm_part_copy (criterion);
      ssm_part_set_text (told, SSM_CRITERION_LANGUAGE, language);
      ssm_part_replace (stage, list, i, told);
    }
}

static void
join_criteria (const SsmMap *map, SsmPart *kept, SsmPart *gone)
{
  const char *language = ssm_part_text (gone, SSM_STAGE_LANGUAGE);
  gboolean leaves = ssm_part_n_children (kept, SSM_LIST_EXIT) > 0;

  if (strcmp (language, ssm_part_text (kept, SSM_STAGE_LANGUAGE)) != 0)
    {
      if (*language == '\0')
        language = ssm_map_language (map);
      tell_language (gone, SSM_LIST_ENTRY, language);
      tell_language (gone, SSM_LIST_EXIT, language);
    }

  take_parts (gone, SSM_LIST_ENTRY, 0, kept, leaves ? SSM_LIST_EXIT : SSM_LIST_ENTRY);
  take_parts (gone, SSM_LIST_EXIT, 0, kept, SSM_LIST_EXIT);
}

/* Elements and comments go to the end of the stage. Attributes could stand there twice:
 * they are taken only where the first stage has nothing of the kind. */
static void
join_foreign (SsmPart *kept, const SsmPart *gone)
{
  gboolean bare = ssm_part_n_foreign (kept) == 0;

  for (guint i = 0; i < ssm_part_n_foreign (gone); i++)
    {
      const SsmForeign *foreign = ssm_part_foreign (gone, i);

      if (foreign->place == SSM_PLACE_ATTRIBUTES && bare)
        ssm_part_add_foreign (kept, foreign->place, foreign->item, 0, foreign->xml);
    }
  for (guint i = 0; i < ssm_part_n_foreign (gone); i++)
    {
      const SsmForeign *foreign = ssm_part_foreign (gone, i);

      if (foreign->place != SSM_PLACE_ATTRIBUTES
          && foreign->place != SSM_PLACE_FIELD_ATTRIBUTES
          && foreign->place != SSM_PLACE_LIST_ATTRIBUTES)
        ssm_part_add_foreign (kept, SSM_PLACE_END, -1, 0, foreign->xml);
    }
}

static int
find_figures (const SsmPart *measured, const char *stage)
{
  for (guint i = 0; i < ssm_part_n_children (measured, SSM_LIST_AT); i++)
    {
      if (strcmp (ssm_part_text (ssm_part_child (measured, SSM_LIST_AT, i), SSM_AT_STAGE),
                  stage)
          == 0)
        return (int) i;
    }

  return -1;
}

/* (transfer full): whoever entered the first entered, whoever left the second moved on.
 * The days of both together cannot be known from those of each. */
static SsmPart *
join_at (const SsmPart *first, const SsmPart *second)
{
  SsmPart *joined = ssm_part_copy (first);

  ssm_part_set_text (joined, SSM_AT_ADVANCED, ssm_part_text (second, SSM_AT_ADVANCED));
  join_number (joined, second, SSM_AT_LOST, FALSE);
  join_number (joined, second, SSM_AT_OPEN, FALSE);
  ssm_part_set_text (joined, SSM_AT_MEDIAN_DAYS, NULL);
  ssm_part_set_text (joined, SSM_AT_P90_DAYS, NULL);
  join_foreign (joined, second);
  return joined;
}

static void
join_figures (SsmPart *map, const char *kept, const char *gone)
{
  SsmPart *only = ssm_part_only (map, SSM_LIST_MEASURED), *measured, *joined;
  int first = only != NULL ? find_figures (only, kept) : -1;
  int second = only != NULL ? find_figures (only, gone) : -1;

  if (second < 0)
    return;

  measured = ssm_part_copy (only);
  if (first >= 0)
    {
      joined = join_at (ssm_part_child (measured, SSM_LIST_AT, (guint) first),
                        ssm_part_child (measured, SSM_LIST_AT, (guint) second));
      ssm_part_replace (measured, SSM_LIST_AT, (guint) first, joined);
      ssm_part_remove (measured, SSM_LIST_AT, (guint) second);
    }
  else
    {
      joined = ssm_part_copy (ssm_part_child (measured, SSM_LIST_AT, (guint) second));
      ssm_part_set_text (joined, SSM_AT_STAGE, kept);
      ssm_part_replace (measured, SSM_LIST_AT, (guint) second, joined);
    }
  ssm_part_replace (map, SSM_LIST_MEASURED, 0, measured);
}

static void
join_stages (const SsmMap *map, SsmPart *kept, SsmPart *gone)
{
  join_names (kept, gone);
  join_text (kept, gone, SSM_STAGE_DOES, "\n");
  join_text (kept, gone, SSM_STAGE_OWNER, " / ");
  join_number (kept, gone, SSM_STAGE_LIMIT_DAYS, FALSE);
  join_number (kept, gone, SSM_STAGE_GOAL, TRUE);
  prefer_text (kept, gone, SSM_STAGE_OUTCOME);
  if (*ssm_part_text (kept, SSM_STAGE_CRM) == '\0')
    prefer_text (kept, gone, SSM_STAGE_CRM);
  join_criteria (map, kept, gone);
  join_foreign (kept, gone);
}

SsmMap *
ssm_map_with_stages_joined (SsmMap *map, const char *stage)
{
  SsmPart *first = ssm_map_find (map, stage), *joined, *kept;
  g_autoptr (SsmPart) gone = NULL;
  g_autofree char *gone_id = NULL;
  guint position;

  if (first == NULL || ssm_part_kind (first) != SSM_KIND_STAGE)
    return ssm_part_ref (map);
  ssm_map_stage_of (map, stage, &position);
  if (position + 1 >= ssm_map_n_stages (map))
    return ssm_part_ref (map);

  joined = ssm_part_copy (map);
  kept = ssm_part_copy (first);
  gone = ssm_part_copy (ssm_map_stage (map, position + 1));
  gone_id = g_strdup (ssm_part_id (gone));
  join_stages (map, kept, gone);
  ssm_part_replace (joined, SSM_LIST_STAGES, position, kept);
  ssm_part_remove (joined, SSM_LIST_STAGES, position + 1);
  point_parts (joined, SSM_LIST_LINKS, SSM_LINK_FROM, gone_id, ssm_part_id (kept));
  point_parts (joined, SSM_LIST_LINKS, SSM_LINK_TO, gone_id, ssm_part_id (kept));
  point_parts (joined, SSM_LIST_IDEAS, SSM_IDEA_STAGE, gone_id, ssm_part_id (kept));
  point_parts (joined, SSM_LIST_PROPOSALS, SSM_PROPOSAL_STAGE, gone_id, ssm_part_id (kept));
  join_figures (joined, ssm_part_id (kept), gone_id);
  return ssm_part_seal (joined);
}
