/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Getting the map back out of what ssm-export.h made. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @contents begin like a PDF, PNG or SVG. */
gboolean ssm_embedded_is_picture (GBytes *contents);

/* An SsmFileLimit for what may be a map or carry one. */
gsize ssm_embedded_limit (const char *start, gsize size);

/* (transfer full): the map's file contents, byte for byte. NULL with an error in
 * SSM_IO_ERROR naming @name, where there is no source in it ("This picture has lost its
 * source…"), where it is damaged, or where it unpacks to more than a map file may hold. */
GBytes *ssm_embedded_extract (GBytes *contents, const char *name, GError **error);

G_END_DECLS
