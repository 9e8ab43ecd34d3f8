/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "naive.h"

#include <string.h>

#define LIST_MAX 160
#define SECONDS_A_DAY 86400.0

/* Where a deal was from some moment on. */
typedef struct
{
  Moment when;
  int step;
} Place;

typedef struct
{
  const Deal *deal;
  Place places[LIST_MAX];
  guint n;
} List;

typedef struct
{
  double values[20000];
  guint n;
} Values;

typedef struct
{
  const NaiveQuestion *question;
  Naive *out;
  Values finished[N_STAGES], censored[N_STAGES];
  Values won, lost, closed, open, open_ages;
  double slowest;
} Work;

static double
seconds_of (Moment moment)
{
  return moment.day * SECONDS_A_DAY + (moment.second > 0 ? moment.second : 0);
}

static double
days_between (Moment from, Moment to)
{
  if (from.second < 0 || to.second < 0)
    return (double) to.day - (double) from.day;
  return (seconds_of (to) - seconds_of (from)) / SECONDS_A_DAY;
}

static void
put (List *list, Moment when, int step)
{
  g_assert_cmpuint (list->n, <, LIST_MAX);
  list->places[list->n++] = (Place) { when, step };
}

static gboolean
comes_before (const Place *a, const Place *b)
{
  if (seconds_of (a->when) != seconds_of (b->when))
    return seconds_of (a->when) < seconds_of (b->when);
  return a->when.second < 0 && b->when.second >= 0;
}

/* Bubbles: what is equal stays in its order. */
static void
sort_list (List *list)
{
  for (guint i = 0; i < list->n; i++)
    for (guint k = 0; k + 1 < list->n; k++)
      if (comes_before (&list->places[k + 1], &list->places[k]))
        {
          Place kept = list->places[k];

          list->places[k] = list->places[k + 1];
          list->places[k + 1] = kept;
        }
}

static gboolean
is_closed (SsmDealState state)
{
  return state == SSM_DEAL_STATE_WON || state == SSM_DEAL_STATE_LOST;
}

static void
put_own (List *list)
{
  const Deal *deal = list->deal;
  int end = deal->state == SSM_DEAL_STATE_WON ? SSM_STEP_WON : SSM_STEP_LOST;
  gboolean was_closed = FALSE;
  Moment since = deal->since;

  if (!deal->has_row)
    return;
  for (guint i = 0; i < list->n; i++)
    was_closed |= list->places[i].step == SSM_STEP_WON
                  || list->places[i].step == SSM_STEP_LOST;
  if (deal->step != SSM_STEP_NOWHERE && !(is_closed (deal->state) && was_closed))
    {
      if (list->n == 0)
        {
          if (since.day == 0 && deal->step == 0)
            since = deal->created;
          if (deal->step != SSM_STEP_UNMAPPED || since.day != 0)
            put (list, since, deal->step);
        }
      else if (since.day != 0 && list->places[list->n - 1].step != deal->step
               && list->places[list->n - 1].when.day <= since.day)
        put (list, since, deal->step);
    }
  if (is_closed (deal->state)
      && (list->n == 0 || list->places[list->n - 1].step != end))
    put (list, deal->closed, end);
}

/* A deal that left a stage is nowhere, if it was there and does not come somewhere else at
 * the same time. 100 + stage: it left that. */
static void
settle (List *list)
{
  List old = *list;
  int last = SSM_STEP_NOWHERE;

  list->n = 0;
  for (guint i = 0; i < old.n; i++)
    {
      int step = old.places[i].step;

      if (step >= 100)
        {
          if (step - 100 != last)
            continue;
          if (i + 1 < old.n && old.places[i + 1].when.day != 0
              && days_between (old.places[i].when, old.places[i + 1].when) == 0)
            continue;
          step = SSM_STEP_NOWHERE;
        }
      else if (list->n > 0 && step == last)
        continue;
      put (list, old.places[i].when, step);
      last = step;
    }
}

