#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window comes back as it was left, and nothing that is remembered stops the start."""
import re
import signal
import subprocess
import time

from harness import APP, case, main


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
    program = subprocess.Popen([APP], env=env, stderr=subprocess.PIPE, text=True)
    time.sleep(1.5)
    assert program.poll() is None, program.stderr.read()
    program.send_signal(signal.SIGTERM)
    assert program.wait(3) == -signal.SIGTERM
    assert "CRITICAL" not in program.stderr.read()
    user.start()


if __name__ == "__main__":
    main()
