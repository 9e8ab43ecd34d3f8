#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast, as ratios: our programs against the least work that gives the same result.

usage: bench.py BUILD-DIRECTORY [ROW…]

Machines are shared and noisy, so each figure is a ratio to a limit program that runs in
the same minute, the two taking turns, by the median of at least nine runs. Nothing here
ever fails: the table is for looking at. To add a row, add a Row below; limit programs are
small C files beside this one. Rows whose programs are not built are left out and named.
"""
import collections
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 9
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))  # where the driver of the window is

# In commands: {cli} our command line, {app} our window, {bench} the folder of the built programs here,
# {map} the example map, {big} a map of 30 stages, {huge} one of 200, {deals} a table of a million
# deals, {history} and {histories} a million and ten million rows of history, {here} the folder
# of this file, {out} a folder for results.
# kind: "process", the whole process counts; "reported", the programs print their own time
# in seconds; "window", from the start until the screen shows the page (the limit: anything).
# goal, never: the ratio to reach and the ratio never to pass. peers: name to command.
Row = collections.namedtuple(
    "Row", "name what ours limit goal never peers kind", defaults=[{}, "process"]
)
ROWS = [
    Row(
        "P1",
        "export the example map to PDF",
        "{cli} export {map} -o {out}/ours.pdf",
        "{bench}/limit-page {map} {out}/limit.pdf",
        1.3,
        1.6,
        {"graphviz": "dot -Tpdf {dot} -o {out}/dot.pdf"},
    ),
    Row(
        "P2",
        "export 30 stages × 8 criteria to PDF",
        "{cli} export {big} --shrink --paper a3 -o {out}/ours.pdf",
        "{bench}/limit-page {big} {out}/limit.pdf",
        1.5,
        2.0,
    ),
    Row(
        "P2b",
        "export 200 stages × 6 criteria to PDF, too small to read",
        "{cli} export {huge} --shrink -o {out}/ours.pdf",
        "{bench}/limit-page {huge} {out}/limit.pdf",
        1.5,
        2.0,
    ),
    Row(
        "P3",
        "export the example map to a 300 dpi PNG",
        "{cli} export {map} -o {out}/ours.png",
        "{bench}/limit-page {map} {out}/limit.png",
        2.0,
        None,
        {"graphviz": "dot -Tpng -Gdpi=300 {dot} -o {out}/dot.png"},
    ),
    Row(
        "P4",
        "show the example map",
        "{cli} show {map}",
        "{bench}/limit-parse {map}",
        1.5,
        None,
    ),
    Row(
        "P5",
        "read a map of 1 MB, against its parser alone",
        "{bench}/ours-xml read",
        "{bench}/limit-xml read",
        2.0,
        None,
        {},
        "reported",
    ),
    Row(
        "P5b",
        "write a map of 1 MB, against the parser's own writer",
        "{bench}/ours-xml write",
        "{bench}/limit-xml write",
        1.0,
        None,
        {},
        "reported",
    ),
    Row(
        "P6",
        "start until the example map is on the screen",
        "{app} {map}",
        "{bench}/limit-window",
        1.3,
        1.4,
        {},
        "window",
    ),
    Row(
        "P7",
        "a key on the example map until it is laid out, against 2 ms",
        "{bench}/ours-relayout {map}",
        "{bench}/ours-relayout {map} 2",
        1.0,
        None,
        {},
        "reported",
    ),
    Row(
        "P7b",
        "the same on 30 stages, against 5 ms",
        "{bench}/ours-relayout {big}",
        "{bench}/ours-relayout {big} 5",
        1.0,
        None,
        {},
        "reported",
    ),
    Row(
        "P7c",
        "the same in the window: the page stands in its blocks, against 5 ms",
        "xvfb-run -a {bench}/ours-canvas {big}",
        "{bench}/ours-canvas {big} 5",
        1.0,
        None,
        {},
        "reported",
    ),
    Row(
        "P9",
        "an edit and its undo, against a budget of 5 µs",
        "{bench}/ours-undo",
        "{bench}/ours-undo 5",
        1.0,
        None,
        {},
        "reported",
    ),
    Row(
        "P10",
        "measure a million rows of history, against finding their cells",
        "{cli} measure {map} {history} --format csv",
        "{bench}/limit-csv {history}",
        3.0,
        None,
        {
            "gawk": "gawk -f {here}/peer-history.awk {history}",
            "sqlite3": "sqlite3 -batch -init {out}/peer-history.sql :memory: .exit",
        },
    ),
    Row(
        "P10L",
        "measure ten million, which is run only where it is named",
        "{cli} measure {map} {histories} --format csv",
        "{bench}/limit-csv {histories}",
        3.0,
        None,
    ),
    Row(
        "P10D",
        "read a million deals of a table, against finding their cells",
        "{bench}/limit-deals {map} {deals}",
        "{bench}/limit-csv {deals}",
        3.0,
        None,
        {"python": "python3 {here}/peer-deals.py {deals}"},
    ),
    Row(
        "P11",
        "diagnose a million deals, against measuring a million rows of history",
        "{cli} diagnose {map} {deals} --format csv --as-of 2026-11-23",
        "{cli} measure {map} {history} --format csv",
        2.0,
        None,
    ),
    Row(
        "P14",
        "measure a million deals, against reading them",
        "{cli} measure {map} {deals} --format csv",
        "{bench}/limit-deals {map} {deals}",
        2.0,
        None,
    ),
    Row(
        "P12",
        "save 20 kB safely, against the system calls that takes",
        "{bench}/ours-save {out}/ours",
        "{bench}/limit-save {out}/limit",
        1.5,
        None,
        {},
        "reported",
    ),
]


def run(name, command):
    """Status, seconds and megabytes of one run of the whole process."""
    del name
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, seconds, usage.ru_maxrss / 1024


def run_reported(name, command):
    """The same by the program's own clock."""
    del name
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return process.returncode, float(out.read() or "nan"), usage.ru_maxrss / 1024


