/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the form of a deal makes of a deal book, as values like all commands (see
 * ssm-commands.h): the map of the command is a book, and what it selects is a deal. Dates are
 * YYYY-MM-DD. All are (transfer full) and never NULL; a deal that the book does not have
 * stays as it is. */

#pragma once

#include "ssm-book.h"
#include "ssm-commands.h"
#include "ssm-deal-path.h"

G_BEGIN_DECLS

/* A deal called @name. Going on writing the name is the same step. */
SsmCommand *ssm_deal_command_new (SsmBook *book, const char *name);

/* A text of the deal itself, not its stage; also the day since it is there and when it is
 * expected to close. */
SsmCommand *ssm_deal_command_text (SsmBook *book, const char *id, SsmField field,
                                   const char *text);

/* The CRM, or the seller, has the deal in @stage. @given: what comes before that stage is
 * taken as given, down to the entry into the stage before it. */
SsmCommand *ssm_deal_command_claim (SsmBook *book, const char *id, const SsmDealPath *path,
                                    const char *stage, const char *today, gboolean given);

/* How many criteria of @path from the first on lie before what a deal that is claimed to be in
 * @stage has to prove: the exit of the stage before. */
guint ssm_deal_n_before (const SsmDealPath *path, int stage);

/* Takes what is not answered yet of these as given: it counts as met, for a reason that says
 * so. */
SsmCommand *ssm_deal_command_take_as_given (SsmBook *book, const char *id,
                                            const SsmDealPath *path, const char *today);

/* Answers @criterion of @path with "yes", "partly", "no", "unknown" or "not-applicable". The
 * answers of an earlier day are kept before. */
SsmCommand *ssm_deal_command_answer (SsmBook *book, const char *id, const SsmDealPath *path,
                                     guint criterion, const char *is, const char *today);

/* The evidence of an answer, which is "unknown" where there was none. Going on writing is the
 * same step. */
SsmCommand *ssm_deal_command_evidence (SsmBook *book, const char *id, const SsmDealPath *path,
                                       guint criterion, const char *evidence,
                                       const char *today);

/* One of the three that make the next action, SSM_NEXT_TEXT, _WHO or _DATE. */
SsmCommand *ssm_deal_command_next (SsmBook *book, const char *id, SsmField field,
                                   const char *text);

/* Won, or lost for a @reason, a part of the map that lost needs. @note may be "". */
SsmCommand *ssm_deal_command_close (SsmBook *book, const char *id, const SsmPart *reason,
                                    const char *note, const char *today);
SsmCommand *ssm_deal_command_reopen (SsmBook *book, const char *id);

/* Keeps the diagnosis as it is. */
SsmCommand *ssm_deal_command_keep (SsmBook *book, const char *id, const SsmDealPath *path,
                                   const char *today);

SsmCommand *ssm_deal_command_delete (SsmBook *book, const char *id);

G_END_DECLS
