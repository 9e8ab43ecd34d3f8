/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A moment as a CRM writes it: a day, or a day with a time of day and perhaps a time zone, in
 * 64 bits. The day that is shown is the one that is written: no time zone moves it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nothing but order may be read out of these numbers; where two clocks of different zones
 * showed the same moment, ask ssm_instant_moment (). */
typedef gint64 SsmInstant;

/* Not known. It is before all others. */
#define SSM_INSTANT_NONE G_MININT64

#define SSM_DAY_MS G_GINT64_CONSTANT (86400000)

/* @day: Julian as in GDate; 0 gives SSM_INSTANT_NONE. */
SsmInstant ssm_instant_of_day (guint32 day);

/* @unix_ms: milliseconds since 1970 in UTC; @offset_minutes: what the clock there showed
 * more than UTC. What is written without a zone has no offset, as if it were UTC. */
SsmInstant ssm_instant_of_time (gint64 unix_ms, int offset_minutes);

/* A number that is the same for the same moment, whatever the zone it was written in, and
 * orders moments. */
gint64 ssm_instant_moment (SsmInstant instant);

/* The Julian day that its clock showed; 0 of SSM_INSTANT_NONE. */
guint32 ssm_instant_day (SsmInstant instant);

/* (transfer full): the Julian day @day as files have it, "2026-11-23"; NULL for 0. */
char *ssm_day_to_iso (guint32 day);

gboolean ssm_instant_has_time (SsmInstant instant);

/* The last of all instants of its day. */
SsmInstant ssm_instant_end_of_day (SsmInstant instant);

/* Milliseconds from @from to @to; where one of the two is only a day, whole days of the
 * calendar. Both must be known. */
gint64 ssm_instant_span (SsmInstant from, SsmInstant to);

G_END_DECLS
