/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line in which a text of a deal is written, under its name. The document's undo is the
 * only one. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SSM_TYPE_DEAL_ENTRY (ssm_deal_entry_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealEntry, ssm_deal_entry, SSM, DEAL_ENTRY, GtkWidget)

/* Properties: "title" (string), what the text is; "placeholder" (string); "live" (boolean):
 * each letter is written at once, and else the whole when Enter is pressed or the keyboard
 * leaves. Signals: "written" (string); "entered" (): after that, when it was Enter. */

/* Shows @text. What somebody is writing, or has yet to mend, stays. */
void ssm_deal_entry_show (SsmDealEntry *self, const char *text);

/* Shows @text whatever stood there. */
void ssm_deal_entry_reset (SsmDealEntry *self, const char *text);

/* Owned by the entry. */
const char *ssm_deal_entry_get_text (SsmDealEntry *self);

/* Writes what is there, as leaving does. FALSE where something is wrong with it. */
gboolean ssm_deal_entry_commit (SsmDealEntry *self);

/* What is wrong with what was written, or NULL. Only while "written" is handled. */
void ssm_deal_entry_set_problem (SsmDealEntry *self, const char *words);

/* Whether something is still wrong with it. */
gboolean ssm_deal_entry_has_problem (SsmDealEntry *self);

G_END_DECLS
