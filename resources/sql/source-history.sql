-- Your table of stage changes: a row for each stage that a deal came to.
-- {{=history_remark}}
CREATE VIEW salesmap_source_history AS
SELECT
{{=history_columns}}
{{=history_from}};
