#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Count what `meson test` ran: every case of a TAP program, every other program as one.

usage: report.py MESON-LOGS STATUS-OF-MESON-TEST

A program that crashes or runs out of time is a failure even where each case it still
reported was fine. The last line is "N passed, N failed"; the exit status follows it.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as etree

PASSED = ("OK", "EXPECTEDFAIL")


def verdict(case):
    if case.find("skipped") is not None:
        return "SKIP"
    bad = case.find("failure") is not None or case.find("error") is not None
    return "FAIL" if bad else "OK"


def read_logs(logs):
    """The verdict of every case, and the programs that failed with no failed case."""
    lines = (logs / "testlog.json").read_text(errors="replace").splitlines()
    programs = {test["name"]: test["result"] for test in map(json.loads, lines)}
    cases, blamed = [], set()
    for case in etree.parse(logs / "testlog.junit.xml").iter("testcase"):
        # the program itself, where it has no cases
        program = case.get("name")
        result = programs.get(program)
        if result is None:
            program = case.get("classname").partition(".")[2]
            result = verdict(case)
        cases.append(result)
        if result not in (*PASSED, "SKIP"):
            blamed.add(program)
    bad = {name for name, result in programs.items() if result not in (*PASSED, "SKIP")}
    return cases, sorted(bad - blamed)


def main(logs, status):
    try:
        cases, lost = read_logs(pathlib.Path(logs))
    except (OSError, etree.ParseError, ValueError) as error:
        print(f"no usable test log: {error}", file=sys.stderr)
        cases, lost = [], ["meson test"]
    passed = sum(result in PASSED for result in cases)
    skipped = cases.count("SKIP")
    failed = len(cases) - passed - skipped + len(lost)
    if int(status) and not failed:
        lost, failed = ["meson test"], 1

    for name in lost:
        print(f"ended before its time: {name}")
    if skipped:
        print(f"{skipped} skipped")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
