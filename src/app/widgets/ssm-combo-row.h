/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a boxed list that offers a few choices. Opened, by key or mouse, it shows the one
 * that holds now and has the keyboard there: AdwComboRow begins with the first. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SSM_TYPE_COMBO_ROW (ssm_combo_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (SsmComboRow, ssm_combo_row, SSM, COMBO_ROW, AdwComboRow)

struct _SsmComboRowClass
{
  AdwComboRowClass parent_class;
};

G_END_DECLS
