-- The whole cycle, in days from creation (or the first step that is known) to the last close.
-- 'won' and 'lost': deals closed in the period; 'all': deals begun in it, the open ones
-- censored. over_limit: open deals older than the 90th percentile of ten or more that closed.
CREATE VIEW salesmap_cycle AS
WITH
kinds (kind) AS (
  VALUES ('won'), ('lost'), ('all')
),
limits AS (
  SELECT p90_days FROM salesmap_duration_figures WHERE kind = 'all' AND finished >= 10
),
open AS (
  SELECT count(*) AS n,
    sum(CASE WHEN {{whole d.cycle_ms; 86400000}} > l.p90_days THEN 1 ELSE 0 END) AS over_limit
  FROM salesmap_deal_states AS d LEFT JOIN limits AS l ON 1 = 1
  WHERE d.state = 'open' AND d.cycle_ms IS NOT NULL
)
SELECT
  k.kind,
  COALESCE(f.finished, 0) AS finished,
  COALESCE(f.censored, 0) AS censored,
  f.median_days, f.p90_days, f.survival_median_days, f.longest_days,
  CASE WHEN k.kind = 'all' THEN CAST(o.n AS BIGINT) END AS open_deals,
  CASE WHEN k.kind = 'all' THEN CAST(COALESCE(o.over_limit, 0) AS BIGINT) END AS over_limit
FROM kinds AS k
CROSS JOIN open AS o
LEFT JOIN salesmap_duration_figures AS f ON f.kind = k.kind;
