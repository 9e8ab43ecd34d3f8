/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ring that empties as time passes, with the time in it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SSM_TYPE_CLOCK_RING (ssm_clock_ring_get_type ())
G_DECLARE_FINAL_TYPE (SsmClockRing, ssm_clock_ring, SSM, CLOCK_RING, GtkWidget)

/* @share: of the time that is left, 0 to 1. @urgent: drawn thicker, in another colour. */
void ssm_clock_ring_show (SsmClockRing *self, const char *words, double share,
                          gboolean urgent);

G_END_DECLS
