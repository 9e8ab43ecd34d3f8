-- Stage conversion, the snapshot: of the deals that were in a stage at any time of the period,
-- how many moved further (or were won) within it, or were lost within it. Not a funnel.
CREATE VIEW salesmap_stage_snapshot AS
WITH
states AS MATERIALIZED (
  SELECT * FROM salesmap_deal_states
),
flagged AS MATERIALIZED (
  SELECT s.*, d.start_day,
    CASE WHEN {{in_period s.day}} THEN 1 ELSE 0 END AS is_in_period,
    CASE WHEN kind IN ('open', 'post')
      AND (s.period_to IS NULL OR COALESCE(s.day, d.start_day) IS NULL
           OR COALESCE(s.day, d.start_day) <= s.period_to)
      AND (next_n IS NULL OR next_day IS NULL OR s.period_from IS NULL
           OR next_day >= s.period_from)
      THEN 1 ELSE 0 END AS is_present
  FROM salesmap_steps AS s
  JOIN states AS d ON d.deal_id = s.deal_id
  WHERE s.n > 0
),
-- what came after each step within the period
later AS (
  SELECT f.*,
    max(CASE WHEN is_in_period = 1 THEN reach END) OVER after_it AS later_reach,
    max(CASE WHEN is_in_period = 1 AND kind IN ('open', 'post') THEN place END) OVER after_it
      AS later_place,
    max(CASE WHEN is_in_period = 1 AND step = '(lost)' THEN 1 ELSE 0 END) OVER after_it
      AS later_lost
  FROM flagged AS f
  WINDOW after_it AS (PARTITION BY deal_id ORDER BY n
                      ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
),
firsts AS MATERIALIZED (
  SELECT l.*,
    CASE WHEN kind = 'open' AND later_reach > reach THEN 1
         WHEN kind = 'post' AND later_place > place THEN 1 ELSE 0 END AS moved_on,
    row_number() OVER (PARTITION BY deal_id, step, is_present ORDER BY n) AS nth
  FROM later AS l
)
SELECT
  g.stage_id, g.place, g.title,
  CAST(count(f.deal_id) AS BIGINT) AS present,
  CAST(COALESCE(sum(f.moved_on), 0) AS BIGINT) AS moved_on,
  CAST(COALESCE(sum(CASE WHEN f.moved_on = 0 THEN f.later_lost END), 0) AS BIGINT) AS lost
FROM salesmap_stages AS g
LEFT JOIN firsts AS f ON f.step = g.stage_id AND f.is_present = 1 AND f.nth = 1
WHERE g.kind <> 'lost'
GROUP BY g.stage_id, g.place, g.title;
