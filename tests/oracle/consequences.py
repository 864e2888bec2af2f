"""What the answers of one firm make certain of each other: by the list's own words, or by a fact of two sources.

A firm that breaks one of these does not exist. A member of a set is known as (question, member), as in `answers.known`.
"""

from fractions import Fraction

# A narrower title, and the wider ones that come with it.
WIDER = {
    "registered_city": ("registered_hubei",),
    ("firm_identity", "tech_small_micro"): (("firm_identity", "tech_msme"), ("firm_identity", "tech_firm")),
    ("firm_identity", "tech_msme"): (("firm_identity", "tech_firm"),),
    ("firm_identity", "above_scale_industrial"): ("above_scale",),
    ("d3_roles", "key_firm"): (("d3_roles", "service_maker"),),
    ("epidemic_roles", "key_supplier"): (("epidemic_roles", "supplies"),),
    ("hardship", "distressed"): (("hardship", "affected"),),
    ("utilities", "max_demand"): (("utilities", "basic_charge"),),
    ("innovation_state", "catalogue_drug"): (("innovation_state", "catalogue"),),
    ("innovation_state", "catalogue_equipment"): (("innovation_state", "catalogue"),),
    ("d1_business", "big_data_center"): (("d1_business", "data_center"),),
    ("d1_awards", "revenue_10bn"): (("d1_awards", "revenue_5bn"),),
}
# Only a firm of 工业 is or has one of these (facts 1.1).
OF_INDUSTRY = ("manufacturing", ("firm_identity", "above_scale_industrial"), ("d2_products", "class1_drug"))
# Trades of which all, or none, may not deduct research by 75 per cent more (facts 8); of 工业 only tobacco makers may not.
BARRED = ("wholesale", "retail", "hotel", "catering", "realestate", "leasing")
NOT_BARRED = ("agri", "construction", "transport", "storage", "post", "info", "software")
# Neither pays 企业所得税.
UNTAXED = ("individual", "partnership")
# A part of all sales, and all of them (L109).
PARTS = {f"taxed_{when}": f"sales_{when}" for when in ("march", "april", "may", "q1", "q2")}
# The revenue that an award says was reached (L228).
REACHED = {("d1_awards", "revenue_5bn"): 5_000_000_000, ("d1_awards", "revenue_10bn"): 10_000_000_000}


def least(number):
    return number[0] if isinstance(number, tuple) else number


def greatest(number):
    return number[1] if isinstance(number, tuple) else number


def broken(of):
    """Do the answers contradict each other; `of` gives the answer to each, or nothing."""
    trade, barred = of("industry"), of("super_deduction_barred")
    is_industry = any(of(one) is True for one in OF_INDUSTRY)
    revenue, tax = of("revenue"), of("income_tax_class")
    smokes_not = barred is True and of("manufacturing") is False
    return (
        any(of(narrow) is True and of(wide) is False for narrow, wides in WIDER.items() for wide in wides)
        or (is_industry and trade not in (None, "industry"))
        or (barred is False and trade in BARRED)
        or (barred is True and trade in NOT_BARRED)
        or (smokes_not and (is_industry or trade == "industry"))
        or (of("legal_form") in UNTAXED and tax not in (None, "no_income_tax"))
        or (revenue is not None and any(of(one) is True and greatest(revenue) < sum_ for one, sum_ in REACHED.items()))
        or any(
            None not in (of(part), of(whole)) and least(of(part)) > greatest(of(whole)) for part, whole in PARTS.items()
        )
    )


def span(name, found, of):
    """What is left of a number beside the other answers."""
    low, high = found
    if name in PARTS and of(PARTS[name]) is not None:
        high = min(high, greatest(of(PARTS[name])))
    for part, whole in PARTS.items():
        if whole == name and of(part) is not None:
            low = max(low, least(of(part)))
    if name == "revenue":
        low = max([low, *(sum_ for one, sum_ in REACHED.items() if of(one) is True)])
    return (low, high)


def mended(profile):
    """A profile with every answer, changed so that such a firm can be."""
    found = {name: list(value) if isinstance(value, list) else value for name, value in profile.items()}

    def has(key):
        return found[key] is True if isinstance(key, str) else key[1] in found[key[0]]

    def give(key, holds):
        if isinstance(key, str):
            found[key] = holds
        elif holds and not has(key):
            found[key[0]].append(key[1])
        elif not holds and has(key):
            found[key[0]].remove(key[1])

    if found["legal_form"] in UNTAXED:
        found["income_tax_class"] = "no_income_tax"
    for key in OF_INDUSTRY if found["industry"] != "industry" else ():
        give(key, False)
    if found["industry"] in BARRED + NOT_BARRED:
        found["super_deduction_barred"] = found["industry"] in BARRED
    elif found["industry"] == "industry" and not found["manufacturing"]:
        found["super_deduction_barred"] = False
    for key, sum_ in REACHED.items():
        give(key, has(key) and Fraction(found["revenue"]) >= sum_)
    for narrow, wides in WIDER.items():
        for wide in wides if has(narrow) else ():
            give(wide, True)
    for part, whole in PARTS.items():
        found[part] = min(found[part], found[whole], key=Fraction)
    return found
