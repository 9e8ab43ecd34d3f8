/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a CRM's word for a stage probably is in a map that does not have it, to be proposed and
 * never taken unseen: by the usual names of the seven blocks in every language we know. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

/* The id of the stage of @map, owned by it; NULL where no stage, or more than one, is of the
 * block that @word is a name of. */
const char *ssm_stage_guess (const SsmMap *map, const char *word);

G_END_DECLS
