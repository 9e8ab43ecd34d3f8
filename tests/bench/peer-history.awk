# SPDX-License-Identifier: GPL-3.0-or-later
#
# What people write themselves for this: how often deals came to each stage, and how many days
# they stayed there on average. It knows no quotes, so that a name in two pieces is two cells,
# and trusts that rows of a deal stand in their order.

# Days since some day; months of 30.6 days from March on come out right.
function days(text,    year, month) {
  year = substr(text, 1, 4) + 0
  month = substr(text, 6, 2) + 0
  if (month < 3) {
    year--
    month += 12
  }
  return 365 * year + int(year / 4) + int(30.6001 * (month + 1)) + substr(text, 9, 2) \
         + substr(text, 12, 2) / 24 + substr(text, 15, 2) / 1440
}

BEGIN { FS = "," }

NR > 1 {
  now = days($5)
  if ($1 in stage) {
    n_left[stage[$1]]++
    stayed[stage[$1]] += now - since[$1]
  }
  n[$6]++
  stage[$1] = $6
  since[$1] = now
}

END {
  for (name in n)
    print name, n[name], (n_left[name] > 0 ? stayed[name] / n_left[name] : "-")
}
