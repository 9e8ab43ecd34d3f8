/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-measure-board.h"

#include "ssm-commands.h"
#include "ssm-measure-map.h"

struct _SsmMeasureBoard
{
  GObject parent_instance;

  SsmDocument *document;
  SsmDealBoard *deals;
  char **paths;
  guint days;
  char *owner;
  gboolean shown;

  SsmMeasureAnswer *answer;
  char *source;       /* of the tables; an answer that was only measured again has none */
  char *problem;
  SsmMap *map;        /* that was measured last */
  SsmImportProgress *progress; /* of the job that runs, or NULL */
  gboolean reading;   /* it reads tables */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SsmMeasureBoard, ssm_measure_board, G_TYPE_OBJECT)

typedef struct
{
  SsmMeasureBoard *board;
  SsmImportProgress *progress;
} Running;

static void
running_free (Running *running)
{
  g_object_unref (running->progress->cancellable);
  g_free (running->progress);
  g_object_unref (running->board);
  g_free (running);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Running, running_free)

static void
take_answer (SsmMeasureBoard *self, SsmMeasureAnswer *answer)
{
  if (answer->source != NULL)
    {
      g_free (self->source);
      self->source = g_strdup (answer->source);
    }
  g_clear_pointer (&self->answer, ssm_measure_answer_free);
  self->answer = answer;
}

/* Only the last question counts: an earlier one was stopped. */
static void
measured_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Running) running = data;
  SsmMeasureBoard *self = running->board;
  g_autoptr (GError) error = NULL;
  SsmMeasureAnswer *answer = ssm_measure_job_finish (result, &error);

  if (self->progress != running->progress)
    {
      ssm_measure_answer_free (answer);
      return;
    }
  self->progress = NULL;
  self->reading = FALSE;
  g_clear_pointer (&self->problem, g_free);
  if (answer != NULL)
    take_answer (self, answer);
  else
    self->problem = g_strdup (error->message);
  g_signal_emit (self, changed_signal, 0);
}

static void
cancel (SsmMeasureBoard *self)
{
  if (self->progress != NULL)
    g_cancellable_cancel (self->progress->cancellable);
  self->progress = NULL;
  self->reading = FALSE;
}

/* @paths: NULL to measure what was read before. */
static void
ask (SsmMeasureBoard *self, const char *const *paths)
{
  Running *running = g_new0 (Running, 1);
  SsmMap *map = ssm_document_get_map (self->document);
  SsmMeasureQuestion question = {
    .paths = paths,
    .pipeline = self->answer != NULL ? self->answer->pipeline : NULL,
    .map = map,
    .book = ssm_document_get_book (ssm_deal_board_get_book (self->deals)),
    .days = self->days,
    .owner = self->owner,
  };

  cancel (self);
  self->progress = g_new0 (SsmImportProgress, 1);
  self->progress->cancellable = g_cancellable_new ();
  self->reading = paths != NULL;
  question.progress = self->progress;
  *running = (Running) { g_object_ref (self), self->progress };
  ssm_part_ref (map);
  g_clear_pointer (&self->map, ssm_part_unref);
  self->map = map;
  ssm_measure_job_async (&question, measured_cb, running);
  g_signal_emit (self, changed_signal, 0);
}

static void
measure_again (SsmMeasureBoard *self)
{
  if (self->answer != NULL && !self->reading)
    ask (self, NULL);
}

static void
map_changed_cb (SsmMeasureBoard *self)
{
  if (self->shown && self->map != ssm_document_get_map (self->document))
    measure_again (self);
}

static void
ssm_measure_board_dispose (GObject *object)
{
  SsmMeasureBoard *self = SSM_MEASURE_BOARD (object);

  cancel (self);
  g_clear_object (&self->document);
  g_clear_object (&self->deals);
  G_OBJECT_CLASS (ssm_measure_board_parent_class)->dispose (object);
}

static void
ssm_measure_board_finalize (GObject *object)
{
  SsmMeasureBoard *self = SSM_MEASURE_BOARD (object);

  g_strfreev (self->paths);
  g_free (self->owner);
  g_free (self->source);
  g_free (self->problem);
  g_clear_pointer (&self->answer, ssm_measure_answer_free);
  g_clear_pointer (&self->map, ssm_part_unref);
  G_OBJECT_CLASS (ssm_measure_board_parent_class)->finalize (object);
}

