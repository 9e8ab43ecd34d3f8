-- Money, a row a currency: amounts of different currencies are never added, and '' is an
-- unknown one. Negative amounts are mistakes and left out, as missing ones are. By value, the
-- win rate is NULL where lost deals have no amounts. weighted: open deals by the chance of
-- their stage, the share of those that got as far and were won; from 30 closed deals on.
CREATE VIEW salesmap_money AS
WITH
closed AS (
  SELECT currency,
    sum(CASE WHEN outcome = 'won' THEN amount END) AS won,
    sum(CASE WHEN state = 'lost' THEN amount END) AS lost,
    sum(CASE WHEN outcome = 'derailed' THEN amount END) AS derailed,
    sum(CASE WHEN outcome = 'won' THEN 1 ELSE 0 END) AS won_deals,
    sum(CASE WHEN state = 'lost' AND amount > 0 THEN 1 ELSE 0 END) AS lost_deals
  FROM salesmap_closed_deals
  WHERE has_amount = 1
  GROUP BY currency
),
chances AS (
  SELECT stage_id,
    CAST(sum(CASE WHEN state = 'won' THEN 1 ELSE 0 END) AS DOUBLE PRECISION) / count(*) AS chance
  FROM salesmap_deal_stages
  GROUP BY stage_id
),
open AS (
  SELECT d.currency, sum(d.amount) AS value, count(*) AS deals,
    sum(CAST({{money d.amount}} AS DOUBLE PRECISION) * c.chance) AS weighted
  FROM salesmap_deal_states AS d
  LEFT JOIN chances AS c ON c.stage_id = d.stage_now
  WHERE d.state = 'open' AND d.has_amount = 1
  GROUP BY d.currency
),
resolved AS (
  SELECT count(*) AS n FROM salesmap_deal_states WHERE state <> 'open'
),
lost AS (
  SELECT count(*) AS n FROM salesmap_closed_deals WHERE state = 'lost'
),
currencies AS (
  SELECT currency FROM closed WHERE won_deals > 0 OR lost_deals > 0
  UNION
  SELECT currency FROM open
)
SELECT
  n.currency,
  COALESCE({{money c.won}}, 0) AS won,
  COALESCE({{money c.lost}}, 0) AS lost,
  COALESCE({{money c.derailed}}, 0) AS derailed,
  CAST(COALESCE(c.won_deals, 0) AS BIGINT) AS won_deals,
  CAST(COALESCE(c.lost_deals, 0) AS BIGINT) AS lost_deals,
  CASE WHEN COALESCE(c.won, 0) + COALESCE(c.lost, 0) > 0 AND (l.n = 0 OR c.lost_deals > 0)
       THEN CAST(COALESCE(c.won, 0) AS DOUBLE PRECISION)
            / CAST(COALESCE(c.won, 0) + COALESCE(c.lost, 0) AS DOUBLE PRECISION)
  END AS win_rate,
  COALESCE({{money o.value}}, 0) AS open,
  CAST(COALESCE(o.deals, 0) AS BIGINT) AS open_deals,
  CASE WHEN r.n >= 30 THEN COALESCE(o.weighted, 0) END AS weighted
FROM currencies AS n
CROSS JOIN resolved AS r
CROSS JOIN lost AS l
LEFT JOIN closed AS c ON c.currency = n.currency
LEFT JOIN open AS o ON o.currency = n.currency;
