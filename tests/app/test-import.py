#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of CRMs through the dialog: guessed, corrected, taken and taken back.

SSM_TEST_DATA: the folder with the public tables; without it they are left out.
"""
import os
import pathlib
import re
import shutil

from harness import ROOT, case, main

DATA = pathlib.Path(os.environ.get("SSM_TEST_DATA", "/nonexistent"))
PUBLIC = (
    ("hubspot/deals.csv", 120),
    ("saas/opportunities.csv", 2266),
    ("maven/sales_pipeline.csv", 8800),
)


def begin(user, table):
    """Choose the file by the menu: the button is there for an empty view only."""
    user.keys("F10")
    user.find("menu item")
    user.desktop.wait_still()
    user.click("Import Deals…")
    user.find("button", "Open")
    user.desktop.wait_still()
    user.keys("ctrl+a")
    user.types(str(table))
    user.keys("Return")


def import_now(user):
    button = user.find("button", "Import")
    user.wait(lambda: "sensitive" in user.find("button", "Import").states, what="a result")
    user.click(button)
    user.wait_gone("button", "Import", timeout=20)


def says(user, word, *keys):
    """Answer what @word is."""
    user.click(user.find(None, re.compile(f"^“{word}” is no stage here")))
    user.desktop.wait_still()
    user.keys(*keys, "Return")
    user.desktop.wait_still()


def deal(user, name, place):
    return user.find("list item", re.compile(rf"^{name}\. Evidence [^,]*, CRM {place}"))


@case(map="northgate")
def a_table_is_corrected_remembered_and_taken_back(user):
    table = user.home / "crm.csv"
    table.write_text(
        "Record ID,Deal Name,Deal Stage,Amount,Create Date\n"
        "11,Acme,Discovery,1000,2026-10-01\n"
        "12,Bolt,Demo,x,2026-10-02\n"
        "13,Coil,Limbo,3000,2026-10-03\n"
    )
    user.keys("ctrl+4")
    begin(user, table)
    user.sees("3 rows read, 0 skipped.")
    user.sees("“Demo” is no stage here. It is:")
    user.sees("Proposed because it is often called so.")
    user.sees("Acme · Bolt · Coil")
    user.click(user.find(None, re.compile("^[0-9]+ problems?$")))
    user.sees("Line 3:")
    says(user, "Limbo", *["Down"] * 4)  # Proposal
    user.scroll("Columns", 40)
    user.desktop.wait_still()
    user.click(user.find("text box", re.compile("^Currency of amounts")))
    user.types("chf")
    user.keys("Return")
    user.desktop.wait_still()
    import_now(user)
    deal(user, "Bolt", "3 Discovery")
    user.click(deal(user, "Coil", "4 Proposal"))
    user.sees("CHF\u00a03,000")
    begin(user, table)
    user.sees("0 deals are new, 0 change, 3 stay as they are")
    user.sees("As it was chosen before")
    says(user, "Limbo", "Down")  # Negotiation, after all
    user.sees("0 deals are new, 1 change, 2 stay as they are")
    import_now(user)
    user.click(deal(user, "Coil", "5 Negotiation"), button=3)
    user.click("Mark Won")
    user.sees("Won on")
    begin(user, table)
    user.sees("1 deal is open in the table but closed here, and stays closed.")
    user.keys("Escape")
    user.wait_gone("dialog")
    user.keys("ctrl+z", "ctrl+z", "ctrl+z")
    user.sees("No deals yet")


@case(map="northgate")
def tables_of_crms_are_read_whole(user):
    user.keys("ctrl+4")
    tables = [(ROOT / "tests" / "fixtures" / "hubspot-deals.csv", 10, 1)]
    tables += [(DATA / name, n, 0) for name, n in PUBLIC if (DATA / name).exists()]
    for file, n, skipped in tables:
        table = user.home / "crm.csv"
        shutil.copyfile(file, table)
        begin(user, table)
        user.sees(f"{n} rows read, {skipped} skipped.", 20)
        import_now(user)
        user.sees(f"{n} rows read, {skipped} skipped.", 20)
        user.keys("ctrl+z")
        user.sees("No deals yet")


if __name__ == "__main__":
    main()