static void
make_list (List *list, const Deal *deal, guint as_of)
{
  guint n = 0;

  *list = (List) { .deal = deal };
  for (guint i = 0; i < deal->n_rows; i++)
    {
      const Row *row = &deal->rows[i];

      if (row->when.day == 0)
        continue;
      put (list, row->when, row->step);
      if (row->left.day != 0 && row->step >= 0)
        put (list, row->left, 100 + row->step);
    }
  sort_list (list);
  put_own (list);
  settle (list);
  for (guint i = 0; i < list->n; i++)
    if (list->places[i].when.day <= as_of)
      list->places[n++] = list->places[i];
  list->n = n;
  settle (list);
}

static gboolean
in_period (const NaiveQuestion *question, guint day)
{
  if (question->from == 0 && question->to == 0)
    return TRUE;
  return day != 0 && day >= question->from && (question->to == 0 || day <= question->to);
}

static void
add (Values *values, double value)
{
  g_assert_cmpuint (values->n, <, G_N_ELEMENTS (values->values));
  values->values[values->n++] = value;
}

/* The value that has @before others before it. */
static double
nth (const Values *values, guint before)
{
  for (guint i = 0; i < values->n; i++)
    {
      guint n_less = 0, n_same = 0;

      for (guint k = 0; k < values->n; k++)
        {
          n_less += values->values[k] < values->values[i];
          n_same += values->values[k] == values->values[i];
        }
      if (n_less <= before && before < n_less + n_same)
        return values->values[i];
    }
  return -1;
}

static double
median (const Values *values)
{
  if (values->n == 0)
    return -1;
  if (values->n % 2 == 1)
    return nth (values, values->n / 2);
  return (nth (values, values->n / 2 - 1) + nth (values, values->n / 2)) / 2;
}

static double
ninetieth (const Values *values)
{
  guint rank = (values->n * 9 + 9) / 10;

  return values->n > 0 ? nth (values, rank - 1) : -1;
}

/* The least duration at which the share that lasts is no more than a half. */
static double
survival (const Values *finished, const Values *censored)
{
  double best = -1;

  for (guint i = 0; i < finished->n; i++)
    {
      double share = 1;
      double limit = finished->values[i];

      for (guint k = 0; k < finished->n; k++)
        {
          double t = finished->values[k];
          guint n_end = 0, n_risk = 0;
          gboolean is_first = TRUE;

          for (guint m = 0; m < finished->n; m++)
            {
              n_end += finished->values[m] == t;
              n_risk += finished->values[m] >= t;
              is_first &= !(finished->values[m] == t && m < k);
            }
          for (guint m = 0; m < censored->n; m++)
            n_risk += censored->values[m] >= t;
          if (t <= limit && is_first)
            share *= 1 - (double) n_end / n_risk;
        }
      if (share <= 0.5 + 1e-9 && (best < 0 || limit < best))
        best = limit;
    }
  return best;
}

typedef struct
{
  SsmDealState state;
  gboolean elsewhere;
  int furthest;
  Moment start, close;
  double gap;   /* -1: not known */
  double cycle; /* -1: not known */
  gboolean negative;
  guint n_reopened;
} Fate;

