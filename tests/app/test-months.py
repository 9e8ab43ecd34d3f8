#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody keeps a map alive for months: versions, comparing, the next review, git.

Keys and clicks are counted: a change that makes a way longer fails here.
"""
import datetime
import difflib
import re

from harness import NAMESPACE, case, example, main


class Clicks:
    """Clicks by name, counted."""

    def __init__(self, user):
        self.user, self.n = user, 0

    def __call__(self, *target, **kw):
        self.n += 1
        self.user.click(self.user.find(*target, **kw))


def number(user):
    return user.saved_map().find(NAMESPACE + "edition").get("label")


def save(user):
    user.keys("ctrl+s")
    user.sees("Saved ")
    user.desktop.wait_still()


def reword(user, old, new):
    user.click(re.compile("^" + old))
    user.keys("F2", "ctrl+a")
    user.types(new)
    user.keys("Escape")


def leads_to(user, words, key, most, then=None):
    """So many presses of a key lead to what is called so, or to what @then leads on from."""
    for n in range(most):
        user.keys(key)
        if user.focused().label == words:
            return
        if then and n + 1 == most:
            leads_to(user, words, then, 3)
            return
    raise AssertionError(f"{key} does not lead to {words} but to {user.focused()}")


@case(map="northgate")
def a_version_is_kept_and_compared_in_few_steps(user):
    before = number(user)
    user.keys("ctrl+d")
    user.focuses("Name of the version")
    user.types("After the workshop")
    user.keys("Return")
    user.sees(f"Version {before} kept.")
    assert user.n_keys <= 2, user.n_keys
    reword(user, "Signatories known", "Signatories named in writing")
    save(user)
    assert number(user) != before

    click = Clicks(user)
    click("button", re.compile("^northgate"))
    click("menu item", "Compare Versions…")
    click("list item", re.compile(f"^{before} After the workshop"))
    assert click.n <= 3, click.n
    user.find("list item", re.compile("changed: .*Signatories"))
    user.keys("Escape")
    user.wait_gone("list", "Versions")


@case(map="northgate")
def the_mouse_keeps_saves_and_hands_over(user):
    """What keys do in the other cases; here they write words and do nothing else."""
    before = number(user)
    click = Clicks(user)
    click("button", re.compile("^northgate"))
    click("menu item", "Keep This Version")
    user.focuses("Name of the version")
    user.types("After the workshop")
    click("button", re.compile("^Keep$"))
    user.sees(f"Version {before} kept.")
    assert click.n <= 3, click.n

    click = Clicks(user)
    click("list item", re.compile("^Signatories known"))
    user.types("Signatories named in writing")
    click("button", re.compile("^northgate"))
    click("menu item", "Save")
    user.wait(lambda: "Signatories named in writing" in user.saved(), what="it on disk")
    assert click.n <= 3 and user.n_keys == 0, (click.n, user.n_keys)
    assert number(user) != before

    # what the stages mean, for those who keep the records of sales elsewhere
    click = Clicks(user)
    click("button", "Export")
    click("combo box", "Format")
    user.desktop.wait_still()
    click("list item", "Markdown text")
    click("button", "Export…")
    user.find("button", "Cancel")
    user.desktop.wait_still()
    click("button", "Export", index=-1)
    user.sees("Exported “northgate.md”.")
    assert click.n <= 5 and user.n_keys == 0, (click.n, user.n_keys)
    assert "- [ ] Next step captured, with a date" in (user.home / "northgate.md").read_text()


@case(map="northgate")
def keys_compare_and_read_again(user):
    """What the mouse does in the other cases; F10 is the way to a menu, F6 to a button."""
    user.keys("F10")
    user.find("menu item", "Compare Versions…")
    leads_to(user, "Compare Versions…", "Up", 14)
    user.keys("Return")
    user.sees("Only this version")
    user.keys("Escape")
    user.wait_gone(None, "Only this version")
    user.file.write_text(user.saved().replace("B2B Sales System Map", "Lena was here"))
    user.keys("ctrl+s")
    user.find(None, re.compile("^This map was changed by someone else at "))
    leads_to(user, "Reload", "shift+F6", 1, "Tab")
    user.keys("Return")
    user.sees("Lena was here")


@case(map="northgate")
def one_changed_criterion_is_one_changed_line(user):
    before = user.saved()
    save(user)
    assert user.saved() == before, "saving without a change wrote other bytes"
    reword(user, "Signatories known", "Signatories named in writing")
    save(user)
    lines = difflib.ndiff(before.splitlines(), user.saved().splitlines())
    changed = [line for line in lines if line[:1] in "+-"]
    assert [line[0] for line in changed] == ["-", "+"], changed
    assert "Signatories named in writing" in changed[1]


@case()
def the_next_review_is_marked_a_week_before(user):
    text = example("northgate").read_text()
    for days, due in ((30, False), (5, True)):
        day = datetime.date.today() + datetime.timedelta(days=days)
        file = user.home / f"in-{days}-days.salesmap"
        file.write_text(re.sub('review="[^"]*"', f'review="{day}"', text))
        assert user.quit() == 0
        user.start(file)
        review = user.find("list item", re.compile("Next review[.]$"))
        assert review.description == ("The review is due" if due else ""), review.description
        user.desktop.wait_still()
        x, y, width, _ = review.rect
        ground = user.desktop.pixel(int(x + width - 2), int(y + 1))
        assert (ground == (0xFB, 0xF1, 0xDA)) == due, ground


if __name__ == "__main__":
    main()
