/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Minutes → pages, as many as they take. */

#pragma once

#include "ssm-map-page.h"
#include "ssm-minutes.h"

G_BEGIN_DECLS

/* (transfer full): page @index of @minutes, an SsmMinutes, on the map's own paper, upright;
 * NULL behind the last. It is an SsmPageFunc of ssm_export_pdf_pages (). */
SsmPage *ssm_minutes_page_new (guint index, gpointer minutes);

G_END_DECLS
