-- Win rate, of deals closed in the period. broad: won of won, lost and derailed, the one to
-- use; narrow: without the derailed. cohort: of deals begun in the period, won of closed; of
-- all, won of all of them. older_than_won: open deals older than the slowest that was won,
-- which are losses that nobody has recorded.
CREATE VIEW salesmap_win_rate AS
WITH
aged AS (
  SELECT d.*,
    max(CASE WHEN state = 'won' THEN cycle_ms END) OVER () AS slowest_ms
  FROM salesmap_deal_states AS d
),
counted AS (
  SELECT
    COALESCE(sum(is_closed_in_period), 0) AS closed,
    COALESCE(sum(CASE WHEN outcome = 'won' THEN is_closed_in_period END), 0) AS won,
    COALESCE(sum(CASE WHEN outcome = 'lost' THEN is_closed_in_period END), 0) AS lost,
    COALESCE(sum(CASE WHEN outcome = 'derailed' THEN is_closed_in_period END), 0) AS derailed,
    COALESCE(sum(CASE WHEN has_amount = 0 THEN is_closed_in_period END), 0) AS without_amount,
    COALESCE(sum(CASE WHEN closed_day IS NULL THEN is_closed_in_period END), 0) AS undated,
    COALESCE(sum(is_begun_in_period), 0) AS begun,
    COALESCE(sum(CASE WHEN state = 'won' THEN is_begun_in_period END), 0) AS begun_won,
    COALESCE(sum(CASE WHEN state <> 'open' THEN is_begun_in_period END), 0) AS begun_closed,
    COALESCE(sum(CASE WHEN state = 'open'
                       AND {{whole cycle_ms; 86400000}} > {{in_days slowest_ms}}
                      THEN 1 END), 0) AS older
  FROM aged
)
SELECT
  CAST(won AS BIGINT) AS won,
  CAST(lost AS BIGINT) AS lost,
  CAST(derailed AS BIGINT) AS derailed,
  CAST(closed AS BIGINT) AS broad_of,
  CAST(won AS DOUBLE PRECISION) / NULLIF(closed, 0) AS broad,
  CAST(won + lost AS BIGINT) AS narrow_of,
  CAST(won AS DOUBLE PRECISION) / NULLIF(won + lost, 0) AS narrow,
  CAST(begun_won AS BIGINT) AS cohort_won,
  CAST(begun_closed AS BIGINT) AS cohort_closed,
  CAST(begun_won AS DOUBLE PRECISION) / NULLIF(begun_closed, 0) AS cohort,
  CAST(begun AS BIGINT) AS cohort_all,
  CAST(begun_won AS DOUBLE PRECISION) / NULLIF(begun, 0) AS of_all,
  CAST(without_amount AS BIGINT) AS without_amount,
  CAST(undated AS BIGINT) AS undated,
  CAST(older AS BIGINT) AS older_than_won
FROM counted;
