/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view of deals: a list, the form of the deal that is chosen, and what its answers come
 * to. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEALS_VIEW (ssm_deals_view_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealsView, ssm_deals_view, SSM, DEALS_VIEW, GtkWidget)

/* Signal "toast" (string): what was done, for a toast that offers to take it back. */

void ssm_deals_view_follow (SsmDealsView *self, SsmDocument *document);

/* All deals of the document; owned by the view. */
SsmDealBoard *ssm_deals_view_get_board (SsmDealsView *self);

/* Asks for a new deal. */
void ssm_deals_view_begin (SsmDealsView *self);

/* Shows only the deals that miss the criterion @id. */
void ssm_deals_view_show_missing (SsmDealsView *self, const char *id);

/* Shows the deal @id; the keyboard goes to its first criterion that is not proved. */
void ssm_deals_view_open (SsmDealsView *self, const char *id);

/* Says @words over the deals until somebody has read them. */
void ssm_deals_view_warn (SsmDealsView *self, const char *words);

G_END_DECLS
