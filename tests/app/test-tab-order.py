#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tab goes through each view and dialog in reading order, in both directions of the
interface, comes round to where it began, and Shift+Tab goes the same way back. A dialog
has the keyboard where one begins, and gives it back."""
import re

import scenes
from harness import case, main
from languages import missing, speaking

MOST = 70
EVENTS = "org.a11y.atspi.Event.Object"


class Keyboard:
    """Where the keyboard is, from what the window tells of each change: reading all that it
    shows at each step would take minutes."""

    def __init__(self, user):
        self.user, self.path, self.nodes = user, None, {}
        self.subscription = user.desktop.bus.signal_subscribe(
            None, EVENTS, "StateChanged", None, "focused", 0, self.changed
        )

    def changed(self, bus, sender, path, interface, signal, arguments):
        if arguments.unpack()[1]:
            self.path = path

    def close(self):
        self.user.desktop.bus.signal_unsubscribe(self.subscription)

    def look(self):
        """From the tree, where no change has told it."""
        node = self.user.focused()
        self.path = node.path if node else None
        return node

    def press(self, key):
        """The control that has the keyboard then."""
        before = self.path
        self.user.keys(key)
        if self.path != before and self.path not in self.nodes:
            self.nodes = {n.path: n for n in self.user.app.nodes()}
        return self.nodes.get(self.path if self.path != before else None) or self.look()


def is_same_row(one, other):
    (_, y, _, height), (_, other_y, _, other_height) = one, other
    shared = min(y + height, other_y + other_height) - max(y, other_y)
    return shared > min(height, other_height) / 2


def goes_on(before, after, rtl):
    """Whether what is at @after is read behind what is at @before: further on in the row,
    below, or at the head of a column further on."""
    (x, y, width, _), (next_x, next_y, next_width, _) = before, after
    beyond = next_x + next_width <= x + 1 if rtl else next_x >= x + width - 1
    return beyond or not is_same_row(before, after) and next_y > y


def stop(node):
    """What counts as one place: all of the page, where arrows lead on."""
    page = next((a for a in node.ancestors() if a.name == "SsmMapView"), node)
    return page.path


def stops(user, keyboard, key, rtl):
    """What the key leads to until it is round, and where it does not go on as one reads."""
    first = keyboard.look()
    assert first, "nothing has the keyboard"
    found, turns = [first], []
    for _ in range(MOST):
        before = found[-1]
        node = keyboard.press(key)
        assert node, f"nothing has the keyboard behind {before}"
        user.wait(lambda: node.showing, what=f"{node} behind {before} to be seen")
        assert node.name.strip() and not node.unlabelled, f"{node} behind {before}"
        if not goes_on(before.extents(), node.extents(), rtl):
            turns.append((before, node))
        if stop(node) == stop(first):
            return found, turns
        assert stop(node) not in map(stop, found), f"a trap: {found[-3:]}, {node}"
        found.append(node)
    raise AssertionError(f"{key} does not come round: {found}")


def reads_in_order(user, rtl=False):
    """The stops from where the keyboard is, once round."""
    keyboard = Keyboard(user)
    there, turns = stops(user, keyboard, "Tab", rtl)
    # once, where it begins again
    assert len(turns) <= 1, turns
    back, _ = stops(user, keyboard, "shift+Tab", rtl)
    assert [stop(n) for n in back[1:]] == [stop(n) for n in reversed(there[1:])], (there, back)
    keyboard.close()
    return there


def shows_no_toast(user):
    return not any(n.name == "AdwToastWidget" for n in user.app.nodes())


def goes_through(user, views, names, rtl=False):
    """What Tab leads to in each of these scenes."""
    found = {}
    for scene in views:
        if scene.name in names.split():
            with scene.on(user):
                # one comes and goes between two stops
                user.wait(lambda: shows_no_toast(user), 20, "the toasts to go")
                found[scene.name] = [n.name for n in reads_in_order(user, rtl)]
    assert sorted(found) == sorted(names.split()), found.keys()
    assert all(len(stops) > 2 for stops in found.values()), found
    return found


@case()
def the_start_page_reads_in_order(user):
    goes_through(user, scenes.START_SCENES, "start")


@case(map="northgate")
def views_and_dialogs_read_from_left_to_right(user):
    found = goes_through(
        user,
        scenes.SCENES,
        """page stage definition finding definitions deals keep-version versions properties
        export preferences""",
    )
    # what is sought, what replaces it, and only then the buttons
    assert found["finding"][:3] == ["Find", "Replace with", "Previous place"], found["finding"]
    # lists to choose from are one stop
    assert "SQL. 3 uses, on the page" not in found["definitions"], found["definitions"]
    # all of the window: header, page, inspector, status bar
    for name in ("Main menu", "Title", "Add Stage", "Zoom to fit", "Open"):
        assert name in found["page"], found["page"]


@case(map="northgate", env=speaking("ar_EG"))
def views_and_dialogs_read_from_right_to_left(user):
    goes_through(user, scenes.SCENES, "page finding keep-version export", not missing())


@case(map="northgate", size=(360, 640))
def a_narrow_window_reads_in_order(user):
    goes_through(user, scenes.NARROW_SCENES, "stage-form preview finding definitions")


def opens_and_closes(user, keys, name, back):
    """A dialog begins at @name, and Escape leads back."""
    user.keys(*keys)
    user.focuses(name)
    user.keys("Escape")
    user.wait_gone("dialog")
    user.focuses(back)


@case(map="northgate")
def dialogs_begin_where_one_begins_and_give_the_keyboard_back(user):
    here = user.find("list item", re.compile("^Cost or impact")).click().name
    user.focuses(here)
    opens_and_closes(user, ["ctrl+d"], "Name of the version", here)
    opens_and_closes(user, ["ctrl+e"], "Export…", here)
    opens_and_closes(user, ["ctrl+comma"], "Style", here)
    opens_and_closes(user, ["ctrl+question"], "Search keys", here)
    opens_and_closes(user, ["ctrl+f"], "Find", here)
    user.keys("ctrl+p")
    user.find("dialog")
    user.keys("Escape")
    user.wait_gone("dialog")
    user.focuses(here)
    # from where a menu was opened
    button = user.find("button", re.compile("^northgate"))
    user.click(button)
    user.wait(lambda: user.focused().role == "menu item", what="the menu of the map")
    opens_and_closes(user, ["Down", "Down", "Down", "Return"], "Title", button.name)


if __name__ == "__main__":
    main()
