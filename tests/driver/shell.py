#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The driver from the command line.

    shell.py tree CMD...                 print the accessible tree of a program
    shell.py shot OUT.png CMD...         write a screenshot
    shell.py serve SOCKET CMD...         keep a program open ...
    shell.py do SOCKET 'app.click("Save")'   ... and act on it, step by step, from a shell

What `do` sends is Python with `app`, `desktop` and all of the driver in reach;
variables stay between calls; "app.quit()" ends the program and the server.
"""
import contextlib
import io
import os
import pathlib
import socket
import sys
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import driver  # noqa: E402


def serve(path, cmd):
    with driver.start_app(cmd) as app, socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        os.chmod(path, 0o600)
        server.listen()
        scope = dict(vars(driver), app=app, desktop=app.desktop)
        try:
            while app.process.poll() is None:
                connection, _ = server.accept()
                with connection, connection.makefile("rw") as f:
                    f.write(run(f.read(), scope))
        finally:
            os.unlink(path)


def run(code, scope):
    with io.StringIO() as out:
        with contextlib.redirect_stdout(out):
            try:
                try:
                    compiled = compile(code, "<do>", "eval")
                except SyntaxError:
                    exec(compile(code, "<do>", "exec"), scope)
                else:
                    value = eval(compiled, scope)
                    if value is not None:
                        print(value)
            except Exception:
                traceback.print_exc(file=out)
        return out.getvalue()


def main(argv):
    if len(argv) > 2 and argv[1] == "tree":
        with driver.start_app(argv[2:]) as app:
            print(app.tree(extents=True))
    elif len(argv) > 3 and argv[1] == "shot":
        with driver.start_app(argv[3:]) as app:
            app.screenshot(argv[2])
    elif len(argv) > 3 and argv[1] == "serve":
        serve(argv[2], argv[3:])
    elif len(argv) == 4 and argv[1] == "do":
        with socket.socket(socket.AF_UNIX) as s:
            s.connect(argv[2])
            s.sendall(argv[3].encode())
            s.shutdown(socket.SHUT_WR)
            print(s.makefile().read(), end="")
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
