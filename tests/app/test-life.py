#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting, ending, being killed: nothing typed is lost, and nothing stops the start."""
import os
import re
import signal
import subprocess
import time

from harness import APP, case, main


def begin(user):
    """A new map from the first template, its title being written."""
    user.sees("Draw your sales system on one page")
    user.keys("Return")
    user.sees("Fits one page")


@case()
def without_a_display_it_says_so(user):
    env = {k: v for k, v in user.desktop.env.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    run = subprocess.run([APP], env=env, capture_output=True, text=True, timeout=10)
    assert run.returncode == 69, run
    assert run.stderr.count("\n") == 1 and "salesmap" in run.stderr, run.stderr
    run = subprocess.run([APP, "--version"], env=env, capture_output=True, text=True, timeout=10)
    assert run.returncode == 0 and run.stdout.startswith("sales-system-map "), run


@case()
def a_kill_loses_no_word(user):
    begin(user)
    user.types("Northgate sales system")
    user.keys("Tab")
    user.types("Half a line")
    time.sleep(1.2)
    user.app.kill()
    user.start()
    user.sees("Continue where you left off")
    user.keys("Return")
    user.find(None, re.compile(r"^Your work from \d\d:\d\d is back\.$"))
    user.sees("Northgate sales system")
    user.sees("Half a line")
    user.sees("Discard it")


@case()
def what_came_back_can_be_thrown_away(user):
    begin(user)
    user.types("Nobody needs this")
    user.sees("Draft kept ")
    user.app.kill()
    user.start()
    user.sees("Nobody needs this")
    user.keys("Return")
    user.sees("Your work from ")
    user.click("Discard it")
    user.sees("Draw your sales system on one page")
    user.wait_gone(None, "Nobody needs this")
    assert user.quit() == 0
    user.start()
    user.sees("More templates")
    assert not user.find_all(None, "Nobody needs this")


@case()
def work_on_a_file_comes_back_after_a_kill(user):
    begin(user)
    user.types("First title")
    user.keys("ctrl+s")
    user.find("button", "Cancel")
    user.desktop.wait_still()
    user.keys("Return")
    user.sees("Saved ")
    file = user.home / "First title.salesmap"
    on_disk = user.saved(file)
    user.keys("ctrl+a")
    user.types("Second title")
    time.sleep(1.2)
    user.app.kill()
    assert user.saved(file) == on_disk
    user.start(file)
    user.sees("First title")
    user.sees("was never saved")
    user.click("Bring It Back")
    user.sees("Second title")
    user.keys("ctrl+s")
    user.wait(lambda: "Second title" in user.saved(file), what="the title on disk")

    user.click(re.compile("^Second title. Title"))
    user.keys("F2", "ctrl+a")
    user.types("Third title")
    time.sleep(1.2)
    user.app.kill()
    user.start(file)
    user.sees("was never saved")
    user.keys("F6")
    user.focuses("Title")
    user.keys("ctrl+a")
    user.types("Written meanwhile")
    user.click("Bring It Back")
    user.find("text box", "Title", where=lambda n: n.text == "Third title")
    user.find("text box", "Title", where=lambda n: n.text == "Written meanwhile", showing=False)
    user.keys("ctrl+w")
    user.find("button", "Discard")
    user.keys("Escape")


@case()
def a_map_without_a_name_closes_at_once_and_is_kept(user):
    begin(user)
    user.types("Kept without a name")
    user.keys("ctrl+w")
    assert user.wait_exit(3) == 0
    user.start()
    user.sees("Continue where you left off")
    user.sees("Kept without a name")
    user.focuses("B2B sales system")  # no crash: a new map comes first
    user.click("Discard")
    user.wait_gone(None, "Kept without a name")
    user.app.kill()
    user.start()
    user.sees("More templates")
    assert not user.find_all(None, "Kept without a name")


@case()
def signals_end_it_with_the_draft_kept(user):
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        begin(user)
        user.types(f"Ended by {number.name}")
        user.sees(f"Ended by {number.name}")
        started = time.monotonic()
        os.kill(user.app.process.pid, number)
        assert user.wait_exit(3) == -number
        assert time.monotonic() - started < 2
        user.start()
        user.sees(f"Ended by {number.name}")
        user.click("Discard")
        user.wait_gone(None, f"Ended by {number.name}")
        user.desktop.wait_still()


@case()
def a_damaged_state_stops_nothing(user):
    state = user.home / ".local" / "state" / "salesmap"
    for junk in (b"\0\xff\xfe[[[", b"[window]\nwidth=-5\nheight=99999999\nmaximized=maybe\n"):
        assert user.quit() == 0
        for name in ("state.ini", "recent.ini"):
            (state / name).write_bytes(junk)
        user.start()
        user.sees("Draw your sales system on one page")


@case()
def it_starts_without_a_bus(user):
    assert user.quit() == 0
    env = dict(user.desktop.env, DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")
    del env["AT_SPI_BUS_ADDRESS"]
    user.assert_starts_in(env)
    user.start()


@case(map="northgate")
def a_second_start_hands_its_file_over(user):
    user.sees("Discovery")
    other = user.home / "-other map.salesmap"
    other.write_text(user.saved().replace("B2B Sales System Map", "Opened second"))
    run = subprocess.run(
        [APP, "--", other], env=user.desktop.env, timeout=10, capture_output=True, text=True
    )
    assert run.returncode == 0, run
    user.sees("Opened second")
    assert len(user.app.windows()) == 2, user.tree()


@case(map="northgate", size=(360, 640))
def a_phone_wide_window_has_everything(user):
    user.desktop.wait_still()
    window = user.app.windows()[0]
    assert window.rect[2] <= 360, window.rect
    user.find("button", "Undo")
    user.find("button", "Page Preview")
    user.keys("F10")
    user.find("menu item", "Open…")
    user.sees("Keyboard Shortcuts")


if __name__ == "__main__":
    main()
