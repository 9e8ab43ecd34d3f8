-- Lost reasons of deals closed in the period: a row for each code, the stage that the deal had
-- reached (NULL: none is known), and currency of its value. A deal of an unknown currency has
-- '' there. Codes of the map come first; words of your table that are none of them follow.
CREATE VIEW salesmap_lost_reasons AS
SELECT
  c.code, c.reason, c.reason_id,
  max(CASE WHEN c.outcome = 'derailed' THEN 1 ELSE 0 END) AS is_no_decision,
  g.stage_id, g.title AS stage, c.currency,
  CAST(count(*) AS BIGINT) AS deals,
  CAST(sum(c.has_amount) AS BIGINT) AS deals_with_amount,
  COALESCE({{money sum(CASE WHEN c.has_amount = 1 THEN c.amount END)}}, 0) AS value
FROM salesmap_closed_deals AS c
LEFT JOIN salesmap_stages AS g ON g.kind = 'open' AND g.step = c.furthest
WHERE c.state = 'lost'
GROUP BY c.code, c.reason, c.reason_id, g.stage_id, g.title, c.currency;
