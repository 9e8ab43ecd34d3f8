/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a table of separated values (RFC 4180, any separator), read as a stream: memory
 * does not grow with the file. A quote that is out of place spoils its own row and no other;
 * one that never closes ends the reading with an error that names the line it stands in. */

#pragma once

#include "ssm-table-charset.h"

G_BEGIN_DECLS

/* A row may be as long as this in bytes, and have as many cells. */
#define SSM_CSV_MAX_ROW (8 * 1024 * 1024)
#define SSM_CSV_MAX_CELLS 65536

/* A cell as it is meant: quotes undone, valid UTF-8, without NUL but in the end. */
typedef struct
{
  char *text;
  gsize length;
} SsmCsvCell;

typedef enum
{
  SSM_CSV_GOOD,
  SSM_CSV_TEXT_AFTER_QUOTE, /* "a"b, so that nobody knows where the cell ends */
  SSM_CSV_TOO_MANY_CELLS
} SsmCsvFault;

/* Lent until the next row is read. */
typedef struct
{
  guint line;        /* of the file, where the row begins; the first is 1 */
  SsmCsvFault fault; /* if any, there are no cells */
  guint n_cells;     /* 1 in an empty line */
  SsmCsvCell *cells;
} SsmCsvRow;

typedef struct _SsmCsvReader SsmCsvReader;

/* @source must live as long. @separator: an ASCII character. A first line "sep=;" is passed over. */
SsmCsvReader *ssm_csv_reader_new  (SsmTableSource *source, const SsmTableCharset *charset,
                                   char separator);
void          ssm_csv_reader_free (SsmCsvReader *reader);

/* Reads the next row; *@row is NULL behind the last one. FALSE with an error where reading
 * failed, a quote does not close, or a row is longer than SSM_CSV_MAX_ROW. */
gboolean ssm_csv_reader_next (SsmCsvReader *reader, const SsmCsvRow **row, GError **error);

/* The cell of a column, "" where the row is too short. */
static inline const char *
ssm_csv_row_text (const SsmCsvRow *row, guint column)
{
  return column < row->n_cells ? row->cells[column].text : "";
}

/* Whether no cell has anything but blanks. */
gboolean ssm_csv_row_is_blank (const SsmCsvRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmCsvReader, ssm_csv_reader_free)

G_END_DECLS
