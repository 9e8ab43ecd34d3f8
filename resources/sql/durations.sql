-- All durations that are told of: of stages, for deals that entered them in the period; of
-- won and lost deals, for those closed in it; of all deals, for those begun in it. Those of
-- which a day is missing count as undated, and have no duration.
CREATE VIEW salesmap_durations AS
WITH
twice AS (
  SELECT 0 AS is_all UNION ALL SELECT 1
)
SELECT 'stage' AS kind, stage_id, is_censored, is_undated, duration_ms
FROM salesmap_deal_stages
WHERE is_in_period = 1 AND (is_undated = 1 OR duration_ms IS NOT NULL)
UNION ALL
SELECT
  CASE t.is_all WHEN 1 THEN 'all' ELSE d.state END, NULL,
  CASE WHEN d.state = 'open' THEN 1 ELSE 0 END, 0, d.cycle_ms
FROM salesmap_deal_states AS d CROSS JOIN twice AS t
WHERE d.cycle_ms IS NOT NULL
  AND ((t.is_all = 0 AND d.is_closed_in_period = 1)
       OR (t.is_all = 1 AND d.is_begun_in_period = 1));
