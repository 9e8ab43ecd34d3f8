-- Each deal as it stood on the day of the report. The latest state decides whether it is won,
-- lost or open; a close before a reopening is void. outcome: 'derailed' ones were lost to
-- nobody, for a reason that the map marks as no decision. cycle_ms: from the start to the last
-- close, without the time it was closed in between; of open deals to the day of the report.
-- furthest: the furthest open stage that it really was in (0: none).
CREATE VIEW salesmap_deal_states AS
WITH
deals AS MATERIALIZED (
  SELECT * FROM salesmap_deals
),
-- what each step makes of a deal
made AS MATERIALIZED (
  SELECT s.*,
    CASE WHEN step = '(won)' OR kind = 'post' THEN 'won'
         WHEN step = '(lost)' THEN 'lost'
         WHEN kind = 'open' THEN 'open' END AS state,
    CASE WHEN step = '(won)' OR step = '(lost)' OR kind IN ('open', 'post')
         THEN 1 ELSE 0 END AS is_effective,
    CASE WHEN n > 0 AND day IS NOT NULL THEN 1 ELSE 0 END AS is_dated
  FROM salesmap_steps AS s
),
-- runs of steps that make it the same begin where the state changes
changes AS (
  SELECT m.*,
    CASE WHEN is_effective = 1
      AND COALESCE(lag(state) OVER (PARTITION BY deal_id, is_effective ORDER BY n), '') <> state
      THEN 1 ELSE 0 END AS is_change,
    row_number() OVER (PARTITION BY deal_id, is_dated ORDER BY n) AS nth_dated
  FROM made AS m
),
runs AS MATERIALIZED (
  SELECT c.*,
    lead(state) OVER (PARTITION BY deal_id, is_change ORDER BY n) AS next_state,
    lead(day) OVER (PARTITION BY deal_id, is_change ORDER BY n) AS next_run_day,
    lead(ms) OVER (PARTITION BY deal_id, is_change ORDER BY n) AS next_run_ms
  FROM changes AS c
),
told AS MATERIALIZED (
  SELECT
    deal_id,
    max(as_of) AS as_of,
    max(period_from) AS period_from,
    max(period_to) AS period_to,
    max(has_history) AS has_history,
    max(CASE WHEN n = 0 THEN day END) AS created_day,
    max(CASE WHEN n = 0 THEN ms END) AS created_ms,
    max(CASE WHEN is_dated = 1 AND nth_dated = 1 THEN day END) AS first_day,
    max(CASE WHEN is_dated = 1 AND nth_dated = 1 THEN ms END) AS first_ms,
    sum(CASE WHEN n > 0 THEN 1 ELSE 0 END) AS steps,
    max(n_entries) - max(CASE WHEN n = 0 THEN 1 ELSE 0 END) AS entries,
    max(CASE WHEN kind = 'open' THEN reach ELSE 0 END) AS furthest,
    max(CASE WHEN next_n IS NULL AND kind IN ('open', 'post') THEN step END) AS stage_now,
    max(CASE WHEN next_n IS NULL AND kind IN ('open', 'post') THEN day END) AS stage_since,
    COALESCE(max(CASE WHEN is_change = 1 AND next_state IS NULL THEN state END), 'open')
      AS state,
    max(CASE WHEN is_change = 1 AND next_state IS NULL AND state <> 'open' THEN day END)
      AS closed_day,
    max(CASE WHEN is_change = 1 AND next_state IS NULL AND state <> 'open' THEN ms END)
      AS closed_ms,
    -- closes that did not last
    sum(CASE WHEN is_change = 1 AND state <> 'open' AND next_state = 'open'
             THEN 1 ELSE 0 END) AS reopened,
    max(CASE WHEN is_change = 1 AND state = 'won' AND next_state = 'lost'
             THEN 1 ELSE 0 END) AS won_then_lost,
    max(CASE WHEN is_change = 1 AND state <> 'open' AND next_state IS NOT NULL
              AND (day IS NULL OR next_run_day IS NULL) THEN 1 ELSE 0 END) AS gap_unknown,
    sum(CASE WHEN is_change = 1 AND state <> 'open' AND next_state IS NOT NULL
              AND {{span day; ms; next_run_day; next_run_ms}} > 0
             THEN {{span day; ms; next_run_day; next_run_ms}} ELSE 0 END) AS gap_ms
  FROM runs
  GROUP BY deal_id
),
-- deals that exist on the day of the report
existing AS (
  SELECT t.*,
    COALESCE(created_day, first_day) AS start_day,
    CASE WHEN created_day IS NOT NULL THEN created_ms ELSE first_ms END AS start_ms
  FROM told AS t
  WHERE created_day <= as_of OR first_day IS NOT NULL
    OR (created_day IS NULL AND (steps > 0 OR entries = 0))
),
spanned AS (
  SELECT e.*,
    CASE
      WHEN start_day IS NULL OR gap_unknown = 1 THEN NULL
      WHEN state = 'open' THEN {{day_ms as_of}} - {{day_ms start_day}}
      WHEN closed_day IS NOT NULL THEN {{span start_day; start_ms; closed_day; closed_ms}}
    END AS span_ms
  FROM existing AS e
)
SELECT
  s.deal_id, d.name, d.owner, d.segment, s.state, d.amount, s.has_history,
  COALESCE(d.currency, '') AS currency,
  s.furthest, s.stage_now, s.as_of, s.created_day, s.start_day, s.closed_day, d.expected_day,
  s.reopened, s.won_then_lost, s.period_from, s.period_to,
  CASE WHEN s.stage_now IS NOT NULL THEN {{days s.stage_since; s.as_of}} END AS days_in_stage,
  CASE WHEN d.amount >= 0 THEN 1 ELSE 0 END AS has_amount,
  CASE WHEN s.span_ms < 0 THEN NULL
       WHEN s.span_ms < s.gap_ms THEN 0
       ELSE s.span_ms - s.gap_ms END AS cycle_ms,
  CASE WHEN {{in_period s.start_day}} THEN 1 ELSE 0 END AS is_begun_in_period,
  CASE WHEN s.state <> 'open' AND {{in_period s.closed_day}} THEN 1 ELSE 0 END
    AS is_closed_in_period,
  r.reason_id,
  COALESCE(NULLIF(r.code, ''), r.title, d.reason, '') AS code,
  COALESCE(r.title, d.reason, '') AS reason,
  CASE WHEN s.state = 'lost' AND r.is_no_decision = 1 THEN 'derailed' ELSE s.state END
    AS outcome
FROM spanned AS s
CROSS JOIN salesmap_parameters AS p
LEFT JOIN deals AS d ON d.deal_id = s.deal_id
LEFT JOIN salesmap_reasons AS r ON r.reason_id = d.reason_id
WHERE (p.owner IS NULL OR d.owner = p.owner) AND (p.segment IS NULL OR d.segment = p.segment);
