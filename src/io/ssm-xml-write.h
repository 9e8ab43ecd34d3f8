/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Map, deal book or agenda → bytes, in the one canonical form, so that a change of one criterion is a change of
 * one line and saving twice gives the same bytes, whoever saves and where. */

#pragma once

#include "ssm-part.h"

G_BEGIN_DECLS

/* (transfer full): @root, a map, deal book or agenda, as a file. NULL with SSM_IO_ERROR_INTERNAL where it holds a
 * character that XML cannot hold, which no edit lets in. */
GBytes *ssm_xml_write (const SsmPart *root, GError **error);

/* The same for what goes to the disk: the bytes are read again and must give this value.
 * SSM_IO_ERROR_TOO_BIG where it is past a limit of the file. */
GBytes *ssm_xml_write_checked (const SsmPart *root, GError **error);

G_END_DECLS
