-- The steps up to the day of the report: what is later has not happened yet. reach: the place
-- on the way of open stages; behind the last one for won deals and after the sale.
CREATE VIEW salesmap_steps AS
WITH
known AS (
  SELECT e.deal_id, e.n, e.day, e.ms, g.place, g.kind,
    CASE WHEN g.kind = 'lost' THEN '(lost)' ELSE e.step END AS step,
    CASE
      WHEN g.kind = 'open' THEN g.step
      WHEN g.kind = 'post' OR e.step = '(won)'
        THEN (SELECT count(*) + 1 FROM salesmap_stages WHERE kind = 'open')
    END AS reach
  FROM salesmap_entries AS e
  CROSS JOIN salesmap_asked AS a
  LEFT JOIN salesmap_stages AS g ON g.stage_id = e.step
  WHERE e.day IS NULL OR e.day <= a.as_of
),
compared AS (
  SELECT k.*, lag(step) OVER (PARTITION BY deal_id ORDER BY n) AS before
  FROM known AS k
)
SELECT
  deal_id, n, step, kind, place, reach, day, ms,
  lead(n) OVER (PARTITION BY deal_id ORDER BY n) AS next_n,
  lead(day) OVER (PARTITION BY deal_id ORDER BY n) AS next_day,
  lead(ms) OVER (PARTITION BY deal_id ORDER BY n) AS next_ms
FROM compared
WHERE before IS NULL OR before <> step;
