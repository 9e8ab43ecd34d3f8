/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measuring tables of a CRM in a thread: once read, the history of their deals is kept, so
 * that another period or owner is measured without reading them again. */

#pragma once

#include "ssm-import-job.h"
#include "ssm-measure.h"

G_BEGIN_DECLS

typedef struct
{
  const char *const *paths;    /* tables to read, or NULL: … */
  const SsmPipeline *pipeline; /* … what was read before is measured again */
  SsmMap *map;
  SsmBook *book;               /* that remembers how a table was read, or NULL */
  guint days;                  /* the period, up to the newest day; 0: all days */
  const char *owner;           /* NULL: all */
  SsmImportProgress *progress; /* must live until it is done */
} SsmMeasureQuestion;

typedef struct
{
  SsmPipeline *pipeline;
  SsmMeasure *measure;
  char *source; /* names of the tables; NULL where none was read */
  guint n_rows; /* that were read; 0 where none were */
  guint n_skipped;
} SsmMeasureAnswer;

void ssm_measure_answer_free (SsmMeasureAnswer *answer);

/* Copies what @question lends. */
void ssm_measure_job_async (const SsmMeasureQuestion *question, GAsyncReadyCallback callback,
                            gpointer data);

/* (transfer full): NULL with an error where a table cannot be read, or it was stopped. */
SsmMeasureAnswer *ssm_measure_job_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmMeasureAnswer, ssm_measure_answer_free)

G_END_DECLS
