/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every edit: map → map. The returned map is (transfer full); where nothing changes it is
 * the same map, referenced, so callers compare pointers. Ids stay. An id that the map
 * does not have, as after a colleague's merge, leaves the map as it is. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

/* Sets one text of the part @id, or of the singleton (edition, page) of the map @id.
 * Characters that XML cannot hold are dropped; line breaks become LF, and blanks where
 * the field is of one line. */
SsmMap *ssm_map_with_text (SsmMap *map, const char *id, SsmField field, const char *text);

/* The new part's id is copied to @out_id, (transfer full), if that is not NULL. Past a
 * limit of the file nothing is added and @out_id is NULL. */
SsmMap *ssm_map_with_stage_added     (SsmMap *map, guint index, const char *name,
                                      char **out_id);
SsmMap *ssm_map_with_criterion_added (SsmMap *map, const char *stage, SsmList list,
                                      guint index, const char *text, char **out_id);
SsmMap *ssm_map_with_link_added      (SsmMap *map, const char *from, const char *to,
                                      const char *text, char **out_id);
SsmMap *ssm_map_with_definition_added (SsmMap *map, guint index, const char *term,
                                       char **out_id);

SsmMap *ssm_map_with_measure_added   (SsmMap *map, const char *kind, char **out_id);
SsmMap *ssm_map_with_reason_added    (SsmMap *map, const char *text, char **out_id);

/* Removes a part and what only made sense with it: links from or to a stage, a stage's
 * figures and what was proposed for it, the outcome that named a definition, a lost reason's
 * count. */
SsmMap *ssm_map_with_part_removed (SsmMap *map, const char *id);

/* Moves a part to @index of @list of the part @parent, counted with the part taken out. */
SsmMap *ssm_map_with_part_moved (SsmMap *map, const char *id, const char *parent,
                                 SsmList list, guint index);

/* Splits a stage: the criteria from @index of @list on, as they are read, go to a new stage
 * behind it, which is named "Discovery 2". So does what is true at the end of the stage:
 * its outcome and the links that leave it. The new stage has the same block, owner and
 * language and a colour of its own. What was agreed and measured for the whole (limit,
 * goal, figures, CRM key), what we do, links that arrive and foreign content stay with the
 * first. The new id is copied to @out_id, (transfer full), if that is not NULL. */
SsmMap *ssm_map_with_stage_split (SsmMap *map, const char *stage, SsmList list, guint index,
                                  char **out_id);

/* Joins a stage with the next one, whose id goes. Criteria follow one another as they are
 * read: what was needed to enter the second is now needed to leave, unless nothing is
 * needed to leave the first. Names, what we do and owners that differ stand side by side.
 * Limits add up, goals multiply, the second's outcome counts. Of figures, deals are added
 * up; days cannot be and go where both have them. Links point to what is left. Block,
 * colour and CRM key stay the first's. Foreign elements and comments of the second move to
 * the end of the first, its foreign attributes only where the first has nothing foreign. */
SsmMap *ssm_map_with_stages_joined (SsmMap *map, const char *stage);

/* What the record has become when it leaves @stage. The outcome names a definition: the
 * one with this term, letter case apart, else a new one, so that every tag on the page has
 * a place where it can be explained. "" takes the outcome away. */
SsmMap *ssm_map_with_outcome (SsmMap *map, const char *stage, const char *term);

/* A map of one's own made from a template: new map id, and @date as the edition's date. */
SsmMap *ssm_map_from_template (const SsmMap *template_map, const char *date);

G_END_DECLS
