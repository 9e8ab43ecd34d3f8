/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-describe.h"

#include <glib/gi18n-lib.h>

#include "ssm-book.h"
#include "ssm-date-words.h"
#include "ssm-deal-words.h"

static void
append_fact (GString *facts, const char *fact)
{
  if (*fact != '\0')
    g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "", fact);
}

/* (transfer full): "Lost on 12 Oct 2026: L3 Competitor", "" while it is open. */
static char *
describe_end (SsmDealBoard *board, const SsmPart *deal)
{
  const SsmPart *closed = ssm_part_only (deal, SSM_LIST_CLOSED);
  SsmMap *map = ssm_document_get_map (ssm_deal_board_get_document (board));
  const SsmPart *reason;
  g_autofree char *day = NULL;

  if (closed == NULL)
    return g_strdup ("");
  day = ssm_date_words_plain (ssm_part_text (closed, SSM_CLOSED_DATE));
  if (g_str_equal (ssm_part_text (closed, SSM_CLOSED_AS), "won"))
    return g_strdup_printf (_("Won on %s"), day);
  reason = ssm_map_find (map, ssm_part_text (closed, SSM_CLOSED_REASON));
  /* Translators: a day, the code of a reason, the reason */
  return g_strdup_printf (_("Lost on %s: %s %s"), day,
                          ssm_part_text (closed, SSM_CLOSED_CODE),
                          ssm_part_text (reason, SSM_REASON_TEXT));
}

char *
ssm_deal_describe (SsmDealBoard *board, const SsmPart *deal)
{
  GString *facts = g_string_new (NULL);
  const char *created = ssm_part_text (deal, SSM_DEAL_CREATED);
  const char *crm = ssm_part_text (deal, SSM_DEAL_CRM);
  g_autofree char *amount
    = ssm_deal_words_amount (deal, ssm_deal_board_get_words (board));
  g_autofree char *day = ssm_date_words_plain (created);
  g_autofree char *opened = g_strdup_printf (_("opened %s"), day);
  g_autofree char *key = g_strdup_printf (_("CRM id %s"), crm);
  g_autofree char *end = describe_end (board, deal);

  append_fact (facts, end);
  append_fact (facts, amount);
  append_fact (facts, ssm_part_text (deal, SSM_DEAL_OWNER));
  append_fact (facts, *created != '\0' ? opened : "");
  append_fact (facts, *crm != '\0' ? key : "");
  return g_string_free (facts, FALSE);
}
