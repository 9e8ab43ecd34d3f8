/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "ssm-book-edit.h"
#include "ssm-commands-private.h"
#include "ssm-deal-edit.h"
#include "ssm-deal-facts.h"

/* The command that puts @deal, (transfer full), in the place of the one that @book has. */
static SsmCommand *
deal_command (SsmBook *book, SsmPart *deal, const char *label)
{
  SsmCommand *command = ssm_command_new (ssm_book_with_deal (book, deal), label,
                                         ssm_part_id (deal), SSM_FIELD_NONE, SSM_LIST_NONE);

  ssm_part_unref (deal);
  return command;
}

/* Steps that go on with each other: of one text of one deal. */
static void
merge_by (SsmCommand *command, const char *what)
{
  command->merge_key = g_strconcat ("deal/", command->select.id, "/", what, NULL);
}

SsmCommand *
ssm_deal_command_new (SsmBook *book, const char *name)
{
  g_autofree char *id = NULL;
  SsmBook *changed = ssm_book_with_deal_added (book, ssm_book_n_deals (book), name, &id);
  SsmCommand *command = ssm_command_new (changed, _("New deal"), id != NULL ? id : "",
                                         SSM_DEAL_NAME, SSM_LIST_NONE);

  merge_by (command, "name");
  return command;
}

static const char *
text_label (SsmField field)
{
  switch (field)
    {
    case SSM_DEAL_NAME:
      return _("Edit deal name");
    case SSM_DEAL_AMOUNT:
      return _("Edit amount");
    case SSM_DEAL_CURRENCY:
      return _("Edit currency");
    case SSM_DEAL_OWNER:
      return _("Edit deal owner");
    case SSM_DEAL_ACCOUNT:
      return _("Edit account");
    case SSM_DEAL_CRM:
      return _("Edit CRM id");
    case SSM_DEAL_CLOSE:
      return _("Edit close date");
    default:
      return _("Edit date");
    }
}

/* The day since it is where it is, and with it the move that brought it there. */
static SsmPart *
with_since (SsmPart *deal, const char *date)
{
  g_autoptr (SsmPart) changed = ssm_deal_with_text (deal, SSM_DEAL_SINCE, date);
  guint n = ssm_part_n_children (deal, SSM_LIST_MOVES);
  SsmPart *last = n > 0 ? ssm_part_child (deal, SSM_LIST_MOVES, n - 1) : NULL;
  SsmPart *copy, *move;

  if (changed == deal || last == NULL
      || !g_str_equal (ssm_part_text (last, SSM_MOVE_TO),
                       ssm_part_text (deal, SSM_DEAL_CLAIMED)))
    return g_steal_pointer (&changed);
  copy = ssm_part_copy (changed);
  move = ssm_part_copy (last);
  ssm_part_set_text (move, SSM_MOVE_DATE, date);
  ssm_part_replace (copy, SSM_LIST_MOVES, n - 1, move);
  return ssm_part_seal (copy);
}

SsmCommand *
ssm_deal_command_text (SsmBook *book, const char *id, SsmField field, const char *text)
{
  SsmPart *deal = ssm_book_find (book, id, NULL);
  SsmPart *changed;
  SsmCommand *command;

  if (deal == NULL)
    return ssm_command_nothing (book, "");
  if (field == SSM_DEAL_SINCE)
    changed = with_since (deal, text);
  else if (field == SSM_DEAL_CLOSE)
    changed = ssm_deal_with_close (deal, text);
  else
    changed = ssm_deal_with_text (deal, field, text);
  command = deal_command (book, changed, text_label (field));
  merge_by (command, field == SSM_DEAL_NAME ? "name" : ssm_field_info (field)->name);
  return command;
}

/* Takes @deal. What nobody has answered of the criteria before @end is met for a reason. */
static SsmPart *
with_given (SsmPart *deal, const SsmDealPath *path, guint end, const char *today)
{
  SsmAnswer answer = { .is = "not-applicable",
                       /* Translators: the evidence of criteria that were taken as given */
                       .evidence = _("Taken as given"),
                       .date = today };

  for (guint i = 0; i < end; i++)
    {
      const SsmPathCriterion *criterion = &path->criteria[i];
      g_autoptr (SsmPart) before = deal;

      answer.words = ssm_part_text (criterion->part, SSM_CRITERION_TEXT);
      deal = criterion->follows == SSM_NO_STAGE
                 && ssm_deal_answer (before, ssm_part_id (criterion->part)) == NULL
               ? ssm_deal_with_answer (before, ssm_part_id (criterion->part), &answer)
               : g_steal_pointer (&before);
    }
  return deal;
}

