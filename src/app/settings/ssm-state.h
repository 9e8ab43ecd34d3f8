/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program remembers of how it was left: window size, hints that were understood,
 * choices. Nothing of a map. It can never stop the start: what cannot be read is as if
 * it were not there, and what cannot be written is forgotten. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The size of the last window, or of a first one. */
void ssm_state_restore_size  (GtkWindow *window);
void ssm_state_remember_size (GtkWindow *window);

/* Whether the person has used Tab often enough to know it. */
gboolean ssm_state_knows_tab     (void);
void     ssm_state_set_knows_tab (void);

/* Whether the inspector stands beside the page; it does until somebody closes it. */
gboolean ssm_state_get_inspector (void);
void     ssm_state_set_inspector (gboolean open);

/* A file of the program's state: (transfer full), empty where it cannot be read. */
GKeyFile *ssm_state_load  (const char *name);
void      ssm_state_store (GKeyFile *file, const char *name);

/* Removes the groups of @file whose SSM_STATE_TIME, in seconds of Unix, is the oldest, until
 * no more than @most are left. */
void ssm_state_drop_oldest (GKeyFile *file, guint most);

#define SSM_STATE_TIME "time"

/* From now on nothing is read and nothing written: for a start from a clean table. */
void ssm_state_ignore (void);

G_END_DECLS
