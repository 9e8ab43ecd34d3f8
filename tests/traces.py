# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether words can be found in files, however they are packed.

    from traces import traces
    assert not list(traces([folder], ["Brightline Logistics"]))

Looks at every byte, at what is compressed or written in base 64 within, at the text of PDFs
as readers see it, and at the names of the files.
"""
import base64
import binascii
import re
import shutil
import subprocess
import urllib.parse
import zlib

ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
BASE64 = re.compile(rb"[A-Za-z0-9+/\s]{24,}={0,2}")
DEEPEST = 3


def readings(data, depth=0):
    """@data, and what is packed in it."""
    yield data
    if depth == DEEPEST:
        return
    for found in ZLIB.finditer(data):
        try:
            yield from readings(zlib.decompressobj().decompress(data[found.start():]), depth + 1)
        except zlib.error:
            continue
    for found in BASE64.finditer(data):
        letters = b"".join(found.group().split()).rstrip(b"=")
        try:
            yield from readings(base64.b64decode(letters[: len(letters) // 4 * 4]), depth + 1)
        except binascii.Error:
            continue


def spellings(word):
    yield word.encode()
    for encoding in ("utf-16-le", "utf-16-be"):
        yield word.encode(encoding)
        yield word.encode(encoding).hex().encode()
        yield word.encode(encoding).hex().upper().encode()
    yield urllib.parse.quote(word).encode()


def file_readings(file):
    yield str(file.name).encode()
    yield from readings(file.read_bytes())
    if file.suffix == ".pdf" and shutil.which("pdftotext"):
        yield subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True).stdout


def traces(places, words, apart=()):
    """(file, word) for each word found in the files of @places, those @apart left out."""
    files = [f for p in places for f in (p.rglob("*") if p.is_dir() else [p]) if f.is_file()]
    for file in sorted(set(files) - set(apart)):
        texts = list(file_readings(file))
        for word in words:
            if any(spelling in text for text in texts for spelling in spellings(word)):
                yield file, word
