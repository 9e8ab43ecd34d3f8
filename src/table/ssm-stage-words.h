/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a CRM's word for a stage, or for how a deal ended, means in a map. */

#pragma once

#include "ssm-map.h"
#include "ssm-pipeline.h"
#include "ssm-table-mapping.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_RESULT_UNKNOWN = -1,
  SSM_RESULT_OPEN,
  SSM_RESULT_WON,
  SSM_RESULT_LOST
} SsmDealResult;

/* Where a word is no stage of the map: nobody has said what it is, or it has no place. */
#define SSM_STAGE_UNKNOWN (-1)
#define SSM_STAGE_NONE (-2)

typedef struct
{
  int stage;            /* index in the map, or one of these */
  SsmDealResult result; /* what the word says of that, or SSM_RESULT_UNKNOWN */
} SsmStageMeaning;

typedef struct _SsmStageWords SsmStageWords;

/* @map and @mapping must live as long. */
SsmStageWords *ssm_stage_words_new  (const SsmMap *map, const SsmTableMapping *mapping);
void           ssm_stage_words_free (SsmStageWords *words);

/* What @value is: as somebody said; the name of a stage or its key in the CRM; the same,
 * letter case, accents, signs and a number in front apart; a word for won or lost. */
SsmStageMeaning ssm_stage_words_find (SsmStageWords *words, const char *value);

/* The step of a history that @meaning is: of a stage of the map, else of an end. */
int ssm_stage_meaning_step (SsmStageMeaning meaning);

/* What a word for open, won or lost is, in any language we know it in. */
SsmDealResult ssm_result_of_word (const char *word);

/* Whether @word is one for yes in any of them. */
gboolean ssm_word_is_yes (const char *word);

/* These words, as ssm_table_fold () leaves them, with blanks between. */
const char *ssm_result_words (SsmDealResult result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmStageWords, ssm_stage_words_free)

G_END_DECLS
