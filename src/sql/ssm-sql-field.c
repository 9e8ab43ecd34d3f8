/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-sql-field.h"

typedef struct
{
  const char *name;
  const char *view;
  const char *usual;
  gboolean is_needed;
} FieldInfo;

static const FieldInfo fields[SSM_N_SQL_FIELDS] = {
  [SSM_SQL_DEAL_KEY] = { "crm", "deal_id", "deal_id", TRUE },
  [SSM_SQL_DEAL_NAME] = { "name", "name", "name" },
  [SSM_SQL_DEAL_OWNER] = { "owner", "owner", "owner" },
  [SSM_SQL_DEAL_SEGMENT] = { "segment", "segment", NULL },
  [SSM_SQL_DEAL_STAGE] = { "stage", "stage", "stage", TRUE },
  [SSM_SQL_DEAL_RESULT] = { "result", "result", NULL },
  [SSM_SQL_DEAL_IS_CLOSED] = { "is-closed", "is_closed", NULL },
  [SSM_SQL_DEAL_IS_WON] = { "is-won", "is_won", NULL },
  [SSM_SQL_DEAL_AMOUNT] = { "amount", "amount", "amount" },
  [SSM_SQL_DEAL_CURRENCY] = { "currency", "currency", "currency" },
  [SSM_SQL_DEAL_CREATED] = { "created", "created", "created" },
  [SSM_SQL_DEAL_SINCE] = { "since", "since", NULL },
  [SSM_SQL_DEAL_CLOSE] = { "close", "close", "close" },
  [SSM_SQL_DEAL_CLOSED] = { "closed", "closed", "closed" },
  [SSM_SQL_DEAL_WON] = { "won", "won", NULL },
  [SSM_SQL_DEAL_LOST] = { "lost", "lost", NULL },
  [SSM_SQL_DEAL_REASON] = { "reason", "reason", "reason" },
  [SSM_SQL_HISTORY_KEY] = { "history.crm", "deal_id", "deal_id", TRUE },
  [SSM_SQL_HISTORY_STAGE] = { "history.stage", "stage", "stage", TRUE },
  [SSM_SQL_HISTORY_ENTERED] = { "history.since", "entered", "since", TRUE },
  [SSM_SQL_HISTORY_LEFT] = { "history.left", "left_at", NULL },
  [SSM_SQL_HISTORY_SEQUENCE] = { "history.sequence", "sequence", NULL },
};

const char *
ssm_sql_field_name (SsmSqlField field)
{
  g_return_val_if_fail (field < SSM_N_SQL_FIELDS, "");

  return fields[field].name;
}

const char *
ssm_sql_field_view (SsmSqlField field)
{
  g_return_val_if_fail (field < SSM_N_SQL_FIELDS, "");

  return fields[field].view;
}

const char *
ssm_sql_field_usual (SsmSqlField field)
{
  g_return_val_if_fail (field < SSM_N_SQL_FIELDS, NULL);

  return fields[field].usual;
}

gboolean
ssm_sql_field_is_needed (SsmSqlField field)
{
  g_return_val_if_fail (field < SSM_N_SQL_FIELDS, FALSE);

  return fields[field].is_needed;
}

SsmSqlField
ssm_sql_field_from_name (const char *name)
{
  SsmSqlField field = 0;

  while (field < SSM_N_SQL_FIELDS && !g_str_equal (fields[field].name, name))
    field++;
  return field;
}
