/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where return paths run, and what else is drawn of them stands. Lengths are points on the
 * layout's sheet. */

#pragma once

#include "ssm-layout-draw.h"

G_BEGIN_DECLS

/* Millimetres. */
#define SSM_PATH_GAP 1.9 /* between a line and its words */
#define SSM_PATH_ARROW 1.35

SsmPath *ssm_path_at (const SsmLayout *layout, guint index);

/* Where the line of its lane runs. */
double ssm_path_line (const SsmLayout *layout, const SsmPath *path);

/* Room for the name of the place outside where a path ends, or for the number of the stage
 * in another band from which it comes; a width of 0 where it has neither. */
double ssm_path_chip_width  (const SsmLayout *layout, const SsmPath *path);
double ssm_path_chip_height (const SsmLayout *layout);

G_END_DECLS
