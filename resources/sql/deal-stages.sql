-- One row a deal and stage that it entered. Stages that it passed over are filled in: a deal
-- that is seen in a stage has entered every one before, and a won deal has entered all.
CREATE VIEW salesmap_deal_stages AS
WITH
-- the first step by which a deal was as far as a stage
firsts AS (
  SELECT s.deal_id, g.stage_id, min(s.n) AS n
  FROM salesmap_steps AS s
  JOIN salesmap_deal_states AS d ON d.deal_id = s.deal_id
  JOIN salesmap_stages AS g ON g.kind = 'open' AND g.step <= s.reach
  WHERE s.kind = 'open' OR d.state = 'won'
  GROUP BY s.deal_id, g.stage_id
  UNION ALL
  SELECT deal_id, step, min(n) FROM salesmap_steps WHERE kind = 'post' GROUP BY deal_id, step
),
-- time in a stage is that of all spells in it together
stays AS (
  SELECT
    deal_id, stage_id,
    max(is_finished) AS has_finished,
    max(is_undated) AS is_undated,
    max(CASE WHEN duration_ms IS NULL THEN 1 ELSE 0 END) AS is_unsure,
    max(1 - is_finished) AS is_there,
    sum(duration_ms) AS duration_ms
  FROM salesmap_spells
  GROUP BY deal_id, stage_id
),
-- from one stage to an earlier one
on_way AS (
  SELECT deal_id, n, step, kind, reach,
    lag(step) OVER (PARTITION BY deal_id ORDER BY n) AS from_stage,
    lag(kind) OVER (PARTITION BY deal_id ORDER BY n) AS from_kind,
    lag(reach) OVER (PARTITION BY deal_id ORDER BY n) AS from_reach
  FROM salesmap_steps
  WHERE step NOT IN ('(unmapped)', '(nowhere)')
),
backward AS (
  SELECT DISTINCT deal_id, from_stage
  FROM on_way
  WHERE kind = 'open' AND from_kind = 'open' AND reach < from_reach
),
-- from a stage after the sale to a later one, or back on the way
after_sale AS (
  SELECT DISTINCT f.deal_id, f.stage_id
  FROM firsts AS f
  JOIN salesmap_stages AS g ON g.stage_id = f.stage_id AND g.kind = 'post'
  JOIN salesmap_steps AS s ON s.deal_id = f.deal_id AND s.n > f.n
  WHERE s.kind = 'open' OR s.place > g.place
)
SELECT
  f.deal_id, f.stage_id, g.kind, g.place, d.state,
  COALESCE(s.day, d.created_day) AS entered_day,
  CASE
    WHEN g.kind = 'post' THEN CASE WHEN x.deal_id IS NULL THEN 0 ELSE 1 END
    WHEN d.state = 'won' OR d.furthest > g.step THEN 1
    ELSE 0
  END AS is_advanced,
  CASE WHEN g.kind = 'open' AND d.has_history = 1 AND t.deal_id IS NULL
            AND (d.state = 'won' OR d.furthest > g.step)
       THEN 1 ELSE 0 END AS is_skipped,
  CASE WHEN b.deal_id IS NULL THEN 0 ELSE 1 END AS is_moved_back,
  COALESCE(t.is_undated, 0) AS is_undated,
  -- a deal that is still there is censored: its time is at least so long
  CASE WHEN t.is_unsure = 1 THEN NULL ELSE t.is_there END AS is_censored,
  CASE WHEN t.is_unsure = 0 THEN t.duration_ms END AS duration_ms
FROM firsts AS f
JOIN salesmap_deal_states AS d ON d.deal_id = f.deal_id
JOIN salesmap_stages AS g ON g.stage_id = f.stage_id
JOIN salesmap_steps AS s ON s.deal_id = f.deal_id AND s.n = f.n
LEFT JOIN stays AS t ON t.deal_id = f.deal_id AND t.stage_id = f.stage_id
LEFT JOIN backward AS b ON b.deal_id = f.deal_id AND b.from_stage = f.stage_id
LEFT JOIN after_sale AS x ON x.deal_id = f.deal_id AND x.stage_id = f.stage_id;
