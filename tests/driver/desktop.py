# SPDX-License-Identifier: GPL-3.0-or-later
"""A private, empty desktop to run one program on, with hands and eyes.

Desktop starts an X server without a screen (Xvfb), a window manager, a message
bus that is session bus and accessibility bus in one, and a new home directory.
It then moves the pointer, presses keys (XTEST: programs cannot tell the
difference) and reads the pixels.  Nothing of the caller's session is used, and
any number of desktops can run at once.  All of it ends with the process.

Needs (Debian): xvfb metacity dbus-daemon at-spi2-core xsettingsd python3-gi
python3-xlib, adwaita-icon-theme; weston for wayland=True.
"""
import contextlib
import ctypes
import os
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import zlib

from gi.repository import Gio, GLib
from Xlib import X, XK, display as xdisplay
from Xlib.ext import xtest

# How much longer than usual to wait for anything, for machines that are busy.
PATIENCE = float(os.environ.get("DRIVER_PATIENCE", "1"))
A11Y = "org.a11y.atspi."
REGISTRY = (A11Y + "Registry", "/org/a11y/atspi/accessible/root")
BUS_CONF = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>%s</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy><limit name="max_replies_per_connection">50000</limit></busconfig>"""
GTK_INI = "[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\ngtk-recent-files-enabled=false\n"


class UiError(AssertionError):
    """The user interface did not do what was asked or expected."""


def wait_until(condition, timeout=5.0, what="condition", step=0.05):
    """Poll until condition() is true; return its value or raise UiError."""
    timeout *= PATIENCE
    end = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise UiError(f"not within {timeout:g} s: {what}")
        time.sleep(step)


def die_with_parent():
    """In a child, before exec: be killed when the parent ends (PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def write_png(path, width, height, bgrx):
    """Write the 32-bit pixels of an X image as a PNG file."""
    rgb = bytearray(width * height * 3)
    for i in range(3):
        rgb[i::3] = bgrx[2 - i :: 4]
    rows = b"".join(
        b"\0" + rgb[y * width * 3 : (y + 1) * width * 3] for y in range(height)
    )

    def chunk(tag, data):
        return (
            struct.pack(">I", len(data))
            + tag
            + data
            + struct.pack(">I", zlib.crc32(tag + data))
        )

    with open(path, "wb") as f:
        f.write(
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 1))
            + chunk(b"IEND", b"")
        )


