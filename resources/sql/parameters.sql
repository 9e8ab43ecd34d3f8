-- What is asked. This is the one view to change: by CREATE OR REPLACE VIEW, or here.
-- A NULL means what the remark behind it says.
CREATE VIEW salesmap_parameters AS
SELECT
  CAST(NULL AS {{date_type}}) AS as_of,           -- the day of the report; NULL: the newest day of the data
  CAST(NULL AS {{date_type}}) AS period_from,     -- first day of the period; NULL: from the beginning
  CAST(NULL AS {{date_type}}) AS period_to,       -- last day of the period; NULL: no end
  CAST(NULL AS {{text_type}}) AS owner,           -- only deals of this owner; NULL: of all
  CAST(NULL AS {{text_type}}) AS segment,         -- only deals of this segment; NULL: of all
  CAST(NULL AS {{text_type}}) AS currency,        -- of amounts that do not say theirs; NULL: unknown
  CAST(NULL AS {{amount_type}}) AS quota,         -- of the quota's period; NULL: there is none
  CAST(NULL AS {{text_type}}) AS quota_currency,  -- NULL: that of the deals, if they have one only
  CAST(NULL AS {{date_type}}) AS quota_from,      -- NULL: the period, else the quarter of the report's day
  CAST(NULL AS {{date_type}}) AS quota_to,
  1 AS fiscal_start;                   -- month in which the year begins
