/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-import-job.h"

#include "ssm-io-error.h"
#include "ssm-table-memory.h"

typedef struct
{
  char *path;
  char *today;
  gboolean has_given;
  SsmTableGiven given;
  SsmImportProgress *progress;
  SsmImportPreview *preview;
} Job;

void
ssm_import_preview_free (SsmImportPreview *preview)
{
  if (preview == NULL)
    return;

  g_clear_pointer (&preview->import, ssm_deal_import_free);
  g_clear_pointer (&preview->mapping, ssm_table_mapping_unref);
  g_clear_pointer (&preview->samples, g_ptr_array_unref);
  g_clear_pointer (&preview->source, ssm_table_source_free);
  g_clear_pointer (&preview->map, ssm_part_unref);
  g_clear_pointer (&preview->book, ssm_part_unref);
  g_free (preview->problem);
  g_free (preview);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  ssm_import_preview_free (job->preview);
  g_free (job->path);
  g_free (job->today);
  g_free (job);
}

static gboolean
progress_cb (guint64 done, guint64 total, gpointer data)
{
  SsmImportProgress *progress = data;
  gint percent = total > 0 ? (gint) (done * 100 / total) : 100;

  g_atomic_int_set (&progress->percent, percent);
  return !g_cancellable_is_cancelled (progress->cancellable);
}

/* The first look; the book remembers how the last table was read. */
static gboolean
look (Job *job, GError **error)
{
  SsmImportPreview *preview = job->preview;
  g_autoptr (SsmTableLook) found
    = ssm_table_look_new (preview->source, job->has_given ? &job->given : NULL, error);

  if (found == NULL)
    return FALSE;
  preview->mapping = ssm_table_memory_apply (ssm_part_only (preview->book, SSM_LIST_IMPORT),
                                             found->mapping);
  preview->samples = g_ptr_array_ref (found->samples);
  return TRUE;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  SsmImportPreview *preview = job->preview;
  g_autoptr (GError) error = NULL;

  preview->source = ssm_table_source_new_file (job->path, &error);
  if (preview->source != NULL)
    ssm_table_source_set_progress (preview->source, progress_cb, job->progress);
  if (preview->source == NULL || (preview->mapping == NULL && !look (job, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  preview->import = ssm_deal_import_new (preview->source, preview->mapping, preview->map,
                                         preview->book, job->today, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* A column may be missing that somebody can still name. */
  if (error != NULL)
    preview->problem = g_strdup (error->message);
  g_task_return_boolean (task, TRUE);
}

void
ssm_import_job_async (const SsmImportQuestion *question, GAsyncReadyCallback callback,
                      gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (question->path);
  job->today = g_strdup (question->today);
  job->has_given = question->given != NULL;
  if (job->has_given)
    job->given = *question->given;
  job->progress = question->progress;
  job->preview = g_new0 (SsmImportPreview, 1);
  job->preview->map = ssm_part_ref (question->map);
  job->preview->book = ssm_part_ref (question->book);
  if (question->mapping != NULL)
    job->preview->mapping = ssm_table_mapping_ref (question->mapping);
  if (question->samples != NULL)
    job->preview->samples = g_ptr_array_ref (question->samples);
  g_atomic_int_set (&question->progress->percent, 0);
  g_task_set_task_data (task, job, job_free);
  g_task_set_source_tag (task, ssm_import_job_async);
  g_task_run_in_thread (task, run);
}

SsmImportPreview *
ssm_import_job_finish (GAsyncResult *result, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, ssm_import_job_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  job = g_task_get_task_data (G_TASK (result));
  return g_steal_pointer (&job->preview);
}
