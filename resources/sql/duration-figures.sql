-- Median and 90th percentile (nearest rank) of the finished ones, and the median of survival
-- by Kaplan and Meier, in which those that last are at risk for as long as they have lasted.
CREATE VIEW salesmap_duration_figures AS
WITH
ranked AS (
  SELECT kind, stage_id, duration_ms,
    row_number() OVER (PARTITION BY kind, stage_id ORDER BY duration_ms) AS nth,
    count(*) OVER (PARTITION BY kind, stage_id) AS n
  FROM salesmap_durations
  WHERE is_censored = 0
),
-- the middle one, or the mean of the two in the middle; element ⌈0.9 n⌉
quantiles AS (
  SELECT kind, stage_id,
    avg(CASE WHEN 2 * nth IN (n, n + 1, n + 2) THEN duration_ms END) AS median_ms,
    min(CASE WHEN 10 * nth >= 9 * n THEN duration_ms END) AS p90_ms
  FROM ranked
  GROUP BY kind, stage_id
),
moments AS (
  SELECT kind, stage_id, duration_ms,
    sum(1 - is_censored) AS ended,
    count(*) AS observed
  FROM salesmap_durations
  GROUP BY kind, stage_id, duration_ms
),
risks AS (
  SELECT m.*,
    sum(observed) OVER (PARTITION BY kind, stage_id ORDER BY duration_ms DESC) AS at_risk
  FROM moments AS m
),
-- the product of (1 - ended / at risk), by sums of logarithms
survivals AS (
  SELECT kind, stage_id, duration_ms,
    sum(CASE WHEN ended = at_risk THEN -1000
             ELSE ln(1 - CAST(ended AS DOUBLE PRECISION) / at_risk) END)
      OVER (PARTITION BY kind, stage_id ORDER BY duration_ms) AS log_survival
  FROM risks
  WHERE ended > 0
),
half AS (
  SELECT kind, stage_id, min(duration_ms) AS survival_ms
  FROM survivals
  WHERE exp(log_survival) <= 0.5 + 1e-12
  GROUP BY kind, stage_id
),
counted AS (
  SELECT kind, stage_id, sum(1 - is_censored) AS finished, sum(is_censored) AS censored,
    max(duration_ms) AS longest_ms
  FROM salesmap_durations
  GROUP BY kind, stage_id
)
SELECT
  c.kind, c.stage_id,
  CAST(c.finished AS BIGINT) AS finished,
  CAST(c.censored AS BIGINT) AS censored,
  {{in_days q.median_ms}} AS median_days,
  {{in_days q.p90_ms}} AS p90_days,
  {{in_days h.survival_ms}} AS survival_median_days,
  {{in_days c.longest_ms}} AS longest_days
FROM counted AS c
LEFT JOIN quantiles AS q
  ON q.kind = c.kind AND COALESCE(q.stage_id, '') = COALESCE(c.stage_id, '')
LEFT JOIN half AS h
  ON h.kind = c.kind AND COALESCE(h.stage_id, '') = COALESCE(c.stage_id, '');
