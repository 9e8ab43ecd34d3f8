#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The interface in the person's language and direction, the map in its own."""
import re

import harness
from harness import case, main
from languages import missing, speaking

MAIN_MENU = {"de": "Hauptmenü", "ar": "القائمة الرئيسية", "en": "Main menu"}


def middle(node):
    x, _, width, _ = node.rect
    return x + width / 2


def is_on_the_right(user, node):
    return middle(node) > user.desktop.size[0] / 2


def goes_right_to_left(user, first, last):
    """Whether the stage named @first stands to the right of the one named @last."""
    a, b = (user.find("list item", re.compile(f": {name}$")) for name in (first, last))
    return middle(a) > middle(b)


@case(env=speaking("de_DE"))
def german_is_spoken_and_begins_german_maps(user):
    user.sees("Weitere Vorlagen")
    user.sees("Vertriebssystem B2B")
    assert is_on_the_right(user, user.find("button", MAIN_MENU["de"]))
    user.keys("Return")
    user.sees("Passt auf eine Seite")
    user.sees("Vertriebslandkarte B2B")
    user.find("list item", "Stufe 1 von 7: Leadgewinnung")
    user.keys("F2")
    user.types("Unser Vertrieb")
    user.keys("Escape", "ctrl+z")
    user.sees("Vertriebslandkarte B2B")


@case(map="northgate", env=speaking("de_DE"))
def a_map_keeps_its_own_language(user):
    user.sees("Passt auf eine Seite")
    assert not goes_right_to_left(user, "Sourcing", "Expansion")
    user.keys("F2")
    user.types("Northgate")
    user.keys("Escape", "ctrl+s")
    user.wait(lambda: "Northgate</title>" in user.saved(), what="the title on disk")
    assert 'xml:lang="en"' in user.saved()


@case(map="northgate", env=speaking("ar_EG"))
def an_arabic_window_is_mirrored_and_an_english_map_is_not(user):
    user.sees("تسعها صفحة واحدة")
    assert not is_on_the_right(user, user.find("button", MAIN_MENU["ar"]))
    assert not goes_right_to_left(user, "Sourcing", "Expansion")


@case(map="northgate-ar")
def an_arabic_map_is_mirrored_in_an_english_window(user):
    user.sees("Fits one page")
    assert is_on_the_right(user, user.find("button", MAIN_MENU["en"]))
    assert goes_right_to_left(user, "المصادر", "التوسع")


@case(env=speaking("ar_EG"))
def arabic_begins_arabic_maps(user):
    user.sees("قوالب أخرى")
    user.keys("Return")
    user.sees("خريطة نظام المبيعات بين الشركات")
    assert goes_right_to_left(user, "المصادر", "التوسع")


if __name__ == "__main__":
    harness.missing, missing_here = lambda: missing() or missing_here(), harness.missing
    main()
