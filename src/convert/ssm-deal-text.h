/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A diagnosis as text: for a note in the CRM, a chat or a terminal. In the words of the
 * map's language; what a deal says never becomes a line of its own or reorders its
 * neighbours. */

#pragma once

#include "ssm-diagnosis.h"

G_BEGIN_DECLS

/* (transfer full): all that matters of one deal, ends in a newline. @deal: of a book.
 * @as_of: YYYY-MM-DD. */
char *ssm_deal_to_text (const SsmDiagnosis *diagnosis,
                        const SsmPart *deal,
                        const char *as_of,
                        const SsmLanguage *words);

/* (transfer full): the same in two or three lines, for a list. */
char *ssm_deal_to_short_text (const SsmDiagnosis *diagnosis, const SsmPart *deal,
                              const SsmLanguage *words);

G_END_DECLS
