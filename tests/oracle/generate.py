"""Seeded profiles: complete ones, ones with answers missing, and every boundary with its neighbours.

Chance alone would hardly ever meet the twelve conditions of P14-a, so most profiles lean towards having what is asked.
"""

from datetime import date
from fractions import Fraction
from math import log10
from random import Random

import consequences
import size
from answers import BOUNDS, FIELDS, GRAIN, MAX_ROWS, MEMBERS, QUESTIONS, SECTION, VALUES, day

# What most rules ask for.
LEANING = {
    "legal_form": "company",
    "key_enterprise": "none",
    "central_subsidy_taken": False,
    "super_deduction_barred": False,
}

# Sections whose answers no E or F clause asks for stay known: they only make the run longer.
APART = ("development", "service_manufacturing")
APART_FIRM = "firm_"

# Figures at which a rule changes, by question; those of the size are added below.
CUTS = {
    "lease_months": (3, 9),
    "lease_late": (1, 4, 7),
    "insured_months": (5,),
    "medical_months": (5,),
    "layoff_rate": ("0.055",),
    "insured_staff": (500,),
    "fund_rate_old": ("0.05", "0.12"),
    "fund_rate_new": ("0.05", "0.12"),
    "fund_months": (6, 12),
    "taxable_income": (1_000_000, 3_000_000),
    "profit": (0,),
    "loan_principal": (3_000_000, 5_000_000, 10_000_000),
    "loan_rate": ("0.0385", "0.0435", "0.0455", "0.0465"),
    "loan_start": (
        "2020-01-01", "2020-01-25", "2020-02-20", "2020-02-28", "2020-02-29", "2020-03-01", "2020-03-20", "2020-04-20",
        "2020-04-22", "2020-04-30", "2020-05-01", "2020-12-31", "2021-01-25", "2021-12-20",
    ),
    "loan_repaid": ("2021-01-25", "2021-02-28", "2021-03-01", "2021-04-30", "2021-12-31"),
    "d2_generic_cost": (25_000_000,),
    "revenue": (5_000_000_000, 10_000_000_000),
}
CUTS.update(dict.fromkeys(("sales_march", "sales_april", "sales_may"), (100_000,)))
CUTS.update(dict.fromkeys(("sales_q1", "sales_q2"), (300_000,)))
for industry in size.TABLE:
    for measure, bound in size.bounds(industry):
        CUTS[measure] = (*CUTS.get(measure, ()), bound)


def near(name):
    """Both bounds of a question, every cut, and their neighbours."""
    low, high = BOUNDS[name]
    cuts = [day(cut) if isinstance(cut, str) and "-" in cut else Fraction(cut) for cut in CUTS.get(name, ())]
    found = {cut + step * GRAIN[name] for cut in (low, high, *cuts) for step in (-1, 0, 1)}
    return sorted(value for value in found if low <= value <= high)


def written(name, value):
    """A value as the command reads it."""
    if QUESTIONS[name] == "date":
        return date.fromordinal(int(value)).isoformat()
    scaled = int(value / GRAIN[name])
    places = len(str(GRAIN[name].denominator)) - 1
    digits = f"{abs(scaled):0{places + 1}d}"
    point = len(digits) - places
    return ("-" if scaled < 0 else "") + digits[:point] + ("." + digits[point:] if places else "")


def some_number(name, random):
    """Now and then a figure at which something changes, mostly one of any size."""
    if random.random() < 0.3:
        return random.choice(near(name))
    low, high = BOUNDS[name]
    steps = int((high - low) / GRAIN[name])
    if QUESTIONS[name] == "number" and steps > 10_000 and random.random() < 0.9:
        return low + int(random.random() * 10 ** random.uniform(2, log10(steps))) * GRAIN[name]
    return low + random.randint(0, steps) * GRAIN[name]


def one(name, random, lean):
    """An answer."""
    kind = QUESTIONS[name]
    if kind == "yes_no":
        return LEANING.get(name, True) if random.random() < lean else random.random() < 0.5
    if kind == "choice":
        return LEANING[name] if name in LEANING and random.random() < lean else random.choice(VALUES[name])
    if kind == "set":
        return [member for member in MEMBERS[name] if random.random() < max(lean, 0.5)]
    if kind == "group":
        return [
            {field: one(field, random, lean) for field in FIELDS[name]}
            for _ in range(random.randint(0, MAX_ROWS[name]))
        ]
    return written(name, some_number(name, random))


def names():
    """Questions themselves, without the fields of groups."""
    fields = {field for those in FIELDS.values() for field in those}
    return [name for name in QUESTIONS if name not in fields]


def complete(seed):
    """A profile with every question answered."""
    random = Random(seed)
    lean = random.choice((0.0, 0.6, 0.9, 0.97))
    return consequences.mended({name: one(name, random, lean) for name in names()})


def partial(seed):
    """The same with a tenth to three fifths of the answers missing, unknown or rough."""
    random = Random(-seed)
    missing = random.choice((0.1, 0.2, 0.4, 0.6))
    found = {}
    for name, answer in complete(seed).items():
        section = SECTION[name]
        if section not in APART and not section.startswith(APART_FIRM):
            answer = vague(name, answer, missing, random)
        if answer is not ...:
            found[name] = answer
    return found


def vague(name, answer, missing, random):
    """An answer that may be lost (`...`), unknown, or known roughly."""
    if QUESTIONS[name] == "set":
        return {member: None if random.random() < missing else member in answer for member in MEMBERS[name]}
    if QUESTIONS[name] == "group" and random.random() > missing / 3:
        rows = [{field: vague(field, row[field], missing, random) for field in row} for row in answer]
        return [{field: value for field, value in row.items() if value is not ...} for row in rows]
    if random.random() > missing:
        return answer
    if QUESTIONS[name] == "number" and random.random() < 0.4:
        ends = sorted((Fraction(answer), some_number(name, random)))
        return {"min": written(name, ends[0]), "max": written(name, ends[1])}
    return None if random.random() < 0.5 else ...
