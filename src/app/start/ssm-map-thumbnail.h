/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map as a small sketch: arrow heads in their colours, texts as bars. The real page would
 * be too small to read on a card, and laying out pages would delay the first window. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-map.h"

G_BEGIN_DECLS

#define SSM_TYPE_MAP_THUMBNAIL (ssm_map_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (SsmMapThumbnail, ssm_map_thumbnail, SSM, MAP_THUMBNAIL, GtkWidget)

void ssm_map_thumbnail_set_map (SsmMapThumbnail *self, SsmMap *map);

G_END_DECLS
