/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding and replacing words in all texts of a map. Letter case, kinds of blank and of
 * apostrophe, and how an accent is composed do not matter; what is found is always whole
 * characters of the text as it was written, also where folding changes their length, as
 * that of "ß" or "İ". */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_FIND_DEFAULT = 0,
  SSM_FIND_MATCH_CASE = 1 << 0,
  SSM_FIND_WHOLE_WORDS = 1 << 1
} SsmFindFlags;

typedef struct
{
  char *id;        /* of the part, or of the map */
  SsmField field;
  char *stage;     /* id of the stage it is in, "" for what belongs to the map */
  gsize start, end;/* bytes of the text */
} SsmMatch;

/* Where @query next stands in @text from byte @from on. FALSE: nowhere. */
gboolean ssm_find_in_text (const char *text, gsize from, const char *query,
                           SsmFindFlags flags, gsize *start, gsize *end);

/* (transfer full): SsmMatch in reading order; empty for an empty @query. Kept versions are
 * other maps and are not searched. */
GPtrArray *ssm_find (const SsmMap *map, const char *query, SsmFindFlags flags);

/* The text that @match is in, owned by the map; "" where the map has no such part. */
const char *ssm_match_text (const SsmMatch *match, const SsmMap *map);

/* (transfer full): the map with @replacement in place of each of @matches, which must be
 * of this map and in the order in which they were found. What is written with other
 * capitals than @query gets those that it has: "prospect" by "client" makes "Client" of
 * "Prospect". @query NULL: @replacement as it is. */
SsmMap *ssm_map_with_replaced (SsmMap *map, const GPtrArray *matches, const char *query,
                               const char *replacement);

/* (transfer full): @replacement with the capitals of the @length bytes at @found. */
char *ssm_find_adapt_case (const char *found, gsize length, const char *query,
                           const char *replacement);

G_END_DECLS
