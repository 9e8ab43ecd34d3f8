#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with words for people is in po/POTFILES, and nothing else is.

usage: potfiles.py SOURCE-ROOT [--write]

--write puts the list right. Then xgettext must be able to read all of them.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

C_WORDS = re.compile(r'\b(N?C?_|ngettext|g_dngettext|g_dpgettext2?) ?\(\s*"')
UI_WORDS = re.compile(r'translatable="(yes|true|1)"')
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3"]


def has_words(file):
    if file.suffix in (".c", ".h"):
        return C_WORDS.search(file.read_text())
    if file.suffix == ".ui":
        return UI_WORDS.search(file.read_text())
    return file.name.endswith((".desktop.in", ".metainfo.xml.in", ".mime.xml.in"))


def files_with_words(root):
    files = [f for part in ("data", "src", "ui") for f in (root / part).rglob("*")]
    return sorted(str(f.relative_to(root)) for f in files if f.is_file() and has_words(f))


def extract(root, potfiles):
    """Problems that xgettext has with the list."""
    keywords = [f"--keyword={keyword}" for keyword in KEYWORDS]
    with tempfile.NamedTemporaryFile(suffix=".pot") as pot:
        run = subprocess.run(
            ["xgettext", "--from-code=UTF-8", f"--files-from={potfiles}"]
            + [f"--output={pot.name}", *keywords],
            cwd=root,
            text=True,
            stderr=subprocess.PIPE,
        )
    warnings = [w for w in run.stderr.splitlines() if "extension" not in w]
    return warnings + ([f"xgettext failed: {run.returncode}"] if run.returncode else [])


def main(root, *options):
    root = pathlib.Path(root).resolve()
    potfiles = root / "po" / "POTFILES"
    wanted = files_with_words(root)
    if "--write" in options:
        potfiles.write_text("".join(f"{name}\n" for name in wanted))
    listed = [x for x in potfiles.read_text().splitlines() if x and not x.startswith("#")]

    found = [f"not in po/POTFILES: {name}" for name in wanted if name not in listed]
    found += [
        f"in po/POTFILES, no words: {name}" for name in listed if name not in wanted
    ]
    if not found and shutil.which("xgettext"):
        found += extract(root, potfiles)
    print("\n".join(found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
