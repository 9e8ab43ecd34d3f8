-- Days in a stage. finished: deals that have left it; censored: that are in it, whose time is
-- at least what it is. limit_days: as the map says, else the 90th percentile of ten or more
-- that finished, else one and a half times their median. undated: nobody knows when they were
-- there. survival_median_days NULL: more than half last longer than longest_days.
CREATE VIEW salesmap_stage_days AS
SELECT
  g.stage_id, g.place, g.title,
  COALESCE(f.finished, 0) AS finished,
  COALESCE(f.censored, 0) AS censored,
  COALESCE(f.undated, 0) AS undated,
  f.median_days, f.p90_days, f.survival_median_days, f.longest_days,
  CASE
    WHEN g.limit_days IS NOT NULL THEN g.limit_days
    WHEN f.finished >= 10 THEN f.p90_days
    WHEN f.finished > 0 THEN f.median_days * 1.5
  END AS limit_days,
  CASE
    WHEN g.limit_days IS NOT NULL THEN 'map'
    WHEN f.finished >= 10 THEN 'p90'
    WHEN f.finished > 0 THEN 'median'
  END AS limit_source
FROM salesmap_stages AS g
LEFT JOIN salesmap_duration_figures AS f ON f.kind = 'stage' AND f.stage_id = g.stage_id
WHERE g.kind <> 'lost';
