/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Language packs: labels, filled-in values, word lists, dates, and what a broken pack
 * answers. */

#include <glib.h>
#include <string.h>

#include "ssm-language.h"

#define HEAD "[language]\nname=Deutsch\ndirection=rtl\n"
#define PAGE "[page]\ndate=Date\nnote={n} of {total}, {n} again\nodd={x {n} {\n"
#define DATES "[dates]\npattern={d} {mon} {y}\nmonths=Jan;Feb;Mar;Apr;May;Jun;Jul;Aug;" \
              "Sep;Oct;Nov;Dec;\n"
#define LINT "[lint]\nopinion-words=good;très bien;\nconjunctions=\n"

static SsmLanguage *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return ssm_language_new (bytes, error);
}

static SsmLanguage *
parse_good (void)
{
  g_autoptr (GError) error = NULL;
  SsmLanguage *language = parse (HEAD PAGE DATES LINT, &error);

  g_assert_no_error (error);
  return language;
}

static void
test_labels (void)
{
  g_autoptr (SsmLanguage) language = parse_good ();

  g_assert_cmpstr (ssm_language_get_name (language), ==, "Deutsch");
  g_assert_true (ssm_language_is_rtl (language));
  g_assert_cmpstr (ssm_language_label (language, "date"), ==, "Date");
}

static void
test_format (void)
{
  g_autoptr (SsmLanguage) language = parse_good ();
  g_autofree char *note = ssm_language_format (language, "note", "n", "{total}",
                                               "total", "7", NULL);
  g_autofree char *partly = ssm_language_format (language, "note", "total", "7", NULL);
  g_autofree char *odd = ssm_language_format (language, "odd", "n", "5", NULL);

  g_assert_cmpstr (note, ==, "{total} of 7, {total} again");
  g_assert_cmpstr (partly, ==, "{n} of 7, {n} again");
  g_assert_cmpstr (odd, ==, "{x 5 {");
}

static void
test_words (void)
{
  g_autoptr (SsmLanguage) language = parse_good ();
  const char * const *words = ssm_language_words (language, "opinion-words");

  g_assert_cmpstr (words[0], ==, "good");
  g_assert_cmpstr (words[1], ==, "très bien");
  g_assert_null (words[2]);
  g_assert_null (ssm_language_words (language, "conjunctions")[0]);
  g_assert_null (ssm_language_words (language, "not-there")[0]);
}

static void
test_dates (void)
{
  static const char * const dates[][2] = {
    { "2026-11-23", "23 Nov 2026" },
    { "2028-02-29", "29 Feb 2028" },
    { "2026-02-30", "2026-02-30" },
    { "2026-1-1", "2026-1-1" },
    { "2026-11-23T10:00", "2026-11-23T10:00" },
    { "0000-01-01", "0000-01-01" },
    { "soon", "soon" },
    { "", "" },
  };
  g_autoptr (SsmLanguage) language = parse_good ();

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *date = ssm_language_date (language, dates[i][0]);

      g_assert_cmpstr (date, ==, dates[i][1]);
    }
}

static void
test_reading_dates (void)
{
  static const struct
  {
    const char *text, *iso;
  } dates[] = {
    { "23 Nov 2026", "2026-11-23" },   { "23. november 2026", "2026-11-23" },
    { "Nov 23, 2026", "2026-11-23" },  { "2026 nov 23", "2026-11-23" },
    { "2026-11-23", "2026-11-23" },    { "2026年11月23日", "2026-11-23" },
    { "٢٣ Nov ٢٠٢٦", "2026-11-23" },   { "31 Nov 2026", NULL },
    { "23/11/2026", NULL },            { "Nov 2026", NULL },
    { "23 Novak 2026 4", NULL },       { "99999999999 Nov 2026", NULL },
    { "soon", NULL },                  { "", NULL },
  };
  g_autoptr (SsmLanguage) language = parse_good ();

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      char iso[11] = "";
      GDate date;

      g_test_message ("%s", dates[i].text);
      g_assert_cmpint (ssm_language_read_date (language, dates[i].text, &date), ==,
                       dates[i].iso != NULL);
      if (dates[i].iso == NULL)
        continue;
      g_date_strftime (iso, sizeof iso, "%Y-%m-%d", &date);
      g_assert_cmpstr (iso, ==, dates[i].iso);
    }
}

static void
test_unknown_label (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (SsmLanguage) language = parse_good ();

      ssm_language_label (language, "not-there");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*label != NULL*");
}

static void
test_broken (void)
{
  static const char * const packs[] = {
    "", "noise", PAGE DATES LINT, HEAD DATES LINT, HEAD PAGE LINT, HEAD PAGE DATES,
    HEAD PAGE LINT "[dates]\npattern={d}\nmonths=Jan;Feb;\n",
    HEAD PAGE LINT "[dates]\npattern={d}\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SsmLanguage) language = parse (packs[i], &error);

      g_assert_null (language);
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_KEY_FILE_ERROR);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/language/labels", test_labels);
  g_test_add_func ("/model/language/format", test_format);
  g_test_add_func ("/model/language/words", test_words);
  g_test_add_func ("/model/language/dates", test_dates);
  g_test_add_func ("/model/language/reading-dates", test_reading_dates);
  g_test_add_func ("/model/language/unknown-label", test_unknown_label);
  g_test_add_func ("/model/language/broken", test_broken);
  return g_test_run ();
}
