/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a workshop and each of its steps have taken, and what is left of them. A clock
 * never stops anybody: a step may go on for longer than was planned, and then takes from
 * the rest; what it saves is added to the rest.
 *
 * All functions are told what time it is, in microseconds of a clock that only goes forward
 * and that nobody sets (g_get_monotonic_time ()): changes of the wall clock mean nothing
 * to it, and a laptop that was asleep goes on where it was. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SsmWorkshopClock SsmWorkshopClock;

/* What somebody who listens is told, once a step: nothing else is said aloud. */
typedef enum
{
  SSM_CLOCK_QUIET,
  SSM_CLOCK_HALF,    /* half of the step's time is over */
  SSM_CLOCK_WARNING, /* 15 seconds are left */
  SSM_CLOCK_UP       /* the time for the step is up */
} SsmClockSign;

#define SSM_CLOCK_WARNING_SECONDS 15

/* @seconds: planned for each of @n_steps. It stands until it is started. */
SsmWorkshopClock *ssm_workshop_clock_new  (const guint *seconds, guint n_steps);
void              ssm_workshop_clock_free (SsmWorkshopClock *self);

void     ssm_workshop_clock_start      (SsmWorkshopClock *self, gint64 now);
void     ssm_workshop_clock_pause      (SsmWorkshopClock *self, gint64 now);
gboolean ssm_workshop_clock_is_running (const SsmWorkshopClock *self);

/* Time counts for @step from now on. */
void  ssm_workshop_clock_go_to    (SsmWorkshopClock *self, guint step, gint64 now);
guint ssm_workshop_clock_get_step (const SsmWorkshopClock *self);

/* What an earlier run of the workshop has used of @step; before it is started. */
void ssm_workshop_clock_set_used (SsmWorkshopClock *self, guint step, guint seconds);

/* Gives the step @seconds more, and the whole. */
void ssm_workshop_clock_add (SsmWorkshopClock *self, guint seconds);

/* Seconds, rounded up as clocks on walls count down: left of the step, less than 0 when it
 * takes longer than planned; left of the whole; planned and used by a step so far. */
int   ssm_workshop_clock_left       (const SsmWorkshopClock *self, gint64 now);
int   ssm_workshop_clock_total_left (const SsmWorkshopClock *self, gint64 now);
guint ssm_workshop_clock_planned    (const SsmWorkshopClock *self, guint step);
guint ssm_workshop_clock_used       (const SsmWorkshopClock *self, guint step, gint64 now);

/* Planned for the whole, with what was added. */
guint ssm_workshop_clock_total (const SsmWorkshopClock *self);

/* The share of the step's time that is left, 0 to 1. */
double ssm_workshop_clock_share (const SsmWorkshopClock *self, gint64 now);

/* What is to be said now, and was not said of this step before. */
SsmClockSign ssm_workshop_clock_sign (SsmWorkshopClock *self, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmWorkshopClock, ssm_workshop_clock_free)

G_END_DECLS
