/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days. ISO dates come first and fast: nearly all of a large table's are. */

#include "ssm-table-value-private.h"

#include <string.h>

/* Longest pieces of a date; more is none. */
#define MAX_PIECES 3

static const char * const months[12][9] = {
  { "jan", "ene", "يناير" },
  { "feb", "fév", "fev", "فبراير" },
  { "mar", "mär", "mrz", "مارس" },
  { "apr", "abr", "avr", "أبريل" },
  { "may", "mai", "مايو" },
  { "jun", "juin", "يونيو" },
  { "jul", "juil", "يوليو" },
  { "aug", "ago", "aoû", "aou", "أغسطس" },
  { "sep", "set", "سبتمبر" },
  { "oct", "okt", "out", "أكتوبر" },
  { "nov", "نوفمبر" },
  { "dec", "dez", "déc", "dic", "ديسمبر" },
};

/* A date taken apart. */
typedef struct
{
  guint numbers[MAX_PIECES];
  guint n_digits[MAX_PIECES];
  guint n;
  int month;     /* the piece that is the name of a month, or -1 */
  gboolean dots; /* between the pieces, which nobody writes with the month in front */
} Pieces;

static gboolean
is_leap (guint year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

SsmValueState
ssm_table_make_day (guint year, guint month, guint day, guint32 *julian)
{
  static const guint16 before[] = { 0,   31,  59,  90,  120, 151, 181,
                                    212, 243, 273, 304, 334, 365 };
  guint leap = is_leap (year);
  guint y = year - 1;

  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1
      || day > before[month] - before[month - 1] + (month == 2 ? leap : 0u))
    return SSM_VALUE_BAD;
  *julian = y * 365 + y / 4 - y / 100 + y / 400 + before[month - 1]
            + (month > 2 ? leap : 0) + day;
  return SSM_VALUE_GOOD;
}

/* A table of what strspn () takes would be made for every cell. */
static gboolean
is_of_time (char c)
{
  switch (c)
    {
    case ':': case '.': case ',': case '+': case '-': case ' ':
    case 'T': case 'Z': case 'A': case 'a': case 'P': case 'p': case 'M': case 'm':
    case 'U': case 'C': case 'G': case 'u': case 'h': case 'r':
      return TRUE;
    default:
      return g_ascii_isdigit (c);
    }
}

/* Whether @p is a time of day, or nothing: what follows a date. */
static gboolean
is_time (const char *p)
{
  if (*p == '\0')
    return TRUE;
  if (*p != 'T' && *p != ' ' && *p != ',')
    return FALSE;
  for (p++; is_of_time (*p); p++)
    ;
  return *p == '\0';
}

static gboolean
all_digits (const char *p, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isdigit (p[i]))
      return FALSE;
  return TRUE;
}

static guint
number_of (const char *p, gsize n)
{
  guint number = 0;

  for (gsize i = 0; i < n; i++)
    number = number * 10 + (guint) (p[i] - '0');
  return number;
}

/* 2026-11-25, with or without a time; FALSE where it looks otherwise. */
static gboolean
read_iso (const char *text, SsmValueState *state, guint32 *day)
{
  if (!all_digits (text, 4) || text[4] != '-' || !all_digits (text + 5, 2) || text[7] != '-'
      || !all_digits (text + 8, 2) || g_ascii_isdigit (text[10]))
    return FALSE;

  *state = SSM_VALUE_BAD;
  if (is_time (text + 10))
    *state = ssm_table_make_day (number_of (text, 4), number_of (text + 5, 2),
                       number_of (text + 8, 2), day);
  return TRUE;
}

/* Whether @p is nothing, or the part of a day that spreadsheets write as a fraction. */
static gboolean
is_fraction (const char *p)
{
  return *p == '\0' || (*p == '.' && p[1 + strspn (p + 1, "0123456789")] == '\0');
}

/* Digits alone: 20261125, days as spreadsheets count them (of 1955 to 2099), seconds and
 * milliseconds. */
static SsmValueState
read_count (const char *text, guint32 *day)
{
  const guint32 spreadsheet = 693594; /* Julian day of their day 0, 1899-12-30 */
  const guint32 unix_epoch = 719163;
  gsize n = strspn (text, "0123456789");
  guint64 number = g_ascii_strtoull (text, NULL, 10);

  if (n == 8 && text[8] == '\0')
    return ssm_table_make_day (number_of (text, 4), number_of (text + 4, 2), number_of (text + 6, 2),
                     day);
  if (n == 5 && number > 20000 && number < 73051 && is_fraction (text + n))
    {
      *day = spreadsheet + (guint32) number;
      return SSM_VALUE_GOOD;
    }
  if ((n != 13 && n != 12 && n != 10) || text[n] != '\0')
    return SSM_VALUE_BAD;
  *day = unix_epoch + (guint32) (number / (n == 10 ? 86400 : 86400000));
  return SSM_VALUE_GOOD;
}

