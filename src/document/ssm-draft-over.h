/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The draft of a deal book as what differs from a book that is on the disk already. A book
 * of ten thousand deals takes a second to write, and no answer may wait for so long. What
 * differs says of which bytes, so that it is never laid over others. */

#pragma once

#include "ssm-draft.h"

G_BEGIN_DECLS

void ssm_draft_whole_set (SsmDraftWhole *whole, const SsmPart *root, GBytes *bytes);

/* (transfer full): what is to be laid over @whole to get @root; NULL where that cannot be
 * said, or would be long. */
GBytes *ssm_draft_over_new (const SsmDraftWhole *whole, const SsmPart *root);

/* (transfer full): @whole, whose bytes are @bytes, with @over laid over it; @whole itself
 * where @over belongs over something else. NULL with an error in SSM_IO_ERROR. */
SsmPart *ssm_draft_over_lay (SsmPart *whole, GBytes *bytes, GBytes *over, const char *name,
                             GError **error);

G_END_DECLS
