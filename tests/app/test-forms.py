#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms say what holds now, and lead to it."""
import re

from harness import case, main


def opens_at(user, current):
    """The list that has just been opened has the keyboard where the choice stands."""
    user.wait(
        lambda: (node := user.focused()) and (node.role, node.name) == ("list item", current),
        what=f"the keyboard at {current!r}",
    )


def undone(user, step):
    """The step that Undo offers; then it is taken back."""
    tip = user.find("button", "Undo", where=lambda n: n.description)
    assert tip.description.endswith(": " + step), (tip.description, step)
    user.keys("ctrl+z")


@case(map="northgate")
def a_list_opens_at_what_is_chosen(user):
    user.sees("Leave when")
    user.keys("F6")
    user.focuses("Title")
    user.keys(*["Tab"] * 9, "space")
    opens_at(user, "English")
    user.keys("End", "Up", "Return")
    user.find("group", "共通の定義")  # the page is laid out in Japanese
    user.focuses("Language")
    user.keys("space")
    opens_at(user, "日本語")
    user.keys("Escape")
    undone(user, "Change language")
    user.find("group", "Shared definitions")

    user.keys("ctrl+comma")
    user.sees("Kept drafts")
    user.find("combo box", "Style").click()
    opens_at(user, "Follow System")
    user.keys("End", "Return")
    user.find("combo box", "Style").click()
    opens_at(user, "Dark")
    user.keys("Escape", "Escape")
    user.wait_gone(None, "Kept drafts")

    user.keys("ctrl+2")
    user.click(user.find("list item", re.compile("^SQL")))
    user.find("combo box", "Name after stage").click()
    opens_at(user, "2 Qualification")
    user.keys("Escape")
    user.keys("ctrl+e")
    user.find("button", "Export…")
    user.desktop.wait_still()
    user.find("combo box", "Format").click()
    opens_at(user, "PDF document")
    user.keys("Down", "Return")
    user.find("combo box", "Format").click()
    opens_at(user, "PNG picture")


def writes(user, criterion, *texts):
    """Write this criterion anew, and more behind it, as one list."""
    user.click(re.compile(f"^{criterion}"))
    user.keys("F2", "ctrl+a")
    for i, text in enumerate(texts):
        if i > 0:
            user.keys("Return")
        user.types(text)
    user.keys("Escape")


def selected(user, name):
    user.find("list item", re.compile(name), where=lambda n: "selected" in n.states)


@case(map="northgate", size=(1366, 1600))
def hints_name_their_place_and_all_are_within_reach(user):
    user.app.maximize()
    user.sees("Fits one page")
    writes(user, "Procurement list complete", "Duplicate check done", "Sent a good offer",
           "Called the SAL")
    user.sees("“Called the SAL” tells what we did.")
    user.click(re.compile("^Duplicate check done. Leave when, 2 of 4. Stage 5"))
    user.find("label", "The same criterion is in Sourcing.")
    user.find("label", "5 Negotiation, Leave when")
    user.find("label", "Four or more criteria here. The exercise suggests 2-3.")
    user.find("label", re.compile("^“Sent a good offer” tells what we did"))
    assert not user.find_all("label", re.compile("^“SAL” is not defined"))
    user.click("3 more")
    user.find("label", re.compile("^“SAL” is not defined"))
    user.find("button", "Show", where=lambda n: n.description.startswith("“SAL”")).click()
    selected(user, "^Called the SAL. Leave when, 4 of 4. Stage 5")
    user.find("label", re.compile("^“SAL” is not defined"))
    user.click(re.compile("^Duplicate check done. Leave when, 2 of 4. Stage 5"))
    user.click("Show the Other")
    selected(user, "^Duplicate check done. Leave when, 2 of 3. Stage 1")
    user.wait_gone("label", "Four or more criteria here. The exercise suggests 2-3.")

    user.click(re.compile("^Self-check"))
    user.sees("5 Negotiation, Leave when")


@case(map="northgate", size=(1366, 1000))
def dates_are_taken_as_written_and_versions_go_out_not_unseen(user):
    user.sees("Fits one page")
    user.menu("northgate", "Properties…")
    review = user.find("text box", "Next review", within=user.find("dialog", "Properties"))
    review.click()
    for typed, day in [("24 December 2027", "2027-12-24"), ("Mar 1, 2028", "2028-03-01")]:
        user.keys("ctrl+a")
        user.types(typed)
        user.keys("Tab")
        user.wait(lambda: review.text == day, what=day)
        review.click()
    user.keys("Escape")
    user.wait_gone("dialog", "Properties")

    user.keys("ctrl+e")
    user.find("button", "Export…")
    assert not user.find_all("label", re.compile("kept version"))
    user.keys("Escape")
    user.wait_gone("button", "Export…")
    user.keys("ctrl+d")
    user.find("button", "Keep")
    user.desktop.wait_still()
    user.desktop.key("Return", "Escape")  # at once: the dialog is still on its way out
    user.find("button", "Undo", where=lambda n: n.description.endswith(": Keep version"))
    user.desktop.wait_still()
    assert not user.find_all("dialog"), user.tree()
    user.keys("ctrl+s")
    user.wait(lambda: user.saved().count("<version ") == 1, what="one version")
    user.keys("ctrl+e")
    user.find("button", "Export…")
    line = "The file carries the map and its kept version. A handout carries neither."
    user.find("label", line)
    user.find("combo box", "Purpose").click()
    opens_at(user, "Paper")
    user.keys("End", "Return")
    user.wait_gone("label", line)
    user.keys("Escape")

    user.keys("ctrl+h")
    user.find("text box", "Replace with")


if __name__ == "__main__":
    main()
