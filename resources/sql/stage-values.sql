-- Each value that your tables have for a stage, and what it is in the map. Look here first:
-- a value that is not known has neither a stage nor a result.
CREATE VIEW salesmap_stage_values AS
WITH
found AS (
  SELECT stage AS value FROM salesmap_source_deals WHERE stage IS NOT NULL
  UNION
  SELECT stage FROM salesmap_source_history WHERE stage IS NOT NULL
),
-- "2. Discovery" is "Discovery", too
numbered AS (
  SELECT value, trim(value) AS word, ltrim(trim(value), ' 0123456789') AS rest
  FROM found
),
folded AS (
  SELECT
    value,
    word,
    {{fold word}} AS folded,
    CASE
      WHEN length(rest) = length(word) THEN {{fold word}}
      WHEN substr(rest, 1, 1) IN ('.', ')', '-', ':', '/', '_', '–')
        OR substr(word, length(word) - length(rest), 1) = ' ' THEN {{fold rest}}
      ELSE {{fold word}}
    END AS plain
  FROM numbered
)
SELECT
  f.value,
  CASE WHEN said.word IS NOT NULL THEN said.stage_id
       ELSE COALESCE(exact.stage_id, near.stage_id) END AS stage_id,
  CASE WHEN said.word IS NOT NULL THEN said.result ELSE r.result END AS result,
  CASE WHEN COALESCE(said.word, exact.word, near.word, r.word) IS NULL
       THEN 0 ELSE 1 END AS is_known
FROM folded AS f
LEFT JOIN salesmap_stage_words AS said ON said.kind = 'said' AND said.word = f.value
LEFT JOIN salesmap_stage_words AS exact ON exact.kind = 'exact' AND exact.word = f.word
LEFT JOIN salesmap_stage_words AS near ON near.kind = 'folded' AND near.word = f.plain
LEFT JOIN salesmap_result_words AS r ON r.word = f.folded;
