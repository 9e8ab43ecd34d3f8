#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copy, cut and paste, with another program at the other end of the clipboard."""
import os
import re
import subprocess

from harness import case, main

PEER = os.environ.get("SSM_CLIPBOARD_PEER", "clipboard-peer")
ARROWS = "Lead (min data) → SQL (ICP + pain, decision maker) → Discovery\n"


def at(user, name):
    """The block whose name begins so."""
    return user.find("list item", re.compile("^" + re.escape(name)))


def stages(user):
    return [node.name.split(": ")[1] for node in user.find_all("list item", re.compile("^Stage "))]


def offered(user, *arguments):
    """What another program gets from the clipboard."""
    run = subprocess.run([PEER, *arguments], env=user.desktop.env, capture_output=True, timeout=20)
    assert run.returncode == 0, run.stderr
    return run.stdout


class put:
    """Another program that holds the clipboard: put(user, {type: bytes})."""

    def __init__(self, user, offers):
        arguments = []
        for number, (kind, contents) in enumerate(offers.items()):
            file = user.home / f"offer-{number}"
            file.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
            arguments += [kind, str(file)]
        self.peer = subprocess.Popen(
            [PEER, "put", *arguments], env=user.desktop.env, stdout=subprocess.PIPE
        )
        assert self.peer.stdout.readline() == b"ready\n"

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.peer.kill()
        self.peer.wait()


def put_text(user, text):
    return put(user, {"text/plain;charset=utf-8": text})


@case(map="northgate")
def every_form_is_offered_and_ids_are_new(user):
    user.click(re.compile("^Cost or impact quantified"))
    user.keys("ctrl+c")
    types = offered(user, "types").decode()
    assert "application/vnd.salesmap+xml" in types and "image/png" not in types, types
    assert offered(user, "get", "text/plain;charset=utf-8") == b"Cost or impact quantified"
    assert b"<li>Cost or impact quantified</li>" in offered(user, "get", "text/html")
    ours = offered(user, "get", "application/vnd.salesmap+xml")
    assert b"proof=" in ours and b'clipboard="criteria"' in ours, ours
    with put(user, {"application/vnd.salesmap+xml": ours, "text/plain": "not this"}):
        user.click(re.compile("^Signatories known"))
        user.keys("ctrl+v")
        pasted = at(user, "Cost or impact quantified. Enter when, 3 of 3. Stage 6 of 7")
        assert pasted.description.startswith("Proof: "), pasted.description
        user.keys("ctrl+z")
    user.click(re.compile("^Cost or impact quantified"))
    user.keys("ctrl+c")
    user.click(re.compile("^Customer is live"))
    user.keys("ctrl+v")
    at(user, "Cost or impact quantified. Enter when, 2 of 3. Stage 7 of 7")
    user.keys("ctrl+s")
    user.wait(lambda: user.saved().count("Cost or impact quantified") == 2, what="two of them")
    assert len(re.findall(r'id="c-dis-out2"', user.saved())) == 1
    user.keys("ctrl+z")
    user.wait_gone(re.compile("^Cost or impact quantified. Enter when, 2 of 3. Stage 7 of 7"))


@case(map="northgate")
def a_stage_is_cut_and_keeps_its_id(user):
    user.click(re.compile("^Cost or impact quantified"))
    user.keys("Escape", "ctrl+x")
    user.wait(lambda: "Discovery" not in stages(user), what="a stage less")
    user.click(re.compile("^Signatories known"))
    user.keys("ctrl+v")
    user.wait(lambda: stages(user)[5:6] == ["Discovery"], what="the stage behind Close")
    user.keys("ctrl+s")
    user.wait(lambda: user.saved_map() is not None and "Discovery" in user.saved(), what="saved")
    assert len(re.findall(r'<stage id="s-discovery"', user.saved())) == 1
    user.keys("ctrl+v")
    user.wait(lambda: stages(user).count("Discovery") == 2, what="a copy with ids of its own")
    user.keys("ctrl+z", "ctrl+z")
    user.wait(lambda: "Discovery" not in stages(user), what="both undone")


