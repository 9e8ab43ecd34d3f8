#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector: what is selected can be seen and changed in it, by key and by mouse."""
from harness import case, main


def inside(user):
    """Whether the keyboard is in the inspector."""
    node = user.focused()
    return node and any(a.name == "Inspector" for a in node.ancestors())


@case(map="northgate")
def it_opens_and_closes_and_is_remembered(user):
    user.find("text box", "Subtitle")
    user.keys("F6")
    user.focuses("Title")
    assert inside(user)
    user.keys("Escape")
    user.wait(lambda: "Title." in user.focused().name, what="the keyboard on the page")
    user.keys("F6", "F9")
    user.wait(lambda: not inside(user), what="the keyboard on the page")
    user.wait_gone("text box", "Subtitle")
    assert user.quit() == 0
    user.start(user.file)
    user.sees("Fits one page")
    assert not user.find_all("text box", "Subtitle")
    user.click("Inspector")
    user.find("text box", "Subtitle")


@case(map="northgate", size=(800, 700))
def in_a_narrow_window_it_lies_over_the_page(user):
    user.sees("Fits one page")
    assert not user.find_all("text box", "Subtitle")
    user.keys("F9")
    user.focuses("Title")
    user.keys("Escape")
    user.wait_gone("text box", "Subtitle")
    user.wait(lambda: "Title." in user.focused().name, what="the keyboard on the page")


if __name__ == "__main__":
    main()
