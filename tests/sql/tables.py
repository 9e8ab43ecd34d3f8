#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Views over tables as teams have them give what `salesmap measure` says of the same tables as
CSV: small ones, names made to break out, and, where they are, public tables.

usage: tables.py ENGINE SALESMAP BUILD-FOLDER

SSM_TEST_DATA: the folder with the public tables, of which the first rows are compared, or all
with SALESMAP_SQL_ALL=1. ENGINE: sqlite, duckdb or postgresql.
"""
import csv
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

import engines
from compare import Comparison

ENGINE, SALESMAP, BUILD = sys.argv[1:4]
SKIPPED = 77
SCHEMA = "public" if ENGINE == "postgresql" else "main"
KINDS = {  # of columns of a typed table
    "sqlite": {"day": "text", "amount": "numeric", "flag": "integer"},
    "duckdb": {"day": "date", "amount": "double", "flag": "boolean"},
    "postgresql": {"day": "date", "amount": "numeric", "flag": "boolean"},
}[ENGINE]

STAGE = '<stage id="s-{0}" block="{1}"{3}><name>{2}</name></stage>\n'
TERM = '<definition id="d-{0}" term="{1}">{2}</definition>\n'
REASON = '<reason id="{0}" code="{1}" no-decision="{2}">{3}</reason>\n'
REASONS = [("r-none", "L1", "yes", "No decision"), ("r-price", "L4", "no", "Price")]


def run(*words):
    done = subprocess.run([SALESMAP, *map(str, words)], capture_output=True, text=True,
                          encoding="utf-8")
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


def attribute(text):
    return escape(text, {'"': "&quot;"})


def write_map(path, stages, reasons=REASONS, terms=()):
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<map xmlns="urn:sales-system-map:1" version="1.0" id="m-test" xml:lang="en">\n'
        '<title>Test</title><stages>\n'
        + "".join(STAGE.format(number, block, escape(name), f' outcome="d-{number}"' if terms else "")
                  for number, (block, name) in enumerate(stages))
        + "</stages>\n<definitions>"
        + "".join(TERM.format(number, number, escape(text)) for number, text in enumerate(terms))
        + "</definitions>\n<reasons>"
        + "".join(REASON.format(*map(attribute, reason)) for reason in reasons)
        + "</reasons></map>\n", encoding="utf-8")
    return path


def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return rows[0], [[cell or None for cell in row] for row in rows[1:]]


def drop_views(engine):
    """Tables can be made anew only where no view stands on them."""
    source = write_map(pathlib.Path(tempfile.gettempdir()) / f"drop-{os.getpid()}.salesmap", [])
    lines = run("sql", source, "--dialect", ENGINE).split("\n")
    source.unlink()
    engine.run("\n".join(line for line in lines if line.startswith("DROP VIEW")))


class Case:
    """A map, a table of deals and perhaps one of history, and the columns of each."""

    def __init__(self, source, deals, columns, history=None, history_columns=(), stages=()):
        self.source, self.deals, self.history = source, deals, history
        self.columns, self.history_columns = columns, history_columns
        self.stages = [f"--stage={stage}" for stage in stages]

    def wanted(self):
        columns = [f"--column={field}={name}" for field, name in self.columns.items()]
        files = [self.deals]
        if self.history:  # whose headers, like those of these deals, are known
            files, columns = [self.deals, self.history], []
        return json.loads(run("measure", self.source, *files, *columns, *self.stages,
                              "--format=json"))

    def compare(self, engine, types=None, names=("deals", "moves")):
        drop_views(engine)
        load(engine, names[0], self.deals, types or {})
        words = [f"--column={field}={name}" for field, name in self.columns.items()]
        if self.history:
            load(engine, names[1], self.history, {})
            words += [f"--column=history.{field}={name}"
                      for field, name in self.history_columns.items()]
            words += ["--history", f"{SCHEMA}.{engines.identifier(names[1])}"]
        views = run("sql", self.source, "--dialect", ENGINE, *words, *self.stages,
                    "--table", f"{SCHEMA}.{engines.identifier(names[0])}")
        engine.run(views)
        comparison = Comparison(engine, self.wanted(), None)
        differences = comparison.all()
        assert not differences, (self.deals, differences[:20])
        return comparison.count


def load(engine, name, path, types):
    header, rows = read_table(path)
    columns = [(column, KINDS[types[column]] if column in types else "text")
               for column in header]
    engine.load(engines.identifier(name), columns, rows)


SMALL_COLUMNS = {
    "crm": "Id", "owner": "Owner", "stage": "Stage", "result": "Status", "amount": "Amount",
    "currency": "Currency", "created": "Created", "since": "Stage since",
    "close": "Expected close", "closed": "Closed on", "reason": "Lost reason",
}
SMALL = """Id,Owner,Stage,Status,Amount,Currency,Created,Stage since,Expected close,Closed on,Lost reason
1,Ann,{1},Won,100.10,EUR,2026-01-05,2026-01-12,,2026-02-04,
2,Ann,{1},Lost,50.05,EUR,2026-01-06,2026-01-20,,2026-01-30,Price
3,Ben,{0},Lost,,EUR,2026-01-07,2026-01-09,,2026-01-11,No decision
4,Ben,{1},Open,200,EUR,2026-02-01,2026-02-10,2026-03-20,,
5,Ann,{1},Open,300,EUR,2026-02-02,2026-02-11,2026-02-20,,
6,Ann,Somewhere,Open,400,EUR,2026-02-28,,2026-03-30,,
"""
HISTORY = """deal_id,stage,entered
4,{0},2026-02-01
4,{0},2026-02-09
4,{1},2026-02-05
4,Nowhere,2026-02-06
1,{0},2026-01-05 12:00
1,{1},2026-01-12 00:00
1,Won,2026-02-04 06:00
7,{0},2026-02-03 12:00
7,{1},2026-02-04 00:00
7,Lost,2026-02-04 06:00
"""
TYPES = {"Created": "day", "Stage since": "day", "Expected close": "day", "Closed on": "day",
         "Amount": "amount"}


def cell(text):
    return '"' + text.replace('"', '""') + '"'


def check_small(engine, folder):
    names = ("Qualification", "Discovery")
    source = write_map(folder / "small.salesmap", [("qualification", names[0]),
                                                   ("discovery", names[1])])
    deals, history = folder / "deals.csv", folder / "history.csv"
    deals.write_text(SMALL.format(*names), encoding="utf-8")
    history.write_text(HISTORY.format(*names), encoding="utf-8")
    only = Case(source, deals, SMALL_COLUMNS)
    both = Case(source, deals, SMALL_COLUMNS, history,
                {"crm": "deal_id", "stage": "stage", "since": "entered"})
    return only.compare(engine) + only.compare(engine, TYPES) + both.compare(engine)


EVIL = ["""'; DROP TABLE victim; --""", """O'Hara "x" \\'; DROP TABLE victim; /*""", ]
EVIL_TEXT = "first\nDROP TABLE victim;\rDROP TABLE victim;\u2028 */ {{=deals_table}} $1 {{day x}}"


