-- How the stages are called in your tables. "said": as --stage says; "exact": the stage's
-- name, or its key in the CRM; "folded": the same without case, blanks and signs.
CREATE VIEW salesmap_stage_words (word, kind, stage_id, result) AS
{{=stage_words}};
