-- Words that say how a deal ended, without case, blanks and signs.
CREATE VIEW salesmap_result_words (word, result) AS
{{=result_words}};
