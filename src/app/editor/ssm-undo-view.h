/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which view shows what undo or redo has changed. */

#pragma once

#include "ssm-document.h"
#include "ssm-selection.h"

G_BEGIN_DECLS

/* The first definition of @now that @before did not have, or had otherwise, or NULL. */
const SsmPart *ssm_undo_definition (const SsmMap *before, const SsmMap *now);

/* "map", "definitions" or "measurement": @shown, one of them, unless what has changed is
 * only in another. */
const char *ssm_undo_view (SsmMap *before, SsmMap *now, const char *shown);

/* Every step of @document remembers what was selected when it was taken. */
void ssm_undo_keep_place (SsmDocument *document, SsmSelection *selection);

G_END_DECLS
