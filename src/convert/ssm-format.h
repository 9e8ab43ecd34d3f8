/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of file the program writes, told by name, by a file's ending and by contents. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_FORMAT_UNKNOWN = -1,
  SSM_FORMAT_PDF,
  SSM_FORMAT_PNG,
  SSM_FORMAT_SVG,
  SSM_FORMAT_HTML,
  SSM_FORMAT_MARKDOWN,
  SSM_FORMAT_TEXT,
  SSM_FORMAT_MAP,
  SSM_N_FORMATS
} SsmFormat;

/* What export can be asked for, as an option's list of choices. */
#define SSM_EXPORT_FORMATS "pdf|png|svg|html|markdown|text"

SsmFormat ssm_format_of_name (const char *name);
SsmFormat ssm_format_of_path (const char *path);

/* How people call it: "PDF". Translated. */
const char *ssm_format_title (SsmFormat format);

/* Whether the format is a drawing of the page. */
gboolean ssm_format_is_picture (SsmFormat format);

/* What a file in it is called: ".pdf". */
const char *ssm_format_ending (SsmFormat format);

/* Whether a file with this @start, its first bytes, may be replaced by one in @format: it is
 * empty, or of the same kind. */
gboolean ssm_format_may_replace (SsmFormat format, const char *start, gsize size);

G_END_DECLS
