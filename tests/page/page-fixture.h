/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of pages share: maps from files and from chance, and what must be true of
 * every page. */

#pragma once

#include "ssm-map-page.h"
#include "ssm-page-private.h"

/* (transfer full): the map in a file below the source folder. */
SsmMap *fixture_read_map (const char *file);

/* (transfer full): a map with @n_stages stages of up to @max_criteria entry and exit
 * criteria of up to @max_chars characters in many scripts. */
SsmMap *fixture_random_map (GRand *rand, guint n_stages, guint max_criteria,
                            guint max_chars);

/* Fails where two texts overlap, something leaves its cell or the page, or areas are not
 * nested. @name: how to call the page in messages. */
void fixture_check_page (const SsmPage *page, const char *name);

/* Whether pages come out in the very fonts the dumps were made with; others lay out well,
 * too, but not to a tenth of a point. */
gboolean fixture_has_golden_fonts (void);

/* Compares with the dump tests/golden/@name, or writes it where SSM_UPDATE_GOLDEN is set. */
void fixture_compare_golden (const SsmPage *page, const char *name);
