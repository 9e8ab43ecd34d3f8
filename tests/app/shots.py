#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window, to be looked at beside the design.

usage: shots.py OUT-DIRECTORY [NAME…]

Small and full HD screens; light, dark, high contrast and large text; a page from right to
left; the start page. NAME picks some of them: shots.py out/shots map-1366-dark.
"""
import os
import pathlib
import sys

from harness import User, missing

SIZES = {"1366": (1366, 768), "1920": (1920, 1080)}
STYLES = {
    "light": {},
    "dark": {"dark": True},
    "contrast": {"contrast": True},
    "large-text": {"text_scale": 1.5},
}


def shots():
    """Name, screen size, style and map of each picture."""
    for width, size in SIZES.items():
        for style, look in STYLES.items():
            yield f"map-{width}-{style}", size, look, "northgate"
        yield f"map-{width}-right-to-left", size, {}, "northgate-ar"
        yield f"start-{width}-light", size, {}, None
        yield f"start-{width}-dark", size, {"dark": True}, None


def take(out, name, size, look, map):
    with User(map=map, size=size) as user:
        if look:
            user.desktop.look(**look)
        user.app.maximize()
        user.desktop.wait_still(3, 0.3)
        user.screenshot(str(out / f"{name}.png"))
        return user.app.problems()


def main(out, *wanted):
    reason = missing()
    if reason:
        sys.exit(f"no pictures: {reason}")
    out = pathlib.Path(out).resolve()
    os.makedirs(out, exist_ok=True)
    for name, *how in shots():
        if not wanted or name in wanted:
            problems = take(out, name, *how)
            print(out / f"{name}.png", *problems, sep="\n  ")


if __name__ == "__main__":
    main(*sys.argv[1:])
