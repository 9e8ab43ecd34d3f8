#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader meets: in every view and dialog each control has a name of its own,
in the language of the interface, and its state is what is so."""
import re

import scenes
from harness import case, main
from languages import missing, speaking

CONTROLS = """button, toggle button, checkbox, radio, switch, slider, text box, search box,
spin button, combo box, list item, option, menu item, menu item checkbox, menu item radio,
menu, tab, tab list, link, dialog, window""".replace("\n", " ").split(", ")
# What a person does not meet by itself: the keyboard goes on to what is in it.
FRAMES = ("group", "generic", "list", "widget", "scroll bar", "label", "none")
LATIN = re.compile(r"[A-Za-z]{2,}")
# Names of things, the same in every language; keys; and what libadwaita has no Arabic for.
SAME_EVERYWHERE = set("""MEDDPICC PDF PNG SVG HTML Markdown Letter Legal Inter salesmap
Ctrl Shift Alt Page Up Down Home End Return Escape Delete BackSpace Menu Left Right
Details Troubleshooting Debugging Information About Sales System Map""".split())


def is_control(node):
    return node.role in CONTROLS or "focusable" in node.states and node.role not in FRAMES


def is_nameless(node):
    """GTK gives what has no name that of its C type; roles and icons say nothing either."""
    return (
        not node.name.strip()
        or node.unlabelled
        or node.name.lower() in CONTROLS
        or node.name.endswith("-symbolic")
        or node.name.startswith("_")
    )


def within(node, name):
    return any(a.name == name for a in node.ancestors())


def controls(user):
    """Those of ours: the dialog for printing is GTK's but for one page."""
    nodes = user.app.nodes()
    prints = {list(n.ancestors())[-2].path for n in nodes if n.name == "SsmPrintTab"}
    return [
        n
        for n in nodes
        if is_control(n)
        and (within(n, "SsmPrintTab") or not prints & {a.path for a in [n, *n.ancestors()]})
    ]


def place(node):
    """What is around a control and has a name that says more."""
    around = (a for a in node.ancestors() if not is_nameless(a) and a.name != node.name)
    return next((a.path for a in around), None)


def is_around(one, other):
    return any(a.path == one.path for a in other.ancestors())


def twins(nodes):
    """Two that cannot be told from each other."""
    met = {}
    for node in nodes:
        met.setdefault((place(node), node.role, node.name, node.description), []).append(node)
    for same in met.values():
        if len(same) > 1:
            same = [n for n in same if n.showing]
        for n, one in enumerate(same):
            for other in same[n + 1 :]:
                if not is_around(one, other) and not is_around(other, one):
                    yield other


def untranslated(user, nodes):
    own = set(LATIN.findall(user.saved() if user.file else "")) | SAME_EVERYWHERE
    own |= {user.file.stem} if user.file else set()
    return [
        n for n in nodes if set(LATIN.findall(f"{n.name} {n.description}")) - own and n.showing
    ]


def faults(user, arabic):
    nodes = controls(user)
    assert nodes
    found = [f"no name: {n} in {place(n)}" for n in nodes if is_nameless(n) and n.showing]
    found += [f"twice: {n} {n.description}" for n in twins(nodes)]
    if arabic:
        found += [f"not translated: {n} {n.description}" for n in untranslated(user, nodes)]
    return found


def goes_through(user, views, arabic=False):
    found = []
    for scene in views:
        with scene.on(user):
            found += [f"{scene}: {fault}" for fault in faults(user, arabic)]
    assert not found, "\n" + "\n".join(found)


@case(env=speaking("ar_EG"))
def the_start_page_is_named_in_arabic(user):
    goes_through(user, scenes.START_SCENES, not missing())


@case(map="northgate", env=speaking("ar_EG"))
def every_view_and_dialog_is_named_in_arabic(user):
    goes_through(user, scenes.SCENES, not missing())


@case(map="northgate", size=(360, 640))
def a_narrow_window_is_named(user):
    goes_through(user, scenes.NARROW_SCENES)


