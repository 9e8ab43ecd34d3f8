/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saying that a file was made, with a button that opens it. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* @words name @file: "Exported “Northgate.pdf”." */
void ssm_file_toast (SsmWindow *window, const char *words, GFile *file);

G_END_DECLS
