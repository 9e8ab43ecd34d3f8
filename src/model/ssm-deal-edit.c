/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-edit.h"

#include "ssm-clean.h"

#include <string.h>

/* FALSE where the text is what it was. @text: NULL is "". */
static gboolean
change_text (SsmPart *copy, SsmField field, const char *text)
{
  gboolean one_line = ssm_field_info (field)->form == SSM_FORM_ATTRIBUTE;
  g_autofree char *clean = ssm_clean_text (text != NULL ? text : "", one_line);

  if (strcmp (ssm_part_text (copy, field), clean) == 0)
    return FALSE;

  ssm_part_set_text (copy, field, clean);
  return TRUE;
}

/* The only part of @list becomes @only, (transfer full); NULL takes it away. */
static void
put_only (SsmPart *copy, SsmList list, SsmPart *only)
{
  if (ssm_part_n_children (copy, list) > 0)
    ssm_part_remove (copy, list, 0);
  if (only != NULL)
    ssm_part_insert (copy, list, 0, only);
}

/* (transfer full): a copy of the only part of @list, or a new one. */
static SsmPart *
copy_only (const SsmPart *parent, SsmList list)
{
  const SsmPart *only = parent != NULL ? ssm_part_only (parent, list) : NULL;

  return only != NULL ? ssm_part_copy (only)
                      : ssm_part_new (ssm_list_info (list)->child, NULL);
}

SsmPart *
ssm_deal_with_text (SsmPart *deal, SsmField field, const char *text)
{
  g_autoptr (SsmPart) copy = ssm_part_copy (deal);

  g_return_val_if_fail (ssm_field_info (field)->kind == SSM_KIND_DEAL, NULL);

  if (!change_text (copy, field, text))
    return ssm_part_ref (deal);
  return ssm_part_seal (g_steal_pointer (&copy));
}

SsmPart *
ssm_deal_with_close (SsmPart *deal, const char *date)
{
  g_autoptr (SsmPart) copy = ssm_part_copy (deal);
  const char *before = ssm_part_text (deal, SSM_DEAL_CLOSE);

  if (!change_text (copy, SSM_DEAL_CLOSE, date))
    return ssm_part_ref (deal);

  if (*before != '\0' && strcmp (ssm_part_text (copy, SSM_DEAL_CLOSE), before) > 0)
    {
      gint64 slips = (gint64) ssm_part_number (deal, SSM_DEAL_SLIPS, 0) + 1;
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, slips);

      ssm_part_set_text (copy, SSM_DEAL_SLIPS, text);
    }
  return ssm_part_seal (g_steal_pointer (&copy));
}

static SsmPart *
last_child (const SsmPart *part, SsmList list)
{
  guint n = ssm_part_n_children (part, list);

  return n > 0 ? ssm_part_child (part, list, n - 1) : NULL;
}

static void
append_move (SsmPart *copy, const char *date, const char *from, const char *to)
{
  SsmPart *move = ssm_part_new (SSM_KIND_MOVE, NULL);

  ssm_part_set_text (move, SSM_MOVE_DATE, date);
  ssm_part_set_text (move, SSM_MOVE_FROM, from);
  ssm_part_set_text (move, SSM_MOVE_TO, to);
  ssm_part_insert (copy, SSM_LIST_MOVES, ssm_part_n_children (copy, SSM_LIST_MOVES), move);
}

/* A deal that came from elsewhere has a stage, and no history that says since when. */
static void
record_arrival (SsmPart *copy)
{
  const char *stage = ssm_part_text (copy, SSM_DEAL_CLAIMED);
  const char *since = ssm_part_text (copy, SSM_DEAL_SINCE);

  if (*stage != '\0' && *since != '\0' && last_child (copy, SSM_LIST_MOVES) == NULL)
    append_move (copy, since, NULL, stage);
}