class Screen:
    """A virtual screen without a window manager, where nothing but the window is drawn."""

    def __init__(self):
        from driver import Desktop

        self.desktop = Desktop((1440, 900), wm=None)

    def shows(self, name):
        middle = self.desktop.grab((420, 250, 600, 400))
        if name == "limit":
            return any(middle[0::4])
        return middle.count(b"\xff\xff\xff") > len(middle) / 4 / 3

    def run(self, name, command):
        """Seconds until the screen shows it, and the most megabytes it took for that."""
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            env=self.desktop.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while not self.shows(name) and process.poll() is None:
            time.sleep(0.001)
        seconds = time.perf_counter() - started
        if process.returncode is not None:
            return 70, seconds, 0
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        process.kill()
        process.wait()
        while any(self.desktop.grab((420, 250, 600, 400))[0::4]):
            time.sleep(0.01)
        return 0, seconds, int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024

    def close(self):
        self.desktop.close()


def measure(run, commands):
    """Median (seconds, megabytes) of each command, taking turns; None where one fails."""
    taken = {name: [] for name in commands}
    for turn in range(ROUNDS + 1):
        for name, command in commands.items():
            status, seconds, megabytes = run(name, command)
            if status > 1:  # 1 is an answer, too
                return None
            if turn:  # the first warms the caches
                taken[name].append((seconds, megabytes))
    return {
        name: tuple(statistics.median(column) for column in zip(*runs))
        for name, runs in taken.items()
    }


def measure_row(row, commands):
    if row.kind == "reported":
        return measure(run_reported, commands)
    if row.kind == "process":
        return measure(run, commands)
    screen = Screen()
    try:
        return measure(screen.run, commands)
    finally:
        screen.close()


def commands_of(row, places):
    """What to run, by name, without the peers that are not installed."""
    commands = {"limit": row.limit, "ours": row.ours, **row.peers}
    commands = {name: text.format(**places).split() for name, text in commands.items()}
    return {
        name: command
        for name, command in commands.items()
        if shutil.which(command[0]) or name in ("limit", "ours")
    }


def show(row, medians):
    limit, _ = medians["limit"]
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{row.name:4} {row.what}")
    for name, (seconds, megabytes) in medians.items():
        ratio = seconds / limit
        # a child's peak begins at what this program held when it was started
        memory = f"{megabytes:.1f} MB" if megabytes > own + 1 else ""
        verdict = ""
        if name == "ours":
            verdict = f"goal {row.goal:g}" + ("" if ratio <= row.goal else ", missed")
            if row.never and ratio > row.never:
                verdict = f"TOO SLOW, never over {row.never:g}"
        print(
            f"     {name:10} {seconds * 1000:11.4f} ms {memory:>10}"
            f" {ratio:6.2f} ×  {verdict}".rstrip()
        )


