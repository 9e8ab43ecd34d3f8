-- The whole cycle, in days from creation (or the first step that is known) to the last close.
-- 'won' and 'lost': deals closed in the period; 'all': deals begun in it, the open ones
-- censored. over_limit: open deals older than the 90th percentile of ten or more that closed.
CREATE VIEW salesmap_cycle AS
WITH
kinds (kind) AS (
  VALUES ('won'), ('lost'), ('all')
),
open AS (
  SELECT {{whole cycle_ms; 86400000}} AS days
  FROM salesmap_deal_states
  WHERE state = 'open' AND cycle_ms IS NOT NULL
)
SELECT
  k.kind,
  COALESCE(f.finished, 0) AS finished,
  COALESCE(f.censored, 0) AS censored,
  f.median_days, f.p90_days, f.survival_median_days, f.longest_days,
  CAST(count(o.days) AS BIGINT) AS open_deals,
  CAST(sum(CASE WHEN o.days > f.p90_days AND f.finished >= 10 THEN 1 ELSE 0 END) AS BIGINT)
    AS over_limit
FROM kinds AS k
LEFT JOIN salesmap_duration_figures AS f ON f.kind = k.kind
LEFT JOIN open AS o ON k.kind = 'all'
GROUP BY k.kind, f.finished, f.censored, f.median_days, f.p90_days, f.survival_median_days,
  f.longest_days;
