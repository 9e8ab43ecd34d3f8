/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The common subsequence of words, blanks and signs that holds the most letters. What is equal at both ends is
 * set aside first, which leaves little; where much is left the texts have little in common,
 * and are told apart as a whole rather than in time that grows with the square. */

#include "ssm-word-diff.h"

#include "ssm-words.h"

#include <string.h>

#define MAX_CELLS (512 * 512)

typedef struct
{
  const char *start;
  gsize length;
} Token;

static gboolean
token_equal (const Token *a, const Token *b)
{
  return a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
}

static gboolean
token_is_blank (const Token *token)
{
  return g_unichar_isspace (g_utf8_get_char (token->start));
}

/* A run of blanks, or up to the next edge of a word. */
static const char *
token_end (const char *text, const char *start)
{
  gboolean blank = g_unichar_isspace (g_utf8_get_char (start));
  const char *end = g_utf8_next_char (start);

  while (*end != '\0'
         && (blank ? g_unichar_isspace (g_utf8_get_char (end)) : !ssm_words_is_edge (text, end)))
    end = g_utf8_next_char (end);
  return end;
}

static GArray *
split (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  for (const char *p = text; *p != '\0';)
    {
      const char *end = token_end (text, p);
      Token token = { p, (gsize) (end - p) };

      g_array_append_val (tokens, token);
      p = end;
    }
  return tokens;
}

/* What is being put together: a run of differences, written when it ends. */
typedef struct
{
  GPtrArray *result;
  GString *same;
  GString *removed;
  GString *added;
} Runs;

static void
words_free (gpointer data)
{
  SsmWords *words = data;

  g_free (words->text);
  g_free (words);
}

static void
flush (GPtrArray *result, GString *run, SsmWordsKind kind)
{
  SsmWords *words;

  if (run->len == 0)
    return;
  words = g_new (SsmWords, 1);
  words->kind = kind;
  words->text = g_strndup (run->str, run->len);
  g_ptr_array_add (result, words);
  g_string_truncate (run, 0);
}

static void
flush_difference (Runs *runs)
{
  flush (runs->result, runs->removed, SSM_WORDS_REMOVED);
  flush (runs->result, runs->added, SSM_WORDS_ADDED);
}

static void
add_same (Runs *runs, const Token *token)
{
  flush_difference (runs);
  g_string_append_len (runs->same, token->start, (gssize) token->length);
}

static void
add_difference (Runs *runs, GString *run, const Token *token)
{
  flush (runs->result, runs->same, SSM_WORDS_SAME);
  g_string_append_len (run, token->start, (gssize) token->length);
}

/* A blank between two words that differ differs with them: what was struck out reads as
 * one phrase, and what came for it as another. */
static void
add_blank (Runs *runs, const Token *token)
{
  g_string_append_len (runs->removed, token->start, (gssize) token->length);
  g_string_append_len (runs->added, token->start, (gssize) token->length);
}

/* A long word in common says more than a short one, and a blank says nothing. */
static guint
weight (const Token *token)
{
  return token_is_blank (token) ? 1 : (guint) MIN (token->length, 1000) + 1;
}

/* lengths[i][k]: what a from i on and b from k on have in common. */
static guint *
common_lengths (const Token *a, guint n_a, const Token *b, guint n_b)
{
  gsize width = n_b + 1;
  guint *lengths = g_new0 (guint, (n_a + 1) * width);

  for (guint i = n_a; i > 0; i--)
    for (guint k = n_b; k > 0; k--)
      {
        gsize at = (i - 1) * width + k - 1;

        if (token_equal (&a[i - 1], &b[k - 1]))
          lengths[at] = lengths[at + width + 1] + weight (&a[i - 1]);
        else
          lengths[at] = MAX (lengths[at + width], lengths[at + 1]);
      }
  return lengths;
}

static void
add_all (Runs *runs, GString *run, const Token *tokens, guint n)
{
  for (guint i = 0; i < n; i++)
    add_difference (runs, run, &tokens[i]);
}

static void
compare (Runs *runs, const Token *a, guint n_a, const Token *b, guint n_b)
{
  g_autofree guint *lengths = NULL;
  gsize width = n_b + 1;
  guint i = 0, k = 0;

  if ((gsize) n_a * n_b <= MAX_CELLS)
    lengths = common_lengths (a, n_a, b, n_b);
  while (lengths != NULL && i < n_a && k < n_b)
    {
      if (token_equal (&a[i], &b[k]))
        {
          gboolean next_differs = i + 1 < n_a && k + 1 < n_b
                                  && !token_equal (&a[i + 1], &b[k + 1]);

          if (token_is_blank (&a[i]) && next_differs
              && (runs->removed->len > 0 && runs->added->len > 0))
            add_blank (runs, &a[i]);
          else
            add_same (runs, &a[i]);
          i++, k++;
        }
      else if (lengths[(i + 1) * width + k] >= lengths[i * width + k + 1])
        add_difference (runs, runs->removed, &a[i++]);
      else
        add_difference (runs, runs->added, &b[k++]);
    }
  add_all (runs, runs->removed, a + i, n_a - i);
  add_all (runs, runs->added, b + k, n_b - k);
}

GPtrArray *
ssm_word_diff (const char *before, const char *after)
{
  g_autoptr (GArray) old = split (before);
  g_autoptr (GArray) new = split (after);
  const Token *a = (const Token *) (gpointer) old->data;
  const Token *b = (const Token *) (gpointer) new->data;
  guint least = MIN (old->len, new->len), head = 0, tail = 0;
  Runs runs = { g_ptr_array_new_with_free_func (words_free), g_string_new (NULL),
                g_string_new (NULL), g_string_new (NULL) };

  while (head < least && token_equal (&a[head], &b[head]))
    add_same (&runs, &a[head++]);
  while (tail < least - head && token_equal (&a[old->len - 1 - tail], &b[new->len - 1 - tail]))
    tail++;

  compare (&runs, a + head, old->len - head - tail, b + head, new->len - head - tail);
  for (guint i = old->len - tail; i < old->len; i++)
    add_same (&runs, &a[i]);
  flush_difference (&runs);
  flush (runs.result, runs.same, SSM_WORDS_SAME);

  g_string_free (runs.same, TRUE);
  g_string_free (runs.removed, TRUE);
  g_string_free (runs.added, TRUE);
  return runs.result;
}
