/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the parts of a book to numbers. */

#include "ssm-deal-facts.h"

#include <string.h>

/* A close put off so often says as much as one that is past. */
#define SLIPS 2

SsmDealFacts *
ssm_deal_facts_new (const SsmDealPath *path)
{
  SsmDealFacts *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (SsmDealFacts, 1);
  self->answers = g_new0 (guint8, path->n_criteria);
  self->claimed = SSM_NO_STAGE;
  return self;
}

void
ssm_deal_facts_free (SsmDealFacts *facts)
{
  if (facts == NULL)
    return;

  g_free (facts->answers);
  g_free (facts);
}

void
ssm_deal_facts_clear (SsmDealFacts *facts, const SsmDealPath *path)
{
  guint8 *answers = facts->answers;

  memset (answers, SSM_VERDICT_UNKNOWN, path->n_criteria);
  *facts = (SsmDealFacts) { .claimed = SSM_NO_STAGE, .answers = answers };
}

guint32
ssm_deal_day (const char *date)
{
  GDate day;

  return ssm_parse_date (date, &day) ? g_date_get_julian (&day) : 0;
}

static SsmVerdict
judge (const SsmPart *answer)
{
  gboolean from_data = g_str_equal (ssm_part_text (answer, SSM_ANSWER_SOURCE), "data");

  return ssm_verdict_of (ssm_part_text (answer, SSM_ANSWER_IS),
                         from_data ? "data"
                                   : ssm_part_text (answer, SSM_ANSWER_EVIDENCE));
}

void
ssm_deal_facts_read_answers (SsmDealFacts *facts, const SsmDealPath *path,
                             const SsmPart *diagnosis)
{
  guint n = diagnosis != NULL ? ssm_part_n_children (diagnosis, SSM_LIST_ANSWERS) : 0;

  memset (facts->answers, SSM_VERDICT_UNKNOWN, path->n_criteria);
  for (guint i = 0; i < n; i++)
    {
      const SsmPart *answer = ssm_part_child (diagnosis, SSM_LIST_ANSWERS, i);
      int criterion =
          ssm_deal_path_criterion (path, ssm_part_text (answer, SSM_ANSWER_CRITERION));

      if (criterion >= 0)
        facts->answers[criterion] = judge (answer);
    }
}

void
ssm_deal_facts_read (SsmDealFacts *facts, const SsmDealPath *path, const SsmPart *deal)
{
  g_return_if_fail (facts != NULL && deal != NULL);

  facts->claimed = ssm_deal_path_stage (path, ssm_part_text (deal, SSM_DEAL_CLAIMED));
  facts->since = ssm_deal_day (ssm_part_text (deal, SSM_DEAL_SINCE));
  facts->close = 0;
  facts->was_put_off = FALSE;
  if (ssm_deal_is_open (deal))
    {
      facts->close = ssm_deal_day (ssm_part_text (deal, SSM_DEAL_CLOSE));
      facts->was_put_off = ssm_part_number (deal, SSM_DEAL_SLIPS, 0) >= SLIPS;
    }
  ssm_deal_facts_read_answers (facts, path, ssm_part_only (deal, SSM_LIST_DIAGNOSIS));
}

GPtrArray *
ssm_deal_strays (const SsmDealPath *path, const SsmPart *deal)
{
  GPtrArray *strays = g_ptr_array_new ();
  const SsmPart *diagnosis = ssm_part_only (deal, SSM_LIST_DIAGNOSIS);
  guint n = diagnosis != NULL ? ssm_part_n_children (diagnosis, SSM_LIST_ANSWERS) : 0;

  for (guint i = 0; i < n; i++)
    {
      SsmPart *answer = ssm_part_child (diagnosis, SSM_LIST_ANSWERS, i);
      const char *id = ssm_part_text (answer, SSM_ANSWER_CRITERION);

      if (ssm_deal_path_criterion (path, id) < 0 && ssm_map_find (path->map, id) == NULL)
        g_ptr_array_add (strays, answer);
    }
  return strays;
}

/* A deal is in @stage from one day to another; days that are not known, or that run
 * backwards, say nothing. */
static void
add_stay (SsmDealStays *stays, const SsmDealPath *path, const char *stage, guint32 from,
          guint32 to)
{
  int index = ssm_deal_path_stage (path, stage);

  if (index != SSM_NO_STAGE && from > 0 && to >= from)
    ssm_deal_stays_add (stays, (guint) index, to - from);
}

/* Moves to where the deal is already are none. A stay ends with the next move, or when
 * the deal is closed. */
static void
add_stays (SsmDealStays *stays, const SsmDealPath *path, const SsmPart *deal)
{
  const SsmPart *closed = ssm_part_only (deal, SSM_LIST_CLOSED);
  const char *stage = "";
  guint32 since = 0;

  for (guint i = 0; i < ssm_part_n_children (deal, SSM_LIST_MOVES); i++)
    {
      const SsmPart *move = ssm_part_child (deal, SSM_LIST_MOVES, i);
      const char *to = ssm_part_text (move, SSM_MOVE_TO);
      guint32 day = ssm_deal_day (ssm_part_text (move, SSM_MOVE_DATE));

      if (g_str_equal (to, stage))
        continue;
      add_stay (stays, path, stage, since, day);
      stage = to;
      since = day;
    }
  if (closed != NULL)
    add_stay (stays, path, stage, since,
              ssm_deal_day (ssm_part_text (closed, SSM_CLOSED_DATE)));
}

void
ssm_deal_path_take_usual (SsmDealPath *path, const SsmBook *book)
{
  g_autoptr (SsmDealStays) stays = NULL;

  g_return_if_fail (path != NULL && book != NULL);

  stays = ssm_deal_stays_new (path);
  for (guint i = 0; i < ssm_book_n_deals (book); i++)
    add_stays (stays, path, ssm_book_deal (book, i));
  for (guint i = 0; i < path->n_stages; i++)
    path->stages[i].usual = ssm_deal_stays_usual (stays, i);
}
