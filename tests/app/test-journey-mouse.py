#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same map as in test-journey.py, made with the mouse: keys write words and do nothing
else.

The clicks are counted: a change that makes the way longer fails here.
"""
import re

from harness import NAMESPACE, case, main

# The template; title, subtitle and owner; six cells; a further criterion; the menu on one
# that is not wanted and its item; the button, the panel's, the chooser's.
CLICKS_ALLOWED = 15
# First criterion of a cell: what is typed over it. "Enter" or "Leave", and the stage.
PLAN = {
    ("Enter", 1): "Named accounts agreed",
    ("Enter", 2): "Referred by a customer",
    ("Leave", 3): "Budget holder named",
    ("Enter", 4): "Cost of doing nothing written down",
    ("Leave", 5): "Price accepted in writing",
    ("Enter", 6): "Legal has no open point",
}
FURTHER = "Start date agreed"
UNWANTED = "Cross-sell or upsell need stated"


class Mouse:
    """A hand on the mouse, which counts what it clicks."""

    def __init__(self, user):
        self.user, self.n = user, 0

    def click(self, *target, button=1, **kw):
        self.n += 1
        self.user.click(self.user.find(*target, **kw), button)


def assert_drawn(user, words):
    """The text begins at the top of its place on the screen, and not where it once was."""
    user.desktop.wait_still()
    x, y, _, _ = user.find("list item", re.compile("^" + words)).rect
    dots = [(x + 20 + i % 40, y + 8 + i // 40) for i in range(40 * 12)]
    assert any(sum(user.desktop.pixel(*dot)) < 300 for dot in dots), f"no {words} there"


@case()
def a_map_is_made_with_the_mouse(user):
    mouse = Mouse(user)
    user.sees("Draw your sales system on one page")
    mouse.click("button", "B2B sales system")
    user.sees("Fits one page")
    user.desktop.wait_still()
    user.types("Northgate sales system")
    for words, place in (("Northgate Systems", "Subtitle"), ("Dana Ruiz", "Owner")):
        mouse.click("list item", re.compile(rf"\. {place}\.$"))
        user.types(words)
    for (row, stage), words in PLAN.items():
        mouse.click("list item", re.compile(rf"\. {row} when, 1 of \d\. Stage {stage} of 7"))
        user.types(words)
    mouse.click("button", "Add criterion")
    user.types(FURTHER)
    assert_drawn(user, "Signatories known")
    mouse.click("list item", re.compile("^" + UNWANTED), button=3)
    mouse.click("menu item", "Delete")
    user.sees(f"Criterion “{UNWANTED}” deleted")
    user.sees("Fits one page")

    mouse.click("button", "Export")
    user.sees("PDF, A4 landscape, one page")
    mouse.click("button", "Export…")
    user.find("button", "Cancel")
    user.desktop.wait_still()
    mouse.click("button", "Export", index=-1)
    user.sees("Exported “Northgate sales system.pdf”.")
    user.sees("Saved ")
    assert user.n_keys == 0 and mouse.n <= CLICKS_ALLOWED, (user.n_keys, mouse.n)

    saved = user.saved_map(user.home / "Northgate sales system.salesmap")
    assert saved.findtext(NAMESPACE + "title") == "Northgate sales system"
    assert saved.findtext(NAMESPACE + "subtitle") == "Northgate Systems"
    assert saved.find(NAMESPACE + "edition").get("owner") == "Dana Ruiz"
    texts = [text.strip() for text in saved.itertext()]
    for words in [*PLAN.values(), FURTHER]:
        assert words in texts, f"{words} is not in the file"
    assert UNWANTED not in texts
    assert (user.home / "Northgate sales system.pdf").exists()


if __name__ == "__main__":
    main()
