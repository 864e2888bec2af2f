"""Profiles at every boundary and beside it, in firms that otherwise have what is asked for."""

from fractions import Fraction

import consequences
import size
from answers import BOUNDS, FIELDS, MEMBERS, QUESTIONS, VALUES
from generate import LEANING, names, near, written

USUAL = {
    "industry": "industry", "staff": "60", "revenue": "30000000", "assets": "20000000", "legal_form": "company",
    "vat_payer": "small_scale", "vat_period": "monthly", "income_tax_class": "small_low_profit", "tax_year": "y2020",
    "taxable_income": "2000000", "key_enterprise": "none", "layoff_rate": "0.03", "insured_staff": "60",
    "insured_months": "5", "lease_months": "10", "lease_late": "0", "fund_rate_old": "0.08", "fund_rate_new": "0.05",
}
LOAN = {
    "loan_kind": "working_capital", "loan_principal": "2000000", "loan_rate": "0.05", "loan_start": "2020-06-01",
    "loan_repaid": "2022-06-01", "loan_term_year": True,
}
GROUPS = {
    "loans": [LOAN],
    "power_bands": [{"band_kwh": "12345.67", "band_price": "0.612345"}],
    "d2_generics": [{"d2_generic_first": True, "d2_generic_cost": "1000000"}],
}


def usual():
    """A small manufacturer that has everything."""
    found = {}
    for name in names():
        kind = QUESTIONS[name]
        if kind == "yes_no":
            found[name] = LEANING.get(name, True)
        elif kind == "set":
            found[name] = list(MEMBERS[name])
        elif kind == "group":
            found[name] = GROUPS[name]
        elif kind == "choice":
            found[name] = USUAL.get(name, VALUES[name][0])
        else:
            found[name] = USUAL.get(name) or written(name, min(BOUNDS[name][1], Fraction("123456.78")))
    return found


def profiles():
    """Each in turn; the first is the firm itself. What such a firm cannot be is mended."""
    return map(consequences.mended, all_profiles())


def all_profiles():
    base = usual()
    yield base
    for name in base:
        yield from variants(name, base)
    yield from sizes(base)
    yield from incomes(base)
    for other in ("central_special", "other"):
        for key in VALUES["key_enterprise"]:
            changed = {**base, "key_enterprise": key, "loans": [{**LOAN, "loan_kind": other}]}
            for start in near("loan_start"):
                yield {**changed, "loans": [{**LOAN, "loan_kind": other, "loan_start": written("loan_start", start)}]}
            yield changed
    yield from pairs_of_loans(base)


def variants(name, base):
    """Everything that one answer may be."""
    kind = QUESTIONS[name]
    if kind == "yes_no":
        yield {**base, name: not base[name]}
    elif kind == "choice":
        yield from ({**base, name: value} for value in VALUES[name])
    elif kind == "set":
        for member in MEMBERS[name]:
            yield {**base, name: [other for other in MEMBERS[name] if other != member]}
            yield {**base, name: [member]}
    elif kind == "group":
        yield {**base, name: []}
        for field in FIELDS[name]:
            yield from ({**base, name: [row]} for row in variants(field, base[name][0]))
    else:
        yield from ({**base, name: written(name, value)} for value in near(name))
        if name.startswith("sales_q"):
            quarterly = {**base, "vat_period": "quarterly"}
            yield from ({**quarterly, name: written(name, value)} for value in near(name))


def sizes(base):
    """Every bound of every industry, with the other measures far above and at nothing."""
    for industry in size.TABLE:
        for measure, bound in size.bounds(industry):
            grain = 1 if measure == "staff" else Fraction(1, 100)
            for step in (-1, 0, 1):
                for others in (0, 1):
                    far = {other: written(other, BOUNDS[other][others]) for other in size.MEASURES}
                    yield {**base, **far, "industry": industry, measure: written(measure, bound + step * grain)}


def incomes(base):
    """Every class and year, at incomes just at and beside each bracket and each bracket plus a deduction."""
    for kind in VALUES["income_tax_class"]:
        for year in VALUES["tax_year"]:
            for bound in (0, 1_000_000, 3_000_000):
                for above in (0, 123_456, 10_000_000):
                    for step in (-1, 0, 1):
                        income = max(Fraction(0), bound + above + Fraction(step, 100))
                        tax = {"income_tax_class": kind, "tax_year": year}
                        yield {**base, **tax, "taxable_income": written("taxable_income", income)}


def pairs_of_loans(base):
    """Two loans about each cap, of a manufacturer, of other industry and of a shop."""
    for industry, manufacturing in (("industry", True), ("industry", False), ("retail", False), ("retail", True)):
        for first in ("2999999.99", "3000000", "3000000.01", "4999999.99", "5000000", "5000000.01", "1500000"):
            for rate in ("0.03", "0.0435", "0.0436"):
                for start in ("2020-02-01", "2020-04-20", "2020-04-21", "2020-07-01"):
                    rows = [{**LOAN, "loan_principal": first, "loan_start": start}, {**LOAN, "loan_rate": rate}]
                    yield {**base, "industry": industry, "manufacturing": manufacturing, "loans": rows}
