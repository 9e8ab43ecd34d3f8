/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-draft-writer.h"

#include "ssm-draft-over.h"
#include "ssm-session.h"

#include <gio/gio.h>

/* At most one second of typing may be lost, of which the write itself takes a part. */
#define QUIET_MS 400
#define LATEST_MS 800
#define RETRY_MS 5000

struct _SsmDraftWriter
{
  gatomicrefcount refs;
  SsmDraftWritten written;
  gpointer data;

  /* Main thread only. */
  SsmPart *wanted;     /* to be written, or NULL */
  guint timer;
  gint64 first_change; /* monotonic microseconds of the oldest edit not written */
  SsmPart *in_flight;  /* what a thread is writing, or NULL */
  SsmDraftInfo info;
  SsmPart *saved; /* what the base of the info is the bytes of, or NULL */
  gboolean info_dirty;
  guint last_job;

  /* Under the lock, because a worker looks at them. */
  GMutex lock;
  char *stem;           /* of the draft, NULL while there is none */
  guint newest_written; /* job whose value is on the disk */
  SsmDraftWhole whole;  /* of the draft, as far as it is known */
  gboolean is_over_base; /* that is the base: no value was written as a whole yet */
};

typedef struct
{
  SsmDraftWriter *writer;
  SsmPart *root;
  char *stem;
  SsmDraftInfo info;
  SsmPart *saved;
  gboolean with_info;
  guint number;
} Job;

static void arm (SsmDraftWriter *writer, guint delay);

static SsmDraftWriter *
writer_ref (SsmDraftWriter *writer)
{
  g_atomic_ref_count_inc (&writer->refs);
  return writer;
}

static void
writer_unref (SsmDraftWriter *writer)
{
  if (!g_atomic_ref_count_dec (&writer->refs))
    return;

  g_clear_pointer (&writer->wanted, ssm_part_unref);
  g_clear_pointer (&writer->in_flight, ssm_part_unref);
  g_clear_pointer (&writer->saved, ssm_part_unref);
  ssm_draft_info_clear (&writer->info);
  ssm_draft_whole_clear (&writer->whole);
  g_mutex_clear (&writer->lock);
  g_free (writer->stem);
  g_free (writer);
}

static void
copy_info (SsmDraftInfo *to, const SsmDraftInfo *from)
{
  *to = (SsmDraftInfo) {
    .path = g_strdup (from->path),
    .title = g_strdup (from->title),
    .closed = from->closed,
    .base = from->base != NULL ? g_bytes_ref (from->base) : NULL,
  };
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->root, ssm_part_unref);
  g_clear_pointer (&job->saved, ssm_part_unref);
  ssm_draft_info_clear (&job->info);
  g_free (job->stem);
  writer_unref (job->writer);
  g_free (job);
}

/* (transfer full): NULL with an error where no draft can be made. */
static Job *
job_new (SsmDraftWriter *writer, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&writer->lock);
  Job *job;

  if (writer->stem == NULL)
    {
      const char *folder = ssm_session_folder (error);

      if (folder == NULL)
        return NULL;
      writer->stem = ssm_draft_new_stem (folder);
      writer->info_dirty = TRUE;
      writer->is_over_base = TRUE;
      ssm_draft_whole_clear (&writer->whole);
    }

  job = g_new0 (Job, 1);
  job->writer = writer_ref (writer);
  job->root = g_steal_pointer (&writer->wanted);
  job->stem = g_strdup (writer->stem);
  job->number = ++writer->last_job;
  job->with_info = writer->info_dirty;
  job->saved = writer->saved != NULL ? ssm_part_ref (writer->saved) : NULL;
  copy_info (&job->info, &writer->info);
  writer->info_dirty = FALSE;
  writer->first_change = 0;
  return job;
}

/* A draft that was removed meanwhile is not made again, and an older value never replaces
 * a newer one. */
static gboolean
run (Job *job, GError **error)
{
  SsmDraftWriter *writer = job->writer;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&writer->lock);
  gboolean is_whole;

  if (g_strcmp0 (job->stem, writer->stem) != 0 || job->number < writer->newest_written)
    return TRUE;

  if (job->with_info && !ssm_draft_write_info (job->stem, &job->info, error))
    return FALSE;
  if (job->with_info && writer->is_over_base && job->saved != NULL)
    ssm_draft_whole_set (&writer->whole, job->saved, job->info.base);
  if (!ssm_draft_write_root (job->stem, job->root, &writer->whole, &is_whole, error))
    return FALSE;

  writer->is_over_base &= !is_whole;

  writer->newest_written = job->number;
  return TRUE;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell (SsmDraftWriter *writer, const GError *error)
{
  if (writer->written != NULL)
    writer->written (error, writer->data);
}

/* What @job could not write is wanted still, unless there is something newer. */
static void
want_again (SsmDraftWriter *writer, const Job *job)
{
  writer->info_dirty = TRUE;
  if (writer->wanted == NULL)
    writer->wanted = ssm_part_ref (job->root);
}

