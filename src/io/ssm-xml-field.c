/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-xml-field.h"

#include "ssm-id.h"
#include "ssm-map.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DIGITS "0123456789"
#define MAX_WHOLE 15
#define MAX_FRACTION 6

static gboolean
is_number (const char *value)
{
  gsize whole, fraction;

  value += *value == '-';
  whole = strspn (value, DIGITS);
  value += whole;
  if (*value == '\0')
    return whole >= 1 && whole <= MAX_WHOLE;
  if (*value != '.')
    return FALSE;

  fraction = strspn (value + 1, DIGITS);
  return whole >= 1 && whole <= MAX_WHOLE && fraction >= 1 && fraction <= MAX_FRACTION
         && value[1 + fraction] == '\0';
}

static gboolean
is_date (const char *value)
{
  for (int i = 0; i < 10; i++)
    {
      if ((i == 4 || i == 7) ? value[i] != '-' : !g_ascii_isdigit (value[i]))
        return FALSE;
    }

  return value[10] == '\0'
         && g_date_valid_dmy ((GDateDay) atoi (value + 8), (GDateMonth) atoi (value + 5),
                              (GDateYear) atoi (value));
}

/* Subtags of letters and digits, the first of letters. */
static gboolean
is_language (const char *value)
{
  g_auto (GStrv) subtags = g_strsplit (value, "-", -1);

  for (guint i = 0; subtags[i] != NULL; i++)
    {
      gsize length = 0;

      while (i == 0 ? g_ascii_isalpha (subtags[i][length])
                    : g_ascii_isalnum (subtags[i][length]))
        length++;
      if (length == 0 || length > 8 || subtags[i][length] != '\0')
        return FALSE;
    }

  return TRUE;
}

char *
ssm_xml_field_problem (SsmField field, const char *value)
{
  switch (ssm_field_info (field)->type)
    {
    case SSM_TYPE_ID:
      return ssm_id_is_valid (value)
               ? NULL
               : g_strdup (_("is no id; an id is a small letter and up to 63 small "
                             "letters, digits, “.”, “_” and “-”"));
    case SSM_TYPE_NUMBER:
      return is_number (value) ? NULL
                               : g_strdup (_("is no number; write at most 15 digits, and "
                                             "6 behind a point: 1234.56"));
    case SSM_TYPE_DATE:
      return is_date (value) ? NULL
                             : g_strdup (_("is no day of the calendar; write year, month "
                                           "and day: 2026-11-23"));
    case SSM_TYPE_FLAG:
      return strcmp (value, "yes") == 0 || strcmp (value, "no") == 0
               ? NULL
               : g_strdup (_("is neither yes nor no; write one of them"));
    case SSM_TYPE_LANGUAGE:
      return *value == '\0' || is_language (value)
               ? NULL
               : g_strdup (_("is no language; write its code: en, pt-BR"));
    default:
      return NULL;
    }
}

/* An ISO 4217 code. */
static gboolean
is_currency (const char *value)
{
  return strlen (value) == 3 && strspn (value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static gboolean
is_known_in_workshop (SsmField field, const char *value)
{
  static const char *const sides[] = { "entry", "exit", NULL };
  static const char *const results[] = { "kept", "left", NULL };
  static const char *const steps[] = { "other", "definitions", "self-check", "export", NULL };

  switch ((int) field)
    {
    case SSM_PROPOSAL_SIDE:
      return g_strv_contains (sides, value);
    case SSM_PROPOSAL_IS:
      return g_strv_contains (results, value);
    case SSM_STEP_OF:
      return g_strv_contains (steps, value) || g_strv_contains (ssm_blocks, value);
    default:
      return TRUE;
    }
}

static gboolean
is_known_in_book (SsmField field, const char *value)
{
  static const char *const answers[] = { "yes", "partly", "no", "unknown",
                                         "not-applicable", NULL };
  static const char *const orders[] = { "dmy", "mdy", "ymd", NULL };
  static const char *const columns[] = { "name", "account", "owner", "crm", "stage", "since",
                                         "created", "amount", "currency", "close", "result",
                                         "closed", "reason", "value", NULL };
  static const char *const meanings[] = { "stage", "reason", NULL };
  static const char *const results[] = { "won", "lost", NULL };

  switch ((int) field)
    {
    case SSM_IMPORT_DATE_ORDER:
      return g_strv_contains (orders, value);
    case SSM_COLUMN_FIELD:
      return g_strv_contains (columns, value);
    case SSM_MEANING_OF:
      return g_strv_contains (meanings, value);
    case SSM_IMPORT_CURRENCY:
    case SSM_DEAL_CURRENCY:
      return is_currency (value);
    case SSM_ANSWER_IS:
      return g_strv_contains (answers, value);
    case SSM_ANSWER_SOURCE:
      return strcmp (value, "data") == 0;
    case SSM_CLOSED_AS:
      return g_strv_contains (results, value);
    default:
      return is_known_in_workshop (field, value);
    }
}

gboolean
ssm_xml_field_is_known (SsmField field, const char *value)
{
  static const char *const papers[] = { "A4", "A3", "A5", "Letter", "Legal", "custom", NULL };
  static const char *const orientations[] = { "landscape", "portrait", NULL };
  static const char *const directions[] = { "ltr", "rtl", NULL };
  static const char *const letters[] = { "M", "E", "D", "DP", "P", "I", "C", "CO", NULL };
  static const char *const tests[] = { "known", "at-least", "at-most", "is", "is-not",
                                       "one-of", "within-days", NULL };
  static const char *const measures[] = { "win-rate", "coverage", "cycle-time",
                                          "conversion", NULL };

  switch ((int) field)
    {
    case SSM_PAGE_PAPER:
      return g_strv_contains (papers, value);
    case SSM_PAGE_ORIENTATION:
      return g_strv_contains (orientations, value);
    case SSM_PAGE_DIRECTION:
      return g_strv_contains (directions, value);
    case SSM_STAGE_BLOCK:
      return strcmp (value, "other") == 0 || g_strv_contains (ssm_blocks, value);
    case SSM_CRITERION_LETTER:
      return g_strv_contains (letters, value);
    case SSM_CRITERION_TEST:
      return g_strv_contains (tests, value);
    case SSM_MEASURE_KIND:
    case SSM_TOTAL_KIND:
      return g_strv_contains (measures, value);
    default:
      return is_known_in_book (field, value);
    }
}
