#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The export panel: each purpose and each format, as its file is found on the disk."""
import pathlib
import re
import struct
import subprocess

from harness import case, main

FORMATS = ("pdf", "png", "svg", "html", "md", "txt")
VIEWER = """[Desktop Entry]
Type=Application
Name=Viewer of tests
Exec={script} %u
MimeType=application/pdf;
"""


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def opens_panel(user):
    user.keys("ctrl+e")
    user.find("button", "Export…")
    user.desktop.wait_still()


def chooses(user, row, place):
    """The row of the panel by mouse, its answer by keys."""
    panel = user.find("dialog", "Export")
    user.find("combo box", row, within=panel).click()
    user.desktop.wait_still()
    user.keys("Home", *["Down"] * place, "Return")
    user.desktop.wait_still()


def exports(user, name):
    """Go on with the button and the chooser; the file that comes out."""
    user.click("Export…")
    user.find("button", "Cancel")
    user.desktop.wait_still()
    user.keys("ctrl+a")
    file = user.home / name
    user.types(str(file))
    user.keys("Return")
    user.sees(f"Exported “{name}”.")
    user.wait(file.exists, what=name)
    user.desktop.wait_still()
    return file


def png_size(file):
    """Width, height and pixels per metre, which stands there for Word to place it well."""
    data = file.read_bytes()
    assert data.startswith(b"\x89PNG"), data[:8]
    physical = data.index(b"pHYs") + 4
    return struct.unpack(">II", data[16:24]) + struct.unpack(">I", data[physical:][:4])


@case(map="northgate")
def each_format_is_what_it_says(user):
    for place, ending in enumerate(FORMATS):
        opens_panel(user)
        chooses(user, "Format", place)
        file = exports(user, f"out.{ending}")
        if ending == "pdf":
            assert re.search(r"^Pages: +1$", run("pdfinfo", file), re.MULTILINE)
        elif ending == "png":
            assert png_size(file) == (3508, 2480, 11811), png_size(file)
        elif ending == "svg":
            run("xmllint", "--noout", file)
        else:
            assert "Cost or impact quantified" in file.read_text(), ending
    # the same words as those from the command line
    for ending in ("html", "md", "txt"):
        drawn = user.home / f"drawn.{ending}"
        user.salesmap("export", user.file, "-o", drawn)
        assert drawn.read_text() == (user.home / f"out.{ending}").read_text(), ending


@case(map="northgate")
def each_purpose_says_paper_and_pixels(user):
    opens_panel(user)
    user.keys("Tab")
    user.focuses("Purpose")  # by the keyboard alone
    user.keys("space")
    user.desktop.wait_still()
    user.keys("Down", "Return")
    user.sees("PNG, a slide of 3840 × 2160 pixels")
    assert png_size(exports(user, "slide.png"))[:2] == (3840, 2160)

    opens_panel(user)
    user.sees("PNG, a slide of 3840 × 2160 pixels")  # as the last time
    chooses(user, "Purpose", 2)
    chooses(user, "Paper", 2)
    chooses(user, "Colours", 2)
    user.sees("PDF, A1 landscape, one page")
    info = run("pdfinfo", exports(user, "poster.pdf"))
    assert re.search(r"^Page size: +238\d\.\d+ x 168\d\.\d+ pts", info, re.MULTILINE), info

    opens_panel(user)
    chooses(user, "Paper", 0)
    chooses(user, "Format", 1)
    user.sees("PNG, A3 landscape, 600 dpi")
    assert png_size(exports(user, "poster.png")) == (9921, 7016, 23622)

    opens_panel(user)
    chooses(user, "Purpose", 3)
    chooses(user, "Orientation", 2)
    user.sees("PDF, A4 portrait, one page")
    chooses(user, "Paper", 6)
    user.sees("PDF, 297 × 210 mm, one page")
    handout = exports(user, "handout.pdf")
    words = run("pdftotext", "-raw", handout, "-")
    assert "Discovery" in words and "Cost or impact" not in words, words
    assert b"vnd.salesmap" not in handout.read_bytes(), "the answers are inside"


@case(map="northgate")
def the_file_opens_from_the_toast(user):
    seen = user.home / "seen"
    script = user.home / "viewer"
    script.write_text(f'#!/bin/sh\necho "$1" > "{seen}"\n')
    script.chmod(0o755)
    applications = user.home / ".local" / "share" / "applications"
    applications.mkdir(parents=True)
    (applications / "viewer.desktop").write_text(VIEWER.format(script=script))
    config = pathlib.Path(user.desktop.env["XDG_CONFIG_HOME"])
    (config / "mimeapps.list").write_text(
        "[Default Applications]\napplication/pdf=viewer.desktop\n"
    )
    assert user.quit() == 0
    user.start(user.file)
    opens_panel(user)
    file = exports(user, "northgate.pdf")
    user.find_all("button", "Open")[-1].click()  # not that of the header bar
    user.wait(lambda: seen.exists() and seen.read_text().strip(), what="the viewer")
    assert seen.read_text().strip() in (str(file), file.as_uri()), seen.read_text()


@case(map="northgate-ar")
def fonts_that_stand_in_are_named(user):
    opens_panel(user)
    user.sees("PDF, A4 landscape, one page")
    user.find(None, re.compile(r"^\w+ has no “.”\. .+ will be used for it\.$", re.MULTILINE))


@case(map="northgate")
def too_much_text_has_to_be_allowed(user):
    file = user.home / "much.salesmap"
    line = "<criterion id='c-much-%d'>A condition that is long and not the only one</criterion>"
    much = "".join(line % i for i in range(14))
    before, rest = user.saved().split('<stage id="s-discovery"')
    rest = rest.replace("<exit>", "<exit>" + much, 1)
    file.write_text(before + '<stage id="s-discovery"' + rest)
    assert user.quit() == 0
    user.start(file)
    user.sees("too many for one page.")
    opens_panel(user)
    user.find("button", "Export…", where=lambda n: "sensitive" not in n.states)
    user.click("Smaller text")
    user.find("button", "Export…", where=lambda n: "sensitive" in n.states)
    run("pdfinfo", exports(user, "small.pdf"))
    opens_panel(user)  # and anew the next time
    user.find("button", "Export…", where=lambda n: "sensitive" not in n.states)
    user.find_all("button", "Show")[-1].click()
    user.wait_gone("button", "Export…")
    user.sees("Stage 3 of 7")


if __name__ == "__main__":
    main()
