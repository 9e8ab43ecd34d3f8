#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A live deal from the first key to its page, as somebody in a hurry does it.

Keys and clicks are counted: a change that makes the way longer fails here.
"""
import datetime
import re
import subprocess

from harness import case, main

TODAY = datetime.date.today()
LIMIT = 21  # days in Discovery, of the example map
EVIDENCE = {
    "Business pain in the customer’s words": ("Yes", "“We lose two days a month” Call notes, 12 Oct"),
    "Cost or impact quantified": ("Partly", "€ 9,000 is our estimate"),
    "Next step captured, with a date": ("No", "Nothing recorded since 20 Oct"),
}
ACTION = "Confirm monthly cost with Maya Chen"
PDF = "Brightline Logistics – diagnosis.pdf"


def days_here():
    day = datetime.date(TODAY.year, 10, 20)
    return (TODAY - (day if day <= TODAY else day.replace(year=TODAY.year - 1))).days


def says(text):
    """What is written on paper, whatever the lines it is broken into."""
    return " ".join(text.split())


def assert_page(user):
    """One page says what is stuck, for how long, what is missing and what is next."""
    file = next(user.home.rglob("*.pdf"))
    assert file.name == PDF, file
    info = subprocess.run(["pdfinfo", file], capture_output=True, text=True).stdout
    assert re.search(r"Pages: +1\n", info) and re.search(r"Tagged: +yes", info), info
    command = ["pdfinfo", "-struct-text", file]
    text = says(subprocess.run(command, capture_output=True, text=True).stdout)
    friday = TODAY + datetime.timedelta((4 - TODAY.weekday() - 1) % 7 + 1)
    for words in (
        "Brightline Logistics",
        "Stuck in",
        "earlier criteria count without proof: taken as given, or not applicable.",
        "3 Discovery",
        f"{days_here()} days here, {days_here() - LIMIT} over the limit of {LIMIT}",
        *EVIDENCE,
        *(proof for _, proof in EVIDENCE.values()),
        ACTION,
        f"By {friday:%A} {friday.day} {friday:%b} {friday:%Y}",
    ):
        assert words in text, f"{words} is not in {text}"


def begin_deal(user):
    user.focuses("Name")
    user.types("Brightline Logistics")
    user.keys("Tab")
    user.types("84000")
    user.keys("Tab")
    user.types("pro")
    user.keys("Tab")
    user.types("20 oct")
    user.keys("Tab")


def answered(user, criterion):
    """The criterion in the form; the map behind it has one of the same name."""
    return user.find("group", re.compile(rf"^{re.escape(criterion)}\. "))


def is_stuck(user):
    user.sees("1 Sourcing · 2 Qualification: nothing is open, but ")
    user.sees(f"Stuck in 3 Discovery. {days_here()} days here, {days_here() - LIMIT} over")


@case(map="northgate")
def by_keys(user):
    user.sees("Fits one page")
    user.keys("ctrl+4")
    user.sees("No deals yet")
    user.keys("ctrl+shift+d")
    begin_deal(user)
    for criterion, (answer, proof) in EVIDENCE.items():
        user.wait(lambda: user.focused() and user.focused().name.startswith(criterion),
                  what=f"focus on {criterion}")
        user.keys(answer[0].lower())
        user.types(proof)
        user.keys("Return")
    is_stuck(user)
    user.keys("u", "Return", "Tab")
    user.focuses("What happens next")
    user.types(ACTION)
    user.keys("Tab")
    user.types("fri")
    user.keys("Return", "ctrl+shift+e")
    user.find(None, re.compile("^_?Cancel$"))
    user.desktop.wait_still()
    user.keys("Return")
    user.sees(f"Exported “{PDF}”.")
    assert user.n_keys <= 25 and user.n_characters <= 196, (user.n_keys, user.n_characters)
    assert_page(user)


@case(map="northgate")
def by_mouse(user):
    clicks = 0

    def click(*target, **kw):
        nonlocal clicks
        clicks += 1
        user.click(user.find(*target, **kw))

    click("tab", "Deals")
    user.sees("No deals yet")
    click("button", "New Deal")
    begin_deal(user)
    for criterion, (answer, proof) in EVIDENCE.items():
        row = answered(user, criterion)
        click(None, answer, within=row)
        user.types(proof)
    unknown = "Decision process and criteria known"
    user.app.reveal("group", re.compile(f"^{unknown}"), over="Discovery: leave when")
    user.desktop.wait_still()
    click(None, "Not known", within=answered(user, unknown))
    is_stuck(user)
    click("text box", "What happens next")
    user.types(ACTION)
    user.keys("Tab")
    user.types("fri")
    user.desktop.wait_still()
    click("button", "Export PDF")
    user.find(None, re.compile("^_?Cancel$"))
    user.desktop.wait_still()
    click("button", "Export", index=-1)
    user.sees(f"Exported “{PDF}”.")
    assert clicks <= 11, clicks
    assert_page(user)


if __name__ == "__main__":
    main()
