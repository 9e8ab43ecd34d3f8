/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is copied, in each form somebody may ask for. Holds a value of the map, so what is
 * pasted later is what was copied, whatever has been edited since. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-map.h"

G_BEGIN_DECLS

#define SSM_TYPE_CLIPBOARD_CONTENT (ssm_clipboard_content_get_type ())
G_DECLARE_FINAL_TYPE (SsmClipboardContent, ssm_clipboard_content, SSM, CLIPBOARD_CONTENT,
                      GdkContentProvider)

/* (transfer full). @fragment and @text: NULL for a picture alone. */
GdkContentProvider *ssm_clipboard_content_new (SsmMap *map, SsmMap *fragment,
                                               const char *text);

G_END_DECLS
