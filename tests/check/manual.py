#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `salesmap help` tells, the manual page and the completion know, too.

usage: manual.py SOURCE-ROOT SALESMAP

Each command, each of its options, and each choice of an option.
"""
import pathlib
import re
import subprocess
import sys

OPTION = re.compile(r"^\s+(?:-\w, )?--([a-z-]+)", re.MULTILINE)
COMMAND = re.compile(r"^  ([a-z]+)  +\S", re.MULTILINE)
CHOICES = re.compile(r"^\s+([a-z0-9]+(?:\|[a-zA-Z0-9]+)+)$", re.MULTILINE)


def help_of(program, *command):
    run = subprocess.run([program, "help", *command], text=True, stdout=subprocess.PIPE)
    return run.stdout


def section_of(manual, command):
    found = re.search(rf'^\.SS "salesmap {command}"\n(.*?)^\.S[SH] ', manual, re.M | re.S)
    return found[1] if found else ""


def main(root, program):
    root = pathlib.Path(root)
    manual = (root / "data" / "salesmap.1").read_text().replace("\\-", "-")
    completion = (root / "data" / "completions" / "salesmap").read_text()
    found = []
    for command in COMMAND.findall(help_of(program)):
        if not re.search(rf"\b{command}\b", completion):
            found.append(f"data/completions/salesmap: no command {command}")
        text = help_of(program, command)
        section = section_of(manual, command)
        if not section and command != "help":
            found.append(f"data/salesmap.1: no section of {command}")
        for option in OPTION.findall(text):
            if f"--{option}" not in section:
                found.append(f"data/salesmap.1: {command} without --{option}")
            if f"--{option}" not in completion:
                found.append(f"data/completions/salesmap: {command} without --{option}")
        for choice in {c for line in CHOICES.findall(text) for c in line.split("|")}:
            if not re.search(rf"\b{choice}\b", section):
                found.append(f"data/salesmap.1: {command} without the choice {choice}")
    print("\n".join(found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
