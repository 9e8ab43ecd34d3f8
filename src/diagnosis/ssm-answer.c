/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rule of the four answers. */

#include "ssm-answer.h"

static const char * const names[SSM_N_ANSWERS] = {
  [SSM_ANSWER_UNKNOWN] = "unknown",
  [SSM_ANSWER_PARTLY] = "partly",
  [SSM_ANSWER_NO] = "no",
  [SSM_ANSWER_YES] = "yes",
  [SSM_ANSWER_NOT_APPLICABLE] = "n/a",
  [SSM_ANSWER_NOT_YET] = "no",
};

static gboolean
is_blank (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

SsmAnswer
ssm_answer_judge (const char *is, const char *evidence)
{
  gboolean proved = !is_blank (evidence);

  if (g_str_equal (is, names[SSM_ANSWER_YES]))
    return proved ? SSM_ANSWER_YES : SSM_ANSWER_PARTLY;
  if (g_str_equal (is, names[SSM_ANSWER_NOT_APPLICABLE]))
    return proved ? SSM_ANSWER_NOT_APPLICABLE : SSM_ANSWER_UNKNOWN;
  if (g_str_equal (is, names[SSM_ANSWER_PARTLY]))
    return SSM_ANSWER_PARTLY;
  return g_str_equal (is, names[SSM_ANSWER_NO]) ? SSM_ANSWER_NO : SSM_ANSWER_UNKNOWN;
}

gboolean
ssm_answer_is_met (SsmAnswer answer)
{
  return answer == SSM_ANSWER_YES || answer == SSM_ANSWER_NOT_APPLICABLE;
}

const char *
ssm_answer_name (SsmAnswer answer)
{
  g_return_val_if_fail (answer < SSM_N_ANSWERS, names[SSM_ANSWER_UNKNOWN]);
  return names[answer];
}
