/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where keys lead on a page: geometry for the arrows, reading order for Tab. Indices are
 * those of ssm_page_area (); -1 is nowhere. */

#pragma once

#include "ssm-page.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_WALK_LEFT,
  SSM_WALK_RIGHT,
  SSM_WALK_UP,
  SSM_WALK_DOWN
} SsmWalk;

/* TRUE for what arrows stop at: every text, criterion and empty list. */
gboolean ssm_page_is_cell (const SsmPage *page, guint index);

/* The cell next to @from; what lies left or right of it stands in the same row. */
int ssm_page_neighbour (const SsmPage *page, int from, SsmWalk direction);

/* The cell of the first or last column in the row of @from, as people read. */
int ssm_page_row_end (const SsmPage *page, int from, gboolean last);

/* The first or last cell of the page. */
int ssm_page_end_cell (const SsmPage *page, gboolean last);

/* The column that is or holds @from. */
int ssm_page_stage_area (const SsmPage *page, int from);

/* The same place in the next (@step 1) or previous (-1) stage. */
int ssm_page_other_stage (const SsmPage *page, int from, int step);

/* The text or list that Tab (@step 1) or Shift+Tab (-1) goes to. A list counts as one, and
 * what a map has for years, as stage names and dates, is left out. */
int ssm_page_next_text (const SsmPage *page, int from, int step);

/* The list that is or holds @from, or -1. */
int ssm_page_list_area (const SsmPage *page, int from);

/* Criteria in the list @list. */
guint ssm_page_n_criteria (const SsmPage *page, int list);

/* The criterion at @position of @list; the last one where there are fewer. */
int ssm_page_criterion (const SsmPage *page, int list, guint position);

/* The place of the criterion @index in its list. */
guint ssm_page_criterion_position (const SsmPage *page, int index);

G_END_DECLS
