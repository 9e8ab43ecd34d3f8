/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All deals of one open map held against it: the book that goes with the map, each deal's
 * diagnosis as of today, and the deal that is chosen. Views show it; it owns no truth but the
 * choice. Without GTK. */

#pragma once

#include "ssm-commands.h"
#include "ssm-deal-item.h"
#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEAL_BOARD (ssm_deal_board_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealBoard, ssm_deal_board, SSM, DEAL_BOARD, GObject)

/* Signals: "changed" (): a deal, the map, the book or the choice is another. "book-changed"
 * (): another document is the book. */

/* On the map of @document, with a book of its own in which there is nothing. */
SsmDealBoard *ssm_deal_board_new (SsmDocument *document);

/* The book's document, never NULL. */
SsmDocument *ssm_deal_board_get_book (SsmDealBoard *self);
void         ssm_deal_board_set_book (SsmDealBoard *self, SsmDocument *book);

SsmDocument *ssm_deal_board_get_document (SsmDealBoard *self);

/* A list of SsmDealItem in the order of the book; owned by the board. */
GListModel *ssm_deal_board_get_items (SsmDealBoard *self);

/* The item of the deal @id, or NULL. */
SsmDealItem *ssm_deal_board_find (SsmDealBoard *self, const char *id);

/* The id of the chosen deal, or NULL. */
const char *ssm_deal_board_get_chosen (SsmDealBoard *self);
void        ssm_deal_board_choose     (SsmDealBoard *self, const char *id);

/* Of the chosen deal, or NULL. The diagnosis is valid until the next "changed". */
SsmPart            *ssm_deal_board_get_deal      (SsmDealBoard *self);
const SsmDiagnosis *ssm_deal_board_get_diagnosis (SsmDealBoard *self);

/* The way through the map; valid until the next "changed". */
const SsmDealPath *ssm_deal_board_get_path (SsmDealBoard *self);

/* The day as of which deals are held against the map, YYYY-MM-DD. */
const char *ssm_deal_board_get_today (SsmDealBoard *self);

/* The words in which the person is told about deals. */
const SsmLanguage *ssm_deal_board_get_words (SsmDealBoard *self);

/* Whether the chosen deal is to be seen on the map. */
gboolean ssm_deal_board_is_pinned  (SsmDealBoard *self);
void     ssm_deal_board_set_pinned (SsmDealBoard *self, gboolean pinned);

/* Takes @command: applies it to the book as one step and chooses the deal that it selects. */
void ssm_deal_board_run (SsmDealBoard *self, SsmCommand *command);

/* (transfer container): the open deals, as SsmDealItem, that miss the criterion @id of the
 * map, as far as they have come. */
GPtrArray *ssm_deal_board_missing (SsmDealBoard *self, const char *id);

G_END_DECLS
