/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is looked for in a document and where it stands, kept true while the map changes.
 * Knows no widgets: the bar, the list and the page all follow it. */

#pragma once

#include "ssm-document.h"
#include "ssm-find.h"

G_BEGIN_DECLS

#define SSM_TYPE_FINDER (ssm_finder_get_type ())
G_DECLARE_FINAL_TYPE (SsmFinder, ssm_finder, SSM, FINDER, GObject)

/* Signal "changed" (): other matches, or another one is the current one. */

SsmFinder *ssm_finder_new (SsmDocument *document);

SsmDocument *ssm_finder_get_document (SsmFinder *self);

/* "" finds nothing. */
void        ssm_finder_set_query (SsmFinder *self, const char *query);
const char *ssm_finder_get_query (SsmFinder *self);
void        ssm_finder_set_flag  (SsmFinder *self, SsmFindFlags flag, gboolean on);

/* SsmMatch in reading order, owned by the finder; valid until "changed". */
const GPtrArray *ssm_finder_get_matches (SsmFinder *self);

/* The places in which the last step replaced all, until something else is looked for. */
guint ssm_finder_get_n_replaced (SsmFinder *self);

/* The current one, or -1 where there are none. */
int             ssm_finder_get_current (SsmFinder *self);
const SsmMatch *ssm_finder_get_match   (SsmFinder *self);
void            ssm_finder_set_current (SsmFinder *self, int index);

/* The next (1) or previous (-1) one, round the ends. */
void ssm_finder_step (SsmFinder *self, int step);

/* Replaces the current match, or all: one step that can be undone. Returns how many. */
guint ssm_finder_replace     (SsmFinder *self, const char *replacement);
guint ssm_finder_replace_all (SsmFinder *self, const char *replacement);

G_END_DECLS
