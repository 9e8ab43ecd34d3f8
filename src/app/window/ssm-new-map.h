/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map that is begun: from a template, or by the room in a workshop. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* Shows a map of the template @name, its title ready to be written. */
void ssm_new_map_from (SsmWindow *window, const char *name);

/* Holds a workshop on the window's map, or on one of stages with a name and nothing more. */
void ssm_new_map_hold_workshop (SsmWindow *window);
void ssm_new_map_by_workshop   (SsmWindow *window);

/* Goes on with the workshop on the window's map, if one was not finished. */
void ssm_new_map_resume_workshop (SsmWindow *window);

G_END_DECLS
