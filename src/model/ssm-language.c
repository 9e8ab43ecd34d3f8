/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a language pack once into tables that are never written again, so that every thread
 * may ask. Which keys there are is the business of the packs; a test compares them all with
 * the English one. */

#include "ssm-language.h"

#include <stdlib.h>
#include <string.h>

#include "ssm-words.h"

#define N_MONTHS 12
#define N_DAYS 7

struct _SsmLanguage
{
  char *name;
  gboolean rtl;
  GHashTable *labels; /* char* → char* */
  GHashTable *words;  /* char* → char** */
  char *date_pattern;
  char **months;
  char *day_pattern; /* NULL where the pack has no names of days */
  char **days;
};

/* The keys of a further group begin with its name. */
static gboolean
read_group (SsmLanguage *self, GKeyFile *file, const char *group, const char *start,
            GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, error);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      char *label = g_key_file_get_string (file, group, keys[i], error);

      if (label == NULL)
        return FALSE;
      g_hash_table_insert (self->labels, g_strconcat (start, keys[i], NULL), label);
    }
  return keys != NULL;
}

static gboolean
read_labels (SsmLanguage *self, GKeyFile *file, GError **error)
{
  return read_group (self, file, "page", "", error)
         && (!g_key_file_has_group (file, "deal")
             || read_group (self, file, "deal", "deal-", error))
         && (!g_key_file_has_group (file, "workshop")
             || read_group (self, file, "workshop", "workshop-", error))
         && (!g_key_file_has_group (file, "figures")
             || read_group (self, file, "figures", "figures-", error));
}

static gboolean
read_lists (SsmLanguage *self, GKeyFile *file, const char *group, const char *start,
            GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, error);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      char **words = g_key_file_get_string_list (file, group, keys[i], NULL, error);

      if (words == NULL)
        return FALSE;
      g_hash_table_insert (self->words, g_strconcat (start, keys[i], NULL), words);
    }
  return keys != NULL;
}

static gboolean
read_words (SsmLanguage *self, GKeyFile *file, GError **error)
{
  return read_lists (self, file, "lint", "", error)
         && (!g_key_file_has_group (file, "stages")
             || read_lists (self, file, "stages", "stage-", error))
         && (!g_key_file_has_group (file, "ask")
             || read_lists (self, file, "ask", "ask-", error));
}

static gboolean
read_days (SsmLanguage *self, GKeyFile *file, GError **error)
{
  if (!g_key_file_has_key (file, "dates", "days", NULL))
    return TRUE;

  self->day_pattern = g_key_file_get_string (file, "dates", "day-pattern", error);
  self->days = g_key_file_get_string_list (file, "dates", "days", NULL, error);
  if (self->day_pattern == NULL || self->days == NULL)
    return FALSE;
  if (g_strv_length (self->days) == N_DAYS)
    return TRUE;
  g_set_error_literal (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE,
                       "“days” must name seven days");
  return FALSE;
}

static gboolean
read_dates (SsmLanguage *self, GKeyFile *file, GError **error)
{
  self->date_pattern = g_key_file_get_string (file, "dates", "pattern", error);
  if (self->date_pattern == NULL)
    return FALSE;

  self->months = g_key_file_get_string_list (file, "dates", "months", NULL, error);
  if (self->months == NULL)
    return FALSE;

  if (g_strv_length (self->months) != N_MONTHS)
    {
      g_set_error_literal (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE,
                           "“months” must name twelve months");
      return FALSE;
    }
  return read_days (self, file, error);
}

static gboolean
read_head (SsmLanguage *self, GKeyFile *file, GError **error)
{
  g_autofree char *direction = NULL;

  self->name = g_key_file_get_string (file, "language", "name", error);
  if (self->name == NULL)
    return FALSE;
  direction = g_key_file_get_string (file, "language", "direction", error);
  if (direction == NULL)
    return FALSE;
  self->rtl = g_str_equal (direction, "rtl");
  return TRUE;
}