def says(user, role, name, *states, without=()):
    """Wait until a control has these states."""

    def look():
        node = next(iter(user.find_all(role, name)), None)
        found = node.states if node else set()
        return set(states) <= found and not set(without) & found

    user.wait(look, what=f"{role} {name!r} {states}, not {without}")


@case(map="northgate")
def parts_of_the_page_say_where_they_are(user):
    page = user.find("list", re.compile("^Sales System Map: .*, 7 stages$"))
    items = [
        n.name
        for n in user.app.nodes()
        if n.role == "list item" and "focusable" in n.states and is_around(page, n)
    ]
    in_stages = [name for name in items if re.search(r"Stage [1-7] of 7[:,] \w+\.?$", name)]
    criteria = [name for name in in_stages if re.search(r"when, [123] of [123]\. ", name)]
    others = [name for name in items if name not in in_stages]
    assert len(criteria) == 35 and len(in_stages) == 7 * 4 + 35, (criteria, in_stages)
    assert all(re.search(r"\. [A-Z][a-z ]+\.$", name) for name in others), others

    user.keys("ctrl+Page_Down")
    says(user, "list item", "Stage 1 of 7: Sourcing", "selected", "focused")
    user.keys("ctrl+Page_Down")
    says(user, "list item", "Stage 2 of 7: Qualification", "selected", "focused")
    says(user, "list item", "Stage 1 of 7: Sourcing", without=["selected"])


@case(map="northgate")
def states_say_what_is_so(user):
    says(user, "button", "Undo", without=["sensitive"])
    says(user, "button", "Inspector", "pressed")
    user.keys("F9")
    says(user, "button", "Inspector", without=["pressed"])
    user.keys("F9", "F10")
    says(user, "button", "Main menu", "expanded")
    user.keys("Escape")
    says(user, "button", "Main menu", without=["expanded"])
    # what was written cannot be found, or cannot be taken
    user.keys("ctrl+f")
    user.types("zzz")
    says(user, "search box", "Find", "invalid")
    user.keys("BackSpace", "BackSpace", "BackSpace", "Escape")
    user.keys("ctrl+d", "ctrl+a", "Delete")
    says(user, "text box", "Name of the version", "invalid")
    says(user, "button", "Keep", without=["sensitive"])
    user.types("A")
    says(user, "text box", "Name of the version", without=["invalid"])
    user.keys("Escape")
    user.click(user.find("text box", "Date"))
    user.types("x")
    says(user, "text box", "Date", "invalid")
    user.keys("ctrl+a")
    user.types("2026-12-01")
    says(user, "text box", "Date", without=["invalid"])
    says(user, "button", "Undo", "sensitive")
    user.find("button", where=lambda n: n.description == "Undo (Ctrl+Z): Change date")
    # what is folded
    for _ in range(40):
        if user.focused().name == "Win rate":
            break
        user.keys("Tab")
    says(user, "list item", "Win rate", "focused", without=["expanded"])
    user.keys("Return")
    says(user, "list item", "Win rate", "focused", "expanded")


@case(map="northgate")
def choices_say_what_is_chosen(user):
    user.keys("ctrl+comma")
    row = user.find("combo box", "Style")
    assert row.description == "Follow System. The page stays white, as paper is"
    user.keys("Return")
    for name in ("Follow System", "Light", "Dark"):
        user.find("list item", name)
    user.keys("Down", "Return")
    user.find("combo box", "Style", where=lambda n: n.description.startswith("Light. "))
    user.keys("Escape", "ctrl+2")
    says(user, "switch", "Pin to the page", "checked")
    says(user, "list item", re.compile("^Lead. "), "selected")
    user.keys("Down")
    says(user, "list item", re.compile("^SQL. "), "selected", "focused")
    says(user, "list item", re.compile("^Lead. "), without=["selected"])
    says(user, "tab", "Definitions", "selected")
    says(user, "tab", "Map", without=["selected"])


if __name__ == "__main__":
    main()
