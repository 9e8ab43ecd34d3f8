#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening, saving, exporting, closing: what is on the disk is what was on the screen."""
import os
import re
import shutil

from harness import NAMESPACE, case, main

EXAMPLE_TITLE = "B2B Sales System Map"


def title(user, file=None):
    return user.saved_map(file).findtext(NAMESPACE + "title")


def write_title(user, words):
    """Write over the title of the map that is open."""
    user.click(re.compile("Title"))
    user.keys("F2")
    user.keys("ctrl+a")
    user.types(words)
    user.keys("Escape")


def choose(user, file):
    """Answer a file chooser that is about to open by its key."""
    user.find("button", "Cancel")
    user.desktop.wait_still()
    user.keys("ctrl+a")
    user.types(str(file))
    user.keys("Return")


@case(map="northgate")
def an_edit_is_saved_and_nothing_is_saved_twice(user):
    before = user.saved()
    write_title(user, "Northgate, autumn")
    user.keys("ctrl+s")
    user.wait(lambda: title(user) == "Northgate, autumn", what="the new title on disk")
    user.sees("Saved ")
    after = user.saved()
    changed = [(a, b) for a, b in zip(before.splitlines(), after.splitlines()) if a != b]
    assert len(changed) == 1, changed
    stamp = os.stat(user.file).st_mtime_ns
    user.keys("ctrl+s")
    user.desktop.wait_still()
    assert os.stat(user.file).st_mtime_ns == stamp, "saved again without a change"
    assert user.quit() == 0


@case(map="northgate")
def undo_and_redo_say_their_step(user):
    write_title(user, "Other words")
    undo = user.find("button", "Undo")
    assert "Ctrl+Z" in undo.description and ":" in undo.description, undo.description
    user.keys("ctrl+z")
    user.sees(EXAMPLE_TITLE)
    user.find("button", "Redo", where=lambda n: "sensitive" in n.states)
    user.keys("ctrl+shift+z")
    user.sees("Other words")
    user.keys("ctrl+z")
    assert user.quit() == 0, "undone to what is saved: nothing to ask"


@case(map="northgate")
def save_as_adds_the_ending_and_asks_before_replacing(user):
    other = user.home / "other.salesmap"
    other.write_text("not ours")
    user.keys("ctrl+shift+s")
    choose(user, user.home / "other")
    user.sees("Replace “other.salesmap”?")
    user.keys("Escape")
    user.wait_gone(None, "Replace “other.salesmap”?")
    assert other.read_text() == "not ours"
    user.keys("ctrl+shift+s")
    choose(user, user.home / "third")
    user.wait(lambda: (user.home / "third.salesmap").exists(), what="third.salesmap")
    user.wait(lambda: title(user, user.home / "third.salesmap") == EXAMPLE_TITLE, what="it")
    assert user.saved(user.home / "third.salesmap") == user.saved()


@case(map="northgate")
def exports_carry_the_map_and_open_again(user):
    original = user.saved()
    for row, ending in enumerate(("pdf", "png", "svg")):
        user.keys("ctrl+e")
        user.sees("File name")
        user.find("button", "Cancel")
        user.find("combo box", "Format").click()
        user.desktop.wait_still()
        user.keys("Home", *["Down"] * row, "Return")
        user.click("Export…")
        user.desktop.wait_still()
        choose(user, user.home / f"out.{ending}")
        picture = user.home / f"out.{ending}"
        user.wait(picture.exists, 15, what=picture.name)
        user.sees(f"Exported “out.{ending}”.")
        user.desktop.wait_still()
    os.remove(user.file)
    for ending in ("pdf", "png", "svg"):
        assert user.quit() == 0
        user.start(user.home / f"out.{ending}")
        user.sees("Not saved yet")
        user.keys("ctrl+s")
        choose(user, user.home / f"again-{ending}.salesmap")
        again = user.home / f"again-{ending}.salesmap"
        user.wait(again.exists, what=again.name)
        user.sees("Saved ")
        assert user.saved(again) == original, f"{ending} gave back another map"


