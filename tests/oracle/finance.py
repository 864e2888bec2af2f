"""P13 and P14: interest subsidies on loans, row by row."""

from datetime import date
from fractions import Fraction as F
from functools import lru_cache

from clause import NOT, Outcome, rule, worth
from answers import BOUNDS, MAX_ROWS, VALUES, day

# One-year LPR from the day it was published (facts 2.1).
LPR = [
    ("2019-08-20", "4.25"), ("2019-09-20", "4.20"), ("2019-10-21", "4.20"), ("2019-11-20", "4.15"),
    ("2019-12-20", "4.15"), ("2020-01-20", "4.15"), ("2020-02-20", "4.05"), ("2020-03-20", "4.05"),
    ("2020-04-20", "3.85"), ("2021-12-20", "3.80"),
]
# The city's own table (facts 2.2); afterwards as LPR + 50 points.
CITY = [("2020-01-25", "4.55"), ("2020-04-22", "4.35")]
FIRST, LAST, CLOSE = day("2020-01-25"), day("2020-12-31"), day("2021-04-30")
NEW_FROM = day("2020-01-01")
LISTED = ("city", "province", "nation")


def rate(table, on):
    """The rate that a table has on a day."""
    return F([value for start, value in table if day(start) <= on][-1]) / 100


@lru_cache(maxsize=None)
def year_later(start):
    """The same day a year on; the last day of the month where there is none."""
    then = date.fromordinal(start)
    try:
        return then.replace(year=then.year + 1).toordinal()
    except ValueError:
        return then.replace(year=then.year + 1, day=28).toordinal()


@lru_cache(maxsize=None)
def readings(start):
    """The greatest rates that are subsidised for a loan of that day: as the list says, as the city's table says."""
    return rate(LPR, start) + F("0.005"), rate(CITY, start)


class Row:
    """A loan, some fields of which may not be known: the span of each."""

    def __init__(self, row):
        kind, whole_year = row.get("loan_kind"), row.get("loan_term_year")
        self.kinds = (kind,) if kind else tuple(VALUES["loan_kind"])
        self.whole_years = (whole_year,) if whole_year is not None else (True, False)
        self.principal, self.rate, self.start, self.repaid = (
            ends(row, name) for name in ("loan_principal", "loan_rate", "loan_start", "loan_repaid")
        )

    def starts(self, first, last):
        """Days within a period on which it may have begun, and whether it may have begun outside."""
        low, high = max(self.start[0], first), min(self.start[1], last)
        return range(low, high + 1), self.start[0] < first or self.start[1] > last


def ends(row, name):
    answer = row.get(name)
    if answer is None:
        return BOUNDS[name]
    return answer if isinstance(answer, tuple) else (answer, answer)


def loans(firm):
    """The rows, and whether there may be none of them."""
    rows = firm.rows("loans")
    if rows is None:
        return [Row({})] * MAX_ROWS["loans"], True
    return [Row(row) for row in rows], False


class Share:
    """What a loan brings: can it and can it not, and least and greatest principal and interest for each yuan of it."""

    def __init__(self, holds, fails, low=None, high=None):
        self.holds, self.fails, self.low, self.high = holds, fails, low, high


def share(loan, kind, last, weight, whole_year=False):
    """The share of a loan of a kind, begun from 2020-01-25 to a last day; `weight` gives the interest of a yuan."""
    starts, outside = loan.starts(FIRST, last)
    fits = kind in loan.kinds and (True in loan.whole_years or not whole_year)
    if not (starts and fits):
        return Share(False, True)
    fails = outside or len(loan.kinds) > 1 or (whole_year and False in loan.whole_years)
    low = min(weight(start, loan.repaid[0], loan.rate[0]) for start in starts)
    high = max(weight(start, loan.repaid[1], loan.rate[1]) for start in starts)
    return Share(True, fails, (loan.principal[0], low), (loan.principal[1], high))


def capped(parts, cap):
    """Principal up to a cap, from the loan with the most interest down; without a cap all of it."""
    total, left = F(0), cap
    for principal, weight in sorted(parts, key=lambda part: -part[1]):
        taken = principal if left is None else min(principal, left)
        total += taken * weight
        left = None if left is None else left - taken
    return total


