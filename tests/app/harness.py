# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the window as its user meets it: a screen, a keyboard, a file.

    from harness import case, main

    @case(map="northgate")
    def typing_is_saved(user):
        user.keys("F2")
        user.types("Lists and partners")
        user.keys("Escape", "ctrl+s")
        user.wait(lambda: "Lists and partners" in user.saved(), what="the text on disk")

    if __name__ == "__main__":
        main()

Each case gets a desktop and a home of its own and the application running there, on a
copy of the example map that @case names, or without a file. Criticals end the program at
once; at the end of a case nothing may stand on stderr that looks like a fault. The
results are printed as TAP; without a virtual screen all cases are skipped.

From the environment: SSM_APP and SSM_CLI are the programs to test, SSM_SOURCE_ROOT the
checkout. DRIVER_OUT=directory keeps a picture and the accessible tree of each failure.
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
import traceback
import xml.etree.ElementTree as etree

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

ROOT = pathlib.Path(os.environ.get("SSM_SOURCE_ROOT", pathlib.Path(__file__).parents[2]))
APP = os.environ.get("SSM_APP", str(ROOT / "build" / "src" / "app" / "sales-system-map"))
CLI = os.environ.get("SSM_CLI", str(ROOT / "build" / "src" / "cli" / "salesmap"))
NAMESPACE = "{urn:sales-system-map:1}"
SCREEN = (1366, 768)

# What GTK itself says of itself; nothing of ours belongs here.
NOISE = [
    "Broken accounting of active state",  # GTK 4.8
    # libadwaita's row of choices: the ellipsis of a short one is a pixel wider than that
    "GtkLabel .* reported min width 15 and natural width 14",
    # libadwaita 1.7 asks how high a message's heading is if narrower than its longest word
    "Trying to measure GtkLabel .* for width of .*, but it needs at least",
]
CASES = []


def case(map=None, size=SCREEN, env=None, **desktop):
    """Register a test: on a copy of data/examples/MAP.salesmap, or of another file."""

    def register(function):
        CASES.append((function, dict(map=map, size=size, env=env, **desktop)))
        return function

    return register


def example(name):
    """The path of an example map by its name, or of any file below the checkout."""
    path = ROOT / "data" / "examples" / f"{name}.salesmap"
    return path if path.exists() else ROOT / name


class User:
    """Somebody who sits before the application. Counts the keys that were needed."""

    def __init__(self, map=None, size=SCREEN, env=None, **desktop):
        from driver import Desktop

        self.desktop = Desktop(size, **desktop)
        self.home = pathlib.Path(self.desktop.home)
        self.file = None
        self.n_keys = self.n_characters = 0
        if map:
            self.file = self.home / example(map).name
            shutil.copyfile(example(map), self.file)
        try:
            self.start(*([self.file] if map else []), env=env)
        except BaseException:
            self.desktop.close()
            raise

    def start(self, *arguments, env=None):
        """Start the application, also once more after it has ended."""
        from driver import start_app

        command = [APP, *map(str, arguments)]
        self.app = start_app(command, env, fatal="criticals", desktop=self.desktop)
        # what the driver does already, by the same names
        for name in ("click", "drag", "find", "find_all", "menu", "scroll", "screenshot"):
            setattr(self, name, getattr(self.app, name))
        for name in ("wait", "wait_for", "wait_gone", "tree", "quit", "wait_exit"):
            setattr(self, name, getattr(self.app, name))
        return self.app

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.app.close()
        self.desktop.close()

    def keys(self, *combos):
        """Press keys one after the other: keys("ctrl+s", "Tab", "Return")."""
        self.n_keys += len(combos)
        self.app.key(*combos)

    def types(self, text):
        self.n_characters += len(text)
        self.app.type(text)

    def sees(self, text, timeout=5):
        """Wait for a name, description or text on the screen that contains this."""
        return self.wait_for(text, timeout)

    def focused(self):
        """The accessible object that has the keyboard."""
        found = self.find_all(where=lambda node: "focused" in node.states, showing=False)
        return found[-1] if found else None

    def focuses(self, name, timeout=5):
        """Wait until what has the keyboard is called this."""

        def look():
            node = self.focused()
            return node if node and node.name == name else None

        return self.wait(look, timeout, f"focus on {name!r}")

    def saved(self, file=None):
        """The text of the map on disk, "" while there is none."""
        file = pathlib.Path(file or self.file)
        return file.read_text() if file.exists() else ""

    def saved_map(self, file=None):
        """The root element of the map on disk; for its names see NAMESPACE."""
        return etree.fromstring(self.saved(file))

    def salesmap(self, *arguments):
        """What the command line prints about a file, and its exit status."""
        run = subprocess.run(
            [CLI, *map(str, arguments)],
            cwd=self.home,
            env=dict(self.desktop.env, DISPLAY=""),
            text=True,
            capture_output=True,
        )
        return run.stdout + run.stderr, run.returncode

    def assert_starts_in(self, env):
        """The program runs in this environment, without a complaint, until it is told to end."""
        program = subprocess.Popen([APP], env=env, stderr=subprocess.PIPE, text=True)
        time.sleep(2)
        assert program.poll() is None, program.stderr.read()
        program.send_signal(signal.SIGTERM)
        assert program.wait(3) == -signal.SIGTERM
        assert "CRITICAL" not in program.stderr.read()

    def assert_clean(self):
        self.app.assert_clean(ignore=NOISE)


def missing():
    """What keeps us from running, or None."""
    for program in ("Xvfb", "dbus-daemon", "metacity"):
        if not shutil.which(program):
            return f"{program} is not installed"
    try:
        import driver  # noqa: F401
    except ImportError as error:
        return str(error)
    return None if os.access(APP, os.X_OK) else f"no program {APP}"


def run_case(function, options):
    with User(**options) as user:
        function(user)
        user.assert_clean()


def main():
    """Run the cases, or those that the command line names; print TAP."""
    reason = missing()
    if reason:
        print(f"1..0 # SKIP {reason}")
        return
    wanted = [(f, o) for f, o in CASES if len(sys.argv) < 2 or f.__name__ in sys.argv[1:]]
    print(f"1..{len(wanted)}", flush=True)
    failed = False
    for number, (function, options) in enumerate(wanted, 1):
        try:
            run_case(function, options)
            print(f"ok {number} {function.__name__}", flush=True)
        except Exception:
            failed = True
            traceback.print_exc()  # to stderr: that is what meson shows
            print(f"not ok {number} {function.__name__}", flush=True)
    sys.exit(failed)
