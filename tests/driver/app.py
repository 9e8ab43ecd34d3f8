# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive a GTK 4 program as a user would, without a screen, and look at it.

    from driver import start_app
    with start_app(["gtk4-widget-factory"], size=(1600, 1000)) as app:
        app.click("Page 2")                      # real mouse click, found by label
        app.find("text box", "Name").fill("Größe")
        app.key("ctrl+s")
        app.wait_for("Saved")                    # some label or text on the screen
        app.screenshot("after.png")
        app.assert_clean()                       # no criticals or warnings on stderr
        assert app.quit() == 0

How it sees: it speaks AT-SPI over D-Bus itself, all questions of one round in
flight at once: nothing is cached, and 900 widgets take half a second.  Roles are
GTK's own untranslated names ("button", "text box", "list item").  GTK 4.8 has no
screen positions; they are worked out from a node's place in its window or popover
and from that window's place on the X screen.

How it acts: with mouse and keyboard (see desktop.py).  After each act it waits
until the program's main loop has answered; the longest such wait is app.slowest.

With DRIVER_OUT=directory in the environment each failed wait leaves a
screenshot and the accessible tree there.  Command line: see shell.py.
"""
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time

from gi.repository import GLib
from Xlib import X, error as xerror
from Xlib.protocol import event as xevent

from .desktop import A11Y, REGISTRY, Desktop, UiError, die_with_parent, wait_until
from .node import ACTIVE_ROLES, TEXT_ROLES, Node

PROBLEM = re.compile(
    r"(^|-)(CRITICAL|WARNING|ERROR) \*\*|^\*\* \(.*\): (CRITICAL|WARNING|ERROR)|^Bail out!"
    r"|runtime error:|ERROR: (Address|Leak|Thread)Sanitizer|\*\*\* (stack|buffer) "
)


class App:
    """A program running on a Desktop; made by start_app()."""

    def __init__(self, desktop, cmd, env=None, fatal=None, cwd=None, own_desktop=False):
        self.desktop, self.own_desktop, self._lines = desktop, own_desktop, 0
        self.slowest, self._ref, self._toolkit, self._roles = 0.0, None, None, {}
        full = dict(desktop.env, **(env or {}))
        if fatal:  # "criticals" or "warnings": abort there
            full["G_DEBUG"] = "fatal-" + fatal
        self._log = os.path.join(tempfile.mkdtemp(dir=desktop.dir, prefix="app-"), "std")
        with open(self._log + "out", "wb") as out, open(self._log + "err", "wb") as err:
            self.process = subprocess.Popen(
                cmd,
                env=full,
                cwd=cwd or desktop.home,
                stdout=out,
                stdin=subprocess.DEVNULL,
                stderr=err,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    # -- what the program said --------------------------------------------------
    stdout = property(
        lambda self: pathlib.Path(self._log + "out").read_text(errors="replace")
    )
    stderr = property(
        lambda self: pathlib.Path(self._log + "err").read_text(errors="replace")
    )

    def problems(self, ignore=()):
        """Criticals, warnings and sanitizer reports on stderr, less those ignored (regexps)."""
        return [
            line
            for line in self.stderr.splitlines()
            if PROBLEM.search(line) and not any(re.search(i, line) for i in ignore)
        ]

    def assert_clean(self, ignore=()):
        if self.problems(ignore):
            raise UiError("on stderr: " + "\n".join(self.problems(ignore)))

    def wait_line(self, pattern, timeout=5):
        """Wait for a stdout line that matches, after the last one so found."""

        def look():
            lines = self.stdout.splitlines()
            for i in range(self._lines, len(lines)):
                if re.search(pattern, lines[i]):
                    self._lines = i + 1
                    return lines[i]
            return None

        return self.wait(look, timeout, f"stdout line {pattern!r}")

    def wait(self, condition, timeout=5, what="condition"):
        """wait_until(), but give up as soon as the program has ended."""

        def check():
            value = condition()
            if not value and self.process.poll() is not None:
                raise UiError(
                    f"{what}: program ended, status {self.process.returncode}: {self.stderr[-2000:]}"
                )
            return value

        try:
            return wait_until(check, timeout, what)
        except UiError:
            out = os.environ.get("DRIVER_OUT")
            if out:
                os.makedirs(out, exist_ok=True)
                stem = os.path.join(
                    out, f"fail-{os.getpid()}-{time.monotonic_ns() // 10**6}"
                )
                self.desktop.screenshot(stem + ".png")
                with open(stem + ".txt", "w") as f:
                    f.write(
                        f"{what}\n\n{self.tree(True)}\n\n{self.stdout}\n{self.stderr}"
                    )
            raise

    # -- the accessible tree -------------------------------------------------------
    def _mine(self, pid):
        try:
            return pid is not None and os.getpgid(pid) == self.process.pid
        except ProcessLookupError:
            return False

    def windows(self):
        """Read the whole accessible tree now; return the top-level nodes."""
        d = self.desktop
        refs = (
            d.ask([REGISTRY + (A11Y + "Accessible", "GetChildren", None)])[0] or ([],)
        )[0]
        pids = d.ask(
            [
                (
                    "org.freedesktop.DBus",
                    "/org/freedesktop/DBus",
                    "org.freedesktop.DBus",
                    "GetConnectionUnixProcessID",
                    GLib.Variant("(s)", (r[0],)),
                )
                for r in refs
            ]
        )
        level = [
            Node(self, r, None)
            for r, pid in zip(refs, pids)
            if pid and self._mine(pid[0])
        ]
        self._ref = (level[0].bus, level[0].path) if level else None
        self._read_below(level)
        return [w for a in level for w in a.children]

    def _read_below(self, apps):
        """Give the nodes of programs all that is below them.

        GTK tells of all objects it has made known in one answer. Those below one that are
        not among them have to be asked for to become known: level by level down from there,
        and then once more for all.
        """
        items, asked = self._items(apps), {}
        while missing := self._walk(apps, items, asked):
            answers = self.desktop.ask([n.question("Accessible", "GetChildren") for n in missing])
            for node, answer in zip(missing, answers):
                asked[node.path] = (answer or ([],))[0]
        nodes = [n for a in apps for n in a.walk()]
        if any(n.path not in items for n in nodes):
            items = self._items(apps)
        new = [n for n in nodes if n.path not in self._roles]
        answers = self.desktop.ask([n.question("Accessible", "GetRoleName") for n in new])
        self._roles.update((n.path, (answer or ("",))[0]) for n, answer in zip(new, answers))
        for node in nodes:
            node.role = self._roles[node.path]
            if node.path in items:
                node.take(items[node.path])

    def _items(self, apps):
        """What GTK has made known of each object, by its path."""
        answers = self.desktop.ask(
            [(a.bus, "/org/a11y/atspi/cache", A11Y + "Cache", "GetItems", None) for a in apps]
        )
        return {item[0][1]: item for answer in answers if answer for item in answer[0]}

    @staticmethod
    def _walk(apps, items, asked):
        """Build the tree of what is known; the nodes whose children have to be asked for."""
        below, missing, level, seen = {}, [], list(apps), set()
        for item in items.values():
            below.setdefault(item[2][1], []).append(item)
        while level:
            following = []
            for node in level:
                refs = asked.get(node.path)
                if refs is None:
                    known = sorted(below.get(node.path, ()), key=lambda item: item[3])
                    refs = [item[0] for item in known]
                    number = items[node.path][4] if node.path in items else None
                    if number is None or [item[3] for item in known] != list(range(number)):
                        missing.append(node)
                parent = None if node in apps else node
                fresh = [ref for ref in refs if ref[1] not in seen]
                seen.update(ref[1] for ref in fresh)
                node.children = [Node(node.app, ref, parent) for ref in fresh]
                following += node.children
            level = following
        return missing

    @property
    def toolkit(self):
        """The version of the program's GTK, such as (4, 8, 3)."""
        if not self._toolkit and self._ref:
            root = Node(self, self._ref, None)
            version = root._ask(root.property_question("Application", "Version"))
            self._toolkit = tuple(map(int, re.findall(r"\d+", version or "")))
        return self._toolkit or (4, 8)

    def nodes(self):
        return [n for w in self.windows() for n in w.walk()]

    def tree(self, extents=False):
        """The accessible tree as text, one indented line per node."""
        nodes, lines = self.nodes(), []
        places = self.desktop.ask(
            [n.question("Component", "GetExtents", "(u)", 1) for n in nodes]
        )
        for node, place in zip(nodes, places):
            states = sorted(node.states - {"sensitive", "focusable"})
            states += ["INSENSITIVE"] if "sensitive" not in node.states else []
            lines.append(
                "  " * len(list(node.ancestors()))
                + f"{node.role} {node.name!r}"
                + (f" ({node.description})" if node.description else "")
                + (f" text={node.text!r}" if node.role in TEXT_ROLES else "")
                + (f" value={node.value:g}" if "Value" in node.interfaces else "")
                + (" " + ",".join(map(str, place[0])) if extents and place else "")
                + (" " + " ".join(states) if states else "")
            )
        return "\n".join(lines)

    def find_all(self, role=None, name=None, within=None, where=None, showing=True):
        """Nodes by role, by label (string, or compiled regexp), by where(node), below a node."""
        return [
            n
            for n in self.nodes()
            if (role is None or role in n.roles)
            and (
                name is None
                or (
                    name.search(n.label)
                    if hasattr(name, "search")
                    else name in (n.label, n.name, n.name.replace("_", "", 1))
                )
            )
            and (within is None or any(a.path == within.path for a in n.ancestors()))
            and (where is None or where(n))
            and (not showing or n.showing)
        ]

    def find(self, role=None, name=None, timeout=5, index=0, **kw):
        """The first such node on the screen; waits for it."""
        return self.wait(
            lambda: (self.find_all(role, name, **kw)[index:] or [None])[0],
            timeout,
            f"{role or 'node'} {name!r} {kw or ''}",
        )

    def wait_for(self, text, timeout=5):
        """Wait until a name, description or text on the screen contains this."""

        def has(n):
            return (
                text in n.name
                or text in n.description
                or n.role in TEXT_ROLES
                and text in (n.text or "")
            )

        return self.wait(
            lambda: next(iter(self.find_all(where=has)), None), timeout, f"text {text!r}"
        )

    def wait_gone(self, role=None, name=None, timeout=5, **kw):
        self.wait(
            lambda: not self.find_all(role, name, **kw), timeout, f"{role} {name!r} to go"
        )

    # -- the windows on the screen ----------------------------------------------------
    def x_windows(self):
        """Mapped X windows of the program, lowest first: (window, x, y, width, height, popup)."""
        d, out, mine = self.desktop, [], set()
        pid_atom = d.x.intern_atom("_NET_WM_PID")

        def visit(window):
            try:
                attributes, g = window.get_attributes(), window.get_geometry()
                if attributes.map_state == X.IsViewable and g.width > 1:
                    pid = window.get_full_property(pid_atom, X.AnyPropertyType)
                    if pid and self._mine(pid.value[0]):
                        mine.add(window.id >> 21)  # the X client's range of numbers
                    at = window.translate_coords(d.root, 0, 0)
                    out.append(
                        (
                            window,
                            -at.x,
                            -at.y,
                            g.width,
                            g.height,
                            attributes.override_redirect,
                        )
                    )
                    for child in window.query_tree().children:
                        visit(child)
            except xerror.XError:
                pass  # closed meanwhile

        for top in d.root.query_tree().children:
            visit(top)
        return [w for w in out if w[0].id >> 21 in mine]

    def _origin(self, surface, w, h):
        """Screen position of the origin of a window's or popover's coordinates."""
        d, s, best = self.desktop, self.desktop.scale, None
        if d.wayland:
            return None if surface.parent else (0, 0)
        for window, x, y, ww, wh, popup in self.x_windows():
            left = top = right = bottom = 0
            frame = window.get_full_property(
                d.x.intern_atom("_GTK_FRAME_EXTENTS"), X.AnyPropertyType
            )
            if frame and not surface.parent:  # the shadow, where it is drawn by GTK
                left, right, top, bottom = frame.value[:4]
            dx, dy = ww - left - right - w * s, wh - top - bottom - h * s
            if not (0 <= dx <= 40 * s and 0 <= dy <= 40 * s):
                continue  # another window: not that size
            if surface.parent:
                if popup and (best is None or dx + dy <= best[0]):
                    best = dx + dy, x, y
            else:
                title = window.get_full_property(
                    d.x.intern_atom("_NET_WM_NAME"), X.AnyPropertyType
                )
                title = title.value.decode("utf8", "replace") if title else None
                wrong = popup * 2 + (title != surface.name)
                if best is None or wrong <= best[0]:
                    best = wrong, x + left + dx // 2, y + top + dy // 2
        return best[1:] if best else None

    # -- acting ---------------------------------------------------------------------
    def _target(self, target):
        """An (x, y), a node, or the node that has this label (string or regexp)."""
        if isinstance(target, (tuple, Node)):
            return target

        def look():
            found = sorted(
                self.find_all(None, target),
                key=lambda n: (n.role not in ACTIVE_ROLES, n.role != "label"),
            )
            return next((n for n in found if n.rect), None)

        return self.wait(look, 5, f"something to point at called {target!r}")

    def _point(self, target):
        target = self._target(target)
        return target.center if isinstance(target, Node) else target

    def settle(self):
        """Wait until the program has taken in what was done to it.

        X has delivered the events by now; a question that only the main loop
        answers comes behind them.  Asked twice: the first may be answered early.
        """
        started = time.monotonic()
        for _ in range(2):
            if self._ref and self.process.poll() is None:
                self.desktop.ask(
                    [self._ref + (A11Y + "Accessible", "GetRole", None)], 30000
                )
                time.sleep(0.01)
        self.slowest = max(self.slowest, time.monotonic() - started - 0.02)

    def click(self, target, button=1, times=1):
        """Click a node, the node with this label, or an (x, y) on the screen."""
        self.hover(target)
        if times == 1:  # unhurried, so that none is lost under load
            self.desktop.button(button, 1, self.settle)
        else:
            self.desktop.button(button, times)
            self.settle()

    def hover(self, target):
        """Point at it, and follow it where it is just being laid out anew."""
        target, at = self._target(target), None
        for _ in range(10):
            point = self._point(target)
            if point == at:
                return
            at = point
            self.desktop.move(*at)
            self.settle()

    def menu(self, *labels):
        """Click one after the other: menu("Main menu", "Open…")."""
        for label in labels:
            self.click(label)

    def drag(self, start, end, **kw):
        """Drag from one place, node or label to another."""
        self.desktop.drag(*self._point(start), *self._point(end), **kw)
        self.settle()

    def scroll(self, target, clicks, *modifiers):
        """Turn the wheel over a target; scroll("Map", -2, "ctrl")."""
        self.hover(target)
        with self.desktop.held(*modifiers):
            self.desktop.scroll(clicks)
        self.settle()

    def reveal(self, role=None, name=None, over=None, clicks=1, limit=60, **kw):
        """Turn the wheel over a target until such a node is on the screen; return it."""
        for _ in range(limit):
            found = self.find_all(role, name, **kw)
            if found:
                return found[0]
            self.scroll(over, clicks)
        raise UiError(f"{role} {name!r} does not scroll into sight")

    def type(self, text):
        self.desktop.type(text)
        self.settle()

    def key(self, *combos):
        for combo in combos:
            self.desktop.key(combo)
            self.settle()

    def screenshot(self, path):
        return self.desktop.screenshot(path)

    def maximize(self):
        """Let the window manager give the topmost window the whole screen."""
        d = self.desktop
        state, vertical, horizontal = (
            d.x.intern_atom("_NET_WM_STATE" + rest)
            for rest in ("", "_MAXIMIZED_VERT", "_MAXIMIZED_HORZ")
        )
        window = [w for w, *_, popup in self.x_windows() if not popup][-1]
        d.root.send_event(
            xevent.ClientMessage(
                window=window,
                client_type=state,
                data=(32, [1, vertical, horizontal, 1, 0]),
            ),
            event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask,
        )
        d.x.sync()
        d.wait_still()

    # -- the end ----------------------------------------------------------------------
    def request_close(self):
        """Ask the topmost window to close, as the window manager's close button does."""
        d = self.desktop
        if d.wayland:
            return self.windows()[-1].act("window.close")
        protocols, delete = (
            d.x.intern_atom(a) for a in ("WM_PROTOCOLS", "WM_DELETE_WINDOW")
        )
        for window, *_, popup in reversed(self.x_windows()):
            if not popup and delete in (window.get_wm_protocols() or []):
                window.send_event(
                    xevent.ClientMessage(
                        window=window,
                        client_type=protocols,
                        data=(32, [delete, X.CurrentTime, 0, 0, 0]),
                    )
                )
                d.x.sync()
                return None
        raise UiError("no window to close")

    def wait_exit(self, timeout=10):
        """Exit status; negative is the number of the signal that ended it."""
        wait_until(lambda: self.process.poll() is not None, timeout, "the program to end")
        return self.process.returncode

    def quit(self, timeout=10):
        self.request_close()
        return self.wait_exit(timeout)

    def kill(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def close(self):
        self.kill()
        if self.own_desktop:
            self.desktop.close()


def start_app(
    cmd, env=None, size=(1280, 900), fatal=None, cwd=None, desktop=None, timeout=20, **kw
):
    """Start a program and wait for its first window.

    It gets a desktop of its own, made with size and further keywords (wm, scale,
    wayland), unless one is given.  env is added to the desktop's environment.
    """
    own = desktop is None
    desktop = desktop or Desktop(size, **kw)
    app = None
    try:
        app = App(desktop, cmd, env, fatal, cwd, own)
        app.wait(
            lambda: (desktop.wayland or app.x_windows()) and app.windows(),
            timeout,
            f"a window of {cmd[0]}",
        )
        desktop.wait_still(1)
    except BaseException:
        if app:
            app.close()
        elif own:
            desktop.close()
        raise
    return app
