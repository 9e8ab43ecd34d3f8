/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found in a table while it was read: rows that are no deals, values that could not
 * be taken, and what is missing or cannot be. All are counted; the first of them are listed,
 * so that memory does not grow with the file. */

#pragma once

#include "ssm-csv-reader.h"
#include "ssm-table-mapping.h"

G_BEGIN_DECLS

typedef enum
{
  /* Rows that are passed over. */
  SSM_FAULT_QUOTE,        /* text behind a closing quote */
  SSM_FAULT_TOO_MANY,     /* more cells than a row may have */
  SSM_FAULT_ONE_CELL,     /* one cell where there are several headers: a footer */
  SSM_FAULT_NO_NAME,      /* nothing says which deal it is */
  SSM_FAULT_DUPLICATE,    /* the CRM id of an earlier row */
  SSM_FAULT_STAGELESS,    /* nothing says which stage it is about */
  SSM_FAULT_NO_DAY,       /* nothing says when it was */
  /* Values that are left out. */
  SSM_FAULT_LENGTH,       /* more cells than headers, or fewer */
  SSM_FAULT_CHARACTERS,   /* bytes that stand for no character */
  SSM_FAULT_DAY,          /* no day */
  SSM_FAULT_OPEN_DAY,     /* two readings */
  SSM_FAULT_AMOUNT,       /* no amount */
  SSM_FAULT_OPEN_AMOUNT,
  SSM_FAULT_CURRENCY,     /* no currency */
  SSM_FAULT_RESULT,       /* neither open nor won nor lost */
  SSM_FAULT_UNKNOWN_STAGE,
  SSM_FAULT_ROUNDED,      /* more than six decimals */
  SSM_FAULT_LEFT,         /* left a stage before it came there */
  /* What cannot be, or is missing, in what was read well. */
  SSM_FAULT_NEGATIVE,     /* amount */
  SSM_FAULT_BEFORE,       /* closed before it was created */
  SSM_FAULT_PAST_CLOSE,   /* open, and was to close before today */
  SSM_FAULT_STALE,        /* open, and nothing has happened for long */
  SSM_FAULT_NO_ID,
  SSM_FAULT_NO_STAGE,
  SSM_FAULT_NO_AMOUNT,
  SSM_FAULT_NO_CLOSE,
  SSM_FAULT_NO_OWNER,
  SSM_N_FAULTS
} SsmTableFault;

#define SSM_FAULT_FIRST_VALUE SSM_FAULT_LENGTH   /* rows before, values from here */
#define SSM_FAULT_FIRST_GAP   SSM_FAULT_NEGATIVE /* gaps from here */

/* Of each fault so many are listed. */
#define SSM_TABLE_MAX_NOTES 1000

/* Days without activity that make an open deal stale. */
#define SSM_TABLE_STALE_DAYS 30

typedef struct
{
  SsmTableFault fault;
  guint line;
  guint other_line; /* of the row that has the same id; else 0 */
  int column;       /* index of the header, or -1 */
  char *value;      /* the cell, quoted for one line, or NULL */
  char *crm;        /* id of the deal, quoted, or NULL */
} SsmTableNote;

/* A word for a stage that the map does not have. */
typedef struct
{
  char *value;
  guint n;          /* rows */
  guint first_line;
} SsmUnknownStage;

typedef struct
{
  guint n_rows;  /* that are not blank, headers apart */
  guint n_deals; /* rows that were taken */
  guint n_blank;
  guint counts[SSM_N_FAULTS];
  GPtrArray *notes;          /* of SsmTableNote, as they were found */
  GPtrArray *unknown_stages; /* of SsmUnknownStage, as they were found; at most
                                SSM_TABLE_MAX_NOTES */
  GHashTable *unknown_index; /* value → SsmUnknownStage */
} SsmTableReport;

SsmTableReport *ssm_table_report_new  (void);
void            ssm_table_report_free (SsmTableReport *report);

/* As scripts call it: "duplicate-id". */
const char *ssm_table_fault_name (SsmTableFault fault);

/* Whether rows with it are passed over. */
gboolean ssm_table_fault_skips_row (SsmTableFault fault);

/* Rows that were passed over. */
guint ssm_table_report_n_skipped (const SsmTableReport *report);

void ssm_table_report_add       (SsmTableReport *report, SsmTableFault fault, guint line,
                                 guint other_line, int column, const char *value,
                                 const char *crm);
void ssm_table_report_add_stage (SsmTableReport *report, const char *value, guint line);

/* Notes what is wrong with the cells of @row. FALSE where it is passed over. */
gboolean ssm_table_report_check_row (SsmTableReport *report, const SsmCsvRow *row,
                                     guint n_headers);

/* (transfer full): what is wrong and what to do, without file and line. */
char *ssm_table_note_message (const SsmTableNote *note, const SsmTableMapping *mapping);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmTableReport, ssm_table_report_free)

G_END_DECLS
