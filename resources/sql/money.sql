-- Money, a row a currency: amounts of different currencies are never added, and '' is an
-- unknown one. Negative amounts are mistakes and left out, as missing ones are. By value, the
-- win rate is NULL where lost deals have no amounts. weighted: open deals by the chance of
-- their stage, the share of those that got as far and were won; from 30 closed deals on,
-- and where at most a tenth of the lost ones have no known stage.
CREATE VIEW salesmap_money AS
WITH
chances AS (
  SELECT stage_id,
    CAST(sum(CASE WHEN state = 'won' THEN 1 ELSE 0 END) AS DOUBLE PRECISION) / count(*) AS chance
  FROM salesmap_deal_stages
  GROUP BY stage_id
),
weighed AS (
  SELECT d.*, c.chance,
    sum(CASE WHEN d.state <> 'open' THEN 1 ELSE 0 END) OVER () AS n_closed,
    sum(CASE WHEN d.state = 'lost' THEN 1 ELSE 0 END) OVER () AS n_all_lost,
    sum(CASE WHEN d.state = 'lost' AND d.furthest = 0 THEN 1 ELSE 0 END) OVER () AS n_unplaced,
    sum(CASE WHEN d.state = 'lost' THEN d.is_closed_in_period ELSE 0 END) OVER () AS n_lost
  FROM salesmap_deal_states AS d
  LEFT JOIN chances AS c ON c.stage_id = d.stage_now
),
-- with an amount, and open or closed in the period
summed AS (
  SELECT currency,
    COALESCE(sum(CASE WHEN state = 'won' THEN amount END), 0) AS won,
    COALESCE(sum(CASE WHEN state = 'lost' THEN amount END), 0) AS lost,
    COALESCE(sum(CASE WHEN outcome = 'derailed' THEN amount END), 0) AS derailed,
    COALESCE(sum(CASE WHEN state = 'open' THEN amount END), 0) AS open,
    sum(CASE WHEN state = 'won' THEN 1 ELSE 0 END) AS won_deals,
    sum(CASE WHEN state = 'lost' AND amount > 0 THEN 1 ELSE 0 END) AS lost_deals,
    sum(CASE WHEN state = 'open' THEN 1 ELSE 0 END) AS open_deals,
    sum(CASE WHEN state = 'open'
             THEN CAST({{money amount}} AS DOUBLE PRECISION) * chance END) AS weighted,
    max(n_closed) AS n_closed,
    max(n_all_lost) AS n_all_lost,
    max(n_unplaced) AS n_unplaced,
    max(n_lost) AS n_lost
  FROM weighed
  WHERE has_amount = 1 AND (state = 'open' OR is_closed_in_period = 1)
  GROUP BY currency
)
SELECT
  currency,
  {{money won}} AS won,
  {{money lost}} AS lost,
  {{money derailed}} AS derailed,
  CAST(won_deals AS BIGINT) AS won_deals,
  CAST(lost_deals AS BIGINT) AS lost_deals,
  CASE WHEN won + lost > 0 AND (n_lost = 0 OR lost_deals > 0)
       THEN CAST(won AS DOUBLE PRECISION) / CAST(won + lost AS DOUBLE PRECISION)
  END AS win_rate,
  {{money open}} AS open,
  CAST(open_deals AS BIGINT) AS open_deals,
  CASE WHEN n_closed >= 30 AND 10 * n_unplaced <= n_all_lost THEN COALESCE(weighted, 0) END AS weighted
FROM summed
WHERE won_deals + lost_deals + open_deals > 0;
