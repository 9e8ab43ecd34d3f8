#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of CRMs through the command line: import, and diagnosing them as they are.

usage: import.py SALESMAP EXAMPLES FIXTURES
"""
import csv
import json
import pathlib
import stat
import subprocess
import sys
import tempfile

SALESMAP, EXAMPLES, FIXTURES = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
MAP = EXAMPLES / "northgate.salesmap"
TODAY = "--as-of=2026-11-25"


def run(*words, status=0, stdin=None):
    done = subprocess.run(
        [SALESMAP, *map(str, words)], input=stdin, capture_output=True, timeout=60
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == status, (words, done.returncode, out, err)
    return out, err


def importing(book, *words, **more):
    return run("import", MAP, *words, "-o", book, TODAY, **more)


def test_fixture(folder):
    book = folder / "deals.salesdeals"
    table = FIXTURES / "hubspot-deals.csv"
    stages = ["--stage", "qualifiedtobuy=s-qualification"]
    out, err = importing(book, table, *stages, status=1)
    assert out.endswith(
        "hubspot-deals.csv: 10 rows read, 1 left out; 9 deals added, 0 changed, 0 as they were\n"
    ), out
    assert ":11: the row was left out: line 5 has the same id, “19000000003”" in err, err
    assert ":12: column “Amount”: “-300” is less than nothing" in err
    assert ":10: column “Close Date”: it was closed before it was created" in err
    assert ":7: column “Close Date”: the deal is open and was to close on “2026-11-02" in err
    assert "is no stage of the map" not in err
    assert stat.S_IMODE(book.stat().st_mode) == 0o600

    before = book.read_bytes()
    assert b'claimed="s-qualification"' in before
    out, err = importing(book, table, status=1)  # the stage is remembered
    assert "0 deals added, 0 changed, 9 as they were" in out, out
    assert book.read_bytes() == before
    out, _ = run("diagnose", MAP, book, TODAY, "--format=csv", status=1)
    assert len(out.splitlines()) == 1 + 6, out


def test_unknown_stage(folder):
    out, err = importing(folder / "x.salesdeals", FIXTURES / "pipedrive-deals-de.csv", status=1)
    assert "“Angebot” is no stage of the map, and 1 row has it; give --stage" in err, err
    assert "3 deals added" in out


def test_choices(folder):
    table = folder / "table.csv"
    book = folder / "y.salesdeals"
    table.write_text("Key,What,Phase,When,Worth\n1,a,Discovery,05/12/2026,1.234\n")
    _, err = importing(book, table, "--column", "name=What", "--column=close=when", status=65)
    assert "table.csv:1: column “When”: it does not show whether days or months come" in err
    assert not book.exists()
    columns = ["--column=name=What", "--column=close=When", "--column=amount=Worth"]
    _, err = importing(book, table, *columns, "--date-order=dmy", status=65)
    assert "column “Worth”: it does not show whether point or comma" in err, err
    choices = ["--date-order=dmy", "--decimal=comma", "--currency=eur"]
    out, _ = importing(book, table, *columns, *choices, "--dry-run")
    assert "1 deals added" in out and not book.exists()
    importing(book, table, *columns, *choices)
    text = book.read_text()
    assert 'amount="1234" currency="EUR" close="2026-12-05"' in text, text
    table.write_text("Key,What,Phase,When,Worth\n2,b,Discovery,06/12/2026,2.500\n")
    importing(book, table)  # all of that is remembered
    assert 'amount="2500" currency="EUR" close="2026-12-06"' in book.read_text()


def test_misused(folder):
    table = FIXTURES / "hubspot-deals.csv"
    book = folder / "z.salesdeals"
    for words, message in (
        (["--column", "nothing=Amount"], "--column cannot be “nothing=Amount”"),
        (["--column", "amount"], "--column cannot be “amount”"),
        (["--column", "amount=Nothing"], "the table has no header “Nothing”"),
        (["--stage", "Demo=s-nowhere"], "--stage cannot be “Demo=s-nowhere”"),
        (["--currency", "shells"], "--currency cannot be “shells”"),
        (["--encoding", "utf-7"], "--encoding cannot be “utf-7”"),
        (["--delimiter", "xy"], "--delimiter cannot be “xy”"),
        (["--date-order", "ymd"], "--date-order cannot be “ymd”"),
        (["--decimal", "comma", "--decimal", "point"], "--decimal is given twice"),
    ):
        _, err = importing(book, table, *words, status=2)
        assert message in err, (words, err)
    _, err = run("import", MAP, table, status=2)
    assert "-o BOOK is missing" in err
    _, err = run("import", MAP, table, "-o", book, "--as-of=2026-02-30", status=2)
    assert "--as-of cannot be “2026-02-30”" in err
    assert not book.exists()


def test_bad_input(folder):
    book = folder / "b.salesdeals"
    table = folder / "bad.csv"
    for content, message in (
        (b"", "it is empty"),
        (b"<html><body>Log in</body>", "web page"),
        (b"PK\x03\x04....", "workbook"),
        (b"Id,Name,Stage\n1,\"a,Close\n", "bad.csv:2: the quote that opens here is not closed"),
        (b"Name,Amount\na,5\n", "no header is known to name this column: Stage"),
    ):
        table.write_bytes(content)
        _, err = importing(book, table, status=65)
        assert message in err, err
        assert not book.exists()
    _, err = importing(book, folder / "none.csv", status=66)
    assert "there is no such file" in err
    # A file that is no deal book is not written over, and nothing of two tables comes alone.
    _, err = importing(EXAMPLES / "northgate.salesmap", FIXTURES / "generic-pipeline.csv", status=65)
    importing(book, FIXTURES / "generic-pipeline.csv", table, status=65)
    assert not book.exists()


def test_pipe(folder):
    table = "Id;Name;Stage\r\n1;Müller;Discovery\r\n".encode("windows-1252")
    out, _ = importing("-", "-", stdin=table)
    assert "<name>Müller</name>" in out and "</deals>\n" in out


def test_diagnose(folder):
    """A table is diagnosed as it is, the same whether it streams or becomes a book first."""
    table = FIXTURES / "hubspot-deals.csv"
    stage = "--stage=qualifiedtobuy=s-qualification"
    out, err = run("diagnose", MAP, table, TODAY, stage, "--format=csv", status=1)
    rows = list(csv.reader(out.splitlines()))
    assert len(rows) == 1 + 6, out
    assert rows[2][:7] == ["19000000003", "19000000003", "Orchard", "Ines Moreau", "", "",
                           "s-qualification"], rows
    assert rows[5][4] == "5000"
    assert ":11: the row was left out: line 5 has the same id" in err
    out, again = run("diagnose", MAP, table, TODAY, stage, "--format=json", status=1)
    assert again == err
    deals = json.loads(out)["deals"]
    assert [(d["id"], d["claimed"], d["evidence"] or "", "yes" if d["stuck"] else "no")
            for d in deals] == [(r[0], r[6], r[7], r[8]) for r in rows[1:]]
    assert [len(d["missing"]) for d in deals] == [int(r[15]) for r in rows[1:]]
    out, _ = run("diagnose", MAP, table, TODAY, stage, status=1)
    assert out.startswith("6 open deals on 25 Nov 2026"), out
    out, _ = run("diagnose", MAP, table, TODAY, stage, "--deal=19000000005", status=1)
    assert "Quay" in out and "Orchard" not in out
    page = folder / "page.pdf"
    run("diagnose", MAP, table, TODAY, stage, "-o", page, status=1)
    assert page.read_bytes().startswith(b"%PDF")


def test_diagnose_pipe(folder):
    table = (FIXTURES / "generic-pipeline.csv").read_bytes()
    out, err = run("diagnose", MAP, "-", TODAY, "--format=csv", stdin=table, status=0)
    assert [line.split(",")[0] for line in out.splitlines()] == ["id", "A3", "A4"], out
    assert "“Engaging” is no stage of the map, and 1 row has it" in err, err
    book = (EXAMPLES / "northgate.salesdeals").read_bytes()
    out, err = run("diagnose", MAP, "-", TODAY, stdin=book, status=1)
    assert out.startswith("10 open deals"), out


def test_diagnose_answers(folder):
    """Columns answer criteria, and how long deals were in a stage sets its usual limit."""
    changed = folder / "map.salesmap"
    text = MAP.read_text().replace(
        '<criterion id="c-src-in1"', '<criterion id="c-src-in1" field="Segment" test="one-of" value="A|B"'
    )
    text = text.replace('block="expansion" colour="7" outcome="d-new-opportunity" limit-days="120"',
                        'block="expansion" colour="7" outcome="d-new-opportunity"')
    changed.write_text(text)
    table = folder / "table.csv"
    lines = ["Id,Name,Stage,Status,Since,Lost time,Segment"]
    lines += [f"{i},old,Expansion,Lost,2026-01-01,2026-01-{i + 1:02},A" for i in range(1, 21)]
    lines += ["30,new,Expansion,Open,2026-11-01,,B", "31,other,Sourcing,Open,,,C",
              "32,third,Sourcing,Open,,,"]
    table.write_text("\n".join(lines) + "\n")
    out, _ = run("diagnose", changed, table, TODAY, "--format=csv", status=1)
    rows = {line.split(",")[0]: line.split(",") for line in out.splitlines()}
    assert rows["31"][17:19] == ["c-src-in2", "unknown"], rows["31"]
    out, _ = run("diagnose", changed, table, TODAY, "--format=json", status=1)
    deals = {deal["id"]: deal for deal in json.loads(out)["deals"]}
    assert set(deals) == {"30", "31", "32"}
    missing = {d: {m["criterion"]: m["answer"] for m in deals[d]["missing"]} for d in deals}
    assert "c-src-in1" not in missing["30"]
    assert missing["31"]["c-src-in1"] == "no" and missing["32"]["c-src-in1"] == "unknown"
    for deal in deals:
        assert [str(deals[deal][key] if deals[deal][key] is not None else "")
                for key in ("days_in_stage", "limit_days")] == rows[deal][11:13], rows[deal]


def main():
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            with tempfile.TemporaryDirectory() as folder:
                test(pathlib.Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
