-- Each deal as it stood on the day of the report. The latest state decides whether it is won,
-- lost or open; a close before a reopening is void. cycle_ms: from the start to the last
-- close, without the time it was closed in between; of open deals to the day of the report.
-- furthest: the furthest open stage that it really was in (0: none).
CREATE VIEW salesmap_deal_states AS
WITH
everyone AS (
  SELECT deal_id FROM salesmap_deals
  UNION
  SELECT deal_id FROM salesmap_source_history WHERE deal_id IS NOT NULL
),
-- runs of steps that make the deal the same
moves AS (
  SELECT deal_id, n, day, ms,
    CASE WHEN step = '(won)' OR kind = 'post' THEN 'won'
         WHEN step = '(lost)' THEN 'lost' ELSE 'open' END AS state
  FROM salesmap_steps
  WHERE kind IN ('open', 'post') OR step IN ('(won)', '(lost)')
),
compared AS (
  SELECT m.*, lag(state) OVER (PARTITION BY deal_id ORDER BY n) AS before
  FROM moves AS m
),
runs AS (
  SELECT c.*,
    lead(state) OVER (PARTITION BY deal_id ORDER BY n) AS next_state,
    lead(day) OVER (PARTITION BY deal_id ORDER BY n) AS next_day,
    lead(ms) OVER (PARTITION BY deal_id ORDER BY n) AS next_ms
  FROM compared AS c
  WHERE before IS NULL OR before <> state
),
-- closes that did not last
voided AS (
  SELECT
    deal_id,
    sum(CASE WHEN next_state = 'open' THEN 1 ELSE 0 END) AS reopened,
    max(CASE WHEN state = 'won' AND next_state = 'lost' THEN 1 ELSE 0 END) AS won_then_lost,
    max(CASE WHEN day IS NULL OR next_day IS NULL THEN 1 ELSE 0 END) AS gap_unknown,
    sum(CASE WHEN {{span day; ms; next_day; next_ms}} > 0
             THEN {{span day; ms; next_day; next_ms}} ELSE 0 END) AS gap_ms
  FROM runs
  WHERE state <> 'open' AND next_state IS NOT NULL
  GROUP BY deal_id
),
dated AS (
  SELECT deal_id, day, ms, row_number() OVER (PARTITION BY deal_id ORDER BY n) AS nth
  FROM salesmap_steps
  WHERE day IS NOT NULL
),
reached AS (
  SELECT
    deal_id,
    max(CASE WHEN kind = 'open' THEN reach ELSE 0 END) AS furthest,
    max(CASE WHEN next_n IS NULL AND kind IN ('open', 'post') THEN step END) AS stage_now,
    max(CASE WHEN next_n IS NULL AND kind IN ('open', 'post') THEN day END) AS stage_since
  FROM salesmap_steps
  GROUP BY deal_id
),
stays AS (
  SELECT DISTINCT deal_id FROM salesmap_entries
),
histories AS (
  SELECT DISTINCT deal_id FROM salesmap_history
),
told AS (
  SELECT
    e.deal_id,
    d.name, d.owner, d.segment, d.amount, COALESCE(d.currency, '') AS currency, d.reason,
    d.reason_id, d.expected_day, d.created_day,
    CASE WHEN h.deal_id IS NULL THEN 0 ELSE 1 END AS has_history,
    COALESCE(r.furthest, 0) AS furthest,
    r.stage_now,
    CASE WHEN r.stage_now IS NOT NULL THEN {{days r.stage_since; a.as_of}} END AS days_in_stage,
    COALESCE(run.state, 'open') AS state,
    CASE WHEN run.state <> 'open' THEN run.day END AS closed_day,
    CASE WHEN run.state <> 'open' THEN run.ms END AS closed_ms,
    COALESCE(d.created_day, f.day) AS start_day,
    CASE WHEN d.created_day IS NOT NULL THEN d.created_ms ELSE f.ms END AS start_ms,
    COALESCE(v.reopened, 0) AS reopened,
    COALESCE(v.won_then_lost, 0) AS won_then_lost,
    COALESCE(v.gap_unknown, 0) AS gap_unknown,
    COALESCE(v.gap_ms, 0) AS gap_ms,
    a.as_of
  FROM everyone AS e
  CROSS JOIN salesmap_asked AS a
  LEFT JOIN salesmap_deals AS d ON d.deal_id = e.deal_id
  LEFT JOIN dated AS f ON f.deal_id = e.deal_id AND f.nth = 1
  LEFT JOIN reached AS r ON r.deal_id = e.deal_id
  LEFT JOIN runs AS run ON run.deal_id = e.deal_id AND run.next_state IS NULL
  LEFT JOIN voided AS v ON v.deal_id = e.deal_id
  LEFT JOIN stays AS s ON s.deal_id = e.deal_id
  LEFT JOIN histories AS h ON h.deal_id = e.deal_id
  -- deals that exist on the day of the report, and are asked for
  WHERE (d.created_day <= a.as_of OR f.deal_id IS NOT NULL
         OR (d.created_day IS NULL AND (r.deal_id IS NOT NULL OR s.deal_id IS NULL)))
    AND (a.owner IS NULL OR d.owner = a.owner)
    AND (a.segment IS NULL OR d.segment = a.segment)
),
spanned AS (
  SELECT t.*,
    CASE
      WHEN start_day IS NULL OR gap_unknown = 1 THEN NULL
      WHEN state = 'open' THEN {{day_ms as_of}} - {{day_ms start_day}}
      WHEN closed_day IS NOT NULL THEN {{span start_day; start_ms; closed_day; closed_ms}}
    END AS span_ms
  FROM told AS t
)
SELECT
  deal_id, name, owner, segment, state, amount, currency, reason, reason_id, has_history,
  furthest, stage_now, days_in_stage, created_day, start_day, closed_day, expected_day,
  reopened, won_then_lost,
  CASE WHEN amount >= 0 THEN 1 ELSE 0 END AS has_amount,
  CASE WHEN span_ms < 0 THEN NULL
       WHEN span_ms < gap_ms THEN 0
       ELSE span_ms - gap_ms END AS cycle_ms
FROM spanned;
