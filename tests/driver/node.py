# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program shows, as its accessible tree has it: one Node per object."""
import re

from gi.repository import GLib

from .desktop import A11Y, UiError, wait_until

STATES = {
    0: "invalid",  # what GTK 4.8 takes for 36
    1: "active",
    4: "checked",
    7: "editable",
    9: "expandable",
    10: "expanded",
    11: "focusable",
    12: "focused",
    16: "modal",
    17: "multi-line",
    20: "pressed",
    22: "selectable",
    23: "selected",
    24: "sensitive",
    25: "showing",
    32: "mixed",
    36: "invalid",
    43: "read-only",
}
POPUP, WINDOW = 5, 7  # layers of AT-SPI's Component interface
# click("Save") prefers these to a plain label that says the same
ACTIVE_ROLES = (
    "button",
    "toggle button",
    "menu item",
    "checkbox",
    "radio",
    "switch",
    "tab",
    "link",
    "text box",
    "search box",
    "spin button",
    "combo box",
    "list item",
    "menu item checkbox",
    "menu item radio",
    "option",
    "slider",
    "row",
    "cell",
)
NEWER = (4, 10)  # the GTK whose accessible tree is another
OLDER_ROLES = {"toggle button": "button"}
HUGE = 100000  # more than any window, in pixels
SLACK = 20  # how far off the places of newer GTK may be, in pixels
TEXT_ROLES = ("text box", "search box", "spin button")


