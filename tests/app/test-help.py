#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program tells of itself: the manual, the keys, its versions."""
import pathlib

from harness import case, main


def browser_for(user, kind):
    """Set up a program that writes down what it is asked to show; the file it writes to."""
    folder = user.home / ".local" / "share" / "applications"
    folder.mkdir(parents=True, exist_ok=True)
    asked, script = user.home / "asked", user.home / "browser"
    script.write_text(f'#!/bin/sh\necho "$1" >> {asked}\n')
    script.chmod(0o755)
    (folder / "browser.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName=Browser\nExec={script} %u\nMimeType={kind};\n"
    )
    (folder / "mimeapps.list").write_text(
        f"[Default Applications]\n{kind}=browser.desktop\n"
    )
    return asked


@case()
def help_opens_in_what_there_is(user):
    user.sees("Draw your sales system on one page")
    user.keys("F1")
    user.sees("The manual cannot be shown")
    words = user.sees("index.html").name
    page = pathlib.Path(words[words.index("/") :].split("index.html")[0] + "index.html")
    assert page.exists(), words
    user.desktop.wait_still()
    user.keys("Escape")
    user.wait_gone(None, "The manual cannot be shown")
    asked = browser_for(user, "text/html")
    assert user.quit() == 0
    user.start()
    user.sees("Draw your sales system on one page")
    user.keys("F1")
    user.wait(asked.exists, what="the browser to be asked")
    assert asked.read_text().strip().endswith("/index.html"), asked.read_text()


@case(map="northgate")
def keys_are_listed_and_found(user):
    user.sees("Discovery")
    user.keys("ctrl+question")
    user.sees("Ctrl+S")
    user.types("move st")
    user.wait_gone(None, "Ctrl+S")
    assert user.sees("Move stage").role
    user.sees("Shift+Ctrl+Page Down")
    user.types("x")
    user.sees("Nothing found. No key does “move stx”.")
    user.keys("Escape")
    user.sees("Ctrl+S")
    user.keys("Escape")
    user.wait_gone("dialog", "Keyboard Shortcuts")


@case(map="northgate")
def about_tells_versions_and_no_paths(user):
    user.sees("Discovery")
    user.keys("F10")
    user.menu("About Sales System Map")
    user.sees("The Sales System Map authors")
    user.click("Troubleshooting")
    user.click("Debugging Information")
    text = user.sees("libxml2 ").text
    for library in ("GTK 4.", "libadwaita 1.", "GLib 2.", "Pango 1.", "cairo 1.", "libxml2 2."):
        assert library in text, text
    assert "/" not in text.replace("GNU/Linux", ""), text
    assert str(user.home) not in text


if __name__ == "__main__":
    main()
