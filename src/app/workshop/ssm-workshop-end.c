/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-end.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-commands.h"
#include "ssm-date-words.h"
#include "ssm-export-job.h"
#include "ssm-export.h"
#include "ssm-file-choice.h"
#include "ssm-file.h"
#include "ssm-minutes-page.h"
#include "ssm-minutes-text.h"
#include "ssm-proposal-edit.h"
#include "ssm-version-words.h"

/* Files of one name that there may be already. */
#define MAX_TRIES 100

typedef struct
{
  SsmMap *map;
  GFile *pdf, *png;
  SsmMinutes *minutes;
  char *minutes_path; /* without its ending */
} End;

static void
end_free (End *end)
{
  ssm_part_unref (end->map);
  g_object_unref (end->pdf);
  g_object_unref (end->png);
  ssm_minutes_free (end->minutes);
  g_free (end->minutes_path);
  g_free (end);
}

/* (transfer full): "Northgate sales system 2026-11-23", or with a number behind it, so that
 * neither of the two files is there yet. */
static char *
find_name (SsmDocument *document, GFile *folder)
{
  g_autofree char *title
    = g_strdelimit (g_strdup (ssm_document_get_title (document)), "/", '-');
  g_autofree char *today = ssm_version_today ();

  for (guint i = 1; i < MAX_TRIES; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s %s", title, today)
                                     : g_strdup_printf ("%s %s (%u)", title, today, i);
      g_autofree char *pdf_name = g_strconcat (name, ".pdf", NULL);
      g_autofree char *png_name = g_strconcat (name, ".png", NULL);
      g_autoptr (GFile) pdf = g_file_get_child (folder, pdf_name);
      g_autoptr (GFile) png = g_file_get_child (folder, png_name);

      if (!g_file_query_exists (pdf, NULL) && !g_file_query_exists (png, NULL))
        return g_steal_pointer (&name);
    }
  return g_strdup_printf ("%s %s %u", title, today, g_random_int ());
}

static void
export (GTask *task, SsmFormat format, GFile *file, GAsyncReadyCallback callback)
{
  End *end = g_task_get_task_data (task);
  SsmExportPlan plan = { 0 };
  g_autofree char *name = g_file_get_basename (end->pdf);

  ssm_export_plan_restore (&plan, end->map);
  plan.format = format;
  ssm_export_job_async (end->map, &plan, name, file, g_task_get_cancellable (task), callback,
                        g_object_ref (task));
}

static gboolean
save_minutes (const End *end, const char *ending, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_strconcat (end->minutes_path, ending, NULL);

  return bytes != NULL && ssm_file_save (path, bytes, NULL, SSM_FILE_SAVE_DEFAULT, error);
}

static void
minutes_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  End *end = data;
  SsmExportInfo info = { .title = ssm_map_text (end->map, SSM_MAP_TITLE),
                         .language = ssm_map_language (end->map) };
  char *text = ssm_minutes_to_markdown (end->minutes);
  g_autoptr (GBytes) markdown = g_bytes_new_take (text, strlen (text));
  GError *error = NULL;
  g_autoptr (GBytes) pdf
    = ssm_export_pdf_pages (ssm_minutes_page_new, end->minutes, &info, &error);

  if (error == NULL && save_minutes (end, ".pdf", pdf, &error)
      && save_minutes (end, ".md", markdown, &error))
    g_task_return_pointer (task, g_object_ref (end->pdf), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
png_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (ssm_export_job_finish (result, &error))
    g_task_run_in_thread (task, minutes_in_thread);
  else
    g_task_return_error (task, error);
}

static void
pdf_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  End *end = g_task_get_task_data (task);
  GError *error = NULL;

  if (ssm_export_job_finish (result, &error))
    export (task, SSM_FORMAT_PNG, end->png, png_written_cb);
  else
    g_task_return_error (task, error);
}

/* (transfer full): "…/Northgate 2026-11-23, Minutes of the workshop": in the map's language,
 * as they are. */
static char *
find_minutes_path (const End *end, GFile *folder, const char *name)
{
  const SsmMinutesLine *title = end->minutes->lines->pdata[0];
  g_autofree char *base = g_strdup_printf ("%s, %s", name, title->text);
  g_autoptr (GFile) file = g_file_get_child (folder, base);

  return g_file_get_path (file);
}

void
ssm_workshop_end_async (SsmDocument *document, SsmMinutes *minutes,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, data);
  g_autoptr (GFile) folder = ssm_file_choice_folder (document);
  g_autofree char *name = find_name (document, folder);
  g_autofree char *pdf = g_strconcat (name, ".pdf", NULL);
  g_autofree char *png = g_strconcat (name, ".png", NULL);
  End *end = g_new0 (End, 1);

  end->map = ssm_part_ref (ssm_document_get_map (document));
  end->pdf = g_file_get_child (folder, pdf);
  end->png = g_file_get_child (folder, png);
  end->minutes = minutes;
  end->minutes_path = find_minutes_path (end, folder, name);
  g_task_set_task_data (task, end, (GDestroyNotify) end_free);
  export (task, SSM_FORMAT_PDF, end->pdf, pdf_written_cb);
}

GFile *
ssm_workshop_end_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ssm_workshop_end_keep_version (SsmDocument *document)
{
  g_autofree char *today = ssm_version_today ();
  g_autofree char *day = ssm_date_words_plain (today);
  /* Translators: the name of a version; a day */
  g_autofree char *name = g_strdup_printf (_("Workshop %s"), day);
  g_autoptr (SsmCommand) command
    = ssm_command_keep_version (ssm_document_get_map (document), name, today);

  ssm_document_apply (document, ssm_map_without_decided (command->map), command->label, NULL);
}