@case(map="northgate")
def somebody_elses_change_is_seen_and_kept(user):
    theirs = user.saved().replace(EXAMPLE_TITLE, "Lena was here")
    user.file.write_text(theirs)
    write_title(user, "Mine")
    user.keys("ctrl+s")
    user.sees("This map was changed by someone else at ")
    assert user.saved() == theirs, "their change was overwritten"
    user.click("Save a Copy…")
    choose(user, user.home / "mine.salesmap")
    user.wait(lambda: (user.home / "mine.salesmap").exists(), what="the copy")
    user.wait(lambda: title(user, user.home / "mine.salesmap") == "Mine", what="my title")
    assert user.saved() == theirs


@case(map="northgate")
def a_changed_file_can_be_read_again(user):
    user.file.write_text(user.saved().replace(EXAMPLE_TITLE, "Lena was here"))
    user.keys("ctrl+question")       # a look at another window, and back
    user.find("dialog", "Keyboard Shortcuts")
    user.keys("Escape")
    user.sees("This map was changed by someone else at ")
    user.click("Reload")
    user.sees("Lena was here")
    assert user.quit() == 0


@case(map="northgate")
def a_file_that_is_gone_is_made_anew_only_when_asked(user):
    os.remove(user.file)
    write_title(user, "Made anew")
    user.keys("ctrl+s")
    user.find("dialog", f"“{user.file.name}” is not there any more")
    assert not user.file.exists()
    user.keys("Escape")
    user.wait_gone("dialog", f"“{user.file.name}” is not there any more")
    assert not user.file.exists()
    user.keys("ctrl+s")
    user.find("dialog", f"“{user.file.name}” is not there any more")
    user.keys("Return")
    user.wait(lambda: user.file.exists() and title(user) == "Made anew", what="the file")
    user.sees("Saved ")


@case(map="northgate")
def a_folder_that_is_gone_is_said_with_a_way_out(user):
    write_title(user, "Kept all the same")
    folder = user.home / "stick"
    folder.mkdir()
    user.keys("ctrl+shift+s")
    choose(user, folder / "map.salesmap")
    user.sees("Saved ")
    write_title(user, "Still here")
    shutil.rmtree(folder)
    user.keys("ctrl+s")
    dialog = user.find("dialog", "Could not save to “stick”")
    user.find("button", "Save a Copy…", within=dialog).click()
    choose(user, user.home / "rescued.salesmap")
    user.wait(lambda: (user.home / "rescued.salesmap").exists(), what="the copy")
    user.wait(lambda: title(user, user.home / "rescued.salesmap") == "Still here", what="it")


@case(map="northgate")
def closing_asks_only_for_what_a_file_would_lose(user):
    write_title(user, "Changed")
    user.keys("ctrl+w")
    user.sees("Save changes to “northgate”?")
    user.keys("Escape")
    user.wait_gone(None, "Save changes to “northgate”?")
    user.sees("Changed")
    user.keys("ctrl+w")
    user.sees("Save changes to “northgate”?")
    user.keys("Return")
    assert user.wait_exit() == 0
    assert title(user) == "Changed"
    user.start(user.file)
    write_title(user, "Thrown away")
    user.keys("ctrl+w")
    user.click("Discard")
    assert user.wait_exit() == 0
    assert title(user) == "Changed"
    user.start()
    user.sees("Recent")
    assert not user.find_all(None, "Continue where you left off"), "a discarded draft came back"


@case()
def what_is_no_map_is_named(user):
    for name, text, words in (
        ("newer.salesmap", '<map xmlns="urn:sales-system-map:1" version="9.0"/>', "newer"),
        ("page.html", "<html><body>Log in</body></html>", "page.html"),
        ("empty.salesmap", "", "empty.salesmap"),
    ):
        file = user.home / name
        file.write_text(text)
        user.keys("ctrl+o")
        choose(user, file)
        user.sees(f"Could not open “{name}”")
        user.sees(words)
        user.keys("Escape")
        user.wait_gone(None, f"Could not open “{name}”")
        assert file.read_text() == text
    user.sees("Draw your sales system on one page")


if __name__ == "__main__":
    main()
