#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window puts on the page, the editor and “+ Add”, covers nothing else."""
import re

from harness import case, main


def item(user, name):
    return user.find("list item", re.compile("^" + name + ".*(Enter|Leave) when, "))


def at(user, name):
    """The rectangle of what the page shows."""
    return item(user, name).rect


def editor(user):
    """The box around the text that is written."""
    user.desktop.wait_still()
    text = user.find("text box", where=lambda node: "focused" in node.states)
    return text.parent.rect


def add(user):
    user.desktop.wait_still()
    return user.find("button", "Add criterion").rect


def overlap(one, other):
    return all(
        one[i] < other[i] + other[i + 2] and other[i] < one[i] + one[i + 2] for i in (0, 1)
    )


@case(map="northgate")
def a_defined_word_says_what_it_means(user):
    user.app.maximize()
    x, y = at(user, "Lead with minimum data")[:2]
    user.desktop.move(x + 30, y + 10)
    user.desktop.move(x + 28, y + 9)
    user.find("label", re.compile("^Lead: Inbound or list contact"))


def texts_under(user, button):
    """The criteria, and what is below them, over which @button lies."""
    items = user.find_all("list item", re.compile("(Enter|Leave) when, |It is now a"))
    return [item.name for item in items if overlap(item.rect, button)]


def column(user, number):
    return user.find("list item", re.compile(f"Stage {number} of 7: ")).rect


@case(map="northgate")
def the_editor_lies_on_its_text(user):
    user.app.maximize()
    user.click(item(user, "Cost or impact"))
    text = at(user, "Cost or impact")
    user.keys("F2")
    box = editor(user)
    assert overlap(text, box) and box[2] <= text[2] and box[3] <= text[3] + 4, (text, box)
    user.keys("Escape", *["ctrl+minus"] * 4)
    user.sees("50%")
    # too small to read: larger, on the same text, and nothing of the stage before it
    text, stage = at(user, "Cost or impact"), column(user, 3)
    user.keys("F2")
    box = editor(user)
    assert overlap(text, box) and box[3] > text[3], (text, box)
    assert stage[0] <= box[0] <= text[0] + text[2] / 4, (stage, box)
    assert box[2] < 2.5 * stage[2], (stage, box)
    user.keys("ctrl+a", "BackSpace")
    user.types("No")
    assert editor(user)[2] < box[2], "as small as its text"
    # never beside what is seen: with letters of twice their size the lens is large
    user.keys("Escape", "ctrl+z")
    user.desktop.look(text_scale=2.0)
    user.keys("ctrl+0")
    user.click(item(user, "New opportunity"))
    user.keys("F2")
    box = editor(user)
    assert box[0] >= 0 and box[0] + box[2] <= 1366 and box[1] + box[3] < 768, box


@case(map="northgate")
def add_finds_a_place_of_its_own(user):
    user.app.maximize()
    # below the last criterion, at the column's text
    user.click(item(user, "Fits the ICP"))
    last, button = at(user, "Decision maker or"), add(user)
    assert button[1] >= last[1] + last[3], (last, button)
    assert not texts_under(user, button)
    # in a full cell behind the last words, and where these leave no room between the columns
    user.click(item(user, "Source named"))
    last, button = at(user, "Source named"), add(user)
    assert texts_under(user, button) == [item(user, "Source named").name], button
    assert button[1] > last[1] + last[3] / 2 and button[0] > last[0] + last[2] / 3, button
    user.keys("F2", "End")
    user.types(" or wholly new")
    user.keys("Escape")
    button, stage = add(user), column(user, 1)
    assert abs(button[0] + button[2] / 2 - stage[0] - stage[2]) < 12, (stage, button)
    user.click((button[0] + button[2] / 2, button[1] + button[3] / 2))
    user.types("Owner known")
    user.keys("Escape")
    user.sees("Owner known. Enter when, 3 of 3")


@case(map="northgate-ar")
def all_is_mirrored_with_the_page(user):
    user.app.maximize()
    user.click(item(user, "تاريخ القرار متفق"))
    button, stage = add(user), column(user, 4)
    assert abs(button[0] + button[2] / 2 - stage[0]) < 12, (stage, button)
    user.click(item(user, "الألم بكلمات"))
    button, stage = add(user), column(user, 3)
    last = at(user, "خطوة تالية")
    assert last[1] + last[3] <= button[1], (last, button)
    assert stage[0] + stage[2] * 3 / 4 < button[0] + button[2] < stage[0] + stage[2], button
    user.keys(*["ctrl+minus"] * 4)
    user.sees("50%")
    user.click(item(user, "فحص التكرار تم"))
    user.keys("F2")
    stage, box = column(user, 1), editor(user)
    end = stage[0] + stage[2]
    assert end - stage[2] / 3 < box[0] + box[2] <= end, (stage, box)


if __name__ == "__main__":
    main()
