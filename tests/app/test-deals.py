#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Deals view: where a live deal is really stuck, by key and by mouse."""
import datetime
import re
import shutil

from harness import NAMESPACE, ROOT, case, main
import xml.etree.ElementTree as etree

TODAY = datetime.date.today()


def book_file(user):
    return user.file.with_suffix(".salesdeals")


def saved_deal(user, name, saves=True):
    """The deal called so in the book on disk, once it is saved."""
    if saves:
        before = user.saved(book_file(user))
        user.keys("ctrl+s")
        user.wait(lambda: user.saved(book_file(user)) != before, what="a saved book")
    root = etree.fromstring(user.saved(book_file(user)))
    return next(d for d in root if d.findtext(NAMESPACE + "name") == name)


def criterion(user, text):
    return user.find(None, re.compile(rf"^{re.escape(text)}\. (Enter|Leave) when"))


def focuses_criterion(user, text):
    user.wait(
        lambda: user.focused() and user.focused().name.startswith(text),
        what=f"focus on the criterion {text!r}",
    )


def last_20_oct():
    day = datetime.date(TODAY.year, 10, 20)
    return day if day <= TODAY else day.replace(year=TODAY.year - 1)


def next_friday():
    return TODAY + datetime.timedelta((4 - TODAY.weekday() - 1) % 7 + 1)


@case(map="northgate")
def a_live_deal_is_diagnosed_by_keys(user):
    user.sees("Fits one page")
    user.n_keys = user.n_characters = 0
    user.keys("ctrl+4")
    user.sees("No deals yet")
    user.keys("ctrl+shift+d")
    user.focuses("Name")
    user.types("Brightline Logistics")
    user.keys("Tab")
    user.types("84000")
    user.keys("Tab")
    user.types("pro")
    user.keys("Tab")
    user.types("20 oct")
    user.keys("Tab")
    focuses_criterion(user, "Business pain in the customer")
    user.keys("y")
    user.focuses("Evidence: Business pain in the customer’s words")
    user.sees("Yes, but where is the proof? Counted as Partly.")
    user.types("“We lose two days a month” Call notes, 12 Oct")
    user.keys("Return")
    focuses_criterion(user, "Cost or impact quantified")
    user.keys("p")
    user.types("€ 9,000 is our estimate")
    user.keys("Return")
    user.keys("n")
    user.types("Nothing recorded since 20 Oct")
    user.keys("Return")
    focuses_criterion(user, "Decision process and criteria known")
    days = (TODAY - last_20_oct()).days
    user.sees(f"Stuck in 3 Discovery. {days} days here, {days - 21} over the limit of 21.")
    user.keys("u", "Return")
    user.keys("Tab")
    user.focuses("What happens next")
    user.types("Confirm monthly cost with Maya Chen")
    user.keys("Tab")
    user.types("fri")
    user.keys("Return")
    assert user.n_keys <= 25, user.n_keys
    assert user.n_characters <= 196, user.n_characters
    deal = saved_deal(user, "Brightline Logistics")
    assert deal.get("claimed") == "s-proposal" and deal.get("amount") == "84000"
    assert deal.get("since") == last_20_oct().isoformat()
    answers = {a.get("criterion"): a for a in deal.iter(NAMESPACE + "answer")}
    assert answers["c-dis-out1"].get("is") == "yes"
    assert answers["c-dis-out2"].text == "€ 9,000 is our estimate"
    assert answers["c-dis-out3"].get("is") == "no"
    assert answers["c-pro-in2"].get("is") == "unknown"
    assert answers["c-qua-out1"].get("is") == "not-applicable"
    assert next(deal.iter(NAMESPACE + "next")).get("by") == next_friday().isoformat()
    assert "Brightline" not in user.saved()


def with_book(user):
    """Starts anew beside the deal book of the example."""
    shutil.copyfile(ROOT / "data" / "examples" / "northgate.salesdeals", book_file(user))
    user.quit()
    user.wait_exit()
    user.start(user.file)
    user.sees("Fits one page")
    user.click(user.find("tab", "Deals"))
    user.find("list item", re.compile(r"^Brightline Logistics\. Evidence 3 Discovery"))


def deal_names(user):
    names = [node.name for node in user.find_all("list item")]
    return [name.split(". Evidence")[0] for name in names if ". Evidence" in name]


def answer(user, text, word):
    row = criterion(user, text)
    user.click(user.find(None, word, within=row))


