#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody new makes a one-page map and leaves with a PDF, with no mouse and no help.

The keys are counted: a change that makes the way longer fails here.
"""
import re
import subprocess

from harness import NAMESPACE, case, main

KEYS_ALLOWED = 43
# Cells to step to with Tab, counted from "What we do" of the first stage, four a stage; and
# what is typed over the text that waits there.
PLAN = {
    1: "Named accounts agreed",
    5: "Referred by a customer",
    10: "Budget holder named",
    13: "Cost of doing nothing written down",
    18: "Price accepted in writing",
    21: "Legal has no open point",
}
LAST_CELL = 26
UNWANTED = "Cross-sell or upsell need stated"


def pdf_text(file):
    return subprocess.run(
        ["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True
    ).stdout


@case()
def a_map_is_made_without_the_mouse(user):
    user.sees("Draw your sales system on one page")
    user.focuses("B2B sales system")
    user.keys("Return")
    user.sees("Tab goes to the next text.")
    user.sees("Fits one page")
    user.sees("Self-check 3 of 4")

    user.types("Northgate sales system")
    user.keys("Tab")
    user.types("Northgate Systems")
    user.keys("Tab")
    user.types("Dana Ruiz")
    user.keys("Tab")
    user.wait_gone(None, "Tab goes to the next text. Type to replace it.")
    user.sees("Stage 1 of 7")

    for cell in range(LAST_CELL + 1):
        if cell in PLAN:
            user.types(PLAN[cell])
        if cell == max(PLAN):
            user.keys("Return", "Return")  # past the second criterion: a third
            user.types("Start date agreed")
        if cell < LAST_CELL:
            user.keys("Tab")
    user.sees("Stage 7 of 7")
    user.sees("Fits one page")
    user.keys("Escape", "Down", "Delete")
    user.sees(f"Criterion “{UNWANTED}” deleted")

    user.keys("ctrl+e")
    user.sees("PDF, A4 landscape, one page")
    user.sees("The map itself is saved next to it as “Northgate sales system.salesmap”.")
    user.keys("Return")
    user.find("button", "Cancel")
    user.desktop.wait_still()
    user.keys("Return")
    user.sees("Exported “Northgate sales system.pdf”.")
    user.sees("Saved ")
    assert user.n_keys <= KEYS_ALLOWED, f"{user.n_keys} keys, {KEYS_ALLOWED} are allowed"

    file = user.home / "Northgate sales system.salesmap"
    saved = user.saved_map(file)
    assert saved.findtext(NAMESPACE + "title") == "Northgate sales system"
    assert saved.findtext(NAMESPACE + "subtitle") == "Northgate Systems"
    assert saved.find(NAMESPACE + "edition").get("owner") == "Dana Ruiz"
    texts = [text.strip() for text in saved.itertext()]
    printed = re.sub(r"\s+", "", pdf_text(user.home / "Northgate sales system.pdf"))
    for text in [*PLAN.values(), "Start date agreed"]:
        assert text in texts, f"{text} is not in the file"
    head = ("Northgate sales system", "Northgate Systems", "Dana Ruiz")
    for text in [*head, *PLAN.values(), "Start date agreed"]:
        assert text.replace(" ", "") in printed, f"{text} is not on the page"
    assert UNWANTED not in texts
    page = subprocess.run(
        ["pdfinfo", user.home / "Northgate sales system.pdf"], capture_output=True, text=True
    ).stdout
    assert re.search(r"^Pages: +1$", page, re.MULTILINE), page


if __name__ == "__main__":
    main()
