-- All durations that are told of: of stages, for deals that entered them in the period; of
-- won and lost deals, for those closed in it; of all deals, for those begun in it.
CREATE VIEW salesmap_durations AS
SELECT 'stage' AS kind, s.stage_id, s.is_censored, s.duration_ms
FROM salesmap_deal_stages AS s CROSS JOIN salesmap_asked AS a
WHERE {{in_period s.entered_day}} AND s.duration_ms IS NOT NULL AND s.is_censored IS NOT NULL
UNION ALL
SELECT d.state, NULL, 0, d.cycle_ms
FROM salesmap_deal_states AS d CROSS JOIN salesmap_asked AS a
WHERE d.state <> 'open' AND {{in_period d.closed_day}} AND d.cycle_ms IS NOT NULL
UNION ALL
SELECT 'all', NULL, CASE WHEN d.state = 'open' THEN 1 ELSE 0 END, d.cycle_ms
FROM salesmap_deal_states AS d CROSS JOIN salesmap_asked AS a
WHERE {{in_period d.start_day}} AND d.cycle_ms IS NOT NULL;
