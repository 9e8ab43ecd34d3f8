/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program: its windows, what belongs to no window, and a quiet end when it is asked to
 * go. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SSM_TYPE_APPLICATION (ssm_application_get_type ())
G_DECLARE_FINAL_TYPE (SsmApplication, ssm_application, SSM, APPLICATION, AdwApplication)

SsmApplication *ssm_application_new (void);

/* The signal that ended the program, or 0. */
int ssm_application_get_signal (SsmApplication *self);

G_END_DECLS
