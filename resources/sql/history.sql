-- One row a stage that a deal came to; '(won)', '(lost)' and '(unmapped)' are steps as well.
CREATE VIEW salesmap_history AS
SELECT
  h.deal_id,
  CASE
    WHEN v.stage_id IS NOT NULL THEN v.stage_id
    WHEN v.result = 'won' THEN '(won)'
    WHEN v.result = 'lost' THEN '(lost)'
    ELSE '(unmapped)'
  END AS step,
  COALESCE(g.place, 9999) AS place,
  {{day h.entered}} AS day, {{ms h.entered}} AS ms,
  CASE WHEN v.stage_id IS NOT NULL THEN {{day h.left_at}} END AS left_day,
  CASE WHEN v.stage_id IS NOT NULL THEN {{ms h.left_at}} END AS left_ms,
  COALESCE(CAST(h.sequence AS BIGINT), 0) AS sequence
FROM salesmap_source_history AS h
LEFT JOIN salesmap_stage_values AS v ON v.value = h.stage
LEFT JOIN salesmap_stages AS g ON g.stage_id = v.stage_id
WHERE h.deal_id IS NOT NULL;
