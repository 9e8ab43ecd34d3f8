/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-export-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-export.h"
#include "ssm-file.h"
#include "ssm-io-error.h"
#include "ssm-proposal-edit.h"
#include "ssm-quote.h"
#include "ssm-xml-write.h"

typedef struct
{
  SsmMap *map;
  SsmExportPlan plan;
  char *source_name;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ssm_part_unref (job->map);
  g_object_unref (job->file);
  g_free (job->source_name);
  g_free (job);
}

static GBytes *
draw (const Job *job, const SsmPage *page, const SsmExportInfo *info, GError **error)
{
  if (job->plan.format == SSM_FORMAT_PDF)
    return ssm_export_pdf (page, info, error);
  if (job->plan.format == SSM_FORMAT_SVG)
    return ssm_export_svg (page, info, error);

  return ssm_export_png (page, info, ssm_export_plan_dpi (&job->plan, page), error);
}

static GBytes *
make_contents (const Job *job, GError **error)
{
  g_autoptr (SsmMap) handed_on = ssm_map_to_hand_on (job->map);
  g_autoptr (GBytes) source = NULL;
  g_autoptr (SsmPage) page = NULL;
  SsmExportInfo info = {
    .title = ssm_map_text (job->map, SSM_MAP_TITLE),
    .language = ssm_map_language (job->map),
    .file_name = job->source_name,
  };

  if (!ssm_format_is_picture (job->plan.format))
    {
      char *words = ssm_export_plan_words (&job->plan, job->map);

      return g_bytes_new_take (words, strlen (words));
    }
  if (ssm_purpose_carries_source (job->plan.purpose))
    {
      source = ssm_xml_write (handed_on, error);
      if (source == NULL)
        return NULL;
      info.source = source;
    }
  page = ssm_export_plan_page (&job->plan, job->map, job->source_name);

  return draw (job, page, &info, error);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autofree char *path = g_file_get_path (job->file);
  g_autoptr (GBytes) contents = NULL;

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (job->file);
      g_autofree char *quoted = ssm_quote (uri, -1);

      g_task_return_new_error (task, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_CREATE,
                               _ ("“%s” is not on this computer. Choose a folder that is."),
                               quoted);
      return;
    }
  contents = make_contents (job, &error);
  if (!g_task_set_return_on_cancel (task, FALSE))
    {
      g_clear_error (&error); /* cancelled, and that was said already */
      return;
    }
  g_task_set_check_cancellable (task, FALSE); /* it is too late from here on */
  if (contents != NULL
      && ssm_file_save (path, contents, NULL, SSM_FILE_SAVE_DEFAULT, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ssm_export_job_async (SsmMap *map, const SsmExportPlan *plan, const char *source_name,
                      GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->map = ssm_part_ref (map);
  job->plan = *plan;
  job->source_name = g_strdup (source_name);
  job->file = g_object_ref (file);
  g_task_set_source_tag (task, ssm_export_job_async);
  g_task_set_task_data (task, job, job_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, export_in_thread);
}

gboolean
ssm_export_job_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ssm_export_job_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
