#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files dropped on the window, by hand, from another program."""
import os
import re

from harness import case, example, main

from driver import start_app

DROP_TARGET = os.environ.get("SSM_DROP_TARGET", "drop-target")
DRAG_SOURCE = os.environ.get("SSM_DRAG_SOURCE", "drag-source")


def drop(user, *files, to=None):
    """Drag the files out of a window of their own onto the middle of ours, or onto a block."""
    with start_app([DRAG_SOURCE, *map(str, files)], desktop=user.desktop) as other:
        user.desktop.wait_still()
        x, y = other.find("label", "Drag me").center
        to_x, to_y = (300 if x > 500 else 1000, 420)
        if to:
            user.desktop.wait_still(3, 0.3)  # the page may just be making room
            to_x, to_y = user.find("list item", to).center
        user.desktop.drag(x, y, to_x, to_y)
        user.desktop.wait_still()


@case()
def a_dropped_map_opens_here_and_the_next_in_a_window_of_its_own(user):
    user.sees("Draw your sales system on one page")
    drop(user, example("northgate"))
    user.sees("Fits one page")
    assert len(user.app.windows()) == 1
    drop(user, example("northgate-ar"))
    user.wait(lambda: len(user.app.windows()) == 2, what="a second window")


@case()
def a_folder_and_a_strange_file_are_refused_by_name(user):
    user.sees("Draw your sales system on one page")
    folder = user.home / "folder"
    folder.mkdir()
    drop(user, folder)
    user.sees("Could not open “folder”")
    user.keys("Escape")
    picture = user.home / "holiday.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    drop(user, picture)
    user.sees("Could not open “holiday.png”")
    user.keys("Escape")
    user.sees("Draw your sales system on one page")


@case(map="northgate")
def a_text_becomes_criteria_and_a_table_stages_where_it_is_dropped(user):
    notes = user.home / "notes.md"
    notes.write_text("- [ ] Budget released\n- [ ] Start date agreed\n")
    drop(user, notes, to=re.compile("^Customer is live"))
    user.find("list item", re.compile("^Start date agreed. Enter when, 3 of 4. Stage 7 of 7"))
    table = user.home / "table.csv"
    table.write_text("Pilot;Review\nTest passed;Signed\n")
    drop(user, table, to=re.compile("^Expansion. Stage name"))
    user.find("list item", re.compile("^Signed. Leave when, 1 of 1. Stage 9 of 9, Review"))
    user.keys("ctrl+z", "ctrl+z")
    user.find("list item", re.compile("^Customer is live. Enter when, 1 of 2. Stage 7 of 7"))


@case()
def our_own_markdown_dropped_on_the_start_page_is_a_map_again(user):
    user.sees("Draw your sales system on one page")
    text, status = user.salesmap("show", "--format", "markdown", example("northgate"))
    assert status == 0, text
    file = user.home / "northgate.md"
    file.write_text(text)
    drop(user, file)
    user.find("list item", re.compile("^Stage 7 of 7: Expansion"))
    user.find("list item", re.compile("^Objections, procurement list. What we do"))


def carry(user, name, *places):
    """Drag what the page shows by this name from place to place, and let it go at the last."""
    user.desktop.move(*user.find("list item", re.compile("^" + name)).center)
    with user.desktop.pressed():
        for place in places:
            user.desktop.move(*place, steps=8, pause=0.03)
            user.desktop.wait_still(1)


@case(map="northgate")
def what_is_dragged_out_is_copied_and_brought_back_is_moved(user):
    window = user.app.x_windows()[0][0]
    window.configure(x=0, y=0, width=1060, height=700)
    user.desktop.x.sync()
    with start_app([DROP_TARGET], desktop=user.desktop) as other:
        other.find("label", "Drop here")
        other.x_windows()[0][0].configure(x=1120, y=300)
        user.desktop.x.sync()
        user.desktop.wait_still()
        there = other.find("label", "Drop here").center
        assert there[0] > 1060, there
        carry(user, "Handover notes shared", there)
        other.find("label", re.compile("^Handover notes shared"))
        carry(user, r"Close\. Stage name", there)
        other.find("label", re.compile("Signatories known(.|\n)*Handover notes shared"))
    assert not user.app.find_all(None, re.compile("Draft kept")), "nothing has changed here"
    back = user.find("list item", re.compile("^New opportunity opened")).center
    carry(user, "Handover notes shared", (1200, 300), back)
    user.find("list item", re.compile("^Handover notes shared. Leave when, . of 4. Stage 7"))
    user.keys("ctrl+z")
    user.find("list item", re.compile("^Handover notes shared. Leave when, 3 of 3. Stage 6"))


if __name__ == "__main__":
    main()
