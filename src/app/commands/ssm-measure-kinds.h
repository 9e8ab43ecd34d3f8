/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of the whole system that a map can have targets for. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_UNIT_PERCENT, /* the map has a share, 0 … 1 */
  SSM_UNIT_DAYS,
  SSM_UNIT_TIMES,
  SSM_UNIT_PLAIN
} SsmUnit;

/* "Win rate" for "win-rate", translated; @kind itself if it is another. */
const char *ssm_measure_kind_name (const char *kind);

SsmUnit ssm_measure_kind_unit (const char *kind);

/* (transfer full): the known kinds that no measure of @map is of yet, and @own. */
char **ssm_measure_kinds_free (const SsmMap *map, const char *own);

G_END_DECLS
