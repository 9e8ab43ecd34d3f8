#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of CRMs through the command line: import, and diagnosing them as they are.

usage: import.py SALESMAP EXAMPLES FIXTURES
"""
import os
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


def main():
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            with tempfile.TemporaryDirectory() as folder:
                test(pathlib.Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
