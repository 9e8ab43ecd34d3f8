/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-measure-note.h"

static const char * const names[SSM_N_MEASURE_NOTES] = {
  [SSM_NOTE_UNMAPPED] = "unmapped-rows",
  [SSM_NOTE_UNSORTED] = "unsorted-rows",
  [SSM_NOTE_REPEATED] = "repeated-rows",
  [SSM_NOTE_UNDATED] = "undated-rows",
  [SSM_NOTE_STRANGERS] = "history-without-deal",
  [SSM_NOTE_MERGED] = "merged",
  [SSM_NOTE_FUTURE] = "not-yet-created",
  [SSM_NOTE_REOPENED] = "reopened",
  [SSM_NOTE_WON_THEN_LOST] = "won-then-lost",
  [SSM_NOTE_ELSEWHERE] = "other-pipeline",
  [SSM_NOTE_BEFORE_CREATED] = "history-before-created",
  [SSM_NOTE_NEGATIVE] = "negative-duration",
  [SSM_NOTE_NO_CLOSE_DATE] = "no-close-date",
  [SSM_NOTE_NO_REASON] = "no-lost-reason",
  [SSM_NOTE_NO_STAGE] = "no-stage-at-loss",
  [SSM_NOTE_NO_AMOUNT] = "no-amount",
  [SSM_NOTE_NEGATIVE_AMOUNT] = "negative-amount",
  [SSM_NOTE_NO_CURRENCY] = "no-currency",
  [SSM_NOTE_CURRENCIES] = "several-currencies",
  [SSM_NOTE_PAST_DUE] = "past-due",
  [SSM_NOTE_BULK_CLOSED] = "one-close-date",
  [SSM_NOTE_OLDER_THAN_WON] = "older-than-won",
};

const char *
ssm_measure_note_name (SsmMeasureNoteKind kind)
{
  g_return_val_if_fail (kind < SSM_N_MEASURE_NOTES, "");

  return names[kind];
}