@case(map="northgate")
def deals_are_found_answered_and_taken_back_by_mouse(user):
    with_book(user)
    assert deal_names(user)[:2] == ["Brightline Logistics", "Corvex Foods"], deal_names(user)
    user.click(user.find(None, "Find a deal"))
    user.types("brig")
    user.wait(lambda: deal_names(user) == ["Brightline Logistics"], what="one deal found")
    user.types("x")
    user.sees("No deal is called “brigx”.")
    user.click("Clear Search")
    user.click(user.find("list item", re.compile(r"^Brightline Logistics")))
    user.click(user.find(None, "Details"))
    user.sees("Earlier diagnoses")
    user.sees("2 Nov 2026 · evidence 3 Discovery, CRM 4 Proposal")
    user.click(user.find(None, "Details"))
    user.wait_gone(None, "Earlier diagnoses")
    answer(user, "Cost or impact quantified", "Yes")
    user.sees("2 of 3 proved")
    answer(user, "Cost or impact quantified", "No")
    user.sees("1 of 3 proved")
    user.click(user.find("button", "Undo"))
    user.sees("2 of 3 proved")
    user.keys("ctrl+z")
    user.sees("1 of 3 proved")
    user.click(criterion(user, "Cost or impact quantified"))
    user.keys("Tab", "Tab")
    user.focuses("By when")
    user.keys("ctrl+a")
    user.types("2020-01-01")
    user.keys("Return")
    user.sees("1 Jan 2020 is past. A next action has its day ahead.")
    user.keys("ctrl+a")
    user.types("in 2 weeks")
    user.keys("Return")
    user.wait_gone(None, re.compile("is past"))
    user.click(user.find("list item", re.compile(r"^Corvex Foods")), button=3)
    user.click("Delete")
    user.sees("Deal “Corvex Foods” deleted.")
    user.keys("ctrl+z")
    user.click(user.find("list item", re.compile(r"^Corvex Foods")), button=3)
    user.click("Mark Lost…")
    user.sees("Why was “Corvex Foods” lost?")
    user.click("L2 Price")
    user.click(user.find("button", "Mark Lost"))
    user.sees("Lost on ")
    deal = saved_deal(user, "Corvex Foods")
    closed = next(deal.iter(NAMESPACE + "closed"))
    assert (closed.get("as"), closed.get("code")) == ("lost", "L2"), closed.attrib
    deal = saved_deal(user, "Brightline Logistics", saves=False)
    by = next(next(deal.iter(NAMESPACE + "next")).iter()).get("by")
    assert by == (TODAY + datetime.timedelta(14)).isoformat(), by
    book = user.saved(book_file(user))
    book_file(user).write_text(book.replace("Menzel Optik", "Menzel Linsen"))
    user.click("Menzel Optik")
    user.keys("Delete", "ctrl+s")
    user.click("Reload")
    user.find("list item", re.compile(r"^Menzel Linsen"))
    assert "Menzel Linsen" in user.saved(book_file(user))


@case(map="northgate")
def a_diagnosis_leaves_as_a_page_and_as_text(user):
    with_book(user)
    user.keys("ctrl+shift+c")
    user.sees("Diagnosis copied as text.")
    user.keys("ctrl+shift+e")
    user.find(None, re.compile("^_?Cancel$"))
    user.desktop.wait_still()
    user.keys("Return")
    user.sees("Exported “Brightline Logistics – diagnosis.pdf”.")
    pdf = next(user.home.rglob("*.pdf")).read_bytes()
    assert pdf.startswith(b"%PDF") and b"salesmap" not in pdf


@case(map="northgate")
def the_map_shows_a_deal_and_leads_to_those_that_miss_a_criterion(user):
    with_book(user)
    user.click(user.find("button", "More to do with this deal"))
    user.click("Show on the Map")
    user.sees("Here is the deal “Brightline Logistics”")
    user.sees("Missing for the deal “Brightline Logistics”")
    user.click(user.find("list item", re.compile("^Cost or impact quantified")), button=3)
    user.click("Deals That Miss This")
    user.sees("Missing: Cost or impact quantified")
    names = deal_names(user)
    assert "Brightline Logistics" in names and "Corvex Foods" not in names, names
    user.click(user.find("button", "Show all deals"))
    user.find("list item", re.compile("^Corvex Foods"))
    user.click(user.find("button", "More to do with this deal"))
    user.click("Take off the Map")


if __name__ == "__main__":
    main()
