-- What is asked, with what follows from the data where the parameters leave it open.
CREATE VIEW salesmap_asked AS
WITH
days AS (
  SELECT day FROM salesmap_entries
  UNION ALL SELECT day FROM salesmap_history
  UNION ALL SELECT left_day FROM salesmap_history WHERE day IS NOT NULL
),
newest AS (
  SELECT max(day) AS day FROM days
),
report AS (
  SELECT p.*, COALESCE(p.as_of, n.day) AS report_day
  FROM salesmap_parameters AS p CROSS JOIN newest AS n
),
-- the month since the year 0, and how many months of its quarter are over
months AS (
  SELECT
    r.*,
    CAST(substr({{text report_day}}, 1, 4) AS INTEGER) * 12
      + CAST(substr({{text report_day}}, 6, 2) AS INTEGER) - 1 AS month,
    (CAST(substr({{text report_day}}, 6, 2) AS INTEGER) + 12 - fiscal_start) % 3 AS behind
  FROM report AS r
)
SELECT
  report_day AS as_of,
  period_from, period_to, owner, segment, quota, quota_currency,
  COALESCE(quota_from,
    CASE WHEN period_from IS NOT NULL AND period_to IS NOT NULL THEN period_from
         ELSE {{month_start month - behind}} END) AS quota_from,
  COALESCE(quota_to,
    CASE WHEN period_from IS NOT NULL AND period_to IS NOT NULL THEN period_to
         ELSE {{day_before {{month_start month - behind + 3}}}} END) AS quota_to
FROM months;
