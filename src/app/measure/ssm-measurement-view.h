/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view of measurement: what the tables of a CRM say about the map, as a page or as
 * tables, and the way of these figures onto the map. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

#define SSM_TYPE_MEASUREMENT_VIEW (ssm_measurement_view_get_type ())
G_DECLARE_FINAL_TYPE (SsmMeasurementView, ssm_measurement_view, SSM, MEASUREMENT_VIEW,
                      GtkWidget)

/* Signal "toast" (string): what was done, for a toast that offers to take it back. */

/* @deals: of the same document. */
void ssm_measurement_view_follow (SsmMeasurementView *self, SsmDocument *document,
                                  SsmDealBoard *deals);

/* Reads tables, of GFile, and shows what is in them. */
void ssm_measurement_view_read (SsmMeasurementView *self, GListModel *files);

/* Asks for tables. */
void ssm_measurement_view_choose (SsmMeasurementView *self);

/* Reads the same tables once more; asks for some where there were none. */
void ssm_measurement_view_refresh (SsmMeasurementView *self);

G_END_DECLS
