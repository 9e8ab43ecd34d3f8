-- Spells: one row for each uninterrupted stay of a deal in a stage of the map, from day to
-- next_day. A spell that lasts ends on the day of the report and is not finished. duration_ms
-- is NULL where nobody knows it: a day is missing, or it ended before it began.
CREATE VIEW salesmap_spells AS
SELECT
  s.deal_id, s.n, s.step AS stage_id, s.kind, s.place, s.reach,
  s.day AS entered_day, s.ms AS entered_ms, s.next_day AS left_day, s.next_ms AS left_ms,
  CASE WHEN s.next_n IS NULL THEN 0 ELSE 1 END AS is_finished,
  CASE WHEN s.day IS NULL OR (s.next_n IS NOT NULL AND s.next_day IS NULL)
       THEN 1 ELSE 0 END AS is_undated,
  CASE
    WHEN s.next_n IS NULL THEN {{day_ms a.as_of}} - {{day_ms s.day}}
    WHEN {{span s.day; s.ms; s.next_day; s.next_ms}} >= 0
      THEN {{span s.day; s.ms; s.next_day; s.next_ms}}
  END AS duration_ms
FROM salesmap_steps AS s
CROSS JOIN salesmap_asked AS a
WHERE s.kind IN ('open', 'post');
