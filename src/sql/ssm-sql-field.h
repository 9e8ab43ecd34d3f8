/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What columns the team's two tables may have. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_SQL_DEAL_KEY,
  SSM_SQL_DEAL_NAME,
  SSM_SQL_DEAL_OWNER,
  SSM_SQL_DEAL_SEGMENT,
  SSM_SQL_DEAL_STAGE,
  SSM_SQL_DEAL_RESULT,
  SSM_SQL_DEAL_IS_CLOSED,
  SSM_SQL_DEAL_IS_WON,
  SSM_SQL_DEAL_AMOUNT,
  SSM_SQL_DEAL_CURRENCY,
  SSM_SQL_DEAL_CREATED,
  SSM_SQL_DEAL_SINCE,
  SSM_SQL_DEAL_CLOSE,
  SSM_SQL_DEAL_CLOSED,
  SSM_SQL_DEAL_WON,
  SSM_SQL_DEAL_LOST,
  SSM_SQL_DEAL_REASON,
  SSM_SQL_HISTORY_KEY,
  SSM_SQL_HISTORY_STAGE,
  SSM_SQL_HISTORY_ENTERED,
  SSM_SQL_HISTORY_LEFT,
  SSM_SQL_HISTORY_SEQUENCE,
  SSM_N_SQL_FIELDS
} SsmSqlField;

#define SSM_SQL_FIRST_HISTORY SSM_SQL_HISTORY_KEY

/* For the command line: "is-won", "history.since"; and in the views: "is_won". */
const char *ssm_sql_field_name (SsmSqlField field);
const char *ssm_sql_field_view (SsmSqlField field);

/* How its column is taken to be called where nobody says; NULL: there is none. */
const char *ssm_sql_field_usual (SsmSqlField field);

/* Whether no table can be without it. */
gboolean ssm_sql_field_is_needed (SsmSqlField field);

/* SSM_N_SQL_FIELDS where there is none of that name. */
SsmSqlField ssm_sql_field_from_name (const char *name);

G_END_DECLS
