/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Map → text. All are (transfer full), end in a newline, and are the same in every locale.
 * Words that are not the map's own come from @language. What a text of the map may hold
 * never becomes markup, and never reorders or hides its neighbours. */

#pragma once

#include "ssm-format.h"
#include "ssm-language.h"
#include "ssm-map.h"

G_BEGIN_DECLS

/* An outline to read in a terminal or a mail. */
char *ssm_map_to_text (const SsmMap *map, const SsmLanguage *language);

/* CommonMark, with the tick boxes of GitHub for what must be proved. */
char *ssm_map_to_markdown (const SsmMap *map, const SsmLanguage *language);

/* One page that needs nothing else: styles inside, no script, no picture. */
char *ssm_map_to_html (const SsmMap *map, const SsmLanguage *language);

/* The one of these three that @format asks for. */
char *ssm_map_to_words (const SsmMap *map, const SsmLanguage *language, SsmFormat format);

/* A table to be pasted elsewhere, a column a stage; a list for a fragment that is criteria
 * (see ssm-fragment.h). */
char *ssm_map_to_html_table (const SsmMap *map, const SsmLanguage *language);

/* One line: "Lead (min data) → SQL (ICP + pain) → Close": names, and in parentheses what
 * proves that the stage is done. A backslash stands before what would otherwise be taken
 * for a sign of the notation. */
char *ssm_map_to_arrows (const SsmMap *map);

/* Everything in the map but its kept versions' contents and what is foreign to it. Keys are
 * the names of the file format with "_" for "-", in their order; what is not set is null. */
char *ssm_map_to_json (const SsmMap *map);

G_END_DECLS
