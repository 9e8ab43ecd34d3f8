/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deal book of the map in one window: it is found beside the map, by the id that it
 * names, or in a draft; it is saved together with the map, beside it, and never in it. */

#pragma once

#include "ssm-deal-board.h"
#include "ssm-save-flow.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEAL_FLOW (ssm_deal_flow_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealFlow, ssm_deal_flow, SSM, DEAL_FLOW, GObject)

/* Starts to look for the book of the map that @board is on. */
SsmDealFlow *ssm_deal_flow_new (SsmWindow *window, SsmDealBoard *board);

/* The window has another document now: the book's draft stays where it was never saved. */
void ssm_deal_flow_close (SsmDealFlow *self);

/* What Save, Undo and the title are about: the book while its view is shown, else the map;
 * NULL on the start page. */
SsmDocument *ssm_deal_flow_get_active (SsmWindow *window);

/* Saves the deals, if there are any that were not saved: beside the map, as soon as that has
 * a file. */
void ssm_deal_flow_save (SsmDealFlow *self);

/* Reads the book's file again, which undo takes back. */
void ssm_deal_flow_reload (SsmDealFlow *self);

/* Takes the book @file if it is of this map, and there are no deals yet. */
void ssm_deal_flow_open (SsmDealFlow *self, GFile *file);

/* As of the flow of the map. */
gboolean ssm_deal_flow_may_close    (SsmDealFlow *self);
void     ssm_deal_flow_look_at_file (SsmDealFlow *self);

/* The flow of the book's own file. */
SsmSaveFlow *ssm_deal_flow_get_save_flow (SsmDealFlow *self);

G_END_DECLS
