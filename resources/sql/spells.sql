-- Spells: one row for each uninterrupted stay of a deal in a stage of the map.
CREATE VIEW salesmap_spells AS
SELECT
  deal_id, step AS stage_id, day AS entered_day, next_day AS left_day, is_finished, is_undated,
  {{in_days duration_ms}} AS days
FROM salesmap_steps
WHERE kind IN ('open', 'post');