/* Takes a move of the same day back, and tells from where it led. */
static char *
take_back_move (SsmPart *copy, const char *date)
{
  const SsmPart *last = last_child (copy, SSM_LIST_MOVES);
  char *from;

  if (last == NULL || strcmp (ssm_part_text (last, SSM_MOVE_DATE), date) != 0
      || strcmp (ssm_part_text (last, SSM_MOVE_TO),
                 ssm_part_text (copy, SSM_DEAL_CLAIMED)) != 0)
    return g_strdup (ssm_part_text (copy, SSM_DEAL_CLAIMED));

  from = g_strdup (ssm_part_text (last, SSM_MOVE_FROM));
  ssm_part_remove (copy, SSM_LIST_MOVES, ssm_part_n_children (copy, SSM_LIST_MOVES) - 1);
  return from;
}

SsmPart *
ssm_deal_with_claim (SsmPart *deal, const char *stage, const char *date)
{
  g_autofree char *from = NULL;
  const SsmPart *last;
  SsmPart *copy;

  if (strcmp (ssm_part_text (deal, SSM_DEAL_CLAIMED), stage) == 0)
    return ssm_part_ref (deal);

  copy = ssm_part_copy (deal);
  record_arrival (copy);
  from = take_back_move (copy, date);
  if (strcmp (from, stage) != 0)
    append_move (copy, date, from, stage);

  last = last_child (copy, SSM_LIST_MOVES);
  ssm_part_set_text (copy, SSM_DEAL_CLAIMED, stage);
  ssm_part_set_text (copy, SSM_DEAL_SINCE,
                     last != NULL ? ssm_part_text (last, SSM_MOVE_DATE) : NULL);
  return ssm_part_seal (copy);
}

