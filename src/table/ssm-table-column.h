/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a column of a CRM's table can hold. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_COLUMN_CRM,       /* the deal's key in the CRM */
  SSM_COLUMN_NAME,
  SSM_COLUMN_ACCOUNT,   /* the company */
  SSM_COLUMN_OWNER,
  SSM_COLUMN_STAGE,
  SSM_COLUMN_RESULT,    /* a word for open, won or lost */
  SSM_COLUMN_IS_CLOSED, /* yes or no */
  SSM_COLUMN_IS_WON,
  SSM_COLUMN_AMOUNT,
  SSM_COLUMN_CURRENCY,
  SSM_COLUMN_CREATED,
  SSM_COLUMN_SINCE,     /* when it came to its stage */
  SSM_COLUMN_CLOSE,     /* when it is expected to close; of many CRMs also when it did */
  SSM_COLUMN_CLOSED,    /* when it was closed */
  SSM_COLUMN_WON,       /* when it was won */
  SSM_COLUMN_LOST,
  SSM_COLUMN_REASON,    /* why it was lost */
  SSM_COLUMN_ACTIVITY,  /* when anything last happened */
  SSM_COLUMN_SEGMENT,   /* what deals are told apart by: a market, a region, a product */
  SSM_COLUMN_LEFT,      /* when it left the stage */
  SSM_COLUMN_SEQUENCE,  /* what orders rows of the same moment */
  SSM_COLUMN_CHANGED,   /* which field of a deal a row is about */
  SSM_COLUMN_MERGED,    /* ids of deals that live on in it */
  SSM_N_COLUMNS
} SsmColumn;

typedef enum
{
  SSM_COLUMN_TEXT,
  SSM_COLUMN_DAY,
  SSM_COLUMN_MONEY,
  SSM_COLUMN_FLAG
} SsmColumnType;

/* What a row of a table is. */
typedef enum
{
  SSM_TABLE_ROWS_UNKNOWN,
  SSM_TABLE_ROWS_DEALS,  /* a deal, perhaps with a day for each stage it came to */
  SSM_TABLE_ROWS_HISTORY /* a deal that came to a stage, perhaps with when it left */
} SsmTableRows;

/* As the command line and files call it: "is-won". */
const char   *ssm_column_name  (SsmColumn column);
const char   *ssm_column_title (SsmColumn column); /* for people; translated */
SsmColumnType ssm_column_type  (SsmColumn column);

/* SSM_N_COLUMNS where there is none of that name. */
SsmColumn ssm_column_from_name (const char *name);

/* (transfer full): letters and digits of @text without case, accents and all between them:
 * what is left for comparing headers and names of stages. */
char *ssm_table_fold (const char *text);

/* Sets of_column[] to the index of the header that names each column best, or -1: by what
 * HubSpot, Pipedrive and Salesforce write in several languages, and by words that anyone
 * might use. No header names two columns. Returns how many were found. */
guint ssm_columns_guess (const char * const *headers, guint n_headers,
                         int of_column[SSM_N_COLUMNS]);

G_END_DECLS
