#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing of a deal, and nothing that a workshop left open, gets into what is made of a map.

usage: privacy.py SALESMAP EXAMPLES

Maps are shared and deals are not: names, amounts, evidence, people and notes are planted in
the deal book of the example, everything is made of the map that can be, and searched.
"""
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from traces import traces

# What stands in the book, and what is planted there instead.
PLANTED = {
    "Brightline Logistics": "Zyxomatic Quarries",
    "84000": "7359146.25",
    "48213": "crm-90817263",
    "two days a month": "jackdaws love my sphinx",
    "Confirm monthly cost": "Ring Wilhelmina Xu",
    "Ines Marek": "Quentin Vexley",
    "Chose the maker": "Preferred Fjordbank",
}
FORMATS = ("pdf", "png", "svg", "html", "md", "txt")


def run(*command):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.PIPE)


def plant(examples, folder):
    """The map and its book in @folder; what was planted."""
    (folder / "a.salesmap").write_bytes((examples / "northgate.salesmap").read_bytes())
    text = (examples / "northgate.salesdeals").read_text()
    for old, new in PLANTED.items():
        assert old in text, old
        text = text.replace(old, new)
    (folder / "a.salesdeals").write_text(text)
    return list(PLANTED.values())


def make_all(salesmap, folder):
    """All that is made of a map while its deals lie beside it and are looked at."""
    map, deals = folder / "a.salesmap", folder / "a.salesdeals"
    run(salesmap, "check", "--deals", deals, map)
    subprocess.run([salesmap, "diagnose", map, deals], stdout=subprocess.PIPE, check=False)
    for ending in FORMATS:
        run(salesmap, "export", map, "-o", folder / f"out.{ending}")
    for ending in ("pdf", "png", "svg"):
        run(salesmap, "extract", folder / f"out.{ending}", "-o", folder / f"{ending}.salesmap")
    return [folder / f"out.{ending}" for ending in FORMATS]


def park(examples, folder):
    """The map in @folder with an idea and a proposal; their words."""
    text = (examples / "northgate.salesmap").read_text()
    at = text.index("  <versions>") if "  <versions>" in text else text.index("</map>")
    (folder / "a.salesmap").write_text(
        text[:at] + "  <ideas>\n    <idea id=\"i-1\">Fire Wilhelmina Xu</idea>\n  </ideas>\n"
        "  <proposals>\n    <proposal id=\"p-1\" side=\"exit\" hands=\"3\">Bribe Fjordbank"
        "</proposal>\n  </proposals>\n" + text[at:])
    return ["Wilhelmina Xu", "Bribe Fjordbank"]


def leaks_of_workshop(salesmap, folder, words):
    """What has an idea in it but the map itself, and what has none though it was wanted."""
    map, wanted = folder / "a.salesmap", folder / "wanted.pdf"
    made = []
    for ending in FORMATS:
        made.append(folder / f"out.{ending}")
        run(salesmap, "export", map, "-o", made[-1])
    found = [f"{word} is in {file.name}" for file, word in traces(made, words)]
    run(salesmap, "export", "--include-ideas", map, "-o", wanted)
    seen = {word for file, word in traces([wanted], words)}
    return found + [f"{word} is not in {wanted.name}" for word in words if word not in seen]


def blind_spots(salesmap, folder):
    """The files in which a word of the map itself is not found: what the search must not do."""
    map = folder / "a.salesmap"
    map.write_text(map.read_text().replace("Business pain", "Zyxomatic Quarries"))
    made = make_all(salesmap, folder)
    found = {file for file, word in traces(made, ["Zyxomatic Quarries"])}
    return [file.name for file in made if file not in found]


def main(salesmap, examples):
    salesmap, examples = pathlib.Path(salesmap).resolve(), pathlib.Path(examples)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        words = plant(examples, folder)
        make_all(salesmap, folder)
        found = [f"{word} is in {file.name}"
                 for file, word in traces([folder], words, [folder / "a.salesdeals"])]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plant(examples, folder)
        found += [f"the search is blind for {file}" for file in blind_spots(salesmap, folder)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        found += leaks_of_workshop(salesmap, folder, park(examples, folder))
    print("\n".join(found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
