#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader meets: in every view and dialog each control has a name of its own,
in the language of the interface, and its state is what is so."""
import functools
import re

import scenes
from harness import ROOT, case, main
from languages import missing, speaking

# What the keyboard comes to, and what is said on the way there.
CONTROLS = """button, toggle button, checkbox, radio, switch, slider, text box, search box,
spin button, combo box, list item, option, menu item, menu item checkbox, menu item radio,
tab, link""".replace("\n", " ").split(", ")
AROUND = ("dialog", "window", "menu", "tab list")
# The keyboard goes on to what is in these.
FRAMES = ("group", "generic", "list", "widget", "label", "none")

LATIN = re.compile(r"[^\W\d_]{2,}")
# Names of things, the same in every language, and keys.
SAME_EVERYWHERE = set(
    """MEDDPICC PDF PNG SVG HTML Markdown Letter Legal Inter Sales System Map
    Ctrl Shift Alt Page Up Down Home End Return Escape Delete BackSpace Menu Left Right
    Esc Tab
    English Deutsch Español Français Português Brasil""".split()
)
# For these GTK and libadwaita of Debian 12 have no Arabic.
NOT_OURS = """Minimize the window, Maximize the window, Close the window, Details,
Troubleshooting, Legal, Credits, Debugging Information""".replace("\n", " ").split(", ")

# Dialogs that have the same in them in a window of any width.
SAME_IF_NARROW = "keep-version properties printing preferences shortcuts about".split()


def is_control(node):
    if "focusable" in node.states:
        return node.role not in FRAMES
    return node.role in AROUND


def is_nameless(node):
    """GTK gives what has no name that of its C type; roles and icons say nothing either."""
    return (
        not node.name.strip()
        or node.unlabelled
        or node.name.lower() == node.role
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
    """Controls that cannot be told from each other. A submenu repeats the words that lead
    to it."""
    met = {}
    for node in (n for n in nodes if "focusable" in n.states):
        menu = node.parent.path if node.role == "menu item" else place(node)
        met.setdefault((menu, node.role, node.name, node.description), []).append(node)
    for same in met.values():
        if len(same) > 1:
            same = [n for n in same if n.showing]
        for n, one in enumerate(same):
            for other in same[n + 1 :]:
                if not is_around(one, other) and not is_around(other, one):
                    yield other


@functools.cache
def waiting():
    """All words that translators can see, and those of them that are Arabic by now."""
    files = (ROOT / "po" / "POTFILES").read_text().split()
    marked = "".join((ROOT / file).read_text() for file in files if not file.startswith("#"))
    entries = (ROOT / "po" / "ar.po").read_text().replace('"\n"', "")
    return marked, set(re.findall(r'^msgid "(.+)"\n(?:msgid_.*\n)?msgstr.* ".+"$', entries, re.M))


def waits_for_translators(words):
    marked, done = waiting()
    return words not in done and (f'"{words}"' in marked or f">{words}<" in marked)


def is_translated(user, node):
    own = SAME_EVERYWHERE | {user.file.stem if user.file else ""}
    words = [
        said
        for said in (node.name, node.description)
        if said not in NOT_OURS and not waits_for_translators(said)
    ]
    latin = [w for w in LATIN.findall(" ".join(words)) if ord(w[0]) < 0x300]
    return not set(latin) - own - set(LATIN.findall(user.saved() if user.file else ""))


def faults(user, arabic, known):
    """What is wrong with what was not seen before."""
    nodes = controls(user)
    assert nodes
    found = {f"twice: {n!r} {n.description}" for n in twins(nodes)}
    for node in nodes:
        key = (node.path, node.name, node.description)
        wrong = "no name" if is_nameless(node) else None
        if arabic and key not in known and not is_translated(user, node):
            wrong = "not translated"
        if wrong and node.showing:
            found.add(f"{wrong}: {node!r} {node.description} in {place(node)}")
        elif not wrong:
            known.add(key)
    return found


def goes_through(user, views, arabic=False):
    found, known = {}, set()
    for scene in views:
        with scene.on(user):
            for fault in faults(user, arabic, known):
                found.setdefault(fault, scene)
    assert not found, "\n".join(f"\n{scene}: {fault}" for fault, scene in found.items())


@case(env=speaking("ar_EG"))
def the_start_page_is_named_in_arabic(user):
    goes_through(user, scenes.START_SCENES, not missing())


@case(map="northgate", env=speaking("ar_EG"))
def every_view_and_dialog_is_named_in_arabic(user):
    goes_through(user, scenes.SCENES, not missing())


@case(map="northgate", size=(360, 640))
def a_narrow_window_is_named(user):
    goes_through(user, [s for s in scenes.NARROW_SCENES if s.name not in SAME_IF_NARROW])


def says(user, role, name, *states, without=()):
    """Wait for a control with these states."""
    user.find(
        role, name, where=lambda n: set(states) <= n.states and not set(without) & n.states
    )


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

    user.keys("ctrl+Page_Down", "ctrl+Page_Down")
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
    user.keys("ctrl+a")
    user.types("next week")
    says(user, "text box", "Date", "invalid")
    user.keys("ctrl+a")
    user.types("2026-12-01")
    says(user, "text box", "Date", without=["invalid"])
    says(user, "button", "Undo", "sensitive")
    user.find("button", where=lambda n: n.description == "Undo (Ctrl+Z): Edit date")
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
