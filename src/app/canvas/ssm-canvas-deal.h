/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deal that is marked on the map, for those who see it and those who hear it. */

#pragma once

#include "ssm-canvas-private.h"

G_BEGIN_DECLS

void ssm_canvas_snapshot_deal (SsmCanvas *self, GtkSnapshot *snapshot);

/* (transfer full): what a screen reader says of it at the area @index, or "". */
char *ssm_canvas_deal_words (SsmCanvas *self, guint index);

G_END_DECLS
