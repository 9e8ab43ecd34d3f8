#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be seen and heard: names for a screen reader, dark style, panes by key."""
import re

from harness import case, main


def unnamed_controls(user):
    """Things one can press or write into that a screen reader has no word for: a tooltip
    is none."""
    roles = ("button", "toggle button", "text box", "search box", "combo box", "switch")
    return [
        node
        for node in user.find_all()
        if node.role in roles and (not node.name or node.unlabelled)
    ]


def badly_named_items(user):
    """Those of an open menu that are not called exactly what they say."""
    items = user.find_all(where=lambda node: node.role.startswith("menu item"))
    assert len(items) > 4, items
    return [item for item in items if not item.name or item.name != item.label]


@case()
def every_control_of_the_start_page_is_named(user):
    user.sees("More templates")
    assert not unnamed_controls(user), unnamed_controls(user)


@case(map="northgate")
def every_control_of_the_map_is_named(user):
    user.sees("Fits one page")
    assert not unnamed_controls(user), unnamed_controls(user)
    user.keys("F10")
    user.sees("Keyboard Shortcuts")
    assert not badly_named_items(user), badly_named_items(user)
    user.keys("Escape", "ctrl+e")
    user.sees("File name")
    assert not unnamed_controls(user), unnamed_controls(user)


@case(map="northgate")
def the_page_stays_white_in_the_dark(user):
    user.sees("Fits one page")
    x, y = user.find("list item", re.compile("Title[.]$")).rect[:2]
    inside, desk = (x, y - 8), (4, y)
    assert user.desktop.pixel(*inside) == (255, 255, 255)
    assert user.desktop.pixel(*desk) == (0xDE, 0xDE, 0xE0)
    user.desktop.look(dark=True)
    user.desktop.wait_still()
    assert user.desktop.pixel(*inside) == (255, 255, 255)
    assert user.desktop.pixel(*desk) == (0x1A, 0x1A, 0x1A)


@case(map="northgate")
def the_style_can_be_chosen_and_is_remembered(user):
    user.keys("ctrl+comma")
    user.click("Style")
    user.click("Dark")
    user.keys("Escape")
    user.wait_gone(None, "Kept drafts")
    user.desktop.wait_still()
    assert user.desktop.pixel(4, 200) == (0x1A, 0x1A, 0x1A)
    assert user.quit() == 0
    user.start(user.file)
    user.sees("Fits one page")
    user.desktop.wait_still()
    assert user.desktop.pixel(4, 200) == (0x1A, 0x1A, 0x1A)


@case(map="northgate")
def panes_follow_each_other(user):
    user.sees("Fits one page")
    seen = []
    for _ in range(3):
        user.keys("F6")
        node = user.focused()
        seen.append(next((a.role for a in [node, *node.ancestors()] if a.name), ""))
        seen[-1] += " " + node.label
    assert len(set(seen)) == 3, seen
    user.keys("shift+F6")
    assert user.focused().label in seen[1], (user.focused(), seen)


@case(map="northgate")
def what_is_missing_is_shown_and_gone_to(user):
    file = user.home / "gaps.salesmap"
    before, rest = user.saved().split('<stage id="s-close"')
    close, after = rest.split("</stage>", 1)
    close = re.sub("<exit>.*</exit>", "", close, flags=re.DOTALL)
    file.write_text(before + '<stage id="s-close"' + close + "</stage>" + after)
    assert user.quit() == 0
    user.start(file)
    user.click(re.compile("^Self-check 2 of 4"))
    user.sees("One live deal has been diagnosed")
    user.click("Go there")
    user.sees("Stage 6 of 7")


@case(map="northgate")
def too_much_text_is_said_and_gone_to(user):
    file = user.home / "much.salesmap"
    line = "<criterion id='c-much-%d'>A condition that is long and not the only one</criterion>"
    much = "".join(line % i for i in range(60))
    before, rest = user.saved().split('<stage id="s-discovery"')
    file.write_text(before + '<stage id="s-discovery"' + rest.replace("<exit>", "<exit>" + much, 1))
    assert user.quit() == 0
    user.start(file)
    user.sees("lines too many for one page.")
    user.click("Show")
    user.sees("Stage 3 of 7")
    user.keys("ctrl+e")
    user.find("button", "Export…", where=lambda n: "sensitive" not in n.states)


@case(map="northgate")
def a_toast_takes_back_its_own_step_and_no_other(user):
    user.click(re.compile("^Procurement list complete"))
    user.keys("Delete")
    user.sees("Criterion “Procurement list complete” deleted")
    user.click(user.find("button", "Undo", where=lambda n: not n.description))
    user.sees("Procurement list complete. Leave when, 2 of 3")
    user.click(re.compile("^Objections listed"))
    user.keys("Delete")
    user.sees("Criterion “Objections listed” deleted")
    user.keys("F2")
    user.types("Something else")
    user.wait_gone(None, re.compile("deleted$"))


@case(map="northgate")
def zoom_is_shown_and_kept_in_bounds(user):
    fit = user.find(None, re.compile("^Zoom, ")).label
    for _ in range(12):
        user.keys("ctrl+plus")
    user.sees("400%")
    for _ in range(20):
        user.keys("ctrl+minus")
    user.sees("50%")
    user.keys("ctrl+0")
    user.find(None, fit)


if __name__ == "__main__":
    main()