SsmLanguage *
ssm_language_new (GBytes *contents, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (SsmLanguage) self = NULL;

  g_return_val_if_fail (contents != NULL, NULL);

  if (!g_key_file_load_from_bytes (file, contents, G_KEY_FILE_NONE, error))
    return NULL;

  self = g_new0 (SsmLanguage, 1);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_strfreev);
  if (!read_head (self, file, error)
      || !read_labels (self, file, error)
      || !read_words (self, file, error)
      || !read_dates (self, file, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ssm_language_free (SsmLanguage *language)
{
  if (language == NULL)
    return;

  g_free (language->name);
  g_hash_table_unref (language->labels);
  g_hash_table_unref (language->words);
  g_free (language->date_pattern);
  g_strfreev (language->months);
  g_free (language->day_pattern);
  g_strfreev (language->days);
  g_free (language);
}

const char *
ssm_language_get_name (const SsmLanguage *language)
{
  g_return_val_if_fail (language != NULL, "");

  return language->name;
}

const char *
ssm_language_name (const SsmLanguage *language)
{
  g_return_val_if_fail (language != NULL, "");

  return language->name;
}

gboolean
ssm_language_is_rtl (const SsmLanguage *language)
{
  g_return_val_if_fail (language != NULL, FALSE);

  return language->rtl;
}

const char *
ssm_language_label (const SsmLanguage *language, const char *key)
{
  const char *label;

  g_return_val_if_fail (language != NULL && key != NULL, "");

  label = g_hash_table_lookup (language->labels, key);
  g_return_val_if_fail (label != NULL, "");
  return label;
}

/* Fills in each "{name}" that is in @values; others stay as they are. One pass: what was
 * filled in is not looked at again. */
static char *
fill_in (const char *pattern, GHashTable *values)
{
  GString *filled = g_string_new (NULL);
  const char *open;

  while ((open = strchr (pattern, '{')) != NULL)
    {
      const char *close = strchr (open, '}');
      g_autofree char *name = close ? g_strndup (open + 1, close - open - 1) : NULL;
      const char *value = name ? g_hash_table_lookup (values, name) : NULL;
      const char *next = value ? close + 1 : open + 1;

      g_string_append_len (filled, pattern, open - pattern);
      if (value != NULL)
        g_string_append (filled, value);
      else
        g_string_append_c (filled, '{');
      pattern = next;
    }
  g_string_append (filled, pattern);
  return g_string_free (filled, FALSE);
}

char *
ssm_language_format (const SsmLanguage *language, const char *key, const char *name, ...)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  va_list arguments;

  va_start (arguments, name);
  for (; name != NULL; name = va_arg (arguments, const char *))
    g_hash_table_insert (values, (char *) name, va_arg (arguments, char *));
  va_end (arguments);
  return fill_in (ssm_language_label (language, key), values);
}

const char * const *
ssm_language_words (const SsmLanguage *language, const char *key)
{
  static const char * const none[] = { NULL };
  char **words;

  g_return_val_if_fail (language != NULL && key != NULL, none);

  words = g_hash_table_lookup (language->words, key);
  return words != NULL ? (const char * const *) words : none;
}

gboolean
ssm_parse_date (const char *iso, GDate *date)
{
  static const char form[] = "0000-00-00";

  for (guint i = 0; i < sizeof form; i++)
    if (form[i] == '0' ? !g_ascii_isdigit (iso[i]) : iso[i] != form[i])
      return FALSE;

  if (!g_date_valid_dmy (atoi (iso + 8), atoi (iso + 5), atoi (iso)))
    return FALSE;
  g_date_set_dmy (date, atoi (iso + 8), atoi (iso + 5), atoi (iso));
  return TRUE;
}

char *
ssm_language_date (const SsmLanguage *language, const char *iso)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *day = NULL;
  g_autofree char *year = NULL;
  GDate date;

  g_return_val_if_fail (language != NULL && iso != NULL, g_strdup (""));

  if (!ssm_parse_date (iso, &date))
    return g_strdup (iso);

  day = g_strdup_printf ("%d", g_date_get_day (&date));
  year = g_strdup_printf ("%d", g_date_get_year (&date));
  g_hash_table_insert (values, (char *) "d", day);
  g_hash_table_insert (values, (char *) "y", year);
  g_hash_table_insert (values, (char *) "mon",
                       language->months[g_date_get_month (&date) - 1]);
  return fill_in (language->date_pattern, values);
}

char *
ssm_language_day (const SsmLanguage *language, const char *iso)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *written = ssm_language_date (language, iso);
  GDate date;

  if (language->days == NULL || !ssm_parse_date (iso, &date))
    return g_steal_pointer (&written);

  g_hash_table_insert (values, (char *) "date", written);
  g_hash_table_insert (values, (char *) "day",
                       language->days[g_date_get_weekday (&date) - G_DATE_MONDAY]);
  return fill_in (language->day_pattern, values);
}

/* The first @max numbers in @text, whatever digits they are written in; returns how many
 * there are in all. */
static guint
read_numbers (const char *text, guint *numbers, guint max)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit >= 0 && !inside && n++ < max)
        numbers[n - 1] = 0;
      inside = digit >= 0;
      if (inside && n <= max)
        numbers[n - 1] = MIN (numbers[n - 1], 9999) * 10 + (guint) digit;
    }

  return n;
}

/* 1 … 12 where @text has a word that begins like the short name of a month; else 0. */
static guint
find_month (const SsmLanguage *language, const char *text)
{
  g_autofree char *folded = ssm_words_fold (text);

  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_autofree char *month = ssm_words_fold (language->months[i]);
      const char *found;

      if (g_str_has_suffix (month, "."))
        month[strlen (month) - 1] = '\0';
      found = g_unichar_isdigit (g_utf8_get_char (month)) ? NULL : strstr (folded, month);
      if (found != NULL && ssm_words_is_edge (folded, found))
        return i + 1;
    }

  return 0;
}

gboolean
ssm_language_read_date (const SsmLanguage *language, const char *text, GDate *date)
{
  guint numbers[3] = { 0 }, n, day, month, year;

  g_return_val_if_fail (language != NULL && text != NULL, FALSE);

  n = read_numbers (text, numbers, G_N_ELEMENTS (numbers));
  month = find_month (language, text);
  if (month == 0 && n == 3 && numbers[0] >= 1000)
    month = numbers[1];
  else if (month == 0 || n != 2)
    return FALSE;

  day = numbers[0] >= 1000 ? numbers[n - 1] : numbers[0];
  year = numbers[0] >= 1000 ? numbers[0] : numbers[1];
  if (year < 1000 || year > 9999 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}
