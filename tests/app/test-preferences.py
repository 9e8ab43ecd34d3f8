#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences do what they say, at once and the next time."""
import configparser

from harness import case, main


def stored(user, section, key):
    """A choice on the disk; "" while there is none."""
    parser = configparser.ConfigParser()
    parser.read(user.home / ".local" / "state" / "salesmap" / "state.ini")
    return parser.get(section, key, fallback="")


def choose(user, row, item, downs):
    """Choose an item of a row by keyboard, @downs below what is chosen."""
    user.find(None, row)
    user.click(row)
    user.find(None, item)
    user.desktop.wait_still()
    user.keys(*["Down"] * downs, "Return")
    user.desktop.wait_still()


@case()
def choices_hold_for_new_maps_and_the_next_start(user):
    user.sees("Draw your sales system on one page")
    user.keys("ctrl+comma")
    user.sees("Kept drafts")
    choose(user, "Style", "Dark", 2)
    user.wait(lambda: stored(user, "interface", "style") == "dark", what="dark on the disk")
    choose(user, "Paper", "Letter", 1)
    user.wait(lambda: stored(user, "new-maps", "paper") == "Letter", what="Letter on the disk")
    choose(user, "Language", "Deutsch", 2)
    user.wait(lambda: stored(user, "new-maps", "language") == "de", what="de on the disk")
    user.keys("Escape")
    user.wait_gone(None, "Kept drafts")
    user.keys("Return")
    user.sees("Letter landscape")
    assert user.quit() == 0
    user.start()
    user.sees("Draw your sales system on one page")
    user.keys("ctrl+comma")
    user.sees("Kept drafts")
    for chosen in ("Dark", "Letter", "Deutsch"):
        user.sees(chosen)


@case()
def kept_drafts_are_cleared_after_a_question(user):
    user.sees("Draw your sales system on one page")
    user.keys("Return")
    user.sees("Fits one page")
    user.types("Nobody needs this")
    user.sees("Draft kept ")
    user.keys("ctrl+n")
    user.sees("Draw your sales system on one page")
    user.keys("ctrl+comma")
    user.sees("None")  # the map that is open is not a kept draft
    user.keys("Escape", "ctrl+w")
    user.desktop.wait_still()
    user.sees("Nobody needs this")
    user.keys("ctrl+w")
    user.wait_exit(3)
    user.start()
    user.sees("Continue where you left off")
    user.keys("ctrl+comma")
    user.sees("1 draft, ")
    user.click("Clear Kept Drafts…")
    user.sees("Remove 1 kept draft?")
    user.desktop.wait_still()
    user.keys("Escape")
    user.wait_gone(None, "Remove 1 kept draft?")
    user.sees("1 draft, ")
    user.click("Clear Kept Drafts…")
    user.sees("Remove 1 kept draft?")
    user.click("Remove")
    user.sees("None")
    user.keys("Escape")
    user.wait_gone(None, "Continue where you left off")
    assert not list((user.home / ".local" / "state" / "salesmap").glob("recovery/**/*.now"))


if __name__ == "__main__":
    main()
