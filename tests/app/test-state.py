#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window comes back as it was left, and nothing that is remembered stops the start."""
import re

from harness import case, main


def folder(user):
    return user.home / ".local" / "state" / "salesmap"


def stage(user):
    return user.find("list item", "Stage 3 of 7: Discovery", showing=False)


def zoom_of(user):
    return user.find("button", re.compile(r"^Zoom, \d+%$")).name


@case(map="northgate")
def zoom_and_place_come_back(user):
    user.sees("Discovery")
    user.keys("ctrl+plus", "ctrl+plus", "ctrl+plus")
    user.desktop.wait_still()
    zoom = zoom_of(user)
    user.scroll(stage(user), 4)
    user.desktop.wait_still()
    place = stage(user).extents()[1]
    assert user.quit() == 0
    kept = (folder(user) / "documents.ini").read_text()
    assert "northgate" not in kept.lower(), kept
    user.start(user.file)
    user.sees("Discovery")
    user.desktop.wait_still()
    assert zoom_of(user) == zoom
    assert abs(stage(user).extents()[1] - place) <= 8, (stage(user).extents()[1], place)
    user.keys("ctrl+0")
    assert user.quit() == 0
    user.start(user.file)
    user.sees("Discovery")
    user.desktop.wait_still()
    assert zoom_of(user) != zoom


@case(map="northgate")
def the_view_comes_back(user):
    user.sees("Discovery")
    assert not user.find_all(None, "Add a term")
    user.keys("ctrl+2")
    user.find(None, "Add a term")
    assert user.quit() == 0
    user.start(user.file)
    user.find(None, "Add a term")
    user.keys("ctrl+1")
    assert user.quit() == 0
    user.start(user.file)
    user.find("list item", "Stage 3 of 7: Discovery")
    assert not user.find_all(None, "Add a term")


@case(map="northgate")
def a_safe_start_knows_nothing_and_forgets_nothing(user):
    user.sees("Discovery")
    user.keys("ctrl+plus", "ctrl+plus", "ctrl+plus")
    user.desktop.wait_still()
    zoom = zoom_of(user)
    assert user.quit() == 0
    kept = {f.name: f.read_text() for f in folder(user).glob("*.ini")}
    assert "documents.ini" in kept, kept
    user.start("--safe", user.file)
    user.sees("Discovery")
    user.desktop.wait_still()
    assert zoom_of(user) != zoom
    assert user.quit() == 0
    assert kept == {f.name: f.read_text() for f in folder(user).glob("*.ini")}


@case()
def damage_stops_nothing(user):
    names = ("state.ini", "recent.ini", "documents.ini")
    assert user.quit() == 0
    for name in names:
        (folder(user) / name).unlink(missing_ok=True)
        (folder(user) / name).mkdir()
    user.start()
    user.sees("Draw your sales system on one page")
    assert user.quit() == 0
    for name in names:
        (folder(user) / name).rmdir()
        (folder(user) / name).write_bytes(b"[window]\nwidth=9e99\n[interface]\nstyle=\xff\n\0")
    user.start()
    user.sees("Draw your sales system on one page")
    assert user.quit() == 0
    # Nothing can be written there, not even by root.
    user.start(env={"XDG_STATE_HOME": "/proc/1/none"})
    user.sees("Draw your sales system on one page")
    user.keys("ctrl+comma")
    user.sees("Kept drafts")


@case()
def it_starts_without_a_home(user):
    assert user.quit() == 0
    env = dict(user.desktop.env, XDG_STATE_HOME=str(user.home / "state"))
    del env["HOME"]
    user.assert_starts_in(env)
    user.start()


@case(map="northgate")
def a_map_that_is_gone_stays_in_recent_until_it_is_taken_out(user):
    user.sees("Discovery")
    assert user.quit() == 0
    away = user.home / "unplugged"
    user.file.rename(away)
    user.start()
    user.sees("Recent")
    user.sees("Not found")
    user.click("northgate")
    user.sees("Could not open “northgate.salesmap”")
    user.desktop.wait_still()
    user.keys("Escape")
    user.wait_gone(None, "Could not open “northgate.salesmap”")
    user.sees("Not found")
    away.rename(user.file)
    user.click("northgate")
    user.sees("Discovery")
    user.keys("ctrl+w")
    user.wait_exit(3)
    user.file.unlink()
    user.start()
    user.click("northgate")
    user.click("Remove from Recent")
    user.wait_gone(None, "Not found")
    assert "northgate" not in (folder(user) / "recent.ini").read_text()


@case()
def recent_maps_are_searched_when_they_are_many(user):
    assert user.quit() == 0
    names = ["Brighton", "Leeds", "Bristol", "York", "Bath", "Ely", "Durham"]
    lines = [f"[file://{user.home}/{n}.salesmap]\ntime={i}\n" for i, n in enumerate(names)]
    (folder(user) / "recent.ini").write_text("".join(lines))
    user.start()
    user.sees("Brighton")
    user.click("Search recent maps")
    user.types("bri")
    user.wait_gone(None, "Leeds")
    user.sees("Brighton")
    user.sees("Bristol")
    user.types("x")
    user.sees("Nothing found. No map is called “brix”.")
    user.keys("Escape")
    user.sees("Leeds")


if __name__ == "__main__":
    main()