static void
ssm_measure_board_class_init (SsmMeasureBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_measure_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = ssm_measure_board_finalize;
  changed_signal = g_signal_new ("changed", SSM_TYPE_MEASURE_BOARD, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ssm_measure_board_init (SsmMeasureBoard *self)
{
}

SsmMeasureBoard *
ssm_measure_board_new (SsmDocument *document, SsmDealBoard *deals)
{
  SsmMeasureBoard *self = g_object_new (SSM_TYPE_MEASURE_BOARD, NULL);

  self->document = g_object_ref (document);
  self->deals = g_object_ref (deals);
  g_signal_connect_object (document, "notify::map", G_CALLBACK (map_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
ssm_measure_board_read (SsmMeasureBoard *self, const char *const *paths)
{
  char **copy;

  g_return_if_fail (SSM_IS_MEASURE_BOARD (self) && paths != NULL && paths[0] != NULL);

  copy = g_strdupv ((char **) paths);
  g_strfreev (self->paths);
  self->paths = copy;
  g_clear_pointer (&self->owner, g_free);
  ask (self, (const char *const *) self->paths);
}

gboolean
ssm_measure_board_refresh (SsmMeasureBoard *self)
{
  g_return_val_if_fail (SSM_IS_MEASURE_BOARD (self), FALSE);

  if (self->paths == NULL)
    return FALSE;
  ask (self, (const char *const *) self->paths);
  return TRUE;
}

void
ssm_measure_board_stop (SsmMeasureBoard *self)
{
  g_return_if_fail (SSM_IS_MEASURE_BOARD (self));

  cancel (self);
  g_signal_emit (self, changed_signal, 0);
}

void
ssm_measure_board_set_days (SsmMeasureBoard *self, guint days)
{
  g_return_if_fail (SSM_IS_MEASURE_BOARD (self));

  if (self->days == days)
    return;
  self->days = days;
  measure_again (self);
}

void
ssm_measure_board_set_owner (SsmMeasureBoard *self, const char *owner)
{
  g_return_if_fail (SSM_IS_MEASURE_BOARD (self));

  if (g_strcmp0 (self->owner, owner) == 0)
    return;
  g_free (self->owner);
  self->owner = g_strdup (owner);
  measure_again (self);
}

void
ssm_measure_board_set_shown (SsmMeasureBoard *self, gboolean shown)
{
  g_return_if_fail (SSM_IS_MEASURE_BOARD (self));

  self->shown = shown;
  map_changed_cb (self);
}

const char *
ssm_measure_board_get_owner (SsmMeasureBoard *self)
{
  g_return_val_if_fail (SSM_IS_MEASURE_BOARD (self), NULL);

  return self->owner;
}

const SsmMeasureAnswer *
ssm_measure_board_get_answer (SsmMeasureBoard *self)
{
  g_return_val_if_fail (SSM_IS_MEASURE_BOARD (self), NULL);

  return self->answer;
}

const char *
ssm_measure_board_get_source (SsmMeasureBoard *self)
{
  g_return_val_if_fail (SSM_IS_MEASURE_BOARD (self), NULL);

  return self->source;
}

const char *
ssm_measure_board_get_problem (SsmMeasureBoard *self)
{
  g_return_val_if_fail (SSM_IS_MEASURE_BOARD (self), NULL);

  return self->problem;
}

gboolean
ssm_measure_board_is_reading (SsmMeasureBoard *self, double *fraction)
{
  g_return_val_if_fail (SSM_IS_MEASURE_BOARD (self), FALSE);

  if (self->reading && fraction != NULL)
    *fraction = g_atomic_int_get (&self->progress->percent) / 100.0;
  return self->reading;
}

gboolean
ssm_measure_board_is_on_map (SsmMeasureBoard *self)
{
  SsmMap *map;
  g_autoptr (SsmMap) with = NULL;

  g_return_val_if_fail (SSM_IS_MEASURE_BOARD (self), FALSE);

  if (self->answer == NULL)
    return FALSE;
  map = ssm_document_get_map (self->document);
  with = ssm_measure_to_map (self->answer->measure, map, self->source);
  return with == map;
}

void
ssm_measure_board_put (SsmMeasureBoard *self)
{
  SsmMap *map;
  g_autoptr (SsmCommand) command = NULL;

  g_return_if_fail (SSM_IS_MEASURE_BOARD (self) && self->answer != NULL);

  map = ssm_document_get_map (self->document);
  command = ssm_command_put_figures (map, self->answer->measure, self->source);
  ssm_document_end_merge (self->document);
  if (command->map != map)
    ssm_document_apply (self->document, ssm_part_ref (command->map), command->label, NULL);
  g_signal_emit (self, changed_signal, 0);
}
