/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-word-diff.h"

#include <string.h>

/* "same [-removed-]{+added+}" */
static char *
show (const char *before, const char *after)
{
  g_autoptr (GPtrArray) pieces = ssm_word_diff (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const SsmWords *words = g_ptr_array_index (pieces, i);
      const char *open = words->kind == SSM_WORDS_REMOVED ? "[-" : "{+";
      const char *end = words->kind == SSM_WORDS_REMOVED ? "-]" : "+}";
      gboolean same = words->kind == SSM_WORDS_SAME;

      g_string_append_printf (text, "%s%s%s", same ? "" : open, words->text, same ? "" : end);
    }
  return g_string_free (text, FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *before, *after, *expected;
  } cases[] = {
    { "", "", "" },
    { "same", "same", "same" },
    { "", "new", "{+new+}" },
    { "old", "", "[-old-]" },
    { "Next step captured", "Next step captured, with a date",
      "Next step captured{+, with a date+}" },
    { "30 days", "21 days", "[-30-]{+21+} days" },
    { "price and scope agreed", "price, scope and payment plan agreed",
      "price[- and-]{+,+} scope{+ and payment plan+} agreed" },
    /* What went is one phrase, and so is what came. */
    { "the red cat sat", "the blue dog sat", "the [-red cat-]{+blue dog+} sat" },
    /* Written without blanks. */
    { "顧客の課題", "顧客の予算", "顧客の[-課題-]{+予算+}" },
    { "Schmerz genannt", "Schmerzen genannt", "[-Schmerz-]{+Schmerzen+} genannt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *actual = show (cases[i].before, cases[i].after);

      g_assert_cmpstr (actual, ==, cases[i].expected);
    }
}

static char *
random_text (void)
{
  static const char *const pieces[] = { "a", "b", "cost", " ", "  ", ",", "課", "é", "\n" };
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
assert_sides (GPtrArray *pieces, const char *before, const char *after)
{
  g_autoptr (GString) old = g_string_new (NULL), new = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const SsmWords *words = g_ptr_array_index (pieces, i);

      g_assert_cmpuint (strlen (words->text), >, 0);
      if (words->kind != SSM_WORDS_ADDED)
        g_string_append (old, words->text);
      if (words->kind != SSM_WORDS_REMOVED)
        g_string_append (new, words->text);
    }
  g_assert_cmpstr (old->str, ==, before);
  g_assert_cmpstr (new->str, ==, after);
}

static void
test_laws (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *before = random_text (), *after = random_text ();
      g_autoptr (GPtrArray) pieces = ssm_word_diff (before, after);
      g_autoptr (GPtrArray) none = ssm_word_diff (before, before);

      assert_sides (pieces, before, after);
      g_assert_cmpuint (none->len, ==, *before != '\0');
    }
}

/* Texts with nothing in common that are too long to look for it. */
static void
test_long (void)
{
  g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);
  g_autoptr (GPtrArray) pieces = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_string_append_printf (before, "old%u ", i);
      g_string_append_printf (after, "new%u ", i);
    }
  pieces = ssm_word_diff (before->str, after->str);
  assert_sides (pieces, before->str, after->str);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/words", test_words);
  g_test_add_func ("/word-diff/laws", test_laws);
  g_test_add_func ("/word-diff/long", test_long);
  return g_test_run ();
}