/* The month that the word at @p begins to name, or 0. */
static guint
month_of (const char *p, gsize length)
{
  g_autofree char *word = g_utf8_strdown (p, (gssize) length);

  for (guint month = 0; month < G_N_ELEMENTS (months); month++)
    for (guint i = 0; months[month][i] != NULL; i++)
      if (g_str_has_prefix (word, months[month][i]))
        return month + 1;
  return 0;
}

static gsize
word_length (const char *p)
{
  const char *end = p;

  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return (gsize) (end - p);
}

static gboolean
take_piece (Pieces *pieces, const char **p)
{
  gsize n = strspn (*p, "0123456789");
  gsize n_letters = n == 0 ? word_length (*p) : 0;

  if (pieces->n == MAX_PIECES || n > 4 || n_letters > 30 || n + n_letters == 0)
    return FALSE;
  pieces->numbers[pieces->n] = n > 0 ? number_of (*p, n) : month_of (*p, n_letters);
  pieces->n_digits[pieces->n] = (guint) n;
  if (n == 0)
    pieces->month = (int) pieces->n;
  pieces->n++;
  *p += n + n_letters;
  return n > 0 || pieces->numbers[pieces->n - 1] > 0;
}

/* Passes what stands between two pieces. */
static void
pass_between (Pieces *pieces, const char **p)
{
  static const char * const marks[] = { "年", "月", "日", "º", "." };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (*p, marks[i]))
      {
        pieces->dots |= **p == '.';
        *p += strlen (marks[i]);
      }
  *p += strspn (*p, "/-, ");
  if (g_str_has_prefix (*p, "de "))
    *p += 3;
}

static gboolean
take_apart (const char *text, Pieces *pieces)
{
  const char *p = text;

  *pieces = (Pieces) { .month = -1 };
  while (pieces->n < MAX_PIECES)
    {
      if (!take_piece (pieces, &p))
        return FALSE;
      if (pieces->n < MAX_PIECES)
        pass_between (pieces, &p);
    }
  if (g_str_has_prefix (p, "日"))
    p += strlen ("日");
  return is_time (p);
}

static guint
full_year (guint year, guint n_digits)
{
  if (n_digits == 4)
    return year;
  return n_digits == 2 ? year + (year < 70 ? 2000 : 1900) : 0;
}

SsmDayForm
ssm_table_day_form (const char *text, guint32 days[2])
{
  Pieces pieces;
  const guint *n = pieces.numbers;
  gboolean dmy, mdy;
  guint year;

  if (!take_apart (text, &pieces) || pieces.month == 2)
    return SSM_DAY_NONE;
  if (pieces.n_digits[0] == 4)
    return ssm_table_make_day (n[0], n[1], n[2], days) == SSM_VALUE_GOOD ? SSM_DAY_CERTAIN
                                                               : SSM_DAY_NONE;
  year = full_year (n[2], pieces.n_digits[2]);
  dmy = pieces.month != 0 && ssm_table_make_day (year, n[1], n[0], &days[0]) == SSM_VALUE_GOOD;
  mdy = pieces.month != 1 && !pieces.dots
        && ssm_table_make_day (year, n[0], n[1], &days[1]) == SSM_VALUE_GOOD;
  if (!dmy && mdy)
    return pieces.month == 0 ? SSM_DAY_CERTAIN_MDY : SSM_DAY_MDY;
  if (dmy && !mdy)
    return pieces.month == 1 || pieces.dots ? SSM_DAY_CERTAIN : SSM_DAY_DMY;
  return dmy ? SSM_DAY_OPEN : SSM_DAY_NONE;
}

static SsmValueState
read_pieces (const char *text, SsmDateOrder order, guint32 *day)
{
  guint32 days[2];
  SsmDayForm form = ssm_table_day_form (text, days);
  gboolean dmy = form == SSM_DAY_CERTAIN || form == SSM_DAY_DMY
                 || (form == SSM_DAY_OPEN && order == SSM_DATE_ORDER_DMY);

  if (form == SSM_DAY_NONE || (form == SSM_DAY_DMY && order == SSM_DATE_ORDER_MDY)
      || (form == SSM_DAY_MDY && order == SSM_DATE_ORDER_DMY))
    return SSM_VALUE_BAD;
  if (form == SSM_DAY_OPEN && order == SSM_DATE_ORDER_UNKNOWN && days[0] != days[1])
    return SSM_VALUE_AMBIGUOUS;
  *day = days[dmy ? 0 : 1];
  return SSM_VALUE_GOOD;
}

SsmValueState
ssm_table_day (const char *text, SsmDateOrder order, guint32 *day)
{
  SsmValueState state;
  g_autofree char *trimmed = NULL;

  *day = 0;
  if (read_iso (text, &state, day))
    return state;
  trimmed = g_strstrip (g_strndup (text, 64));
  if (ssm_table_is_nothing (trimmed))
    return SSM_VALUE_EMPTY;
  if (read_iso (trimmed, &state, day))
    return state;
  if (strspn (trimmed, "0123456789") >= 5)
    return read_count (trimmed, day);
  return read_pieces (trimmed, order, day);
}
