/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts and texts of a map as people call them, for the words of a change. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

/* "What we do", "Proof"; "Stage", "Definition". Static, translated. */
const char *ssm_field_words (SsmField field);
const char *ssm_kind_words  (SsmKind kind);

/* (transfer full): the name by which others speak of @part of @map: the name of a stage, the
 * text of a criterion; "without a name" where it has none. */
char *ssm_part_name (const SsmMap *map, const SsmPart *part);

/* (transfer full): the same with what it says: "SQL: accepted by its owner". */
char *ssm_part_words (const SsmMap *map, const SsmPart *part);

/* (transfer full): a text as people read it: "30 days", "60 %", the name instead of an id. */
char *ssm_field_value (const SsmMap *map, const SsmPart *part, SsmField field);

G_END_DECLS
