-- The lost reasons of the map. is_no_decision: nobody else won; such a deal is derailed, and
-- counts in the broad win rate only.
CREATE VIEW salesmap_reasons (reason_id, place, code, title, is_no_decision) AS
{{=reason_rows}};
