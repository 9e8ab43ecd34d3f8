/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways a map comes into a window: chosen, named, dropped, read again, brought back. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* Asks for a file. */
void ssm_open_choose (SsmWindow *window);

/* Opens @file: in @window if that shows the start page, else in a new one; a file that is
 * open already is brought to the front. What is wrong with it is said over @window. */
void ssm_open_file (SsmWindow *window, GFile *file);

/* Opens @map the same way, and with it @deals, its deal book. */
void ssm_open_with_deals (SsmWindow *window, GFile *map, GFile *deals);

/* Says over @window why @file could not be opened. */
void ssm_open_say_failed (SsmWindow *window, GFile *file, const GError *error);

/* Reads the window's file anew; what was not saved goes. */
void ssm_open_reload (SsmWindow *window);

/* Brings a draft back; NULL does nothing. */
void ssm_open_draft (SsmWindow *window, SsmDraft *draft);

/* The same for the draft that a crash left of the window's own file. */
void ssm_open_draft_of_file (SsmWindow *window);

G_END_DECLS
