#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Definitions view: the words a team has agreed on, by key and by mouse."""
import re

from harness import NAMESPACE, case, main


def term(user, name):
    """The row of a term in the list."""
    return user.find("list item", re.compile(rf"^{name}\. \d+ uses?"))


def shown_terms(user):
    names = [node.name for node in user.find_all("list item")]
    return [name.split(".")[0] for name in names if re.search(r"\. \d+ uses?", name)]


def focuses_term(user, name):
    def look():
        node = user.focused()
        return node and re.match(rf"{name}\. \d+ uses?", node.name)

    user.wait(look, what=f"focus on the term {name}")


def shows(user, view):
    user.find("tab", view, where=lambda node: "selected" in node.states)


def saved_definitions(user):
    """The definitions of the map on disk, by their terms, in their order."""
    before = user.saved()
    user.keys("ctrl+s")
    user.wait(lambda: user.saved() != before, what="a saved map")
    return {d.get("term"): d for d in user.saved_map().iter(NAMESPACE + "definition")}


@case(map="northgate")
def views_are_switched_and_search_finds(user):
    user.sees("Fits one page")
    user.keys("ctrl+2")
    focuses_term(user, "Lead")
    user.types("brig")
    user.sees("No term is called “brig”.")
    user.click("Clear Search")
    focuses_term(user, "Lead")
    user.types("champ")
    user.wait_gone("list item", re.compile(r"^Lead\."))
    user.click(term(user, "Champion"))
    user.keys("Escape", "ctrl+1")
    user.find("list item", re.compile("^Procurement list complete"))
    user.click(user.find("tab", "Definitions"))
    user.sees("A person with influence who gains if we win")
    user.click(user.find("tab", "Map"))
    user.find("list item", re.compile("^Procurement list complete"))


@case(map="northgate")
def a_new_name_is_followed_by_every_use(user):
    user.keys("ctrl+2")
    focuses_term(user, "Lead")
    user.keys("Down", "Return")
    user.focuses("Term")
    user.types("Accepted lead")
    user.sees("Accepted lead accepted by its owner")
    user.keys("Tab", "ctrl+a")
    user.types("A lead we would bet on")
    user.keys("ctrl+1")
    user.find("list item", re.compile("^Accepted lead accepted by its owner"))
    definitions = saved_definitions(user)
    assert definitions["Accepted lead"].text == "A lead we would bet on"
    assert "An accepted lead with an estimated amount" in user.saved() or (
        "An Accepted lead with an estimated amount" in user.saved()
    ), user.saved()
    user.keys("ctrl+z", "ctrl+z")
    user.find("list item", re.compile("^SQL accepted by its owner"))
    user.find("button", re.compile("^Undo"), where=lambda n: "sensitive" not in n.states)


@case(map="northgate")
def a_name_in_between_changes_no_sentence(user):
    before = user.saved()
    user.keys("ctrl+2")
    focuses_term(user, "Lead")
    user.keys("Down", "Return")
    user.focuses("Term")
    user.types("Call")
    user.keys("Tab")
    user.focuses("Definition")
    user.find(name=re.compile(r"^Also changed in \d+ other places?\."))
    user.keys("shift+Tab")
    user.focuses("Term")
    user.keys("ctrl+a")
    user.types("Accepted lead")
    user.keys("Return")
    user.find(name=re.compile(r"^Also changed in \d+ other places?\."))
    saved_definitions(user)
    calls = re.compile(r"(?i)\bcalls?\b")
    assert calls.findall(user.saved()) == calls.findall(before)
    user.click(user.find("button", "Undo", where=lambda n: not n.description))
    user.find("list item", re.compile(r"^Call\. \d+ uses?"))


@case(map="northgate")
def tab_goes_from_the_list_to_the_form(user):
    user.keys("ctrl+2")
    focuses_term(user, "Lead")
    user.keys("Down", "Tab")
    user.focuses("Term")
    user.keys("shift+Tab")
    focuses_term(user, "SQL")
    user.keys("shift+Tab")
    user.focuses("Add a term")
    user.keys("Tab")
    focuses_term(user, "SQL")