static Fate
find_fate (const List *list)
{
  Fate fate = { .furthest = -1, .start = list->deal->created };
  gboolean known_gap = TRUE;
  double gap = 0;

  if (!list->deal->has_row)
    fate.start.day = 0;
  for (guint i = 0; i < list->n; i++)
    {
      int step = list->places[i].step;
      SsmDealState before = fate.state;

      if (fate.start.day == 0)
        fate.start = list->places[i].when;
      fate.furthest = MAX (fate.furthest, step);
      if (step == SSM_STEP_WON)
        fate.state = SSM_DEAL_STATE_WON;
      else if (step == SSM_STEP_LOST)
        fate.state = SSM_DEAL_STATE_LOST;
      else if (step >= 0)
        fate.state = SSM_DEAL_STATE_OPEN;
      if (before != fate.state && is_closed (before))
        {
          if (fate.close.day == 0 || list->places[i].when.day == 0)
            known_gap = FALSE;
          else
            gap += MAX (days_between (fate.close, list->places[i].when), 0);
          fate.n_reopened += fate.state == SSM_DEAL_STATE_OPEN;
        }
      if (before != fate.state)
        fate.close = is_closed (fate.state) ? list->places[i].when : (Moment) { 0, -1 };
      if (step == SSM_STEP_ELSEWHERE)
        fate.elsewhere = TRUE;
      else if (step >= 0)
        fate.elsewhere = FALSE;
    }
  if (fate.elsewhere)
    {
      fate.state = SSM_DEAL_STATE_OPEN;
      fate.close.day = 0;
    }
  fate.gap = known_gap ? gap : -1;
  return fate;
}

static void
find_cycle (Fate *fate, guint as_of)
{
  double days;

  fate->cycle = -1;
  if (fate->start.day == 0 || fate->gap < 0
      || (is_closed (fate->state) && fate->close.day == 0))
    return;
  days = is_closed (fate->state) ? days_between (fate->start, fate->close)
                                 : (double) as_of - fate->start.day;
  if (days < 0)
    fate->negative = TRUE;
  else
    fate->cycle = MAX (days - fate->gap, 0);
}

static gboolean
exists (const List *list, const Fate *fate, guint as_of)
{
  const Deal *deal = list->deal;
  gboolean has_row_day = FALSE, has_any = FALSE;

  for (guint i = 0; i < list->n; i++)
    has_row_day |= list->places[i].when.day != 0;
  if (has_row_day || list->n > 0)
    has_any = TRUE;
  if (deal->has_row && deal->created.day != 0)
    return deal->created.day <= as_of || has_row_day;
  if (has_any)
    return TRUE;
  /* Nothing is known on the day: it is there if nothing is known later, too. */
  {
    List all;

    make_list (&all, deal, G_MAXUINT);
    return all.n == 0;
  }
}

/* The day on which it first came to @stage or further. */
static guint
entry_day (const List *list, const Fate *fate, int stage)
{
  for (guint i = 0; i < list->n; i++)
    {
      int step = list->places[i].step;

      if (step >= stage
          || (step == SSM_STEP_WON && fate->state == SSM_DEAL_STATE_WON))
        return list->places[i].when.day != 0 ? list->places[i].when.day
               : list->deal->has_row ? list->deal->created.day
                                     : 0;
    }
  return 0;
}

static void
count_stay (Work *work, const List *list, Fate *fate, int stage, gboolean counts)
{
  double sum = 0, last = -1;
  gboolean unsure = FALSE, ended = FALSE, here = FALSE;

  for (guint i = 0; i < list->n; i++)
    {
      const Place *place = &list->places[i];
      const Place *next = i + 1 < list->n ? place + 1 : NULL;
      double days;

      if (place->step != stage)
        continue;
      if (place->when.day == 0 || (next != NULL && next->when.day == 0))
        {
          unsure = TRUE;
          continue;
        }
      here = next == NULL;
      days = here ? (double) work->question->as_of - place->when.day
                  : days_between (place->when, next->when);
      if (days < 0)
        fate->negative = unsure = TRUE;
      else
        sum += days;
      last = days < 0 ? last : days;
      ended |= !here;
    }
  if (work->question->latest)
    sum = MAX (last, 0);
  if (!counts || unsure)
    return;
  if (here)
    add (&work->censored[stage], sum);
  else if (ended)
    add (&work->finished[stage], sum);
}

static gboolean
went_back (const List *list, int stage)
{
  int last = -1;

  for (guint i = 0; i < list->n; i++)
    {
      int step = list->places[i].step;

      if (last == stage && step >= 0 && step < last)
        return TRUE;
      if (step != SSM_STEP_UNMAPPED && step != SSM_STEP_NOWHERE)
        last = step;
    }
  return FALSE;
}

