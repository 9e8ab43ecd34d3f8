-- One row a deal and stage that it entered. Stages that it passed over are filled in: a deal
-- that is seen in a stage has entered every one before, and a won deal has entered all. Time
-- in a stage is that of all spells in it together.
CREATE VIEW salesmap_deal_stages AS
WITH
states AS MATERIALIZED (
  SELECT * FROM salesmap_deal_states
),
-- where each step led to on the way, and what came after one behind the sale
led AS MATERIALIZED (
  SELECT s.*,
    lead(kind) OVER (PARTITION BY deal_id, on_way ORDER BY n) AS next_kind,
    lead(reach) OVER (PARTITION BY deal_id, on_way ORDER BY n) AS next_reach,
    max(CASE kind WHEN 'open' THEN 9999 WHEN 'post' THEN place END)
      OVER (PARTITION BY deal_id ORDER BY n ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
      AS later_place
  FROM (
    SELECT s.*, CASE WHEN n = 0 OR step IN ('(unmapped)', '(nowhere)') THEN 0 ELSE 1 END AS on_way
    FROM salesmap_steps AS s
  ) AS s
),
stated AS MATERIALIZED (
  SELECT l.*, d.state, d.furthest, d.created_day
  FROM led AS l
  JOIN states AS d ON d.deal_id = l.deal_id
),
-- a step counts for its stage, and for every one before
passed AS MATERIALIZED (
  SELECT
    s.*, g.stage_id, g.kind AS stage_kind, g.place AS stage_place, g.step AS stage_step,
    CASE WHEN s.step = g.stage_id THEN 1 ELSE 0 END AS is_own,
    row_number() OVER (PARTITION BY s.deal_id, g.stage_id ORDER BY s.n) AS nth
  FROM stated AS s
  JOIN salesmap_stages AS g
    ON (g.kind = 'open' AND g.step <= s.reach AND (s.kind = 'open' OR s.state = 'won'))
    OR (g.kind = 'post' AND g.stage_id = s.step)
),
summed AS (
  SELECT
    deal_id, stage_id, stage_kind, stage_place, stage_step, state, furthest,
    max(period_from) AS period_from,
    max(period_to) AS period_to,
    max(has_history) AS has_history,
    max(CASE WHEN nth = 1 THEN COALESCE(day, created_day) END) AS entered_day,
    max(CASE WHEN nth = 1 AND later_place > place THEN 1 ELSE 0 END) AS went_on,
    max(is_own) AS has_stay,
    max(CASE WHEN is_own = 1 AND kind = 'open' AND next_kind = 'open' AND next_reach < reach
             THEN 1 ELSE 0 END) AS is_moved_back,
    max(CASE WHEN is_own = 1 THEN is_undated ELSE 0 END) AS is_undated,
    max(CASE WHEN is_own = 1 AND duration_ms IS NULL THEN 1 ELSE 0 END) AS is_unsure,
    max(CASE WHEN is_own = 1 THEN 1 - is_finished ELSE 0 END) AS is_there,
    sum(CASE WHEN is_own = 1 THEN duration_ms END) AS duration_ms
  FROM passed
  GROUP BY deal_id, stage_id, stage_kind, stage_place, stage_step, state, furthest
)
SELECT
  s.deal_id, s.stage_id, s.state, s.entered_day,
  CASE WHEN {{in_period s.entered_day}} THEN 1 ELSE 0 END AS is_in_period,
  CASE
    WHEN s.stage_kind = 'post' THEN s.went_on
    WHEN s.state = 'won' OR s.furthest > s.stage_step THEN 1
    ELSE 0
  END AS is_advanced,
  CASE WHEN s.stage_kind = 'open' AND s.has_history = 1 AND s.has_stay = 0
            AND (s.state = 'won' OR s.furthest > s.stage_step)
       THEN 1 ELSE 0 END AS is_skipped,
  s.is_moved_back,
  s.is_undated,
  -- a deal that is still there is censored: its time is at least so long
  s.is_there AS is_censored,
  CASE WHEN s.has_stay = 1 AND s.is_unsure = 0 THEN s.duration_ms END AS duration_ms
FROM summed AS s;
