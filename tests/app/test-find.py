#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding and replacing in all texts of a map, by key and by mouse."""
import re

from harness import case, main


def at(user, name):
    """The block whose name begins so."""
    return user.find("list item", re.compile("^" + re.escape(name)))


def hears(user, name):
    user.wait(lambda: (user.focused() or at(user, "")).name.startswith(name), what=name)


@case(map="northgate")
def found_by_key_and_gone_to(user):
    user.click(re.compile("^Agreed terms. Enter when"))
    user.keys("ctrl+f")
    user.types("decision")
    user.sees("1 of 7")
    user.find("list item", re.compile("^Problem, impact, decision process, risk. What we do, 3 "))
    user.keys("F3")
    user.sees("2 of 7")
    user.keys("shift+F3", "shift+ctrl+g")
    user.sees("7 of 7")
    user.keys("ctrl+g")
    user.sees("1 of 7")
    before = user.desktop.grab()
    user.keys("Return")
    hears(user, "Decision maker or gatekeeper reachable")
    # the bar stays while one works on the page, and lets the selection alone
    user.keys("Up", "ctrl+Up")
    hears(user, "Relevant problem confirmed. Leave when, 1 of 3.")
    user.keys("F3")
    hears(user, "Problem, impact, decision process, risk. What we do.")
    user.keys("shift+F3", "ctrl+z", "shift+F3", "F3")
    hears(user, "Decision maker or gatekeeper reachable")
    user.keys("ctrl+f", "Escape")
    user.wait(lambda: user.focused().name.startswith("Decision maker"), what="the page again")
    user.wait(lambda: user.desktop.grab() != before, what="the marks gone")
    # from the page: first to the stage, then the bar
    user.keys("ctrl+f", "Return", "Escape")
    user.focuses("Stage 2 of 7: Qualification")
    user.keys("Escape")
    user.wait_gone("button", "Next place")


@case(map="northgate")
def options_nothing_found_and_the_list(user):
    user.keys("ctrl+f")
    user.types("sql")
    user.sees("1 of 3")
    user.click(user.find("button", "Match case"))
    user.sees("Nothing found")
    user.click(user.find("button", "Match case"))
    user.sees("1 of 3")
    user.keys("ctrl+f")
    user.types("quali")
    user.sees("1 of 3")
    user.click(user.find("button", "Whole words"))
    user.sees("No text of this map has these words.")
    user.click(user.find("button", "Whole words"))
    user.click(user.find("list item", re.compile("^Qualified discovery. Enter when, 4 Proposal")))
    hears(user, "Qualified discovery. Enter when, 1 of 2. Stage 4 of 7")
    user.click(user.find("button", "Close", where=lambda n: "Esc" in n.description))
    user.wait_gone("button", "Next place")
    hears(user, "Qualified discovery. Enter when, 1 of 2. Stage 4 of 7")


def zoom(user):
    """Per cent, when nothing moves any more."""
    user.desktop.wait_still()
    return int(re.sub("[^0-9]", "", user.find(None, re.compile("^Zoom, ")).label))


@case(map="northgate")
def the_list_takes_the_place_of_the_inspector(user):
    user.app.maximize()
    user.find("heading", "Paper")
    assert zoom(user) > 75
    user.keys("ctrl+f")
    user.types("deal")
    user.sees("1 of 4")
    user.wait_gone("heading", "Leave when")
    assert zoom(user) > 70, "between two panes the page cannot be read"
    # over the page when it is asked for, and beside it as before when the list is gone
    user.keys("F9")
    user.find("heading", "Leave when")
    user.keys("F9")
    user.wait_gone("heading", "Leave when")
    user.keys("ctrl+f", "Escape")
    user.find("heading", "Leave when")


@case(map="northgate")
def replacing_is_one_step(user):
    user.keys("ctrl+h")
    user.types("discovery")
    user.sees("1 of")
    n = int(user.wait(lambda: re.search(r"1 of (\d+)", user.tree()), what="a count").group(1))
    user.keys("Tab")
    user.types("exploration")
    user.keys("Return")
    user.sees(f"of {n - 1}")
    user.click(user.find("button", "Replace All"))
    user.sees(f"Replaced in {n - 1} places.")
    user.sees(f"{n - 1} places replaced")
    assert not user.find_all(None, "Nothing found"), "a success looks like a failure"
    undo = f"Replace “discovery” with “exploration” in {n - 1} places"
    user.sees(undo)
    user.keys("ctrl+s")
    user.wait(lambda: ">Exploration<" in user.saved(), what="the capital in the file")
    assert "iscovery" not in re.sub(r'"[^"]*"|<file[^>]*>', "", user.saved())
    user.keys("Escape")
    user.wait_gone("button", "Replace All")
    user.keys("ctrl+z")
    user.wait_gone(None, f"Replaced in {n - 1} places.")
    user.keys("ctrl+z")
    at(user, "Discovery. Stage name")


if __name__ == "__main__":
    main()
