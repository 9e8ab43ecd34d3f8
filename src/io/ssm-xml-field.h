/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the type of a field lets into a file. */

#pragma once

#include "ssm-schema.h"

G_BEGIN_DECLS

/* NULL where @value is one that @field may have; else (transfer full) a translated
 * sentence without the name of the field: 'is no date; write it as 2026-11-23'. */
char *ssm_xml_field_problem (SsmField field, const char *value);

/* FALSE for a name that this version has no meaning for; it is kept all the same. */
gboolean ssm_xml_field_is_known (SsmField field, const char *value);

G_END_DECLS
