/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a term is used, a row for each text; each row leads there. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-map.h"

G_BEGIN_DECLS

#define SSM_TYPE_USES_LIST (ssm_uses_list_get_type ())
G_DECLARE_FINAL_TYPE (SsmUsesList, ssm_uses_list, SSM, USES_LIST, GtkWidget)

GtkWidget *ssm_uses_list_new (void);

/* Shows the uses of the definition @id. */
void ssm_uses_list_show (SsmUsesList *self, const SsmMap *map, const char *id);

G_END_DECLS
