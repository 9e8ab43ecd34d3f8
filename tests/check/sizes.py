#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Functions and files stay small enough to be read in one go.

usage: sizes.py SOURCE-ROOT

Functions: at most 60 lines (a class_init 90, a pure table of cases 100), 95 % at most 45,
the median at most 15. Files: 500 lines, headers 120, where the rows of an enum do not count.
Needs universal-ctags.
"""
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

SKIPPED = 77
FUNCTION, CLASS_INIT, TABLE = 60, 90, 100
PERCENTILE_95, MEDIAN = 45, 15
FILE, HEADER = 500, 120
TABLE_LINE = re.compile(r"^\s*(case\b|default:|break;|return\b|\{.*\},?$|[{}]?$)")
ENUM_ROW = re.compile(r"^\s+[A-Z][A-Z0-9_]*( = [^,]*)?,?\s*(/\*.*)?$")


def functions(root, files):
    """(file, name, first line, last line) of every function."""
    listing = subprocess.run(
        ["ctags", "-x", "--kinds-C=f", "--_xformat=%F\t%N\t%n\t%e", "-L", "-"],
        input="\n".join(map(str, files)),
        cwd=root,
        text=True,
        check=True,
        stdout=subprocess.PIPE,
    ).stdout
    for line in listing.splitlines():
        file, name, first, last = line.split("\t")
        if last.isdigit():
            yield file, name, int(first), int(last)


def is_table(lines):
    return sum(bool(TABLE_LINE.match(line)) for line in lines) > 0.6 * len(lines)


def limit_of(name, lines):
    if name.endswith("class_init"):
        return CLASS_INIT
    return TABLE if is_table(lines) else FUNCTION


def long_functions(found, text):
    for file, name, first, last in found:
        length = last - first + 1
        limit = limit_of(name, text[file][first - 1 : last])
        if length > limit:
            yield f"{file}:{first}: {name} has {length} lines, {limit} are allowed"


def long_files(text):
    for file, lines in text.items():
        length, limit = len(lines), FILE
        if file.endswith(".h"):
            length -= sum(bool(ENUM_ROW.match(line)) for line in lines)
            limit = HEADER
        if length > limit:
            yield f"{file}: {length} lines, {limit} are allowed"


def main(root):
    if not shutil.which("ctags"):
        print("ctags is not installed")
        return SKIPPED
    root = pathlib.Path(root)
    files = sorted(f.relative_to(root) for f in (root / "src").rglob("*.[ch]"))
    text = {str(f): (root / f).read_text().splitlines() for f in files}
    found = list(functions(root, files))
    bad = [*long_functions(found, text), *long_files(text)]

    lengths = sorted(last - first + 1 for _, _, first, last in found)
    median, high = statistics.median(lengths), lengths[int(len(lengths) * 0.95)]
    print(
        f"{len(files)} files, {len(lengths)} functions: median {median:g} lines, "
        f"95 % at most {high}, longest {lengths[-1]}"
    )
    if median > MEDIAN:
        bad.append(f"the median function has {median:g} lines, {MEDIAN} are allowed")
    if high > PERCENTILE_95:
        bad.append(f"5 % of the functions have {high} lines, {PERCENTILE_95} are allowed")
    print("\n".join(bad))
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
