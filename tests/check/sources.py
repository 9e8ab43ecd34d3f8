#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the compiler does not enforce about a source file.

usage: sources.py SOURCE-ROOT

* no include with a way up (slash dot dot): meson gives a folder only the include paths
  it may use, and this is the one way around that;
* the painter knows pages and no maps;
* each file opens with its licence line, each header is guarded by `#pragma once`;
* what a screen reader is to say by itself stands in a widget of role status: a label with
  that role has no words for it in GTK 4.18;
* no style gives an icon no size, which GTK 4.18 takes for a fault of the program.
"""
import pathlib
import re
import sys

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]', re.MULTILINE)
STATUS_LABEL = re.compile(
    r'<object class="GtkLabel"[^>]*>\s*(<property[^>]*>[^<]*</property>\s*)*'
    r'<property name="accessible-role">status<'
)
# file: includes it must not have
FORBIDDEN = {"src/page/ssm-paint.c": re.compile(r"ssm-(map|part|document)")}


def problems(root):
    files = [f for part in ("src", "tests") for f in (root / part).rglob("*.[ch]")]
    for file in sorted(files):
        name = str(file.relative_to(root))
        text = file.read_text()
        if LICENCE not in text.partition("\n")[0]:
            yield f"{name}: the first line is not the licence line"
        if file.suffix == ".h" and "#pragma once" not in text:
            yield f"{name}: no #pragma once"
        for include in INCLUDE.findall(text):
            if "../" in include:
                yield f"{name}: include by way up: {include}"
            if name in FORBIDDEN and FORBIDDEN[name].match(include):
                yield f"{name}: may not include {include}"
    for file in sorted((root / "ui").glob("*.ui")):
        if STATUS_LABEL.search(file.read_text()):
            yield f"{file.relative_to(root)}: a label of role status: put it in an AdwBin"
    for file in sorted((root / "resources").glob("*.css")):
        if re.search(r"-gtk-icon-size:\s*0", file.read_text()):
            yield f"{file.relative_to(root)}: an icon without a size"


def main(root):
    found = list(problems(pathlib.Path(root)))
    print("\n".join(found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
