-- Lost reasons of deals closed in the period: a row for each code, the stage that the deal had
-- reached (NULL: none is known), and currency of its value ('': unknown). What is no reason of
-- the map stands under the words of your table.
CREATE VIEW salesmap_lost_reasons AS
SELECT
  d.code, d.reason, d.reason_id,
  max(CASE WHEN d.outcome = 'derailed' THEN 1 ELSE 0 END) AS is_no_decision,
  g.stage_id, g.title AS stage, d.currency,
  CAST(count(*) AS BIGINT) AS deals,
  CAST(sum(d.has_amount) AS BIGINT) AS deals_with_amount,
  COALESCE({{money sum(CASE WHEN d.has_amount = 1 THEN d.amount END)}}, 0) AS value
FROM salesmap_deal_states AS d
LEFT JOIN salesmap_stages AS g ON g.kind = 'open' AND g.step = d.furthest
WHERE d.state = 'lost' AND d.is_closed_in_period = 1
GROUP BY d.code, d.reason, d.reason_id, g.stage_id, g.title, d.currency;
