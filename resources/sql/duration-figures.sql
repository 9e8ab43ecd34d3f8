-- Median and 90th percentile (nearest rank) of the finished ones, and the median of survival
-- by Kaplan and Meier, in which those that last are at risk for as long as they have lasted.
CREATE VIEW salesmap_duration_figures AS
WITH
known AS MATERIALIZED (
  SELECT d.*, CASE WHEN duration_ms IS NULL THEN 2 ELSE is_censored END AS how
  FROM salesmap_durations AS d
),
-- nth of n of its kind; how many ended at this moment, and how many were at risk by then
ranked AS (
  SELECT k.*,
    row_number() OVER (PARTITION BY kind, stage_id, how ORDER BY duration_ms) AS nth,
    count(*) OVER (PARTITION BY kind, stage_id, how) AS n,
    sum(CASE how WHEN 0 THEN 1 ELSE 0 END) OVER (PARTITION BY kind, stage_id, duration_ms)
      AS ended,
    row_number() OVER (PARTITION BY kind, stage_id, duration_ms ORDER BY how) AS nth_there,
    sum(CASE WHEN how < 2 THEN 1 ELSE 0 END)
      OVER (PARTITION BY kind, stage_id ORDER BY COALESCE(duration_ms, -1) DESC) AS at_risk
  FROM known AS k
),
-- the product of (1 - ended / at risk), by sums of logarithms
survivals AS MATERIALIZED (
  SELECT r.*,
    sum(CASE WHEN how = 2 OR nth_there > 1 OR ended = 0 THEN 0
             WHEN ended = at_risk THEN -100
             ELSE ln(1 - CAST(ended AS DOUBLE PRECISION) / at_risk) END)
      OVER (PARTITION BY kind, stage_id ORDER BY COALESCE(duration_ms, -1)) AS log_survival
  FROM ranked AS r
)
SELECT
  kind, stage_id,
  CAST(sum(CASE how WHEN 0 THEN 1 ELSE 0 END) AS BIGINT) AS finished,
  CAST(sum(CASE how WHEN 1 THEN 1 ELSE 0 END) AS BIGINT) AS censored,
  CAST(sum(is_undated) AS BIGINT) AS undated,
  -- the middle one, or the mean of the two in the middle; element ⌈0.9 n⌉
  {{in_days avg(CASE WHEN how = 0 AND 2 * nth IN (n, n + 1, n + 2) THEN duration_ms END)}}
    AS median_days,
  {{in_days min(CASE WHEN how = 0 AND 10 * nth >= 9 * n THEN duration_ms END)}} AS p90_days,
  {{in_days min(CASE WHEN how = 0 AND log_survival <= ln(0.5e0) + 1e-12 THEN duration_ms END)}}
    AS survival_median_days,
  {{in_days max(duration_ms)}} AS longest_days
FROM survivals
GROUP BY kind, stage_id;