class Desktop:
    """size: of the screen in device pixels.  scale: 2 for a HiDPI screen (GDK_SCALE).

    wm: the window manager's command, or None; metacity shows shadows and rounded
    corners as users see them.
    wayland: the program runs under a Wayland compositor that fills the X screen;
    popovers can then be reached by keyboard only, and typed text must be ASCII.
    """

    def __init__(self, size=(1280, 900), wm="metacity", scale=1, wayland=False):
        self.size, self.scale, self.wayland = tuple(size), scale, wayland
        self.dir = tempfile.mkdtemp(prefix="desktop-")
        self.home = os.path.join(self.dir, "home")
        self._procs, self._bound = {}, {}
        try:
            self._start(None if wayland else wm)
        except BaseException:
            self.close()
            raise

    def _start(self, wm):
        run, conf = os.path.join(self.dir, "run"), os.path.join(self.home, ".config")
        os.makedirs(run, 0o700)
        os.makedirs(os.path.join(conf, "gtk-4.0"))
        os.makedirs(os.path.join(conf, "glib-2.0", "settings"))
        self._write(os.path.join(conf, "gtk-4.0", "settings.ini"), GTK_INI)
        address = f"unix:path={run}/bus"
        self.env = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": self.home,
            "TZ": "UTC",
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": run,
            "XDG_CONFIG_HOME": conf,
            "XDG_DATA_HOME": os.path.join(self.home, ".local", "share"),
            "XDG_CACHE_HOME": os.path.join(self.home, ".cache"),
            "XDG_SESSION_TYPE": "x11",
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",
            "GTK_A11Y": "atspi",
            "GSETTINGS_BACKEND": "keyfile",
            "GIO_USE_VFS": "local",
            "ADW_DISABLE_PORTAL": "1",
            "GIO_USE_VOLUME_MONITOR": "unix",
            "GDK_SCALE": str(self.scale),
            "DBUS_SESSION_BUS_ADDRESS": address,
            "AT_SPI_BUS_ADDRESS": address,
        }
        if "ASAN_OPTIONS" in os.environ:
            # Leaks would be those of GTK, and of modules that are gone when they are named.
            self.env["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"] + ":detect_leaks=0"
            self.env["UBSAN_OPTIONS"] = os.environ.get("UBSAN_OPTIONS", "")
        self.look()
        r, w = os.pipe()
        self.spawn(
            [
                "Xvfb",
                "-displayfd",
                str(w),
                "-screen",
                "0",
                "%dx%dx24" % self.size,
                "-dpi",
                "96",
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            fd=w,
        )
        self.env["DISPLAY"] = ":" + self._read_line(r, "Xvfb")
        # The bus knows no services to start on demand: no portal, dconf or gvfs of the
        # machine gets in the way.  The AT-SPI registry is started by hand instead.
        bus_conf = self._write("bus.conf", BUS_CONF % address)
        r, w = os.pipe()
        self.spawn(
            [
                "dbus-daemon",
                "--nofork",
                "--nopidfile",
                f"--config-file={bus_conf}",
                f"--print-address={w}",
            ],
            fd=w,
        )
        self._read_line(r, "dbus-daemon")
        self.spawn(["/usr/libexec/at-spi2-registryd"])
        self.x = xdisplay.Display(self.env["DISPLAY"])
        self.root = self.x.screen().root
        if shutil.which("xsettingsd"):
            self.spawn(["xsettingsd", "-c", os.path.join(self.dir, "xsettings")])
        if wm:
            self.spawn(wm.split())
            check = self.x.intern_atom("_NET_SUPPORTING_WM_CHECK")
            wait_until(
                lambda: self.root.get_full_property(check, X.AnyPropertyType),
                10,
                "window manager",
                0.02,
            )
        if self.wayland:
            self.spawn(
                [
                    "weston",
                    "--backend=x11-backend.so",
                    "--shell=kiosk-shell.so",
                    "--use-pixman",
                    "--width=%d" % self.size[0],
                    "--height=%d" % self.size[1],
                    "--socket=wayland-test",
                    "--idle-time=0",
                ]
            )
            self.env.update(
                WAYLAND_DISPLAY="wayland-test",
                GDK_BACKEND="wayland",
                XDG_SESSION_TYPE="wayland",
            )
            wait_until(
                lambda: os.path.exists(os.path.join(run, "wayland-test")),
                10,
                "weston",
                0.02,
            )
        flags = (
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        )
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        wait_until(
            lambda: self.ask([REGISTRY + (A11Y + "Accessible", "GetChildren", None)])[0],
            10,
            "accessibility registry",
            0.02,
        )

    def _write(self, name, text):
        path = os.path.join(self.dir, name)
        with open(path, "w") as f:
            f.write(text)
        return path

    def spawn(self, cmd, fd=None):
        """Start a helper program that lives as long as the desktop."""
        name = os.path.basename(cmd[0])
        with open(os.path.join(self.dir, name + ".log"), "wb") as log:
            self._procs[name] = subprocess.Popen(
                cmd,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[] if fd is None else [fd],
                preexec_fn=die_with_parent,
            )
        if fd is not None:
            os.close(fd)

    @staticmethod
    def _read_line(fd, who):
        with os.fdopen(fd) as f:
            line = f.readline().strip()
        if not line:
            raise UiError(who + " did not start")
        return line

    def close(self):
        for p in reversed(list(self._procs.values())):
            p.terminate()
        for p in self._procs.values():
            try:
                p.wait(5)
            except subprocess.TimeoutExpired:
                p.kill()
                p.wait()
        shutil.rmtree(self.dir, ignore_errors=True)

    def look(
        self, dark=False, contrast=False, text_scale=1.0, font="Cantarell 11", settings=()
    ):
        """Switch the system's appearance, also while a program runs.

        settings: more of GSettings as (schema path, key, value in GVariant text),
        e.g. ("org/gnome/desktop/interface", "clock-format", "'24h'").
        """
        path = os.path.join(self.home, ".config", "glib-2.0", "settings", "keyfile")
        keys = GLib.KeyFile()
        try:
            keys.load_from_file(path, GLib.KeyFileFlags.NONE)
        except GLib.Error:
            pass  # the first time
        for group, key, value in (
            (
                "org/gnome/desktop/interface",
                "color-scheme",
                "'prefer-dark'" if dark else "'default'",
            ),
            (
                "org/gnome/desktop/interface",
                "text-scaling-factor",
                str(float(text_scale)),
            ),
            ("org/gnome/desktop/interface", "font-name", f"'{font}'"),
            ("org/gnome/desktop/interface", "enable-animations", "false"),
            ("org/gnome/desktop/a11y/interface", "high-contrast", str(contrast).lower()),
            *settings,
        ):
            keys.set_value(group, key, value)
        keys.save_to_file(path)
        self._write(
            "xsettings",
            f"Xft/DPI {round(96 * 1024 * text_scale)}\nGtk/EnableAnimations 0\n"
            f'Gtk/FontName "{font}"\nGtk/CursorBlink 0\n',
        )
        if "xsettingsd" in self._procs:
            self._procs["xsettingsd"].send_signal(signal.SIGHUP)
            time.sleep(0.3)
            self.wait_still()

    # -- accessibility bus ---------------------------------------------------
    def ask(self, questions, timeout=10000):
        """Make many D-Bus calls at once: [(bus name, path, interface, method, arguments)].

        Returns the answers in order, None for a call that failed.
        """
        answers, left = [None] * len(questions), len(questions)

        def done(bus, result, i):
            nonlocal left
            left -= 1
            try:
                answers[i] = bus.call_finish(result).unpack()
            except GLib.Error:
                pass  # object gone, or not supported

        for i, (name, path, iface, method, args) in enumerate(questions):
            self.bus.call(
                name, path, iface, method, args, None, 0, timeout, None, done, i
            )
        context = GLib.MainContext.default()
        while left:
            context.iteration(True)
        return answers

    # -- eyes ------------------------------------------------------------------
    def grab(self, rect=None):
        """Pixels (blue, green, red, unused) of the screen or of one rectangle of it."""
        x, y, w, h = rect or (0, 0) + self.size
        return self.root.get_image(x, y, w, h, X.ZPixmap, 0xFFFFFFFF).data

    def pixel(self, x, y):
        b, g, r = self.grab((int(x), int(y), 1, 1))[:3]
        return r, g, b

    def wait_still(self, timeout=2.0, quiet=0.1):
        """Wait until the screen has stopped changing; True if it did."""
        end, last = time.monotonic() + timeout * PATIENCE, None
        while time.monotonic() < end:
            now = self.grab()
            if now == last:
                return True
            last = now
            time.sleep(quiet)
        return False

    def screenshot(self, path, rect=None):
        """Wait for stillness; write the screen, or a rectangle of it, as a PNG file."""
        self.wait_still()
        x, y, w, h = (int(v) for v in rect or (0, 0) + self.size)
        left, top = max(x, 0), max(y, 0)
        w, h = min(x + w, self.size[0]) - left, min(y + h, self.size[1]) - top
        write_png(path, w, h, self.grab((left, top, w, h)))
        return path

    # -- hands -------------------------------------------------------------------
    def _fake(self, kind, detail=0, pause=0.0, **kw):
        xtest.fake_input(self.x, kind, detail, **kw)
        self.x.sync()
        if pause:
            time.sleep(pause)

    def move(self, x, y, steps=4, pause=0.012):
        """Move the pointer there as a hand does: in steps, not by a jump.

        After a popover has closed, GTK 4.8 takes the first motion only as "the
        pointer is back" and would miss a click that came right behind it.
        """
        at = self.root.query_pointer()
        dx, dy = at.root_x - x, at.root_y - y
        if steps > 1 and abs(dx) + abs(dy) < 8:
            dx = dy = 8  # already there: come from beside it
        for i in reversed(range(steps)):
            self._fake(
                X.MotionNotify,
                x=round(x + dx * i / steps),
                y=round(y + dy * i / steps),
                pause=pause,
            )

    def button(self, number=1, times=1, settle=lambda: time.sleep(0.02)):
        """Press and release a mouse button; settle() is called after each of the two."""
        for _ in range(times):
            self._fake(X.ButtonPress, number)
            settle()
            self._fake(X.ButtonRelease, number)
            settle()

    def drag(self, x1, y1, x2, y2, steps=12, button=1, hold=0.1):
        """Press at one place, move in steps, release at the other."""
        self.move(x1, y1)
        self._fake(X.ButtonPress, button, hold)
        for i in range(1, steps + 1):
            self.move(x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps, 1, 0.02)
        time.sleep(hold)
        self._fake(X.ButtonRelease, button, 0.05)

    @contextlib.contextmanager
    def pressed(self, button=1, hold=0.1):
        """with desktop.pressed(): desktop.move(…): look at what is shown while dragging."""
        self._fake(X.ButtonPress, button, hold)
        try:
            yield
        finally:
            self._fake(X.ButtonRelease, button, 0.05)

    def scroll(self, clicks):
        """Turn the wheel at the pointer; positive is down."""
        for _ in range(abs(clicks)):
            self.button(5 if clicks > 0 else 4)

    def type(self, text, pause=0.004):
        """Type text on the keyboard, whatever the script."""
        for start in range(0, len(text), 12):
            piece = text[start : start + 12]
            self._bind([self._sym(c) for c in piece])
            for char in piece:
                self._press(*self._keycode(self._sym(char)), pause)
            if not piece.isascii():
                time.sleep(0.1)  # taken in before keys are bound anew

    def key(self, *combos):
        """key("ctrl+s"), key("Tab", "Tab", "Return"), key("shift+F10"), key("ctrl+plus")."""
        for combo in combos:
            *mods, name = combo.split("+")
            sym = XK.string_to_keysym(name) or self._sym(name)
            self._bind([sym])
            self._press(*self._keycode(sym), 0.02, self._mods(mods))

    def held(self, *names):
        """with desktop.held("ctrl"): desktop.scroll(-1)"""
        return _Held(self, self._mods(names))

    def _keycode(self, sym):
        """(keycode, needs shift) of a keysym on the present keyboard, or None."""
        for level in (0, 1):
            for code, index in self.x.keysym_to_keycodes(sym):
                if index == level:
                    return code, bool(level)
        return None

    def _bind(self, syms):
        """Give keysyms that no key has to spare keys, and let programs notice.

        Doing this before typing, not between two letters as xdotool does, is
        what makes non-ASCII text arrive whole.
        """
        syms = [s for s in dict.fromkeys(syms) if not self._keycode(s)]
        if not syms:
            return
        low = self.x.display.info.min_keycode
        table = self.x.get_keyboard_mapping(
            low, self.x.display.info.max_keycode - low + 1
        )
        free = [low + i for i, row in enumerate(table) if not any(row)]
        free += list(self._bound)  # the oldest may be taken over
        for code, sym in zip(free, syms):
            self._bound.pop(code, None)
            self._bound[code] = sym
            self.x.change_keyboard_mapping(code, [(sym, sym)])
        self.x.sync()
        time.sleep(0.2)
        while self.x.pending_events():  # our own copy of the keyboard
            event = self.x.next_event()
            if event.type == X.MappingNotify:
                self.x.refresh_keyboard_mapping(event)

    @staticmethod
    def _sym(char):
        special = {"\n": 0xFF0D, "\t": 0xFF09}
        return special.get(char) or (
            ord(char) if ord(char) < 256 else 0x1000000 | ord(char)
        )

    def _press(self, code, shift, pause=0.01, mods=()):
        mods = list(mods) + (self._mods(["shift"]) if shift else [])
        for m in mods:
            self._fake(X.KeyPress, m)
        self._fake(X.KeyPress, code)
        self._fake(X.KeyRelease, code)
        for m in reversed(mods):
            self._fake(X.KeyRelease, m)
        time.sleep(pause)

    def _mods(self, names):
        table = {
            "ctrl": "Control_L",
            "shift": "Shift_L",
            "alt": "Alt_L",
            "super": "Super_L",
        }
        return [self._keycode(XK.string_to_keysym(table[n.lower()]))[0] for n in names]


class _Held:
    def __init__(self, desktop, codes):
        self.desktop, self.codes = desktop, codes

    def __enter__(self):
        for c in self.codes:
            self.desktop._fake(X.KeyPress, c, 0.02)

    def __exit__(self, *exc):
        for c in reversed(self.codes):
            self.desktop._fake(X.KeyRelease, c, 0.02)
