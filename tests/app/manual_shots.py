#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of the manual.

usage: manual_shots.py OUT-DIRECTORY
"""
import pathlib
import struct
import sys
import zlib

from harness import User, missing

SIZE = (1000, 640)


def shrink(path):
    """Compress a picture as well as it goes: it is taken once and kept for long."""
    data = path.read_bytes()
    out, offset, pixels = data[:8], 8, b""
    while offset < len(data):
        (length,) = struct.unpack(">I", data[offset : offset + 4])
        chunk = data[offset : offset + 12 + length]
        if chunk[4:8] == b"IDAT":
            pixels += chunk[8:-4]
        elif chunk[4:8] == b"IEND":
            body = b"IDAT" + zlib.compress(zlib.decompress(pixels), 9)
            out += struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
            out += chunk
        else:
            out += chunk
        offset += 12 + length
    path.write_bytes(out)


def take(out, name, *keys):
    with User(map="northgate", size=SIZE) as user:
        user.sees("Discovery")
        user.app.maximize()
        user.keys(*keys)
        user.desktop.wait_still(3, 0.3)
        user.screenshot(str(out / f"{name}.png"))
    shrink(out / f"{name}.png")


def main(out):
    reason = missing()
    if reason:
        sys.exit(f"no pictures: {reason}")
    out = pathlib.Path(out).resolve()
    take(out, "window", "ctrl+Page_Down")
    take(out, "definitions", "ctrl+2")


if __name__ == "__main__":
    main(*sys.argv[1:])
