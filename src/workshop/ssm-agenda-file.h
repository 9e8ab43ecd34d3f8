/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Agenda ↔ file (.salesagenda), in the canonical form that maps have. Both block; errors are
 * in SSM_IO_ERROR, and their messages say what to do. */

#pragma once

#include "ssm-agenda.h"

G_BEGIN_DECLS

#define SSM_AGENDA_ENDING ".salesagenda"

/* (transfer full): the agenda in the file @path; NULL with an error. */
SsmAgenda *ssm_agenda_load (const char *path, GError **error);

/* Makes @agenda the contents of @path. */
gboolean ssm_agenda_save (const SsmAgenda *agenda, const char *path, GError **error);

G_END_DECLS
