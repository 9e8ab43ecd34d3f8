/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A workshop that is being held: the map it writes in, the steps of its agenda, the step it
 * is at and its clock. Widgets show it and own no truth. Without GTK. */

#pragma once

#include <gio/gio.h>

#include "ssm-agenda.h"
#include "ssm-document.h"
#include "ssm-minutes.h"
#include "ssm-workshop-clock.h"

G_BEGIN_DECLS

#define SSM_TYPE_WORKSHOP_SESSION (ssm_workshop_session_get_type ())
G_DECLARE_FINAL_TYPE (SsmWorkshopSession, ssm_workshop_session, SSM, WORKSHOP_SESSION, GObject)

/* Signals: "step" (): another step is shown, or the stages are others. "map" (): the map has
 * changed. "tick" (): the clock may show something else. */

/* On the map of @document, by the usual agenda; it stands until it is started. One of this
 * map that was not finished goes on where it was. */
SsmWorkshopSession *ssm_workshop_session_new (SsmDocument *document);

/* (transfer full): what it came to so far; @date is YYYY-MM-DD of today. */
SsmMinutes *ssm_workshop_session_minutes (SsmWorkshopSession *self, const char *date);

/* It is finished: the next one of this map begins anew. */
void ssm_workshop_session_end (SsmWorkshopSession *self);

SsmDocument *ssm_workshop_session_get_document (SsmWorkshopSession *self);

/* Steps of the agenda that are on. The stage is NULL for steps that are about none. */
guint       ssm_workshop_session_n_steps   (SsmWorkshopSession *self);
guint       ssm_workshop_session_get_step  (SsmWorkshopSession *self);
SsmStepKind ssm_workshop_session_kind      (SsmWorkshopSession *self, guint step);
SsmPart    *ssm_workshop_session_stage     (SsmWorkshopSession *self, guint step);

/* What it goes through, fitted to the map. Another one counts only before it is started. */
SsmAgenda *ssm_workshop_session_get_agenda (SsmWorkshopSession *self);
void       ssm_workshop_session_set_agenda (SsmWorkshopSession *self, SsmAgenda *agenda);

/* (transfer full): what is to be asked in the step it is at instead of what the program asks,
 * or NULL. */
char **ssm_workshop_session_prompts (SsmWorkshopSession *self);

/* How long a round of silent writing takes. */
guint ssm_workshop_session_get_silent_seconds (SsmWorkshopSession *self);

/* The stage of the step it is at, and its place in the map. */
SsmPart *ssm_workshop_session_get_stage (SsmWorkshopSession *self, guint *index);

/* To another step; one that there is not is left alone. */
void ssm_workshop_session_go_to (SsmWorkshopSession *self, guint step);
void ssm_workshop_session_go_by (SsmWorkshopSession *self, int steps);

/* To the stage that is or holds the part @id. */
void ssm_workshop_session_go_to_part (SsmWorkshopSession *self, const char *id);

/* The clock: started first by _start, then stopped and started by _toggle. */
gboolean ssm_workshop_session_is_started (SsmWorkshopSession *self);
gboolean ssm_workshop_session_is_running (SsmWorkshopSession *self);
void     ssm_workshop_session_start      (SsmWorkshopSession *self);
void     ssm_workshop_session_toggle     (SsmWorkshopSession *self);
void     ssm_workshop_session_add        (SsmWorkshopSession *self, guint seconds);

/* What the clock shows now; see there. */
int          ssm_workshop_session_left       (SsmWorkshopSession *self);
int          ssm_workshop_session_total_left (SsmWorkshopSession *self);
guint        ssm_workshop_session_total      (SsmWorkshopSession *self);
double       ssm_workshop_session_share      (SsmWorkshopSession *self);
SsmClockSign ssm_workshop_session_sign       (SsmWorkshopSession *self);

/* (transfer full): "4:10", "–0:12" */
char *ssm_workshop_session_format (int seconds);

G_END_DECLS
