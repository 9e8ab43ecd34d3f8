-- The open deals, how long they have been where they are, and what needs a look: over the
-- limit of their stage, or expected to close on a day that is over (to be dated anew).
CREATE VIEW salesmap_open_deals AS
SELECT
  d.deal_id, d.name, d.owner, d.stage_now AS stage_id, t.title AS stage,
  {{money d.amount}} AS amount, d.currency,
  d.days_in_stage, t.limit_days, t.limit_source,
  CASE WHEN d.days_in_stage > t.limit_days THEN 1 ELSE 0 END AS is_over_limit,
  {{whole d.cycle_ms; 86400000}} AS age_days,
  d.expected_day,
  CASE WHEN d.expected_day < d.as_of THEN 1 ELSE 0 END AS is_past_due
FROM salesmap_deal_states AS d
LEFT JOIN salesmap_stage_days AS t ON t.stage_id = d.stage_now
WHERE d.state = 'open';
