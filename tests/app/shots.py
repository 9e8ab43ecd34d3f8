#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every view and dialog in every look, to be looked at beside the design.

usage: shots.py OUT-DIRECTORY [NAME…]

They come as OUT-DIRECTORY/LOOK/VIEW.png. A look is a screen, a style, a size of text and a
language; the views are those of scenes.py. NAME picks some of them, by the look, by the
view or by both: shots.py out/shots dark narrow-arabic/export.
"""
import os
import pathlib
import sys

import languages
import scenes
from harness import User, missing

NOTEBOOK, HD, ULTRA_HD, PHONE = (1366, 768), (1920, 1080), (3840, 2160), (360, 640)
LOOKS = {  # screen, scale, style and text, language, map
    "light": (NOTEBOOK, 1, {}, None, "northgate"),
    "dark": (NOTEBOOK, 1, {"dark": True}, None, "northgate"),
    "contrast": (NOTEBOOK, 1, {"contrast": True}, None, "northgate"),
    "contrast-dark": (NOTEBOOK, 1, {"contrast": True, "dark": True}, None, "northgate"),
    "text-150": (NOTEBOOK, 1, {"text_scale": 1.5}, None, "northgate"),
    "text-200": (NOTEBOOK, 1, {"text_scale": 2.0}, None, "northgate"),
    "arabic": (NOTEBOOK, 1, {}, "ar_EG", "northgate"),
    "japanese": (NOTEBOOK, 1, {}, "ja_JP", "northgate"),
    "narrow": (PHONE, 1, {}, None, "northgate"),
    "narrow-arabic": (PHONE, 1, {}, "ar_EG", "northgate"),
    "narrow-text-200": (PHONE, 1, {"text_scale": 2.0}, None, "northgate"),
    "hd": (HD, 1, {}, None, "northgate"),
    "ultra-hd": (ULTRA_HD, 1, {}, None, "northgate"),
    "ultra-hd-twofold": (ULTRA_HD, 2, {}, None, "northgate"),
}
# Pages of another direction and in other colours, without all the dialogs.
PAGES = {
    "hd-dark": (HD, 1, {"dark": True}, None, "northgate"),
    "hd-contrast": (HD, 1, {"contrast": True}, None, "northgate"),
    "right-to-left": (NOTEBOOK, 1, {}, None, "northgate-ar"),
    "right-to-left-arabic": (HD, 1, {}, "ar_EG", "northgate-ar"),
}


def views(look, size, scale, map):
    """The scenes of a look, those that need no map last."""
    if look in PAGES:
        return [([s for s in scenes.SCENES if s.name == "page"], map)]
    narrow = size[0] / scale < 700
    own = scenes.NARROW_SCENES if narrow else scenes.SCENES
    return [(own, map), (scenes.START_SCENES, None)]


def is_wanted(look, view, wanted):
    return not wanted or {look, view, f"{look}/{view}"} & set(wanted)


def take(folder, look, wanted):
    """The pictures of a look; returns what was found to be wrong on the way."""
    size, scale, style, language, map = {**LOOKS, **PAGES}[look]
    env = languages.speaking(language) if language else None
    problems = []
    for group, file in views(look, size, scale, map):
        group = [scene for scene in group if is_wanted(look, scene.name, wanted)]
        if not group:
            continue
        with User(map=file, size=size, scale=scale, env=env) as user:
            if style:
                user.desktop.look(**style)
            user.app.maximize()
            for scene in group:
                with scene.on(user):
                    user.screenshot(str(folder / f"{scene.name}.png"))
            problems += user.app.problems()
    return problems


def main(out, *wanted):
    reason = missing() or languages.missing()
    if reason:
        sys.exit(f"no pictures: {reason}")
    out = pathlib.Path(out).resolve()
    for look in {**LOOKS, **PAGES}:
        if any(is_wanted(look, scene.name, wanted)
               for scene in [*scenes.SCENES, *scenes.NARROW_SCENES, *scenes.START_SCENES]):
            os.makedirs(out / look, exist_ok=True)
            print(out / look, *take(out / look, look, wanted), sep="\n  ", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
