/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-table-mapping.h"

#include <string.h>

struct _SsmTableMapping
{
  int ref_count; /* atomic */
  SsmTableCharset charset;
  char separator;
  guint header_line;
  GStrv headers;
  guint n_headers;
  int of_column[SSM_N_COLUMNS];
  SsmTableRows rows;   /* that somebody said */
  gboolean repeats;    /* many rows are of the same deal */
  SsmDateOrder order;  /* that somebody said */
  SsmDecimal decimal;
  SsmDateOrder usual_order; /* of tables like this, where it does not show its own */
  SsmDecimal usual_decimal;
  char currency[4];
  SsmColumnCensus *censuses;
  GHashTable *meanings[SSM_N_COLUMNS]; /* value → what it is; NULL: none */
};

SsmTableMapping *
ssm_table_mapping_new (const SsmTableCharset *charset,
                       char separator,
                       const char * const *headers,
                       guint header_line)
{
  SsmTableMapping *self = g_new0 (SsmTableMapping, 1);

  self->ref_count = 1;
  self->charset = *charset;
  self->separator = separator;
  self->header_line = header_line;
  self->headers = g_strdupv ((char **) headers);
  self->n_headers = g_strv_length (self->headers);
  self->censuses = g_new0 (SsmColumnCensus, self->n_headers + 1);
  ssm_columns_guess (headers, self->n_headers, self->of_column);
  return self;
}

