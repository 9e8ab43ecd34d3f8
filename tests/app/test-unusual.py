#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Maps that nobody would draw: empty, huge, double, broken, of a later version. All open,
take a walk through every part of the window and a few edits, and keep what they do not
know."""
import os

from harness import case, main

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<map xmlns="urn:sales-system-map:1"'


def stages(*inside):
    """As many as there are contents for them."""
    numbered = enumerate(inside, 1)
    return "<stages>" + "".join(f'<stage id="s-{i}">{x}</stage>' for i, x in numbered) + "</stages>"


WORDS = "word " * 2000
FOREIGN = '<x:note xmlns:x="urn:x">kept</x:note>'
MAPS = {
    "nothing": ("1.0", ""),
    "forty": ("1.0", stages(*[f"<name>{i or ''}</name>" for i in range(40)])),
    "long": ("1.0", f"<title>{'T' * 2000}</title>" + stages(f"<name>A</name><does>{WORDS}</does>")),
    "book": (
        "1.0",
        stages(f'<name>A</name><entry><criterion id="c-1">{WORDS * 15}</criterion></entry>'),
    ),
    "later": (
        "1.9",
        stages(f"<name>A</name><sparkle>hi</sparkle>{FOREIGN}")
        + '<links><link id="l-1" from="s-1" to="s-gone">x</link>'
        + '<link id="l-2" from="s-1" to="s-1">self</link></links>'
        + '<definitions><definition id="d-1" term="Lead">a</definition>'
        + '<definition id="d-2" term="lead"></definition></definitions>',
    ),
}


def write(user, name):
    """The map as a file in the home of the person."""
    version, inside = MAPS[name]
    file = user.home / f"{name}.salesmap"
    file.write_text(f'{HEAD} version="{version}" id="m-{name}">{inside}</map>\n')
    return file


def walk(user):
    """Through the views and panes, and by arrows over the page."""
    user.keys("ctrl+2", "ctrl+1", "F6", "F6", "Escape")
    user.keys("ctrl+Home", "Down", "Right", "ctrl+End", "Up", "ctrl+Page_Down", "End")
    user.keys("ctrl+f")
    user.types("o")
    user.keys("F3", "Escape", "Menu", "Escape", "shift+ctrl+l", "Escape")


def edit(user):
    """A text, a criterion, a stage; and all of it back."""
    user.keys("ctrl+Home", "F2", "End")
    user.types("é!")
    user.keys("Escape", "ctrl+End", "Return")
    user.types("new")
    user.keys("Escape", "shift+ctrl+Right", "Escape", "shift+ctrl+Return", "Escape")
    user.keys("shift+ctrl+j", "Escape", "Delete")
    for _ in range(8):
        user.keys("ctrl+z")


@case()
def unusual_maps_can_be_walked_and_written(user):
    for name in ("nothing", "forty", "long", "later"):
        assert user.quit() == 0, name
        file = write(user, name)
        user.start(file)
        user.find("button", "Export", timeout=15)
        walk(user)
        edit(user)
        user.desktop.wait_still()
        user.keys("ctrl+s")
        user.wait(lambda: "Saved" in user.tree() or "No changes" in user.tree(), what="the file")
    assert "<sparkle>hi</sparkle>" in (user.home / "later.salesmap").read_text()
    assert FOREIGN in (user.home / "later.salesmap").read_text()


def seconds(user):
    """What the program has had of the processor since it began."""
    fields = open(f"/proc/{user.app.process.pid}/stat").read().rsplit(")")[-1].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


@case()
def beside_a_criterion_of_30000_words_one_can_write(user):
    assert user.quit() == 0
    file = write(user, "book")
    user.start(file)
    user.find("button", "Export", timeout=15)
    user.keys("ctrl+Home", "Down", "Down", "F2", "End")
    user.desktop.wait_still()
    before = seconds(user)
    user.types("bcde")
    user.keys("Escape", "ctrl+s")
    user.wait(lambda: "<name>Abcde</name>" in user.saved(file), what="the name on disk")
    assert seconds(user) - before < 3, seconds(user) - before


if __name__ == "__main__":
    main()
