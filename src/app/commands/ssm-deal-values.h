/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people type into the form of a deal, as the book holds it. */

#pragma once

#include "ssm-book.h"
#include "ssm-deal-path.h"

G_BEGIN_DECLS

/* "84000", "84,000.00", "€ 84.000", "84k", "1.2m": FALSE where @text is no amount. @amount is "" for nothing;
 * @currency is NULL where @text does not say. Both (transfer full). */
gboolean ssm_deal_read_amount (const char *text, char **amount, char **currency);

/* The code of a currency, EUR for "€" and "eur"; NULL where @text is none. */
const char *ssm_deal_read_currency (const char *text);

/* (transfer full): of deals that do not say: that of the last deal of @book that does, else
 * what is usual where the person is; "" where nobody knows. */
char *ssm_deal_usual_currency (const SsmBook *book);

/* The stage of @path that @text, a number, a name or the beginning of one, means, or
 * SSM_NO_STAGE. */
int ssm_deal_read_stage (const SsmDealPath *path, const char *text);

G_END_DECLS
