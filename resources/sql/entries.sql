-- The steps of each deal in their order, n: rows of the history by time and sequence (then by
-- the order of the map), neighbours in the same stage merged, then what only the deal's own
-- row says of its stage and its end. A deal that left a stage for none is '(nowhere)'. Step 0
-- is '(begin)', with the day on which the deal was created, where that is known.
CREATE VIEW salesmap_entries AS
WITH
places AS (
  SELECT 0 AS nth UNION ALL SELECT 1 UNION ALL SELECT 2
),
-- part -1: how deals begin; part 0: rows of the history, which say where a deal came to, and
-- when it left again; part 1: what the deal's own row says of its stage and of its end, of
-- which a stage after the sale comes last
events AS (
  SELECT
    d.deal_id,
    CASE p.nth WHEN 0 THEN -1 ELSE 1 END AS part,
    0 AS is_left,
    CASE WHEN p.nth = 0 THEN '(begin)'
         WHEN p.nth = 1 THEN d.step
         WHEN d.state = 'won' THEN '(won)'
         ELSE '(lost)' END AS step,
    CASE p.nth WHEN 0 THEN d.created_day WHEN 1 THEN d.since_day ELSE d.closed_day END AS day,
    CASE p.nth WHEN 0 THEN d.created_ms WHEN 1 THEN d.since_ms ELSE d.closed_ms END AS ms,
    CASE WHEN d.state <> 'open' AND g.kind = 'post' THEN 2 - p.nth ELSE p.nth END
      AS sequence,
    0 AS place,
    CASE p.nth WHEN 2 THEN 1 ELSE 0 END AS is_end,
    d.state,
    CASE WHEN g.kind = 'post' THEN 1 ELSE 0 END AS is_post,
    CASE WHEN g.place = 1 THEN 1 ELSE 0 END AS is_first_stage,
    d.created_day, d.created_ms
  FROM salesmap_deals AS d CROSS JOIN places AS p
  LEFT JOIN salesmap_stages AS g ON g.stage_id = d.step
  UNION ALL
  SELECT
    h.deal_id,
    CASE WHEN h.day IS NULL THEN -1 ELSE 0 END,
    p.nth,
    CASE WHEN h.day IS NULL THEN '(begin)' ELSE h.step END,
    CASE p.nth WHEN 0 THEN h.day ELSE h.left_day END,
    CASE p.nth WHEN 0 THEN h.ms ELSE h.left_ms END,
    h.sequence, h.place,
    0, 'open', 0, 0,
    {{no_day}}, CAST(NULL AS BIGINT)
  FROM salesmap_history AS h CROSS JOIN places AS p
  WHERE p.nth = 0 OR (p.nth = 1 AND h.left_day IS NOT NULL AND h.day IS NOT NULL)
),
ordered AS MATERIALIZED (
  SELECT
    e.*,
    row_number() OVER (PARTITION BY deal_id, part
      ORDER BY CASE WHEN part < 1 THEN COALESCE(ms, {{day_ms day}}) END,
               CASE WHEN part = 1 OR ms IS NULL THEN 0 ELSE 1 END,
               sequence, place, step, is_left) AS n
  FROM events AS e
),
-- the last row of the history, for the two that may be added behind it
looked AS (
  SELECT
    o.*,
    max(CASE WHEN part = 0 THEN 1 ELSE 0 END) OVER (PARTITION BY deal_id) AS has_history,
    max(CASE WHEN part = 0 AND step IN ('(won)', '(lost)') THEN 1 ELSE 0 END)
      OVER (PARTITION BY deal_id) AS was_closed,
    CASE n WHEN 1 THEN lag(step, 1) OVER (PARTITION BY deal_id ORDER BY part, n)
           ELSE lag(step, 2) OVER (PARTITION BY deal_id ORDER BY part, n) END AS last_step,
    CASE n WHEN 1 THEN lag(is_left, 1) OVER (PARTITION BY deal_id ORDER BY part, n)
           ELSE lag(is_left, 2) OVER (PARTITION BY deal_id ORDER BY part, n) END AS last_left,
    CASE n WHEN 1 THEN lag(day, 1) OVER (PARTITION BY deal_id ORDER BY part, n)
           ELSE lag(day, 2) OVER (PARTITION BY deal_id ORDER BY part, n) END AS last_day,
    -- of both rows of the deal: its stage, and since when it is there
    max(CASE WHEN is_end = 0 THEN step END) OVER (PARTITION BY deal_id, part) AS own_step,
    max(CASE WHEN is_end = 0 THEN day END) OVER (PARTITION BY deal_id, part) AS since_day
  FROM ordered AS o
),
-- a deal of which nothing else is known is in its first stage since it was created
stages AS MATERIALIZED (
  SELECT
    l.*,
    CASE
      WHEN part < 1 OR own_step IS NULL THEN 0
      WHEN state <> 'open' AND was_closed = 1 AND is_post = 0 THEN 0
      -- behind the end, where that is added
      WHEN state <> 'open' AND is_post = 1 AND was_closed = 0
        THEN CASE WHEN since_day IS NULL OR (has_history = 1 AND since_day < last_day)
                  THEN 0 ELSE 1 END
      WHEN has_history = 0
        THEN CASE WHEN own_step = '(unmapped)' AND since_day IS NULL THEN 0 ELSE 1 END
      WHEN since_day IS NULL OR (own_step = last_step AND last_left = 0)
           OR since_day < last_day THEN 0
      ELSE 1
    END AS adds_stage
  FROM looked AS l
),
ends AS (
  SELECT
    s.*,
    CASE
      WHEN part < 1 OR state = 'open' THEN 0
      WHEN is_post = 1 THEN 1 - was_closed
      WHEN adds_stage = 1 OR has_history = 0 OR last_left = 1 THEN 1
      WHEN last_step = CASE state WHEN 'won' THEN '(won)' ELSE '(lost)' END THEN 0
      ELSE 1
    END AS adds_end
  FROM stages AS s
),
everything AS (
  SELECT
    deal_id, has_history, is_left, part, n, step,
    CASE WHEN is_end = 0 AND part = 1 AND day IS NULL AND has_history = 0 AND is_first_stage = 1
         THEN created_day ELSE day END AS day,
    CASE WHEN is_end = 0 AND part = 1 AND day IS NULL AND has_history = 0 AND is_first_stage = 1
         THEN created_ms ELSE ms END AS ms
  FROM ends
  WHERE part < 1 OR (is_end = 0 AND adds_stage = 1) OR (is_end = 1 AND adds_end = 1)
),
-- stay: the number of the entry that a row stands behind
grouped AS MATERIALIZED (
  SELECT
    e.*,
    sum(1 - is_left) OVER (PARTITION BY deal_id ORDER BY part, n) AS stay,
    lead(part) OVER (PARTITION BY deal_id ORDER BY part, n) AS next_part,
    lead(day) OVER (PARTITION BY deal_id ORDER BY part, n) AS next_day,
    lead(ms) OVER (PARTITION BY deal_id ORDER BY part, n) AS next_ms
  FROM everything AS e
),
named AS (
  SELECT g.*,
    first_value(step) OVER (PARTITION BY deal_id, stay ORDER BY part, n) AS at_step
  FROM grouped AS g
),
-- a row that leaves the stage which the deal is in, and comes to no other at that moment
judged AS MATERIALIZED (
  SELECT n.*,
    CASE WHEN is_left = 1 AND stay > 0 AND step = at_step
          AND (next_part IS NULL OR next_day IS NULL
               OR {{span day; ms; next_day; next_ms}} <> 0)
         THEN 1 ELSE 0 END AS is_gap
  FROM named AS n
),
first_gaps AS (
  SELECT j.*,
    row_number() OVER (PARTITION BY deal_id, stay, is_gap ORDER BY part, n) AS nth
  FROM judged AS j
),
kept AS (
  SELECT deal_id, has_history, part, n, day, ms,
    CASE WHEN is_gap = 1 THEN '(nowhere)' ELSE step END AS step
  FROM first_gaps
  WHERE is_left = 0 OR (is_gap = 1 AND nth = 1)
),
compared AS (
  SELECT k.*, lag(step) OVER (PARTITION BY deal_id ORDER BY part, n) AS before
  FROM kept AS k
)
SELECT
  deal_id,
  CASE WHEN part < 0 THEN 0
       ELSE row_number() OVER (PARTITION BY deal_id ORDER BY part, n) END AS n,
  step, day, ms, has_history
FROM compared
WHERE before IS NULL OR before <> step;