def write_big_map(file, n_stages, n_criteria):
    """Stages with as many entry as exit criteria, each of 35 characters."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<map xmlns="urn:sales-system-map:1" version="1.0" id="m-big" xml:lang="en">',
        "  <title>Many stages</title>",
        "  <stages>",
    ]
    for stage in range(n_stages):
        lines.append(f'    <stage id="s-{stage}" block="discovery">')
        lines.append(f"      <name>Stage {stage + 1}</name>")
        for side in ("entry", "exit"):
            lines.append(f"      <{side}>")
            for i in range(n_criteria):
                text = f"Buyer confirmed point {stage}.{i} in writing {side}"
                lines.append(
                    f'        <criterion id="c-{stage}-{side}{i}">{text}</criterion>'
                )
            lines.append(f"      </{side}>")
        lines.append("    </stage>")
    file.write_text("\n".join(lines) + "\n  </stages>\n</map>\n")


def write_deals(file, n):
    """A table as a CRM exports it, about 110 bytes a deal."""
    stages = ("Sourcing", "Qualification", "Discovery", "Proposal", "Negotiation", "Close")
    with file.open("w", encoding="utf-8") as out:
        out.write(
            "Record ID,Deal Name,Company,Deal owner,Deal Stage,Amount,Currency,"
            "Create Date,Date entered stage,Close Date\n"
        )
        for i in range(n):
            out.write(
                f'{100000 + i},"Deal {i}, phase {i % 7}",Company {i % 5000} GmbH,'
                f"Owner {i % 40},{stages[i * 7 % 6]},{i * 37 % 90000}.50,EUR,"
                f"2026-0{1 + i % 9}-1{i % 9},2026-0{1 + i % 9}-2{i % 8},"
                f"2027-0{1 + i % 9}-15\n"
            )


def write_history(file, n):
    """Rows as a CRM writes one for every change, seven a deal, about 96 bytes each."""
    stages = ("Sourcing", "Qualification", "Discovery", "Proposal", "Negotiation", "Close")
    with file.open("w", encoding="utf-8") as out:
        out.write("Opportunity ID,Opportunity Name,Owner,Last Modified,Stage,Amount\n")
        for i in range(n):
            deal, step = divmod(i, 7)
            stage = stages[step] if step < 6 else ("Closed Won", "Closed Lost")[deal % 2]
            out.write(
                f'{600000000000000 + deal},"Renewal {deal}, for another year",Owner {deal % 40},'
                f"20{20 + step // 4}-{1 + step * 3 % 12:02}-{1 + deal % 28:02}T0{step}:30:00Z,"
                f"{stage},{deal * 37 % 90000}.50\n"
            )


def write_tables(places, wanted):
    """The large tables, each only where a row wants it."""
    if {"P10D", "P11", "P14"} & wanted:
        write_deals(places["deals"], 1000000)
    if {"P10", "P11"} & wanted:
        write_history(places["history"], 1000000)
        query = (HERE / "peer-history.sql").read_text(encoding="utf-8")
        (places["out"] / "peer-history.sql").write_text(
            query.replace("HISTORY", str(places["history"])), encoding="utf-8"
        )
    if "P10L" in wanted:
        write_history(places["histories"], 10000000)


def write_dot(file):
    """The shape of the example map, for graphviz: seven tables in a row."""
    row = "<TR><TD ALIGN='LEFT'>Buyer confirmed the point in writing</TD></TR>"
    table = "<TABLE BORDER='0'>" + row * 6 + "</TABLE>"
    nodes = "".join(f"s{i} [shape=box,label=<{table}>];" for i in range(7))
    file.write_text(f"digraph {{ rankdir=LR; {nodes} s0->s1->s2->s3->s4->s5->s6; }}\n")


def main(build, *wanted):
    build = pathlib.Path(build).resolve()
    missing = []
    with tempfile.TemporaryDirectory() as out:
        out = pathlib.Path(out)
        places = {
            "cli": build / "src" / "cli" / "salesmap",
            "app": build / "src" / "app" / "sales-system-map",
            "bench": build / "tests" / "bench",
            "map": ROOT / "data" / "examples" / "northgate.salesmap",
            "big": out / "big.salesmap",
            "huge": out / "huge.salesmap",
            "dot": out / "map.dot",
            "deals": out / "deals.csv",
            "history": out / "history.csv",
            "histories": out / "histories.csv",
            "here": HERE,
            "out": out,
        }
        write_big_map(places["big"], 30, 4)
        write_big_map(places["huge"], 200, 3)
        (out / "ours").mkdir()
        (out / "limit").mkdir()
        write_dot(places["dot"])
        wanted = wanted or [row.name for row in ROWS if row.name != "P10L"]
        write_tables(places, set(wanted))
        for row in ROWS:
            if row.name not in wanted:
                continue
            commands = commands_of(row, places)
            built = all(os.access(commands[n][0], os.X_OK) for n in ("limit", "ours"))
            medians = measure_row(row, commands) if built else None
            if medians:
                show(row, medians)
            else:
                missing.append(row.name)
    if missing:
        print("not built, or failed:", *missing)


if __name__ == "__main__":
    main(*sys.argv[1:])
