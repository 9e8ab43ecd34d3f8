/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of deals that a command was given, and what its options say of it. Every command
 * that reads one takes the same options. */

#pragma once

#include "ssm-arguments.h"
#include "ssm-command.h"
#include "ssm-deal-reader.h"

G_BEGIN_DECLS

typedef struct
{
  char *name; /* as messages show it */
  SsmTableSource *source;
  SsmTableMapping *mapping;
} SsmTableInput;

/* The rows of these options in a command's table. */
#define SSM_TABLE_OPTIONS                                                                    \
  { "column", 0, "FIELD=HEADER", NULL,                                                       \
    N_("The header of a column in a table: amount=Value; may be given again"), TRUE },       \
  { "stage", 0, "VALUE=STAGE-ID", NULL,                                                      \
    N_("What a table’s word for a stage means: an id, won, lost or none; may be given "      \
       "again"), TRUE },                                                                     \
  { "date-order", 0, "ORDER", "dmy|mdy", N_("Whether days or months come first in a table") }, \
  { "decimal", 0, "MARK", "point|comma", N_("What stands in front of decimals in a table") }, \
  { "currency", 0, "CODE", NULL, N_("The currency of amounts that do not say theirs: EUR") }, \
  { "delimiter", 0, "CHARACTER", NULL, N_("What separates the cells of a table; “tab” is one") }, \
  { "encoding", 0, "NAME", NULL, N_("What a table is written in: windows-1252") }

/* Whether an input that begins with @start is a table: whatever is not XML. */
gboolean ssm_table_input_is_table (const char *start, gsize size);

/* (transfer full): looks at the table @operand, or at @bytes if not NULL, and heeds what is
 * remembered of the last one, a part of SSM_KIND_IMPORT or NULL, and the options before that.
 * Where that fails, or where the table can be read in two ways and nothing says which, says
 * why, sets @status to the exit status and returns NULL. @map: whose stages may be named. */
SsmTableInput *ssm_table_input_new  (const char *operand, GBytes *bytes, const SsmMap *map,
                                     const SsmPart *memory, const SsmArguments *arguments,
                                     int *status);
void           ssm_table_input_free (SsmTableInput *input);

/* The same of one of several tables, which may have different headers: one that --column
 * names need not be in each. */
SsmTableInput *ssm_table_input_new_of_several (const char *operand, const SsmMap *map,
                                               const SsmArguments *arguments, int *status);

/* Whether each header that --column names is in one of @inputs; says so, and the exit status,
 * where it is not. */
int ssm_table_input_check_columns (GPtrArray *inputs, const SsmArguments *arguments);

/* Says on standard error what was found in the table, line by line. */
void ssm_table_input_say (const SsmTableInput *input, const SsmTableReport *report);

/* The same of what was not taken or cannot be; not of what only is not there. */
void ssm_table_input_say_faults (const SsmTableInput *input, const SsmTableReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmTableInput, ssm_table_input_free)

G_END_DECLS
