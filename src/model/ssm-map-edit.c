/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All edits go through one function, rewrite (), which copies the parts on the way from
 * the map to the part it changes and shares the rest. */

#include "ssm-map-edit.h"

#include "ssm-clean.h"
#include "ssm-id.h"

#include <string.h>

/* Changes a fresh copy; FALSE if there was nothing to change. */
typedef gboolean (*EditFunc) (SsmPart *copy, gpointer data);

/* (transfer full): @part with the part @id in it changed, @part itself if it stays the
 * same, NULL if @id is not in it. */
static SsmPart *
rewrite_below (SsmPart *part, const char *id, EditFunc func, gpointer data)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (part));

  if (strcmp (ssm_part_id (part), id) == 0)
    {
      g_autoptr (SsmPart) copy = ssm_part_copy (part);
      return func (copy, data) ? g_steal_pointer (&copy) : ssm_part_ref (part);
    }

  for (SsmList list = info->first_list; list < info->first_list + (int) info->n_lists; list++)
    {
      guint n = list != SSM_LIST_VERSION_MAP ? ssm_part_n_children (part, list) : 0;

      for (guint i = 0; i < n; i++)
        {
          SsmPart *child = ssm_part_child (part, list, i);
          g_autoptr (SsmPart) changed = rewrite_below (child, id, func, data);
          SsmPart *copy;

          if (changed == NULL)
            continue;
          if (changed == child)
            return ssm_part_ref (part);

          copy = ssm_part_copy (part);
          ssm_part_replace (copy, list, i, g_steal_pointer (&changed));
          return copy;
        }
    }

  return NULL;
}

static SsmMap *
rewrite (SsmMap *map, const char *id, EditFunc func, gpointer data)
{
  SsmMap *changed = *id != '\0' ? rewrite_below (map, id, func, data) : NULL;

  return changed != NULL ? ssm_part_seal (changed) : ssm_part_ref (map);
}

typedef struct
{
  SsmField field;
  const char *text;
} TextEdit;

static gboolean
has_nothing (const SsmPart *part)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (part));

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (*ssm_part_text (part, info->first_field + (int) i) != '\0')
        return FALSE;
    }

  return ssm_part_n_foreign (part) == 0;
}

static gboolean
set_text (SsmPart *copy, const TextEdit *edit)
{
  if (strcmp (ssm_part_text (copy, edit->field), edit->text) == 0)
    return FALSE;

  ssm_part_set_text (copy, edit->field, edit->text);
  /* What somebody has worded is no example any more. */
  if (edit->field == SSM_CRITERION_TEXT)
    ssm_part_set_text (copy, SSM_CRITERION_EXAMPLE, NULL);
  return TRUE;
}

/* The text of an edition or page that may not be there yet. */
static gboolean
set_singleton_text (SsmPart *copy, SsmList list, const TextEdit *edit)
{
  SsmPart *only = ssm_part_only (copy, list);
  g_autoptr (SsmPart) child
    = only != NULL ? ssm_part_copy (only) : ssm_part_new (ssm_list_info (list)->child, NULL);

  if (!set_text (child, edit))
    return FALSE;

  if (only != NULL)
    ssm_part_remove (copy, list, 0);
  if (!has_nothing (child))
    ssm_part_insert (copy, list, 0, g_steal_pointer (&child));
  return TRUE;
}

static gboolean
edit_text (SsmPart *copy, gpointer data)
{
  const TextEdit *edit = data;
  SsmKind kind = ssm_part_kind (copy);
  SsmList singleton;

  if (ssm_field_info (edit->field)->kind == kind)
    return set_text (copy, edit);

  singleton = ssm_kind_singleton_with (kind, edit->field);
  return singleton != SSM_LIST_NONE && set_singleton_text (copy, singleton, edit);
}

SsmMap *
ssm_map_with_text (SsmMap *map, const char *id, SsmField field, const char *text)
{
  const SsmFieldInfo *info = ssm_field_info (field);
  gboolean one_line = info->form == SSM_FORM_ATTRIBUTE && info->type != SSM_TYPE_LINES;
  g_autofree char *clean = ssm_clean_text (text, one_line);
  TextEdit edit = { field, clean };

  if (info->type == SSM_TYPE_FLAG && strcmp (clean, "no") == 0)
    edit.text = "";
  return rewrite (map, id, edit_text, &edit);
}

typedef struct
{
  SsmList list;
  guint index;
  SsmPart *part; /* taken */
} Insertion;

static gboolean
insert_part (SsmPart *copy, gpointer data)
{
  Insertion *insertion = data;
  guint n;

  if (ssm_part_kind (copy) != ssm_list_info (insertion->list)->kind)
    return FALSE;

  n = ssm_part_n_children (copy, insertion->list);
  ssm_part_insert (copy, insertion->list, MIN (insertion->index, n),
                   g_steal_pointer (&insertion->part));
  return TRUE;
}

