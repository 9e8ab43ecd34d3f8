/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every edit: map → map. The returned map is (transfer full); where nothing changes it is
 * the same map, referenced, so callers compare pointers. Ids stay. An id that the map
 * does not have, as after a colleague's merge, leaves the map as it is. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

/* Sets one text of the part @id, or of the singleton (edition, page) of the map @id.
 * Characters that XML cannot hold are dropped; line breaks become LF, and blanks where
 * the field is not a text. */
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

/* Removes a part and what only made sense with it: links from or to a stage, a stage's
 * figures, the outcome that named a definition, a lost reason's count. */
SsmMap *ssm_map_with_part_removed (SsmMap *map, const char *id);

/* Moves a part to @index of @list of the part @parent, counted with the part taken out. */
SsmMap *ssm_map_with_part_moved (SsmMap *map, const char *id, const char *parent,
                                 SsmList list, guint index);

/* What the record has become when it leaves @stage. The outcome names a definition: the
 * one with this term, letter case apart, else a new one, so that every tag on the page has
 * a place where it can be explained. "" takes the outcome away. */
SsmMap *ssm_map_with_outcome (SsmMap *map, const char *stage, const char *term);

/* A map of one's own made from a template: new map id, and @date as the edition's date. */
SsmMap *ssm_map_from_template (const SsmMap *template_map, const char *date);

G_END_DECLS
