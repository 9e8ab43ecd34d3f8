# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a database held against those of the program, each number."""
import math


def number(value):
    return None if value is None else float(value)


def same(ours, theirs):
    if ours is None or theirs is None or isinstance(ours, str) or isinstance(theirs, str):
        return ours == theirs
    return math.isclose(float(ours), float(theirs), rel_tol=1e-9, abs_tol=2e-6)


class Comparison:
    def __init__(self, engine, wanted, sums):
        """@wanted: JSON of `salesmap measure`; @sums: (code, stage, currency) → sum, or None
        where only the sums of codes, which are in the JSON, are known."""
        self.engine, self.wanted, self.sums = engine, wanted, sums
        self.differences = []
        self.count = 0

    def check(self, what, ours, theirs):
        self.count += 1
        if not same(ours, theirs):
            self.differences.append(f"{what}: built-in {ours}, {self.engine.dialect} {theirs}")

    def view(self, name):
        return self.engine.rows(f"SELECT * FROM salesmap_{name}")

    def one(self, name):
        rows = self.view(name)
        assert len(rows) == 1, (name, rows)
        return rows[0]

    def ratio(self, what, ours, numerator, denominator, share):
        self.check(what + " of", ours["denominator"], denominator)
        self.check(what, ours["numerator"], numerator)
        whole = ours["denominator"]
        self.check(what + " share", ours["numerator"] / whole if whole else None, share)

    def stages(self):
        flow = {row["stage_id"]: row for row in self.view("stage_conversion")}
        days = {row["stage_id"]: row for row in self.view("stage_days")}
        snapshots = {row["stage_id"]: row for row in self.view("stage_snapshot")}
        self.check("stages", ",".join(sorted(flow)),
                   ",".join(sorted(s["id"] for s in self.wanted["stages"])))
        for stage in self.wanted["stages"]:
            at = stage["id"]
            names = {"open": "still_there"}
            for key in ("entered", "advanced", "lost", "open", "won", "skipped", "moved_back"):
                self.check(f"{at} {key}", stage[key], flow[at][names.get(key, key)])
            share = stage["advanced"] / stage["entered"] if stage["entered"] else None
            self.check(f"{at} conversion", share, flow[at]["conversion"])
            self.wilson(at, flow[at], share, stage["entered"])
            for key in ("present", "moved_on", "lost"):
                self.check(f"{at} snapshot {key}", stage["snapshot"][key], snapshots[at][key])
            for key in ("finished", "censored"):
                self.check(f"{at} {key}", stage["days"][key], days[at][key])
            for key in ("median", "p90", "survival_median", "longest"):
                self.check(f"{at} days {key}", stage["days"][key], days[at][key + "_days"])
            self.check(f"{at} limit", stage["limit_days"], days[at]["limit_days"])

    def wilson(self, at, flow, p, n):
        if not n:
            return
        scale = 1 + 1.96 ** 2 / n
        middle = (p + 1.96 ** 2 / (2 * n)) / scale
        half = 1.96 * math.sqrt(p * (1 - p) / n + 1.96 ** 2 / (4 * n * n)) / scale
        self.check(f"{at} low", middle - half, flow["low"])
        self.check(f"{at} high", middle + half, flow["high"])

    def wins(self):
        ours, theirs = self.wanted["win_rate"], self.one("win_rate")
        won = theirs["won"]
        self.ratio("broad", ours["count"], won, theirs["broad_of"], theirs["broad"])
        self.ratio("narrow", ours["narrow"], won, theirs["narrow_of"], theirs["narrow"])
        self.ratio("cohort", ours["cohort"], theirs["cohort_won"], theirs["cohort_closed"],
                   theirs["cohort"])
        self.ratio("of all", ours["of_all"], theirs["cohort_won"], theirs["cohort_all"],
                   theirs["of_all"])

    def money(self):
        theirs = {row["currency"]: row for row in self.view("money")}
        ours = {row["currency"] or "": row for row in self.wanted["money"]}
        self.check("currencies", ",".join(sorted(ours)), ",".join(sorted(theirs)))
        rates = {row["currency"] or "": row for row in self.wanted["win_rate"]["values"]}
        for currency in set(ours) & set(theirs):
            for key in ("won", "lost", "open", "weighted"):
                self.check(f"{currency} {key}", number(ours[currency][key]),
                           theirs[currency][key])
            rate = rates.get(currency)
            self.check(f"{currency} rate",
                       rate and float(rate["numerator"]) / float(rate["denominator"]),
                       theirs[currency]["win_rate"])

    def cycle(self):
        ours = self.wanted["cycle_days"]
        theirs = {row["kind"]: row for row in self.view("cycle")}
        self.check("won median", ours["won_median"], theirs["won"]["median_days"])
        self.check("lost median", ours["lost_median"], theirs["lost"]["median_days"])
        self.check("survival", ours["survival_median"], theirs["all"]["survival_median_days"])
        self.check("closed median", ours["closed_median"], theirs["all"]["median_days"])
        self.check("closed p90", ours["closed_p90"], theirs["all"]["p90_days"])
        self.check("over", ours["open_over_p90"]["numerator"], theirs["all"]["over_limit"])
        self.check("open", ours["open_over_p90"]["denominator"], theirs["all"]["open_deals"])

    def coverage(self):
        ours, theirs = self.wanted["coverage"], self.one("coverage")
        for key, view in (("from", "quota_from"), ("to", "quota_to")):
            self.check(f"coverage {key}", ours[key], theirs[view])
        state = "ratio" if ours["note"] is None else ours["note"].split(",")[0]
        self.check("coverage state", state, theirs["state"])
        if state != "several currencies":
            self.check("coverage currency", ours["currency"] or "", theirs["currency"] or "")
            for key in ("open", "won", "late"):
                self.check(f"coverage {key}", number(ours[key]), theirs[key])
            if state != "no quota set":
                self.check("coverage remaining", number(ours["remaining_quota"]),
                           theirs["remaining"])
            required = ours["required"]
            self.check("coverage required", required and
                       float(required["numerator"]) / float(required["denominator"]),
                       theirs["required"])
        self.check("coverage ratio", ours["ratio"], theirs["ratio"])
        self.check("past due", len(ours["past_due"]), theirs["past_due"])

    def reasons(self):
        counts, values = {}, {}
        for row in self.view("lost_reasons"):
            place = (row["code"], row["stage_id"] or "")
            counts[place] = counts.get(place, 0) + row["deals"]
            key = (*place, row["currency"])
            values[key] = values.get(key, 0) + row["value"]
        ours = {(reason["code"] or "", stage["stage"] or ""): stage["count"]
                for reason in self.wanted["lost_reasons"] for stage in reason["stages"]}
        for place in set(ours) | set(counts):
            self.check(f"lost {place}", ours.get(place, 0), counts.get(place, 0))
        if self.sums is None:
            self.sums_of_codes(values)
            return
        for key in set(self.sums) | {key for key, value in values.items() if value}:
            self.check(f"lost value {key}", self.sums.get(key, 0), values.get(key, 0))

    def sums_of_codes(self, values):
        for reason in self.wanted["lost_reasons"]:
            code = reason["code"] or ""
            if reason["value"] is not None:
                found = sum(value for key, value in values.items() if key[0] == code)
                self.check(f"lost value {code}", number(reason["value"]), found)

    def deals(self):
        theirs = self.view("open_deals")
        self.check("open deals", self.wanted["deals"]["open"], len(theirs))
        over = {(stage["id"], deal["id"]): deal["days"] for stage in self.wanted["stages"]
                for deal in stage["over_limit"]}
        found = {(row["stage_id"], row["deal_id"]): row["days_in_stage"]
                 for row in theirs if row["is_over_limit"]}
        for key in set(over) | set(found):
            self.check(f"over limit {key}", over.get(key), found.get(key))

    def findings(self):
        ours = {note["code"]: note["count"] for note in self.wanted["findings"]}
        for row in self.view("findings"):
            self.check(row["finding"], ours.get(row["finding"], 0), row["deals"])

    def all(self):
        for part in (self.stages, self.wins, self.money, self.cycle, self.coverage,
                     self.reasons, self.deals, self.findings):
            part()
        return self.differences
