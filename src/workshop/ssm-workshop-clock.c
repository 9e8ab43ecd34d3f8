/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-clock.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

typedef struct
{
  guint planned;       /* seconds, with what was added */
  gint64 used;         /* microseconds, until it was left or stopped */
  SsmClockSign said; /* the last that was said */
} Step;

struct _SsmWorkshopClock
{
  Step *steps;
  guint n_steps;
  guint step;
  gint64 since; /* when time began to count, or -1 while it does not */
};

SsmWorkshopClock *
ssm_workshop_clock_new (const guint *seconds, guint n_steps)
{
  SsmWorkshopClock *self;

  g_return_val_if_fail (n_steps > 0, NULL);

  self = g_new0 (SsmWorkshopClock, 1);
  self->steps = g_new0 (Step, n_steps);
  self->n_steps = n_steps;
  self->since = -1;
  for (guint i = 0; i < n_steps; i++)
    self->steps[i].planned = seconds[i];
  return self;
}

void
ssm_workshop_clock_free (SsmWorkshopClock *self)
{
  g_free (self->steps);
  g_free (self);
}

/* A clock that is read twice at one moment, or late, never counts back. */
static gint64
used (const SsmWorkshopClock *self, guint step, gint64 now)
{
  gboolean counts = self->since >= 0 && step == self->step;

  return self->steps[step].used + (counts ? MAX (now - self->since, 0) : 0);
}

static int
seconds_up (gint64 microseconds)
{
  gint64 whole = microseconds / SECOND;

  return (int) (whole + (microseconds % SECOND > 0 ? 1 : 0));
}

void
ssm_workshop_clock_start (SsmWorkshopClock *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  if (self->since < 0)
    self->since = now;
}

void
ssm_workshop_clock_pause (SsmWorkshopClock *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  self->steps[self->step].used = used (self, self->step, now);
  self->since = -1;
}

gboolean
ssm_workshop_clock_is_running (const SsmWorkshopClock *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->since >= 0;
}

void
ssm_workshop_clock_go_to (SsmWorkshopClock *self, guint step, gint64 now)
{
  gboolean running = self->since >= 0;

  g_return_if_fail (step < self->n_steps);

  ssm_workshop_clock_pause (self, now);
  self->step = step;
  if (running)
    ssm_workshop_clock_start (self, now);
}

guint
ssm_workshop_clock_get_step (const SsmWorkshopClock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->step;
}

void
ssm_workshop_clock_set_used (SsmWorkshopClock *self, guint step, guint seconds)
{
  g_return_if_fail (step < self->n_steps && self->since < 0);

  self->steps[step].used = seconds * SECOND;
}

/* What was said of the end is to be said again when that comes. */
void
ssm_workshop_clock_add (SsmWorkshopClock *self, guint seconds)
{
  g_return_if_fail (self != NULL);

  self->steps[self->step].planned += seconds;
  self->steps[self->step].said = MIN (self->steps[self->step].said, SSM_CLOCK_HALF);
}

int
ssm_workshop_clock_left (const SsmWorkshopClock *self, gint64 now)
{
  g_return_val_if_fail (self != NULL, 0);

  return seconds_up (self->steps[self->step].planned * SECOND
                     - used (self, self->step, now));
}

int
ssm_workshop_clock_total_left (const SsmWorkshopClock *self, gint64 now)
{
  gint64 left = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_steps; i++)
    left += self->steps[i].planned * SECOND - used (self, i, now);
  return seconds_up (left);
}

guint
ssm_workshop_clock_planned (const SsmWorkshopClock *self, guint step)
{
  g_return_val_if_fail (step < self->n_steps, 0);

  return self->steps[step].planned;
}

guint
ssm_workshop_clock_used (const SsmWorkshopClock *self, guint step, gint64 now)
{
  g_return_val_if_fail (step < self->n_steps, 0);

  return (guint) (used (self, step, now) / SECOND);
}

guint
ssm_workshop_clock_total (const SsmWorkshopClock *self)
{
  guint total = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_steps; i++)
    total += self->steps[i].planned;
  return total;
}

double
ssm_workshop_clock_share (const SsmWorkshopClock *self, gint64 now)
{
  double planned;

  g_return_val_if_fail (self != NULL, 0);

  planned = (double) self->steps[self->step].planned * SECOND;
  return planned > 0 ? CLAMP (1 - (double) used (self, self->step, now) / planned, 0, 1) : 0;
}

SsmClockSign
ssm_workshop_clock_sign (SsmWorkshopClock *self, gint64 now)
{
  Step *step = &self->steps[self->step];
  gint64 left = step->planned * SECOND - used (self, self->step, now);
  SsmClockSign sign = SSM_CLOCK_QUIET;

  if (left <= 0)
    sign = SSM_CLOCK_UP;
  else if (left <= SSM_CLOCK_WARNING_SECONDS * SECOND)
    sign = SSM_CLOCK_WARNING;
  else if (2 * left <= step->planned * SECOND)
    sign = SSM_CLOCK_HALF;
  if (sign <= step->said)
    return SSM_CLOCK_QUIET;
  step->said = sign;
  return sign;
}
