/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was chosen in the export panel, what follows from it, and remembering it. Without
 * widgets. */

#pragma once

#include "ssm-format.h"
#include "ssm-purpose.h"

G_BEGIN_DECLS

/* Choices are places in the lists of the panel; 0 means: as the map says. */
typedef struct
{
  SsmFormat format;
  SsmPurpose purpose;
  int paper;
  int poster;              /* paper of a poster */
  int width_mm, height_mm; /* of paper of a size of its own */
  int orientation;
  SsmTheme theme;
  gboolean shrink;         /* never remembered: each map has to be looked at */
} SsmExportPlan;

/* The last of the papers: a size of its own. */
#define SSM_EXPORT_PAPER_CUSTOM 6

/* The format that @purpose is mostly wanted in. */
SsmFormat ssm_export_plan_usual_format (SsmPurpose purpose);

/* (transfer full): the page that comes out, for a format that is a picture; @source_name
 * stands in its footer. */
SsmPage *ssm_export_plan_page (const SsmExportPlan *plan, const SsmMap *map,
                               const char *source_name);

/* (transfer full): the words that come out, for other formats. */
char *ssm_export_plan_words (const SsmExportPlan *plan, const SsmMap *map);

/* Pixels per inch of a PNG of @page. */
double ssm_export_plan_dpi (const SsmExportPlan *plan, const SsmPage *page);

/* (transfer full): "PDF, A4 landscape, one page"; @page is NULL for words. */
char *ssm_export_plan_describe (const SsmExportPlan *plan, const SsmMap *map,
                                const SsmPage *page);

/* What was chosen for @map the last time, else what most people want. */
void ssm_export_plan_restore  (SsmExportPlan *plan, const SsmMap *map);
void ssm_export_plan_remember (const SsmExportPlan *plan, const SsmMap *map);

G_END_DECLS
