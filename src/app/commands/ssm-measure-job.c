/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-measure-job.h"

#include "ssm-pipeline-builder.h"
#include "ssm-pipeline-table.h"
#include "ssm-resources.h"
#include "ssm-table-memory.h"

typedef struct
{
  char **paths;
  guint at;  /* of the table that is read */
  SsmMap *map;
  SsmBook *book;
  guint days;
  char *owner;
  SsmImportProgress *progress;
  SsmMeasureAnswer *answer;
} Job;

void
ssm_measure_answer_free (SsmMeasureAnswer *answer)
{
  if (answer == NULL)
    return;

  g_clear_pointer (&answer->pipeline, ssm_pipeline_unref);
  g_clear_pointer (&answer->measure, ssm_measure_unref);
  g_free (answer->source);
  g_free (answer);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  ssm_measure_answer_free (job->answer);
  g_strfreev (job->paths);
  g_clear_pointer (&job->map, ssm_part_unref);
  g_clear_pointer (&job->book, ssm_part_unref);
  g_free (job->owner);
  g_free (job);
}

static gboolean
progress_cb (guint64 done, guint64 total, gpointer data)
{
  Job *job = data;
  guint n = g_strv_length (job->paths);
  guint64 percent = total > 0 ? done * 100 / total : 100;

  g_atomic_int_set (&job->progress->percent, (gint) ((job->at * 100 + percent) / n));
  return !g_cancellable_is_cancelled (job->progress->cancellable);
}

/* (transfer full): as the table shows itself, and as the last one like it was read. */
static SsmTableMapping *
find_mapping (Job *job, SsmTableSource *source, GError **error)
{
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, error);

  if (look == NULL)
    return NULL;
  if (job->book == NULL)
    return ssm_table_mapping_ref (look->mapping);
  return ssm_table_memory_apply (ssm_part_only (job->book, SSM_LIST_IMPORT), look->mapping);
}

static void
name_source (SsmMeasureAnswer *answer, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  char *names = answer->source == NULL ? g_strdup (name)
                                       : g_strdup_printf ("%s, %s", answer->source, name);

  g_free (answer->source);
  answer->source = names;
}

static gboolean
read_table (Job *job, SsmPipelineBuilder *builder, GError **error)
{
  const char *path = job->paths[job->at];
  g_autoptr (SsmTableSource) source = ssm_table_source_new_file (path, error);
  g_autoptr (SsmTableMapping) mapping = NULL;
  g_autoptr (SsmTableReport) report = NULL;

  if (source == NULL)
    return FALSE;
  ssm_table_source_set_progress (source, progress_cb, job);
  mapping = find_mapping (job, source, error);
  if (mapping != NULL)
    report = ssm_pipeline_table_read (source, mapping, job->map, builder, error);
  if (report == NULL)
    return FALSE;
  name_source (job->answer, path);
  job->answer->n_rows += report->n_rows;
  job->answer->n_skipped += ssm_table_report_n_skipped (report);
  return TRUE;
}

static gboolean
read_tables (Job *job, GError **error)
{
  g_autoptr (SsmPipelineBuilder) builder = ssm_pipeline_builder_new (job->map);

  for (job->at = 0; job->paths[job->at] != NULL; job->at++)
    if (!read_table (job, builder, error))
      return FALSE;
  job->answer->pipeline = ssm_pipeline_builder_finish (builder);
  return TRUE;
}

static void
measure (Job *job)
{
  SsmMeasureAnswer *answer = job->answer;
  guint32 newest = ssm_pipeline_newest (answer->pipeline);
  SsmMeasureOptions options
    = { .owner = job->owner,
        .words = ssm_resources_words (ssm_map_language (job->map)) };

  if (job->days > 0 && newest > job->days)
    {
      options.from = newest - job->days + 1;
      options.to = newest;
    }
  answer->measure = ssm_measure_new (answer->pipeline, job->map, &options);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;

  if (job->paths != NULL && !read_tables (job, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  measure (job);
  g_task_return_boolean (task, TRUE);
}

void
ssm_measure_job_async (const SsmMeasureQuestion *question, GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (question->paths != NULL || question->pipeline != NULL);

  job->paths = g_strdupv ((char **) question->paths);
  job->map = ssm_part_ref (question->map);
  job->book = question->book != NULL ? ssm_part_ref (question->book) : NULL;
  job->days = question->days;
  job->owner = g_strdup (question->owner);
  job->progress = question->progress;
  job->answer = g_new0 (SsmMeasureAnswer, 1);
  if (question->paths == NULL)
    job->answer->pipeline = ssm_pipeline_ref (question->pipeline);
  g_atomic_int_set (&question->progress->percent, 0);
  g_task_set_task_data (task, job, job_free);
  g_task_set_source_tag (task, ssm_measure_job_async);
  g_task_run_in_thread (task, run);
}

SsmMeasureAnswer *
ssm_measure_job_finish (GAsyncResult *result, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, ssm_measure_job_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  job = g_task_get_task_data (G_TASK (result));
  return g_steal_pointer (&job->answer);
}
