/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The number of a stage in the stage's colour. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-map.h"

G_BEGIN_DECLS

GtkWidget *ssm_stage_chip_new (void);

/* @index: of the stage in @map. */
void ssm_stage_chip_show (GtkWidget *chip, const SsmMap *map, guint index);

/* Gives any @widget the colour of that stage, and takes that of another. */
void ssm_stage_chip_colour (GtkWidget *widget, const SsmMap *map, guint index);

G_END_DECLS
