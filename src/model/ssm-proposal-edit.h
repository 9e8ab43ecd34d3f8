/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a workshop has not put on the page yet: ideas that were parked until somebody deals
 * with them, and proposals for criteria with the hands that were raised for each. They are
 * in the map's file, but neither on its page nor in what is handed on.
 *
 * Edits: map → map, (transfer full), the same one referenced where nothing changes. An id
 * that the map does not have changes nothing. Dropping an idea or a proposal is
 * ssm_map_with_part_removed (), rewording it ssm_map_with_text (). */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

/* Parks @text; nothing where it is blank. @stage: the id of the stage that was spoken of, or
 * "". @date: YYYY-MM-DD of today. @out_id: as of all edits. */
SsmMap *ssm_map_with_idea_parked (SsmMap *map, const char *stage, const char *date,
                                  const char *text, char **out_id);

/* The idea is a criterion at @index of a list now, with the id @out_id. */
SsmMap *ssm_map_with_idea_used (SsmMap *map, const char *idea, const char *stage,
                                SsmList list, guint index, char **out_id);

/* Each of @texts, NULL terminated, is proposed for @list of @stage, with no hands; those
 * that are blank, or proposed there already, are left out. */
SsmMap *ssm_map_with_proposals_added (SsmMap *map, const char *stage, SsmList list,
                                      const char * const *texts);

/* @hands were raised for it. */
SsmMap *ssm_map_with_hands_counted (SsmMap *map, const char *proposal, guint hands);

/* The @n proposals for @list of @stage that most hands were raised for become criteria
 * behind those that are there, the most first; of equals the first proposed. One that nobody
 * raised a hand for is never kept. From now on all of them are decided. */
SsmMap *ssm_map_with_best_kept (SsmMap *map, const char *stage, SsmList list, guint n);

/* Without those that are decided: they are in the minutes. */
SsmMap *ssm_map_without_decided (SsmMap *map);

/* What may be handed on: without ideas and proposals. */
SsmMap *ssm_map_to_hand_on (SsmMap *map);

/* Reading. */

guint    ssm_map_n_ideas (const SsmMap *map);
SsmPart *ssm_map_idea    (const SsmMap *map, guint index);

/* (transfer full): the proposals for @list of @stage, the most hands first; of equals the
 * first proposed. @decided: those that are, else those that are not. The parts are the
 * map's. */
GPtrArray *ssm_map_proposals (const SsmMap *map, const char *stage, SsmList list,
                              gboolean decided);

guint    ssm_proposal_hands   (const SsmPart *proposal);
gboolean ssm_proposal_is_kept (const SsmPart *proposal);

G_END_DECLS
