#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The view of measurement: tables of a CRM, figures on a page and as tables, onto the map.

SSM_TEST_DATA: the folder with the public tables, where they are.
"""
import os
import pathlib
import re

from harness import NAMESPACE, case, main

TABLE = """Id,Name,Owner,Stage,Status,Amount,Currency,Created,Stage entered,Closed on,Lost reason
1,Alder,Ann,Discovery,Won,100,EUR,2026-01-05,2026-01-12,2026-02-04,
2,Brook,Ann,Discovery,Lost,50,EUR,2026-01-06,2026-01-20,2026-01-30,Price
3,Cedar,Ben,Qualification,Lost,,EUR,2026-01-07,2026-01-09,2026-01-11,No decision
4,Dale,Ben,Discovery,Open,200,EUR,2026-01-01,2026-01-02,,
"""
MORE = "5,Elm,Ann,Discovery,Open,300,EUR,2026-02-02,2026-02-03,,\n"
DATA = os.environ.get("SSM_TEST_DATA")
DATA = DATA and pathlib.Path(DATA)


def import_table(user, table):
    user.find("button", "Open")
    user.keys("ctrl+a")
    user.types(str(table))
    user.keys("Return")


def measured(user):
    return user.saved_map().find(NAMESPACE + "measured")


def figure(user, pattern):
    return user.find("image", re.compile(pattern))


@case(map="northgate")
def a_table_is_measured_by_keys(user):
    """Empty, imported, put on the map, taken back, and measured again when it has grown."""
    table = user.home / "crm.csv"
    table.write_text(TABLE)
    before = measured(user).get("as-of")
    user.keys("ctrl+3")
    user.sees("No numbers yet")
    user.focuses("Import CSV")
    user.keys("Return")
    import_table(user, table)
    figure(user, "^Win rate 33%; 1 of 3, few; .*As of 4 Feb 2026$")
    figure(user, "^Discovery; Entered 3; .*1 over the limit: Dale 33 d; As of 4 Feb 2026$")
    user.sees("4 rows read, 0 skipped")
    user.focuses("Put on Map")
    user.keys("Return")
    user.sees("These numbers are on the map")
    user.keys("ctrl+s")
    user.wait(lambda: measured(user).get("as-of") == "2026-02-04")
    assert measured(user).get("source") == "crm.csv"
    assert "Dale" not in user.saved()
    user.keys("ctrl+z")
    user.sees("These numbers are not on the map yet")
    user.keys("ctrl+s")
    user.wait(lambda: measured(user).get("as-of") == before)
    table.write_text(TABLE + MORE)
    user.keys("ctrl+1")
    user.keys("ctrl+r")
    user.sees("5 rows read, 0 skipped")
    figure(user, "^Discovery; Entered 4;")
    user.keys("ctrl+4")
    user.sees("No deals yet")
    user.keys("ctrl+3")
    figure(user, "^Open deals 2;")


@case(map="northgate")
def figures_are_filtered_and_read_by_mouse(user):
    table = user.home / "crm.csv"
    table.write_text(TABLE)
    user.click("Measurement")
    user.click(user.find("button", "Import CSV"))
    import_table(user, table)
    figure(user, "^Win rate 33%")
    user.click("Show as Table")
    user.sees("33.3% (1 of 3, small sample)")
    user.sees("Now here")
    user.click("Show as Table")
    user.click(user.find("combo box", "Owner"))
    user.click("Ben")
    figure(user, "^Win rate 0%; 0 of 1, few;")
    figure(user, "^Price|^No decision 100%; 1 of 1, few;")
    user.click("Put on Map")
    user.sees("The figures are on the map")
    user.click("Undo")
    user.sees("These numbers are not on the map yet")
    (user.home / "crm.csv").unlink()
    user.click("Refresh")
    user.sees("This cannot be measured")
    user.focuses("Try Again")
    table.write_text(TABLE)
    user.keys("Return")
    figure(user, "^Win rate 0%; 0 of 1, few;")


if DATA:

    @case(map="northgate")
    def a_public_table_has_the_figures_that_others_have_counted(user):
        table = user.home / "sales_pipeline.csv"
        table.write_bytes((DATA / "maven" / table.name).read_bytes())
        user.keys("ctrl+3")
        user.focuses("Import CSV")
        user.keys("Return")
        import_table(user, table)
        figure(user, "^Win rate 63%; .*4,238 of 6,711; As of 31 Dec 2017$")
        figure(user, "^Open deals 2,089;")
        user.sees("8800 rows read, 0 skipped")


main()
