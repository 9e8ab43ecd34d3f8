/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clock that workshops read: one that only goes forward and that nobody sets. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Microseconds. A test moves it on by the seconds that it writes into the file which the
 * environment names in SALES_MAP_SECONDS_AHEAD. */
gint64 ssm_workshop_time_now (void);

G_END_DECLS