guint
ssm_deal_n_before (const SsmDealPath *path, int stage)
{
  return stage > 0 ? path->stages[stage - 1].exit : 0;
}

SsmCommand *
ssm_deal_command_claim (SsmBook *book, const char *id, const SsmDealPath *path,
                        const char *stage, const char *today, gboolean given)
{
  SsmPart *deal = ssm_book_find (book, id, NULL);
  int index = ssm_deal_path_stage (path, stage);

  if (deal == NULL)
    return ssm_command_nothing (book, "");
  deal = ssm_deal_with_claim (deal, stage, today);
  if (given)
    deal = with_given (deal, path, ssm_deal_n_before (path, index), today);
  return deal_command (book, deal, _("Set the stage in the CRM"));
}

SsmCommand *
ssm_deal_command_take_as_given (SsmBook *book, const char *id, const SsmDealPath *path,
                                const char *today)
{
  SsmPart *deal = ssm_book_find (book, id, NULL);
  guint end;

  if (deal == NULL)
    return ssm_command_nothing (book, "");
  end = ssm_deal_n_before (
    path, ssm_deal_path_stage (path, ssm_part_text (deal, SSM_DEAL_CLAIMED)));
  return deal_command (book, with_given (ssm_part_ref (deal), path, end, today),
                       _("Take as given"));
}

/* (transfer full): the stage that the answers of @deal lead to, for what is kept of them. */
static const char *
evidence_stage (const SsmPart *deal, const SsmDealPath *path)
{
  g_autoptr (SsmDealFacts) facts = ssm_deal_facts_new (path);
  g_autoptr (SsmDiagnosis) diagnosis = ssm_diagnosis_new (path);

  ssm_deal_facts_read (facts, path, deal);
  ssm_diagnosis_make (diagnosis, facts, 0);
  return diagnosis->evidence == SSM_NO_STAGE
           ? ""
           : ssm_part_id (ssm_map_stage (path->map, path->stages[diagnosis->evidence].index));
}

/* (transfer full): with the diagnosis of an earlier day kept, where there is one. */
static SsmPart *
with_earlier_kept (SsmPart *deal, const SsmDealPath *path, const char *today)
{
  const SsmPart *diagnosis = ssm_part_only (deal, SSM_LIST_DIAGNOSIS);
  const char *day = ssm_part_text (diagnosis, SSM_DIAGNOSIS_DATE);

  if (*day == '\0' || g_strcmp0 (day, today) >= 0)
    return ssm_part_ref (deal);
  return ssm_deal_with_diagnosis_kept (deal, evidence_stage (deal, path), day);
}

/* The deal with another answer; the same one where it was answered so before. */
static SsmPart *
with_answer (SsmPart *deal, const SsmDealPath *path, guint criterion, const char *is,
             const char *evidence, const char *today)
{
  const SsmPart *part = path->criteria[criterion].part;
  SsmAnswer answer = { .is = is,
                       .evidence = evidence,
                       .words = ssm_part_text (part, SSM_CRITERION_TEXT),
                       .date = today };
  g_autoptr (SsmPart) trial = ssm_deal_with_answer (deal, ssm_part_id (part), &answer);
  g_autoptr (SsmPart) kept = NULL;

  if (trial == deal)
    return g_steal_pointer (&trial);
  kept = with_earlier_kept (deal, path, today);
  return ssm_deal_with_answer (kept, ssm_part_id (part), &answer);
}

SsmCommand *
ssm_deal_command_answer (SsmBook *book, const char *id, const SsmDealPath *path,
                         guint criterion, const char *is, const char *today)
{
  SsmPart *deal = ssm_book_find (book, id, NULL);

  if (deal == NULL)
    return ssm_command_nothing (book, "");
  return deal_command (book, with_answer (deal, path, criterion, is, NULL, today),
                       _("Answer criterion"));
}