@case(map="northgate")
def the_whole_map_goes_to_another_window(user):
    user.click(re.compile("^Cost or impact quantified"))
    user.keys("ctrl+a", "ctrl+a", "ctrl+a", "ctrl+c")
    picture = offered(user, "get", "image/png")
    assert picture.startswith(b"\x89PNG"), picture[:20]
    table = offered(user, "get", "text/html").decode()
    assert "<th scope=\"col\"" in table and "Enter when" in table, table[:300]
    assert "1 Sourcing" in offered(user, "get", "text/plain;charset=utf-8").decode()
    user.click(re.compile("^Cost or impact quantified"))
    user.keys("ctrl+c", "ctrl+a", "ctrl+a", "ctrl+a", "ctrl+v")
    user.sees("Select the stage or cell that the criteria belong to.")
    user.keys("ctrl+c", "ctrl+n")
    user.sees("Draw your sales system on one page")
    user.keys("ctrl+v")
    user.wait(lambda: stages(user)[:1] == ["Sourcing"] and len(stages(user)) >= 7, what="the map")


@case(map="northgate")
def shift_ctrl_c_copies_the_page_and_the_menu_a_picture(user):
    user.keys("ctrl+d")
    user.focuses("Name of the version")
    user.keys("Return")
    user.sees(" kept.")
    user.click(re.compile("^Cost or impact quantified"))
    user.keys("shift+ctrl+c")
    user.sees("The page was copied as picture, table and text.")
    types = offered(user, "types").decode()
    for kind in ("image/png", "text/html", "text/plain", "vnd.salesmap"):
        assert kind in types, types
    x, y, width, height = user.find("list", re.compile("^Sales System Map")).rect
    user.click((x + 24, y + 24), button=3)
    user.click("Copy as Picture")
    user.sees("The page was copied as a picture.")
    types = offered(user, "types").decode()
    assert "image/png" in types and "text" not in types, types
    picture = user.home / "picture.png"
    picture.write_bytes(offered(user, "get", "image/png"))
    said = user.salesmap("extract", picture, "-o", user.home / "inside.salesmap")
    assert said == ("", 0), said
    assert "impact" in user.saved(user.home / "inside.salesmap")
    assert "<version " not in user.saved(user.home / "inside.salesmap"), "only what is shown"
    user.keys("ctrl+v")
    user.sees("There are no words on the clipboard.")


@case(map="northgate")
def a_spreadsheet_and_arrows_become_stages(user):
    sheet = "\tPilot\tReview\nEnter when\tOrder placed\t\nLeave when\t\"Test passed\nUsers named\"\tSigned\n"
    html = "<table><tr><td></td><td>Pilot</td><td>Review</td></tr><tr><td>Enter when</td>" \
           "<td>Order placed</td><td></td></tr><tr><td>Leave when</td><td>Test passed<br>" \
           "Users named</td><td>Signed</td></tr></table>"
    for offer in ({"text/plain;charset=utf-8": sheet}, {"text/html": html}):
        user.click(re.compile("^Objections listed"))
        user.keys("Escape")
        with put(user, offer):
            user.keys("ctrl+v")
            user.wait(lambda: stages(user)[5:7] == ["Pilot", "Review"], what="two stages")
        at(user, "Order placed. Enter when, 1 of 1. Stage 6 of 9, Pilot.")
        at(user, "Users named. Leave when, 2 of 2. Stage 6 of 9, Pilot.")
        user.keys("ctrl+z")
        user.wait(lambda: len(stages(user)) == 7, what="undone in one step")
    with put_text(user, ARROWS):
        user.click(re.compile("^Objections listed"))
        user.keys("Escape", "ctrl+v")
        user.wait(lambda: stages(user)[5:8] == ["Lead", "SQL", "Discovery"], what="three stages")
    at(user, "decision maker. Leave when, 3 of 3.")


