#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Around the blocks of a workshop: its agenda before it begins, and a show of hands."""
from harness import case, main

EMPTY = "resources/templates/en/empty.salesmap"


def propose(user, *texts):
    for text in texts:
        user.types(text)
        user.keys("Return")


def raise_hands(user, proposal, number):
    while user.focused().name != f"Hands: {proposal}":
        user.keys("Tab")
    user.keys("ctrl+a")
    user.types(number)


@case(map=EMPTY, size=(1366, 768))
def the_best_are_kept(user):
    user.keys("F5")
    user.sees("Ask the room")
    user.keys("space")
    user.focuses("Next criterion, Enter when")
    user.keys("ctrl+h")
    user.find("button", "Start the clock")
    propose(user, "Replied and named the topic", "Interested", "Booked a call")
    assert "sensitive" not in user.find("button", "Keep").states
    raise_hands(user, "Replied and named the topic", "4")
    raise_hands(user, "Booked a call", "9")
    user.keys("Tab")
    user.click(user.find("button", "Keep"))
    user.find("text box", "Leave when, 1 of 2")
    user.keys("Escape")
    user.keys("ctrl+s")
    user.wait(lambda: "Booked a call" in user.saved(), what="the map on disk")
    text = user.saved()
    kept = [line for line in text.splitlines() if "<criterion" in line]
    assert any("Booked a call" in line for line in kept), kept
    assert not any("Interested" in line for line in kept), kept
    assert 'hands="9" is="kept"' in text and 'is="left">Interested' in text, text


@case(map=EMPTY, size=(1366, 768))
def an_agenda_is_made_before(user):
    user.keys("F5")
    user.sees("Ask the room")
    user.click(user.find("button", "Blocks and times"))
    user.find("label", "13:00")
    user.click(user.find("checkbox", "1 Sourcing"))
    user.find("label", "11:40")
    user.click(user.find("text box", "2 Qualification: Ask the room"))
    user.types("Who says so?")
    while user.focused().name != "2 Qualification" or user.focused().role != "spin button":
        user.keys("shift+Tab")
    user.keys("Up", "Up")
    user.find("label", "12:00")
    user.keys("Escape")
    user.sees("Who says so?")
    user.keys("space")
    user.find("heading", "Qualification")
    user.find("label", "12:00")


if __name__ == "__main__":
    main()
