/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A mapping as a key file, for whoever remembers it by its signature. */

#include "ssm-table-mapping.h"

#define GROUP_TABLE "table"
#define GROUP_COLUMNS "columns"

static const char * const orders[] = { NULL, "dmy", "mdy" };
static const char * const decimals[] = { NULL, "point", "comma" };
static const char * const row_kinds[] = { NULL, "deals", "history" };

static void
save_meanings (GKeyFile *file, const SsmTableMapping *mapping, SsmColumn column)
{
  g_auto (GStrv) values = ssm_table_mapping_explained (mapping, column);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i + 1);
      const char * const pair[]
          = { values[i], ssm_table_mapping_meaning (mapping, column, values[i]) };

      g_key_file_set_string_list (file, ssm_column_name (column), key, pair, 2);
    }
}

char *
ssm_table_mapping_to_text (const SsmTableMapping *mapping)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  SsmDateOrder order = ssm_table_mapping_known_order (mapping);
  SsmDecimal decimal = ssm_table_mapping_known_decimal (mapping);
  const char *currency = ssm_table_mapping_currency (mapping);

  g_key_file_set_string (file, GROUP_TABLE, "rows",
                         row_kinds[ssm_table_mapping_rows (mapping)]);
  if (order != SSM_DATE_ORDER_UNKNOWN)
    g_key_file_set_string (file, GROUP_TABLE, "dates", orders[order]);
  if (decimal != SSM_DECIMAL_UNKNOWN)
    g_key_file_set_string (file, GROUP_TABLE, "decimal", decimals[decimal]);
  if (*currency != '\0')
    g_key_file_set_string (file, GROUP_TABLE, "currency", currency);
  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    {
      int index = ssm_table_mapping_column (mapping, column);

      g_key_file_set_string (file, GROUP_COLUMNS, ssm_column_name (column),
                             index >= 0 ? ssm_table_mapping_header (mapping, (guint) index)
                                        : "");
      save_meanings (file, mapping, column);
    }
  return g_key_file_to_data (file, NULL, NULL);
}

/* The index of the word in the group of the table, or 0. */
static guint
load_word (GKeyFile *file, const char *key, const char * const *words, guint n_words)
{
  g_autofree char *value = g_key_file_get_string (file, GROUP_TABLE, key, NULL);

  for (guint i = 1; value != NULL && i < n_words; i++)
    if (g_str_equal (words[i], value))
      return i;
  return 0;
}

/* (transfer full): @mapping with what the group of the table says. */
static SsmTableMapping *
load_table (GKeyFile *file, const SsmTableMapping *mapping)
{
  g_autofree char *currency = g_key_file_get_string (file, GROUP_TABLE, "currency", NULL);
  SsmTableRows rows = load_word (file, "rows", row_kinds, G_N_ELEMENTS (row_kinds));
  g_autoptr (SsmTableMapping) known
      = rows != SSM_TABLE_ROWS_UNKNOWN ? ssm_table_mapping_with_rows (mapping, rows)
                                       : ssm_table_mapping_ref (mapping);

  return ssm_table_mapping_with_usual (known,
                                       load_word (file, "dates", orders, G_N_ELEMENTS (orders)),
                                       load_word (file, "decimal", decimals,
                                                  G_N_ELEMENTS (decimals)),
                                       currency != NULL ? currency : "");
}

/* Takes @self; gives one whose @column is as @file says. */
static SsmTableMapping *
load_column (GKeyFile *file, SsmTableMapping *self, SsmColumn column)
{
  g_autofree char *header = g_key_file_get_string (file, GROUP_COLUMNS,
                                                   ssm_column_name (column), NULL);
  int index = header != NULL ? ssm_table_mapping_find_header (self, header) : -1;
  int own = ssm_table_mapping_column (self, column);
  SsmTableMapping *next;

  if (header == NULL || (index < 0 && *header != '\0'))
    return self;
  /* Two headers may have one name. */
  if (own >= 0 && g_str_equal (ssm_table_mapping_header (self, (guint) own), header))
    return self;
  next = ssm_table_mapping_with_column (self, column, index);
  ssm_table_mapping_unref (self);
  return next;
}

static SsmTableMapping *
load_meanings (GKeyFile *file, SsmTableMapping *self, SsmColumn column)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, ssm_column_name (column), NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_key_file_get_string_list (file, ssm_column_name (column),
                                                        keys[i], NULL, NULL);
      SsmTableMapping *more;

      if (pair == NULL || g_strv_length (pair) != 2)
        continue;
      more = ssm_table_mapping_with_meaning (self, column, pair[0], pair[1]);
      ssm_table_mapping_unref (self);
      self = more;
    }
  return self;
}

SsmTableMapping *
ssm_table_mapping_with_text (const SsmTableMapping *mapping, const char *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  SsmTableMapping *self;

  if (!g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return ssm_table_mapping_ref (mapping);

  self = load_table (file, mapping);
  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    self = load_column (file, self, column);
  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    self = load_meanings (file, self, column);
  return self;
}
