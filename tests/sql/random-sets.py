#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Views in a real database give the figures of the program, on random histories.

usage: random-sets.py ENGINE SALESMAP MEASURE-TOOL MAP BUILD-FOLDER

SALESMAP_SQL_SETS: how many sets, a few by default. ENGINE: sqlite, duckdb or postgresql.
"""
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as etree

import engines
from compare import Comparison
from histories import DEAL_COLUMNS, HISTORY_COLUMNS, Set

ENGINE, SALESMAP, TOOL, MAP, BUILD = sys.argv[1:6]
N_SETS = int(os.environ.get("SALESMAP_SQL_SETS", "1"))
FIRST = int(os.environ.get("SALESMAP_SQL_SEED", "3"))
SKIPPED = 77


def script(*words):
    return subprocess.run(
        [SALESMAP, "sql", MAP, "--dialect", ENGINE, *words], check=True, capture_output=True,
        text=True, encoding="utf-8",
    ).stdout


def titles():
    space = "{urn:sales-system-map:1}"
    return [name.text for name in etree.parse(MAP).iter(space + "name")]


def make_tables(engine, data):
    deals = [(column, "text") for column in DEAL_COLUMNS]
    history = [(column, "bigint" if column == "history.sequence" else "text")
               for column in HISTORY_COLUMNS]
    engine.load("deals", deals, data.deals)
    engine.load("moves", history, data.history)


def ask(engine, asked):
    """Puts what is asked in the place of the parameters, as a person would."""
    kinds = {"sqlite": ("text", "numeric", "text"), "duckdb": ("varchar", "decimal(38, 6)", "date"),
             "postgresql": ("text", "numeric", "date")}[ENGINE]
    text, amount, date = kinds
    columns = {"as_of": date, "period_from": date, "period_to": date, "owner": text,
               "segment": text, "currency": text, "quota": amount, "quota_currency": text,
               "quota_from": date, "quota_to": date}
    values = ", ".join(
        f"CAST({engines.literal(str(asked[name]) if asked.get(name) is not None else None)}"
        f" AS {kind}) AS {name}" for name, kind in columns.items()
    )
    view = f"VIEW salesmap_parameters AS SELECT {values}, {asked['fiscal_start']} AS fiscal_start;"
    if ENGINE == "sqlite":
        engine.run(f"DROP VIEW salesmap_parameters; CREATE {view}")
    else:
        engine.run(f"CREATE OR REPLACE {view}")


def built_in(data):
    names = {"as_of": "as-of", "period_from": "from", "period_to": "to",
             "quota_currency": "quota-currency", "fiscal_start": "fiscal-start"}
    words = [f"{names.get(key, key)}={value}" for key, value in data.asked.items()
             if value is not None]
    done = subprocess.run([TOOL, MAP, *words], input="\n".join(data.lines), check=True,
                          capture_output=True, text=True, encoding="utf-8")
    wanted, end = json.JSONDecoder().raw_decode(done.stdout)
    sums = {}
    for line in done.stdout[end:].split("\n"):
        if line.strip():
            code, stage, currency, value = line.split("\t")
            sums[code, stage, currency] = float(value)
    return wanted, sums


def main():
    try:
        engine = engines.open_engine(ENGINE, BUILD)
    except engines.Missing as missing:
        print(f"skipped: {missing}")
        return SKIPPED
    columns = [f"--column={name}={name}" for name in [*DEAL_COLUMNS, *HISTORY_COLUMNS]
               if name != "name"]
    views = script("--table=deals", "--history=moves", *columns)
    bad = n = 0
    for seed in range(FIRST, FIRST + N_SETS):
        data = Set(seed, titles())
        if seed == FIRST:
            make_tables(engine, data)
            engine.run(views)
            engine.run(views)  # it can be run again
        else:
            fill(engine, data)
        ask(engine, data.asked)
        comparison = Comparison(engine, *built_in(data))
        differences = comparison.all()
        n += comparison.count
        if differences:
            bad += 1
            print(f"set {seed}, asked {data.asked}:")
            print("\n".join("  " + line for line in differences[:12]))
    engine.close()
    print(f"{ENGINE}: {N_SETS} sets, {n} figures compared, {bad} sets differ")
    return bad > 0


def fill(engine, data):
    """Other rows in the same tables, which views stand on."""
    parts = ["DELETE FROM deals; DELETE FROM moves;"]
    for table, rows in (("deals", data.deals), ("moves", data.history)):
        if rows:
            values = ",".join("(" + ", ".join(map(engines.literal, row)) + ")" for row in rows)
            parts.append(f"INSERT INTO {table} VALUES {values};")
    engine.run("\n".join(parts))


if __name__ == "__main__":
    sys.exit(main())
