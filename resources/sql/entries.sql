-- The steps of each deal in their order, n: rows of the history by time and sequence (then by
-- the order of the map), neighbours in the same stage merged, then what only the deal's own
-- row says of its stage and its end. A deal that left a stage for none is '(nowhere)'.
CREATE VIEW salesmap_entries AS
WITH
events AS (
  SELECT deal_id, step, place, 0 AS is_left, day, ms, sequence FROM salesmap_history
  UNION ALL
  SELECT deal_id, step, place, 1, left_day, left_ms, sequence FROM salesmap_history
  WHERE left_day IS NOT NULL
),
ordered AS (
  SELECT
    e.*,
    row_number() OVER (PARTITION BY deal_id
      ORDER BY COALESCE(ms, {{day_ms day}}), CASE WHEN ms IS NULL THEN 0 ELSE 1 END,
               sequence, place, step, is_left) AS n
  FROM events AS e
),
-- the last row of each history, and whether the deal was closed in it
latest AS (
  SELECT deal_id, step, is_left, day,
    row_number() OVER (PARTITION BY deal_id ORDER BY n DESC) AS from_end,
    max(CASE WHEN step IN ('(won)', '(lost)') THEN 1 ELSE 0 END)
      OVER (PARTITION BY deal_id) AS was_closed
  FROM ordered
),
-- what the deal's own row adds: its stage ...
own AS (
  SELECT
    d.deal_id, d.step, d.state, d.closed_day, d.closed_ms,
    l.step AS last_step, l.is_left,
    CASE WHEN d.state = 'open' THEN 0 ELSE 1 END AS is_closed,
    CASE WHEN d.state <> 'open' AND g.kind = 'post' THEN 1 ELSE 0 END AS is_after_sale,
    COALESCE(l.was_closed, 0) AS was_closed,
    CASE WHEN d.since_day IS NULL AND l.deal_id IS NULL AND g.place = 1
      THEN d.created_day ELSE d.since_day END AS stage_day,
    CASE WHEN d.since_day IS NULL AND l.deal_id IS NULL AND g.place = 1
      THEN d.created_ms ELSE d.since_ms END AS stage_ms,
    -- the step in front of it; one that is after the sale stands behind the sale
    CASE WHEN d.state <> 'open' AND g.kind = 'post' AND COALESCE(l.was_closed, 0) = 0
      THEN d.closed_day ELSE l.day END AS front_day,
    CASE
      WHEN d.state <> 'open' AND g.kind = 'post' AND COALESCE(l.was_closed, 0) = 0
        THEN '(end)'
      WHEN l.is_left = 1 THEN '(left)'
      ELSE l.step
    END AS front_step
  FROM salesmap_deals AS d
  LEFT JOIN latest AS l ON l.deal_id = d.deal_id AND l.from_end = 1
  LEFT JOIN salesmap_stages AS g ON g.stage_id = d.step
),
with_stage AS (
  SELECT
    o.*,
    CASE
      WHEN step IS NULL THEN 0
      WHEN is_closed = 1 AND was_closed = 1 AND is_after_sale = 0 THEN 0
      WHEN front_step IS NULL
        THEN CASE WHEN step = '(unmapped)' AND stage_day IS NULL THEN 0 ELSE 1 END
      WHEN stage_day IS NULL OR step = front_step THEN 0
      WHEN front_day IS NOT NULL AND stage_day < front_day THEN 0
      ELSE 1
    END AS adds_stage
  FROM own AS o
),
-- ... and its end
with_end AS (
  SELECT
    w.*,
    CASE
      WHEN is_closed = 0 THEN 0
      WHEN is_after_sale = 1 THEN 1 - was_closed
      WHEN adds_stage = 1 OR last_step IS NULL OR is_left = 1 THEN 1
      WHEN last_step = CASE state WHEN 'won' THEN '(won)' ELSE '(lost)' END THEN 0
      ELSE 1
    END AS adds_end
  FROM with_stage AS w
),
everything AS (
  SELECT deal_id, 0 AS part, n, step, is_left, day, ms FROM ordered
  UNION ALL
  SELECT deal_id, 1, CASE is_after_sale WHEN 1 THEN 2 ELSE 1 END, step, 0, stage_day, stage_ms
  FROM with_end WHERE adds_stage = 1
  UNION ALL
  SELECT deal_id, 1, CASE is_after_sale WHEN 1 THEN 1 ELSE 2 END,
    CASE state WHEN 'won' THEN '(won)' ELSE '(lost)' END, 0, closed_day, closed_ms
  FROM with_end WHERE adds_end = 1
),
-- stay: the number of the entry that a row stands behind
grouped AS (
  SELECT
    e.*,
    sum(1 - is_left) OVER (PARTITION BY deal_id ORDER BY part, n) AS stay,
    lead(part) OVER (PARTITION BY deal_id ORDER BY part, n) AS next_part,
    lead(day) OVER (PARTITION BY deal_id ORDER BY part, n) AS next_day,
    lead(ms) OVER (PARTITION BY deal_id ORDER BY part, n) AS next_ms
  FROM everything AS e
),
-- a row that leaves the stage which the deal is in, and comes to no other at that moment
gaps AS (
  SELECT
    deal_id, part, n,
    row_number() OVER (PARTITION BY deal_id, stay ORDER BY part, n) AS first
  FROM (
    SELECT g.*, first_value(step) OVER (PARTITION BY deal_id, stay ORDER BY part, n) AS at_step
    FROM grouped AS g
  ) AS g
  WHERE is_left = 1 AND stay > 0 AND step = at_step
    AND (next_part IS NULL OR next_day IS NULL OR {{span day; ms; next_day; next_ms}} <> 0)
),
kept AS (
  SELECT g.deal_id, g.part, g.n, CASE WHEN g.is_left = 1 THEN '(nowhere)' ELSE g.step END AS step,
    g.day, g.ms
  FROM grouped AS g
  LEFT JOIN gaps AS p
    ON p.deal_id = g.deal_id AND p.part = g.part AND p.n = g.n AND p.first = 1
  WHERE g.is_left = 0 OR p.deal_id IS NOT NULL
),
compared AS (
  SELECT k.*, lag(step) OVER (PARTITION BY deal_id ORDER BY part, n) AS before
  FROM kept AS k
)
SELECT
  deal_id,
  row_number() OVER (PARTITION BY deal_id ORDER BY part, n) AS n,
  step, day, ms
FROM compared
WHERE before IS NULL OR before <> step;
