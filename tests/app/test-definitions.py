#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Definitions view: the words a team has agreed on, by key and by mouse."""
import re

from harness import NAMESPACE, case, main


def terms(user):
    """The terms of the map on disk, in their order."""
    user.keys("ctrl+s")
    user.sees("Saved")
    return [d.get("term") for d in user.saved_map().iter(NAMESPACE + "definition")]


@case(map="northgate")
def views_are_switched_by_key_and_mouse(user):
    user.sees("Fits one page")
    user.keys("ctrl+2")
    user.focuses("Lead")
    user.keys("ctrl+1")
    user.sees("B2B Sales System Map")
    user.click(user.find("tab", "Definitions"))
    user.sees("Inbound or list contact with minimum data.")
    user.click(user.find("tab", "Map"))
    user.find("list item", re.compile("^Procurement list complete"))


@case(map="northgate")
def a_term_is_added_and_written_by_key(user):
    user.keys("ctrl+2")
    user.focuses("Lead")
    user.keys("Down", "Return")
    user.focuses("Term")
    user.keys("Tab", "ctrl+a")
    user.types("A lead we would bet on")
    user.click(user.find("button", "Add a term"))
    user.types("Deal desk")
    assert terms(user)[-1] == "Deal desk"
    assert "A lead we would bet on" in user.saved()
    user.keys("ctrl+z", "ctrl+z", "ctrl+z")
    user.sees("Fits the ICP, has a relevant problem")
    user.find("tab", "Definitions", where=lambda n: "selected" in n.states)


@case(map="northgate")
def undo_goes_where_the_change_is(user):
    user.click(re.compile("^Procurement list complete"))
    user.keys("Delete")
    user.sees("Criterion “Procurement list complete” deleted")
    user.keys("ctrl+2")
    user.focuses("Lead")
    user.keys("ctrl+z")
    user.wait(
        lambda: user.focused() and user.focused().name.startswith("Procurement list"),
        what="the criterion that is back",
    )
    user.keys("ctrl+2")
    user.click(user.find("list item", "Champion"))
    user.keys("Return")
    user.types("Ally")
    user.keys("ctrl+1", "ctrl+z")
    user.find("tab", "Definitions", where=lambda n: "selected" in n.states)
    user.find("list item", "Champion")


@case(map="northgate", size=(360, 640))
def a_narrow_window_shows_one_pane(user):
    user.desktop.wait_still()
    user.click(user.find("tab", "Definitions"))
    user.click(user.find("list item", "SQL"))
    user.keys("Return")
    user.sees("Fits the ICP, has a relevant problem")
    user.click("All Terms")
    user.find("list item", "Champion")
    assert user.app.windows()[0].rect[2] <= 360


if __name__ == "__main__":
    main()
