-- What is strange in the data, and of how many deals.
CREATE VIEW salesmap_findings AS
WITH
names (finding) AS (
  VALUES ('reopened'), ('won-then-lost'), ('no-close-date'), ('no-lost-reason'),
    ('no-stage-at-loss'), ('no-amount'), ('negative-amount'), ('no-currency'), ('past-due')
)
SELECT
  n.finding,
  CAST(COALESCE(sum(CASE n.finding
    WHEN 'reopened' THEN CASE WHEN d.reopened > 0 THEN 1 END
    WHEN 'won-then-lost' THEN d.won_then_lost
    WHEN 'no-close-date' THEN CASE WHEN d.state <> 'open' AND d.closed_day IS NULL THEN 1 END
    WHEN 'no-lost-reason' THEN CASE WHEN d.state = 'lost' AND d.is_closed_in_period = 1
                                         AND d.code = '' THEN 1 END
    WHEN 'no-stage-at-loss' THEN CASE WHEN d.state = 'lost' AND d.furthest = 0 THEN 1 END
    WHEN 'no-amount' THEN CASE WHEN d.deal_id IS NOT NULL AND d.amount IS NULL THEN 1 END
    WHEN 'negative-amount' THEN CASE WHEN d.amount < 0 THEN 1 END
    WHEN 'no-currency' THEN CASE WHEN d.amount IS NOT NULL AND d.currency = '' THEN 1 END
    WHEN 'past-due' THEN CASE WHEN d.state = 'open' AND d.expected_day < d.as_of THEN 1 END
  END), 0) AS BIGINT) AS deals
FROM names AS n
LEFT JOIN salesmap_deal_states AS d ON 1 = 1
GROUP BY n.finding;
