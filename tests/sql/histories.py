# SPDX-License-Identifier: GPL-3.0-or-later
"""Random histories of deals, with all that is strange in real ones, in two forms: as tables,
and as the lines that measure-tool reads."""
import datetime
import random

FIRST = datetime.date(2025, 11, 1)
REASONS = ["L1", "L2", "Price", "competitor", "L5", "Other", ""]

DEAL_COLUMNS = [
    "crm", "name", "owner", "stage", "result", "amount", "currency", "created", "since",
    "close", "closed", "reason",
]
HISTORY_COLUMNS = ["history.crm", "history.stage", "history.since", "history.left",
                   "history.sequence"]


class Set:
    """deals: rows of DEAL_COLUMNS; history: rows of HISTORY_COLUMNS; lines: the same."""

    def __init__(self, seed, titles):
        self.dice = random.Random(seed)
        self.titles = titles
        self.deals, self.history, self.lines = [], [], []
        self.sequence = 0
        self.timed = self.dice.random() < 0.5
        self.sorted = self.dice.random() < 0.7
        self.currencies = self.dice.choice([["EUR"], ["EUR", "USD", ""], [""]])
        for number in range(self.dice.choice([0, 1, 3, 12, 40, 80])):
            self.add_deal(f"D{number}")
        self.ask()

    def chance(self, share):
        return self.dice.random() < share

    def day(self, low=0, high=150):
        return FIRST + datetime.timedelta(days=self.dice.randint(low, high))

    def moment(self, day):
        if not self.timed or self.chance(0.3):
            return day.isoformat()
        zone = self.dice.choice(["", "Z", "+01:00", "-05:00"])
        return f"{day}T{self.dice.randint(0, 23):02}:{self.dice.choice(['00', '30'])}{zone}"

    def word(self, step):
        """How a table writes a step, and how a line does."""
        if step < len(self.titles):
            title = self.titles[step]
            forms = [title, title, title.upper(), f"{step + 1}. {title}", f" {title} "]
            return self.dice.choice(forms), f"s{step + 1}"
        return self.dice.choice(
            [("Closed Won", "won"), ("lost", "lost"), ("Limbo", "unmapped")]
        )

    def add_steps(self, key):
        words = []
        day = self.day(0, 90)
        last = 0
        rows = []
        for _ in range(self.dice.randint(1, 7)):
            last = max(0, last + self.dice.choice([0, 1, 1, 1, 2, -1, 9 if self.chance(0.2) else 1]))
            step = last if last < len(self.titles) else len(self.titles)
            title, short = self.word(step)
            self.sequence += 1
            when, left = self.moment(day), ""
            if self.chance(0.15):
                left = self.moment(day + datetime.timedelta(days=self.dice.randint(1, 9)))
            rows.append((key, title, when, left or None, self.sequence))
            words.append(f"{short}@{when}#{self.sequence}" if not left
                         else f"{short}@{when}#{self.sequence}..{left}")
            if step >= len(self.titles):
                last = self.dice.randint(0, len(self.titles) - 1)
            day += datetime.timedelta(days=self.dice.choice([0, 0, 1, 3, 8, 20]))
        order = list(range(len(rows)))
        if not self.sorted:
            self.dice.shuffle(order)
        self.history += [rows[i] for i in order]
        return [words[i] for i in order]

    def add_row(self, key):
        dice = self.dice
        state = dice.choice(["open", "open", "won", "lost"])
        stage, short = self.word(dice.choice([*range(len(self.titles)), len(self.titles) + 9]))
        if short in ("won", "lost"):
            stage, short = "Limbo", "unmapped"
        if self.chance(0.1):
            stage, short = None, "unmapped"
        created = self.day(-20, 100) if self.chance(0.9) else None
        amount = dice.choice([None, "0", "100", "2500.50", "-30", "84000.123456", "19.99"])
        row = {
            "crm": key,
            "name": None,
            "owner": dice.choice(["Ann", "Bob", None]),
            "stage": stage,
            "result": dice.choice([state, state.upper()]),
            "amount": amount,
            "currency": dice.choice(self.currencies) or None,
            "created": created and self.moment(created),
            "since": self.moment(self.day(0, 150)) if self.chance(0.3) else None,
            "close": self.day(60, 240).isoformat() if self.chance(0.7) else None,
            "closed": self.moment(self.day(20, 150)) if state != "open" and self.chance(0.9)
            else None,
            "reason": dice.choice(REASONS) or None if state == "lost" else None,
        }
        self.deals.append([row[column] for column in DEAL_COLUMNS])
        closed = row["closed"] or (row["close"] if state != "open" else None)
        fields = {
            "stage": short, "state": state, "amount": amount, "currency": row["currency"],
            "owner": row["owner"], "created": row["created"], "since": row["since"],
            "expected": row["close"], "closed": closed, "reason": row["reason"],
        }
        return [f"{key}={value}" for key, value in fields.items() if value is not None]

    def add_deal(self, key):
        words = []
        if self.chance(0.85):
            words += self.add_steps(key)
        if self.chance(0.9) or not words:
            words += self.add_row(key)
        self.lines.append(" ".join([key, *words]))

    def ask(self):
        """What is asked: None is not asked."""
        dice = self.dice
        self.asked = {
            "as_of": self.day(60, 200) if self.chance(0.6) else None,
            "period_from": None, "period_to": None,
            "owner": "Ann" if self.chance(0.2) else None,
            "quota": dice.choice([None, "0", "5000", "100000.50"]),
            "quota_currency": dice.choice([None, "EUR", "USD"]),
            "fiscal_start": dice.choice([1, 1, 2, 4, 11]),
        }
        if self.chance(0.5):
            self.asked["period_from"] = self.day(0, 100)
        if self.chance(0.5):
            self.asked["period_to"] = self.day(100, 160)
