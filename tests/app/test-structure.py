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
    """Undo says what it takes back; the map is as it was saved."""
    user.find("button", re.compile(f"^Undo.*{label}"))
    user.keys("ctrl+z")


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


if __name__ == "__main__":
    main()
