/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days as people say them: "fri", "in 2 weeks", "12 Dec", "20.10.", "tomorrow". Names of
 * months and days are understood in the language of the person and in English; which of day
 * and month comes first in "3/4" is as the person's country writes it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is meant where the year, or the week, is not said. */
typedef enum
{
  SSM_DATE_COMING, /* the next such day, today for "25 Nov" on that day */
  SSM_DATE_PAST    /* the last one */
} SsmDateSense;

/* FALSE where @text names no day. */
gboolean ssm_date_words_read (const char *text, const GDate *today, SsmDateSense sense,
                              GDate *date);

/* The day it is where the person is. */
GDate ssm_date_words_today (void);

/* (transfer full): as files hold it, YYYY-MM-DD. */
char *ssm_date_words_to_file (const GDate *date);

/* (transfer full): @iso, YYYY-MM-DD, with its day of the week, "Fri 27 Nov 2026", and
 * without, "27 Nov 2026"; as it is where it is no date. */
char *ssm_date_words_with_day (const char *iso);
char *ssm_date_words_plain    (const char *iso);

G_END_DECLS
