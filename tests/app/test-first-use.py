#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who works with the mouse and has read nothing: what is clicked is what is
written, and nothing is written over by the way."""
import re

from harness import case, main


def begins(name):
    return re.compile("^" + re.escape(name))


def stages(user):
    return len(user.find_all("list item", begins("Stage ")))


def desk(user):
    """A point of the desk, left of the page's middle."""
    box = user.find("list", begins("Sales System Map")).rect
    return box[0] + 6, box[1] + box[3] // 2


def start_empty(user):
    user.sees("Draw your sales system on one page")
    user.click("Seven empty stages")
    user.sees("Fits one page")
    user.desktop.wait_still()


def focus_begins(user, name):
    user.wait(lambda: (node := user.focused()) and node.name.startswith(name), what=name)


@case()
def the_head_is_filled_where_it_stands(user):
    start_empty(user)
    assert stages(user) == 7
    owner = user.find("list item", begins("Empty. Owner")).rect
    for share in (0.9, 0.1):
        user.click((owner[0] + int(owner[2] * share), owner[1] + owner[3] - 4))
        focus_begins(user, "Empty. Owner")
        user.keys("Escape")
        user.click(desk(user))
    assert stages(user) == 7, "a click on the owner has inserted a stage"

    user.click((owner[0] + int(owner[2] * 0.9), owner[1] + owner[3] - 4))
    user.types("Head of Sales")
    user.keys("Return")
    focus_begins(user, "Head of Sales. Owner")


@case()
def return_stays_on_a_single_text(user):
    start_empty(user)
    user.click(begins("Empty. It is now a. Stage 2"))
    user.wait(lambda: user.focused().role == "text box", what="the editor")
    user.keys("Return")
    focus_begins(user, "Empty. It is now a. Stage 2")
    user.types("opportunity")
    user.keys("Return")
    focus_begins(user, "opportunity. It is now a. Stage 2")
    user.keys("ctrl+z")
    focus_begins(user, "Empty. It is now a. Stage 2")

    # while a criterion is begun the pane beside stays with its stage
    user.click(begins("Leave when, 0"))
    user.wait(lambda: user.focused().role == "text box", what="the editor")
    user.desktop.wait_still()
    assert not user.find_all("label", "Page")


@case(map="northgate")
def the_desk_selects_nothing(user):
    user.sees("Fits one page")
    before = user.salesmap("show", user.file)
    user.types("gone")
    user.click(begins("Cost or impact quantified"))
    user.click(desk(user), button=3)
    user.find("menu item", "Paste")
    user.keys("Escape")
    user.click(begins("Cost or impact quantified"))
    user.click(desk(user))
    user.types("gone")
    user.keys("ctrl+s")
    user.desktop.wait_still()
    assert not user.find_all("list item", begins("gone"))
    assert user.salesmap("show", user.file) == before
    user.keys("Down")
    focus_begins(user, "B2B Sales System Map. Title.")


if __name__ == "__main__":
    main()
