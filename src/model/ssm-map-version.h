/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Versions kept inside a map: each holds the map as it was, without its own versions, ideas
 * and proposals and with the same ids, so that two of them can be compared part by part. Renaming one is
 * ssm_map_with_text (SSM_VERSION_LABEL), removing one ssm_map_with_part_removed (). */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

guint    ssm_map_n_versions (const SsmMap *map);

/* A version part, the oldest first. */
SsmPart *ssm_map_version    (const SsmMap *map, guint index);

/* The map that the version @id holds; NULL where there is no such version, or a file of
 * somebody else's left it empty. Owned by @map. */
SsmMap *ssm_map_version_content (const SsmMap *map, const char *id);

/* (transfer full): what @map holds besides its versions and what a workshop left open: what
 * a version is compared with. */
SsmMap *ssm_map_without_versions (SsmMap *map);

/* Keeps @map as it is under the name @label, and counts the edition's label up: "1.2" is
 * kept, "1.3" goes on. @date: YYYY-MM-DD of today. @out_id: as of all edits; past a limit
 * of the file nothing is kept. */
SsmMap *ssm_map_with_version_kept (SsmMap *map, const char *label, const char *date,
                                   char **out_id);

/* What the version @id holds is the map again. Its versions stay, and so does the label of
 * the edition: numbers count on, so that no two editions have the same. */
SsmMap *ssm_map_with_version_restored (SsmMap *map, const char *id);

/* (transfer full): @label with its last number one higher: "1.9" → "1.10", in whatever
 * digits it is written; a label without a number as it is. */
char *ssm_label_count_up (const char *label);

G_END_DECLS
