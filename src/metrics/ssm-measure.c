/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-measure.h"

#include <string.h>

#include "ssm-measure-private.h"
#include "ssm-words.h"

/* Deals from which on two processors are worth their start. */
#define MIN_FOR_THREADS 20000

/* One of so many lost deals may be of no known stage. */
#define UNPLACED_SHARE 10

#define ALL (-1)
#define NOBODY (-2)

typedef struct
{
  SsmMeasureQuestion question;
  SsmMeasurePath *path;
  int *reason_of_word;
  int *reason_of_id;
  gboolean *no_decision;
} Asked;

static void
asked_clear (Asked *asked)
{
  ssm_measure_path_free (asked->path);
  g_free (asked->reason_of_word);
  g_free (asked->reason_of_id);
  g_free (asked->no_decision);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

static int
find_word (const SsmWordPool *pool, const char *word)
{
  int number;

  if (word == NULL)
    return ALL;
  number = ssm_word_pool_find (pool, word);
  return number >= 0 ? number : NOBODY;
}

/* Folded codes and words of the map's reasons → index + 1; the first that has them. */
static GHashTable *
list_reasons (const SsmMap *map)
{
  static const SsmField fields[] = { SSM_REASON_CODE, SSM_REASON_TEXT };
  GHashTable *reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_REASONS); i++)
    for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
      {
        const SsmPart *reason = ssm_part_child (map, SSM_LIST_REASONS, i);
        char *words = ssm_words_fold (ssm_part_text (reason, fields[f]));

        if (*words == '\0' || g_hash_table_contains (reasons, words))
          g_free (words);
        else
          g_hash_table_insert (reasons, words, GUINT_TO_POINTER (i + 1));
      }
  return reasons;
}

static int
reason_with_id (const SsmMap *map, const char *id)
{
  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_REASONS); i++)
    if (g_str_equal (ssm_part_id (ssm_part_child (map, SSM_LIST_REASONS, i)), id))
      return (int) i;
  return -1;
}

static void
ask_reasons (Asked *asked, const SsmPipeline *pipeline, const SsmMap *map)
{
  g_autoptr (GHashTable) reasons = list_reasons (map);
  guint n_words = ssm_word_pool_n (pipeline->reasons);
  guint n_ids = ssm_word_pool_n (pipeline->reason_ids);
  guint n_reasons = ssm_part_n_children (map, SSM_LIST_REASONS);

  asked->reason_of_word = g_new (int, n_words);
  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *word = ssm_words_fold (ssm_word_pool_word (pipeline->reasons, i));

      asked->reason_of_word[i] = GPOINTER_TO_INT (g_hash_table_lookup (reasons, word)) - 1;
    }
  asked->reason_of_id = g_new (int, n_ids);
  for (guint i = 0; i < n_ids; i++)
    asked->reason_of_id[i]
        = reason_with_id (map, ssm_word_pool_word (pipeline->reason_ids, i));
  asked->no_decision = g_new (gboolean, n_reasons);
  for (guint i = 0; i < n_reasons; i++)
    asked->no_decision[i] = ssm_part_flag (ssm_part_child (map, SSM_LIST_REASONS, i),
                                           SSM_REASON_NO_DECISION);
  asked->question.n_reasons = n_reasons;
  asked->question.n_slots = n_reasons + n_words;
}

/* The quarter of the year that begins with the month @start in which @day lies. */
static void
find_quarter (guint32 day, guint start, guint32 *from, guint32 *to)
{
  GDate date;
  guint behind;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  behind = ((guint) g_date_get_month (&date) + 12 - start) % 3;
  g_date_set_day (&date, 1);
  g_date_subtract_months (&date, behind);
  *from = g_date_get_julian (&date);
  g_date_add_months (&date, 3);
  *to = g_date_get_julian (&date) - 1;
}

gboolean
ssm_measure_quota_period (const SsmPipeline *pipeline, const SsmMeasureOptions *options,
                          guint32 *from, guint32 *to)
{
  guint32 day = options->as_of != 0 ? options->as_of : ssm_pipeline_newest (pipeline);
  guint start = CLAMP (options->fiscal_start, 1, 12);

  *from = options->quota_from;
  *to = options->quota_to;
  if (*from != 0 && *to != 0)
    return TRUE;
  *from = options->from;
  *to = options->to;
  if (*from != 0 && *to != 0)
    return TRUE;
  if (day == 0)
    return FALSE;
  find_quarter (day, start, from, to);
  return TRUE;
}

static void
ask (Asked *asked, const SsmPipeline *pipeline, const SsmMap *map,
     const SsmMeasureOptions *options)
{
  SsmMeasureQuestion *question = &asked->question;

  asked->path = ssm_measure_path_new (map, pipeline, options->words);
  question->pipeline = pipeline;
  question->map = map;
  question->path = asked->path;
  question->as_of = options->as_of != 0 ? options->as_of : ssm_pipeline_newest (pipeline);
  question->from = options->from;
  question->to = options->to;
  question->owner = find_word (pipeline->owners, options->owner);
  question->segment = find_word (pipeline->segments, options->segment);
  question->latest_stay = options->latest_stay;
  question->n_currencies = ssm_word_pool_n (pipeline->currencies);
  if (!ssm_measure_quota_period (pipeline, options, &question->quota_from,
                                 &question->quota_to))
    question->quota_from = question->quota_to = 0;
  ask_reasons (asked, pipeline, map);
  question->reason_of_word = asked->reason_of_word;
  question->reason_of_id = asked->reason_of_id;
  question->no_decision = asked->no_decision;
}

