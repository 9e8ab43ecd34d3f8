#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Map view by key and by mouse: where keys lead, what they do, what a reader hears."""
import re

from harness import case, main


def at(user, name):
    """The block whose name begins so."""
    return user.find("list item", re.compile("^" + re.escape(name)))


def hears(user, name):
    user.wait(lambda: (user.focused() or at(user, "")).name.startswith(name), what=name)


def stages(user):
    return [node.name.split(": ")[1] for node in user.find_all("list item", re.compile("^Stage "))]


@case(map="northgate")
def the_tree_is_named(user):
    hears(user, "Sales System Map: B2B Sales System Map, 7 stages")
    user.find("list", "Sales System Map: B2B Sales System Map, 7 stages")
    stage = at(user, "Stage 3 of 7: Discovery")
    assert stage.description == "2 enter, 3 leave; 60 % should move on", stage.description
    names = [node.name for node in stage.children if node.role == "list"]
    assert names == ["Enter when, 2", "Leave when, 3"], names
    criterion = at(user, "Cost or impact quantified. Leave when, 2 of 3. Stage 3 of 7, Discovery.")
    assert criterion.description.startswith("Proof: "), criterion.description
    assert {"block.select", "block.edit"} <= set(criterion.actions), criterion.actions
    criterion.act("block.edit")
    user.wait(lambda: user.focused().role == "text box", what="the editor")


@case(map="northgate")
def arrows_follow_the_page(user):
    user.keys("ctrl+Home", "ctrl+Page_Down", "Down")
    hears(user, "Sourcing. Stage name.")
    user.keys("Right", "Right", "Down")
    hears(user, "Problem, impact, decision process, risk. What we do.")
    user.keys("Down", "Down", "Down", "Right")
    hears(user, "Scope, price and risk in one document. Leave when, 1 of 3.")
    user.keys("End")
    hears(user, "Value reviewed with the sponsor.")
    user.keys("Home", "ctrl+Page_Down")
    hears(user, "Fits the ICP. Leave when, 1 of 3. Stage 2 of 7")


@case(map="northgate")
def keys_move_criteria_and_stages(user):
    user.click(re.compile("^Fits the ICP"))
    user.keys("ctrl+Down")
    hears(user, "Fits the ICP. Leave when, 2 of 3.")
    user.keys("shift+ctrl+Up")
    hears(user, "Fits the ICP. Enter when, 3 of 3.")
    user.keys("shift+ctrl+Page_Down")
    hears(user, "Fits the ICP. Enter when, 3 of 3. Stage 3 of 7, Qualification.")
    user.keys("ctrl+z", "ctrl+z", "ctrl+z")
    assert stages(user)[:3] == ["Sourcing", "Qualification", "Discovery"], stages(user)
    user.keys("shift+ctrl+Right")
    user.types("Pilot")
    user.keys("Escape")
    assert stages(user)[2] == "Pilot", stages(user)


@case(map="northgate")
def writing_goes_on_by_enter_and_tab(user):
    user.click(re.compile("^Signatories known"))
    user.keys("F2", "Return")
    user.types("Paper signed")
    user.keys("Return")
    hears(user, "Empty. Enter when, 4 of 4.")
    user.keys("BackSpace")
    hears(user, "Paper signed. Enter when, 3 of 3.")
    user.keys("Tab")
    hears(user, "Signed, or lost with a coded reason.")
    user.types("Signed")
    user.keys("Escape", "Escape")
    hears(user, "Stage 6 of 7: Close")
    user.keys("ctrl+s")
    user.wait(lambda: "Paper signed" in user.saved(), what="the saved criterion")
    assert "<criterion" in user.saved() and ">Signed<" in user.saved()


@case(map="northgate")
def typing_replaces_and_delete_can_be_undone(user):
    user.click(re.compile("^Objections listed"))
    user.types("Äpfel")
    user.keys("Escape")
    at(user, "Äpfel. Enter when, 2 of 2.")
    user.keys("Delete")
    user.sees("Criterion “Äpfel” deleted.")
    user.keys("ctrl+z")
    hears(user, "Äpfel. Enter when, 2 of 2.")
    user.keys("ctrl+z")
    hears(user, "Objections listed")


@case(map="northgate")
def a_stage_is_dragged_by_its_head(user):
    start, end = at(user, "Discovery. Stage name").center, at(user, "Close. Stage name").center
    user.drag(start, end)
    expected = ["Sourcing", "Qualification", "Proposal", "Negotiation", "Close", "Discovery"]
    user.wait(lambda: stages(user)[:6] == expected, what="the new order")
    user.keys("ctrl+z")
    user.wait(lambda: stages(user)[2] == "Discovery", what="the old order")


@case(map="northgate")
def the_wheel_zooms_about_the_pointer(user):
    user.click(re.compile("^Scope, price and risk"))
    for _ in range(6):
        user.keys("ctrl+plus")
    user.desktop.wait_still()
    before, wide = at(user, "Scope, price and risk").center, at(user, "Scope").rect[2]
    user.desktop.move(*before)
    with user.desktop.held("ctrl"):
        user.desktop.scroll(-4)
    user.wait(lambda: at(user, "Scope").rect[2] > wide * 1.4, what="a larger page")
    after = at(user, "Scope, price and risk").center
    assert abs(after[0] - before[0]) < 3 and abs(after[1] - before[1]) < 3, (before, after)


@case(map="northgate")
def lines_are_pasted_as_criteria(user):
    user.click(re.compile("^Signatories known"))
    user.keys("ctrl+a", "ctrl+c")
    user.click(re.compile("^Customer is live"))
    user.keys("F2", "ctrl+a", "ctrl+v", "Escape")
    hears(user, "Signatories known. Enter when, 2 of 3. Stage 7 of 7")
    user.keys("ctrl+z")
    at(user, "Customer is live. Enter when, 1 of 2.")


if __name__ == "__main__":
    main()
