/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of a CRM becomes deals: what was guessed of it is shown with rows of it, corrected
 * where it is wrong, and what would become of the book stands below before anything has. */

#pragma once

#include <adwaita.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

#define SSM_TYPE_IMPORT_DIALOG (ssm_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SsmImportDialog, ssm_import_dialog, SSM, IMPORT_DIALOG, AdwWindow)

/* Signal "imported" (string): what was done, for a toast that offers to take it back. */

/* Starts to read @file, a file on this computer, for the book of @board. */
GtkWindow *ssm_import_dialog_new (GtkWindow *parent, SsmDealBoard *board, GFile *file);

G_END_DECLS
