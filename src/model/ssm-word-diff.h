/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which words of a text went and which came. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_WORDS_SAME,
  SSM_WORDS_REMOVED,
  SSM_WORDS_ADDED
} SsmWordsKind;

typedef struct
{
  SsmWordsKind kind;
  char *text;
} SsmWords;

/* (transfer full): SsmWords in reading order, what was removed in front of what was added
 * in its place. All but the added ones make up @before, all but the removed ones @after. */
GPtrArray *ssm_word_diff (const char *before, const char *after);

G_END_DECLS
