/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page as the contents of a file. */

#pragma once

#include "ssm-export.h"
#include "ssm-format.h"

G_BEGIN_DECLS

/* (transfer full): NULL with an error in SSM_IO_ERROR. @format: one of a picture. */
GBytes *ssm_picture_make (const SsmPage *page, const SsmExportInfo *info, SsmFormat format,
                          GError **error);

G_END_DECLS