@case(map="northgate")
def pastes_that_hurt_are_capped(user):
    user.click(re.compile("^Customer is live"))
    with put_text(user, "\x01\x1b[31mred\x00" + "\u202e"):
        user.keys("ctrl+v")
        at(user, "[31mred")
    user.keys("ctrl+z")
    user.wait(lambda: user.focused().name.startswith("Customer is live"), what="the same place")
    broken = {"application/vnd.salesmap+xml": "<map", "text/plain;charset=utf-8": "words"}
    with put(user, broken):
        user.keys("ctrl+v")
        at(user, "words. Enter when, 2 of 3.")
    user.keys("ctrl+z")
    with put(user, {"image/png": b"\x89PNG" + bytes(100), "text/rtf": b"{\\rtf1 x}"}):
        user.keys("ctrl+v")
        user.sees("There are no words on the clipboard.")
    with put_text(user, "word " * 400000):
        user.keys("F2", "ctrl+v")
        user.sees("Only the first 10,000 characters were pasted.", timeout=15)
    user.keys("ctrl+z", "Escape")
    with put_text(user, "word " * 400000):
        user.find("text box", "What we do").click()
        user.keys("ctrl+a", "ctrl+v")
        user.sees("Only the first 10,000 characters were pasted.", timeout=15)
    user.keys("ctrl+z")


@case()
def text_pasted_on_the_start_page_makes_a_map(user):
    user.sees("Draw your sales system on one page")
    with put_text(user, ARROWS):
        user.keys("ctrl+v")
        user.wait(lambda: stages(user) == ["Lead", "SQL", "Discovery"], what="a map")
    at(user, "pain. Leave when, 2 of 3.")


@case(map="northgate")
def a_table_of_a_crm_is_a_stage_a_line(user):
    table = (
        "Demo\tShow the product to all users\tUsers agree\n"
        "Closed Lost\tAsk for the reason they give\tReason coded\n"
    )
    with put_text(user, table):
        user.click(re.compile("^Stage 6 of 7: "))
        user.keys("Escape", "ctrl+v")
        user.wait(lambda: {"Demo", "Closed Lost"} <= set(stages(user)), what="two stages")
    at(user, "Show the product to all users. What we do")
    # where deals end that are lost is no stage, and one click makes it none
    user.click(re.compile("^Stage . of 9: Closed Lost"))
    user.sees("“Closed Lost” is an outcome, not a stage: make it the path for lost deals.")
    user.click(user.find("button", "Make It the Path"))
    user.wait(lambda: len(stages(user)) == 8 and "Closed Lost" not in stages(user), what="8 stages")
    user.keys("ctrl+z")
    user.wait(lambda: "Closed Lost" in stages(user), what="the stage back")



SHEET = "Prospecting\tDemo\tPilot\tClosed Won\nTopic named\tPain told\tSigned off\tOrder in"


@case(map="resources/templates/en/empty.salesmap")
def a_table_fills_the_empty_stages_it_names(user):
    user.click(user.find("list", "Enter when, 0"))  # and begins to write there
    with put_text(user, SHEET):
        user.keys("ctrl+v")
        user.sees("3 empty stages filled, 1 added.")
        at(user, "Order in. Leave when, 1 of 1. Stage 7 of 8, Closed Won")
        at(user, "Signed off. Leave when, 1 of 1. Stage 4 of 8, Pilot")
        user.keys("ctrl+z")
        user.sees("No changes")  # one step, and the same map
        user.sees("Stage 1 of 7")
    user.keys("Escape")
    with put_text(user, "Sourcing -> Qualification -> Discovery"):
        user.keys("ctrl+v")
        user.sees("All of these stages are here already.")
        user.sees("No changes")


if __name__ == "__main__":
    main()
