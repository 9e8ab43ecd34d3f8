#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file that deals are kept in: found, opened by hand, damaged, brought back."""
import os
import re
import shutil
import subprocess

from harness import ROOT, case, example, main

from driver import start_app

DRAG_SOURCE = os.environ.get("SSM_DRAG_SOURCE", "drag-source")
BOOK = ROOT / "data" / "examples" / "northgate.salesdeals"


def finds_deal(user, name):
    return user.find("list item", re.compile(rf"^{name}\. Evidence"))


def new_deal(user, name):
    user.keys("ctrl+shift+d")
    user.focuses("Name")
    user.types(name)
    user.keys("Escape")


def answer_chooser(user, file):
    user.find("button", "Cancel")
    user.desktop.wait_still()
    user.keys("ctrl+a")
    user.types(str(file))
    user.keys("Return")


@case(map="northgate")
def a_damaged_book_is_said_and_left_as_it_is(user):
    user.quit()
    user.wait_exit()
    book = user.file.with_suffix(".salesdeals")
    damaged = BOOK.read_text()[:900]
    book.write_text(damaged)
    user.start(user.file)
    user.sees("Deals of this map could not be read.")
    user.click("Show")
    user.sees("The deals in “northgate.salesdeals” could not be read.")
    user.sees("New deals are saved in another file.")
    new_deal(user, "Corvex Foods")
    user.keys("ctrl+s")
    other = user.file.with_name("northgate 2.salesdeals")
    user.wait(lambda: "Corvex Foods" in user.saved(other), what="a book of another name")
    assert book.read_text() == damaged


@case(map="northgate")
def a_book_opens_with_the_map_it_names(user):
    user.sees("Fits one page")
    folder = user.home / "books"
    folder.mkdir()
    book = folder / "mine.salesdeals"
    shutil.copyfile(BOOK, book)
    user.quit()
    user.wait_exit()
    user.start(book)  # the map is known from before
    finds_deal(user, "Brightline Logistics")
    user.sees("mine.salesdeals")
    user.quit()
    user.wait_exit()
    shutil.copyfile(example("northgate"), folder / "other.salesmap")
    user.file.unlink()
    user.start(book)  # the map lies beside it
    finds_deal(user, "Brightline Logistics")
    user.keys("ctrl+1")
    user.find("button", re.compile("^other"))


@case()
def a_book_without_its_map_asks_for_it(user):
    book = user.home / "northgate.salesdeals"
    shutil.copyfile(BOOK, book)
    folder = user.home / "maps"
    folder.mkdir()
    for name in ("northgate", "northgate-ar"):
        shutil.copyfile(example(name), folder / f"{name}.salesmap")
    user.keys("ctrl+o")
    answer_chooser(user, book)
    user.sees("Which map are these deals of?")
    user.keys("Return")
    answer_chooser(user, folder / "northgate.salesmap")
    finds_deal(user, "Brightline Logistics")
    book.write_text("<deals")
    user.keys("ctrl+o")
    answer_chooser(user, book)
    user.sees("Could not open “northgate.salesdeals”")
    user.keys("Escape")


@case(map="northgate")
def deals_that_were_never_saved_are_back(user):
    user.keys("ctrl+4")
    new_deal(user, "Corvex Foods")
    user.sees("Draft kept")
    user.app.kill()
    user.wait_exit()
    assert not user.saved(user.file.with_suffix(".salesdeals"))
    user.start(user.file)
    user.sees("Deals that were never saved are back.")
    user.keys("ctrl+4")
    finds_deal(user, "Corvex Foods")


@case(map="northgate")
def a_table_is_dropped_and_a_diagnosis_printed(user):
    table = user.home / "crm.csv"
    table.write_text("Record ID,Deal Name,Deal Stage,Amount\n1,Acme,Discovery,1000\n")
    user.keys("ctrl+4")
    user.sees("No deals yet")
    with start_app([DRAG_SOURCE, str(table)], desktop=user.desktop) as other:
        user.desktop.wait_still()
        x, y = other.find("label", "Drag me").center
        user.desktop.drag(x, y, 300 if x > 500 else 1000, 600)
    user.sees("1 row read, 0 skipped.")
    user.click(user.find("button", "Import"))
    finds_deal(user, "Acme")
    user.keys("ctrl+p")
    user.find("button", "Cancel")
    user.desktop.wait_still()
    user.click("Print to File")
    user.desktop.wait_still()
    user.find_all("button", where=lambda n: n.name.endswith("Print"))[-1].click()
    user.sees("Printed to “")
    printed = next(user.home.rglob("*.pdf"))
    text = subprocess.run(["pdftotext", printed, "-"], capture_output=True, text=True).stdout
    assert "Acme" in text and "CRM" in text, text
    info = subprocess.run(["pdfinfo", printed], capture_output=True, text=True).stdout
    assert re.search(r"Pages: +1\n", info), info


if __name__ == "__main__":
    main()
