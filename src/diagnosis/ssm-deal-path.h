/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of a deal through one map, laid flat: stages and criteria as arrays, so that a
 * million deals can be held against it without looking anything up in the map.
 *
 * The way is the map's stages in their order. Paths drawn beside it, back or to nurture,
 * are ways that a deal may take and no steps that it must; a stage that is called like a
 * lost deal is an outcome and no stage, and evidence never leads to it. */

#pragma once

#include "ssm-language.h"
#include "ssm-map.h"

G_BEGIN_DECLS

/* Where there is no such stage. */
#define SSM_NO_STAGE (-1)

typedef enum
{
  SSM_LETTER_NONE = -1,
  SSM_LETTER_METRICS,
  SSM_LETTER_ECONOMIC_BUYER,
  SSM_LETTER_DECISION_CRITERIA,
  SSM_LETTER_DECISION_PROCESS,
  SSM_LETTER_PAPER_PROCESS,
  SSM_LETTER_PAIN,
  SSM_LETTER_CHAMPION,
  SSM_LETTER_COMPETITION,
  SSM_N_LETTERS
} SsmLetter;

typedef struct
{
  const SsmPart *part;
  guint stage;      /* of the path */
  gboolean is_entry;
  SsmLetter letter;
  int follows; /* stage of the path whose proof answers it, or SSM_NO_STAGE: it is the
                  name of what the deal is after that stage */
} SsmPathCriterion;

typedef struct
{
  const SsmPart *part;
  guint index;      /* in the map */
  guint entry, n_entry; /* criteria of the path: first and number */
  guint exit, n_exit;   /* right behind them */
  double limit;     /* days set by the team, or -1 */
  double usual;     /* days within which nine of ten deals have left it, or -1 */
} SsmPathStage;

typedef struct
{
  SsmMap *map;
  SsmPathStage *stages;
  guint n_stages;
  SsmPathCriterion *criteria;
  guint n_criteria;
  GHashTable *stage_of_id;     /* id → index + 1 */
  GHashTable *criterion_of_id;
} SsmDealPath;

/* @words: of the map's language, or NULL to take every stage for one. */
SsmDealPath *ssm_deal_path_new  (const SsmMap *map, const SsmLanguage *words);
void         ssm_deal_path_free (SsmDealPath *path);

/* The index of the stage or criterion with @id; SSM_NO_STAGE, -1 where there is none. */
int ssm_deal_path_stage     (const SsmDealPath *path, const char *id);
int ssm_deal_path_criterion (const SsmDealPath *path, const char *id);

/* Whether a criterion of the way is about it. */
gboolean ssm_deal_path_has_letter (const SsmDealPath *path, SsmLetter letter);

/* How a letter stands in a map, "DP", and how it is printed, "D". */
const char *ssm_letter_token (SsmLetter letter);
char        ssm_letter_sign  (SsmLetter letter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDealPath, ssm_deal_path_free)

G_END_DECLS
