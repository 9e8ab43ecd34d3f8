-- The steps up to the day of the report: what is later has not happened yet. reach: the place
-- on the way of open stages; behind the last one for won deals and after the sale. A step that
-- lasts ends on the day of the report and is not finished. duration_ms is NULL where nobody
-- knows it: a day is missing, or it ended before it began.
CREATE VIEW salesmap_steps AS
WITH
way AS (
  SELECT count(*) AS n_open FROM salesmap_stages WHERE kind = 'open'
),
placed AS MATERIALIZED (
  SELECT e.*, g.place, g.kind, a.as_of, a.period_from, a.period_to,
    CASE WHEN g.kind = 'lost' THEN '(lost)' ELSE e.step END AS at_step,
    CASE
      WHEN g.kind = 'open' THEN g.step
      WHEN g.kind = 'post' OR e.step = '(won)' THEN w.n_open + 1
    END AS reach,
    count(*) OVER (PARTITION BY e.deal_id) AS n_entries
  FROM salesmap_entries AS e
  CROSS JOIN salesmap_asked AS a
  CROSS JOIN way AS w
  LEFT JOIN salesmap_stages AS g ON g.stage_id = e.step
),
compared AS (
  SELECT p.*, lag(at_step) OVER (PARTITION BY deal_id ORDER BY n) AS before
  FROM placed AS p
  WHERE n = 0 OR day IS NULL OR day <= as_of
),
merged AS MATERIALIZED (
  SELECT
    c.*,
    lead(n) OVER (PARTITION BY deal_id ORDER BY n) AS next_n,
    lead(day) OVER (PARTITION BY deal_id ORDER BY n) AS next_day,
    lead(ms) OVER (PARTITION BY deal_id ORDER BY n) AS next_ms
  FROM compared AS c
  WHERE before IS NULL OR before <> at_step
)
SELECT
  deal_id, n, at_step AS step, kind, place, reach, day, ms, next_n, next_day, next_ms,
  has_history, n_entries, as_of, period_from, period_to,
  CASE WHEN next_n IS NULL THEN 0 ELSE 1 END AS is_finished,
  CASE WHEN day IS NULL OR (next_n IS NOT NULL AND next_day IS NULL) THEN 1 ELSE 0 END
    AS is_undated,
  CASE
    WHEN next_n IS NULL THEN {{day_ms as_of}} - {{day_ms day}}
    WHEN {{span day; ms; next_day; next_ms}} >= 0 THEN {{span day; ms; next_day; next_ms}}
  END AS duration_ms
FROM merged;
