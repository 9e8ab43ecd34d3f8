/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the commands share. */

#pragma once

#include "ssm-commands.h"

G_BEGIN_DECLS

/* (transfer full): takes @map; copies the strings. */
SsmCommand *ssm_command_new (SsmMap *map, const char *label, const char *id, SsmField field,
                             SsmList list);

/* (transfer full): leaves @map as it is and @id selected. */
SsmCommand *ssm_command_nothing (SsmMap *map, const char *id);

G_END_DECLS
