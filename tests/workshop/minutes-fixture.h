/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small workshop that has everything minutes can say. */

#pragma once

#include "ssm-agenda-edit.h"
#include "ssm-map-edit.h"
#include "ssm-minutes.h"
#include "ssm-proposal-edit.h"

/* Replaces *@map by @next, which is taken. */
static inline void
become (SsmMap **map, SsmMap *next)
{
  ssm_part_unref (*map);
  *map = next;
}

/* (transfer full): two stages with a criterion each, and a definition. */
static inline SsmMap *
map_before (void)
{
  SsmMap *map = ssm_map_new ();
  g_autofree char *stage = NULL, *second = NULL;

  become (&map, ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE, "Northgate"));
  become (&map, ssm_map_with_stage_added (map, 0, "Discovery", &stage));
  become (&map, ssm_map_with_stage_added (map, 1, "Proposal", &second));
  become (&map, ssm_map_with_criterion_added (map, stage, SSM_LIST_EXIT, 0, "Good call", NULL));
  become (&map, ssm_map_with_criterion_added (map, stage, SSM_LIST_EXIT, 1, "Budget named",
                                              NULL));
  become (&map, ssm_map_with_criterion_added (map, second, SSM_LIST_ENTRY, 0, "Sent", NULL));
  return map;
}

/* (transfer full): what a workshop made of it. */
static inline SsmMap *
map_after (SsmMap *before)
{
  static const char * const proposed[] = { "Number named", "Seen by *all*", NULL };
  static const char * const asked[] = { "Offer asked for", NULL };
  g_autofree char *discovery = g_strdup (ssm_part_id (ssm_map_stage (before, 0)));
  g_autofree char *proposal = g_strdup (ssm_part_id (ssm_map_stage (before, 1)));
  const SsmPart *stage = ssm_map_stage (before, 0);
  const char *call = ssm_part_id (ssm_part_child (stage, SSM_LIST_EXIT, 0));
  const char *sent = ssm_part_id (ssm_part_child (ssm_map_stage (before, 1), SSM_LIST_ENTRY, 0));
  SsmMap *map = ssm_part_ref (before);
  g_autoptr (GPtrArray) open = NULL;

  become (&map, ssm_map_with_text (map, call, SSM_CRITERION_TEXT, "Pain in their words"));
  become (&map, ssm_map_with_part_removed (map, sent));
  become (&map, ssm_map_with_outcome (map, discovery, "Qualified discovery"));
  become (&map, ssm_map_with_proposals_added (map, discovery, SSM_LIST_EXIT, proposed));
  open = ssm_map_proposals (map, discovery, SSM_LIST_EXIT, FALSE);
  become (&map, ssm_map_with_hands_counted (map, ssm_part_id (open->pdata[0]), 9));
  become (&map, ssm_map_with_hands_counted (map, ssm_part_id (open->pdata[1]), 1));
  become (&map, ssm_map_with_best_kept (map, discovery, SSM_LIST_EXIT, 1));
  become (&map, ssm_map_with_proposals_added (map, proposal, SSM_LIST_ENTRY, asked));
  become (&map, ssm_map_with_idea_parked (map, proposal, "2026-11-23", "Ask legal", NULL));
  become (&map, ssm_map_with_idea_parked (map, "", "2026-11-23", "Rename the team", NULL));
  return map;
}

/* (transfer full) */
static inline SsmMinutes *
minutes_of (const SsmMap *before, SsmMap *after)
{
  g_autoptr (SsmAgenda) usual = ssm_agenda_new (after);
  g_autoptr (SsmAgenda) agenda = ssm_agenda_with_step_on (usual, 4, FALSE);
  g_autoptr (GArray) used = g_array_new (FALSE, TRUE, sizeof (guint));

  g_array_set_size (used, ssm_agenda_n_steps (agenda));
  g_array_index (used, guint, 0) = 301;
  g_array_index (used, guint, 2) = 59;
  return ssm_minutes_new (before, after, agenda, used, "2026-11-23");
}
