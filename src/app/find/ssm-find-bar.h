/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar over the views in which one writes what to find and what to put in its place. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-finder.h"

G_BEGIN_DECLS

#define SSM_TYPE_FIND_BAR (ssm_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (SsmFindBar, ssm_find_bar, SSM, FIND_BAR, GtkWidget)

/* Properties: "open" (boolean), "wide" (boolean: there is room for a list of results beside
 * the view), both read only and notified; "match-case", "whole-words" (boolean).
 * Actions: find.close, find.match-case, find.whole-words.
 * Signals: "go-to" (): the current match is wanted, with the keyboard. "closed" (). */

/* Must be called once, before the bar is shown. */
void ssm_find_bar_follow (SsmFindBar *self, SsmFinder *finder);

gboolean ssm_find_bar_get_open (SsmFindBar *self);

/* Opens the bar, with the line for replacing for @replace, and gives it the keyboard. */
void ssm_find_bar_open  (SsmFindBar *self, gboolean replace);
void ssm_find_bar_close (SsmFindBar *self);

G_END_DECLS