def subsidy(shares, cap, maybe_none):
    """Over all loans: the least with one of them, the greatest with all; a clause holds where any loan does."""
    able = [one for one in shares if one.holds]
    if not able:
        return NOT
    sure = [one for one in able if not one.fails]
    high = capped([one.high for one in able], cap)
    if sure and not maybe_none:
        return Outcome(True, False, capped([one.low for one in sure], cap), high)
    return Outcome(True, True, min(capped([one.low], cap) for one in able), high)


def between(one, other):
    """The range of two readings of the same loans."""
    if not one.holds:
        return other
    return Outcome(True, one.fails, min(one.low, other.low), max(one.high, other.high))


def by_basis(outcome):
    """Interest is counted by 365 or by 360 days a year: the source does not say."""
    return Outcome(outcome.holds, outcome.fails, outcome.low / 365, outcome.high / 360)


@rule("P13-a", "interest_subsidy")
def central(firm):
    # Half of the loan's own rate, for a year at most.
    if firm.choice("key_enterprise") not in LISTED or not firm.enterprise():
        return NOT
    rows, maybe_none = loans(firm)

    def weight(start, repaid, own):
        return max(0, min(repaid, year_later(start)) - start) * own / 2

    found = subsidy([share(loan, "central_special", BOUNDS["loan_start"][1], weight) for loan in rows], None, maybe_none)
    return by_basis(found) if found.holds else NOT


@rule("P13-b", "interest_subsidy")
def outstanding(firm):
    # For how long is not written (C08): from nothing to 30 % of the LPR of the day until repaid, on 10,000,000 of each loan
    # at most, and never more than the interest. “未能纳入” is without a central loan (C07).
    if not (firm.has("epidemic_roles", "outstanding") and firm.enterprise()):
        return NOT
    rows, maybe_none = loans(firm)
    if not maybe_none and any(loan.kinds == ("central_special",) for loan in rows):
        return NOT
    able = [loan for loan in rows if len(loan.kinds) > 1 or "central_special" not in loan.kinds]
    able = [loan for loan in able if loan.starts(NEW_FROM, LAST)[0]]
    # Lent before 25 January only (L159): the office has to say.
    first = FIRST
    if not any(surely_new(loan, FIRST) for loan in able) or maybe_none:
        first = NEW_FROM if firm.has("office_answers", "early_loan") else FIRST
    late = [loan for loan in able if loan.starts(first, LAST)[0]]
    if not late:
        return NOT
    sure = any(surely_new(loan, first) for loan in able)
    maybe_central = any("central_special" in loan.kinds for loan in rows)
    whole = sum(most_interest(loan, NEW_FROM) for loan in able)
    high = max(whole - most_interest(loan, NEW_FROM) + most_interest(loan, first) for loan in late)
    return Outcome(True, maybe_none or maybe_central or not sure, F(0), high / 360)


def surely_new(loan, first):
    """It is no central loan, and was begun in the year from this day on."""
    return "central_special" not in loan.kinds and not loan.starts(first, LAST)[1]


def most_interest(loan, first):
    """The greatest subsidy of a loan begun from this day on, for a year of one day."""
    principal = min(loan.principal[1], F(10_000_000))
    return max(
        principal * min(loan.rate[1], rate(LPR, start) * F("0.3")) * max(0, loan.repaid[1] - start)
        for start in loan.starts(first, LAST)[0]
    )


@rule("P14-a", "interest_subsidy")
def relief(firm):
    conditions = ("on_list", "good_credit", "tax_normal", "bankable", "prospects")
    form = firm.choice("legal_form")
    told = form in ("cooperative", "other") and firm.has("office_answers", "legal_counts")
    right = (form == "company" or told) and firm.yes("registered_city")
    if not (right and all(firm.has("relief_state", one) for one in conditions)):
        return NOT
    if firm.yes("central_subsidy_taken") or not firm.sme():
        return NOT
    industrial = firm.choice("industry") == "industry"
    manufacturing = industrial and firm.yes("manufacturing")
    rows, maybe_none = loans(firm)
    found = []
    # As the list says 5,000,000 are for manufacturers, in the city's reading for all of industry (C09).
    for reading, large in ((0, manufacturing), (1, industrial)):

        def weight(start, repaid, own, reading=reading):
            days = min(repaid, year_later(start), CLOSE) - start
            return max(0, days) * min(own, readings(start)[reading])

        shares = [share(loan, "working_capital", LAST, weight, whole_year=True) for loan in rows]
        found.append(subsidy(shares, F(5_000_000 if large else 3_000_000), maybe_none))
    both = between(*found)
    return by_basis(both) if both.holds else NOT
