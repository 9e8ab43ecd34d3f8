-- The stages of the map, in its order. An "open" stage is a step on the way to a deal, a
-- "post" stage comes after the sale, and "lost" is an outcome that stands among the stages.
-- step: place among the open stages; limit_days: what the map allows in the stage; goal: the
-- share that is to move on.
{{=stage_comments}}CREATE VIEW salesmap_stages
  (stage_id, place, kind, step, title, is_qualified, is_late, limit_days, goal) AS
{{=stage_rows}};
