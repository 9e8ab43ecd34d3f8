/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys and what they do, in one line: only keys that work here and now belong on it. What
 * there is no room for is left out, from the end. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SSM_TYPE_KEY_STRIP (ssm_key_strip_get_type ())
G_DECLARE_FINAL_TYPE (SsmKeyStrip, ssm_key_strip, SSM, KEY_STRIP, GtkWidget)

typedef struct
{
  const char *keys;  /* accelerators with blanks between them: "<Control>Page_Down" */
  const char *words; /* translated */
} SsmKeyHint;

/* Shows these, and only these. */
void ssm_key_strip_show (SsmKeyStrip *self, const SsmKeyHint *hints, guint n_hints);

G_END_DECLS
