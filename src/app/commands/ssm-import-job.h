/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a table of deals in a thread: what it looks like, and what would become of the book
 * if it were taken. What is shown to a person before is what is taken then. */

#pragma once

#include <gio/gio.h>

#include "ssm-deal-import.h"
#include "ssm-table-look.h"

G_BEGIN_DECLS

typedef struct
{
  SsmTableSource *source;
  SsmTableMapping *mapping;
  GPtrArray *samples;    /* of GStrv, a cell for each header */
  SsmDealImport *import; /* NULL where it cannot be read so: @problem says why */
  char *problem;
  SsmMap *map;
  SsmBook *book;         /* that it was made on */
} SsmImportPreview;

void ssm_import_preview_free (SsmImportPreview *preview);

/* How far a job has come; any thread may look. */
typedef struct
{
  GCancellable *cancellable;
  gint percent; /* atomic */
} SsmImportProgress;

typedef struct
{
  const char *path;
  const SsmTableGiven *given;     /* what a person said of the file, or NULL */
  const SsmTableMapping *mapping; /* as a person corrected it, or NULL for the first look */
  GPtrArray *samples;             /* of that look, or NULL */
  SsmMap *map;
  SsmBook *book;
  const char *today;
  SsmImportProgress *progress;    /* must live until it is done */
} SsmImportQuestion;

/* Copies what @question lends. */
void ssm_import_job_async (const SsmImportQuestion *question, GAsyncReadyCallback callback,
                           gpointer data);

/* (transfer full): NULL with an error where it is no table, or it was stopped. */
SsmImportPreview *ssm_import_job_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmImportPreview, ssm_import_preview_free)

G_END_DECLS
