-- Stage conversion, the cohort: of the deals that first entered a stage in the period, how
-- many came further (or were won) at any time up to the day of the report, were lost from
-- there, or are still there. The three are all that entered. conversion is NULL where nobody
-- entered; below 10 it is a small sample, and low to high is the 95 % interval of Wilson.
-- skipped: passed the stage without a spell in it; moved_back: went from it to an earlier one.
-- Where salesmap_findings has more than a tenth of the lost deals as 'no-stage-at-loss', these
-- shares mean nothing.
CREATE VIEW salesmap_stage_conversion AS
WITH
cohort AS (
  SELECT * FROM salesmap_deal_stages WHERE is_in_period = 1
),
counted AS (
  SELECT
    g.stage_id, g.place, g.title, g.kind, g.goal,
    count(c.deal_id) AS entered,
    COALESCE(sum(c.is_advanced), 0) AS advanced,
    sum(CASE WHEN c.is_advanced = 0 AND c.state = 'lost' THEN 1 ELSE 0 END) AS lost,
    sum(CASE WHEN c.is_advanced = 0 AND c.state <> 'lost' THEN 1 ELSE 0 END) AS still_there,
    sum(CASE WHEN c.state = 'won' THEN 1 ELSE 0 END) AS won,
    COALESCE(sum(c.is_skipped), 0) AS skipped,
    COALESCE(sum(c.is_moved_back), 0) AS moved_back
  FROM salesmap_stages AS g
  LEFT JOIN cohort AS c ON c.stage_id = g.stage_id
  WHERE g.kind <> 'lost'
  GROUP BY g.stage_id, g.place, g.title, g.kind, g.goal
),
shares AS (
  SELECT c.*,
    CAST(NULLIF(entered, 0) AS DOUBLE PRECISION) AS n,
    CAST(advanced AS DOUBLE PRECISION) / NULLIF(entered, 0) AS p
  FROM counted AS c
)
SELECT
  stage_id, place, title, kind,
  CAST(entered AS BIGINT) AS entered,
  CAST(advanced AS BIGINT) AS advanced,
  CAST(lost AS BIGINT) AS lost,
  CAST(still_there AS BIGINT) AS still_there,
  CAST(won AS BIGINT) AS won,
  CAST(skipped AS BIGINT) AS skipped,
  CAST(moved_back AS BIGINT) AS moved_back,
  p AS conversion,
  goal,
  CASE WHEN entered < 10 THEN 1 ELSE 0 END AS is_small_sample,
  (p + 3.8416 / (2 * n) - 1.96 * sqrt(p * (1 - p) / n + 3.8416 / (4 * n * n)))
    / (1 + 3.8416 / n) AS low,
  (p + 3.8416 / (2 * n) + 1.96 * sqrt(p * (1 - p) / n + 3.8416 / (4 * n * n)))
    / (1 + 3.8416 / n) AS high
FROM shares;
