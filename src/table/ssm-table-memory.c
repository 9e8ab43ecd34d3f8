/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-table-memory.h"

#include <string.h>

#include "ssm-clean.h"

static const char * const orders[] = { "", "dmy", "mdy" };
static const char * const decimals[] = { "", ".", "," };

/* The columns whose words can have been explained. */
static const SsmColumn explained[] = { SSM_COLUMN_STAGE, SSM_COLUMN_RESULT, SSM_COLUMN_REASON };

/* A header may hold what a file of ours cannot. */
static void
set_clean (SsmPart *part, SsmField field, const char *text)
{
  g_autofree char *clean = ssm_clean_text (text, TRUE);

  ssm_part_set_text (part, field, clean);
}

static void
append (SsmPart *import, SsmList list, SsmPart *child)
{
  ssm_part_insert (import, list, ssm_part_n_children (import, list), child);
}

static void
add_columns (SsmPart *import, const SsmTableMapping *mapping)
{
  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    {
      int index = ssm_table_mapping_column (mapping, column);
      SsmPart *part;

      if (index < 0)
        continue;
      part = ssm_part_new (SSM_KIND_COLUMN, NULL);
      set_clean (part, SSM_COLUMN_HEADER, ssm_table_mapping_header (mapping, (guint) index));
      ssm_part_set_text (part, SSM_COLUMN_FIELD, ssm_column_name (column));
      append (import, SSM_LIST_COLUMNS, part);
    }
}

static void
add_meanings (SsmPart *import, const SsmTableMapping *mapping, SsmColumn column)
{
  g_auto (GStrv) values = ssm_table_mapping_explained (mapping, column);

  for (guint i = 0; values[i] != NULL; i++)
    {
      SsmPart *part = ssm_part_new (SSM_KIND_MEANING, NULL);

      ssm_part_set_text (part, SSM_MEANING_OF, ssm_column_name (column));
      set_clean (part, SSM_MEANING_VALUE, values[i]);
      ssm_part_set_text (part, SSM_MEANING_IS,
                         ssm_table_mapping_meaning (mapping, column, values[i]));
      append (import, SSM_LIST_MEANINGS, part);
    }
}

SsmPart *
ssm_table_memory_new (const SsmTableMapping *mapping, const char *source, const char *date)
{
  SsmPart *import = ssm_part_new (SSM_KIND_IMPORT, NULL);
  const char separator[] = { ssm_table_mapping_separator (mapping), '\0' };
  const SsmTableCharset *charset = ssm_table_mapping_charset (mapping);

  set_clean (import, SSM_IMPORT_SOURCE, source);
  ssm_part_set_text (import, SSM_IMPORT_DATE, date);
  ssm_part_set_text (import, SSM_IMPORT_DELIMITER, separator);
  ssm_part_set_text (import, SSM_IMPORT_ENCODING, ssm_encoding_name (charset->encoding));
  ssm_part_set_text (import, SSM_IMPORT_DATE_ORDER,
                     orders[ssm_table_mapping_known_order (mapping)]);
  ssm_part_set_text (import, SSM_IMPORT_DECIMAL,
                     decimals[ssm_table_mapping_known_decimal (mapping)]);
  ssm_part_set_text (import, SSM_IMPORT_CURRENCY, ssm_table_mapping_currency (mapping));
  add_columns (import, mapping);
  for (guint i = 0; i < G_N_ELEMENTS (explained); i++)
    add_meanings (import, mapping, explained[i]);
  return ssm_part_seal (import);
}

/* Takes @self; gives one that knows the column. */
static SsmTableMapping *
apply_column (SsmTableMapping *self, const SsmPart *part)
{
  SsmColumn column = ssm_column_from_name (ssm_part_text (part, SSM_COLUMN_FIELD));
  int index = ssm_table_mapping_find_header (self, ssm_part_text (part, SSM_COLUMN_HEADER));
  SsmTableMapping *next;

  if (column == SSM_N_COLUMNS || index < 0)
    return self;
  next = ssm_table_mapping_with_column (self, column, index);
  ssm_table_mapping_unref (self);
  return next;
}

static SsmTableMapping *
apply_meaning (SsmTableMapping *self, const SsmPart *part)
{
  SsmColumn column = ssm_column_from_name (ssm_part_text (part, SSM_MEANING_OF));
  SsmTableMapping *next;

  if (column == SSM_N_COLUMNS)
    return self;
  next = ssm_table_mapping_with_meaning (self, column, ssm_part_text (part, SSM_MEANING_VALUE),
                                         ssm_part_text (part, SSM_MEANING_IS));
  ssm_table_mapping_unref (self);
  return next;
}

static guint
index_of (const char * const *words, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i], word))
      return i;
  return 0;
}

SsmTableMapping *
ssm_table_memory_apply (const SsmPart *import, const SsmTableMapping *mapping)
{
  const char *order, *decimal, *currency;
  SsmTableMapping *self;

  if (import == NULL)
    return ssm_table_mapping_ref (mapping);

  order = ssm_part_text (import, SSM_IMPORT_DATE_ORDER);
  decimal = ssm_part_text (import, SSM_IMPORT_DECIMAL);
  currency = ssm_part_text (import, SSM_IMPORT_CURRENCY);
  self = ssm_table_mapping_with_usual (mapping, index_of (orders, 3, order),
                                       index_of (decimals, 3, decimal), currency);
  for (guint i = 0; i < ssm_part_n_children (import, SSM_LIST_COLUMNS); i++)
    self = apply_column (self, ssm_part_child (import, SSM_LIST_COLUMNS, i));
  for (guint i = 0; i < ssm_part_n_children (import, SSM_LIST_MEANINGS); i++)
    self = apply_meaning (self, ssm_part_child (import, SSM_LIST_MEANINGS, i));
  return self;
}
