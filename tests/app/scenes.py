# SPDX-License-Identifier: GPL-3.0-or-later
"""Every view and dialog of the window, and how a person comes there in any language.

    for scene in SCENES:
        with scene.on(user):
            …

For pictures and for the test of the accessible tree, which both have to see all of them:
what is new in the window becomes a scene here. A scene begins on the map northgate. It
goes by keys and by the words of that map, because what the interface says depends on its
language, and leads back by keys.
"""
import contextlib
import re

SCENES = []
START_SCENES = []
NARROW_SCENES = []
CRITERION = "Cost or impact quantified"


class Scene:
    def __init__(self, function, keys_back):
        self.name = function.__name__.replace("_", "-")
        self.go, self.keys_back = function, keys_back

    def __repr__(self):
        return self.name

    @contextlib.contextmanager
    def on(self, user):
        self.go(user)
        user.desktop.wait_still()
        yield
        user.keys(*self.keys_back)
        user.desktop.wait_still()


def scene(*keys_back, of=(SCENES, NARROW_SCENES)):
    """Register how to come to a view; without @of in windows of any width."""

    def register(function):
        for scenes in of:
            scenes.append(Scene(function, keys_back))
        return function

    return register


def wide(*keys_back):
    """A scene that a narrow window has not."""
    return scene(*keys_back, of=(SCENES,))


def item(user, words):
    """Something on the page, by what the map says there; what stands around it are marks
    of the direction."""
    return user.find("list item", re.compile("^.?" + words))


def select(user, words):
    """A second click on what is selected would write in it."""
    node = item(user, words)
    if "selected" not in node.states:
        user.click(node)


def opens_menu(user):
    user.find("menu item")
    user.desktop.wait_still()


def opens_dialog(user):
    user.find("dialog")
    user.desktop.wait_still()


def document_menu(user, place):
    """The menu of the map: its entry @place, counted from 0."""
    user.click(user.find("button", re.compile("northgate")))
    opens_menu(user)
    user.keys(*["Down"] * place, "Return")
    user.desktop.wait_still()


@scene(of=(START_SCENES,))
def start(user):
    user.desktop.wait_still()


@scene()
def page(user):
    user.keys("ctrl+1")


@wide()
def stage(user):
    select(user, r"Discovery\. ")


@wide()
def criterion(user):
    select(user, CRITERION)
    user.keys("F6", "shift+F6")


@wide("Escape")
def writing(user):
    select(user, CRITERION)
    user.keys("F2")


@wide()
def definition(user):
    select(user, "Inbound or list contact")


@wide()
def link(user):
    select(user, "Expansion: the new opportunity")


@wide("Escape")
def criterion_menu(user):
    select(user, CRITERION)
    user.keys("shift+F10")
    opens_menu(user)


@wide("Escape")
def stage_menu(user):
    select(user, r"Discovery\. ")
    user.keys("shift+F10")
    opens_menu(user)


@wide("Escape", "Escape")
def colour_menu(user):
    stage_menu(user)
    user.keys(*["Down"] * 8, "Return")


@wide("Escape")
def link_menu(user):
    select(user, r"Discovery\. ")
    user.keys("shift+ctrl+l")
    opens_menu(user)


@wide("Escape")
def page_menu(user):
    x, y, _, _ = user.find("list", re.compile("B2B Sales System Map")).rect
    user.click((x + 8, y + 8), button=3)
    opens_menu(user)


@wide("Escape")
def self_check(user):
    boxes = user.find_all("button", re.compile("4.*4|3.*4"))
    user.click(boxes[-1])


@scene(of=(NARROW_SCENES,))
def stage_form(user):
    user.keys("ctrl+Page_Down", "ctrl+Page_Down")


@scene("F9", of=(NARROW_SCENES,))
def preview(user):
    user.keys("F9")


@scene("Escape")
def main_menu(user):
    user.keys("F10")
    opens_menu(user)


@scene("Escape")
def map_menu(user):
    user.click(user.find("button", re.compile("northgate")))
    opens_menu(user)


@scene("Escape")
def finding(user):
    user.keys("ctrl+h")
    user.types("deal")


@scene("ctrl+1")
def definitions(user):
    user.keys("ctrl+2")


@scene("ctrl+1")
def deals(user):
    user.keys("ctrl+4")


@scene("Escape")
def keep_version(user):
    user.keys("ctrl+d")
    opens_dialog(user)


@scene("Escape")
def versions(user):
    user.keys("ctrl+d")
    opens_dialog(user)
    user.keys("Return")
    user.wait_gone("dialog")
    user.desktop.wait_still()
    document_menu(user, 2)


@scene("Escape")
def properties(user):
    document_menu(user, 3)
    opens_dialog(user)


@scene("Escape")
def export(user):
    user.keys("ctrl+e")
    opens_dialog(user)


@scene("Escape")
def printing(user):
    user.keys("ctrl+p")
    dialog = user.find("dialog")
    tabs = user.wait(lambda: user.find_all("tab", within=dialog), what="the tabs")
    user.click(tabs[2])


@scene("Escape")
def preferences(user):
    user.keys("ctrl+comma")
    opens_dialog(user)


@scene("Escape")
def shortcuts(user):
    user.keys("ctrl+question")
    opens_dialog(user)


@scene("Escape")
def about(user):
    user.keys("F10")
    opens_menu(user)
    user.keys("Up", "Return")
    opens_dialog(user)


@scene()
def file_changed(user):
    """The last one: the file on the disk is another then."""
    user.file.write_text(user.saved().replace(CRITERION, "Cost in numbers"))
    user.keys("ctrl+s")
    user.find("alert")
