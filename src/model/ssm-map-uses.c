/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-terms-private.h"

#include <string.h>

/* Texts in which people use the words they have agreed on. */
static const SsmField fields[]
  = { SSM_STAGE_NAME,      SSM_STAGE_DOES,      SSM_CRITERION_TEXT,    SSM_CRITERION_PROOF,
      SSM_LINK_TEXT,       SSM_DEFINITION_TEXT, SSM_DEFINITION_COUNTS,
      SSM_DEFINITION_COUNTS_NOT };

typedef struct
{
  const SsmMap *map;
  SsmTermFinder *finder;
  SsmTermUseFunc func;
  gpointer data;
} Search;

static void
search_text (const Search *search, const SsmPart *part, SsmField field)
{
  g_autoptr (GArray) spans
    = ssm_term_finder_find (search->finder, ssm_part_text (part, field));

  for (guint i = 0; i < spans->len; i++)
    {
      SsmTermUse use = { (SsmPart *) part, field, g_array_index (spans, SsmTermSpan, i) };

      search->func (&use, search->data);
    }
}

static void
search_outcome (const Search *search, const SsmPart *stage)
{
  SsmPart *definition = ssm_map_outcome (search->map, stage);
  SsmTermUse use = { (SsmPart *) stage, SSM_STAGE_OUTCOME, { 0, 0, definition, FALSE } };

  if (definition != NULL)
    search->func (&use, search->data);
}

static gboolean
search_part (const SsmPart *part, gpointer data)
{
  SsmKind kind = ssm_part_kind (part);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (ssm_field_info (fields[i])->kind == kind)
      search_text (data, part, fields[i]);
  if (kind == SSM_KIND_STAGE)
    search_outcome (data, part);
  return TRUE;
}

void
ssm_map_foreach_use (const SsmMap *map, SsmTermUseFunc func, gpointer data)
{
  g_autoptr (SsmTermFinder) finder = ssm_term_finder_new (map);
  Search search = { map, finder, func, data };

  ssm_map_foreach (map, search_part, &search);
}

typedef struct
{
  GArray *uses;
  const char *id; /* or NULL */
} Collection;

static void
collect (const SsmTermUse *use, gpointer data)
{
  Collection *collection = data;

  if (use->part != use->span.definition
      && (collection->id == NULL
          || strcmp (collection->id, ssm_part_id (use->span.definition)) == 0))
    g_array_append_val (collection->uses, *use);
}

GArray *
ssm_map_uses (const SsmMap *map, const char *id)
{
  Collection collection = { g_array_new (FALSE, FALSE, sizeof (SsmTermUse)), id };

  ssm_map_foreach_use (map, collect, &collection);
  return collection.uses;
}
