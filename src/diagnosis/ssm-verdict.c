/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rule of the four answers. */

#include "ssm-verdict.h"

static const char * const names[SSM_N_VERDICTS] = {
  [SSM_VERDICT_UNKNOWN] = "unknown",
  [SSM_VERDICT_PARTLY] = "partly",
  [SSM_VERDICT_NO] = "no",
  [SSM_VERDICT_YES] = "yes",
  [SSM_VERDICT_NOT_APPLICABLE] = "not-applicable",
  [SSM_VERDICT_NOT_YET] = "no",
};

static gboolean
is_blank (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

SsmVerdict
ssm_verdict_of (const char *is, const char *evidence)
{
  gboolean proved = !is_blank (evidence);

  if (g_str_equal (is, names[SSM_VERDICT_YES]))
    return proved ? SSM_VERDICT_YES : SSM_VERDICT_PARTLY;
  if (g_str_equal (is, names[SSM_VERDICT_NOT_APPLICABLE]))
    return proved ? SSM_VERDICT_NOT_APPLICABLE : SSM_VERDICT_UNKNOWN;
  if (g_str_equal (is, names[SSM_VERDICT_PARTLY]))
    return SSM_VERDICT_PARTLY;
  return g_str_equal (is, names[SSM_VERDICT_NO]) ? SSM_VERDICT_NO : SSM_VERDICT_UNKNOWN;
}

gboolean
ssm_verdict_is_met (SsmVerdict answer)
{
  return answer == SSM_VERDICT_YES || answer == SSM_VERDICT_NOT_APPLICABLE;
}

const char *
ssm_verdict_name (SsmVerdict answer)
{
  g_return_val_if_fail (answer < SSM_N_VERDICTS, names[SSM_VERDICT_UNKNOWN]);
  return names[answer];
}
