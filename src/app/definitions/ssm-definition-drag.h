/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Terms are put in another order by dragging their rows. */

#pragma once

#include "ssm-definition-row.h"

G_BEGIN_DECLS

/* Lets @row be dragged. */
void ssm_definition_drag_add_source (SsmDefinitionRow *row);

/* Lets rows be dropped on @list; @dropped is told which one and where, counted with the
 * row taken out. */
typedef void (*SsmDefinitionDropFunc) (const char *id, guint index, gpointer data);
void ssm_definition_drag_add_target (GtkListBox *list, SsmDefinitionDropFunc dropped,
                                     gpointer data);

G_END_DECLS