def check_hostile(engine, folder):
    """Names that would be read as SQL if they could."""
    engine.run("CREATE TABLE victim (x integer);")
    source = write_map(
        folder / "evil.salesmap", [("qualification", EVIL[0]), ("discovery", EVIL[1])],
        [("r-none", EVIL[1], "yes", EVIL[0]), ("r-price", "L4", "no", "Price")],
        [EVIL_TEXT, EVIL_TEXT])
    stage = """St"age'; DROP TABLE victim; --"""
    deals = folder / "evil.csv"
    text = SMALL.format(*map(cell, EVIL)).replace("No decision", cell(EVIL[1]))
    deals.write_text(text.replace("Stage", cell(stage), 1), encoding="utf-8")
    case = Case(source, deals, {**SMALL_COLUMNS, "stage": stage},
                stages=["""Some'where; DROP TABLE victim; --=s-0"""])
    n = case.compare(engine, names=("""de"als'; DROP TABLE victim; --""", ""))
    assert engine.rows("SELECT count(*) AS n FROM victim") == [{"n": 0}]
    titles = engine.rows("SELECT title FROM salesmap_stages ORDER BY place")
    assert [row["title"] for row in titles] == EVIL, titles
    return n


def check_missing(engine, folder):
    """A column that is not there is a mistake, and not a text that SQLite makes of its name."""
    source = folder / "small.salesmap"
    drop_views(engine)
    engine.load("deals", [("deal_id", "text"), ("stage", "text")], [("1", "Discovery")])
    views = run("sql", source, "--dialect", ENGINE, "--column=owner=nobody")
    try:
        engine.run(views)
        engine.rows("SELECT * FROM salesmap_deals")
    except Exception as error:  # each database has its own
        assert "nobody" in str(error), error
    else:
        raise AssertionError("a column that is not there was read")
    engine.run("ROLLBACK;" if ENGINE == "duckdb" else "")
    return 1


