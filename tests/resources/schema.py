#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema takes every map that comes with the program, and refuses what is none.

usage: schema.py SOURCE-ROOT

Ids that name another part must have it: RELAX NG cannot say that, so it is looked at here.
Needs xmllint.
"""
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree

SKIPPED = 77
NAMESPACE = "{urn:sales-system-map:1}"
FOREIGN = pathlib.Path(__file__).with_name("foreign.salesmap")
# What is done to the valid file FOREIGN to make a file that is not a map.
SPOILT = [
    ('version="1.1" ', ""),
    ('version="1.1" ', 'version="2.0" '),
    ('version="1.1" ', 'version="1.1" colour="2" '),
    ("urn:sales-system-map:1", "urn:sales-system-map:2"),
    ('id="s-a"', 'id="S-a"'),
    ('id="s-a"', ""),
    ("name>", "nmae>"),
    ('letter="DP"', 'letter="Dp"'),
    ('test="known"', 'test="guessed"'),
    ('example="yes"', 'example="true"'),
    ('entered="10"', 'entered="ten"'),
    ('entered="10"', 'entered="1e1"'),
    ('date="2026-11-23"', 'date="2026-11-31"'),
    ('date="2026-11-23"', 'date="2026-11-23Z"'),
    ('paper="A4"', 'paper="a4"'),
    ('<map id="m-old">', '<map id="m-old" version="1.0">'),
    ('side="exit"', 'side="end"'),
    ('hands="7"', 'hands="-7"'),
    ('is="kept"', 'is="won"'),
    ("<ideas>", "<proposals/><ideas>"),
    ("<links/>", "<links/><links/>"),
    ("<subtitle>", "<title>again</title><subtitle>"),
]
# And to the deal book of an example.
SPOILT_BOOK = [
    ('version="1.0" ', ""),
    ("<deals", "<deal"),
    ('id="x-7k2m9qpd"', ""),
    ('is="partly"', 'is="maybe"'),
    ('amount="84000"', 'amount="84,000"'),
    ('currency="EUR"', 'currency="€"'),
    ('since="2026-10-20"', 'since="20.10.2026"'),
    ('as="won"', 'as="gone"'),
    ("<past>", "<next/><past>"),
    ('<answer criterion="c-dis-out2"', "<answer"),
]
# And to the agenda of an example.
SPOILT_AGENDA = [
    ('version="1.0" ', ""),
    ("<agenda", "<agendas"),
    ('silent-seconds="90"', 'silent-seconds="1:30"'),
    ('of="close"', 'of="closing"'),
    ('of="close" ', ""),
    ('seconds="140"', 'seconds="-140"'),
    ('off="yes"', 'off="1"'),
    ("<title>", "<step of='close'/><title>"),
]


def problem(schema, data):
    run = subprocess.run(
        ["xmllint", "--nonet", "--noout", "--relaxng", str(schema), "-"],
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return run.stdout.decode() if run.returncode else None


def ids(root):
    return [e.get("id") for e in root.iter() if e.get("id")]


def lost_references(root):
    stages = {e.get("id") for e in root.iter(NAMESPACE + "stage")}
    definitions = {e.get("id") for e in root.iter(NAMESPACE + "definition")}
    reasons = {e.get("id") for e in root.iter(NAMESPACE + "reason")}
    places = stages | {"lost", "nurture"}
    rules = [
        ("stage", "outcome", definitions),
        ("link", "from", places),
        ("link", "to", places),
        ("at", "stage", stages),
        ("lost", "reason", reasons),
        ("idea", "stage", stages),
        ("proposal", "stage", stages),
    ]
    for element, attribute, known in rules:
        for part in root.iter(NAMESPACE + element):
            if part.get(attribute, "") not in known | {""}:
                yield f"{element} {attribute}: no {part.get(attribute)}"


def check_map(schema, file):
    data = file.read_bytes()
    invalid = problem(schema, data)
    if invalid:
        yield invalid
        return
    root = xml.etree.ElementTree.fromstring(data)
    if len(ids(root)) != len(set(ids(root))):
        yield "an id is there twice"
    yield from lost_references(root)


def check_examples(root, ending, spoilt):
    schema = root / f"data/schema/{ending}.rng"
    files = sorted((root / "data/examples").glob(f"*.{ending}"))
    assert files
    for file in files:
        invalid = problem(schema, file.read_bytes())
        if invalid:
            yield f"{file.name}: {invalid}"
            continue
        good = file.read_text()
        for old, new in spoilt:
            if old not in good:
                yield f"{file.name} has no {old}"
            elif problem(schema, good.replace(old, new).encode()) is None:
                yield f"{file.name}: accepted with {new!r} for {old!r}"


def check_refusals(schema):
    good = FOREIGN.read_text()
    for old, new in SPOILT:
        if old not in good:
            yield f"{FOREIGN.name} has no {old}"
        elif problem(schema, good.replace(old, new).encode()) is None:
            yield f"accepted with {new!r} for {old!r}"


def main(root):
    if shutil.which("xmllint") is None:
        return SKIPPED
    root = pathlib.Path(root)
    schema = root / "data/schema/salesmap.rng"
    maps = [FOREIGN]
    for folder in ("resources/templates", "data/examples"):
        maps += sorted((root / folder).rglob("*.salesmap"))
    assert len(maps) >= 10, maps
    found = [f"{file.name}: {p}" for file in maps for p in check_map(schema, file)]
    found += check_examples(root, "salesdeals", SPOILT_BOOK)
    found += check_examples(root, "salesagenda", SPOILT_AGENDA)
    found += check_refusals(schema)
    print("\n".join(found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
