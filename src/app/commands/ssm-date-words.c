/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text is cut into numbers and words, and every way to say a day looks whether these are
 * its own. */

#include "ssm-date-words.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "ssm-language.h"
#include "ssm-words.h"

/* More than this is no way to say a day. */
#define MAX_TOKENS 6

typedef struct
{
  char *words[MAX_TOKENS]; /* folded; NULL for a number */
  int numbers[MAX_TOKENS];
  guint digits[MAX_TOKENS];
  guint n;
  const GDate *today;
  SsmDateSense sense;
} Said;

static void
said_clear (Said *said)
{
  for (guint i = 0; i < said->n; i++)
    g_free (said->words[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, said_clear)

static const char *
skip_run (const char *p, gboolean (*belongs) (gunichar))
{
  while (*p != '\0' && belongs (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static void
add_number (Said *said, const char *from, const char *to)
{
  int value = 0;

  for (const char *p = from; p < to; p = g_utf8_next_char (p))
    value = MIN (value * 10 + g_unichar_digit_value (g_utf8_get_char (p)), 100000);
  said->numbers[said->n] = value;
  said->digits[said->n++] = (guint) g_utf8_strlen (from, to - from);
}

/* FALSE for what is too long to be a day. */
static gboolean
cut (Said *said, const char *text)
{
  g_autofree char *folded = ssm_words_fold (text);

  for (const char *p = folded; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *end = skip_run (p, g_unichar_isdigit (c) ? g_unichar_isdigit : is_word);

      if (end == p)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (said->n == MAX_TOKENS)
        return FALSE;
      if (g_unichar_isdigit (c))
        add_number (said, p, end);
      else
        said->words[said->n++] = g_strndup (p, (gsize) (end - p));
      p = end;
    }
  return said->n > 0;
}

/* Whether @word is one of @list, whose words are parted by blanks. */
static gboolean
is_one_of (const char *word, const char *list)
{
  g_autofree char *folded = ssm_words_fold (list);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  return word != NULL && g_strv_contains ((const char * const *) words, word);
}

/* The name of a month, 1 … 12, or of a day of the week, 1 being Monday. */
static gboolean
begins_name (const char *word, const char *format, guint number)
{
  g_autoptr (GDateTime) time
    = strchr (format, 'B') != NULL || strchr (format, 'b') != NULL
        ? g_date_time_new_utc (2026, (int) number, 1, 0, 0, 0)
        : g_date_time_new_utc (2026, 6, (int) number, 0, 0, 0); /* 1 June is a Monday */
  g_autofree char *name = g_date_time_format (time, format);
  g_autofree char *folded = name != NULL ? ssm_words_fold (name) : NULL;

  return folded != NULL && g_str_has_prefix (folded, word);
}

static const char * const english_months[] = { "january", "february", "march", "april", "may",
                                               "june", "july", "august", "september",
                                               "october", "november", "december" };
static const char * const english_days[] = { "monday", "tuesday", "wednesday", "thursday",
                                             "friday", "saturday", "sunday" };

static gboolean
names (const char *word, const char * const *english, const char * const *formats,
       guint number)
{
  if (g_str_has_prefix (english[number - 1], word))
    return TRUE;
  for (guint i = 0; formats[i] != NULL; i++)
    if (begins_name (word, formats[i], number))
      return TRUE;
  return FALSE;
}

/* The only one of @n names that begins with @word; 0 where none or several do. */
static guint
find_name (const char *word, guint n, const char * const *english,
           const char * const *formats)
{
  guint found = 0;

  if (word == NULL)
    return 0;
  for (guint i = 1; i <= n; i++)
    if (names (word, english, formats, i))
      {
        if (found != 0)
          return 0;
        found = i;
      }
  return found;
}

static guint
find_month (const char *word)
{
  static const char * const formats[] = { "%B", "%b", "%OB", NULL };

  if (word == NULL || g_utf8_strlen (word, -1) < 3)
    return 0;
  return find_name (word, 12, english_months, formats);
}

static guint
find_weekday (const char *word)
{
  static const char * const formats[] = { "%A", "%a", NULL };

  return find_name (word, 7, english_days, formats);
}

/* The day in the year that is meant where none is said. */
static gboolean
set_near (const Said *said, guint day, guint month, GDate *date)
{
  int year = g_date_get_year (said->today);
  int step = said->sense == SSM_DATE_COMING ? 1 : -1;

  /* 29 February may be years away. */
  for (guint i = 0; i < 9; i++, year += step)
    {
      if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        continue;
      g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
      if (g_date_compare (date, said->today) * step >= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
set_day (const Said *said, int day, int month, int year, GDate *date)
{
  if (day < 1 || day > 31 || month < 1 || month > 12)
    return FALSE;
  if (year < 0)
    return set_near (said, (guint) day, (guint) month, date);
  if (year < 100)
    year += 2000;
  if (year < 1900 || year > 9999
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* today, tomorrow, yesterday */
static gboolean
read_neighbour (const Said *said, GDate *date)
{
  const char *word = said->words[0];

  if (said->n != 1 || word == NULL)
    return FALSE;
  *date = *said->today;
  /* Translators: words for today, as a person types them; parted by blanks */
  if (is_one_of (word, _("today now")) || is_one_of (word, "today"))
    return TRUE;
  /* Translators: words for tomorrow, as a person types them; parted by blanks */
  if (is_one_of (word, _("tomorrow")) || is_one_of (word, "tomorrow"))
    g_date_add_days (date, 1);
  /* Translators: words for yesterday, as a person types them; parted by blanks */
  else if (is_one_of (word, _("yesterday")) || is_one_of (word, "yesterday"))
    g_date_subtract_days (date, 1);
  else
    return FALSE;
  return TRUE;
}

static gboolean
add_span (int number, const char *unit, gboolean ago, GDate *date)
{
  /* Translators: words for days in “in 2 days”, also shortened; parted by blanks */
  if (is_one_of (unit, _("day days d")) || is_one_of (unit, "day days d"))
    number *= 1;
  /* Translators: words for weeks in “in 2 weeks”, also shortened; parted by blanks */
  else if (is_one_of (unit, _("week weeks w")) || is_one_of (unit, "week weeks w"))
    number *= 7;
  /* Translators: words for months in “in 2 months”, also shortened; parted by blanks */
  else if (is_one_of (unit, _("month months m")) || is_one_of (unit, "month months m"))
    {
      if (ago)
        g_date_subtract_months (date, (guint) number);
      else
        g_date_add_months (date, (guint) number);
      return TRUE;
    }
  else
    return FALSE;
  if (ago)
    g_date_subtract_days (date, (guint) number);
  else
    g_date_add_days (date, (guint) number);
  return TRUE;
}

/* "in 2 weeks", "3 days", "2 weeks ago" */
static gboolean
read_span (const Said *said, GDate *date)
{
  guint at = said->words[0] != NULL ? 1 : 0;
  gboolean ago = said->sense == SSM_DATE_PAST;

  if (said->n < at + 2 || said->n > 3 || said->words[at] != NULL || said->words[at + 1] == NULL
      || said->numbers[at] > 1000)
    return FALSE;
  *date = *said->today;
  for (guint i = 0; i < said->n; i++)
    /* Translators: the words in “2 weeks ago” that say it is past; parted by blanks */
    if (is_one_of (said->words[i], _("ago")) || is_one_of (said->words[i], "ago"))
      ago = TRUE;
    /* Translators: the words in “in 2 weeks” that say it is to come; parted by blanks */
    else if (is_one_of (said->words[i], _("in")) || is_one_of (said->words[i], "in"))
      ago = FALSE;
  return add_span (said->numbers[at], said->words[at + 1], ago, date);
}

/* "fri", "next friday" */
static gboolean
read_weekday (const Said *said, GDate *date)
{
  const char *word = said->words[said->n - 1];
  guint weekday = word != NULL && said->n <= 2 ? find_weekday (word) : 0;
  guint today = (guint) g_date_get_weekday (said->today);
  guint days;

  /* One letter is a day in Chinese and Japanese, and none in Latin script. */
  if (weekday == 0 || strlen (word) < 2 || (said->n == 2 && said->words[0] == NULL))
    return FALSE;
  *date = *said->today;
  if (said->sense == SSM_DATE_COMING)
    {
      days = (weekday + 7 - today) % 7;
      g_date_add_days (date, days == 0 ? 7 : days);
    }
  else
    {
      days = (today + 7 - weekday) % 7;
      g_date_subtract_days (date, days == 0 ? 7 : days);
    }
  return TRUE;
}

/* "12 Dec", "Dec 12", "12 December 2026" */
static gboolean
read_month (const Said *said, GDate *date)
{
  guint month = 0;
  int numbers[2] = { -1, -1 };
  guint n = 0;

  for (guint i = 0; i < said->n; i++)
    if (said->words[i] == NULL && n == 2)
      return FALSE;
    else if (said->words[i] == NULL)
      numbers[n++] = said->numbers[i];
    else if (month == 0)
      month = find_month (said->words[i]);
  return month != 0 && n > 0 && set_day (said, numbers[0], (int) month, numbers[1], date);
}

static gboolean
month_comes_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month = strpbrk (format, "mD");
  const char *day = strpbrk (format, "de");

  return month != NULL && (day == NULL || month < day);
}

/* "2026-12-12", "12.12.", "12/12/26", "12" */
static gboolean
read_numbers (const Said *said, GDate *date)
{
  const int *numbers = said->numbers;
  int year = said->n == 3 ? numbers[2] : -1;
  guint day = 0;

  for (guint i = 0; i < said->n; i++)
    if (said->words[i] != NULL)
      return FALSE;
  if (said->n == 3 && said->digits[0] == 4)
    return set_day (said, numbers[2], numbers[1], numbers[0], date);
  if (said->n == 1)
    {
      *date = *said->today;
      while (day++ < 62 && (int) g_date_get_day (date) != numbers[0])
        g_date_set_julian (date, g_date_get_julian (date)
                                   + (said->sense == SSM_DATE_COMING ? 1 : -1));
      return said->digits[0] <= 2 && (int) g_date_get_day (date) == numbers[0];
    }
  if (said->n > 3)
    return FALSE;
  if (month_comes_first () ? numbers[0] <= 12 : numbers[1] > 12)
    return set_day (said, numbers[1], numbers[0], year, date);
  return set_day (said, numbers[0], numbers[1], year, date);
}

gboolean
ssm_date_words_read (const char *text, const GDate *today, SsmDateSense sense, GDate *date)
{
  g_auto (Said) said = { .today = today, .sense = sense };

  g_return_val_if_fail (g_date_valid (today), FALSE);

  g_date_clear (date, 1);
  if (!cut (&said, text))
    return FALSE;
  return read_neighbour (&said, date) || read_span (&said, date)
         || read_weekday (&said, date) || read_month (&said, date)
         || read_numbers (&said, date);
}

GDate
ssm_date_words_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  return today;
}

char *
ssm_date_words_to_file (const GDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

/* (transfer full) */
static char *
format_date (const char *iso, const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  if (!ssm_parse_date (iso, &date))
    return g_strdup (iso);
  time = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);
  return g_date_time_format (time, format);
}

char *
ssm_date_words_with_day (const char *iso)
{
  /* Translators: a date format, Fri 27 Nov 2026 */
  return format_date (iso, _("%a %-d %b %Y"));
}

char *
ssm_date_words_plain (const char *iso)
{
  /* Translators: a date format, 9 Nov 2026 */
  return format_date (iso, _("%-d %b %Y"));
}
