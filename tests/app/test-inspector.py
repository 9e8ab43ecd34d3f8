#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector: what is selected can be seen and changed in it, by key and by mouse."""
import re

from harness import NAMESPACE, case, main

TALL = (1366, 1500)


def inside(user):
    """Whether the keyboard is in the inspector."""
    node = user.focused()
    return node and any(a.name == "Inspector" for a in node.ancestors())


def on_page(user):
    user.wait(
        lambda: user.focused().name.startswith("Sales System Map: "),
        what="the keyboard on the page",
    )


def pane(user, role, name):
    """Something in the inspector, by role and name."""
    return user.find(
        role, name, where=lambda n: any(a.name == "Inspector" for a in n.ancestors())
    )


def saved(user, id):
    """The element of the part after Ctrl+S."""
    user.keys("ctrl+s")
    user.wait(lambda: user.find_all("button", re.compile("Saved")), what="the file on disk")
    return next(e for e in user.saved_map().iter() if e.get("id") == id)


def text_of(element, name):
    return element.find(NAMESPACE + name).text


def undone(user, step):
    """The step that Undo offers; then it is taken back."""
    tip = user.find("button", "Undo", where=lambda n: n.description)
    assert tip.description.endswith(": " + step), (tip.description, step)
    user.keys("ctrl+z")


@case(map="northgate")
def it_opens_and_closes_and_is_remembered(user):
    user.find("text box", "Subtitle")
    user.keys("F6")
    user.focuses("Title")
    assert inside(user)
    user.keys("Escape")
    on_page(user)
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
    on_page(user)


@case(map="northgate", size=TALL)
def the_page_is_written_by_key(user):
    user.app.maximize()
    user.keys("F6")
    user.focuses("Title")
    user.keys("ctrl+a")
    user.types("Our map")
    user.keys("Return")
    user.focuses("Subtitle")
    pane(user, "text box", "Next review").click()
    user.keys("ctrl+a")
    user.types("soon")
    user.sees("“soon” is no date.")
    user.keys("ctrl+a")
    user.types("1 Mar 2027")
    user.keys("Tab")
    user.wait(lambda: pane(user, "text box", "Next review").text == "2027-03-01", what="the date")
    user.click(pane(user, "combo box", "Direction"))
    user.click("Right to left")
    user.click("Fonts of this computer")
    user.types("cantarell")
    user.click("Cantarell")
    user.wait(lambda: pane(user, "text box", "Font").text == "Cantarell", what="the font")
    root = saved(user, "m-northgate")
    page = root.find(NAMESPACE + "page")
    assert page.get("direction") == "rtl" and page.get("font") == "Cantarell", page.attrib
    undone(user, "Change font")
    undone(user, "Change direction")
    assert text_of(root, "title") == "Our map"
    assert root.find(NAMESPACE + "edition").get("review") == "2027-03-01"
    undone(user, "Edit date")
    undone(user, "Edit title")
    user.wait(lambda: pane(user, "text box", "Title").text == "B2B Sales System Map", what="undo")
    assert inside(user), user.focused()


@case(map="northgate", size=TALL)
def a_stage_is_written(user):
    user.app.maximize()
    user.click(re.compile("^Discovery. Stage name"))
    pane(user, "text box", "What we do").fill("Pain and proof")
    pane(user, "text box", "Owner").fill("Anna")
    pane(user, "text box", "It is now a").fill("Real deal")
    pane(user, "spin button", "Stuck after").fill("30")
    user.keys("Return")
    pane(user, "spin button", "Goal: deals that move on").fill("0")
    user.keys("Return")
    assert saved(user, "s-discovery").get("goal") == "0", "nothing moves on, which was said"
    user.keys("ctrl+a")
    user.types("55")
    assert saved(user, "s-discovery").get("goal") == "0.55", "saved while it is typed"
    user.keys("ctrl+a", "BackSpace", "Return")
    pane(user, "button", "5 Ochre").click()
    stage = saved(user, "s-discovery")
    assert text_of(stage, "does") == "Pain and proof" and text_of(stage, "owner") == "Anna"
    assert stage.get("limit-days") == "30" and stage.get("goal") is None
    assert stage.get("colour") == "5"
    terms = {e.get("id"): e.get("term") for e in user.saved_map().iter() if e.get("term")}
    assert terms[stage.get("outcome")] == "Real deal"
    goals = ["Change goal"] * 3
    steps = ["Colour stage", *goals, "Change limit", "Edit outcome", "Edit owner"]
    for step in [*steps, "Edit what we do"]:
        undone(user, step)
    user.wait(lambda: pane(user, "text box", "Owner").text == "Account executive", what="undo")
    user.click("Next stage")
    user.wait(lambda: pane(user, "text box", "Name").text == "Proposal", what="the next stage")


def unnamed(user):
    """What can be pressed or written into and has no name."""
    roles = ("button", "toggle button", "text box", "spin button", "combo box", "list item")
    form = user.find("group", "Inspector")
    return [
        node
        for node in form.walk()
        if node.role in roles
        and (not node.name or node.unlabelled)
        and node.parent.role in ("group", "list")
        and not any(a.unlabelled for a in node.ancestors() if a.role == "list")
    ]


