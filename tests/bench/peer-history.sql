-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- How often deals came to each stage, and how many days they stayed there on average: what
-- people write themselves in sqlite3 for this. The file's name is put in by bench.py.
.mode csv
.import HISTORY rows
select Stage, count(*), avg(julianday(later) - julianday("Last Modified"))
from (select Stage, "Last Modified",
             lead("Last Modified") over (partition by "Opportunity ID"
                                         order by "Last Modified") as later
      from rows)
group by Stage;
