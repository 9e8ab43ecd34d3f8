-- One row a deal, as your table has it: state is open, won or lost, days are days, amounts
-- are exact. *_ms is the moment in milliseconds where your table has a time of day, else NULL.
CREATE VIEW salesmap_deals AS
WITH
-- a key that stands twice counts once
single AS (
  SELECT d.*, row_number() OVER (PARTITION BY deal_id
    ORDER BY created, stage, result, amount, owner, name) AS copy
  FROM salesmap_source_deals AS d
  WHERE deal_id IS NOT NULL
),
-- the column of results says how a deal ended; else the two of yes and no; else the stage
ended AS (
  SELECT
    s.*,
    v.stage_id,
    CASE
      WHEN v.stage_id IS NOT NULL THEN v.stage_id
      WHEN s.stage IS NULL OR v.is_known = 0 THEN '(unmapped)'
    END AS step,
    CASE
      WHEN s.result IS NOT NULL THEN COALESCE(r.result, v.result, 'open')
      WHEN {{fold s.is_won}} IN ('true', 't', 'yes', 'y', '1') THEN 'won'
      WHEN {{fold s.is_closed}} IN ('true', 't', 'yes', 'y', '1')
        THEN CASE WHEN v.result = 'won' THEN 'won' ELSE 'lost' END
      ELSE COALESCE(v.result, 'open')
    END AS state
  FROM single AS s
  LEFT JOIN salesmap_stage_values AS v ON v.value = s.stage
  LEFT JOIN salesmap_result_words AS r ON r.word = {{fold s.result}}
  WHERE s.copy = 1
),
closed AS (
  SELECT
    e.*,
    CASE e.state
      WHEN 'won' THEN COALESCE(e.won, e.closed, e.close)
      WHEN 'lost' THEN COALESCE(e.lost, e.closed, e.close)
    END AS closed_at
  FROM ended AS e
)
SELECT
  c.deal_id,
  COALESCE(c.name, c.deal_id) AS name,
  c.owner,
  c.segment,
  c.step,
  c.state,
  {{amount c.amount}} AS amount,
  COALESCE(upper(c.currency), p.currency, '') AS currency,
  {{day c.created}} AS created_day, {{ms c.created}} AS created_ms,
  {{day c.since}} AS since_day, {{ms c.since}} AS since_ms,
  {{day c.closed_at}} AS closed_day, {{ms c.closed_at}} AS closed_ms,
  {{day c.close}} AS expected_day,
  c.reason,
  w.reason_id
FROM closed AS c
CROSS JOIN salesmap_parameters AS p
LEFT JOIN salesmap_reason_words AS w ON w.word = {{fold c.reason}};
