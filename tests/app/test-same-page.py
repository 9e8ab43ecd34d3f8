#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on the screen is the paper: the canvas at 150 % beside the PNG of 144 dpi."""
import re
import struct
import zlib

from harness import case, main

DPI = 144  # what 96 dpi at 150 % come to
DARK = 128  # of 255: ink, whatever its shade at the rim of a letter
SLACK = 2  # pixels by which ink may stand elsewhere: the canvas begins at whole pixels


def read_png(path):
    """(width, height, rows of RGB) of a PNG of 8 bits as our program writes it."""
    data = path.read_bytes()
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"IHDR":
            width, height = struct.unpack_from(">II", data, at + 8)
        if kind == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += length + 12
    raw = zlib.decompress(packed)
    stride = 3 * width + 1
    assert not any(raw[::stride]), "rows that are filtered are not read here"
    return width, height, [raw[y * stride + 1 : (y + 1) * stride] for y in range(height)]


def ink_of_rows(rows, blue, step):
    """Per row of pixels the set of columns with ink.

    Looks at the blue of each pixel alone, of step bytes: there the ring of what is
    selected, which is not on paper, is light.
    """
    return [
        {x for x, value in enumerate(row[blue::step]) if value < DARK} for row in rows
    ]


def grown(rows, y, x):
    """Whether there is ink at or close to a place."""
    return any(
        x + dx in rows[y + dy]
        for dy in range(-SLACK, SLACK + 1)
        if 0 <= y + dy < len(rows)
        for dx in range(-SLACK, SLACK + 1)
    )


def foreign_ink(rows, others):
    """Share of the ink of @rows that @others do not have nearby."""
    n = missing = 0
    for y in range(0, len(rows), 3):
        for x in rows[y]:
            n += 1
            missing += not grown(others, y, x)
    return missing / max(n, 1)


WHITE = b"\xff\xff\xff"


def white_span(pixels):
    """First and one past the last white pixel; the margins of the paper are white."""
    white = [i for i in range(len(pixels) // 4) if pixels[4 * i : 4 * i + 3] == WHITE]
    return (white[0], white[-1] + 1) if white else (0, 0)


def paper_rect(user):
    """Where the sheet lies on the desk, found by its colour."""
    x, y, w, h = map(int, user.find("list", re.compile("^Sales System Map: ")).rect)
    left, right = white_span(user.desktop.grab((x, y + h // 2, w, 1)))
    top, bottom = white_span(user.desktop.grab((x + left + 4, y, 1, h)))
    return x + left, y + top, right - left, bottom - top


def zoom_to(user, width):
    """Zoom out from the page that fits the large screen."""
    user.app.maximize()
    user.keys("ctrl+0")
    for _ in range(8):
        user.desktop.wait_still()
        if paper_rect(user)[2] <= width + SLACK:
            return
        user.keys("ctrl+minus")


def canvas_picture(user, width, height):
    x, y, w, h = paper_rect(user)
    assert abs(w - width) <= SLACK and abs(h - height) <= SLACK, (w, h, width, height)
    data = user.desktop.grab((x, y, width, height))
    return [data[row * width * 4 : (row + 1) * width * 4] for row in range(height)]


def same_page(user):
    picture = user.home / "out.png"
    user.salesmap("export", str(user.file), "-o", str(picture), "--dpi", str(DPI))
    width, height, rows = read_png(picture)
    user.keys("F9")  # the whole screen for the page
    zoom_to(user, width)
    user.desktop.move(5, 5)
    user.desktop.wait_still(3)
    paper = ink_of_rows(rows, 2, 3)
    screen = ink_of_rows(canvas_picture(user, width, height), 0, 4)
    for mine, other, what in ((paper, screen, "paper"), (screen, paper, "screen")):
        share = foreign_ink(mine, other)
        assert share < 0.002, f"{share:.2%} of the ink is on the {what} only"


@case(map="northgate", size=(2000, 1600))
def the_example_looks_the_same(user):
    same_page(user)


@case(map="northgate-ar", size=(2000, 1600))
def a_page_from_right_to_left_looks_the_same(user):
    same_page(user)


if __name__ == "__main__":
    main()