static gboolean
find_answer (const SsmPart *diagnosis, const char *criterion, guint *index)
{
  guint n = ssm_part_n_children (diagnosis, SSM_LIST_ANSWERS);

  for (*index = 0; *index < n; *index += 1)
    {
      const SsmPart *answer = ssm_part_child (diagnosis, SSM_LIST_ANSWERS, *index);

      if (strcmp (ssm_part_text (answer, SSM_ANSWER_CRITERION), criterion) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Data may be answered by anybody, a person by persons only. */
static gboolean
may_answer (const SsmPart *old, const SsmAnswer *answer)
{
  return !answer->from_data || old == NULL
         || strcmp (ssm_part_text (old, SSM_ANSWER_SOURCE), "data") == 0;
}

/* FALSE where it says what was said before. */
static gboolean
fill_answer (SsmPart *copy, const SsmAnswer *answer)
{
  gboolean changed = change_text (copy, SSM_ANSWER_IS, answer->is);

  changed |= change_text (copy, SSM_ANSWER_SOURCE, answer->from_data ? "data" : "");
  if (answer->evidence != NULL)
    changed |= change_text (copy, SSM_ANSWER_EVIDENCE, answer->evidence);
  if (answer->words != NULL)
    changed |= change_text (copy, SSM_ANSWER_WORDS, answer->words);
  if (!changed)
    return FALSE;

  change_text (copy, SSM_ANSWER_DATE, answer->date);
  change_text (copy, SSM_ANSWER_BY, answer->by);
  return TRUE;
}

/* (transfer full): a copy with @diagnosis, (transfer full), as the one worked on; without
 * it where it holds nothing. */
static SsmPart *
with_diagnosis (SsmPart *deal, SsmPart *diagnosis)
{
  SsmPart *copy = ssm_part_copy (deal);

  if (ssm_part_n_children (diagnosis, SSM_LIST_ANSWERS) == 0
      && ssm_part_n_children (diagnosis, SSM_LIST_NEXT) == 0
      && ssm_part_n_foreign (diagnosis) == 0)
    g_clear_pointer (&diagnosis, ssm_part_unref);
  put_only (copy, SSM_LIST_DIAGNOSIS, diagnosis);
  return ssm_part_seal (copy);
}

SsmPart *
ssm_deal_with_answer (SsmPart *deal, const char *criterion, const SsmAnswer *answer)
{
  g_autoptr (SsmPart) diagnosis = copy_only (deal, SSM_LIST_DIAGNOSIS);
  SsmPart *old = ssm_diagnosis_answer (diagnosis, criterion);
  g_autoptr (SsmPart) new
    = old != NULL ? ssm_part_copy (old) : ssm_part_new (SSM_KIND_ANSWER, NULL);
  guint index;

  g_return_val_if_fail (*criterion != '\0' && answer->is != NULL, NULL);

  if (!may_answer (old, answer) || !fill_answer (new, answer))
    return ssm_part_ref (deal);

  ssm_part_set_text (new, SSM_ANSWER_CRITERION, criterion);
  if (find_answer (diagnosis, criterion, &index))
    ssm_part_replace (diagnosis, SSM_LIST_ANSWERS, index, g_steal_pointer (&new));
  else
    ssm_part_insert (diagnosis, SSM_LIST_ANSWERS, index, g_steal_pointer (&new));
  if (!answer->from_data)
    {
      change_text (diagnosis, SSM_DIAGNOSIS_DATE, answer->date);
      change_text (diagnosis, SSM_DIAGNOSIS_BY, answer->by);
    }
  return with_diagnosis (deal, g_steal_pointer (&diagnosis));
}

SsmPart *
ssm_deal_without_answer (SsmPart *deal, const char *criterion)
{
  g_autoptr (SsmPart) diagnosis = copy_only (deal, SSM_LIST_DIAGNOSIS);
  guint index;

  if (!find_answer (diagnosis, criterion, &index))
    return ssm_part_ref (deal);

  ssm_part_remove (diagnosis, SSM_LIST_ANSWERS, index);
  return with_diagnosis (deal, g_steal_pointer (&diagnosis));
}

SsmPart *
ssm_deal_with_next (SsmPart *deal, const char *what, const char *who, const char *date)
{
  g_autoptr (SsmPart) diagnosis = copy_only (deal, SSM_LIST_DIAGNOSIS);
  g_autoptr (SsmPart) next = copy_only (diagnosis, SSM_LIST_NEXT);
  gboolean changed = change_text (next, SSM_NEXT_TEXT, what);

  changed |= change_text (next, SSM_NEXT_WHO, who);
  changed |= change_text (next, SSM_NEXT_DATE, date);
  if (!changed)
    return ssm_part_ref (deal);

  if (*what == '\0' && *who == '\0' && *date == '\0' && ssm_part_n_foreign (next) == 0)
    g_clear_pointer (&next, ssm_part_unref);
  put_only (diagnosis, SSM_LIST_NEXT, g_steal_pointer (&next));
  return with_diagnosis (deal, g_steal_pointer (&diagnosis));
}

/* A person who gives a deal up says why. */
static gboolean
has_reason (const SsmClosing *closing)
{
  return (closing->reason != NULL && *closing->reason != '\0')
         || strcmp (closing->as, "lost") != 0;
}

SsmPart *
ssm_deal_with_closed (SsmPart *deal, const SsmClosing *closing)
{
  g_autoptr (SsmPart) closed = copy_only (deal, SSM_LIST_CLOSED);
  gboolean changed = change_text (closed, SSM_CLOSED_AS, closing->as);
  SsmPart *copy;

  g_return_val_if_fail (closing->from_data || has_reason (closing), NULL);

  changed |= change_text (closed, SSM_CLOSED_DATE, closing->date);
  changed |= change_text (closed, SSM_CLOSED_REASON, closing->reason);
  changed |= change_text (closed, SSM_CLOSED_CODE, closing->code);
  changed |= change_text (closed, SSM_CLOSED_NOTE, closing->note);
  if (!changed)
    return ssm_part_ref (deal);

  copy = ssm_part_copy (deal);
  put_only (copy, SSM_LIST_CLOSED, g_steal_pointer (&closed));
  return ssm_part_seal (copy);
}

SsmPart *
ssm_deal_reopened (SsmPart *deal)
{
  SsmPart *copy;

  if (ssm_deal_is_open (deal))
    return ssm_part_ref (deal);

  copy = ssm_part_copy (deal);
  put_only (copy, SSM_LIST_CLOSED, NULL);
  return ssm_part_seal (copy);
}

/* Whether @kept says what the last kept one says, whenever and by whomever it was made. */
static gboolean
says_nothing_new (const SsmPart *last, const SsmPart *kept)
{
  g_autoptr (SsmPart) same_day = ssm_part_copy (kept);

  ssm_part_set_text (same_day, SSM_DIAGNOSIS_DATE, ssm_part_text (last, SSM_DIAGNOSIS_DATE));
  ssm_part_set_text (same_day, SSM_DIAGNOSIS_BY, ssm_part_text (last, SSM_DIAGNOSIS_BY));
  return ssm_part_equal (last, same_day);
}

SsmPart *
ssm_deal_with_diagnosis_kept (SsmPart *deal, const char *evidence, const char *date)
{
  g_autoptr (SsmPart) kept = copy_only (deal, SSM_LIST_DIAGNOSIS);
  const SsmPart *last = last_child (deal, SSM_LIST_PAST);
  guint n = ssm_part_n_children (deal, SSM_LIST_PAST);
  SsmPart *copy;

  ssm_part_set_text (kept, SSM_DIAGNOSIS_DATE, date);
  ssm_part_set_text (kept, SSM_DIAGNOSIS_CLAIMED, ssm_part_text (deal, SSM_DEAL_CLAIMED));
  ssm_part_set_text (kept, SSM_DIAGNOSIS_EVIDENCE, evidence);
  if (ssm_part_n_children (deal, SSM_LIST_DIAGNOSIS) == 0
      || (last != NULL && says_nothing_new (last, kept)))
    return ssm_part_ref (deal);

  copy = ssm_part_copy (deal);
  if (last != NULL && strcmp (ssm_part_text (last, SSM_DIAGNOSIS_DATE), date) == 0)
    ssm_part_replace (copy, SSM_LIST_PAST, n - 1, g_steal_pointer (&kept));
  else
    ssm_part_insert (copy, SSM_LIST_PAST, n, g_steal_pointer (&kept));
  return ssm_part_seal (copy);
}

static guint
find_value (const SsmPart *deal, const char *column)
{
  guint n = ssm_part_n_children (deal, SSM_LIST_VALUES), i = 0;

  while (i < n
         && strcmp (ssm_part_text (ssm_part_child (deal, SSM_LIST_VALUES, i),
                                   SSM_VALUE_COLUMN), column) != 0)
    i++;
  return i;
}

SsmPart *
ssm_deal_with_value (SsmPart *deal, const char *column, const char *text)
{
  guint index = find_value (deal, column);
  gboolean is_there = index < ssm_part_n_children (deal, SSM_LIST_VALUES);
  g_autoptr (SsmPart) value
    = is_there ? ssm_part_copy (ssm_part_child (deal, SSM_LIST_VALUES, index))
               : ssm_part_new (SSM_KIND_VALUE, NULL);
  g_autoptr (SsmPart) copy = NULL;

  g_return_val_if_fail (*column != '\0', NULL);

  if (!change_text (value, SSM_VALUE_TEXT, text))
    return ssm_part_ref (deal);

  copy = ssm_part_copy (deal);
  ssm_part_set_text (value, SSM_VALUE_COLUMN, column);
  if (is_there)
    ssm_part_remove (copy, SSM_LIST_VALUES, index);
  if (*ssm_part_text (value, SSM_VALUE_TEXT) != '\0')
    ssm_part_insert (copy, SSM_LIST_VALUES, index, g_steal_pointer (&value));
  return ssm_part_seal (g_steal_pointer (&copy));
}
