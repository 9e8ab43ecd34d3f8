/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Is this map complete, and are its criteria checkable? Findings as data; computed, never
 * ticked by hand. */

#pragma once

#include "ssm-language.h"
#include "ssm-map.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_SEVERITY_ERROR,
  SSM_SEVERITY_WARNING,
  SSM_SEVERITY_HINT
} SsmSeverity;

typedef struct
{
  const char *code; /* "missing-entry" …, static */
  SsmSeverity severity;
  char *stage;      /* id, or NULL */
  SsmList list;     /* of the stage, where all of it is meant; else SSM_LIST_NONE */
  char *item;       /* id of the criterion or term meant, or NULL */
  char *other;      /* id of the criterion that it repeats, or NULL */
  char *term;       /* the word that is not defined, or NULL */
  char *message;    /* translated sentence that says what and what to do */
} SsmFinding;

typedef enum
{
  SSM_CHECK_BLOCKS,   /* the seven blocks are mapped */
  SSM_CHECK_CRITERIA, /* every stage has entry and exit criteria */
  SSM_CHECK_PAGE,     /* the one-page map is complete and fits */
  SSM_CHECK_DEAL,     /* one live deal has been diagnosed */
  SSM_N_CHECKS
} SsmCheckId;

typedef struct
{
  const char *id; /* "blocks", "criteria", "page", "deal" */
  gboolean ok;
  char *detail;   /* translated: "6 Close has no leave criteria." */
  char *go_to;    /* id of the part where it can be mended, or NULL */
} SsmCheck;

typedef struct
{
  SsmCheck checks[SSM_N_CHECKS];
  guint n_ok;
} SsmSelfCheck;

/* @page_problem: why the page is not complete ("Stage 5 has 3 lines too many for one
 * page."), or NULL; only a page knows. @diagnosed: live deals diagnosed so far. */
SsmSelfCheck *ssm_self_check_new  (const SsmMap *map, const char *page_problem,
                                   guint diagnosed);
void          ssm_self_check_free (SsmSelfCheck *check);

/* (transfer full): "6 Close", or "Stage 6" for a stage without a name. */
char *ssm_stage_title (const SsmPart *stage, guint index);

/* Whether a stage is called like a deal that is lost, which is an outcome and no step. */
gboolean ssm_stage_is_lost (const SsmPart *stage, const SsmLanguage *language);

/* "Discovery" for 2; translated. @index: of ssm_blocks. */
const char *ssm_block_name (guint index);

/* Whether, on the day @today (YYYY-MM-DD), the next review is at most a week away or past;
 * FALSE where none is planned. */
gboolean ssm_review_is_due (const SsmMap *map, const char *today);

/* (transfer full): SsmFinding by stage in reading order; empty for a clean map. */
GPtrArray *ssm_lint (const SsmMap *map, const SsmLanguage *language);

/* (transfer full): what a finding speaks of, where its message does not name it: "3 Discovery,
 * Leave when" or the text of a criterion; NULL where there is no more to say. */
char *ssm_finding_place (const SsmMap *map, const SsmFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmSelfCheck, ssm_self_check_free)

G_END_DECLS
