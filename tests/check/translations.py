#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string for people is translated into every language, and fits where it is used.

usage: translations.py [SOURCE-ROOT] [--missing CODE | --update]

The strings are extracted anew from the files in po/POTFILES, so none can be forgotten.
--missing prints those that CODE lacks as JSON, ready to be filled in; a string with plural
forms has a list of them, and a context stands before its string and "|". --update brings
the new strings into all files of po, and drops those that the program no longer has.
"""
import argparse
import ast
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from potfiles import KEYWORDS

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOMAIN = "sales-system-map"
SKIPPED = 77
FORMS = {"ar": 6, "de": 2, "es": 2, "fr": 2, "ja": 1, "pt_BR": 2}  # of a plural

Message = collections.namedtuple("Message", "key id plural strings fuzzy")


def run(*command, **options):
    """Its standard output; what it complains of is ours to see."""
    options = dict(check=True, text=True, stdout=subprocess.PIPE, **options)
    return subprocess.run(command, **options).stdout


def extract(root, pot):
    run(
        "xgettext",
        "--from-code=UTF-8",
        "--add-comments",
        "--add-location=file",
        f"--package-name={DOMAIN}",
        "--files-from=po/POTFILES",
        f"--output={pot}",
        *(f"--keyword={keyword}" for keyword in KEYWORDS),
        cwd=root,
        stderr=subprocess.DEVNULL,
    )
    # The day of the extraction would change every file each time.
    text = pot.read_text()
    pot.write_text(re.sub(r'^"POT-Creation-Date: .*\n', "", text, flags=re.MULTILINE))


def field(block, name):
    """The text behind @name in a block of a PO file, or None."""
    found = re.search(rf'^{re.escape(name)} ((?:".*"\n?)+)', block, re.MULTILINE)
    if not found:
        return None
    return "".join(ast.literal_eval(line) for line in found[1].splitlines())


def messages(file):
    """The messages of a PO file by context and id; the header is that of id ""."""
    text = run("msgattrib", "--no-obsolete", "--no-wrap", "--no-location", str(file))
    result = {}
    for block in text.split("\n\n"):
        identity = field(block, "msgid")
        if identity is None:
            continue
        context = field(block, "msgctxt")
        key = identity if context is None else f"{context}|{identity}"
        names = re.findall(r"^(msgstr\S*)", block, re.MULTILINE)
        strings = [field(block, name) for name in names]
        fuzzy = re.search(r"^#, .*fuzzy", block, re.MULTILINE) is not None
        result[key] = Message(key, identity, field(block, "msgid_plural"), strings, fuzzy)
    return result


def is_done(message):
    return message is not None and all(message.strings) and not message.fuzzy


def lacking(pot, po):
    return [m for key, m in pot.items() if key and not is_done(po.get(key))]


def unlike(message):
    """What a translation has to share with its original and does not."""
    for string in message.strings:
        if message.id.endswith("…") != string.endswith("…"):
            yield "an ellipsis at the end"
        if message.id.endswith(":") and not string.endswith((":", "：")):
            yield "a colon at the end"
        if ("_" in message.id) != ("_" in string):
            yield "a mnemonic"
        if '"' in string and '"' not in message.id:
            yield "a straight quotation mark"
        if message.id.count(";") > 3 and message.id.endswith(";") != string.endswith(";"):
            yield "a semicolon at the end"


def check_language(root, code, pot):
    file = root / "po" / f"{code}.po"
    if not file.exists():
        yield f"po/{code}.po is not there"
        return
    po = messages(file)
    if f"nplurals={FORMS[code]};" not in po[""].strings[0]:
        yield f"{code}: Plural-Forms has not {FORMS[code]} forms"
    for message in lacking(pot, po):
        yield f"{code}: not translated: {message.key!r}"
    for key, message in po.items():
        for what in unlike(message) if key and is_done(message) else ():
            yield f"{code}: {what} is missing or too much: {key!r}"
    command = ["msgfmt", "--check", "--output-file=/dev/null", str(file)]
    checked = subprocess.run(command, text=True, stderr=subprocess.PIPE)
    if checked.returncode:
        yield checked.stderr.strip()


def languages(root):
    """The codes of po/LINGUAS."""
    lines = (root / "po" / "LINGUAS").read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def check(root, pot):
    files = (root / "resources/languages").glob("*.ini")
    packs = sorted(f.stem.replace("-", "_") for f in files if f.stem != "en")
    if sorted(languages(root)) != packs:
        yield f"po/LINGUAS has {languages(root)}, but maps can be in {packs}"
    for code in packs:
        yield from check_language(root, code, pot)


def update(root, pot):
    for code in FORMS:
        file = root / "po" / f"{code}.po"
        if not file.exists():
            new = [f"--input={pot}", f"--locale={code}", f"--output={file}"]
            run("msginit", "--no-translator", *new)
        options = ["--no-fuzzy-matching", "--add-location=file", "--quiet"]
        merged = run("msgmerge", *options, str(file), str(pot))
        kept = ["msgattrib", "--no-obsolete", "--add-location=file", "-"]
        file.write_text(run(*kept, input=merged))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", nargs="?", type=pathlib.Path, default=ROOT)
    parser.add_argument("--missing", metavar="CODE")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    if shutil.which("xgettext") is None:
        return SKIPPED

    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / "all.pot"
        extract(options.root.resolve(), pot)
        if options.update:
            update(options.root, pot)
            return 0
        strings = messages(pot)
        if options.missing:
            file = options.root / "po" / f"{options.missing}.po"
            po = messages(file) if file.exists() else {}
            forms = [""] * FORMS[options.missing]
            wanted = {m.key: forms if m.plural else "" for m in lacking(strings, po)}
            print(json.dumps(wanted, ensure_ascii=False, indent=1))
            return 0
        found = list(check(options.root, strings))
    if found:
        print("\n".join(found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
