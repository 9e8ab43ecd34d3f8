-- Coverage: the open pipeline that is past qualification and expected to close in the period
-- of the quota, from the day of the report on, over what remains of the quota after what was
-- won in it. There is no ratio where nothing remains, where there is no quota, or where deals
-- have several currencies and the quota does not say which is its own. late: the part of it in
-- the later half of the way. required: won and lost over won, of what got past qualification.
CREATE VIEW salesmap_coverage AS
WITH
currencies AS (
  SELECT count(*) AS n, min(currency) AS only_one FROM salesmap_money
),
quota AS (
  SELECT a.as_of, a.quota_from, a.quota_to, a.quota,
    CASE WHEN a.quota_currency IS NULL AND c.n > 1 THEN 1 ELSE 0 END AS is_unclear,
    CASE WHEN a.quota_currency IS NULL AND c.n > 1 THEN NULL
         ELSE COALESCE(a.quota_currency, c.only_one) END AS currency
  FROM salesmap_asked AS a CROSS JOIN currencies AS c
),
placed AS (
  SELECT d.*,
    COALESCE(now.is_qualified, 0) AS is_qualified,
    COALESCE(now.is_late, 0) AS is_late,
    COALESCE(far.is_qualified, CASE WHEN d.furthest = 0 THEN 1 END, 0) AS was_qualified
  FROM salesmap_deal_states AS d
  LEFT JOIN salesmap_stages AS now ON now.stage_id = d.stage_now AND now.kind = 'open'
  LEFT JOIN salesmap_stages AS far ON far.step = d.furthest AND far.kind = 'open'
),
open AS (
  SELECT
    count(p.deal_id) AS deals,
    sum(CASE WHEN p.has_amount = 1 THEN p.amount END) AS value,
    sum(CASE WHEN p.has_amount = 1 AND p.is_late = 1 THEN p.amount END) AS late
  FROM quota AS q
  LEFT JOIN placed AS p
    ON p.currency = q.currency AND p.state = 'open' AND p.is_qualified = 1
    AND p.expected_day >= q.as_of AND p.expected_day BETWEEN q.quota_from AND q.quota_to
),
won AS (
  SELECT sum(p.amount) AS value
  FROM quota AS q
  JOIN placed AS p ON p.currency = q.currency AND p.state = 'won' AND p.has_amount = 1
    AND p.closed_day BETWEEN q.quota_from AND q.quota_to
),
required AS (
  SELECT
    sum(CASE WHEN p.state = 'won' THEN p.amount END) AS won,
    sum(CASE WHEN p.state = 'lost' AND p.was_qualified = 1 THEN p.amount END) AS lost
  FROM quota AS q
  CROSS JOIN salesmap_asked AS a
  JOIN placed AS p ON p.currency = q.currency AND p.state <> 'open' AND p.has_amount = 1
  WHERE {{in_period p.closed_day}}
),
-- of all currencies
to_look_at AS (
  SELECT
    COALESCE(sum(CASE WHEN p.expected_day < q.as_of THEN 1 ELSE 0 END), 0) AS past_due,
    COALESCE(sum(CASE WHEN p.is_qualified = 1 AND p.expected_day IS NULL
                      THEN 1 ELSE 0 END), 0) AS undated,
    COALESCE(sum(CASE WHEN p.is_qualified = 1 AND p.has_amount = 0
                       AND p.expected_day >= q.as_of
                       AND p.expected_day BETWEEN q.quota_from AND q.quota_to
                      THEN 1 ELSE 0 END), 0) AS without_amount
  FROM quota AS q
  JOIN placed AS p ON p.state = 'open'
),
summed AS (
  SELECT q.*,
    {{amount q.quota}} AS target,
    {{amount q.quota}} - COALESCE(w.value, 0) AS remaining,
    COALESCE(w.value, 0) AS won,
    COALESCE(o.value, 0) AS value,
    COALESCE(o.late, 0) AS late,
    o.deals,
    r.won AS required_won, r.lost AS required_lost
  FROM quota AS q CROSS JOIN open AS o CROSS JOIN won AS w CROSS JOIN required AS r
)
SELECT
  s.as_of, s.quota_from, s.quota_to, s.currency,
  {{money s.target}} AS quota,
  {{money s.won}} AS won,
  {{money s.remaining}} AS remaining,
  {{money s.value}} AS open,
  {{money s.late}} AS late,
  CAST(s.deals AS BIGINT) AS open_deals,
  CASE WHEN s.is_unclear = 0 AND s.target > 0 AND s.remaining > 0
       THEN CAST(s.value AS DOUBLE PRECISION) / CAST(s.remaining AS DOUBLE PRECISION)
  END AS ratio,
  CASE
    WHEN s.is_unclear = 1 THEN 'several currencies'
    WHEN s.target IS NULL OR s.target <= 0 THEN 'no quota set'
    WHEN s.remaining <= 0 THEN 'quota met'
    ELSE 'ratio'
  END AS state,
  CASE WHEN s.required_won > 0 AND s.required_lost > 0
       THEN CAST(s.required_won + s.required_lost AS DOUBLE PRECISION)
            / CAST(s.required_won AS DOUBLE PRECISION)
  END AS required,
  CAST(t.past_due AS BIGINT) AS past_due,
  CAST(t.undated AS BIGINT) AS undated,
  CAST(t.without_amount AS BIGINT) AS without_amount
FROM summed AS s CROSS JOIN to_look_at AS t;
