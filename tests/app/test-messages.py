#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window says, to the letter, each sentence where its condition is met and with
the buttons that belong to it. Of disks that are full and files that others change, see
test-file-trouble.py; of work that comes back, test-life.py."""
import re
import struct
import zlib

from harness import case, example, main

TIME = r"\d\d:\d\d"
STAGE = '<stage id="s-%s"'


def says(user, words, timeout=5):
    """Something on the screen reads exactly so; @words are an expression."""
    return user.find(None, re.compile(f"^{words}$"), timeout)


def offers(user, *buttons):
    for words in buttons:
        user.find("button", words)


def item(user, words):
    return user.find("list item", re.compile("^" + words))


def write(user, name, text):
    """Open another file instead of the one that is open."""
    assert user.quit() == 0
    file = user.home / name
    if isinstance(text, str):
        text = text.encode()
    file.write_bytes(text)
    user.start(file)


@case(map="northgate")
def what_is_done_is_said(user):
    says(user, "Fits one page")
    user.click(item(user, "Cost or impact quantified"))
    user.keys("Delete")
    says(user, r"Criterion “Cost or impact quantified” deleted\.")
    offers(user, "Undo")
    says(user, f"Draft kept {TIME}")
    user.keys("ctrl+s")
    says(user, f"Saved {TIME}")
    user.click(item(user, r"Negotiation\. "))
    user.keys("Escape", "Delete")
    says(user, r"Stage “Negotiation” deleted\.")
    offers(user, "Undo")


@case(map="northgate")
def text_gets_small_and_then_too_much(user):
    """A cell is filled until the page is full."""
    short = "".join(f"<criterion id='c-{i}'>Duplicate check done</criterion>" for i in range(8))
    before, rest = user.saved().split(STAGE % "discovery")
    rest = rest.replace("<exit>", "<exit>" + short, 1)
    write(user, "full.salesmap", before + STAGE % "discovery" + rest)
    says(user, r"Fits one page, text is small \(7\.[5-9] pt\)")
    user.click(item(user, "Cost or impact quantified"))
    says(user, r"Four or more criteria here\. The exercise suggests 2-3\.")
    user.keys("ctrl+c", "ctrl+v")
    says(user, r"The same criterion is in this stage already\.")
    user.keys("ctrl+v")
    says(user, r"Stage 3 has ([2-9]|\d\d) lines too many for one page\.")
    offers(user, "Show")


@case(map="northgate")
def doubtful_criteria_are_pointed_at(user):
    before, rest = user.saved().split(STAGE % "discovery")
    rest = rest.replace("Cost or impact quantified", "Good call", 1)
    rest = rest.replace("Next step captured, with a date", "Fits the ICP", 1)
    head, close = rest.split(STAGE % "close")
    close, after = close.split("</stage>", 1)
    close = re.sub("<exit>.*</exit>", "", close, flags=re.DOTALL)
    head, close = head + STAGE % "close" + close, "</stage>" + after
    write(user, "doubtful.salesmap", before + STAGE % "discovery" + head + close)

    user.click(item(user, r"Good call\."))
    says(user, r"What would you see\? “Good call” cannot be checked\.")
    user.click(item(user, r"Fits the ICP\. Leave when, 3"))
    user.app.reveal(None, "The same criterion is in Qualification.", over="Leave when")
    user.click(re.compile("^Self-check 2 of 4"))
    says(user, r"6 Close has no leave criteria\.")
    offers(user, "Go there")


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@case(map="northgate")
def a_picture_without_its_map_is_named(user):
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    png += chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    write(user, "from-chat.png", png)
    says(user, "Could not open “from-chat.png”")
    says(user, r"This picture has lost its source\. Open the PDF or the \.salesmap file\.")


@case()
def a_map_of_a_newer_version_is_looked_at_and_no_more(user):
    text = example("northgate").read_text().replace("<title>", "<aim>x</aim><title>")
    text = text.replace(':1" version="1.0"', ':2" version="2.0"')
    write(user, "newer.salesmap", text)
    says(user, "This map was made with a newer version. It opens read-only so that nothing "
               "is lost.".replace(".", r"\."))
    says(user, "Read-only")
    page = user.find(None, "Page")
    assert "Cost or impact quantified" in page.description, page.description
    x, y, width, height = page.rect
    for keys in (("Delete",), ("F2", "x", "Return"), ("ctrl+v",), ("ctrl+s",)):
        user.click((x + width // 3, y + height // 2), times=2)
        user.keys(*keys)
    user.desktop.wait_still()
    assert len(user.app.windows()) == 1, user.tree()
    user.keys("ctrl+w")
    assert user.wait_exit() == 0
    assert user.saved(user.home / "newer.salesmap") == text
    user.start()
    user.sees("Draw your sales system on one page")
    assert not user.find_all(None, "Continue where you left off")


if __name__ == "__main__":
    main()
