/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The minutes of a workshop: what the map is now and was not before, how long each step
 * took, what was decided by show of hands, and what was parked. Lines in the map's language,
 * as they follow each other; how they look is the business of whoever writes them down. */

#pragma once

#include "ssm-agenda.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_MINUTES_TITLE,
  SSM_MINUTES_SUBTITLE,
  SSM_MINUTES_SECTION,
  SSM_MINUTES_PART,     /* of a section: "3 Discovery" */
  SSM_MINUTES_LABEL,    /* of a list: "Leave when" */
  SSM_MINUTES_ITEM,     /* in a list; a note may follow it */
  SSM_MINUTES_TERM,     /* the same: a term, and as a note what it means */
  SSM_MINUTES_ROW_HEAD, /* of a table: text and two cells */
  SSM_MINUTES_ROW,
  SSM_MINUTES_ROW_SUM,
  SSM_MINUTES_TEXT
} SsmMinutesKind;

typedef struct
{
  SsmMinutesKind kind;
  char *text;
  char *note; /* the first cell of a row; or NULL */
  char *last; /* the second; or NULL */
} SsmMinutesLine;

typedef struct
{
  SsmMap *map;      /* after the workshop */
  GPtrArray *lines; /* of SsmMinutesLine */
} SsmMinutes;

/* (transfer full): of a workshop that made @after of @before, which is NULL where it is
 * lost: then everything counts as agreed. @used: seconds (guint) that each step of @agenda
 * took, 0 for one that was not held. @date: YYYY-MM-DD. What is parked and decided stands in
 * @after. */
SsmMinutes *ssm_minutes_new  (const SsmMap *before, SsmMap *after, const SsmAgenda *agenda,
                              const GArray *used, const char *date);
void        ssm_minutes_free (SsmMinutes *minutes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmMinutes, ssm_minutes_free)

G_END_DECLS
