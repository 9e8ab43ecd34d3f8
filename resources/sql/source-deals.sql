-- Your table of deals, its columns under the names that are used below. What your table does
-- not have is NULL. {{=deals_remark}}
CREATE VIEW salesmap_source_deals AS
SELECT
{{=deals_columns}}
FROM {{=deals_table}} AS d;
