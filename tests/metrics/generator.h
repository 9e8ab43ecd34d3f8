/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random deals whose true story is known, because it was made up first: the rows that a CRM
 * would have written of it come after, with all that CRMs do to them. */

#pragma once

#include "ssm-pipeline-builder.h"

G_BEGIN_DECLS

#define N_STAGES 4
#define MAX_ROWS 64

/* A moment: a Julian day and the second in it, -1 where only the day is known. */
typedef struct
{
  guint day; /* 0: not known */
  int second;
} Moment;

typedef struct
{
  Moment when;
  Moment left;  /* when it is known */
  int step;     /* as SsmPipelineStay has it */
  gint64 sequence;
} Row;

/* What really happened. */
typedef struct
{
  gboolean was_in[N_STAGES];
  gboolean went_back[N_STAGES];
  gint64 seconds[N_STAGES]; /* of stays that ended */
  gboolean has_ended[N_STAGES];
  int in_now;               /* stage, or -1 */
  int furthest;
  SsmDealState state;
  guint n_reopened;
  guint last_day;
} Truth;

typedef struct
{
  char id[16];
  gboolean has_row;
  Moment created, closed, since, expected;
  SsmDealState state;
  int step;
  gboolean has_amount;
  gint64 cents;
  const char *currency, *owner, *segment, *reason;
  Row rows[MAX_ROWS];
  guint n_rows;
  gboolean has_truth; /* its rows tell all of it */
  Truth truth;
} Deal;

typedef struct
{
  Deal *deals;
  guint n;
  gboolean has_times;
  guint first_day, last_day;
} Generated;

Generated *generate      (GRand *rand, guint n);
void       generated_free (Generated *generated);

/* (transfer full): the rows of all deals, in another order than they happened. */
SsmPipeline *generated_pipeline (const Generated *generated, const SsmMap *map, GRand *rand);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Generated, generated_free)

G_END_DECLS
