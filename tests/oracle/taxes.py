"""P05–P08: value added tax, and the deductions that share one income tax (inventory 1.1)."""

from fractions import Fraction as F

from clause import NOT, fen, rule, worth

# facts 3.2: the rate up to 1,000,000 yuan and from there to 3,000,000; beyond it a firm is no small low-profit one.
SMALL = {"y2020": ("0.05", "0.10"), "y2021": ("0.025", "0.10"), "y2022": ("0.025", "0.05")}
FLAT = {"general": F("0.25"), "high_tech": F("0.15"), "small_low_profit": F("0.25"), "no_income_tax": F(0)}
FIRST, LAST = F(1_000_000), F(3_000_000)


def tax(kind, year, income):
    """The tax on an income, by class of taxpayer."""
    if kind != "small_low_profit" or income > LAST:
        return FLAT[kind] * max(F(0), income)
    low, high = (F(rate) for rate in SMALL[year])
    return low * min(income, FIRST) + high * max(F(0), income - FIRST)


def saved(firm, low, high):
    """What deductions between two amounts save."""
    kind = firm.choice("income_tax_class")
    year = firm.choice("tax_year") if kind == "small_low_profit" else None
    cuts = [bound + deduction for bound in (0, FIRST, LAST) for deduction in (0, low, high)]
    income = firm.number("taxable_income", *cuts)
    whole = tax(kind, year, income)
    return [whole - tax(kind, year, max(F(0), income - deduction)) for deduction in (low, high)]


DEDUCTIONS = {}


def deduction(name):
    """Registers what a clause lets a firm deduct, `None` for nothing, and the rule of its effect alone."""

    def register(function):
        DEDUCTIONS[name] = function

        @rule(name, "tax_effect")
        def effect(firm):
            found = function(firm)
            return NOT if found is None else worth(*saved(firm, *found))

        return function

    return register


def joint(firm):
    """The effect of all deductions together, once: T(I) − T(max(0, I − ΣD))."""
    found = [one for one in (function(firm) for function in DEDUCTIONS.values()) if one is not None]
    if not found:
        return NOT
    return worth(*saved(firm, sum(one[0] for one in found), sum(one[1] for one in found)))


# What can be had now is deducted first, what is over later.
ORDER = ("in_force", "not_started", "open_event", "ended", "unconfirmed")


def shares(firm, status):
    """By status, what its deductions save beyond those before it; together the joint effect. Deductions are exact but for
    P05-1, and a share is the difference of two amounts, each to the fen."""
    found = {name: one for name, function in DEDUCTIONS.items() if (one := function(firm)) is not None}
    before, known, by_status = [F(0), F(0)], [F(0), F(0)], {}
    for own in ORDER:
        members = [one for name, one in found.items() if status(name) == own]
        if not members:
            continue
        before = [end + sum(one[at] for one in members) for at, end in enumerate(before)]
        whole = [F(fen(end)) for end in saved(firm, *before)]
        by_status[own] = tuple(end - less for end, less in zip(whole, known))
        known = whole
    return by_status


def item(firm, name):
    return firm.has("tax_items", name) and firm.enterprise()


@deduction("P05-1")
def equipment(firm):
    # Up to 5,000,000 yuan apiece could be deducted at once anyway (facts 3.2), so that part may be worth nothing.
    if not (firm.has("epidemic_roles", "key_supplier") and item(firm, "equipment")):
        return None
    over = max(F(0), firm.number("equipment_over") - firm.number("equipment_over_depreciation"))
    under = max(F(0), firm.number("equipment_under") - firm.number("equipment_under_depreciation"))
    return over, over + under


@rule("P05-2", "refund")
def credit(firm):
    right = firm.has("epidemic_roles", "key_supplier") and firm.choice("vat_payer") == "general"
    if not (right and firm.enterprise()):
        return NOT
    return worth(max(F(0), firm.number("vat_credit") - firm.number("vat_credit_2019")))


@deduction("P06-1")
def gift_by_agency(firm):
    if not item(firm, "gift_agency"):
        return None
    return (firm.number("gift_agency"),) * 2


@deduction("P06-2")
def gift_to_hospital(firm):
    # Goods only, and only with the hospital's letter.
    if not (item(firm, "gift_hospital") and firm.has("tax_items", "hospital_letter")):
        return None
    return (firm.number("gift_hospital"),) * 2


@rule("P07-a", "reduction")
def small_scale(firm):
    # X6: each tax period on its own; up to 100,000 a month or 300,000 a quarter nothing was due anyway.
    if firm.choice("vat_payer") != "small_scale" or not firm.hubei():
        return NOT
    if firm.choice("vat_period") == "monthly":
        periods, free = ("march", "april", "may"), 100_000
    else:
        periods, free = ("q1", "q2"), 300_000
    taxed = F(0)
    for period in periods:
        # What is taxed at 3 % is part of all sales.
        own = firm.number("taxed_" + period, free)
        if max(own, firm.number("sales_" + period, free)) > free:
            taxed += own
    return worth(taxed * F("0.03"))


@rule("P07-b", "deferral")
def prepaid(firm):
    if firm.choice("vat_payer") != "small_scale" or not firm.hubei():
        return NOT
    return worth(firm.number("prepay_base") * F("0.03"))


@deduction("P08-1a")
def gift_within_profit(firm):
    if not item(firm, "gift_other"):
        return None
    profit = max(F(0), firm.number("profit", 0))
    return (min(firm.number("gift_other"), profit * F("0.12")),) * 2


def research_allowed(firm):
    return not firm.yes("super_deduction_barred")


@deduction("P08-2a")
def research(firm):
    if not (item(firm, "research") and research_allowed(firm)):
        return None
    return (firm.number("research_cost") * F("0.75"),) * 2


@deduction("P08-2b")
def intangible(firm):
    # Amortised at 175 % of cost: 75 % more than without.
    if not (item(firm, "intangible") and research_allowed(firm)):
        return None
    return (firm.number("intangible_amortised") * F("0.75"),) * 2


@deduction("P08-3")
def loss(firm):
    if not item(firm, "loss"):
        return None
    return (firm.number("disaster_loss"),) * 2
