/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text view as high as its text. GtkTextView asks for the height that its text had at
 * the width it was last given, so that one that was hidden or narrow asks for too much. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SSM_TYPE_TEXT_AREA (ssm_text_area_get_type ())
G_DECLARE_FINAL_TYPE (SsmTextArea, ssm_text_area, SSM, TEXT_AREA, GtkTextView)

/* (transfer full) */
char *ssm_text_area_get_text (SsmTextArea *self);

G_END_DECLS
