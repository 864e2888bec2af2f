"""Holds reports against the oracle, and keeps count by clause."""

import json
from collections import Counter

import periods
import taxes
from answers import View, completions, day, known
from clause import fen, together
from rules import RULES
from totals import MEMBERS, group, rounded, settle

SHOWN = 5  # disagreements written out for each clause


class Tally:
    """Counts by clause and kind of profile, with the first disagreements."""

    def __init__(self):
        self.agreed, self.differed, self.skipped = Counter(), Counter(), Counter()
        self.examples = []

    def take(self, what, expected, got, profile):
        """One comparison."""
        if expected == got:
            self.agreed[what] += 1
            return
        self.differed[what] += 1
        if self.differed[what] <= SHOWN:
            self.examples.append(f"{what}: the list gives {expected}, the engine {got}\n    {json.dumps(profile)}")

    def table(self, title):
        """The counts as lines."""
        names = [*RULES, *sorted((self.agreed | self.differed).keys() - RULES.keys())]
        wide = max(map(len, names))
        lines = [f"{title:{wide}} | compared    agree  differ"]
        for name in names:
            agreed, differed = self.agreed[name], self.differed[name]
            note = f"  ({self.skipped[name]} past the limit)" if self.skipped[name] else ""
            lines.append(f"{name:{wide}} | {agreed + differed:8} {agreed:8} {differed:7}{note}")
        agreed, differed = self.agreed.total(), self.differed.total()
        return [*lines, f"{'all':{wide}} | {agreed + differed:8} {agreed:8} {differed:7}"]


def told(amount):
    """A range as the report writes it."""
    return None if amount is None else tuple(None if end is None else fen(end) for end in amount)


def reported(row):
    amount = row["amount"]
    return row["verdict"], None if amount is None else (amount["min"], amount["max"])


def hold(profile, report, on, tally, whole):
    """Compares one report; `whole` for a profile with every answer, whose totals are compared too."""
    answers = known(profile)
    rows = {row["id"]: row for row in report["clauses"]}
    amounts = {}
    for name, rule in RULES.items():
        found = completions(rule, answers)
        if found is None:
            tally.skipped[name] += 1
            continue
        verdict, amount = together(found)
        if amount is not None:
            amounts[name] = rounded(amount)
        tally.take(name, (verdict, told(amount)), reported(rows[name]), profile)
    if whole:
        hold_totals(profile, report, day(on), tally, answers, amounts)


def hold_totals(profile, report, on, tally, answers, amounts):
    """Totals, groups and what counts, for a profile with every answer."""
    firm = View(answers, {})
    effect = taxes.joint(firm)
    tax = rounded((effect.low, effect.high)) if effect.holds else None
    sme = firm.sme()

    def status(name):
        return periods.status(name, on, sme)

    shares = {own: rounded(share) for own, share in taxes.shares(firm, status).items()}
    groups = {one["id"]: (one["amount"]["min"], one["amount"]["max"]) for one in report["groups"]}
    tally.take("group P11", told(group(amounts)), groups.get("P11"), profile)
    tally.take("group tax", told(tax), tax_of(report), profile)
    totals, counted = settle(amounts, shares, status)
    expected = {row: told(amount) for row, amount in totals.items() if any(end != 0 for end in amount)}
    got = {(row["period"], row["kind"]): (row["min"], row["max"]) for row in report["totals"]}
    got = {row: amount for row, amount in got.items() if amount != ("0.00", "0.00")}
    tally.take("totals", sorted(expected.items()), sorted(got.items()), profile)
    rows = {row["id"]: row["counted"] for row in report["clauses"]}
    own = {name: counted.get(name, "no") for name in RULES if name not in MEMBERS and name not in taxes.DEDUCTIONS}
    tally.take("counted", own, {name: rows[name] for name in own}, profile)


def tax_of(report):
    """The joint tax effect of all statuses together."""
    groups = [one["amount"] for one in report["groups"] if one["id"] == "tax"]
    return (groups[0]["min"], groups[0]["max"]) if len(groups) == 1 else None if not groups else groups


def hold_statuses(report, on, sme, tally):
    """The status of each clause on a day; where it is not known if the firm is a small or medium one (`None`), both."""
    for row in report["clauses"]:
        expected = [periods.status(row["id"], day(on), one) for one in ((False, True) if sme is None else (sme,))]
        got = [row["period"]["status"], *([row["period"]["or"]] if "or" in row["period"] else [])]
        tally.take(f"status of {row['id']}", list(dict.fromkeys(expected)), got, on)
