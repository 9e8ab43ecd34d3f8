/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-clock.h"

#include "ssm-deal-stays.h"
#include "ssm-stage-headers.h"

/* A deal came to a stage of the map, or left it. */
typedef struct
{
  guint32 day;
  int order; /* among those of one day: twice the stage, and one more where it left */
} Move;

/* The order of the end, and of what is no stage of the map. */
#define ORDER_END (G_MAXINT / 2 * 2 - 1)
#define ORDER_NONE (-1)

typedef struct
{
  const SsmDealPath *path;
  const SsmTableMapping *mapping;
  SsmDealReader *reader;
  GArray *headers; /* SsmStageHeader */
  GArray *moves;   /* Move: of one deal */
  SsmDealStays *stays;
} Clock;

static gboolean
has (const SsmTableMapping *mapping, SsmColumn column)
{
  return ssm_table_mapping_column (mapping, column) >= 0;
}

static gboolean
tells_stays (const SsmTableMapping *mapping, const GArray *headers)
{
  gboolean has_end = has (mapping, SSM_COLUMN_CLOSED) || has (mapping, SSM_COLUMN_WON)
                     || has (mapping, SSM_COLUMN_LOST) || has (mapping, SSM_COLUMN_CLOSE);

  return headers->len > 1
         || (has_end && has (mapping, SSM_COLUMN_SINCE) && has (mapping, SSM_COLUMN_STAGE));
}

static gboolean
needs_stays (const SsmDealPath *path)
{
  for (guint i = 0; i < path->n_stages; i++)
    if (path->stages[i].limit < 0)
      return TRUE;
  return FALSE;
}

static gint
compare_moves_cb (gconstpointer a, gconstpointer b)
{
  const Move *one = a, *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return (one->order > other->order) - (one->order < other->order);
}

static void
add_move (Clock *self, guint32 day, int order)
{
  Move move = { day, order };

  if (day != 0)
    g_array_append_val (self->moves, move);
}

static void
collect_moves (Clock *self, const SsmTableDeal *deal)
{
  g_array_set_size (self->moves, 0);
  for (guint i = 0; i < self->headers->len; i++)
    {
      const SsmStageHeader *header = &g_array_index (self->headers, SsmStageHeader, i);
      int stage = header->meaning.stage;
      guint32 day;

      if (ssm_table_day (ssm_csv_row_text (deal->row, header->header),
                         ssm_table_mapping_date_order (self->mapping, header->header), &day)
          == SSM_VALUE_GOOD)
        add_move (self, day, stage >= 0 ? stage * 2 + header->leaves : ORDER_NONE);
    }
  if (self->moves->len == 0)
    add_move (self, deal->since, deal->stage >= 0 ? deal->stage * 2 : ORDER_NONE);
  add_move (self, deal->closed, ORDER_END);
  g_array_sort (self->moves, compare_moves_cb);
}

/* The stage of the path to which @move led, or SSM_NO_STAGE. */
static int
stage_of (const Clock *self, const Move *move)
{
  const SsmPart *stage = move->order % 2 == 0
                             ? ssm_map_stage (self->path->map, (guint) move->order / 2)
                             : NULL;

  return stage != NULL ? ssm_deal_path_stage (self->path, ssm_part_id (stage))
                       : SSM_NO_STAGE;
}

/* A stay lasts until the next move. */
static void
add_stays (Clock *self)
{
  for (guint i = 0; i + 1 < self->moves->len; i++)
    {
      const Move *move = &g_array_index (self->moves, Move, i);
      const Move *next = move + 1;
      int stage = stage_of (self, move);

      if (stage != SSM_NO_STAGE)
        ssm_deal_stays_add (self->stays, (guint) stage, next->day - move->day);
    }
}

static gboolean
read_stays (Clock *self, GError **error)
{
  const SsmTableDeal *deal;

  for (;;)
    {
      if (!ssm_deal_reader_next (self->reader, &deal, error))
        return FALSE;
      if (deal == NULL)
        return TRUE;
      collect_moves (self, deal);
      add_stays (self);
    }
}

gboolean
ssm_deal_clock_take (SsmDealPath *path, const SsmTableInput *input, GError **error)
{
  g_autoptr (SsmStageWords) words = ssm_stage_words_new (path->map, input->mapping);
  g_autoptr (GArray) headers = ssm_stage_headers_find (input->mapping, words);
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (Move));
  g_autoptr (SsmDealReader) reader = NULL;
  g_autoptr (SsmDealStays) stays = NULL;
  Clock self = { path, input->mapping, NULL, headers, moves, NULL };

  if (!needs_stays (path) || !tells_stays (input->mapping, headers))
    return TRUE;
  reader = ssm_deal_reader_new (input->source, input->mapping, path->map, 0, error);
  if (reader == NULL)
    return FALSE;
  stays = ssm_deal_stays_new (path);
  self.reader = reader;
  self.stays = stays;
  if (!read_stays (&self, error))
    return FALSE;
  for (guint i = 0; i < path->n_stages; i++)
    path->stages[i].usual = ssm_deal_stays_usual (stays, i);
  return TRUE;
}
