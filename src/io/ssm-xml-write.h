/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Map → bytes, in the one canonical form, so that a change of one criterion is a change of
 * one line and saving twice gives the same bytes, whoever saves and where. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

/* (transfer full): @map as a file. NULL with SSM_IO_ERROR_INTERNAL where it holds a
 * character that XML cannot hold, which no edit lets in. */
GBytes *ssm_xml_write (const SsmMap *map, GError **error);

/* The same for what goes to the disk: the bytes are read again and must give this map.
 * SSM_IO_ERROR_TOO_BIG where the map is past a limit of the file. */
GBytes *ssm_xml_write_checked (const SsmMap *map, GError **error);

G_END_DECLS