SsmCommand *
ssm_deal_command_evidence (SsmBook *book, const char *id, const SsmDealPath *path,
                           guint criterion, const char *evidence, const char *today)
{
  SsmPart *deal = ssm_book_find (book, id, NULL);
  const SsmPart *part = path->criteria[criterion].part;
  const SsmPart *answer = deal != NULL ? ssm_deal_answer (deal, ssm_part_id (part)) : NULL;
  const char *is = answer != NULL ? ssm_part_text (answer, SSM_ANSWER_IS) : "unknown";
  g_autofree char *key = g_strconcat ("evidence/", ssm_part_id (part), NULL);
  SsmCommand *command;

  if (deal == NULL)
    return ssm_command_nothing (book, "");
  command = deal_command (book, with_answer (deal, path, criterion, is, evidence, today),
                          _("Edit evidence"));
  merge_by (command, key);
  return command;
}

SsmCommand *
ssm_deal_command_next (SsmBook *book, const char *id, SsmField field, const char *text)
{
  SsmPart *deal = ssm_book_find (book, id, NULL);
  const SsmPart *next = deal != NULL ? ssm_deal_next (deal) : NULL;
  const char *what = ssm_part_text (next, SSM_NEXT_TEXT);
  const char *who = ssm_part_text (next, SSM_NEXT_WHO);
  const char *date = ssm_part_text (next, SSM_NEXT_DATE);
  g_autofree char *key = g_strdup_printf ("next/%d", (int) field);
  SsmCommand *command;

  if (deal == NULL)
    return ssm_command_nothing (book, "");
  command = deal_command (book,
                          ssm_deal_with_next (deal, field == SSM_NEXT_TEXT ? text : what,
                                              field == SSM_NEXT_WHO ? text : who,
                                              field == SSM_NEXT_DATE ? text : date),
                          _("Edit next action"));
  merge_by (command, key);
  return command;
}

SsmCommand *
ssm_deal_command_close (SsmBook *book, const char *id, const SsmPart *reason,
                        const char *note, const char *today)
{
  SsmPart *deal = ssm_book_find (book, id, NULL);
  SsmClosing closing = { .as = reason != NULL ? "lost" : "won", .date = today, .note = note };

  if (deal == NULL)
    return ssm_command_nothing (book, "");
  if (reason != NULL)
    {
      closing.reason = ssm_part_id (reason);
      closing.code = ssm_part_text (reason, SSM_REASON_CODE);
    }
  return deal_command (book, ssm_deal_with_closed (deal, &closing),
                       reason != NULL ? _("Mark deal lost") : _("Mark deal won"));
}

SsmCommand *
ssm_deal_command_reopen (SsmBook *book, const char *id)
{
  SsmPart *deal = ssm_book_find (book, id, NULL);

  if (deal == NULL)
    return ssm_command_nothing (book, "");
  return deal_command (book, ssm_deal_reopened (deal), _("Reopen deal"));
}

SsmCommand *
ssm_deal_command_keep (SsmBook *book, const char *id, const SsmDealPath *path,
                       const char *today)
{
  SsmPart *deal = ssm_book_find (book, id, NULL);

  if (deal == NULL)
    return ssm_command_nothing (book, "");
  return deal_command (book,
                       ssm_deal_with_diagnosis_kept (deal, evidence_stage (deal, path), today),
                       _("Keep diagnosis"));
}

SsmCommand *
ssm_deal_command_delete (SsmBook *book, const char *id)
{
  guint index;
  const SsmPart *deal = ssm_book_find (book, id, &index);
  guint n = ssm_book_n_deals (book);
  SsmCommand *command;

  if (deal == NULL)
    return ssm_command_nothing (book, "");
  command = ssm_command_new (ssm_book_with_deal_removed (book, id), _("Delete deal"),
                             n > 1 ? ssm_part_id (ssm_book_deal (book, index + 1 < n
                                                                         ? index + 1
                                                                         : index - 1))
                                   : "",
                             SSM_FIELD_NONE, SSM_LIST_NONE);
  command->toast = g_strdup_printf (_("Deal “%s” deleted."),
                                    ssm_part_text (deal, SSM_DEAL_NAME));
  return command;
}
