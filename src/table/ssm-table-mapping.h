/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a table is to be read: which header names what, how days and decimals are written, and
 * what the words of the CRM mean in the map. An immutable value like the map: it is guessed
 * (ssm-table-look.h), shown, corrected by functions that return another one, and remembered
 * as text for the next table with the same headers. */

#pragma once

#include "ssm-table-charset.h"
#include "ssm-table-column.h"
#include "ssm-table-value.h"

G_BEGIN_DECLS

typedef struct _SsmTableMapping SsmTableMapping;

/* (transfer full): columns are guessed from @headers; nothing else is known. @header_line:
 * of the file, 1 being the first. */
SsmTableMapping *ssm_table_mapping_new   (const SsmTableCharset *charset, char separator,
                                          const char * const *headers, guint header_line);
SsmTableMapping *ssm_table_mapping_ref   (const SsmTableMapping *mapping);
void             ssm_table_mapping_unref (SsmTableMapping *mapping);

const SsmTableCharset *ssm_table_mapping_charset     (const SsmTableMapping *mapping);
char                   ssm_table_mapping_separator   (const SsmTableMapping *mapping);
guint                  ssm_table_mapping_header_line (const SsmTableMapping *mapping);
guint                  ssm_table_mapping_n_headers   (const SsmTableMapping *mapping);
const char            *ssm_table_mapping_header      (const SsmTableMapping *mapping,
                                                      guint index);

/* The header called @text, else one that differs in case, accents and blanks only, or -1; no
 * name is none. */
int ssm_table_mapping_find_header (const SsmTableMapping *mapping, const char *text);

/* Whether the header @index names no column. */
gboolean ssm_table_mapping_is_free (const SsmTableMapping *mapping, guint index);

/* The header that names @column, or -1. */
int ssm_table_mapping_column (const SsmTableMapping *mapping, SsmColumn column);

/* As somebody said, else as it looks. */
SsmTableRows ssm_table_mapping_rows (const SsmTableMapping *mapping);

/* How days of the header @index are written: as somebody said, else as its cells show, else
 * as those of the others, else as in the table that is remembered. */
SsmDateOrder ssm_table_mapping_date_order (const SsmTableMapping *mapping, guint index);
SsmDecimal   ssm_table_mapping_decimal    (const SsmTableMapping *mapping, guint index);

/* The same of any of its columns. */
SsmDateOrder ssm_table_mapping_known_order   (const SsmTableMapping *mapping);
SsmDecimal   ssm_table_mapping_known_decimal (const SsmTableMapping *mapping);

/* The currency of amounts that do not say theirs, or "". */
const char *ssm_table_mapping_currency (const SsmTableMapping *mapping);

/* Whether somebody must say how the header of @column is written, because its cells can be
 * read in two ways, or contradict each other. */
gboolean ssm_table_mapping_is_open (const SsmTableMapping *mapping, SsmColumn column);

/* The same of the header @index, if it is one of days. */
gboolean ssm_table_mapping_is_open_day (const SsmTableMapping *mapping, guint index);

/* Whether all cells of the header @index that say something are days. */
gboolean ssm_table_mapping_has_days (const SsmTableMapping *mapping, guint index);

/* The id of a stage or reason, "won", "lost" or "none", which somebody said that @value of
 * @column, SSM_COLUMN_STAGE, _RESULT or _REASON, means; else NULL. */
const char *ssm_table_mapping_meaning (const SsmTableMapping *mapping, SsmColumn column,
                                       const char *value);

/* (transfer full): the values of @column that somebody said the meaning of, sorted. */
GStrv ssm_table_mapping_explained (const SsmTableMapping *mapping, SsmColumn column);

/* (transfer full): others. @index: -1 where no header names the column. A header that named
 * another column names it no more. */
SsmTableMapping *ssm_table_mapping_with_column     (const SsmTableMapping *mapping,
                                                    SsmColumn column, int index);
SsmTableMapping *ssm_table_mapping_with_rows       (const SsmTableMapping *mapping,
                                                    SsmTableRows rows);
SsmTableMapping *ssm_table_mapping_with_date_order (const SsmTableMapping *mapping,
                                                    SsmDateOrder order);
SsmTableMapping *ssm_table_mapping_with_decimal    (const SsmTableMapping *mapping,
                                                    SsmDecimal decimal);
SsmTableMapping *ssm_table_mapping_with_currency   (const SsmTableMapping *mapping,
                                                    const char *code);
SsmTableMapping *ssm_table_mapping_with_meaning    (const SsmTableMapping *mapping,
                                                    SsmColumn column, const char *value,
                                                    const char *is);

/* As tables like this are usually written, where it does not show its own; @currency: "" for
 * none. */
SsmTableMapping *ssm_table_mapping_with_usual (const SsmTableMapping *mapping,
                                               SsmDateOrder order, SsmDecimal decimal,
                                               const char *currency);

/* What the cells show, one for each header; whether many rows are of the same deal. */
SsmTableMapping *ssm_table_mapping_with_censuses (const SsmTableMapping *mapping,
                                                  const SsmColumnCensus *censuses,
                                                  gboolean repeats);

/* (transfer full): what tables with the same headers have in common: a name for what is
 * remembered of them. */
char *ssm_table_mapping_signature (const SsmTableMapping *mapping);

/* (transfer full): all that a person can correct, and how days and decimals are written, as
 * text. */
char *ssm_table_mapping_to_text (const SsmTableMapping *mapping);

/* (transfer full): @mapping as a person had corrected it when @text was made; days and
 * decimals are as it says only where the table does not show its own. What @text says of
 * headers that are not there, or cannot be read, is passed over. */
SsmTableMapping *ssm_table_mapping_with_text (const SsmTableMapping *mapping,
                                              const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmTableMapping, ssm_table_mapping_unref)

G_END_DECLS
