/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A finding of the lint mended by one press, as a command. */

#pragma once

#include "ssm-commands.h"
#include "ssm-repair.h"

G_BEGIN_DECLS

/* What the button is called that does it; translated, NULL for none. */
const char *ssm_repair_label (SsmRepair repair);

/* (transfer full): @finding mended; as ssm_map_repaired (). */
SsmCommand *ssm_command_repair (SsmMap *map, const SsmFinding *finding,
                                const char *selected, const SsmLanguage *language);

G_END_DECLS
