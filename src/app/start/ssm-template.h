/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Beginning a map: from a template to a map of one's own. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

/* (transfer full): a new map made from the template @name, dated today, on the paper and in
 * the language of the preferences; NULL where no template has this name. */
SsmMap *ssm_template_map_new (const char *name);

G_END_DECLS
