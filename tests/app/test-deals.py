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


if __name__ == "__main__":
    main()
