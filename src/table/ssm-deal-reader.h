/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals out of a table, one at a time: a million of them in the memory of one, but for the
 * ids, which must be unique. This is how the command line diagnoses and measures; what makes
 * a deal book of a table reads from here, too.
 *
 *   source = ssm_table_source_new_file (path, &error);
 *   look = ssm_table_look_new (source, NULL, &error);
 *   reader = ssm_deal_reader_new (source, look->mapping, map, as_of, &error);
 *   while (ssm_deal_reader_next (reader, &deal, &error) && deal != NULL)
 *     …
 *   report = ssm_deal_reader_report (reader);
 */

#pragma once

#include "ssm-csv-reader.h"
#include "ssm-stage-words.h"
#include "ssm-table-report.h"

G_BEGIN_DECLS

/* Lent until the next deal is read. Texts are "" and days, which are Julian as in GDate, 0
 * where the table does not say. */
typedef struct
{
  guint line;
  const SsmCsvRow *row;  /* all its cells, for what criteria test; see ssm-field-test.h */
  const char *crm;
  const char *name;      /* never "": the company or the id where there is none */
  const char *account;
  const char *owner;
  const char *reason;
  const char *stage_word;
  int stage;             /* index in the map, SSM_STAGE_UNKNOWN or _NONE */
  SsmDealResult result;  /* open, won or lost */
  gboolean has_amount;
  SsmAmount amount;
  char currency[4];      /* ISO, or "" */
  guint32 created;
  guint32 since;         /* when it came to its stage */
  guint32 close;         /* when it is expected to close, as the table has it */
  guint32 closed;        /* when it was closed; 0 while it is open */
  guint32 activity;
} SsmTableDeal;

typedef struct _SsmDealReader SsmDealReader;

/* @source, @map must live as long. @as_of: the Julian day against which days to close and
 * activity are held, or 0 to hold them against nothing. NULL with SSM_IO_ERROR_BAD_INPUT
 * where a column that is needed has no header: the name or id, and the stage or the
 * result. */
SsmDealReader *ssm_deal_reader_new  (SsmTableSource *source, const SsmTableMapping *mapping,
                                     const SsmMap *map, guint32 as_of, GError **error);

/* The same of a table whose stages may stand in headers of their own (ssm-stage-headers.h),
 * and that is held against no day. */
SsmDealReader *ssm_deal_reader_new_staged (SsmTableSource *source,
                                           const SsmTableMapping *mapping,
                                           const SsmMap *map, GError **error);
void           ssm_deal_reader_free (SsmDealReader *reader);

/* Reads the next deal; *@deal is NULL behind the last one. FALSE with an error where reading
 * failed, was stopped, or the file was changed meanwhile: what was read then belongs to no
 * one moment. */
gboolean ssm_deal_reader_next (SsmDealReader *reader, const SsmTableDeal **deal,
                               GError **error);

/* What was found so far; owned by the reader. */
const SsmTableReport *ssm_deal_reader_report (const SsmDealReader *reader);

/* (transfer full): the same behind the last deal; nothing can be read any more. */
SsmTableReport *ssm_deal_reader_steal_report (SsmDealReader *reader);

/* The cell of @column in the row of the deal that was read last; "" where it has none or
 * says nothing. And the moment it names, or SSM_INSTANT_NONE; that it names none was noted
 * when the deal was read. */
const char *ssm_deal_reader_cell    (const SsmDealReader *reader, SsmColumn column);
SsmInstant  ssm_deal_reader_instant (const SsmDealReader *reader, SsmColumn column);

/* The same of any header, with a note where it is no moment. */
SsmInstant ssm_deal_reader_header_instant (SsmDealReader *reader, guint header);

/* Notes a fault of the cell under @header, or a word for a stage that the map does not have,
 * in that row. */
void ssm_deal_reader_note       (SsmDealReader *reader, SsmTableFault fault, guint header);
void ssm_deal_reader_note_stage (SsmDealReader *reader, const char *word);

const SsmTableMapping *ssm_deal_reader_mapping (const SsmDealReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDealReader, ssm_deal_reader_free)

G_END_DECLS