SsmTableMapping *
ssm_table_mapping_ref (const SsmTableMapping *mapping)
{
  SsmTableMapping *self = (SsmTableMapping *) mapping;

  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
ssm_table_mapping_unref (SsmTableMapping *mapping)
{
  if (mapping == NULL || !g_atomic_int_dec_and_test (&mapping->ref_count))
    return;

  for (guint i = 0; i < SSM_N_COLUMNS; i++)
    g_clear_pointer (&mapping->meanings[i], g_hash_table_unref);
  g_strfreev (mapping->headers);
  g_free (mapping->censuses);
  g_free (mapping);
}

/* (transfer full): one that may still be changed. Meanings are shared. */
static SsmTableMapping *
copy (const SsmTableMapping *mapping)
{
  SsmTableMapping *self = g_memdup2 (mapping, sizeof *mapping);

  self->ref_count = 1;
  self->headers = g_strdupv (mapping->headers);
  self->censuses = g_memdup2 (mapping->censuses,
                              (mapping->n_headers + 1) * sizeof (SsmColumnCensus));
  for (guint i = 0; i < SSM_N_COLUMNS; i++)
    if (self->meanings[i] != NULL)
      g_hash_table_ref (self->meanings[i]);
  return self;
}

const SsmTableCharset *
ssm_table_mapping_charset (const SsmTableMapping *mapping)
{
  return &mapping->charset;
}

char
ssm_table_mapping_separator (const SsmTableMapping *mapping)
{
  return mapping->separator;
}

guint
ssm_table_mapping_header_line (const SsmTableMapping *mapping)
{
  return mapping->header_line;
}

guint
ssm_table_mapping_n_headers (const SsmTableMapping *mapping)
{
  return mapping->n_headers;
}

const char *
ssm_table_mapping_header (const SsmTableMapping *mapping, guint index)
{
  g_return_val_if_fail (index < mapping->n_headers, "");

  return mapping->headers[index];
}

int
ssm_table_mapping_find_header (const SsmTableMapping *mapping, const char *text)
{
  g_autofree char *wanted = ssm_table_fold (text);

  for (guint i = 0; *text != '\0' && i < mapping->n_headers; i++)
    if (g_str_equal (mapping->headers[i], text))
      return (int) i;
  for (guint i = 0; *wanted != '\0' && i < mapping->n_headers; i++)
    {
      g_autofree char *folded = ssm_table_fold (mapping->headers[i]);

      if (g_str_equal (folded, wanted))
        return (int) i;
    }
  return -1;
}

int
ssm_table_mapping_column (const SsmTableMapping *mapping, SsmColumn column)
{
  g_return_val_if_fail (column < SSM_N_COLUMNS, -1);

  return mapping->of_column[column];
}

gboolean
ssm_table_mapping_is_free (const SsmTableMapping *mapping, guint index)
{
  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    if (mapping->of_column[column] == (int) index)
      return FALSE;
  return TRUE;
}

/* Whether the header @index names a column of days, or none and has days. */
static gboolean
is_of_days (const SsmTableMapping *mapping, guint index, gboolean is_free)
{
  if (is_free)
    return ssm_table_mapping_is_free (mapping, index)
           && ssm_table_mapping_has_days (mapping, index);
  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    if (mapping->of_column[column] == (int) index)
      return ssm_column_type (column) == SSM_COLUMN_DAY;
  return FALSE;
}

/* The order that all columns which tell have in common: one program wrote the table. */
static SsmDateOrder
order_in_common (const SsmTableMapping *mapping, gboolean is_free)
{
  SsmDateOrder order = SSM_DATE_ORDER_UNKNOWN;

  for (guint i = 0; i < mapping->n_headers; i++)
    {
      SsmDateOrder own = ssm_column_census_order (&mapping->censuses[i]);

      if (own == SSM_DATE_ORDER_UNKNOWN || !is_of_days (mapping, i, is_free))
        continue;
      if (order != SSM_DATE_ORDER_UNKNOWN && own != order)
        return SSM_DATE_ORDER_UNKNOWN;
      order = own;
    }
  return order;
}

static SsmDateOrder
order_of_table (const SsmTableMapping *mapping)
{
  SsmDateOrder order = order_in_common (mapping, FALSE);

  return order != SSM_DATE_ORDER_UNKNOWN ? order : order_in_common (mapping, TRUE);
}

static gboolean
contradicts_itself (const SsmColumnCensus *census)
{
  return census->n_dmy > 0 && census->n_mdy > 0;
}

SsmDateOrder
ssm_table_mapping_date_order (const SsmTableMapping *mapping, guint index)
{
  const SsmColumnCensus *census = &mapping->censuses[MIN (index, mapping->n_headers)];
  SsmDateOrder own = ssm_column_census_order (census);

  if (mapping->order != SSM_DATE_ORDER_UNKNOWN)
    return mapping->order;
  if (own != SSM_DATE_ORDER_UNKNOWN || contradicts_itself (census))
    return own;
  own = order_of_table (mapping);
  return own != SSM_DATE_ORDER_UNKNOWN ? own : mapping->usual_order;
}

SsmDecimal
ssm_table_mapping_decimal (const SsmTableMapping *mapping, guint index)
{
  const SsmColumnCensus *census = &mapping->censuses[MIN (index, mapping->n_headers)];
  SsmDecimal own = ssm_column_census_decimal (census);

  if (mapping->decimal != SSM_DECIMAL_UNKNOWN)
    return mapping->decimal;
  if (own != SSM_DECIMAL_UNKNOWN || (census->n_points > 0 && census->n_commas > 0))
    return own;
  return mapping->usual_decimal;
}

SsmDateOrder
ssm_table_mapping_known_order (const SsmTableMapping *mapping)
{
  SsmDateOrder own = order_of_table (mapping);

  if (mapping->order != SSM_DATE_ORDER_UNKNOWN)
    return mapping->order;
  return own != SSM_DATE_ORDER_UNKNOWN ? own : mapping->usual_order;
}

SsmDecimal
ssm_table_mapping_known_decimal (const SsmTableMapping *mapping)
{
  int index = mapping->of_column[SSM_COLUMN_AMOUNT];

  if (mapping->decimal != SSM_DECIMAL_UNKNOWN || index < 0)
    return mapping->decimal;
  return ssm_table_mapping_decimal (mapping, (guint) index);
}

const char *
ssm_table_mapping_currency (const SsmTableMapping *mapping)
{
  return mapping->currency;
}

gboolean
ssm_table_mapping_is_open_day (const SsmTableMapping *mapping, guint index)
{
  const SsmColumnCensus *census = &mapping->censuses[MIN (index, mapping->n_headers)];

  return (census->n_open_days > 0 || contradicts_itself (census))
         && ssm_table_mapping_date_order (mapping, index) == SSM_DATE_ORDER_UNKNOWN;
}

gboolean
ssm_table_mapping_has_days (const SsmTableMapping *mapping, guint index)
{
  const SsmColumnCensus *census = &mapping->censuses[MIN (index, mapping->n_headers)];

  return census->n_cells > 0 && census->n_days == census->n_cells;
}

/* The column by which rows are those of a deal. */
static int
key_of (const SsmTableMapping *mapping)
{
  int crm = mapping->of_column[SSM_COLUMN_CRM];

  return crm >= 0 ? crm : mapping->of_column[SSM_COLUMN_NAME];
}

/* Whether a header besides the deal's id is one of rows: Salesforce numbers the rows of its
 * history, too. */
static gboolean
has_row_id (const SsmTableMapping *mapping)
{
  int crm = mapping->of_column[SSM_COLUMN_CRM];

  for (guint i = 0; crm >= 0 && i < mapping->n_headers; i++)
    {
      g_autofree char *folded = ssm_table_fold (mapping->headers[i]);

      if ((int) i != crm && g_str_equal (folded, "id"))
        return TRUE;
    }
  return FALSE;
}

/* Whether a header says what only a row of a deal knows: how it ended. */
static gboolean
tells_end (const int *of_column)
{
  return of_column[SSM_COLUMN_RESULT] >= 0 || of_column[SSM_COLUMN_IS_WON] >= 0
         || of_column[SSM_COLUMN_CLOSED] >= 0 || of_column[SSM_COLUMN_WON] >= 0
         || of_column[SSM_COLUMN_LOST] >= 0 || of_column[SSM_COLUMN_REASON] >= 0;
}

/* Whether nothing is known of a deal but its stage and when it came there. */
static gboolean
is_bare (const int *of_column)
{
  return of_column[SSM_COLUMN_SINCE] >= 0 && of_column[SSM_COLUMN_NAME] < 0
         && of_column[SSM_COLUMN_ACCOUNT] < 0 && of_column[SSM_COLUMN_AMOUNT] < 0
         && of_column[SSM_COLUMN_CREATED] < 0 && of_column[SSM_COLUMN_CLOSE] < 0;
}

SsmTableRows
ssm_table_mapping_rows (const SsmTableMapping *mapping)
{
  const int *of_column = mapping->of_column;
  gboolean has_day = of_column[SSM_COLUMN_SINCE] >= 0 || of_column[SSM_COLUMN_CREATED] >= 0;

  if (mapping->rows != SSM_TABLE_ROWS_UNKNOWN)
    return mapping->rows;
  if (key_of (mapping) < 0 || of_column[SSM_COLUMN_STAGE] < 0 || !has_day)
    return SSM_TABLE_ROWS_DEALS;
  if (of_column[SSM_COLUMN_LEFT] >= 0 || of_column[SSM_COLUMN_CHANGED] >= 0)
    return SSM_TABLE_ROWS_HISTORY;
  if (tells_end (of_column))
    return SSM_TABLE_ROWS_DEALS;
  return mapping->repeats || has_row_id (mapping) || is_bare (of_column)
             ? SSM_TABLE_ROWS_HISTORY
             : SSM_TABLE_ROWS_DEALS;
}

gboolean
ssm_table_mapping_is_open (const SsmTableMapping *mapping, SsmColumn column)
{
  int index = ssm_table_mapping_column (mapping, column);
  const SsmColumnCensus *census;

  if (index < 0)
    return FALSE;

  census = &mapping->censuses[index];
  switch (ssm_column_type (column))
    {
    case SSM_COLUMN_DAY:
      return ssm_table_mapping_is_open_day (mapping, (guint) index);
    case SSM_COLUMN_MONEY:
      return (census->n_open_amounts > 0 || (census->n_points > 0 && census->n_commas > 0))
             && ssm_table_mapping_decimal (mapping, (guint) index) == SSM_DECIMAL_UNKNOWN;
    case SSM_COLUMN_TEXT:
    case SSM_COLUMN_FLAG:
    default:
      return FALSE;
    }
}

const char *
ssm_table_mapping_meaning (const SsmTableMapping *mapping,
                           SsmColumn column,
                           const char *value)
{
  GHashTable *meanings = mapping->meanings[column];

  return meanings != NULL ? g_hash_table_lookup (meanings, value) : NULL;
}

static int
compare_texts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

GStrv
ssm_table_mapping_explained (const SsmTableMapping *mapping, SsmColumn column)
{
  GPtrArray *values = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  if (mapping->meanings[column] != NULL)
    {
      g_hash_table_iter_init (&iter, mapping->meanings[column]);
      while (g_hash_table_iter_next (&iter, &value, NULL))
        g_ptr_array_add (values, g_strdup (value));
    }
  g_ptr_array_sort (values, compare_texts_cb);
  g_ptr_array_add (values, NULL);
  return (GStrv) g_ptr_array_free (values, FALSE);
}

SsmTableMapping *
ssm_table_mapping_with_column (const SsmTableMapping *mapping, SsmColumn column, int index)
{
  SsmTableMapping *self = copy (mapping);

  for (guint i = 0; i < SSM_N_COLUMNS; i++)
    if (index >= 0 && self->of_column[i] == index)
      self->of_column[i] = -1;
  self->of_column[column] = index < (int) mapping->n_headers ? index : -1;
  return self;
}

SsmTableMapping *
ssm_table_mapping_with_rows (const SsmTableMapping *mapping, SsmTableRows rows)
{
  SsmTableMapping *self = copy (mapping);

  self->rows = rows;
  return self;
}

SsmTableMapping *
ssm_table_mapping_with_date_order (const SsmTableMapping *mapping, SsmDateOrder order)
{
  SsmTableMapping *self = copy (mapping);

  self->order = order;
  return self;
}

SsmTableMapping *
ssm_table_mapping_with_decimal (const SsmTableMapping *mapping, SsmDecimal decimal)
{
  SsmTableMapping *self = copy (mapping);

  self->decimal = decimal;
  return self;
}

SsmTableMapping *
ssm_table_mapping_with_currency (const SsmTableMapping *mapping, const char *code)
{
  SsmTableMapping *self = copy (mapping);

  g_strlcpy (self->currency, code, sizeof self->currency);
  return self;
}

SsmTableMapping *
ssm_table_mapping_with_usual (const SsmTableMapping *mapping,
                              SsmDateOrder order,
                              SsmDecimal decimal,
                              const char *currency)
{
  SsmTableMapping *self = copy (mapping);

  self->usual_order = order;
  self->usual_decimal = decimal;
  if (ssm_currency_code (currency, strlen (currency)) != NULL)
    g_strlcpy (self->currency, currency, sizeof self->currency);
  return self;
}

SsmTableMapping *
ssm_table_mapping_with_meaning (const SsmTableMapping *mapping,
                                SsmColumn column,
                                const char *value,
                                const char *is)
{
  SsmTableMapping *self = copy (mapping);
  GHashTable *meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key, other;

  if (self->meanings[column] != NULL)
    {
      g_hash_table_iter_init (&iter, self->meanings[column]);
      while (g_hash_table_iter_next (&iter, &key, &other))
        g_hash_table_insert (meanings, g_strdup (key), g_strdup (other));
      g_hash_table_unref (self->meanings[column]);
    }
  g_hash_table_replace (meanings, g_strdup (value), g_strdup (is));
  self->meanings[column] = meanings;
  return self;
}

SsmTableMapping *
ssm_table_mapping_with_censuses (const SsmTableMapping *mapping,
                                 const SsmColumnCensus *censuses,
                                 gboolean repeats)
{
  SsmTableMapping *self = copy (mapping);

  self->repeats = repeats;
  memcpy (self->censuses, censuses, mapping->n_headers * sizeof *censuses);
  return self;
}

char *
ssm_table_mapping_signature (const SsmTableMapping *mapping)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < mapping->n_headers; i++)
    g_checksum_update (checksum, (const guchar *) mapping->headers[i],
                       (gssize) strlen (mapping->headers[i]) + 1);
  return g_strndup (g_checksum_get_string (checksum), 16);
}
