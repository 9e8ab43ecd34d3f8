-- One row a stage that a deal came to; '(won)', '(lost)' and '(unmapped)' are steps as well. When
-- it left is not believed where that is before it came.
CREATE VIEW salesmap_history AS
WITH
dated AS (
  SELECT h.*,
    {{day h.entered}} AS day, {{ms h.entered}} AS ms,
    {{day h.left_at}} AS left_day, {{ms h.left_at}} AS left_ms
  FROM salesmap_source_history AS h
  WHERE h.deal_id IS NOT NULL
),
sound AS (
  SELECT d.*, CASE WHEN {{span day; ms; left_day; left_ms}} < 0 THEN 0 ELSE 1 END AS is_sound
  FROM dated AS d
)
SELECT
  h.deal_id,
  CASE
    WHEN v.stage_id IS NOT NULL THEN v.stage_id
    WHEN v.result = 'won' THEN '(won)'
    WHEN v.result = 'lost' THEN '(lost)'
    WHEN v.is_known = 1 THEN '(nowhere)'
    ELSE '(unmapped)'
  END AS step,
  COALESCE(g.place, 9999) AS place,
  h.day, h.ms,
  CASE WHEN v.stage_id IS NOT NULL AND h.is_sound = 1 THEN h.left_day END AS left_day,
  CASE WHEN v.stage_id IS NOT NULL AND h.is_sound = 1 THEN h.left_ms END AS left_ms,
  COALESCE(CAST(h.sequence AS BIGINT), 0) AS sequence
FROM sound AS h
LEFT JOIN salesmap_stage_values AS v ON v.value = h.stage
LEFT JOIN salesmap_stages AS g ON g.stage_id = v.stage_id;
