/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days and amounts as other programs write them. Nothing is guessed from one cell: how a
 * column writes its days and decimals is counted over all of its cells, and where that does
 * not tell, somebody must be asked. */

#pragma once

#include "ssm-instant.h"

G_BEGIN_DECLS

/* Of numbers that stand between slashes, dots or dashes without the year in front. */
typedef enum
{
  SSM_DATE_ORDER_UNKNOWN,
  SSM_DATE_ORDER_DMY,
  SSM_DATE_ORDER_MDY
} SsmDateOrder;

/* What stands in front of the fraction. */
typedef enum
{
  SSM_DECIMAL_UNKNOWN,
  SSM_DECIMAL_POINT,
  SSM_DECIMAL_COMMA
} SsmDecimal;

typedef enum
{
  SSM_VALUE_GOOD,
  SSM_VALUE_EMPTY,
  SSM_VALUE_BAD,      /* no such day, no such number */
  SSM_VALUE_AMBIGUOUS /* two readings, and no order or decimal is given */
} SsmValueState;

/* Whether a cell says nothing: it is empty, or has a word that stands for that, "-", "n/a",
 * "null", "(No value)". */
gboolean ssm_table_is_nothing (const char *text);

/* The Julian day of GDate that @text names: 2026-11-25, 2026-11-25 08:41, 25.11.2026,
 * 11/25/2026, 25-Nov-2026, 20261125, 46351 as spreadsheets count, or milliseconds since
 * 1970. The day is the one that is written: no time zone moves it. */
SsmValueState ssm_table_day (const char *text, SsmDateOrder order, guint32 *day);

/* The same with the time of day, if one is written: in the zone that is written with it, as
 * in 2026-11-25T08:41:00+0100, else as the clock there showed it. */
SsmValueState ssm_table_instant (const char *text, SsmDateOrder order, SsmInstant *instant);

/* An exact amount: @whole units and as many @millionths, with the same sign. */
typedef struct
{
  gint64 whole;
  gint32 millionths;
  guint8 n_decimals; /* as written, 0 … 6 */
  gboolean rounded;  /* it had more decimals than that */
} SsmAmount;

/* Reads an amount of at most 15 digits and its fraction: 84000, 84,000.00, 84.000,00,
 * 84 000 €, (500) for -500. *@currency, if given, is the code or sign in it, as a piece of
 * @text with *@n_currency bytes; 0 where there is none. */
SsmValueState ssm_table_amount (const char *text, SsmDecimal decimal, SsmAmount *amount,
                                const char **currency, gsize *n_currency);

/* Bytes that an amount takes as text, the end included. */
#define SSM_AMOUNT_TEXT 32

/* Writes @amount to @buffer as files of ours hold it: "84000.00". Returns @buffer. */
char *ssm_amount_to_text (const SsmAmount *amount, char buffer[SSM_AMOUNT_TEXT]);

/* What the cells of one column show. */
typedef struct
{
  guint n_cells;      /* that are not empty */
  guint n_days;       /* that may be days */
  guint n_dmy;        /* that can only be day, month */
  guint n_mdy;
  guint n_open_days;  /* that can be both */
  guint n_amounts;    /* that may be amounts */
  guint n_points;     /* that can only have a decimal point */
  guint n_commas;
  guint n_open_amounts;
} SsmColumnCensus;

void ssm_column_census_add (SsmColumnCensus *census, const char *text);

/* Unknown where no cell decides, or cells contradict each other. */
SsmDateOrder ssm_column_census_order   (const SsmColumnCensus *census);
SsmDecimal   ssm_column_census_decimal (const SsmColumnCensus *census);

/* The ISO code of a sign or a code, "EUR" for "€" and "eur"; NULL where it is none or stands
 * for several currencies that only the country tells apart. */
const char *ssm_currency_code (const char *text, gsize length);

G_END_DECLS
