/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-session.h"

#include "ssm-agenda-edit.h"
#include "ssm-workshop-state.h"
#include "ssm-workshop-time.h"

/* Milliseconds; what is shown are seconds. */
#define TICK 200

/* Ticks after which it is written down where the workshop is. */
#define KEEP 10

struct _SsmWorkshopSession
{
  GObject parent_instance;

  SsmDocument *document;
  SsmAgenda *agenda;
  GArray *steps; /* guint: of the agenda, those that are on */
  SsmWorkshopClock *clock;
  SsmWorkshopState *state; /* for after a crash, once it was started */
  gboolean started;
  guint n_ticks;
  guint source;
};

enum
{
  STEP,
  MAP,
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmWorkshopSession, ssm_workshop_session, G_TYPE_OBJECT)

/* A disk that is full or slow does not end a workshop: the map has a draft of its own, and
 * only the clock would be lost. */
static void
keep_state (SsmWorkshopSession *self)
{
  gint64 now = ssm_workshop_time_now ();
  guint step = ssm_workshop_clock_get_step (self->clock);
  SsmWorkshopState *state = self->state;

  if (state == NULL)
    return;
  ssm_part_unref (state->agenda);
  state->agenda = ssm_part_ref (self->agenda);
  state->step = g_array_index (self->steps, guint, step);
  state->step_left = ssm_workshop_clock_left (self->clock, now);
  state->left = ssm_workshop_clock_total_left (self->clock, now);
  g_array_set_size (state->used, ssm_agenda_n_steps (self->agenda));
  for (guint i = 0; i < self->steps->len; i++)
    g_array_index (state->used, guint, g_array_index (self->steps, guint, i))
      = ssm_workshop_clock_used (self->clock, i, now);
  ssm_workshop_state_write (state, NULL);
}

static gboolean
tick_cb (gpointer data)
{
  SsmWorkshopSession *self = data;

  g_signal_emit (self, signals[TICKED], 0);
  if (++self->n_ticks % KEEP == 0)
    keep_state (self);
  return G_SOURCE_CONTINUE;
}

/* Takes @agenda. */
static void
take_agenda (SsmWorkshopSession *self, SsmAgenda *agenda)
{
  g_autoptr (GArray) seconds = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (SsmAgenda) before = self->agenda;

  self->agenda = agenda;
  g_array_set_size (self->steps, 0);
  for (guint i = 0; i < ssm_agenda_n_steps (agenda); i++)
    {
      const SsmPart *step = ssm_agenda_step (agenda, i);
      guint planned = ssm_step_seconds (step);

      if (!ssm_step_is_on (step))
        continue;
      g_array_append_val (self->steps, i);
      g_array_append_val (seconds, planned);
    }
  g_clear_pointer (&self->clock, ssm_workshop_clock_free);
  self->clock = ssm_workshop_clock_new ((const guint *) (gpointer) seconds->data, seconds->len);
}

/* Undo may reach back to before the stages were what they are. */
static gboolean
has_all_stages (SsmWorkshopSession *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (ssm_workshop_session_kind (self, i) == SSM_STEP_IS_STAGE
        && ssm_workshop_session_stage (self, i) == NULL)
      return FALSE;
  return TRUE;
}

static void
map_changed_cb (SsmWorkshopSession *self)
{
  guint step = ssm_workshop_session_get_step (self);
  gboolean running = ssm_workshop_clock_is_running (self->clock);

  if (has_all_stages (self))
    {
      g_signal_emit (self, signals[MAP], 0);
      return;
    }
  take_agenda (self, ssm_agenda_fit (self->agenda, ssm_document_get_map (self->document)));
  ssm_workshop_clock_go_to (self->clock, MIN (step, self->steps->len - 1), 0);
  if (running)
    ssm_workshop_clock_start (self->clock, ssm_workshop_time_now ());
  g_signal_emit (self, signals[STEP], 0);
}

static void
ssm_workshop_session_dispose (GObject *object)
{
  SsmWorkshopSession *self = SSM_WORKSHOP_SESSION (object);

  if (self->document != NULL)
    keep_state (self);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->state, ssm_workshop_state_free);
  g_clear_object (&self->document);
  g_clear_pointer (&self->agenda, ssm_part_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->clock, ssm_workshop_clock_free);
  G_OBJECT_CLASS (ssm_workshop_session_parent_class)->dispose (object);
}

