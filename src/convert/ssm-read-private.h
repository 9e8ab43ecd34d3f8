/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the readers of foreign texts share. */

#pragma once

#include "ssm-read.h"

G_BEGIN_DECLS

/* A line of a list. */
typedef struct
{
  guint depth; /* columns it is indented by */
  gboolean bullet;
  char *text;
} SsmItem;

/* (transfer full): SsmItem of the lines of @text that say anything. */
GPtrArray *ssm_items_of (const char *text);

/* Words behind a bullet, a number and a tick box, and blank space. */
const char *ssm_skip_bullet (const char *line);

/* (transfer full): rows of cells, each a GPtrArray of char *. */
GPtrArray *ssm_cells_of (const char *text, char separator);

/* What a row of a table, or a heading below a stage, is for. */
typedef enum
{
  SSM_ROW_UNKNOWN,
  SSM_ROW_NAME,
  SSM_ROW_DOES,
  SSM_ROW_OWNER,
  SSM_ROW_ENTRY,
  SSM_ROW_EXIT,
  SSM_ROW_OUTCOME,
  SSM_ROW_DEFINITIONS,
  SSM_ROW_OTHER /* known, and nothing that can be read */
} SsmRow;

/* Whether @rows, which stand below no headings, are a stage a line: short names, and what is
 * said of each beside it. */
gboolean ssm_rows_are_stages (const GPtrArray *rows);

SsmRow ssm_row_named (const char *label, const SsmLanguage * const *languages);

/* Stages being read. */
typedef struct
{
  SsmPart *map; /* fragment, or NULL before the first stage */
  SsmPart *stage;
  guint n_ids;
} SsmReading;

/* Begins a stage; what follows goes into it. */
void ssm_reading_begin (SsmReading *self, const char *name);

/* @text as what @row is for; SSM_ROW_UNKNOWN is SSM_ROW_EXIT. Does nothing before the first
 * stage. */
void ssm_reading_add (SsmReading *self, SsmRow row, const char *text);

void ssm_reading_define (SsmReading *self, const char *term, const char *text);

/* (transfer full): what was read, or NULL where there are no stages. */
SsmMap *ssm_reading_end (SsmReading *self);

/* Each (transfer full), NULL where the text is nothing of the kind. */
SsmMap *ssm_read_table   (const char *text, const SsmLanguage * const *languages);
SsmMap *ssm_read_arrows  (const char *text);
SsmMap *ssm_read_outline (const char *text, const SsmLanguage * const *languages);

/* Bytes of the arrow at @p of @text, 0 where there is none. */
gsize ssm_arrow_length (const char *text, const char *p);

/* Whether the sign at @p, a comma or a plus, parts two criteria. */
gboolean ssm_parts_criteria (const char *text, const char *p);

G_END_DECLS
