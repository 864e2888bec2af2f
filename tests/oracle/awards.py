"""P16, P17, D1 and D2: premiums, and awards that a firm already holds."""

from fractions import Fraction as F

from clause import NOT, Outcome, rule, worth
from answers import BOUNDS, MAX_ROWS

WAN = 10_000


@rule("P16-2", "grant")
def first_of_its_kind(firm):
    # Some or all of the fifth that the central budget leaves (C19).
    # Of the two columns each asks for a catalogue of its own (C31).
    first = firm.has("innovation_state", "national_first") or firm.has("innovation_state", "new_material")
    if not (first and all(firm.has("innovation_state", one) for one in ("policy_bought", "premium_paid"))):
        return NOT
    listed = firm.has("innovation_state", "catalogue") or firm.has("office_answers", "premium_uncatalogued")
    if not (listed and firm.enterprise()):
        return NOT
    return worth(F(0), firm.number("insurance_premium") * F("0.2"))


@rule("P17-1", "grant")
def centre(firm):
    return worth(F(500 * WAN)) if firm.has("innovation_state", "centre") else NOT


def each(wan, count):
    """So many 10,000 yuan for each that is held; with none of them nothing is."""
    return worth(F(wan * WAN) * count) if count else NOT


def award(name, member, wan, counted=None, firms=False):
    """An award of D1 that is held: so many 10,000 yuan, each where they are counted; of some only firms have it."""

    @rule(name, "grant")
    def held(firm):
        if not firm.has("d1_awards", member) or (firms and not firm.enterprise()):
            return NOT
        return each(wan, firm.number(counted, 0) if counted else 1)


award("D1-3a", "bigdata_pilot", 50, firms=True)
award("D1-3b", "ai_province", 50, firms=True)
award("D1-3c", "ai_nation", 100, firms=True)
award("D1-4a", "app_case", 10, "d1_app_cases")
award("D1-4b", "app_solution", 30)
award("D1-5a", "open_source", 100, "d1_communities")
award("D1-5c", "info_pilot", 50, "d1_info_projects")
award("D1-6a", "cloud_platform", 50, "d1_platforms")
award("D1-6b", "iiot_pilot", 50)
award("D1-6c", "test_factory", 50)
award("D1-6d", "fusion_pilot", 50)
award("D1-6f", "cloud_model", 20, firms=True)


@rule("D1-5b", "grant")
def halls(firm):
    # “企事业单位，每个”: each unit, or each hall (C45).
    if not (firm.has("d1_awards", "info_hall") and (firm.choice("legal_form") == "public" or firm.enterprise())):
        return NOT
    count = firm.number("d1_info_halls", 0)
    return worth(F(100 * WAN), F(100 * WAN) * count) if count else NOT


@rule("D1-5d", "grant")
def contest(firm):
    # “最高不超过”: from nothing; “我省”.
    return worth(F(0), F(50 * WAN)) if firm.has("d1_awards", "info_contest") and firm.hubei() else NOT


@rule("D1-6e", "grant")
def fusion_standard(firm):
    # For industrial firms.
    held = firm.has("d1_awards", "fusion_standard") and firm.choice("industry") == "industry"
    if not (held and firm.enterprise()):
        return NOT
    return worth(F(30 * WAN))


def milestone(name, member, wan):
    @rule(name, "grant")
    def reached(firm):
        held = firm.has("d1_awards", member) and firm.has("d1_business", "digital_tech")
        return worth(F(wan * WAN)) if held and firm.hubei() and firm.enterprise() else NOT


milestone("D1-10a", "revenue_5bn", 100)
milestone("D1-10b", "revenue_10bn", 500)


@rule("D2-29a", "grant")
def new_drugs(firm):
    if not (firm.has("d2_products", "class1_drug") and firm.enterprise()):
        return NOT
    return each(3000, firm.number("d2_new_drugs", 0))


@rule("D2-29b", "grant")
def generics(firm):
    # For each drug that was the first of its kind in the country.
    if not firm.has("d2_products", "generic"):
        return NOT
    rows = firm.rows("d2_generics")
    maybe_none = rows is None
    drugs = [drug(row) for row in ([{}] * MAX_ROWS["d2_generics"] if maybe_none else rows)]
    able = [one for one in drugs if one[0] is not False]
    if not able:
        return NOT
    sure = [one[1] for one in able if one[0]]
    high = sum(one[2] for one in able)
    if sure and not maybe_none:
        return Outcome(True, False, sum(sure), high)
    return Outcome(True, True, min(one[1] for one in able), high)


def drug(row):
    """Was it the first (`None`: not known), and the least and greatest award."""
    cost = row.get("d2_generic_cost", BOUNDS["d2_generic_cost"])
    low, high = cost if isinstance(cost, tuple) else (cost, cost)
    cap = F(500 * WAN)
    return row.get("d2_generic_first"), min(low * F("0.2"), cap), min(high * F("0.2"), cap)
