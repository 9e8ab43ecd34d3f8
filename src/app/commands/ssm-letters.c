/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-letters.h"

#include <glib/gi18n-lib.h>

const char * const ssm_letters[] = { "M", "E", "D", "DP", "P", "I", "C", "CO", NULL };

static const char * const names[] = {
  N_ ("Metrics"),       N_ ("Economic buyer"),  N_ ("Decision criteria"),
  N_ ("Decision process"), N_ ("Paper process"), N_ ("Identified pain"),
  N_ ("Champion"),      N_ ("Competition"),
};

/* Translators: short for the names of MEDDPICC: Metrics, Economic buyer, Decision criteria,
 * Decision process, Paper process, Identified pain, Champion, Competition */
static const char * const tags[] = {
  NC_ ("MEDDPICC", "Metrics"), NC_ ("MEDDPICC", "Buyer"),   NC_ ("MEDDPICC", "Criteria"),
  NC_ ("MEDDPICC", "Process"), NC_ ("MEDDPICC", "Paper"),   NC_ ("MEDDPICC", "Pain"),
  NC_ ("MEDDPICC", "Champion"), NC_ ("MEDDPICC", "Competition"),
};

static int
find (const char *letter)
{
  for (int i = 0; ssm_letters[i] != NULL; i++)
    {
      if (g_str_equal (ssm_letters[i], letter))
        return i;
    }

  return -1;
}

const char *
ssm_letter_name (const char *letter)
{
  int index = find (letter);

  return index >= 0 ? _ (names[index]) : letter;
}

const char *
ssm_letter_tag (const char *letter)
{
  int index = find (letter);

  return index >= 0 ? g_dpgettext2 (GETTEXT_PACKAGE, "MEDDPICC", tags[index]) : letter;
}
