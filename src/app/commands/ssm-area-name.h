/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader says of each thing on the page. One place, so that the pattern is
 * the same everywhere: what it is, where it stands, in which stage. */

#pragma once

#include "ssm-map-index.h"
#include "ssm-page.h"

G_BEGIN_DECLS

/* (transfer full): "Sales System Map: Northgate, 7 stages". */
char *ssm_map_name (const SsmMap *map);

/* (transfer full): "Cost or impact quantified. Leave when, 2 of 3. Stage 3 of 7,
 * Discovery."; @index is an area of @page, which shows @map. */
char *ssm_area_name (const SsmMapIndex *map, const SsmPage *page, guint index);

/* (transfer full): what is worth knowing beyond the name, or "". */
char *ssm_area_description (const SsmMapIndex *map, const SsmPage *page, guint index);

/* (transfer full): the text that stands in the area, "" where it is empty or holds others. */
char *ssm_area_text (const SsmMapIndex *map, const SsmArea *area);

/* The name of what a text is for, as "Title" or "What we do"; static, translated. */
const char *ssm_field_name (SsmField field);
const char *ssm_list_name  (SsmList list);

G_END_DECLS
