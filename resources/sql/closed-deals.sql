-- Deals that were closed in the period, and what became of them: 'derailed' ones were lost to
-- nobody, for a reason that the map marks as no decision.
CREATE VIEW salesmap_closed_deals AS
SELECT
  d.deal_id, d.state, d.closed_day, d.amount, d.has_amount, d.currency, d.furthest, d.cycle_ms,
  r.reason_id,
  COALESCE(NULLIF(r.code, ''), r.title, d.reason, '') AS code,
  COALESCE(r.title, d.reason, '') AS reason,
  CASE
    WHEN d.state = 'lost' AND r.is_no_decision = 1 THEN 'derailed'
    ELSE d.state
  END AS outcome
FROM salesmap_deal_states AS d
CROSS JOIN salesmap_asked AS a
LEFT JOIN salesmap_reasons AS r ON r.reason_id = d.reason_id
WHERE d.state <> 'open' AND {{in_period d.closed_day}};