def check_bad(engine, folder):
    """Days and amounts that are none count as missing, and stop nothing."""
    source = folder / "small.salesmap"
    deals = folder / "bad.csv"
    deals.write_text(
        SMALL.format("Qualification", "Discovery")
        + "7,Ann,Discovery,Won,12.5.3,EUR,2026-02-30,,,2026-13-01,\n"
        + "8,Ann,Discovery,Lost,1e3x,,2026-02-29,,,2026-02-01 25:61,\n", encoding="utf-8")
    load(engine, "bad", deals, {})
    engine.run(run("sql", source, "--dialect", ENGINE, "--table=bad",
                   *(f"--column={field}={name}" for field, name in SMALL_COLUMNS.items())))
    rows = {row["deal_id"]: row for row in engine.rows("SELECT * FROM salesmap_deals")}
    assert [rows["7"][key] for key in ("created_day", "closed_day", "amount")] == [None] * 3, rows
    assert [rows["8"][key] for key in ("created_day", "amount")] == [None] * 2, rows
    assert rows["8"]["closed_day"] == "2026-02-01" and rows["8"]["closed_ms"] is None, rows
    return 5


def public(folder, path):
    """The table @path, or its first rows: planning takes long enough."""
    if os.environ.get("SALESMAP_SQL_ALL"):
        return path
    short = folder / path.name
    with open(path, encoding="utf-8", newline="") as file:
        short.write_text("".join(itertools.islice(file, 400)), encoding="utf-8", newline="")
    return short


def check_maven(engine, folder, data):
    source = write_map(folder / "maven.salesmap", [("sourcing", "Prospecting"),
                                                   ("discovery", "Engaging")])
    columns = {"crm": "opportunity_id", "owner": "sales_agent", "stage": "deal_stage",
               "created": "engage_date", "close": "close_date", "amount": "close_value"}
    types = {"engage_date": "day", "close_date": "day", "close_value": "amount"}
    case = Case(source, public(folder, data / "maven/sales_pipeline.csv"), columns)
    return case.compare(engine, types)


def check_saas(engine, folder, data):
    stages = [("sourcing", "Prospecting"), ("qualification", "Qualification"),
              ("discovery", "Needs Analysis"), ("proposal", "Proposal"),
              ("negotiation", "Negotiation")]
    source = write_map(folder / "saas.salesmap", stages, [])
    columns = {"crm": "opp_id", "owner": "rep_id", "stage": "stage", "created": "created_date",
               "close": "close_date", "amount": "amount", "is-closed": "is_closed",
               "is-won": "is_won", "reason": "loss_reason"}
    types = {"created_date": "day", "close_date": "day", "amount": "amount"}
    case = Case(source, public(folder, data / "saas/opportunities.csv"), columns)
    return case.compare(engine, types)


def main():
    try:
        engine = engines.open_engine(ENGINE, BUILD)
    except engines.Missing as missing:
        print(f"skipped: {missing}")
        return SKIPPED
    data = pathlib.Path(os.environ.get("SSM_TEST_DATA", "/nonexistent"))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        n = sum(check(engine, folder)
                for check in (check_small, check_hostile, check_bad, check_missing))
        if data.is_dir():
            n += check_maven(engine, folder, data) + check_saas(engine, folder, data)
    engine.close()
    print(f"{ENGINE}: {n} figures compared")
    return 0


if __name__ == "__main__":
    sys.exit(main())
