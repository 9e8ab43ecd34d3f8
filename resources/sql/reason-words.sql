-- How these are called in your tables.
CREATE VIEW salesmap_reason_words (word, reason_id) AS
{{=reason_words}};
