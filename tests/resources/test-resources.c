/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is linked in is there, and every language pack can stand in for the English one. */

#include <glib.h>
#include <string.h>

#include "ssm-resources.h"

static void
test_templates (void)
{
  g_assert_cmpstr (ssm_resources_template_at (0).name, ==, "b2b");

  for (guint i = 0; i < ssm_resources_n_templates (); i++)
    {
      SsmTemplate template = ssm_resources_template_at (i);
      g_autoptr (GBytes) bytes = ssm_resources_template (template.name, "en");

      g_assert_nonnull (bytes);
      g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes), " id=\"m-template\""));
      g_assert_cmpstr (template.title, !=, "");
      g_assert_cmpstr (template.description, !=, "");
    }
  g_assert_null (ssm_resources_template ("not-there", "de"));
  g_assert_null (ssm_resources_template ("../languages/en", "en"));
}

/* Which pack serves a tag. */
static void
test_fallback (void)
{
  static const char * const rows[][2] = {
    { "en", "en" },    { "de", "de" },          { "DE", "de" },       { "de-AT", "de" },
    { "pt", "pt-BR" }, { "pt-PT", "pt-BR" },    { "PT-br", "pt-BR" }, { "ja-JP", "ja" },
    { "tlh", "en" },   { "d", "en" },           { "den", "en" },      { "", "en" },
    { "-de", "en" },   { "en-GB-oxford", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) got = ssm_resources_language (rows[i][0]);
      g_autoptr (GBytes) wanted = ssm_resources_language (rows[i][1]);
      g_autofree char *tag = g_strdup_printf ("\ntag=%s\n", rows[i][1]);

      g_test_message ("%s", rows[i][0]);
      g_assert_true (g_bytes_equal (got, wanted));
      g_assert_nonnull (strstr (g_bytes_get_data (got, NULL), tag));
      g_assert_true (ssm_resources_words (rows[i][0]) == ssm_resources_words (rows[i][1]));
    }
}

static void
test_find (void)
{
  g_assert_cmpstr (ssm_resources_find_language ("pt-PT"), ==, "pt-BR");
  g_assert_cmpstr (ssm_resources_find_language ("en-US"), ==, "en");
  g_assert_null (ssm_resources_find_language ("sv"));
}

/* The first that is there of what the desktop was asked for. In a process of its own, as
 * the environment is read once. */
static void
test_locale (void)
{
  static const char * const rows[][2] = {
    { "pt_PT.UTF-8", "pt-BR" }, { "de_AT.UTF-8@euro", "de" }, { "tlh:ja:de", "ja" },
    { "C.UTF-8", "en" },        { "tlh", "en" },
  };

  if (g_test_subprocess ())
    {
      g_assert_cmpstr (ssm_resources_locale_language (), ==, g_getenv ("WANTED"));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_setenv ("LANGUAGE", rows[i][0], TRUE);
      g_setenv ("WANTED", rows[i][1], TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
    }
}

static GKeyFile *
open_pack (const char *tag)
{
  g_autoptr (GBytes) bytes = ssm_resources_language (tag);
  g_autoptr (GError) error = NULL;
  GKeyFile *pack = g_key_file_new ();

  g_key_file_load_from_bytes (pack, bytes, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  return pack;
}

static int
compare_strings (const void *a, const void *b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* (transfer full): the {names} of @pattern, sorted. */
static char *
placeholders (const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\{[a-z]*\\}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) line = g_string_new (NULL);

  g_regex_match (regex, pattern, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (found, g_match_info_fetch (match, 0));
  g_ptr_array_sort (found, compare_strings);
  for (guint i = 0; i < found->len; i++)
    g_string_append (line, found->pdata[i]);
  return g_strdup (line->str);
}

/* Both have the same keys in @group, none of them empty but lists, and fill in the same. */
static void
compare_group (GKeyFile *english, GKeyFile *other, const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (english, group, NULL, NULL);
  g_auto (GStrv) other_keys = g_key_file_get_keys (other, group, NULL, NULL);

  g_assert_cmpstrv (keys, other_keys);
  for (guint i = 0; keys[i] != NULL && !g_str_equal (group, "lint")
                  && !g_str_equal (group, "stages"); i++)
    {
      g_autofree char *ours = g_key_file_get_string (english, group, keys[i], NULL);
      g_autofree char *theirs = g_key_file_get_string (other, group, keys[i], NULL);
      g_autofree char *ours_filled = placeholders (ours);
      g_autofree char *theirs_filled = placeholders (theirs);

      g_test_message ("%s", keys[i]);
      g_assert_cmpstr (theirs, !=, "");
      g_assert_cmpstr (ours_filled, ==, theirs_filled);
    }
}

static void
test_packs (void)
{
  static const char * const groups[] = { "language", "page", "deal", "workshop", "ask", "dates",
                                         "lint", "stages" };
  g_autoptr (GKeyFile) english = open_pack ("en");
  g_auto (GStrv) tags = ssm_resources_languages ();

  g_assert_cmpuint (g_strv_length (tags), ==, 7);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autoptr (GKeyFile) pack = open_pack (tags[i]);
      g_autofree char *tag = g_key_file_get_string (pack, "language", "tag", NULL);

      g_test_message ("%s", tags[i]);
      g_assert_cmpstr (tag, ==, tags[i]);
      for (guint j = 0; j < G_N_ELEMENTS (groups); j++)
        compare_group (english, pack, groups[j]);
    }
}

static void
test_words (void)
{
  static const char * const dates[][2] = {
    { "en", "23 Nov 2026" }, { "de", "23. Nov. 2026" }, { "ar", "23 نوفمبر 2026" },
    { "ja", "2026年11月23日" }, { "pt", "23 nov. 2026" },
  };
  static const char * const days[][2] = {
    { "en", "Friday 27 Nov 2026" }, { "de", "Freitag, 27. Nov. 2026" },
    { "ja", "2026年11月27日（金）" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const SsmLanguage *language = ssm_resources_words (dates[i][0]);
      g_autofree char *date = ssm_language_date (language, "2026-11-23");

      g_assert_cmpstr (date, ==, dates[i][1]);
      g_assert_true (ssm_language_is_rtl (language) == g_str_equal (dates[i][0], "ar"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day = ssm_language_day (ssm_resources_words (days[i][0]), "2026-11-27");

      g_assert_cmpstr (day, ==, days[i][1]);
    }
}

static gpointer
ask_for_words (gpointer tag)
{
  return (gpointer) ssm_resources_words (tag);
}

/* However many ask at once, a pack is read once. */
static void
test_threads (void)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("words", ask_for_words, (gpointer) "fr");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == ssm_resources_words ("fr"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resources/threads", test_threads);
  g_test_add_func ("/resources/templates", test_templates);
  g_test_add_func ("/resources/fallback", test_fallback);
  g_test_add_func ("/resources/find", test_find);
  g_test_add_func ("/resources/locale", test_locale);
  g_test_add_func ("/resources/packs", test_packs);
  g_test_add_func ("/resources/words", test_words);
  return g_test_run ();
}