static void
count_period (Work *work, const List *list, const Fate *fate, int stage)
{
  const NaiveQuestion *question = work->question;
  NaiveStage *out = &work->out->stages[stage];
  gboolean present = FALSE, moved = FALSE, lost = FALSE;

  for (guint i = 0; i < list->n; i++)
    {
      const Place *place = &list->places[i];
      guint day = place->when.day != 0 ? place->when.day : fate->start.day;
      guint end = i + 1 < list->n ? list->places[i + 1].when.day : 0;

      if (present && in_period (question, place->when.day))
        {
          moved |= place->step > stage || place->step == SSM_STEP_WON;
          lost |= place->step == SSM_STEP_LOST && !moved;
        }
      if (place->step == stage && (question->to == 0 || day <= question->to)
          && (end == 0 || end >= question->from))
        present = TRUE;
    }
  out->present += present;
  out->moved_on += moved;
  out->lost_then += lost && !moved;
}

static void
count_stage (Work *work, const List *list, Fate *fate, int stage)
{
  NaiveStage *out = &work->out->stages[stage];
  gboolean is_won = fate->state == SSM_DEAL_STATE_WON;
  gboolean was_in = FALSE;
  gboolean counts = (is_won || fate->furthest >= stage)
                    && in_period (work->question, entry_day (list, fate, stage));

  for (guint i = 0; i < list->n; i++)
    was_in |= list->places[i].step == stage;
  count_period (work, list, fate, stage);
  count_stay (work, list, fate, stage, counts);
  if (list->n > 0 && list->places[list->n - 1].step == stage
      && list->places[list->n - 1].when.day != 0)
    out->n_here++;
  if (!counts)
    return;
  out->entered++;
  out->won += is_won;
  if (is_won || fate->furthest > stage)
    out->advanced++;
  else if (fate->state == SSM_DEAL_STATE_LOST || fate->elsewhere)
    out->lost++;
  else
    out->open++;
  out->moved_back += went_back (list, stage);
  for (guint i = 0; i < list->deal->n_rows; i++)
    if (list->deal->rows[i].when.day != 0)
      {
        out->skipped += !was_in && (is_won || fate->furthest > stage);
        break;
      }
}

static void
count_money (Work *work, const List *list, const Fate *fate, gboolean closed_in)
{
  const NaiveQuestion *question = work->question;
  const Deal *deal = list->deal;
  NaiveMoney *money = &work->out->money[0];
  int now = list->n > 0 && !fate->elsewhere ? list->places[list->n - 1].step : -1;

  if (!deal->has_row || !deal->has_amount || deal->cents < 0 || fate->elsewhere)
    return;
  while (!g_str_equal (money->currency, deal->currency))
    money++;
  if (fate->state == SSM_DEAL_STATE_WON && closed_in)
    money->won += deal->cents;
  if (fate->state == SSM_DEAL_STATE_LOST && closed_in)
    money->lost += deal->cents;
  if (fate->state == SSM_DEAL_STATE_LOST && closed_in
      && g_str_equal (deal->reason, "No decision"))
    money->derailed += deal->cents;
  if (fate->state == SSM_DEAL_STATE_WON && fate->close.day >= question->quota_from
      && fate->close.day <= question->quota_to)
    money->quota_won += deal->cents;
  if (is_closed (fate->state))
    return;
  money->open += deal->cents;
  if (now < 2 || deal->expected.day < question->as_of
      || deal->expected.day < question->quota_from
      || deal->expected.day > question->quota_to)
    return;
  money->quota_open += deal->cents;
  money->quota_late += now >= 3 ? deal->cents : 0;
}