@case(map="northgate")
def terms_are_added_ordered_and_taken_away(user):
    user.keys("ctrl+2")
    focuses_term(user, "Lead")
    user.keys("ctrl+Down")
    focuses_term(user, "Lead")
    user.click(user.find("button", "Add a term"))
    user.focuses("Term")
    user.types("Deal desk")
    user.keys("Return")
    user.focuses("Definition")
    user.types("Who may give a discount")
    user.click(user.find("text box", "What counts (one per line)"))
    user.types("Finance")
    user.keys("Return")
    user.types("The founder")
    definitions = saved_definitions(user)
    assert list(definitions)[:2] == ["SQL", "Lead"], list(definitions)
    assert list(definitions)[-1] == "Deal desk", list(definitions)
    assert definitions["Deal desk"].get("counts") == "Finance\nThe founder"
    user.drag(term(user, "SQL"), term(user, "Decidable offer"))
    user.wait(
        lambda: shown_terms(user)[:3] == ["Lead", "Qualified discovery", "SQL"],
        what="SQL at its new place",
    )
    user.click(term(user, "Lead"))
    user.keys("Delete")
    user.sees("Definition “Lead” deleted.")
    focuses_term(user, "Qualified discovery")
    user.click(user.find("button", "Undo", where=lambda n: not n.description))
    term(user, "Lead")


@case(map="northgate")
def uses_are_shown_and_gone_to(user):
    user.keys("ctrl+2")
    focuses_term(user, "Lead")
    user.click(user.find("list item", re.compile(r"^Decidable offer\.")))
    user.keys("shift+F10")
    user.click("Pin to Page")
    user.find("list item", re.compile(r"^Decidable offer\. \d+ uses, on the page"))
    user.click(user.find("list item", re.compile(r"^Agreed terms\.")), button=3)
    user.click("Pin to Page")
    user.sees("5 terms are on the page. It reads well with 3 or 4.")
    user.click(term(user, "SQL"))
    focuses_term(user, "SQL")
    user.keys("Menu")
    user.click("Show Uses")
    user.focuses("SQL")
    user.keys("Down", "Return")
    shows(user, "Map")
    user.wait(
        lambda: user.focused() and user.focused().name.startswith("SQL accepted by its owner"),
        what="the criterion",
    )
    user.keys("ctrl+z")
    shows(user, "Map")
    user.keys("ctrl+z")
    assert user.saved().count('page="yes"') == 3


@case(map="northgate")
def words_on_the_page_tell_what_they_mean(user):
    name = re.compile("^SQL accepted by its owner")
    criterion = user.find("list item", name)
    assert "SQL: Fits the ICP" in criterion.description, criterion.description
    user.click(criterion)
    user.keys("F2", "End")
    user.types(" or SAL")
    user.keys("Escape", "Menu")
    user.sees("Show Definition of “SQL”")
    user.click("Define “SAL”")
    shows(user, "Definitions")
    user.focuses("Definition")
    user.types("Accepted by sales")
    user.keys("ctrl+1")
    user.find("list item", name, where=lambda n: "SAL: Accepted by sales" in n.description)
    user.click(user.find("list item", re.compile(r"^Qualified discovery\. Term")), button=3)
    user.click("Take off the Page")
    user.wait_gone("list item", re.compile(r"^Qualified discovery\. Term"))


@case(map="northgate")
def undo_goes_where_the_change_is(user):
    user.click(re.compile("^Procurement list complete"))
    user.keys("Delete")
    user.sees("Criterion “Procurement list complete” deleted")
    user.keys("ctrl+2")
    focuses_term(user, "Lead")
    user.keys("ctrl+z")
    user.wait(
        lambda: user.focused() and user.focused().name.startswith("Procurement list"),
        what="the criterion that is back",
    )
    user.keys("ctrl+2")
    user.click(term(user, "Customer"))
    user.keys("Return", "Tab", "ctrl+a")
    user.types("What comes then")
    user.keys("ctrl+1", "ctrl+z")
    shows(user, "Definitions")
    user.sees("The agreement binds both sides")


@case(map="resources/templates/en/empty.salesmap", size=(360, 640))
def a_narrow_window_shows_one_pane(user):
    user.desktop.wait_still()
    user.click(user.find("tab", "Definitions"))
    user.sees("Agree on the words first")
    user.click("Add the Usual Three")
    user.click(term(user, "SQL"))
    user.keys("Return")
    user.focuses("Term")
    user.click("All Terms")
    term(user, "Qualified discovery")
    assert user.app.windows()[0].rect[2] <= 360


if __name__ == "__main__":
    main()
