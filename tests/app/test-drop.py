#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files dropped on the window, by hand, from another program."""
import os

from harness import case, example, main

from driver import start_app

DRAG_SOURCE = os.environ.get("SSM_DRAG_SOURCE", "drag-source")


def drop(user, *files):
    """Drag the files out of a window of their own onto the middle of ours."""
    with start_app([DRAG_SOURCE, *map(str, files)], desktop=user.desktop) as other:
        user.desktop.wait_still()
        x, y = other.find("label", "Drag me").center
        to_x = 300 if x > 500 else 1000
        user.desktop.drag(x, y, to_x, 420)
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


if __name__ == "__main__":
    main()
