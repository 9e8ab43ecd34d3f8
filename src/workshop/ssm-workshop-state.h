/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a running workshop is, kept on the disk so that it goes on after a crash. What was
 * written into the map is the business of drafts; this is the clock and the agenda, and the
 * map as it was before, which the minutes compare with. All calls block; the record is
 * small. One workshop of a map is kept. */

#pragma once

#include "ssm-agenda.h"

G_BEGIN_DECLS

typedef struct
{
  char *map;         /* its id */
  char *path;        /* of its file; NULL for a draft that has none */
  char *title;       /* of the map, for the start page */
  SsmAgenda *agenda; /* fitted to the map */
  SsmMap *before;    /* the map when the workshop began; NULL where that is lost */
  guint step;        /* of the agenda: the one that runs */
  int step_left;     /* seconds; less than 0 where it took too long */
  int left;          /* the same of the whole workshop */
  int saved;         /* seconds that earlier steps left over */
  GArray *used;      /* guint: seconds that each step of the agenda has taken */
  GDateTime *at;     /* when it was written, in UTC */
} SsmWorkshopState;

/* (transfer full): that of a workshop which begins with @map; @path may be NULL. */
SsmWorkshopState *ssm_workshop_state_new  (SsmMap *map, const char *path,
                                           SsmAgenda *agenda);
void              ssm_workshop_state_free (SsmWorkshopState *state);

/* Writes it, and sets @at. Call it when the workshop begins, every few seconds and when it
 * goes to another step. Errors are in SSM_IO_ERROR; the workshop goes on all the same. */
gboolean ssm_workshop_state_write (SsmWorkshopState *state, GError **error);

/* (transfer full): the workshops that were not finished, newest first, of SsmWorkshopState.
 * A record that is damaged or older than a month is not in it. */
GPtrArray *ssm_workshop_state_list (void);

/* (transfer full): that of the map @map_id, or NULL. */
SsmWorkshopState *ssm_workshop_state_find (const char *map_id);

/* The workshop of the map @map_id is finished, or nobody wants to go on with it. */
void ssm_workshop_state_forget (const char *map_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmWorkshopState, ssm_workshop_state_free)

G_END_DECLS