static void
count_closed (Work *work, const List *list, const Fate *fate)
{
  static const char * const reasons[] = { "No decision", "Price", "Rain", "" };
  const char *reason = list->deal->has_row ? list->deal->reason : "";
  gboolean is_won = fate->state == SSM_DEAL_STATE_WON;
  Naive *out = work->out;

  out->n_won += is_won;
  out->n_lost += !is_won;
  if (is_won)
    work->slowest = MAX (work->slowest, fate->cycle);
  if (!in_period (work->question, fate->close.day))
    return;
  out->rate[0] += is_won;
  out->rate[1]++;
  out->narrow[0] += is_won;
  out->narrow[1] += is_won || !g_str_equal (reason, "No decision");
  for (guint i = 0; i < G_N_ELEMENTS (reasons) && !is_won; i++)
    out->reasons[i] += g_str_equal (reasons[i], reason);
  if (fate->cycle >= 0)
    add (is_won ? &work->won : &work->lost, fate->cycle);
}

static void
count_totals (Work *work, const List *list, const Fate *fate)
{
  Naive *out = work->out;
  const Deal *deal = list->deal;
  gboolean closed = is_closed (fate->state);

  if (fate->elsewhere)
    {
      out->n_elsewhere++;
      return;
    }
  if (in_period (work->question, fate->start.day))
    {
      out->all[0] += fate->state == SSM_DEAL_STATE_WON;
      out->all[1]++;
      out->cohort[0] += fate->state == SSM_DEAL_STATE_WON;
      out->cohort[1] += closed;
      if (fate->cycle >= 0)
        add (closed ? &work->closed : &work->open, fate->cycle);
    }
  if (closed)
    {
      count_closed (work, list, fate);
      return;
    }
  out->n_open++;
  if (fate->cycle >= 0)
    add (&work->open_ages, fate->cycle);
  out->n_past_due += deal->has_row && deal->expected.day != 0
                     && deal->expected.day < work->question->as_of;
}

static void
count_deal (Work *work, const Deal *deal)
{
  const NaiveQuestion *question = work->question;
  const char *owner = deal->has_row ? deal->owner : "";
  const char *segment = deal->has_row ? deal->segment : "";
  List list;
  Fate fate;

  if ((question->owner != NULL && !g_str_equal (question->owner, owner))
      || (question->segment != NULL && !g_str_equal (question->segment, segment)))
    return;
  make_list (&list, deal, question->as_of);
  fate = find_fate (&list);
  if (!exists (&list, &fate, question->as_of))
    return;
  find_cycle (&fate, question->as_of);
  work->out->n_deals++;
  for (int stage = 0; stage < N_STAGES; stage++)
    count_stage (work, &list, &fate, stage);
  count_totals (work, &list, &fate);
  count_money (work, &list, &fate, in_period (question, fate.close.day));
  work->out->n_reopened += fate.n_reopened > 0;
  work->out->n_negative += fate.negative;
}

static void
finish (Work *work)
{
  Naive *out = work->out;

  for (guint i = 0; i < N_STAGES; i++)
    {
      out->stages[i].n_finished = work->finished[i].n;
      out->stages[i].n_censored = work->censored[i].n;
      out->stages[i].median = median (&work->finished[i]);
      out->stages[i].p90 = ninetieth (&work->finished[i]);
      out->stages[i].survival = survival (&work->finished[i], &work->censored[i]);
    }
  out->won_median = median (&work->won);
  out->lost_median = median (&work->lost);
  out->closed_median = median (&work->closed);
  out->closed_p90 = ninetieth (&work->closed);
  out->survival = survival (&work->closed, &work->open);
  for (guint i = 0; i < work->open_ages.n && work->slowest >= 0; i++)
    out->n_older += (guint) work->open_ages.values[i] > work->slowest;
}

Naive *
naive_measure (const Generated *generated, const NaiveQuestion *question)
{
  g_autofree Work *work = g_new0 (Work, 1);
  Naive *out = g_new0 (Naive, 1);

  work->question = question;
  work->out = out;
  work->slowest = -1;
  strcpy (out->money[1].currency, "EUR");
  strcpy (out->money[2].currency, "USD");
  for (guint i = 0; i < generated->n; i++)
    count_deal (work, &generated->deals[i]);
  finish (work);
  return out;
}
