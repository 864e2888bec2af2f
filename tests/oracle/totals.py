"""What counts together for a whole profile: readings, the joint tax effect, exclusions (inventory 4), sums.

Of what excludes each other the best allowed combination counts, by amount and then by the order of clauses, among those
that can be had on the same day. Ranges are combined at both of their ends.
"""

from fractions import Fraction
from itertools import combinations

from clause import KIND, fen
from rules import RULES
from staffing import READINGS

CASH = ("grant", "reduction", "refund", "interest_subsidy")

# At most one of each counts; what can never be had together, or is asked apart, is not named.
EXCLUSIONS = (
    ("P13-a", "P14-a"),  # X1
    ("P13-b", "P14-a"),  # X2
    ("P11", "P11-g"),  # X3
    ("P12-a", "P12-b"),  # X4
)
# The source does not say whether these add up (X12): from the best one to all of them.
OPEN = (
    ("D1-3a", "D1-3b", "D1-3c"),
    ("D1-4a", "D1-4b"),
    ("D1-5a", "D1-5b", "D1-5c", "D1-5d"),
    ("D1-6a", "D1-6b", "D1-6c", "D1-6d", "D1-6e", "D1-6f"),
    ("D1-10a", "D1-10b"),
)
MEMBERS = [name for reading in READINGS for name in reading]


def rounded(amount):
    """Low and high to the fen, as fractions; the high end may be without bound."""
    return tuple(None if end is None else Fraction(fen(end)) for end in amount)


def group(amounts):
    """The range of P11's readings, each by its best row; nothing where no row is had."""
    rows = [[amounts[name] for name in reading if name in amounts] for reading in READINGS]
    if not any(rows):
        return None
    best = [(max(row[0] for row in own), max(row[1] for row in own)) if own else (Fraction(0),) * 2 for own in rows]
    return min(one[0] for one in best), max(one[1] for one in best)


def units(amounts, shares, status):
    """What is counted as one: id, status, kind, amount; in the order of clauses. `shares`: of the tax effect, by status."""
    found, readings = [], group(amounts)
    for name in RULES:
        if name in amounts and KIND[name] != "tax_effect" and name not in MEMBERS:
            found.append((name, status(name), KIND[name], amounts[name]))
        if name == MEMBERS[0] and readings:  # its rows stand before P11-g in the list
            found.append(("P11", status(name), "refund", readings))
    found += [("tax " + own, own, "tax_effect", share) for own, share in shares.items()]
    return found


def rivals(one, other):
    return one != other and any(one in those and other in those for those in EXCLUSIONS + OPEN)


def weight(chosen):
    """Amounts without a bound count apart, so that they do not hide the others."""
    return sum(end is None for end in chosen), sum(end for end in chosen if end is not None)


def winners(worths):
    """The best set of rivals by id, where each is worth what is given; the earliest of equals."""
    names, best = list(worths), None
    for count in range(len(names) + 1):
        for chosen in combinations(names, count):
            if not any(rivals(one, other) for one, other in combinations(chosen, 2)):
                order = [name not in chosen for name in names]
                value = (weight([worths[name] for name in chosen]), [not late for late in order])
                if best is None or value > best[0]:
                    best = (value, chosen)
    return set(best[1])


def pool(on_status):
    """What can be had on the same day competes: what is in force, and what an event holds open."""
    return "in_force" if on_status == "open_event" else on_status


def corners(contest):
    """Each unit at its low or its high end, in every way, as worths by id."""
    found = [{}]
    for name, _, _, amount in contest:
        choices = amount[:1] if amount[0] == amount[1] else amount
        found = [{**worths, name: worth} for worths in found for worth in choices]
    return found


def settle(amounts, shares, status):
    """Totals by status and kind, and whether each unit counts."""
    totals, counted, pools = {}, {}, {}
    for name, own, kind, amount in units(amounts, shares, status):
        pools.setdefault(pool(own), []).append((name, own, kind, amount))
    for together in pools.values():
        for contest in components(together):
            ways = [(worths, winners(worths)) for worths in corners(contest)]
            if any(contest[0][0] in those for those in OPEN):
                ways += [(worths, set(worths)) for worths, _ in ways]
            for name, _, _, _ in contest:
                won = [name in chosen for _, chosen in ways]
                counted[name] = "yes" if all(won) else "maybe" if any(won) else "no"
            add_contest(totals, contest, ways)
    return totals, counted


def add_contest(totals, contest, ways):
    """Adds to each row the least and the most that it gets in any way."""
    rows = {(own, row) for _, own, kind, _ in contest for row in ((kind, "cash") if kind in CASH else (kind,))}
    for row in rows:
        names = [name for name, own, kind, _ in contest if (own, kind) == row or (row == (own, "cash") and kind in CASH)]
        sums = [weight([worths[name] for name in names if name in chosen]) for worths, chosen in ways]
        unbound, high = max(sums)
        add(totals, row, min(low for _, low in sums), None if unbound else high)


def add(totals, row, low, high):
    known = totals.get(row, (Fraction(0), Fraction(0)))
    totals[row] = (known[0] + low, None if None in (known[1], high) else known[1] + high)


def components(own):
    """Units that exclude each other, directly or through others."""
    rest, found = list(own), []
    while rest:
        part = [rest.pop(0)]
        while joined := [one for one in rest if any(rivals(one[0], other[0]) for other in part)]:
            part += joined
            rest = [one for one in rest if one not in joined]
        found.append(part)
    return found
