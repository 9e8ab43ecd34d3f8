#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The application starts, with a map and without, says nothing, and ends."""
from harness import case, main


@case(map="northgate")
def opens_a_map(user):
    user.sees("Discovery")
    assert user.quit() == 0, "exit status"


@case()
def starts_with_templates(user):
    user.sees("B2B sales system")
    assert user.quit() == 0, "exit status"


@case(map="northgate-ar")
def opens_a_page_from_right_to_left(user):
    user.find("window")
    assert user.quit() == 0, "exit status"


if __name__ == "__main__":
    main()
