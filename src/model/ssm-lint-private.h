/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the self-check and the lint both ask, so that they never disagree. */

#pragma once

#include "ssm-check.h"

G_BEGIN_DECLS

gboolean ssm_is_blank (const char *text);

/* How many criteria of @list say anything. */
guint ssm_stage_n_written (const SsmPart *stage, SsmList list);

/* (transfer full): the sentence for a stage whose @list has none. */
char *ssm_missing_message (const SsmPart *stage, guint index, SsmList list);

/* Appends an undefined-term finding for each capitalised word of @criterion that no
 * definition, stage name or list of common capitals knows. @known: folded words; what is
 * found is added to it, so that a word is asked about once. */
void ssm_lint_terms (GPtrArray *findings, const SsmPart *stage, const SsmPart *criterion,
                     GHashTable *known, gboolean nouns_are_capitalised);

/* (transfer full): the words that need no definition. */
GHashTable *ssm_lint_known_words (const SsmMap *map, const SsmLanguage *language);

/* Whether @criterion is written in the map's language: else its words mean nothing here. */
gboolean ssm_lint_is_in_language (const SsmMap *map, const SsmPart *stage,
                                  const SsmPart *criterion);

/* Whether a capital singles no word out, as in German. */
gboolean ssm_lint_has_capitalised_nouns (const SsmLanguage *language);

/* Takes @message. @item: id, or NULL. The finding belongs to @findings. */
SsmFinding *ssm_lint_add (GPtrArray *findings, const char *code, SsmSeverity severity,
                          const SsmPart *stage, const char *item, char *message);

G_END_DECLS