@case(map="northgate", size=TALL)
def a_criterion_is_looked_into_by_key(user):
    user.app.maximize()
    user.click(re.compile("^Fits the ICP"))
    user.keys("shift+F10")
    user.click("Proof and Tag…")
    user.focuses("Proof")
    assert not unnamed(user), unnamed(user)
    user.keys("ctrl+a")
    user.types("the profile")
    user.keys("Tab", "Return")
    user.click("Champion")
    pane(user, "text box", "CRM field that answers it").fill("fit")
    user.click(pane(user, "combo box", "The field"))
    user.click("is at least")
    pane(user, "text box", "Value").fill("3")
    element = saved(user, "c-qua-out1")
    wanted = dict(proof="the profile", letter="C", field="fit", test="at-least", value="3")
    assert {k: element.get(k) for k in wanted} == wanted, element.attrib
    for step in ("Edit field test", "Edit field test", "Edit field test", "Tag criterion"):
        undone(user, step)
    undone(user, "Edit proof")
    assert inside(user)


@case(map="northgate", size=TALL)
def criteria_are_added_moved_and_deleted(user):
    user.app.maximize()
    user.click(re.compile("^Fits the ICP"))
    user.click("Add to Enter When")
    user.focuses("New criterion")
    user.types("Budget named")
    user.keys("Return")
    user.types("Date named")
    user.keys("Return", "Return")
    pane(user, "list", "Enter when, 4")
    user.click(pane(user, "label", "Budget named"))
    user.keys("Delete")
    user.sees("Criterion “Budget named” deleted.")
    user.focuses("Date named. 3 of 3")
    user.keys("Return")
    pane(user, "text box", "Proof")
    user.keys("Return")
    user.wait_gone("text box", "Proof")
    user.keys("ctrl+Up")
    user.focuses("Date named. 2 of 3")
    user.keys("shift+ctrl+Down")
    user.focuses("Date named. 4 of 4")
    pane(user, "list", "Leave when, 4")
    user.sees("Four or more criteria here.")
    user.click("Move to Enter When")
    pane(user, "list", "Leave when, 3")
    undone(user, "Move criterion")
    user.drag(
        pane(user, "label", "Date named"),
        pane(user, "label", "Lead with minimum data"),
    )
    pane(user, "list", "Enter when, 3")
    criteria = [e.text for e in saved(user, "s-qualification").iter(NAMESPACE + "criterion")]
    assert "Date named" in criteria[:2] and len(criteria) == 6, criteria
    for _ in range(4):
        undone(user, "Move criterion" if _ < 3 else "Delete criterion")
    pane(user, "list item", re.compile("^Budget named. 3 of 4"))
    undone(user, "Add criterion")
    undone(user, "Add criterion")


@case(map="northgate", size=TALL)
def hints_are_mended(user):
    user.app.maximize()
    pane(user, "text box", "Title")
    user.click(re.compile("^Fits the ICP"))
    user.keys("F2", "ctrl+a")
    user.types("Price and terms agreed and the SAL named")
    user.keys("Escape")
    user.sees("Two or more criteria in one.")
    user.click("Split in Two")
    pane(user, "list item", re.compile("^The SAL named. 2 of 4"))
    undone(user, "Split criterion")
    user.click("Define This Term")
    user.wait(lambda: pane(user, "text box", "Term").text == "SAL", what="the definition")
    user.keys("ctrl+z")
    user.click(re.compile("^Expansion: the new opportunity"))
    pane(user, "text box", "Who goes this way, and why").fill("Back again")
    assert saved(user, "l-grow").text == "Back again"
    undone(user, "Edit return path")


def press(user, name, index=0):
    """A button that may have to be scrolled to."""
    user.wait(lambda: user.find_all("button", name, showing=False), what=name)[index].act()


def said(root, name):
    """What the file says of all parts of this name."""
    return [dict(e.attrib, text=(e.text or "").strip()) for e in root.iter(NAMESPACE + name)]


@case(map="northgate", size=TALL)
def targets_and_lost_reasons_are_kept(user):
    user.app.maximize()
    user.sees("Fits one page")
    user.keys("ctrl+s")
    targets = said(user.saved_map(), "measure")
    reasons = said(user.saved_map(), "reason")

    press(user, "Add lost reason")
    user.focuses("Reason")
    user.keys("ctrl+a")
    user.types("No budget")
    user.keys("Tab")
    user.focuses("Code")
    user.types("budget")
    assert saved(user, last_id(user, "reason")).text == "No budget"
    assert said(user.saved_map(), "reason")[-1]["code"] == "budget"
    press(user, "Move Up", -1)
    user.wait(lambda: "Move lost" in user.find("button", "Undo").description, what="the move")
    user.keys("ctrl+s")
    moved = lambda: [r["text"] for r in said(user.saved_map(), "reason")].index("No budget")
    user.wait(lambda: moved() == len(reasons) - 1, what="the reason one place up")
    press(user, "Delete", -2)
    user.sees("Lost reason “No budget” deleted.")
    for step in ["Delete lost reason", "Move lost reason", "Edit lost reason",
                 "Edit lost reason", "Add lost reason"]:
        undone(user, step)
    user.keys("ctrl+s")
    user.wait(lambda: said(user.saved_map(), "reason") == reasons, what="all as it was")

    press(user, "Add target")
    user.focuses("Target")
    user.keys("ctrl+a")
    user.types("12")
    user.keys("ctrl+s")
    added = lambda: said(user.saved_map(), "measure")[len(targets):]
    user.wait(lambda: added() and added()[0].get("target") == "0.12", what="the new target")
    for step in ["Edit target", "Add target"]:
        undone(user, step)
    user.keys("ctrl+s")
    user.wait(lambda: said(user.saved_map(), "measure") == targets, what="as it was")


def last_id(user, name):
    """The id of the last part of this name, after Ctrl+S."""
    user.keys("ctrl+s")
    user.wait(lambda: user.find_all("button", re.compile("Saved")), what="the file on disk")
    return list(user.saved_map().iter(NAMESPACE + name))[-1].get("id")


if __name__ == "__main__":
    main()
