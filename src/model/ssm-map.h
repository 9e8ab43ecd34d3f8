/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The map as people speak of it: stages, criteria, definitions. Reading only; see
 * ssm-map-edit.h for how one map becomes another. */

#pragma once

#include "ssm-language.h"
#include "ssm-part.h"

G_BEGIN_DECLS

/* A map is an immutable value: threads may hold it, and equal pointers are equal maps. */
typedef SsmPart SsmMap;

#define SSM_NAMESPACE "urn:sales-system-map:1"

/* The seven blocks in their order, "sourcing" … "expansion", NULL terminated. */
extern const char * const ssm_blocks[];

/* (transfer full): a map with a new id and nothing in it. */
SsmMap *ssm_map_new (void);

guint    ssm_map_n_stages (const SsmMap *map);
SsmPart *ssm_map_stage    (const SsmMap *map, guint index);

/* Entry and exit criteria of all stages together. */
guint ssm_map_n_criteria (const SsmMap *map);

/* A text of the map, or of its edition or page. Never NULL. */
const char *ssm_map_text (const SsmMap *map, SsmField field);

/* BCP 47; "en" where the map does not say. */
const char *ssm_map_language (const SsmMap *map);

/* Whether the first stage stands at the right: what the page says, else the way its
 * language, whose words are @words, is written. */
gboolean ssm_map_is_rtl (const SsmMap *map, const SsmLanguage *words);

/* The part with @id, or NULL. Kept versions are other maps and are not searched. */
SsmPart *ssm_map_find (const SsmMap *map, const char *id);

/* A text of a part, or a cell of a stage. */
typedef struct
{
  char *id;
  SsmField field;
  SsmList list;
} SsmPlaceInMap;

/* Where a part stands. */
typedef struct
{
  SsmPart *parent;
  SsmList list;
  guint index;
} SsmPosition;

/* FALSE where there is no such part, or it is the map itself. */
gboolean ssm_map_locate (const SsmMap *map, const char *id, SsmPosition *position);

/* The stage that is or holds the part @id, or NULL; @index, if given, is its place. */
SsmPart *ssm_map_stage_of (const SsmMap *map, const char *id, guint *index);

/* The definition a stage's outcome names, or NULL. */
SsmPart *ssm_map_outcome (const SsmMap *map, const SsmPart *stage);

/* The definition whose term is @term, letter case apart, or NULL. */
SsmPart *ssm_map_definition_of (const SsmMap *map, const char *term);

/* The palette entry, 0 … 7, in which a stage is drawn: its own colour, else its place.
 * @index: of the stage in the map. */
guint ssm_map_stage_colour (const SsmMap *map, guint index);

/* A palette entry, 1 … 8, for a stage put in at @index: one that no stage has, else one
 * that its neighbours do not have. */
guint ssm_map_free_colour (const SsmMap *map, guint index);

/* Calls @func for every part below @map in reading order, kept versions apart, until it
 * returns FALSE. */
typedef gboolean (*SsmPartFunc) (const SsmPart *part, gpointer data);
void ssm_map_foreach (const SsmMap *map, SsmPartFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmMap, ssm_part_unref)

G_END_DECLS
