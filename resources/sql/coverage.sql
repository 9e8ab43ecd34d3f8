-- Coverage: the open pipeline that is past qualification and expected to close in the period
-- of the quota, from the day of the report on, over what remains of the quota after what was
-- won in it. There is no ratio where nothing remains, where there is no quota, or where deals
-- have several currencies and the quota does not say which is its own. late: the part of it in
-- the later half of the way. required: won and lost over won, of what got past qualification.
CREATE VIEW salesmap_coverage AS
WITH
-- deals that have money at all: open, won in the period, or lost in it for more than nothing
moneyed AS (
  SELECT d.*,
    CASE WHEN has_amount = 1 AND (state = 'open' OR (is_closed_in_period = 1
              AND (state = 'won' OR amount > 0))) THEN currency END AS money_currency
  FROM salesmap_deal_states AS d
),
placed AS (
  SELECT m.*,
    COALESCE(now.is_qualified, 0) AS is_qualified,
    COALESCE(now.is_late, 0) AS is_late,
    COALESCE(far.is_qualified, CASE WHEN m.furthest = 0 THEN 1 END, 0) AS was_qualified,
    min(money_currency) OVER () AS first_currency,
    max(money_currency) OVER () AS last_currency
  FROM moneyed AS m
  LEFT JOIN salesmap_stages AS now ON now.stage_id = m.stage_now AND now.kind = 'open'
  LEFT JOIN salesmap_stages AS far ON far.step = m.furthest AND far.kind = 'open'
),
-- is_ours: of the currency of the quota; is_due: expected in its period
held AS (
  SELECT
    p.*, a.as_of AS report_day, a.quota_from, a.quota_to, a.quota_currency,
    {{amount {{text a.quota}}}} AS target,
    CASE WHEN a.quota_currency IS NULL AND p.first_currency <> p.last_currency
         THEN 1 ELSE 0 END AS is_unclear,
    CASE WHEN p.currency = COALESCE(a.quota_currency, p.first_currency)
         THEN 1 ELSE 0 END AS is_ours,
    CASE WHEN p.state = 'open' AND p.is_qualified = 1 AND p.expected_day >= a.as_of
              AND p.expected_day BETWEEN a.quota_from AND a.quota_to
         THEN 1 ELSE 0 END AS is_due
  FROM salesmap_asked AS a
  LEFT JOIN placed AS p ON 1 = 1
),
summed AS (
  SELECT
    report_day, quota_from, quota_to, target, is_unclear,
    COALESCE(quota_currency, first_currency) AS currency,
    COALESCE(sum(CASE WHEN is_ours = 1 AND state = 'won' AND has_amount = 1
                       AND closed_day BETWEEN quota_from AND quota_to THEN amount END), 0) AS won,
    COALESCE(sum(CASE WHEN is_ours = 1 AND is_due = 1 AND has_amount = 1
                      THEN amount END), 0) AS open,
    COALESCE(sum(CASE WHEN is_ours = 1 AND is_due = 1 AND has_amount = 1 AND is_late = 1
                      THEN amount END), 0) AS late,
    sum(CASE WHEN is_ours = 1 THEN is_due ELSE 0 END) AS open_deals,
    COALESCE(sum(CASE WHEN is_ours = 1 AND is_closed_in_period = 1 AND has_amount = 1
                       AND state = 'won' THEN amount END), 0) AS required_won,
    COALESCE(sum(CASE WHEN is_ours = 1 AND is_closed_in_period = 1 AND has_amount = 1
                       AND state = 'lost' AND was_qualified = 1 THEN amount END), 0)
      AS required_lost,
    -- of all currencies
    sum(CASE WHEN state = 'open' AND expected_day < report_day THEN 1 ELSE 0 END) AS past_due,
    sum(CASE WHEN state = 'open' AND is_qualified = 1 AND expected_day IS NULL
             THEN 1 ELSE 0 END) AS undated,
    sum(CASE WHEN is_due = 1 AND has_amount = 0 THEN 1 ELSE 0 END) AS without_amount
  FROM held
  GROUP BY report_day, quota_from, quota_to, target, is_unclear, quota_currency, first_currency
)
SELECT
  report_day AS as_of, quota_from, quota_to,
  CASE WHEN is_unclear = 0 THEN currency END AS currency,
  {{money target}} AS quota,
  {{money won}} AS won,
  {{money (target - won)}} AS remaining,
  {{money open}} AS open,
  {{money late}} AS late,
  CAST(open_deals AS BIGINT) AS open_deals,
  CASE WHEN is_unclear = 0 AND target > 0 AND target > won
       THEN CAST(open AS DOUBLE PRECISION) / CAST(target - won AS DOUBLE PRECISION)
  END AS ratio,
  CASE
    WHEN is_unclear = 1 THEN 'several currencies'
    WHEN target IS NULL OR target <= 0 THEN 'no quota set'
    WHEN target <= won THEN 'quota met'
    ELSE 'ratio'
  END AS state,
  CASE WHEN required_won > 0 AND required_lost > 0
       THEN CAST(required_won + required_lost AS DOUBLE PRECISION)
            / CAST(required_won AS DOUBLE PRECISION)
  END AS required,
  CAST(past_due AS BIGINT) AS past_due,
  CAST(undated AS BIGINT) AS undated,
  CAST(without_amount AS BIGINT) AS without_amount
FROM summed;
