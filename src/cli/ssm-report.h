/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `salesmap check` knows about one map, and how it is printed. */

#pragma once

#include "ssm-book.h"
#include "ssm-check.h"
#include "ssm-json.h"
#include "ssm-page.h"

G_BEGIN_DECLS

typedef struct
{
  SsmSelfCheck *check;
  GPtrArray *findings; /* SsmFinding */
  SsmMap *map;
  SsmFit fit;
  gboolean is_portrait; /* how the page lies */
  gboolean has_deals;  /* a deal book was given, so that the check of deals can be made */
  gboolean complete;   /* all checks that could be made are answered yes */
  gboolean clean;      /* nothing worse than a hint was found */
} SsmReport;

/* (transfer full): @deals: the deal book beside @map, or NULL. @strict: report also what is
 * not seen on the page: hidden characters, and characters no font has. */
SsmReport *ssm_report_new  (SsmMap *map, const SsmBook *deals, gboolean strict);
void       ssm_report_free (SsmReport *report);

/* (transfer full): @name: the file it is about. */
char *ssm_report_to_text (const SsmReport *report, const char *name);

/* Adds the members of the report to the object that is open. */
void ssm_report_add_to_json (const SsmReport *report, SsmJson *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmReport, ssm_report_free)

G_END_DECLS
