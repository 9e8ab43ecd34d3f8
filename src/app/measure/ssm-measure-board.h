/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the view of measurement is about: which tables were read, of which period and owner
 * the figures are, and whether they stand on the map. No widgets. */

#pragma once

#include "ssm-deal-board.h"
#include "ssm-measure-job.h"

G_BEGIN_DECLS

#define SSM_TYPE_MEASURE_BOARD (ssm_measure_board_get_type ())
G_DECLARE_FINAL_TYPE (SsmMeasureBoard, ssm_measure_board, SSM, MEASURE_BOARD, GObject)

/* Signal "changed": anything of what is below. */

/* @deals: whose book remembers how tables were read. */
SsmMeasureBoard *ssm_measure_board_new (SsmDocument *document, SsmDealBoard *deals);

/* Reads and measures tables in a thread. */
void ssm_measure_board_read    (SsmMeasureBoard *self, const char *const *paths);

/* The same tables once more; FALSE where none were read yet. */
gboolean ssm_measure_board_refresh (SsmMeasureBoard *self);
void     ssm_measure_board_stop    (SsmMeasureBoard *self);

/* Days up to the newest, or 0 for all; an owner, or NULL for all. */
void ssm_measure_board_set_days  (SsmMeasureBoard *self, guint days);
void ssm_measure_board_set_owner (SsmMeasureBoard *self, const char *owner);
const char *ssm_measure_board_get_owner (SsmMeasureBoard *self);

/* While they are seen, figures follow what is changed on the map. */
void ssm_measure_board_set_shown (SsmMeasureBoard *self, gboolean shown);

/* NULL before anything was measured; owned by the board. */
const SsmMeasureAnswer *ssm_measure_board_get_answer (SsmMeasureBoard *self);
const char             *ssm_measure_board_get_source (SsmMeasureBoard *self);

/* Why the tables could not be read, or NULL. */
const char *ssm_measure_board_get_problem (SsmMeasureBoard *self);

/* Whether tables are being read, and how far that is. */
gboolean ssm_measure_board_is_reading (SsmMeasureBoard *self, double *fraction);

/* Whether the map shows these very figures. */
gboolean ssm_measure_board_is_on_map (SsmMeasureBoard *self);

/* Writes them on the map, as one step. */
void ssm_measure_board_put (SsmMeasureBoard *self);

G_END_DECLS
