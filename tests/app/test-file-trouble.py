#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file changes under us, or cannot be written: what the window says, and that nothing
is lost. Disks are made, filled and taken away in a name space of our own where the system
allows that; elsewhere the same is provoked by limits and modes."""
import contextlib
import os
import re
import resource
import shutil
import subprocess
import sys

from harness import NAMESPACE, case, example, main

EXAMPLE_TITLE = "B2B Sales System Map"
MOUNTS = "SSM_TEST_MAY_MOUNT" in os.environ


def may_mount():
    """Go on as root of a name space of our own, if there may be one."""
    if MOUNTS or not shutil.which("unshare"):
        return
    probe = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
    if subprocess.run(probe, capture_output=True).returncode == 0:
        os.environ["SSM_TEST_MAY_MOUNT"] = "yes"
        os.execvp("unshare", ["unshare", "-rm", sys.executable, *sys.argv])


def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True)


def title(user, file=None):
    return user.saved_map(file).findtext(NAMESPACE + "title")


def write_title(user, words):
    user.click(re.compile("Title"))
    user.keys("F2", "ctrl+a")
    user.types(words)
    user.keys("Escape")


def choose(user, file):
    """Answer a file chooser that is about to open."""
    user.find("button", "Cancel")
    user.desktop.wait_still()
    user.keys("ctrl+a")
    user.types(str(file))
    user.keys("Return")


def look_away(user):
    """To another window, and back."""
    user.keys("ctrl+question")
    user.find("dialog", "Keyboard Shortcuts")
    user.keys("Escape")
    user.wait_gone("dialog", "Keyboard Shortcuts")


def by_someone_else(user, words):
    user.file.write_text(re.sub("<title>.*</title>", f"<title>{words}</title>", user.saved()))


def open_on_disk(user, folder):
    """The example saved to a folder that troubles come to."""
    user.keys("ctrl+shift+s")
    choose(user, folder / "map.salesmap")
    user.wait((folder / "map.salesmap").exists, what="the file on the disk")
    user.sees("Saved ")
    write_title(user, "Work that must not be lost")


def rescue(user, dialog):
    """The way out that the dialog offers."""
    copy = user.home / "rescued.salesmap"
    user.find("button", "Save a Copy…", within=dialog).click()
    choose(user, copy)
    user.wait(lambda: copy.exists() and title(user, copy) == "Work that must not be lost",
              what="the rescued copy")
    user.sees("Saved ")


@case(map="northgate")
def a_change_by_others_is_read_again_as_one_step(user):
    write_title(user, "Mine")
    user.sees("Draft kept ")
    by_someone_else(user, "Lena was here")
    look_away(user)
    user.find(None, re.compile(r"^This map was changed by someone else at \d\d:\d\d\.$"))
    user.keys("ctrl+s")
    user.desktop.wait_still()
    assert title(user) == "Lena was here", "saved over it without a choice"
    user.click("Reload")
    user.sees("The file was read again.")
    user.sees("Lena was here")
    user.sees("No changes")
    user.keys("ctrl+z")
    user.sees("Mine")
    user.keys("ctrl+shift+z")
    user.sees("Lena was here")
    user.sees("No changes")


@case(map="northgate")
def what_was_said_is_said_once_for_each_change(user):
    words = "This map was changed by someone else at "
    look_away(user)
    user.desktop.wait_still()
    assert not user.find_all(None, re.compile(words)), "said of a file that is the same"
    by_someone_else(user, "Lena was here")
    look_away(user)
    user.sees(words)
    user.find("button", "Close", where=lambda n: 40 < n.extents()[1] < 140).click()
    user.wait_gone(None, re.compile(words))
    look_away(user)
    user.desktop.wait_still()
    assert not user.find_all(None, re.compile(words)), "said again of the same change"
    by_someone_else(user, "Lena was here again")
    os.utime(user.file, (1700000000, 1700000000))
    look_away(user)
    user.sees(words)
    # whoever puts it back takes the notice back
    shutil.copyfile(example("northgate"), user.file)
    look_away(user)
    user.wait_gone(None, re.compile(words))


@case(map="northgate")
def a_file_that_is_taken_away_is_said_and_written_anew_only_when_asked(user):
    write_title(user, "Made anew")
    os.rename(user.file, user.home / "elsewhere.salesmap")
    look_away(user)
    user.sees("The file of this map was deleted or moved. Your work is still here.")
    user.sees("File is gone")
    user.keys("ctrl+s")
    dialog = user.find("dialog", f"“{user.file.name}” is not there any more")
    assert not user.file.exists(), "written without being asked"
    user.find("button", "Write It Anew", within=dialog).click()
    user.wait(lambda: user.file.exists() and title(user) == "Made anew", what="the file")
    user.sees("Saved ")
    user.wait_gone(None, re.compile("was deleted or moved"))


@case(map="northgate")
def a_folder_that_can_only_be_read_offers_a_copy(user):
    folder = user.home / "stick"
    folder.mkdir()
    open_on_disk(user, folder)
    if MOUNTS:
        mount("--bind", folder, folder)
        mount("-o", "remount,ro,bind", folder)
    elif os.geteuid() == 0:
        fixed = ["chattr", "+i", folder]
        if not shutil.which("chattr") or subprocess.run(fixed, capture_output=True).returncode:
            print("# skipped: no folder can be made that root cannot write to")
            return
    else:
        folder.chmod(0o500)
    before = user.saved(folder / "map.salesmap")
    user.keys("ctrl+s")
    dialog = user.find("dialog", "Could not save to “stick”")
    user.sees("It can only be read there" if MOUNTS else "You may not write there")
    user.sees("Your work is safe in a draft.")
    assert user.saved(folder / "map.salesmap") == before
    rescue(user, dialog)
    # and whoever opens it there is told at once
    assert user.quit() == 0
    user.start(folder / "map.salesmap")
    user.sees("This file can only be read here. To keep changes, save a copy.")
    user.find("button", "Save a Copy…")


@case(map="northgate")
def a_full_disk_says_so_and_goes_on_when_there_is_room(user):
    folder = user.home / "stick"
    folder.mkdir()
    if MOUNTS:
        mount("-t", "tmpfs", "-o", "size=64k", "none", folder)
    open_on_disk(user, folder)
    if MOUNTS:
        filler = folder / "filler"
        with open(filler, "wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(b"x" * 1024)
        words = "The disk is full. "
    else:
        resource.prlimit(user.app.process.pid, resource.RLIMIT_FSIZE, (100, 100))
        words = "It would be larger than a file may be here"
    before = user.saved(folder / "map.salesmap")
    user.keys("ctrl+s")
    dialog = user.find("dialog", "Could not save to “stick”")
    user.sees(words)
    assert user.saved(folder / "map.salesmap") == before
    assert not list(folder.glob(".~*")), "a leftover fills the disk"
    if MOUNTS:
        user.sees("Your work is safe in a draft.")
        filler.unlink()
        user.find("button", "Try Again", within=dialog).click()
        user.wait(lambda: title(user, folder / "map.salesmap") == "Work that must not be lost",
                  what="the save after the disk had room")
        user.sees("Saved ")


@case(map="northgate")
def a_disk_that_is_pulled_out_leaves_the_work_here(user):
    folder = user.home / "stick"
    folder.mkdir()
    if MOUNTS:
        mount("-t", "tmpfs", "none", folder)
    open_on_disk(user, folder)
    if MOUNTS:
        subprocess.run(["umount", "-l", folder], check=True)
    else:
        shutil.rmtree(folder)
        folder.mkdir()
    look_away(user)
    user.sees("The file of this map was deleted or moved. Your work is still here.")
    user.sees("Draft kept ")
    user.keys("ctrl+s")
    rescue(user, user.find("dialog", "“map.salesmap” is not there any more"))


@case(map="northgate")
def a_file_is_renamed_and_never_over_another(user):
    (user.home / "other.salesmap").write_text("not ours")
    user.click(user.find("button", re.compile("^northgate")))
    user.menu("Rename…")
    user.focuses("Name of the file")
    user.types("other")
    user.keys("Return")
    user.sees("there is another file of that name")
    assert (user.home / "other.salesmap").read_text() == "not ours"
    user.desktop.wait_still()
    user.keys("ctrl+a")
    user.types("Team map")
    user.keys("Return")
    user.wait((user.home / "Team map.salesmap").exists, what="the new name")
    assert not user.file.exists()
    user.find("button", re.compile("^Team map"))
    write_title(user, "Saved under it")
    user.keys("ctrl+s")
    user.wait(lambda: title(user, user.home / "Team map.salesmap") == "Saved under it",
              what="a save under the new name")
    assert user.quit() == 0


if __name__ == "__main__":
    may_mount()
    main()
