/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the workshop says to the room: data of the language pack, in the map's language,
 * because what is projected is what is printed afterwards. All strings are kept as long as
 * the program runs. */

#pragma once

#include "ssm-check.h"

G_BEGIN_DECLS

typedef struct
{
  const char *question;          /* under the name of the block */
  const char * const *prompts;   /* "Ask the room": three to five, NULL terminated */
  const char *weak, *strong;     /* a criterion as it is often proposed, and a better one */
} SsmWorkshopScene;

/* The scene of @of in the language @tag (BCP 47): one of ssm_blocks, "definitions" or
 * "self-check"; anything else, "" too, is a stage of no known block. */
SsmWorkshopScene ssm_workshop_script_get (const char *tag, const char *of);

/* The same for a stage of @map, in the language of @map. */
SsmWorkshopScene ssm_workshop_script_get_stage (const SsmMap *map, const SsmPart *stage);

/* The words "ask", "weak" and "strong" stand over them. */
const char *ssm_workshop_script_word (const char *tag, const char *key);

/* (transfer full): the soft question under the criterion that @finding of ssm_lint () is
 * about, "What would you see?"; NULL where nothing is asked of it in a workshop. */
char *ssm_workshop_script_hint (const SsmMap *map, const SsmFinding *finding);

G_END_DECLS
