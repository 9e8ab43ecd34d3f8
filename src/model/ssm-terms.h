/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the terms that a map defines are used: as whole words, letter case apart, also in
 * the plural, the longest term first. And what follows when a term is renamed. */

#pragma once

#include "ssm-language.h"
#include "ssm-map.h"

G_BEGIN_DECLS

/* A term inside one text. */
typedef struct
{
  guint start, end; /* bytes of the text */
  SsmPart *definition;
  gboolean plural;
} SsmTermSpan;

/* Knows the terms of one map; texts are then searched one by one. */
typedef struct _SsmTermFinder SsmTermFinder;

SsmTermFinder *ssm_term_finder_new  (const SsmMap *map);
void           ssm_term_finder_free (SsmTermFinder *self);

/* (transfer full): SsmTermSpan in the order of @text, none over another. */
GArray *ssm_term_finder_find (const SsmTermFinder *self, const char *text);

/* A term inside a text of a map. */
typedef struct
{
  SsmPart *part;
  SsmField field;   /* SSM_STAGE_OUTCOME: the tag of the stage, all of it */
  SsmTermSpan span;
} SsmTermUse;

/* (transfer full): SsmTermUse in reading order, whose parts belong to @map; of the
 * definition @id, or of all for NULL. What a definition says of itself is no use. */
GArray *ssm_map_uses (const SsmMap *map, const char *id);

/* Calls the definition @id @term, in every text that uses it too; capital letters and the
 * plural stay as each place has them. While either name is empty no text changes. */
SsmMap *ssm_map_with_term_renamed (SsmMap *map, const char *id, const char *term);

/* The same where @map was made from @before by naming that term, perhaps more than once: a
 * text that never used the term stays as it is, though a name in between stands in it. */
SsmMap *ssm_map_with_term_renamed_since (SsmMap *map, SsmMap *before, const char *id,
                                         const char *term);

/* How many texts use the term @id in @after and were not the same in @before; its own name
 * does not count. */
guint ssm_map_n_texts_renamed (const SsmMap *before, const SsmMap *after, const char *id);

/* (transfer full), NULL terminated: words of a criterion that look like terms and are
 * defined nowhere, each once. @language: the words of the map's language. */
char **ssm_map_undefined_terms (const SsmMap *map, const SsmLanguage *language,
                                const char *criterion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmTermFinder, ssm_term_finder_free)

G_END_DECLS
