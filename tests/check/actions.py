#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Actions that the user interface names are there, and those of the table are named once.

usage: actions.py SOURCE-ROOT

An action in ui/*.ui or in the table of src/app/widgets/ssm-actions.c must be made somewhere in
src/app: installed on a widget class, or an entry of an action map.
"""
import collections
import pathlib
import re
import sys

NAMED_IN_UI = re.compile(r'name="(?:action-name|action)"[^>]*>([a-z-]+\.[a-z-]+)')
NAMED_IN_TABLE = re.compile(r'^\s*\{\s*"([a-z-]+\.[a-z-]+)"', re.MULTILINE)
MADE = re.compile(r'"(?:[a-z-]+\.)?([a-z-]+)"')
# GTK's own
BUILT_IN = re.compile(r"^(window|clipboard|selection|text|default|list|menu)\.")


def main(root):
    root = pathlib.Path(root)
    table_file = root / "src" / "app" / "widgets" / "ssm-actions.c"
    if not table_file.exists():
        return 77
    table = NAMED_IN_TABLE.findall(table_file.read_text())
    sources = [f for f in (root / "src" / "app").rglob("*.c") if f != table_file]
    made = {name for f in sources for name in MADE.findall(f.read_text())}

    named = {name: "src/app/widgets/ssm-actions.c" for name in table}
    for file in sorted((root / "ui").glob("*.ui")):
        for name in NAMED_IN_UI.findall(file.read_text()):
            named.setdefault(name, str(file.relative_to(root)))
    found = [
        f"{where}: nobody makes the action {name}"
        for name, where in named.items()
        if name.partition(".")[2] not in made and not BUILT_IN.match(name)
    ]
    found += [
        f"twice in the table: {n}" for n, c in collections.Counter(table).items() if c > 1
    ]
    print("\n".join(found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
