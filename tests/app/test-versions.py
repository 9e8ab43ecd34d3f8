#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Versions kept in the file: keep, compare in words and on the page, go back."""
import os
import re

from harness import NAMESPACE, case, main
from languages import missing, speaking

CRITERION = "Cost or impact quantified"


def shot(user, name):
    if os.environ.get("DRIVER_SHOTS"):
        user.desktop.wait_still()
        user.screenshot(os.path.join(os.environ["DRIVER_SHOTS"], name + ".png"))


def keep(user, name):
    """Keep a version by the key, under a name of one's own."""
    user.keys("ctrl+d")
    user.find("dialog", "Keep This Version")
    user.focuses("Name of the version")
    user.types(name)
    user.keys("Return")
    user.wait_gone("dialog", "Keep This Version")


def reword(user, words):
    """Write over a criterion of the map that is shown."""
    user.click(re.compile("^" + CRITERION))
    user.keys("F2", "ctrl+a")
    user.types(words)
    user.keys("Escape")


def stands_on(user, pattern):
    """Wait until what has the keyboard is called like this."""

    def look():
        node = user.focused()
        return node and pattern.search(node.name or "")

    user.wait(look, what=f"focus on {pattern.pattern}")


def saved_versions(user):
    """(name, date, number) of the versions on disk, the oldest first."""
    user.keys("ctrl+s")
    user.sees("Saved ")
    user.desktop.wait_still()
    found = []
    for version in user.saved_map().iter(NAMESPACE + "version"):
        edition = version.find(f"{NAMESPACE}map/{NAMESPACE}edition")
        found.append((version.get("label"), version.get("date"), edition.get("label")))
    return found


def number(user):
    return user.saved_map().find(NAMESPACE + "edition").get("label")


@case(map="northgate")
def a_version_is_kept_compared_and_gone_back_to_by_key(user):
    before = number(user)
    keep(user, "After the workshop")
    user.sees(f"Version {before} kept.")
    kept = saved_versions(user)
    assert [(name, of) for name, _, of in kept] == [("After the workshop", before)], kept
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", kept[0][1]), kept
    assert number(user) != before, "the number did not count up"
    assert user.salesmap("check", user.file)[1] in (0, 1)

    reword(user, "Cost quantified, with a date")
    user.click(user.find("button", re.compile("^northgate")))
    user.menu("Compare Versions…")
    user.sees("Compare Versions")
    stands_on(user, re.compile("^Now"))
    user.sees(f"1 change since {before} After the workshop")
    row = user.find("list item", re.compile("^Leave when, changed: “" + CRITERION))
    assert "Cost quantified, with a date" in row.name, row.name
    shot(user, "words")
    user.keys("Down")
    stands_on(user, re.compile(f"^{before} After the workshop"))
    user.find("button", "Go Back to This Version")
    shot(user, "words-version")

    # the same on the page, marked
    user.click(user.find("button", "On the Page"))
    user.find("image", re.compile(f"^The page, {before} After the workshop, with 1 place"))
    shot(user, "page")
    user.click(user.find("list item", re.compile("^Now")))
    user.find("image", "The page, Now, with 1 place marked")
    user.click(user.find("list item", re.compile(f"^{before} After the workshop")))
    user.find("image", re.compile(f"^The page, {before} After the workshop, with 1 place"))

    # back to it is one step, and can be taken back
    user.click("Go Back to This Version")
    user.sees(f"Went back to {before} After the workshop.")
    user.find("list item", re.compile("^" + CRITERION))
    undo = user.find("button", "Undo")
    assert f"Go back to {before} After the workshop" in undo.description, undo.description
    assert len(saved_versions(user)) == 1, "the kept version went"
    user.keys("ctrl+z")
    user.find("list item", re.compile("^Cost quantified, with a date"))


@case(map="northgate")
def versions_are_renamed_and_deleted_and_escape_leads_back(user):
    user.click(user.find("button", re.compile("^northgate")))
    user.menu("Compare Versions…")
    user.sees("Only this version")
    shot(user, "empty")
    user.click("Keep This Version")
    user.focuses("Name of the version")
    user.keys("Return")
    first = number(user)
    user.sees(f"{first} First draft")
    user.sees("No changes")
    user.keys("Down")
    stands_on(user, re.compile(f"^{first} First draft"))

    user.click("Rename or delete this version")
    user.menu("Rename…")
    user.focuses("Name of the version")
    user.types("Before the review")
    user.keys("Return")
    user.sees(f"{first} Before the review")
    user.wait(lambda: user.focused().name.startswith(f"{first} Before"), what="the focus")

    user.click("Rename or delete this version")
    user.menu("Delete")
    user.sees(f"Version “{first} Before the review” deleted.")
    user.sees("Only this version")
    user.keys("ctrl+z")
    user.sees(f"{first} Before the review")
    user.keys("Escape")
    user.wait_gone("list", "Versions")
    user.find("list item", re.compile("^" + CRITERION))
    assert [name for name, _, _ in saved_versions(user)] == ["Before the review"]


@case(map="northgate")
def every_kind_of_change_is_told_and_leads_to_its_place(user):
    keep(user, "First")
    user.click(re.compile("^" + CRITERION))
    user.keys("ctrl+Up")                         # moved
    user.click(re.compile("^Procurement list complete"))
    user.keys("Delete")                          # removed
    user.click(re.compile("^Discovery meeting booked"))
    user.keys("F2", "End", "Return")
    user.types("Budget range asked for")         # added
    user.keys("Escape")
    user.click(user.find("button", re.compile("^northgate")))
    user.menu("Compare Versions…")
    user.find("list item", re.compile("^Order: “.*” moved to"))
    user.find("list item", re.compile("removed: “Procurement list complete”"))
    shot(user, "kinds")
    row = user.find("list item", re.compile("added: “Budget range asked for”"))
    row.click()
    user.wait_gone("list", "Versions")
    user.wait(lambda: user.focused().name.startswith("Budget range asked for"), what="its place")
    user.keys("ctrl+z", "ctrl+z", "ctrl+z")


@case(map="northgate", env=speaking("ar_EG"))
def changes_stand_right_to_left_in_arabic(user):
    if missing():
        print(f"# skipped: {missing()}")
        return
    user.keys("ctrl+d")
    user.desktop.wait_still()
    user.keys("Return")
    user.click(re.compile("^" + CRITERION))
    user.keys("Delete")
    user.click(user.find("button", re.compile("^northgate")))
    user.desktop.wait_still()
    user.keys("Down", "Down", "Return")          # Rename…, Keep, Compare
    gone = user.find("list item", re.compile(CRITERION))
    assert gone.extents()[0] < user.find("button", "الخريطة").extents()[0], "not mirrored"
    shot(user, "arabic")


@case(map="northgate", size=(360, 640))
def a_narrow_window_shows_one_pane_at_a_time(user):
    keep(user, "First")
    user.keys("ctrl+d")
    user.focuses("Name of the version")
    user.keys("Return")
    user.click(user.find("button", re.compile("^northgate")))
    user.menu("Compare Versions…")
    stands_on(user, re.compile("^Now"))
    user.keys("Down", "Down")
    shot(user, "narrow-list")
    user.keys("Return")
    user.find("button", "Go Back to This Version")
    shot(user, "narrow")
    user.keys("Escape")
    stands_on(user, re.compile("First"))
    user.keys("Escape")
    user.wait_gone("list", "Versions")


if __name__ == "__main__":
    main()
