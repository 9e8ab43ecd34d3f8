/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map as the lines of a document, in reading order. What is said, and in which order, is
 * decided once here; each format only says how a line looks. */

#pragma once

#include "ssm-language.h"
#include "ssm-map.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_LINE_TITLE,
  SSM_LINE_SUBTITLE,
  SSM_LINE_FACT,    /* of the map: label and text */
  SSM_LINE_STAGE,   /* heading: number and text */
  SSM_LINE_PAIR,    /* of the stage: label and text */
  SSM_LINE_ENTRY,   /* heading of what must be true to enter */
  SSM_LINE_EXIT,    /* heading of what must be proved to leave */
  SSM_LINE_TO_ENTER,/* one criterion, and its proof as note */
  SSM_LINE_TO_LEAVE,
  SSM_LINE_SECTION, /* heading of what belongs to the whole map */
  SSM_LINE_TERM,    /* in a section: label and text */
  SSM_LINE_EXAMPLE  /* of the term above: label and text */
} SsmLineKind;

typedef struct
{
  SsmLineKind kind;
  guint number;   /* of a stage, from 1; else 0 */
  char *label;    /* NULL where the kind has none */
  char *text;
  char *note;     /* or NULL */
  char *language; /* BCP 47 where it is not the map's, else NULL */
} SsmLine;

/* (transfer full): SsmLine; texts of the map are as they are in it. */
GPtrArray *ssm_outline_new (const SsmMap *map, const SsmLanguage *language);

G_END_DECLS