static void
ssm_workshop_session_class_init (SsmWorkshopSessionClass *klass)
{
  static const char * const names[N_SIGNALS] = { "step", "map", "tick" };

  G_OBJECT_CLASS (klass)->dispose = ssm_workshop_session_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], SSM_TYPE_WORKSHOP_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
ssm_workshop_session_init (SsmWorkshopSession *self)
{
  self->steps = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Goes on where an earlier run of this workshop was. */
static void
resume (SsmWorkshopSession *self, SsmWorkshopState *state)
{
  self->state = state;
  take_agenda (self, ssm_agenda_fit (state->agenda, ssm_document_get_map (self->document)));
  for (guint i = 0; i < self->steps->len; i++)
    {
      guint step = g_array_index (self->steps, guint, i);

      if (step < state->used->len)
        ssm_workshop_clock_set_used (self->clock, i, g_array_index (state->used, guint, step));
      if (step == state->step)
        ssm_workshop_clock_go_to (self->clock, i, ssm_workshop_time_now ());
    }
  ssm_workshop_session_start (self);
}

static void
begin_state (SsmWorkshopSession *self)
{
  GFile *file = ssm_document_get_file (self->document);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  self->state = ssm_workshop_state_new (ssm_document_get_map (self->document), path,
                                        self->agenda);
  keep_state (self);
}

SsmWorkshopSession *
ssm_workshop_session_new (SsmDocument *document)
{
  SsmWorkshopSession *self = g_object_new (SSM_TYPE_WORKSHOP_SESSION, NULL);
  SsmWorkshopState *state;

  self->document = g_object_ref (document);
  take_agenda (self, ssm_agenda_new (ssm_document_get_map (document)));
  g_signal_connect_object (document, "notify::map", G_CALLBACK (map_changed_cb), self,
                           G_CONNECT_SWAPPED);
  state = ssm_workshop_state_find (ssm_part_id (ssm_document_get_map (document)));
  if (state != NULL)
    resume (self, state);
  return self;
}

SsmMinutes *
ssm_workshop_session_minutes (SsmWorkshopSession *self, const char *date)
{
  SsmMap *map = ssm_document_get_map (self->document);
  g_autoptr (GArray) used = g_array_new (FALSE, TRUE, sizeof (guint));

  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), NULL);

  keep_state (self);
  if (self->state != NULL)
    return ssm_minutes_new (self->state->before, map, self->agenda, self->state->used, date);
  return ssm_minutes_new (map, map, self->agenda, used, date);
}

void
ssm_workshop_session_end (SsmWorkshopSession *self)
{
  g_return_if_fail (SSM_IS_WORKSHOP_SESSION (self));

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->state, ssm_workshop_state_free);
  ssm_workshop_state_forget (ssm_part_id (ssm_document_get_map (self->document)));
}

SsmDocument *
ssm_workshop_session_get_document (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), NULL);

  return self->document;
}

static const SsmPart *
get_step (SsmWorkshopSession *self, guint step)
{
  return ssm_agenda_step (self->agenda, g_array_index (self->steps, guint, step));
}

SsmAgenda *
ssm_workshop_session_get_agenda (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), NULL);

  return self->agenda;
}

/* One without a step that is on is no workshop. */
void
ssm_workshop_session_set_agenda (SsmWorkshopSession *self, SsmAgenda *agenda)
{
  g_return_if_fail (SSM_IS_WORKSHOP_SESSION (self));

  if (self->started || agenda == self->agenda || ssm_agenda_seconds (agenda) == 0)
    return;
  take_agenda (self, ssm_part_ref (agenda));
  g_signal_emit (self, signals[STEP], 0);
}

char **
ssm_workshop_session_prompts (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), NULL);

  return ssm_step_prompts (get_step (self, ssm_workshop_session_get_step (self)));
}

guint
ssm_workshop_session_get_silent_seconds (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), 0);

  return ssm_agenda_silent_seconds (self->agenda);
}

guint
ssm_workshop_session_n_steps (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), 0);

  return self->steps->len;
}

guint
ssm_workshop_session_get_step (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), 0);

  return ssm_workshop_clock_get_step (self->clock);
}

SsmStepKind
ssm_workshop_session_kind (SsmWorkshopSession *self, guint step)
{
  g_return_val_if_fail (step < self->steps->len, SSM_STEP_IS_STAGE);

  return ssm_step_kind (get_step (self, step));
}

SsmPart *
ssm_workshop_session_stage (SsmWorkshopSession *self, guint step)
{
  g_return_val_if_fail (step < self->steps->len, NULL);

  return ssm_step_stage (get_step (self, step), ssm_document_get_map (self->document));
}

