#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people write themselves for this: amounts of a table added up by stage."""
import collections
import csv
import sys

sums = collections.Counter()
with open(sys.argv[1], newline="") as table:
    for row in csv.DictReader(table):
        sums[row["Deal Stage"]] += float(row["Amount"])
print(sums)
