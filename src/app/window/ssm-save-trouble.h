/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said when a map cannot be saved as it should be: what, why, and the ways on. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Saving to @file failed. @draft_error: why there is no draft either, or NULL. Responses:
 * "again", "copy", "cancel". Shown already. */
AdwMessageDialog *ssm_save_trouble_failed (GtkWindow *parent, GFile *file,
                                           const GError *error, const char *draft_error);

/* @file is not there any more. Responses: "anew", "copy", "cancel". Shown already. */
AdwMessageDialog *ssm_save_trouble_gone (GtkWindow *parent, GFile *file);

/* (transfer full): what has become of @file, which others have changed or taken away. */
char *ssm_save_trouble_describe_change (GFile *file);

G_END_DECLS