/* The job keeps the writer as long as this runs, even where its owner frees it. */
static void
run_finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  SsmDraftWriter *writer = job->writer;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&writer->in_flight, ssm_part_unref);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    want_again (writer, job);
  if (writer->wanted != NULL && writer->written != NULL)
    arm (writer, error != NULL ? RETRY_MS : QUIET_MS);
  tell (writer, error);
}

static gboolean
timer_fired_cb (gpointer data)
{
  SsmDraftWriter *writer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  Job *job;

  writer->timer = 0;
  if (writer->in_flight != NULL || writer->wanted == NULL)
    return G_SOURCE_REMOVE;

  job = job_new (writer, &error);
  if (job == NULL)
    {
      arm (writer, RETRY_MS);
      tell (writer, error);
      return G_SOURCE_REMOVE;
    }

  writer->in_flight = ssm_part_ref (job->root);
  task = g_task_new (NULL, NULL, run_finished_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_in_thread);
  return G_SOURCE_REMOVE;
}

static void
arm (SsmDraftWriter *writer, guint delay)
{
  g_clear_handle_id (&writer->timer, g_source_remove);
  writer->timer = g_timeout_add (delay, timer_fired_cb, writer);
}

SsmDraftWriter *
ssm_draft_writer_new (SsmDraftWritten written, gpointer data)
{
  SsmDraftWriter *writer = g_new0 (SsmDraftWriter, 1);

  g_atomic_ref_count_init (&writer->refs);
  g_mutex_init (&writer->lock);
  writer->written = written;
  writer->data = data;
  writer->info.title = g_strdup ("");
  return writer;
}

void
ssm_draft_writer_free (SsmDraftWriter *writer)
{
  if (writer == NULL)
    return;

  g_clear_handle_id (&writer->timer, g_source_remove);
  writer->written = NULL;
  writer_unref (writer);
}

void
ssm_draft_writer_adopt (SsmDraftWriter *writer, const char *stem)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&writer->lock);

  g_free (writer->stem);
  writer->stem = g_strdup (stem);
  writer->info_dirty = TRUE;
  writer->is_over_base = FALSE;
}

void
ssm_draft_writer_set_info (SsmDraftWriter *writer, const char *path, const char *title,
                           GBytes *base, SsmPart *saved)
{
  g_clear_pointer (&writer->saved, ssm_part_unref);
  writer->saved = saved != NULL ? ssm_part_ref (saved) : NULL;
  ssm_draft_info_clear (&writer->info);
  writer->info.path = g_strdup (path);
  writer->info.title = g_strdup (title);
  writer->info.base = base != NULL ? g_bytes_ref (base) : NULL;
  writer->info_dirty = TRUE;
}

void
ssm_draft_writer_keep (SsmDraftWriter *writer, SsmPart *root)
{
  gint64 now = g_get_monotonic_time ();
  gint64 left;

  g_clear_pointer (&writer->wanted, ssm_part_unref);
  writer->wanted = ssm_part_ref (root);
  if (writer->first_change == 0)
    writer->first_change = now;

  left = LATEST_MS - (now - writer->first_change) / 1000;
  /* The base, which is written first, may be large. */
  if (writer->stem == NULL && ssm_part_kind (root) == SSM_KIND_BOOK)
    left = 0;
  arm (writer, CLAMP (left, 0, QUIET_MS));
}

void
ssm_draft_writer_flush (SsmDraftWriter *writer)
{
  g_autoptr (GError) error = NULL;
  Job *job;

  g_clear_handle_id (&writer->timer, g_source_remove);
  /* The thread may not have begun; what is written here is newer and wins. Where the draft
   * was removed meanwhile, nothing is to come back. */
  if (writer->in_flight != NULL && writer->stem != NULL)
    {
      writer->info_dirty = TRUE;
      if (writer->wanted == NULL)
        writer->wanted = ssm_part_ref (writer->in_flight);
    }
  if (writer->wanted == NULL)
    return;

  job = job_new (writer, &error);
  if (job != NULL)
    {
      if (!run (job, &error))
        want_again (writer, job);
      job_free (job);
    }
  if (writer->wanted != NULL)
    arm (writer, RETRY_MS);
  tell (writer, error);
}

void
ssm_draft_writer_remove (SsmDraftWriter *writer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&writer->lock);

  g_clear_handle_id (&writer->timer, g_source_remove);
  g_clear_pointer (&writer->wanted, ssm_part_unref);
  writer->first_change = 0;
  if (writer->stem != NULL)
    ssm_draft_remove (writer->stem);
  g_clear_pointer (&writer->stem, g_free);
  ssm_draft_whole_clear (&writer->whole);
}

void
ssm_draft_writer_close (SsmDraftWriter *writer)
{
  ssm_draft_writer_flush (writer);
  g_mutex_lock (&writer->lock);
  writer->info.closed = TRUE;
  if (writer->stem != NULL)
    ssm_draft_write_info (writer->stem, &writer->info, NULL);
  g_clear_pointer (&writer->stem, g_free);
  g_mutex_unlock (&writer->lock);
}
