/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong or strange in the data that were measured, with how many it is about. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_NOTE_UNMAPPED,       /* rows in stages that the map does not have */
  SSM_NOTE_UNSORTED,       /* rows behind later ones of their deal */
  SSM_NOTE_REPEATED,       /* rows that say once more where a deal is */
  SSM_NOTE_UNDATED,        /* rows without a date */
  SSM_NOTE_STRANGERS,      /* deals that have a history and no row */
  SSM_NOTE_MERGED,
  SSM_NOTE_FUTURE,         /* deals that do not exist yet on the day */
  SSM_NOTE_REOPENED,       /* deals opened again after they were closed */
  SSM_NOTE_WON_THEN_LOST,
  SSM_NOTE_ELSEWHERE,      /* deals that went to another pipeline */
  SSM_NOTE_BEFORE_CREATED, /* deals with a history from before they were created */
  SSM_NOTE_NEGATIVE,       /* deals closed before they were created, or left a stage before
                                 they entered it: their time is not counted */
  SSM_NOTE_NO_CLOSE_DATE,  /* closed deals of which nobody knows when */
  SSM_NOTE_NO_REASON,      /* lost deals without one */
  SSM_NOTE_NO_STAGE,       /* lost deals that no stage is known of: they are in no stage's
                                 figures */
  SSM_NOTE_NO_AMOUNT,      /* deals left out of sums */
  SSM_NOTE_NEGATIVE_AMOUNT,
  SSM_NOTE_NO_CURRENCY,
  SSM_NOTE_CURRENCIES,     /* how many there are, if more than one */
  SSM_NOTE_PAST_DUE,
  SSM_NOTE_BULK_CLOSED,    /* closed deals, if all of ten or more have the same day */
  SSM_NOTE_OLDER_THAN_WON, /* open deals older than the slowest that was won */
  SSM_N_MEASURE_NOTES
} SsmMeasureNoteKind;

typedef struct
{
  guint count;
  guint example;  /* the first deal it is about; G_MAXUINT: it is about rows */
} SsmMeasureNote;

/* "no-close-date", for other programs. */
const char *ssm_measure_note_name (SsmMeasureNoteKind kind);

G_END_DECLS
