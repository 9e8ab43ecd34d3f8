-- What is strange in the data, and of how many deals or rows.
CREATE VIEW salesmap_findings AS
SELECT 'unmapped-rows' AS finding, CAST(count(*) AS BIGINT) AS n
FROM salesmap_history WHERE step = '(unmapped)'
UNION ALL
SELECT 'reopened', count(*) FROM salesmap_deal_states WHERE reopened > 0
UNION ALL
SELECT 'won-then-lost', count(*) FROM salesmap_deal_states WHERE won_then_lost > 0
UNION ALL
SELECT 'no-close-date', count(*) FROM salesmap_deal_states
WHERE state <> 'open' AND closed_day IS NULL
UNION ALL
SELECT 'no-lost-reason', count(*) FROM salesmap_closed_deals WHERE state = 'lost' AND code = ''
UNION ALL
SELECT 'no-stage-at-loss', count(*) FROM salesmap_closed_deals
WHERE state = 'lost' AND furthest = 0
UNION ALL
SELECT 'no-amount', count(*) FROM salesmap_deal_states WHERE amount IS NULL
UNION ALL
SELECT 'negative-amount', count(*) FROM salesmap_deal_states WHERE amount < 0
UNION ALL
SELECT 'no-currency', count(*) FROM salesmap_deal_states
WHERE amount IS NOT NULL AND currency = ''
UNION ALL
SELECT 'past-due', count(*) FROM salesmap_open_deals WHERE is_past_due = 1
UNION ALL
SELECT 'older-than-won', older_than_won FROM salesmap_win_rate;
