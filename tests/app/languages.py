# SPDX-License-Identifier: GPL-3.0-or-later
"""Languages for the window's tests, on a system that was installed with none of them.

    @case(env=speaking("de_DE"))

glibc takes no translation in a locale that it does not have, so each is compiled into a
folder of this run from the sources that the package "locales" brings. The translations
are those of the build: SSM_TRANSLATIONS names their folder.
"""
import atexit
import os
import pathlib
import shutil
import subprocess
import tempfile

from harness import ROOT

SOURCES = pathlib.Path("/usr/share/i18n/locales")
LOCALEDEF = shutil.which("localedef", path=os.environ["PATH"] + ":/usr/sbin:/sbin")
TRANSLATIONS = os.environ.get("SSM_TRANSLATIONS", str(ROOT / "build" / "po"))

folder = None


def missing():
    """What keeps us from speaking them, or None."""
    return None if LOCALEDEF and SOURCES.exists() else "the package locales is not installed"


def speaking(name):
    """The environment of somebody who speaks this, "ar_EG"."""
    global folder
    if missing():
        return {}
    if folder is None:
        folder = tempfile.mkdtemp(prefix="locales-")
        atexit.register(shutil.rmtree, folder)
    locale = f"{name}.UTF-8"
    subprocess.run(
        [LOCALEDEF, "-i", name, "-f", "UTF-8", os.path.join(folder, locale)],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return dict(LANG=locale, LC_ALL=locale, LOCPATH=folder, TEXTDOMAINDIR=TRANSLATIONS)
