/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that begins a map: sketch, name, one line about it. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-map.h"

G_BEGIN_DECLS

#define SSM_TYPE_TEMPLATE_CARD (ssm_template_card_get_type ())
G_DECLARE_FINAL_TYPE (SsmTemplateCard, ssm_template_card, SSM, TEMPLATE_CARD, GtkButton)

/* Properties: "title", "subtitle" (strings). */

void ssm_template_card_set_map (SsmTemplateCard *self, SsmMap *map);

G_END_DECLS
