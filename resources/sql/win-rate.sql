-- Win rate, of deals closed in the period. broad: won of won, lost and derailed, the one to
-- use; narrow: without the derailed. cohort: of deals begun in the period, won of closed; of
-- all, won of all of them. older_than_won: open deals older than the slowest that was won,
-- which are losses that nobody has recorded.
CREATE VIEW salesmap_win_rate AS
WITH
closed AS (
  SELECT
    count(*) AS closed,
    COALESCE(sum(CASE WHEN outcome = 'won' THEN 1 ELSE 0 END), 0) AS won,
    COALESCE(sum(CASE WHEN outcome = 'lost' THEN 1 ELSE 0 END), 0) AS lost,
    COALESCE(sum(CASE WHEN outcome = 'derailed' THEN 1 ELSE 0 END), 0) AS derailed,
    COALESCE(sum(1 - has_amount), 0) AS without_amount,
    COALESCE(sum(CASE WHEN closed_day IS NULL THEN 1 ELSE 0 END), 0) AS undated
  FROM salesmap_closed_deals
),
begun AS (
  SELECT
    count(*) AS n,
    COALESCE(sum(CASE WHEN d.state = 'won' THEN 1 ELSE 0 END), 0) AS won,
    COALESCE(sum(CASE WHEN d.state <> 'open' THEN 1 ELSE 0 END), 0) AS closed
  FROM salesmap_deal_states AS d CROSS JOIN salesmap_asked AS a
  WHERE {{in_period d.start_day}}
),
slowest AS (
  SELECT max(cycle_ms) AS cycle_ms FROM salesmap_deal_states WHERE state = 'won'
),
older AS (
  SELECT count(*) AS n
  FROM salesmap_deal_states AS d CROSS JOIN slowest AS s
  WHERE d.state = 'open' AND {{whole d.cycle_ms; 86400000}} > {{in_days s.cycle_ms}}
)
SELECT
  CAST(c.won AS BIGINT) AS won,
  CAST(c.lost AS BIGINT) AS lost,
  CAST(c.derailed AS BIGINT) AS derailed,
  CAST(c.closed AS BIGINT) AS broad_of,
  CAST(c.won AS DOUBLE PRECISION) / NULLIF(c.closed, 0) AS broad,
  CAST(c.won + c.lost AS BIGINT) AS narrow_of,
  CAST(c.won AS DOUBLE PRECISION) / NULLIF(c.won + c.lost, 0) AS narrow,
  CAST(b.won AS BIGINT) AS cohort_won,
  CAST(b.closed AS BIGINT) AS cohort_closed,
  CAST(b.won AS DOUBLE PRECISION) / NULLIF(b.closed, 0) AS cohort,
  CAST(b.n AS BIGINT) AS cohort_all,
  CAST(b.won AS DOUBLE PRECISION) / NULLIF(b.n, 0) AS of_all,
  CAST(c.without_amount AS BIGINT) AS without_amount,
  CAST(c.undated AS BIGINT) AS undated,
  CAST(o.n AS BIGINT) AS older_than_won
FROM closed AS c CROSS JOIN begun AS b CROSS JOIN older AS o;
