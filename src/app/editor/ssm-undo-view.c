/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-undo-view.h"

/* (transfer full) */
static SsmMap *
without (SsmMap *map, SsmList list)
{
  SsmMap *copy = ssm_part_copy (map);

  for (guint n = ssm_part_n_children (copy, list); n > 0; n--)
    ssm_part_remove (copy, list, n - 1);
  return ssm_part_seal (copy);
}

static gboolean
differ_beside (SsmMap *a, SsmMap *b, SsmList list)
{
  g_autoptr (SsmMap) bare_a = without (a, list);
  g_autoptr (SsmMap) bare_b = without (b, list);

  return !ssm_part_equal (bare_a, bare_b);
}

static gboolean
differ_in_definitions (const SsmMap *a, const SsmMap *b)
{
  return ssm_part_n_children (a, SSM_LIST_DEFINITIONS)
           != ssm_part_n_children (b, SSM_LIST_DEFINITIONS)
         || ssm_undo_definition (a, b) != NULL;
}

static gboolean
is_on_page (const SsmMap *map, const char *id)
{
  const SsmPart *definition = ssm_map_find (map, id);

  return definition != NULL && ssm_part_flag (definition, SSM_DEFINITION_ON_PAGE);
}

const SsmPart *
ssm_undo_definition (const SsmMap *before, const SsmMap *now)
{
  for (guint i = 0; i < ssm_part_n_children (now, SSM_LIST_DEFINITIONS); i++)
    {
      const SsmPart *definition = ssm_part_child (now, SSM_LIST_DEFINITIONS, i);
      const SsmPart *old = ssm_map_find (before, ssm_part_id (definition));

      if (old == NULL || !ssm_part_equal (old, definition))
        return definition;
    }
  return NULL;
}

const char *
ssm_undo_view (SsmMap *before, SsmMap *now, const char *shown)
{
  const SsmPart *definition = ssm_undo_definition (before, now);

  if (g_str_equal (shown, "measurement") && !differ_beside (before, now, SSM_LIST_MEASURED))
    return shown;
  if (differ_beside (before, now, SSM_LIST_DEFINITIONS))
    return differ_in_definitions (before, now) ? shown : "map";
  if (definition == NULL || is_on_page (before, ssm_part_id (definition))
      || is_on_page (now, ssm_part_id (definition)))
    return shown;
  return "definitions";
}

static void
selection_changed_cb (SsmSelection *selection, SsmDocument *document)
{
  SsmPlaceInMap place = { (char *) ssm_selection_get_id (selection),
                          ssm_selection_get_field (selection),
                          ssm_selection_get_list (selection) };

  ssm_document_set_place (document, &place);
}

void
ssm_undo_keep_place (SsmDocument *document, SsmSelection *selection)
{
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), document,
                           0);
}
