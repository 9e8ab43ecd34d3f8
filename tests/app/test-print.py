#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing, to a file because there is no printer here: through the desktop's own dialog."""
import os
import re
import subprocess

from harness import case, main

A4 = (841.89, 595.28)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pages(file):
    """The number of pages, and the size they have in points."""
    info = run("pdfinfo", file)
    size = re.search(r"^Page size: +([\d.]+) x ([\d.]+)", info, re.MULTILINE)
    return int(re.search(r"^Pages: +(\d+)", info, re.MULTILINE)[1]), size.groups()


def words(file, page=1):
    text = run("pdftotext", "-raw", "-f", str(page), "-l", str(page), file, "-")
    return re.sub(r"\s+", "", text)


def opens_dialog(user):
    user.keys("ctrl+p")
    user.find("button", "Cancel")
    user.desktop.wait_still()
    user.click("Print to File")
    user.desktop.wait_still()


def chooses(user, row, *keys):
    user.find("combo box", row).click()
    user.desktop.wait_still()
    user.keys(*keys, "Return")
    user.desktop.wait_still()


def prints(user):
    """Press the button of the dialog; the file that comes out, no longer in the way."""
    file = user.home / "northgate (print).pdf"
    user.find_all("button", where=lambda n: n.name.endswith("Print"))[-1].click()
    user.sees("Printed to “northgate (print).pdf”.")
    out = user.home / "out.pdf"
    os.replace(file, out)
    return out


def assert_size(size, expected):
    for side, wanted in zip(map(float, size), expected):
        assert abs(side - wanted) < 1, f"{size} is not {expected}"


@case(map="northgate")
def the_map_is_printed_as_it_is_seen(user):
    user.sees("Fits one page")
    opens_dialog(user)
    user.click("Page")
    user.sees("A4 landscape, one page")
    out = prints(user)
    n, size = pages(out)
    assert n == 1, f"{n} pages"
    assert_size(size, A4)
    drawn = user.home / "drawn.pdf"
    user.salesmap("export", user.file, "-o", drawn)
    footer = "northgate.salesmap·sourceembedded"
    assert sorted(words(out)) == sorted(words(drawn).replace(footer, "")), "other words"


@case(map="northgate")
def a_poster_comes_on_sheets_with_marks(user):
    user.sees("Fits one page")
    opens_dialog(user)
    user.click("Page")
    chooses(user, "Print", "End")
    user.sees("Poster of 4 sheets, 544 × 370 mm")
    chooses(user, "Colours", "End")
    out = prints(user)
    n, size = pages(out)
    assert n == 4, f"{n} sheets"
    assert_size(size, A4)
    for sheet in range(1, 5):
        assert f"{sheet}/4" in words(out, sheet), f"sheet {sheet} has no number"
    assert "B2BSalesSystemMap" in words(out, 1)
    assert "Sharedde" in words(out, 3) and "Expansion" in words(out, 2)

    # the choices are there the next time
    opens_dialog(user)
    user.click("Page")
    user.sees("Poster of 4 sheets")
    user.sees("Outlines, saves ink")
    chooses(user, "Print", "Home", "Down")
    user.sees("A4 landscape, one page")
    out = prints(user)
    assert pages(out)[0] == 1
    assert "Discovery" in words(out) and "Businesspain" not in words(out)


@case(map="northgate")
def cancelling_prints_nothing(user):
    user.sees("Fits one page")
    user.keys("F10")
    user.find("menu item", "Print…").click()
    user.find("button", "Cancel")
    user.desktop.wait_still()
    user.keys("Escape")
    user.wait_gone("button", "Cancel")
    assert not list(user.home.glob("*.pdf"))
    assert user.quit() == 0


if __name__ == "__main__":
    main()
