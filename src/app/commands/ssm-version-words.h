/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How kept versions are called, and what has changed since. */

#pragma once

#include "ssm-diff.h"

G_BEGIN_DECLS

/* (transfer full): "1.2 After the workshop". */
char *ssm_version_title (const SsmMap *map, const char *id);

/* (transfer full): "9 Nov 2026 · Dana Ruiz". */
char *ssm_version_describe (const SsmMap *map, const char *id);

/* (transfer full): from the version @id to what @map is now; NULL where there is no such
 * version. That an edition has another number is no news and is left out. */
SsmDiff *ssm_version_changes (SsmMap *map, const char *id);

/* The id of the version kept last, or NULL. Owned by @map. */
const char *ssm_version_newest (const SsmMap *map);

/* (transfer full): "5 changes", "No changes". */
char *ssm_version_count (guint n);

/* (transfer full): a name to offer for the map as it is: "First draft", "Discovery
 * changed". */
char *ssm_version_suggest_name (SsmMap *map);

/* (transfer full): YYYY-MM-DD, today where the person is. */
char *ssm_version_today (void);

G_END_DECLS