/* Takes @part. @out_id is set where the parent was found. */
static SsmMap *
with_part (SsmMap *map, const char *parent, SsmList list, guint index, SsmPart *part,
           char **out_id)
{
  Insertion insertion = { list, index, part };
  g_autofree char *id = g_strdup (ssm_part_id (part));
  SsmMap *changed = rewrite (map, parent, insert_part, &insertion);

  ssm_part_unref (insertion.part);
  if (out_id != NULL)
    *out_id = changed != map ? g_steal_pointer (&id) : NULL;
  return changed;
}

/* An id that is nowhere in the map: 40 random bits make a clash unlikely, this excludes it. */
static char *
fresh_id (const SsmMap *map, SsmKind kind)
{
  char *id = ssm_id_new (ssm_kind_info (kind)->id_prefix);

  while (ssm_map_find (map, id) != NULL)
    {
      g_free (id);
      id = ssm_id_new (ssm_kind_info (kind)->id_prefix);
    }

  return id;
}

static SsmPart *
new_part (const SsmMap *map, SsmKind kind, SsmField field, const char *text)
{
  g_autofree char *id = fresh_id (map, kind);
  g_autofree char *clean
    = ssm_clean_text (text, ssm_field_info (field)->form == SSM_FORM_ATTRIBUTE);
  SsmPart *part = ssm_part_new (kind, id);

  ssm_part_set_text (part, field, clean);
  return part;
}

static SsmMap *
not_added (SsmMap *map, char **out_id)
{
  if (out_id != NULL)
    *out_id = NULL;
  return ssm_part_ref (map);
}

SsmMap *
ssm_map_with_stage_added (SsmMap *map, guint index, const char *name, char **out_id)
{
  guint n = ssm_map_n_stages (map);
  char colour[] = { '0' + (char) ssm_map_free_colour (map, MIN (index, n)), '\0' };
  SsmPart *stage;

  if (n >= SSM_MAX_STAGES)
    return not_added (map, out_id);

  stage = new_part (map, SSM_KIND_STAGE, SSM_STAGE_NAME, name);
  /* A stage that is put in refines the block of the one before it. */
  if (n > 0)
    {
      guint before = CLAMP (index, 1, n) - 1;
      ssm_part_set_text (stage, SSM_STAGE_BLOCK,
                         ssm_part_text (ssm_map_stage (map, before), SSM_STAGE_BLOCK));
    }
  ssm_part_set_text (stage, SSM_STAGE_COLOUR, colour);

  return with_part (map, ssm_part_id (map), SSM_LIST_STAGES, index, stage, out_id);
}

SsmMap *
ssm_map_with_criterion_added (SsmMap *map, const char *stage, SsmList list, guint index,
                              const char *text, char **out_id)
{
  g_return_val_if_fail (ssm_list_info (list)->child == SSM_KIND_CRITERION, NULL);

  if (ssm_map_n_criteria (map) >= SSM_MAX_CRITERIA)
    return not_added (map, out_id);

  return with_part (map, stage, list, index,
                    new_part (map, SSM_KIND_CRITERION, SSM_CRITERION_TEXT, text), out_id);
}

SsmMap *
ssm_map_with_link_added (SsmMap *map, const char *from, const char *to, const char *text,
                         char **out_id)
{
  SsmPart *link = new_part (map, SSM_KIND_LINK, SSM_LINK_TEXT, text);

  ssm_part_set_text (link, SSM_LINK_FROM, from);
  ssm_part_set_text (link, SSM_LINK_TO, to);
  return with_part (map, ssm_part_id (map), SSM_LIST_LINKS, G_MAXUINT, link, out_id);
}

SsmMap *
ssm_map_with_definition_added (SsmMap *map, guint index, const char *term, char **out_id)
{
  return with_part (map, ssm_part_id (map), SSM_LIST_DEFINITIONS, index,
                    new_part (map, SSM_KIND_DEFINITION, SSM_DEFINITION_TERM, term), out_id);
}

SsmMap *
ssm_map_with_measure_added (SsmMap *map, const char *kind, char **out_id)
{
  return with_part (map, ssm_part_id (map), SSM_LIST_MEASURES, G_MAXUINT,
                    new_part (map, SSM_KIND_MEASURE, SSM_MEASURE_KIND, kind), out_id);
}

SsmMap *
ssm_map_with_reason_added (SsmMap *map, const char *text, char **out_id)
{
  return with_part (map, ssm_part_id (map), SSM_LIST_REASONS, G_MAXUINT,
                    new_part (map, SSM_KIND_REASON, SSM_REASON_TEXT, text), out_id);
}

typedef struct
{
  SsmList list;
  guint index;
} Removal;

static gboolean
remove_part (SsmPart *copy, gpointer data)
{
  const Removal *removal = data;

  ssm_part_remove (copy, removal->list, removal->index);
  return TRUE;
}

