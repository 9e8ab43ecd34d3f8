-- Stage conversion, the snapshot: of the deals that were in a stage at any time of the period,
-- how many moved further (or were won) within it, or were lost within it. Not a funnel.
CREATE VIEW salesmap_stage_snapshot AS
WITH
present AS (
  SELECT s.deal_id, s.stage_id, s.kind, s.place, s.reach, min(s.n) AS n
  FROM salesmap_spells AS s
  JOIN salesmap_deal_states AS d ON d.deal_id = s.deal_id
  CROSS JOIN salesmap_asked AS a
  WHERE (a.period_to IS NULL OR COALESCE(s.entered_day, d.start_day) IS NULL
         OR COALESCE(s.entered_day, d.start_day) <= a.period_to)
    AND (s.is_finished = 0 OR s.left_day IS NULL OR a.period_from IS NULL
         OR s.left_day >= a.period_from)
  GROUP BY s.deal_id, s.stage_id, s.kind, s.place, s.reach
),
outcomes AS (
  SELECT p.deal_id, p.stage_id,
    max(CASE WHEN p.kind = 'open' AND s.reach > p.reach THEN 1
             WHEN p.kind = 'post' AND s.place > p.place THEN 1 ELSE 0 END) AS moved_on,
    max(CASE WHEN s.step = '(lost)' THEN 1 ELSE 0 END) AS lost
  FROM present AS p
  JOIN salesmap_steps AS s ON s.deal_id = p.deal_id AND s.n > p.n
  CROSS JOIN salesmap_asked AS a
  WHERE {{in_period s.day}}
  GROUP BY p.deal_id, p.stage_id
)
SELECT
  g.stage_id, g.place, g.title,
  CAST(count(p.deal_id) AS BIGINT) AS present,
  CAST(COALESCE(sum(o.moved_on), 0) AS BIGINT) AS moved_on,
  CAST(COALESCE(sum(CASE WHEN o.moved_on = 0 THEN o.lost END), 0) AS BIGINT) AS lost
FROM salesmap_stages AS g
LEFT JOIN present AS p ON p.stage_id = g.stage_id
LEFT JOIN outcomes AS o ON o.deal_id = p.deal_id AND o.stage_id = p.stage_id
WHERE g.kind <> 'lost'
GROUP BY g.stage_id, g.place, g.title;
