#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Structure by hand: stages and criteria are moved, split, joined and linked by mouse and by
key, each in one step that can be undone."""
import re

from harness import NAMESPACE, case, main


def at(user, name, role="list item"):
    """The block whose name begins so."""
    return user.find(role, re.compile("^" + re.escape(name)))


def hears(user, name):
    user.wait(lambda: (user.focused() or at(user, "")).name.startswith(name), what=name)


def stages(user):
    return [node.name.split(": ")[1] for node in user.find_all("list item", re.compile("^Stage "))]


def has_stages(user, *names):
    user.wait(lambda: stages(user)[: len(names)] == list(names), what=f"stages {names}")


def undone_in_one_step(user, label):
    """Undo says what it takes back, and has nothing more behind that."""
    user.wait(lambda: label in user.find("button", "Undo").description, what=label)
    user.keys("ctrl+z")
    user.wait(lambda: "sensitive" not in user.find("button", "Undo").states, what="one step")


@case(map="northgate")
def a_stage_is_split_and_joined(user):
    user.click(re.compile("^Cost or impact quantified"))
    user.keys("shift+ctrl+Return")
    user.types("Business case")
    user.keys("Escape")
    has_stages(user, "Sourcing", "Qualification", "Discovery", "Business case", "Proposal")
    at(user, "Cost or impact quantified. Leave when, 1 of 2. Stage 4 of 8, Business case.")
    at(user, "Business pain in the customer’s words. Leave when, 1 of 1. Stage 3 of 8")
    user.keys("ctrl+z", "ctrl+z")
    has_stages(user, "Sourcing", "Qualification", "Discovery", "Proposal")

    user.click(re.compile("^Fits the ICP"))
    user.keys("shift+ctrl+j")
    user.types("Qualify")
    user.keys("Escape")
    has_stages(user, "Sourcing", "Qualify", "Proposal")
    at(user, "SQL accepted by its owner. Leave when, 4 of 8. Stage 2 of 6, Qualify.")
    user.keys("ctrl+z", "ctrl+z")
    has_stages(user, "Sourcing", "Qualification", "Discovery", "Proposal")


@case(map="northgate")
def the_stage_menu_splits_and_joins(user):
    user.click(at(user, "Discovery. Stage name"), button=3)
    user.click("Split Stage")
    user.keys("Escape")
    has_stages(user, "Sourcing", "Qualification", "Discovery", "Discovery 2", "Proposal")
    at(user, "Next step captured, with a date. Leave when, 1 of 1. Stage 4 of 8, Discovery 2.")
    user.keys("ctrl+s")
    user.wait(lambda: "Discovery 2" in user.saved(), what="the saved stage")
    link = user.saved_map().find(f".//{NAMESPACE}link[@id='l-grow']")
    assert link.get("to") == "s-discovery", "the loop still arrives at the first part"
    user.click(at(user, "Discovery. Stage name"), button=3)
    user.click("Join with Next Stage")
    user.keys("Escape")
    has_stages(user, "Sourcing", "Qualification", "Discovery", "Proposal")


@case(map="northgate")
def a_criterion_is_dragged_with_a_preview(user):
    start = at(user, "Cost or impact quantified").center
    target = at(user, "Walked through with the decision maker").center
    user.desktop.move(*start)
    with user.desktop.pressed():
        user.desktop.move(*target, steps=12)
        at(user, "Cost or impact quantified. Leave when, 2 of 4. Stage 4 of 7, Proposal.")
        user.keys("Escape")
        at(user, "Cost or impact quantified. Leave when, 2 of 3. Stage 3 of 7, Discovery.")
    assert "sensitive" not in user.find("button", "Undo").states

    user.desktop.move(*start)
    with user.desktop.pressed():
        user.desktop.move(*target, steps=12)
        user.desktop.move(*at(user, "B2B Sales System Map. Title").center, steps=12)
        at(user, "Cost or impact quantified. Leave when, 2 of 3. Stage 3 of 7, Discovery.")
    at(user, "Cost or impact quantified. Leave when, 2 of 3. Stage 3 of 7, Discovery.")

    user.drag(start, at(user, "Signatories known").center)
    at(user, "Cost or impact quantified. Enter when, 3 of 3. Stage 6 of 7, Close.")
    undone_in_one_step(user, "Move criterion")
    user.drag(start, at(user, "SQL accepted by its owner").center)
    at(user, "Cost or impact quantified. Enter when, 2 of 3. Stage 3 of 7, Discovery.")
    undone_in_one_step(user, "Move criterion")

    user.keys("ctrl+Right")
    hears(user, "Cost or impact quantified. Leave when, 2 of 4. Stage 4 of 7, Proposal.")
    user.keys("ctrl+Left")
    hears(user, "Cost or impact quantified. Leave when, 2 of 3. Stage 3 of 7, Discovery.")
    user.keys("Escape")
    cell = user.focused().name
    user.keys("ctrl+Right", "ctrl+Left", "ctrl+Down", "shift+ctrl+Up")
    user.desktop.wait_still()
    assert user.focused().name == cell, user.focused().name


@case(map="northgate")
def dragging_scrolls_a_large_page(user):
    user.click(at(user, "Lists, inbound, partners"))
    for _ in range(6):
        user.keys("ctrl+plus")
    user.desktop.wait_still()
    width, height = user.desktop.size
    start = at(user, "Sourcing. Stage name").center
    user.desktop.move(*start)
    with user.desktop.pressed():
        user.desktop.move(width - 12, start[1], steps=12)
        user.wait(lambda: at(user, "Expansion. Stage name").rect[0] < width - 300, what="scrolling")
        user.desktop.move(*at(user, "Expansion. Stage name").center, steps=6)
    user.wait(lambda: stages(user)[-1] == "Sourcing", what="Sourcing at the end")
    undone_in_one_step(user, "Move stage")


@case(map="northgate")
def a_plus_between_two_stages_inserts_one(user):
    head = at(user, "Proposal. Stage name").rect
    user.desktop.move(head[0], head[1] + 3)
    plus = user.find("button", re.compile("^Insert stage after “Discovery”"))
    assert plus.rect[2] >= 34 and plus.rect[3] >= 34, plus.rect
    user.click(plus)
    user.types("Pilot")
    user.keys("Escape")
    has_stages(user, "Sourcing", "Qualification", "Discovery", "Pilot", "Proposal")
    user.keys("Escape")
    user.find("button", re.compile("^Insert stage after “Pilot”"))
    user.keys("ctrl+z", "ctrl+z")
    has_stages(user, "Sourcing", "Qualification", "Discovery", "Proposal")


def links(user):
    """From and to of every return path, as a screen reader says it."""
    found = user.find_all("list item", re.compile("Return path"))
    return {node.description for node in found}


def has_links(user, *descriptions):
    user.wait(lambda: links(user) == set(descriptions), what=f"links {descriptions}")


LOST, GROW = "From lost deals to Sourcing", "From Expansion to Discovery"


@case(map="northgate")
def a_return_path_is_drawn_and_moved_by_mouse(user):
    user.click(at(user, "Proposal. Stage name"))
    column = at(user, "Stage 4 of 7").rect
    grip = column[0] + column[2] / 2, column[1] + column[3] - 1
    user.drag(grip, at(user, "Lists, inbound").center)
    hears(user, "Empty. Return path.")
    user.types("No budget")
    user.keys("Escape")
    hears(user, "No budget. Return path.")
    has_links(user, LOST, GROW, "From Proposal to Sourcing")

    words = at(user, "No budget. Return path.").rect
    user.drag((words[0] + 1, words[1] - 8), at(user, "Fits the ICP").center)
    has_links(user, LOST, GROW, "From Proposal to Qualification")
    user.keys("ctrl+z")
    has_links(user, LOST, GROW, "From Proposal to Sourcing")
    user.drag((words[0] + words[2] - 2, words[1] - 8), at(user, "Signatories known").center)
    has_links(user, LOST, GROW, "From Close to Sourcing")

    user.click(at(user, "Close. Stage name"))
    column = at(user, "Stage 6 of 7").rect
    grip = column[0] + column[2] / 2, column[1] + column[3] - 1
    user.drag(grip, at(user, "B2B Sales System Map. Title").center)
    has_links(user, LOST, GROW, "From Close to Sourcing")
    user.click(at(user, "No budget. Return path."))
    user.keys("Delete")
    user.sees("Return path “No budget” deleted.")
    has_links(user, LOST, GROW)


@case(map="northgate")
def return_paths_by_key_and_menu(user):
    user.click(at(user, "Proposal. Stage name"))
    user.keys("shift+ctrl+l")
    user.find("menu item", "2 Qualification")
    user.keys("Down", "Return")
    hears(user, "Empty. Return path.")
    user.types("Ask again")
    user.keys("Escape")
    has_links(user, LOST, GROW, "From Proposal to Qualification")
    undone_in_one_step(user, "Add return path")
    has_links(user, LOST, GROW)
    user.click(at(user, "Expansion: the new"), button=3)
    user.click("To")
    user.click("2 Qualification")
    has_links(user, LOST, "From Expansion to Qualification")
    undone_in_one_step(user, "Move return path")
    user.click(at(user, "Close. Stage name"), button=3)
    user.click("Link To")
    user.click("Nurture")
    user.keys("Escape")
    has_links(user, LOST, GROW, "From Close to nurture")
    user.click(at(user, "Close. Stage name"), button=3)
    user.click("Colour")
    user.click("4 Green")
    user.keys("ctrl+s")
    colour = lambda: user.saved_map().find(f".//{NAMESPACE}stage[@id='s-close']").get("colour")
    user.wait(lambda: colour() == "4", what="the colour in the file")


if __name__ == "__main__":
    main()