/* Removes the parts of @list whose @field names @id. */
static gboolean
remove_naming (SsmPart *copy, SsmList list, SsmField field, const char *id)
{
  gboolean changed = FALSE;

  for (guint i = ssm_part_n_children (copy, list); i > 0; i--)
    {
      if (strcmp (ssm_part_text (ssm_part_child (copy, list, i - 1), field), id) == 0)
        {
          ssm_part_remove (copy, list, i - 1);
          changed = TRUE;
        }
    }

  return changed;
}

static gboolean
clear_outcomes (SsmPart *copy, const char *id)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < ssm_map_n_stages (copy); i++)
    {
      SsmPart *stage = ssm_map_stage (copy, i);

      if (strcmp (ssm_part_text (stage, SSM_STAGE_OUTCOME), id) == 0)
        {
          SsmPart *without = ssm_part_copy (stage);

          ssm_part_set_text (without, SSM_STAGE_OUTCOME, NULL);
          ssm_part_replace (copy, SSM_LIST_STAGES, i, without);
          changed = TRUE;
        }
    }

  return changed;
}

static gboolean
remove_figures (SsmPart *copy, const char *id)
{
  SsmPart *measured = ssm_part_only (copy, SSM_LIST_MEASURED);
  g_autoptr (SsmPart) without = NULL;
  gboolean changed;

  if (measured == NULL)
    return FALSE;

  without = ssm_part_copy (measured);
  changed = remove_naming (without, SSM_LIST_AT, SSM_AT_STAGE, id);
  changed |= remove_naming (without, SSM_LIST_LOST, SSM_LOST_REASON, id);
  if (changed)
    ssm_part_replace (copy, SSM_LIST_MEASURED, 0, g_steal_pointer (&without));
  return changed;
}

/* An idea stays when the stage goes that was spoken of. */
static gboolean
clear_ideas (SsmPart *copy, const char *id)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < ssm_part_n_children (copy, SSM_LIST_IDEAS); i++)
    {
      SsmPart *idea = ssm_part_child (copy, SSM_LIST_IDEAS, i), *without;

      if (strcmp (ssm_part_text (idea, SSM_IDEA_STAGE), id) != 0)
        continue;
      without = ssm_part_copy (idea);
      ssm_part_set_text (without, SSM_IDEA_STAGE, NULL);
      ssm_part_replace (copy, SSM_LIST_IDEAS, i, without);
      changed = TRUE;
    }

  return changed;
}

static gboolean
remove_mentions (SsmPart *copy, gpointer data)
{
  const char *id = data;
  gboolean changed = FALSE;

  changed |= remove_naming (copy, SSM_LIST_LINKS, SSM_LINK_FROM, id);
  changed |= remove_naming (copy, SSM_LIST_LINKS, SSM_LINK_TO, id);
  changed |= remove_naming (copy, SSM_LIST_PROPOSALS, SSM_PROPOSAL_STAGE, id);
  changed |= clear_ideas (copy, id);
  changed |= clear_outcomes (copy, id);
  changed |= remove_figures (copy, id);
  return changed;
}

SsmMap *
ssm_map_with_part_removed (SsmMap *map, const char *id)
{
  g_autofree char *kept_id = g_strdup (id);
  g_autoptr (SsmMap) without = NULL;
  SsmPosition position;
  Removal removal;

  if (!ssm_map_locate (map, id, &position))
    return ssm_part_ref (map);

  removal = (Removal) { position.list, position.index };
  without = rewrite (map, ssm_part_id (position.parent), remove_part, &removal);
  return rewrite (without, ssm_part_id (without), remove_mentions, kept_id);
}

SsmMap *
ssm_map_with_part_moved (SsmMap *map, const char *id, const char *parent, SsmList list,
                         guint index)
{
  g_autoptr (SsmMap) without = NULL;
  g_autoptr (SsmMap) moved = NULL;
  SsmPart *part, *target = ssm_map_find (map, parent);
  SsmPosition position;
  Removal removal;

  if (target == NULL || !ssm_map_locate (map, id, &position))
    return ssm_part_ref (map);

  part = ssm_part_child (position.parent, position.list, position.index);
  if (ssm_list_info (list)->child != ssm_part_kind (part)
      || ssm_list_info (list)->kind != ssm_part_kind (target))
    return ssm_part_ref (map);
  if (position.parent == target && position.list == list
      && MIN (index, ssm_part_n_children (target, list) - 1) == position.index)
    return ssm_part_ref (map);

  removal = (Removal) { position.list, position.index };
  without = rewrite (map, ssm_part_id (position.parent), remove_part, &removal);
  moved = with_part (without, parent, list, index, ssm_part_ref (part), NULL);
  return g_steal_pointer (&moved);
}

SsmMap *
ssm_map_from_template (const SsmMap *template_map, const char *date)
{
  g_autofree char *id = ssm_id_new (ssm_kind_info (SSM_KIND_MAP)->id_prefix);
  g_autoptr (SsmMap) map = ssm_part_copy (template_map);

  ssm_part_set_id (map, id);
  ssm_part_seal (map);
  return ssm_map_with_text (map, id, SSM_EDITION_DATE, date);
}
