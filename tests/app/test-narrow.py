#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a narrow window one stage at a time is a form, and the page a preview."""
import re

from harness import NAMESPACE, case, main


def title(user):
    return user.saved_map().findtext(f"{NAMESPACE}title")


@case(map="northgate", size=(360, 640))
def a_phone_writes_stage_by_stage(user):
    user.focuses("Title")
    assert user.app.windows()[0].rect[2] <= 360
    user.keys("ctrl+a")
    user.types("Northgate")
    user.keys("ctrl+s")
    user.wait(lambda: title(user) == "Northgate", what="the title on disk")
    user.keys("ctrl+z", "ctrl+s")
    user.wait(lambda: title(user) == "B2B Sales System Map", what="undo on disk")
    assert user.focused().label == "Title", user.focused()
    # by key, by mouse, and no further than the ends
    user.keys("ctrl+Page_Down")
    user.sees("1 of 7, Sourcing")
    user.click("Next stage")
    user.sees("2 of 7, Qualification")
    user.click("Previous stage, or the page")
    user.sees("1 of 7, Sourcing")
    for _ in range(8):
        user.keys("ctrl+Page_Down")
    user.sees("7 of 7, Expansion")
    for _ in range(9):
        user.keys("ctrl+Page_Up")
    user.sees("Page")
    assert "sensitive" not in user.find("button", "Previous stage, or the page").states


@case(map="northgate", size=(360, 640))
def the_page_is_a_preview(user):
    user.focuses("Title")
    user.keys("ctrl+Page_Down", "ctrl+Page_Down")
    user.sees("2 of 7, Qualification")
    user.click("Page Preview")
    user.find("list item", "Stage 2 of 7: Qualification")
    user.click(user.find("list item", "Stage 5 of 7: Negotiation"))
    user.keys("F9")
    user.sees("5 of 7, Negotiation")
    user.wait_gone("list item", "Stage 5 of 7: Negotiation")


@case(map="northgate", size=(360, 640))
def a_criterion_is_written_and_taken_back(user):
    user.focuses("Title")
    user.keys("ctrl+Page_Down")
    user.sees("1 of 7, Sourcing")
    user.click("Add to Enter When")
    user.types("Budget named in writing")
    user.keys("ctrl+Page_Down")
    user.sees("2 of 7, Qualification")
    user.keys("F9")
    user.find("list item", re.compile("^Budget named in writing. Enter when, 3 of 3."))
    user.keys("ctrl+z", "ctrl+s")
    user.wait_gone("list item", re.compile("^Budget named in writing"))
    user.sees("Saved ")
    assert "Budget named" not in user.saved()


def names(user):
    """Of the stages, as they are on disk."""
    return [e.findtext(f"{NAMESPACE}name") for e in user.saved_map().iter(f"{NAMESPACE}stage")]


@case(map="northgate", size=(360, 640))
def stages_are_added_moved_and_deleted(user):
    user.focuses("Title")
    before = names(user)
    user.find_all("button", "Add Stage", showing=False)[0].act()
    user.focuses("Name")
    user.sees("8 of 8, New stage")
    user.keys("ctrl+a")
    user.types("Renewal")
    user.click("Change the stage")
    user.click("Move Earlier")
    user.sees("7 of 8, Renewal")
    user.click("Change the stage")
    user.click("Insert Before")
    user.focuses("Name")
    user.sees("7 of 9, New stage")
    user.keys("ctrl+s")
    user.wait(lambda: names(user)[6:] == ["New stage", "Renewal", "Expansion"], what="the order")
    user.click("Change the stage")
    user.click("Delete Stage")
    user.sees("Stage “New stage” deleted.")
    user.keys(*["ctrl+z"] * 5, "ctrl+s")
    user.wait(lambda: names(user) == before, what="all as it was")


@case(map="northgate", size=(360, 294))
def the_smallest_window_has_room_to_write(user):
    user.focuses("Title")
    assert user.app.windows()[0].rect[2:] == (360, 294), user.app.windows()[0].rect
    user.keys("ctrl+a")
    user.types("Small")
    user.keys("ctrl+s")
    user.wait(lambda: title(user) == "Small", what="the title on disk")


@case(size=(360, 640))
def a_new_map_begins_in_the_form(user):
    user.sees("Draw your sales system on one page")
    user.keys("Return")
    user.focuses("Title")
    user.keys("ctrl+a")
    user.types("Mine")
    user.sees("Draft kept")


@case(map="northgate")
def a_window_that_gets_narrow_changes_over(user):
    user.find("list item", "Stage 2 of 7: Qualification")
    assert not user.find_all(None, "Page Preview")
    window = user.app.x_windows()[0][0]
    window.configure(width=500, height=600)
    user.desktop.x.sync()
    user.find(None, "Page Preview")
    user.wait_gone("list item", "Stage 2 of 7: Qualification")
    window.configure(width=1000, height=600)
    user.desktop.x.sync()
    user.find("list item", "Stage 2 of 7: Qualification")


if __name__ == "__main__":
    main()
