/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotas out of a table: a row for each seller and month, or a quarter, or one in all. */

#pragma once

#include "ssm-money.h"
#include "ssm-table-source.h"

G_BEGIN_DECLS

/* Adds up the quotas of all rows whose day, the first of what they are for, lies from @from
 * to @to; both Julian as in GDate. *@n_rows: how many did. The column of quotas is the first
 * whose header says so, that of days the first whose cells are days. FALSE with
 * SSM_IO_ERROR_BAD_INPUT where there are no such columns, or a cell is not what it should
 * be. */
gboolean ssm_quota_table_sum (SsmTableSource *source, guint32 from, guint32 to, SsmMoney *sum,
                              guint *n_rows, GError **error);

G_END_DECLS
