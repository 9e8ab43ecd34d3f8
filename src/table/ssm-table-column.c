/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-table-column.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  const char *title; /* marked for translation */
  SsmColumnType type;
} ColumnInfo;

static const ColumnInfo columns[SSM_N_COLUMNS] = {
  [SSM_COLUMN_CRM] = { "crm", N_("CRM id"), SSM_COLUMN_TEXT },
  [SSM_COLUMN_NAME] = { "name", N_("Name"), SSM_COLUMN_TEXT },
  [SSM_COLUMN_ACCOUNT] = { "account", N_("Company"), SSM_COLUMN_TEXT },
  [SSM_COLUMN_OWNER] = { "owner", N_("Owner"), SSM_COLUMN_TEXT },
  [SSM_COLUMN_STAGE] = { "stage", N_("Stage"), SSM_COLUMN_TEXT },
  [SSM_COLUMN_RESULT] = { "result", N_("Open, won or lost"), SSM_COLUMN_TEXT },
  [SSM_COLUMN_IS_CLOSED] = { "is-closed", N_("Closed: yes or no"), SSM_COLUMN_FLAG },
  [SSM_COLUMN_IS_WON] = { "is-won", N_("Won: yes or no"), SSM_COLUMN_FLAG },
  [SSM_COLUMN_AMOUNT] = { "amount", N_("Amount"), SSM_COLUMN_MONEY },
  [SSM_COLUMN_CURRENCY] = { "currency", N_("Currency"), SSM_COLUMN_TEXT },
  [SSM_COLUMN_CREATED] = { "created", N_("Created on"), SSM_COLUMN_DAY },
  [SSM_COLUMN_SINCE] = { "since", N_("In its stage since"), SSM_COLUMN_DAY },
  [SSM_COLUMN_CLOSE] = { "close", N_("Expected to close on"), SSM_COLUMN_DAY },
  [SSM_COLUMN_CLOSED] = { "closed", N_("Closed on"), SSM_COLUMN_DAY },
  [SSM_COLUMN_WON] = { "won", N_("Won on"), SSM_COLUMN_DAY },
  [SSM_COLUMN_LOST] = { "lost", N_("Lost on"), SSM_COLUMN_DAY },
  [SSM_COLUMN_REASON] = { "reason", N_("Lost reason"), SSM_COLUMN_TEXT },
  [SSM_COLUMN_ACTIVITY] = { "activity", N_("Last activity on"), SSM_COLUMN_DAY },
  [SSM_COLUMN_SEGMENT] = { "segment", N_("Segment"), SSM_COLUMN_TEXT },
  [SSM_COLUMN_LEFT] = { "left", N_("Left its stage on"), SSM_COLUMN_DAY },
  [SSM_COLUMN_SEQUENCE] = { "sequence", N_("Sequence number"), SSM_COLUMN_TEXT },
  /* Translators: the name of the field of a deal that was changed. */
  [SSM_COLUMN_CHANGED] = { "changed", N_("What was changed"), SSM_COLUMN_TEXT },
  [SSM_COLUMN_MERGED] = { "merged", N_("Ids of deals merged into it"), SSM_COLUMN_TEXT },
};

const char *
ssm_column_name (SsmColumn column)
{
  g_return_val_if_fail (column < SSM_N_COLUMNS, "");

  return columns[column].name;
}

const char *
ssm_column_title (SsmColumn column)
{
  g_return_val_if_fail (column < SSM_N_COLUMNS, "");

  return _(columns[column].title);
}

SsmColumnType
ssm_column_type (SsmColumn column)
{
  g_return_val_if_fail (column < SSM_N_COLUMNS, SSM_COLUMN_TEXT);

  return columns[column].type;
}

SsmColumn
ssm_column_from_name (const char *name)
{
  SsmColumn column = 0;

  while (column < SSM_N_COLUMNS && !g_str_equal (columns[column].name, name))
    column++;
  return column;
}

char *
ssm_table_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *plain = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = g_utf8_casefold (plain, -1);
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));
  return g_string_free (letters, FALSE);
}