SsmPart *
ssm_workshop_session_get_stage (SsmWorkshopSession *self, guint *index)
{
  SsmPart *stage = ssm_workshop_session_stage (self, ssm_workshop_session_get_step (self));

  if (stage != NULL && index != NULL)
    ssm_map_stage_of (ssm_document_get_map (self->document), ssm_part_id (stage), index);
  return stage;
}

void
ssm_workshop_session_go_to (SsmWorkshopSession *self, guint step)
{
  g_return_if_fail (SSM_IS_WORKSHOP_SESSION (self));

  if (step >= self->steps->len || step == ssm_workshop_session_get_step (self))
    return;
  ssm_document_end_merge (self->document);
  ssm_workshop_clock_go_to (self->clock, step, ssm_workshop_time_now ());
  keep_state (self);
  g_signal_emit (self, signals[STEP], 0);
}

void
ssm_workshop_session_go_by (SsmWorkshopSession *self, int steps)
{
  int step = (int) ssm_workshop_session_get_step (self) + steps;

  if (step >= 0)
    ssm_workshop_session_go_to (self, (guint) step);
}

void
ssm_workshop_session_go_to_part (SsmWorkshopSession *self, const char *id)
{
  const SsmPart *stage = ssm_map_stage_of (ssm_document_get_map (self->document), id, NULL);

  for (guint i = 0; i < self->steps->len && stage != NULL; i++)
    if (ssm_workshop_session_stage (self, i) == stage)
      ssm_workshop_session_go_to (self, i);
}

gboolean
ssm_workshop_session_is_started (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), FALSE);

  return self->started;
}

gboolean
ssm_workshop_session_is_running (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), FALSE);

  return ssm_workshop_clock_is_running (self->clock);
}

void
ssm_workshop_session_start (SsmWorkshopSession *self)
{
  g_return_if_fail (SSM_IS_WORKSHOP_SESSION (self));

  if (!self->started && self->state == NULL)
    begin_state (self);
  self->started = TRUE;
  ssm_workshop_clock_start (self->clock, ssm_workshop_time_now ());
  if (self->source == 0)
    self->source = g_timeout_add (TICK, tick_cb, self);
  tick_cb (self);
}

void
ssm_workshop_session_toggle (SsmWorkshopSession *self)
{
  g_return_if_fail (SSM_IS_WORKSHOP_SESSION (self));

  if (!self->started || !ssm_workshop_clock_is_running (self->clock))
    ssm_workshop_session_start (self);
  else
    ssm_workshop_clock_pause (self->clock, ssm_workshop_time_now ());
  tick_cb (self);
}

void
ssm_workshop_session_add (SsmWorkshopSession *self, guint seconds)
{
  SsmAgenda *agenda;
  guint step;

  g_return_if_fail (SSM_IS_WORKSHOP_SESSION (self));

  ssm_workshop_clock_add (self->clock, seconds);
  step = g_array_index (self->steps, guint, ssm_workshop_clock_get_step (self->clock));
  agenda = ssm_agenda_with_step_seconds (
    self->agenda, step,
    ssm_workshop_clock_planned (self->clock, ssm_workshop_clock_get_step (self->clock)));
  ssm_part_unref (self->agenda);
  self->agenda = agenda;
  tick_cb (self);
}

int
ssm_workshop_session_left (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), 0);

  return ssm_workshop_clock_left (self->clock, ssm_workshop_time_now ());
}

int
ssm_workshop_session_total_left (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), 0);

  return ssm_workshop_clock_total_left (self->clock, ssm_workshop_time_now ());
}

guint
ssm_workshop_session_total (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), 0);

  return ssm_workshop_clock_total (self->clock);
}

double
ssm_workshop_session_share (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), 0);

  return ssm_workshop_clock_share (self->clock, ssm_workshop_time_now ());
}

SsmClockSign
ssm_workshop_session_sign (SsmWorkshopSession *self)
{
  g_return_val_if_fail (SSM_IS_WORKSHOP_SESSION (self), SSM_CLOCK_QUIET);

  return ssm_workshop_clock_is_running (self->clock)
           ? ssm_workshop_clock_sign (self->clock, ssm_workshop_time_now ())
           : SSM_CLOCK_QUIET;
}

char *
ssm_workshop_session_format (int seconds)
{
  int all = ABS (seconds);

  return g_strdup_printf ("%s%d:%02d", seconds < 0 ? "–" : "", all / 60, all % 60);
}
