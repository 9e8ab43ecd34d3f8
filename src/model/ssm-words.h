/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding words in what people wrote, whatever their script: letter case, kinds of blank
 * and kinds of apostrophe do not matter. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text as it is compared: case folded, composed, each run of blanks one
 * blank, none at either end. Only folded texts may be given to the other functions. */
char *ssm_words_fold (const char *text);

/* Whether @c is part of a word: a letter, a digit or a mark on one. */
gboolean ssm_words_is_letter (gunichar c);

/* Whether a word may begin or end at @place inside @text. Han, Hiragana and Katakana are
 * written without blanks: beside such a letter every place will do. */
gboolean ssm_words_is_edge (const char *text, const char *place);

/* Where @phrase next stands in @text, as whole words, from @from on; or NULL. */
const char *ssm_words_find (const char *text, const char *from, const char *phrase);

/* What follows @phrase and a blank, if @text begins with it as whole words; or NULL. */
const char *ssm_words_skip (const char *text, const char *phrase);

G_END_DECLS
