#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing of a deal book is found in what the window leaves behind of the map beside it."""
from harness import case, example, main

from traces import traces

PLANTED = ["Zyxomatic Quarries", "7359146.25", "jackdaws love my sphinx", "Quentin Vexley"]


def plants(user):
    """A deal book beside the map, with words that are nowhere else."""
    text = example("northgate").with_suffix(".salesdeals").read_text()
    for old, new in zip(["Brightline Logistics", "84000", "two days a month", "Ines Marek"], PLANTED):
        assert old in text, old
        text = text.replace(old, new)
    book = user.file.with_suffix(".salesdeals")
    book.write_text(text)
    return book


def exports(user, name):
    user.keys("ctrl+e")
    user.find("button", "Export…")
    user.desktop.wait_still()
    user.click("Export…")
    user.find("button", "Cancel")
    user.desktop.wait_still()
    user.keys("ctrl+a")
    user.types(str(user.home / name))
    user.keys("Return")
    user.sees(f"Exported “{name}”.")


@case(map="northgate")
def a_map_leaves_without_its_deals(user):
    book = plants(user)
    assert user.quit() == 0
    user.start(user.file)
    user.sees("Cost or impact quantified")
    # The deals are there to be seen, and one is looked at.
    user.keys("ctrl+4")
    user.sees(PLANTED[0])
    user.desktop.wait_still()
    user.keys("ctrl+1")
    user.desktop.wait_still()
    exports(user, "northgate.pdf")
    user.keys("ctrl+d")
    user.desktop.wait_still()
    user.keys("Escape", "ctrl+s")
    # The start page draws a picture of the map, and lists it.
    user.keys("ctrl+n")
    user.desktop.wait_still()
    assert list(traces([user.home / "northgate.pdf"], ["Northgate"])), "the search is blind"
    assert not (found := list(traces([user.home], PLANTED, [book]))), found


if __name__ == "__main__":
    main()
