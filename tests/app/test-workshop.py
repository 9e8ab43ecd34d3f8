#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workshop over the whole screen, held with keys alone and a clock that the test drives."""
import re
import subprocess

from harness import NAMESPACE, case, main

KEYS_ALLOWED = 55  # all that is not written
PROJECTOR = (1920, 1080)
EMPTY = "resources/templates/en/empty.salesmap"


def records(user):
    """What is kept of workshops that were not finished."""
    return list(user.home.rglob("salesmap/workshop/*.ini"))


class Clock:
    """Moves the workshop's clock on without waiting for it."""

    def __init__(self, user):
        self.user, self.file = user, user.home / "ahead"
        self.set(0)

    def set(self, seconds):
        self.file.write_text(str(seconds))


@case(map=EMPTY, size=PROJECTOR)
def a_workshop_is_held_with_keys(user):
    clock = Clock(user)
    user.quit()
    user.wait_exit()
    user.start(user.file, env={"SALES_MAP_SECONDS_AHEAD": str(clock.file)})
    user.sees("Fits one page")
    user.n_keys = 0
    user.keys("F5")
    user.sees("Ask the room")
    user.find("label", "13:00")
    user.keys("space")
    user.focuses("Next criterion, Enter when")
    user.types("Segment and ICP agreed")
    user.keys("Return")
    user.types("Source named")
    user.keys("Tab")
    user.focuses("Next criterion, Leave when")
    user.types("Minimum data present")
    user.keys("Return")
    user.types("Duplicate check done")
    user.keys("Return")
    user.types("Good call")
    user.sees("3 of 2–3")
    answer = user.find("text box", "Next criterion, Enter when").rect
    question = user.find("label", re.compile(r"^Which .*\?$|^Who .*\?$|^What .*\?$")).rect
    assert answer[3] >= 38 and question[3] >= 26, (answer, question)
    user.sees("What would you see?")
    clock.set(42)
    user.sees("Half of the time for this block is over")
    clock.set(70)
    user.sees("15 seconds left for this block")
    clock.set(81)
    user.sees("Time for this block is up")
    user.types(" with the buyer")  # nothing is locked
    user.keys("F8", "F7")
    user.sees("Paused")
    user.keys("F7", "ctrl+k")
    user.focuses("An idea for later")
    user.types("Ask legal about resale")
    user.keys("Return")
    user.wait(lambda: user.focused().name.startswith("Next criterion, Leave when"),
              what="the caret back where it was")
    user.keys("ctrl+Page_Down")
    user.find("heading", "Qualification")
    user.keys("ctrl+z")
    user.keys("ctrl+shift+z")
    for _ in range(6):
        user.keys("Page_Down")  # as a presenter's remote sends it
    user.find("heading", "Definitions")
    user.find("text box", "Lead")
    user.keys("Page_Down")
    user.find("heading", "Self-check")
    user.sees("Every stage has entry and exit criteria")
    user.keys("Return")  # "Go there"
    user.find("heading", "Qualification")
    user.keys(*["Page_Down"] * 8)
    user.find("heading", "Export and finish")
    user.find("button", "Export and Finish")
    while user.focused().name != "Export and Finish":
        user.keys("Down")
    user.keys("Return")
    user.sees("and a PNG of the same name are written.")
    user.sees("Ask legal about resale")
    user.keys("F7", "F7")  # nothing is left to stop, or to go on with
    assert user.n_keys <= KEYS_ALLOWED, user.n_keys
    user.keys("Escape")
    user.sees("Fits one page")
    assert not records(user)
    user.keys("ctrl+s")
    user.wait(lambda: "Segment and ICP agreed" in user.saved(), what="the map on disk")
    first = next(user.saved_map().iter(NAMESPACE + "stage"))
    texts = [text.strip() for text in first.itertext() if text.strip()]
    for text in ("Segment and ICP agreed", "Source named", "Duplicate check done",
                 "Good call with the buyer"):
        assert text in texts, texts
    assert re.search(r'<version [^>]*label="Workshop ', user.saved()), "no version is kept"
    pdf = next(user.home.rglob("*.png")).with_suffix(".pdf")
    assert pdf.exists()
    minutes = pdf.with_name(pdf.stem + ", Minutes of the workshop.md")
    user.wait(minutes.exists, what="the minutes")
    assert "Ask legal about resale" in minutes.read_text(), minutes.read_text()
    assert minutes.with_suffix(".pdf").exists()
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout
    assert re.search(r"Pages: +1\n", info), info


@case(size=PROJECTOR)
def a_workshop_goes_on_after_a_crash(user):
    user.click(user.find("button", "Start Workshop"))
    user.sees("Ask the room")
    user.keys("space")
    user.focuses("Next criterion, Enter when")
    user.keys(*["Page_Down"] * 4)
    user.find("heading", "Negotiation")
    user.types("Every objection is written down")
    user.wait(lambda: records(user), what="the workshop on disk")
    user.wait(lambda: any("Every objection" in f.read_text(errors="ignore")
                          for f in user.home.rglob("[!.]*") if f.is_file()),
              what="a draft")
    user.app.kill()
    user.start()
    user.sees("Continue the workshop, block 5, 1")
    user.keys("Return")
    user.find("heading", "Negotiation")
    user.find("text box", "Enter when, 1 of 1")
    user.keys("Escape")
    user.sees("Every objection is written down")


if __name__ == "__main__":
    main()
