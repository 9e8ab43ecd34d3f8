#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual as HTML, for desktops without a viewer of help.

usage: make-html.py OUT-DIRECTORY PAGE-OR-PICTURE…

Knows the part of Mallard that our pages use and refuses the rest, so that nothing is
lost on the way unnoticed.
"""
import html
import pathlib
import shutil
import sys
import xml.etree.ElementTree as etree

MALLARD = "{http://projectmallard.org/1.0/}"
INLINE = {"key": "kbd", "gui": "b", "em": "em", "cmd": "code", "app": "i"}
BLOCK = {
    "p": "p",
    "steps": "ol",
    "list": "ul",
    "item": "li",
    "table": "table",
    "thead": "thead",
    "tbody": "tbody",
    "tr": "tr",
    "td": "td",
}
STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.5 Cantarell, "Noto Sans", sans-serif; max-width: 44rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2rem; }
img { max-width: 100%; height: auto; border: 1px solid #8884; border-radius: 6px; }
kbd { font: inherit; font-size: .9em; border: 1px solid #8886; border-bottom-width: 2px;
  border-radius: 5px; padding: 0 .35em; white-space: nowrap; }
table { border-collapse: collapse; width: 100%; }
td { border-bottom: 1px solid #8884; padding: .3rem .6rem .3rem 0; vertical-align: top; }
td p { margin: 0; } thead { font-weight: bold; }
dt { font-weight: bold; margin-top: .7rem; } dd { margin: 0; }
a { color: #1c71d8; } @media (prefers-color-scheme: dark) { a { color: #78aeed; } }
"""


def plain(element):
    return " ".join("".join(element.itertext()).split())


class Page:
    def __init__(self, path):
        self.root = etree.parse(path).getroot()
        self.id = self.root.get("id")
        self.title = plain(self.root.find(f"{MALLARD}title"))
        info = self.root.find(f"{MALLARD}info")
        self.desc = plain(info.find(f"{MALLARD}desc"))
        self.guides = [link.get("xref") for link in info.findall(f"{MALLARD}link")]


class Writer:
    def __init__(self, pages, page):
        self.pages, self.page = pages, page

    def inside(self, element, level):
        parts = [html.escape(element.text or "")]
        for child in element:
            parts += [self.element(child, level), html.escape(child.tail or "")]
        return "".join(parts)

    def element(self, element, level):
        name = element.tag.removeprefix(MALLARD)
        if name == "info":
            return ""
        if name == "title":
            return f"<h{level}>{self.inside(element, level)}</h{level}>"
        if name == "section":
            return self.section(element, level + 1)
        if name == "keyseq":
            return "+".join(self.element(key, level) for key in element)
        if name == "media":
            source = pathlib.PurePath(element.get("src")).name
            return f'<img src="{source}" alt="{html.escape(plain(element))}">'
        tag = INLINE.get(name) or BLOCK.get(name)
        if tag is None:
            raise SystemExit(f"{self.page.id}.page: <{name}> is not known here")
        return f"<{tag}>{self.inside(element, level)}</{tag}>"

    def section(self, element, level):
        where = f"{self.page.id}#{element.get('id')}"
        links = [page for page in self.pages if where in page.guides]
        listed = "".join(
            f'<dt><a href="{p.id}.html">{html.escape(p.title)}</a></dt>'
            f"<dd>{html.escape(p.desc)}</dd>"
            for p in links
        )
        inside = self.inside(element, level) + (f"<dl>{listed}</dl>" if listed else "")
        return f'<section id="{element.get("id")}">{inside}</section>'

    def write(self):
        index = next(page for page in self.pages if page.id == "index")
        back = (
            ""
            if self.page is index
            else f'<p><a href="index.html">{html.escape(index.title)}</a></p>'
        )
        return (
            f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width">'
            f"<title>{html.escape(self.page.title)}</title><style>{STYLE}</style></head>"
            f"<body>{back}{self.inside(self.page.root, 1)}</body></html>\n"
        )


def main(out, *files):
    out = pathlib.Path(out)
    pages = [Page(file) for file in files if file.endswith(".page")]
    for page in pages:
        (out / f"{page.id}.html").write_text(Writer(pages, page).write(), encoding="utf-8")
    for file in files:
        if not file.endswith(".page"):
            shutil.copy(file, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
