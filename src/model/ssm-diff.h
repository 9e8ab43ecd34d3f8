/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between two maps, part by part: parts are told by their ids, so a criterion
 * that was reworded and moved is not one that went and another that came. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_CHANGE_ADDED,   /* with all that is in it, but for what was moved there */
  SSM_CHANGE_REMOVED, /* the same */
  SSM_CHANGE_CHANGED, /* one text of a part */
  SSM_CHANGE_MOVED    /* to another place of its list, or to another list */
} SsmChangeKind;

typedef struct
{
  SsmChangeKind kind;
  const SsmPart *before; /* the part, NULL where it was not there */
  const SsmPart *after;  /* the part, NULL where it is not there any more */
  SsmField field;        /* of SSM_CHANGE_CHANGED; SSM_FIELD_NONE: what other programs have
                            written around the part */
  const SsmPart *stage;  /* that is or holds it now, or held it; NULL: it is in none */
  SsmList list;          /* in which it is now, or was; SSM_LIST_NONE for the map itself */
  SsmList from_list;     /* of SSM_CHANGE_MOVED: in which it was */
  const SsmPart *from_stage; /* the same, or NULL */
} SsmChange;

typedef struct
{
  SsmMap *before;
  SsmMap *after;
  GPtrArray *changes; /* of SsmChange in reading order; empty for equal maps */
} SsmDiff;

/* (transfer full): the parts that changes name live as long as it does. Kept versions are
 * told apart by name and date; what is in them is not looked at. */
SsmDiff *ssm_diff_new  (const SsmMap *before, const SsmMap *after);
void     ssm_diff_free (SsmDiff *diff);

/* The part a change is about: as it is now, or was. */
const SsmPart *ssm_change_part (const SsmChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDiff, ssm_diff_free)

G_END_DECLS