typedef struct
{
  const SsmMeasureQuestion *question;
  guint first, end;
} Share;

static gpointer
count_share (gpointer data)
{
  const Share *share = data;
  SsmMeasureTally *tally = ssm_measure_tally_new (share->question);

  ssm_measure_tally_add (tally, share->first, share->end);
  return tally;
}

/* (transfer full): the second half of many deals is counted by another thread. */
static SsmMeasureTally *
count (const SsmMeasureQuestion *question)
{
  guint n_deals = question->pipeline->n_deals;
  Share all = { question, 0, n_deals };
  Share first = { question, 0, n_deals / 2 };
  Share second = { question, n_deals / 2, n_deals };
  g_autoptr (SsmMeasureTally) other = NULL;
  SsmMeasureTally *tally;
  GThread *thread;

  if (n_deals < MIN_FOR_THREADS || g_get_num_processors () < 2)
    return count_share (&all);
  thread = g_thread_new ("measure", count_share, &second);
  tally = count_share (&first);
  other = g_thread_join (thread);
  ssm_measure_tally_join (tally, other);
  return tally;
}

static void
set_note (SsmMeasureTally *tally, SsmMeasureNoteKind kind, guint count)
{
  ssm_measure_tally_note (tally, kind, count, G_MAXUINT);
}

static void
note_rows (SsmMeasureTally *tally, const SsmPipelineNotes *notes)
{
  set_note (tally, SSM_NOTE_UNMAPPED, notes->n_unmapped);
  set_note (tally, SSM_NOTE_UNSORTED, notes->n_unsorted);
  set_note (tally, SSM_NOTE_REPEATED, notes->n_repeated);
  set_note (tally, SSM_NOTE_UNDATED, notes->n_undated);
  set_note (tally, SSM_NOTE_STRANGERS, notes->n_strangers);
  set_note (tally, SSM_NOTE_MERGED, notes->n_merged);
}

/* What only the figures tell. */
static void
note_totals (SsmMeasure *self, const SsmMeasureTally *tally)
{
  SsmMeasureNote *notes = self->notes;

  if (self->n_currencies > 1)
    notes[SSM_NOTE_CURRENCIES] = (SsmMeasureNote) { self->n_currencies, G_MAXUINT };
  if (tally->n_closes >= SSM_SMALL_SAMPLE && tally->first_close == tally->last_close)
    notes[SSM_NOTE_BULK_CLOSED] = (SsmMeasureNote) { tally->n_closes, G_MAXUINT };
  if (self->win.n_older > 0)
    notes[SSM_NOTE_OLDER_THAN_WON]
      = (SsmMeasureNote) { self->win.n_older, self->win.older[0].deal };
}

static void
fill (SsmMeasure *self, SsmMeasureTally *tally, const SsmMeasureOptions *options)
{
  self->as_of = tally->question->as_of;
  self->from = options->from;
  self->to = options->to;
  self->n_deals = tally->n_deals;
  self->n_open = tally->n_open;
  self->n_won = tally->n_won;
  self->n_lost = tally->n_lost;
  self->n_elsewhere = tally->n_elsewhere;
  note_rows (tally, ssm_pipeline_notes (self->pipeline));
  memcpy (self->notes, tally->notes, sizeof self->notes);
  ssm_measure_fill_stages (self, tally);
  ssm_measure_fill_cycle (self, tally);
  ssm_measure_fill_wins (self, tally);
  ssm_measure_fill_money (self, tally);
  ssm_measure_fill_coverage (self, tally, options);
  ssm_measure_fill_reasons (self, tally);
  note_totals (self, tally);
}

SsmMeasure *
ssm_measure_new (const SsmPipeline *pipeline, const SsmMap *map,
                 const SsmMeasureOptions *options)
{
  const SsmMeasureOptions none = { 0 };
  g_auto (Asked) asked = { 0 };
  g_autoptr (SsmMeasureTally) tally = NULL;
  SsmMeasure *self;

  g_return_val_if_fail (pipeline != NULL && map != NULL, NULL);

  options = options != NULL ? options : &none;
  self = g_new0 (SsmMeasure, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->pipeline = ssm_pipeline_ref (pipeline);
  self->map = ssm_part_ref (map);
  ask (&asked, pipeline, map, options);
  tally = count (&asked.question);
  fill (self, tally, options);
  return self;
}

gboolean
ssm_measure_knows_conversion (const SsmMeasure *measure)
{
  return measure->notes[SSM_NOTE_NO_STAGE].count * UNPLACED_SHARE <= measure->n_lost;
}

SsmMeasure *
ssm_measure_ref (const SsmMeasure *measure)
{
  SsmMeasure *self = (SsmMeasure *) measure;

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ssm_measure_unref (SsmMeasure *measure)
{
  if (measure == NULL || !g_atomic_ref_count_dec (&measure->ref_count))
    return;

  for (guint i = 0; i < measure->n_stages; i++)
    g_free (measure->stages[i].here);
  g_free (measure->stages);
  g_free (measure->win.older);
  g_free (measure->coverage.past_due);
  g_free (measure->money);
  ssm_measure_clear_reasons (measure);
  ssm_part_unref (measure->map);
  ssm_pipeline_unref (measure->pipeline);
  g_free (measure);
}