class Node:
    """One accessible object, as it was when the tree was read."""

    def __init__(self, app, ref, parent):
        self.app, self.bus, self.path, self.parent = app, ref[0], ref[1], parent
        self.children, self.role, self.name, self.description = [], "", "", ""
        self.states, self.interfaces = set(), set()

    def __repr__(self):
        return f"<{self.role} {self.label!r}>"

    def take(self, item):
        """Name, description, states … from an item of the cache of AT-SPI."""
        bits = item[9][0] | item[9][1] << 32
        self.name, self.description = item[6], item[8]
        self.interfaces = {i.replace(A11Y, "") for i in item[5]}
        self.states = {name for bit, name in STATES.items() if bits >> bit & 1}

    @property
    def roles(self):
        """The role, and what GTK 4.8 calls it."""
        return (self.role, OLDER_ROLES.get(self.role))

    def question(self, iface, method, signature=None, *args):
        return (
            self.bus,
            self.path,
            A11Y + iface,
            method,
            GLib.Variant(signature, args) if signature else None,
        )

    def property_question(self, iface, name):
        return (
            self.bus,
            self.path,
            "org.freedesktop.DBus.Properties",
            "Get",
            GLib.Variant("(ss)", (A11Y + iface, name)),
        )

    def _ask(self, question):
        answer = self.app.desktop.ask([question])[0]
        return answer[0] if answer else None

    def call(self, iface, method, signature=None, *args):
        return self._ask(self.question(iface, method, signature, *args))

    @property
    def unlabelled(self):
        """GTK 4.8 gives a widget that nobody named its C type name."""
        return bool(re.fullmatch(r"[A-Z][a-z]+([A-Z][a-z0-9]*)+", self.name))

    @property
    def label(self):
        """The name; without the mnemonic doubled into it; if missing, the tooltip."""
        half = len(self.name) // 2  # GTK 4.8 says "_Save Save"
        if self.name[:half].replace("_", "", 1) == self.name[half + 1 :] != "":
            return self.name[half + 1 :]
        return (self.description or self.name) if self.unlabelled else self.name

    @property
    def text(self):
        return (
            self.call("Text", "GetText", "(ii)", 0, 2**31 - 1)
            if "Text" in self.interfaces
            else None
        )

    @property
    def value(self):
        return (
            self._ask(self.property_question("Value", "CurrentValue"))
            if "Value" in self.interfaces
            else None
        )

    @property
    def actions(self):
        return [a[0] for a in self.call("Action", "GetActions") or []]

    def act(self, name=None):
        """Do an accessible action: what assistive technology does, not what a user does."""
        names = self.actions
        if not names or name and name not in names:
            raise UiError(f"{self!r} has no action {name!r}, only {names}")
        return self.call("Action", "DoAction", "(i)", names.index(name) if name else 0)

    def set_text(self, text):
        """Replace the text through AT-SPI; fill() does it with the keyboard."""
        return self.call("EditableText", "SetTextContents", "(s)", text)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def extents(self):
        """(x, y, width, height) in the coordinates of the window, in logical pixels."""
        return self.call("Component", "GetExtents", "(u)", 1) or (0, 0, 0, 0)

    def surface(self):
        """The window or popover this is in."""
        chain = [self, *self.ancestors()]
        layers = self.app.desktop.ask(
            [n.question("Component", "GetLayer") for n in chain]
        )
        return next(
            (
                n
                for n, layer in zip(chain, layers)
                if n.name == "GtkTooltipWindow" or layer and layer[0] in (POPUP, WINDOW)
            ),
            chain[-1],
        )

    @property
    def showing(self):
        """Does it have a place where the mouse would meet it (or something in it)?

        A page that is not in front, or what is scrolled out of sight, is in the
        accessible tree all the same, and GTK 4.8 has no state for it.
        """
        x, y, w, h = self.extents()
        if w <= 0 or h <= 0:
            return False
        surface = self.surface()
        if surface is self or surface.name == "GtkTooltipWindow":
            return True
        if self.app.toolkit >= NEWER:
            return self._within_all(surface)
        hit = surface.call(
            "Component", "GetAccessibleAtPoint", "(iiu)", x + w // 2, y + h // 2, 1
        )
        if not hit or not hit[0]:  # not known, as inside an entry
            return True
        # what is insensitive or no target lets the mouse through to what it is in
        return any(n.path == hit[1] for n in [*self.walk(), *self.ancestors()])

    def _within_all(self, surface):
        """Is everything that this is in shown, and about where this is?

        GTK 4.18 finds at a point also what is on a page that is not in front, and says of
        it that it is shown, but it has no size. Its extents forget the padding of all that
        a widget is in, so they are off by some pixels.
        """
        chain = [self, *self.ancestors()]
        chain = chain[: chain.index(surface) + 1]
        answers = self.app.desktop.ask(
            [n.question("Component", "GetExtents", "(u)", 1) for n in chain]
        )
        boxes = [answer[0] if answer else (0, 0, 0, 0) for answer in answers]
        x, y, w, h = boxes[0]
        middle = x + w // 2, y + h // 2
        return all("showing" in n.states for n in chain) and all(
            0 < size < HUGE and at - SLACK <= centre < at + size + SLACK
            for box in boxes
            for at, size, centre in zip(box[:2], box[2:], middle)
        )

    @property
    def rect(self):
        """Place on the screen (x, y, width, height), or None if it has none now."""
        x, y, w, h = self.extents()
        surface = self.surface()
        origin = self.app._origin(surface, *surface.extents()[2:])
        if w <= 0 or h <= 0 or origin is None:
            return None
        # in GTK 4.8 the popover is at the place of its parent for what is in it
        outer = surface if self.app.toolkit >= NEWER else surface.parent
        sx, sy = outer.extents()[:2] if surface.parent else (0, 0)
        s = self.app.desktop.scale
        return origin[0] + (x - sx) * s, origin[1] + (y - sy) * s, w * s, h * s

    @property
    def center(self):
        x, y, w, h = wait_until(lambda: self.rect, 3, f"{self!r} on the screen")
        return x + w / 2, y + h / 2

    def click(self, button=1, times=1):
        self.app.click(self, button, times)
        return self

    def fill(self, text):
        """Click into a text field and replace what is in it by typing."""
        self.click()
        self.app.key("ctrl+a", "Delete")
        self.app.type(text)
        return self

    def screenshot(self, path):
        return self.app.desktop.screenshot(path, self.rect)
