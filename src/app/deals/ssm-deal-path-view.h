/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of one deal through the map as a line of stages, with two places on it: where the
 * evidence says that it is, and where the CRM says so. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-diagnosis.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEAL_PATH_VIEW (ssm_deal_path_view_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealPathView, ssm_deal_path_view, SSM, DEAL_PATH_VIEW, GtkWidget)

void ssm_deal_path_view_show (SsmDealPathView *self, const SsmDiagnosis *diagnosis);

G_END_DECLS
