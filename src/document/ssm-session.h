/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The folder in which one running program keeps its drafts. It is marked by a lock that
 * the system takes away when the program ends, however it ends: no process number that
 * another program may have by then, and no clock, decides whether its owner lives. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): where the folders of all programs are. */
char *ssm_session_root (void);

/* This program's folder, made at the first call, readable for its user only. NULL with an
 * error in SSM_IO_ERROR where it cannot be made; the next call tries again. */
const char *ssm_session_folder (GError **error);

/* Whether the program that keeps its drafts in @folder is running. */
gboolean ssm_session_is_alive (const char *folder);

/* Removes @folder if its program is gone and no draft is left in it. */
void ssm_session_remove_empty (const char *folder);

/* The program ends: its folder goes, unless drafts are left in it. */
void ssm_session_end (void);

G_END_DECLS
