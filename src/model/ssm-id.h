/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stable ids. Made once, kept through rename and move, never reused. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): "c-7k2m9qpd", 40 random bits, so that two people who edit copies of one
 * map do not collide. */
char *ssm_id_new (const char *prefix);

/* [a-z][a-z0-9._-]{0,63} */
gboolean ssm_id_is_valid (const char *id);

G_END_DECLS
