"""P01–P04: water, gas, electricity, transport, rent."""

from fractions import Fraction as F

from clause import NOT, rule, worth
from answers import BOUNDS, MAX_ROWS


@rule("P01-a", "reduction")
def water(firm):
    # 2.30 to 2.07 yuan a cubic metre
    if not (firm.sme() and firm.has("utilities", "industrial_water")):
        return NOT
    return worth(firm.number("water_m3") * (F("2.30") - F("2.07")))


@rule("P01-b", "reduction")
def gas(firm):
    # Printed 2.48 to 2.23; a tenth would be 0.248 (C06).
    if not (firm.sme() and firm.has("utilities", "industrial_gas")):
        return NOT
    used = firm.number("gas_m3")
    return worth(used * F("2.48") / 10, used * (F("2.48") - F("2.23")))


@rule("P01-f", "reduction")
def high_reliability(firm):
    if not firm.has("epidemic_roles", "medical_place"):
        return NOT
    return worth(firm.number("high_reliability_fee"))


@rule("P02-a", "grant")
def electricity(firm):
    # Shops that keep daily goods coming, or makers of what the epidemic asks for; registered in the city, which pays.
    roles = ("daily_goods", "epidemic_goods", "supplies", "key_supplier")
    role = any(firm.has("epidemic_roles", one) for one in roles)
    if not (role and firm.sme() and firm.yes("registered_city")):
        return NOT
    bands = firm.rows("power_bands")
    if bands is None:
        bands = [{}] * MAX_ROWS["power_bands"]
        return worth(F(0), F(3, 10) * sum(charge(band, 1) for band in bands))
    return worth(*(F(3, 10) * sum(charge(band, end) for band in bands) for end in (0, 1)))


def charge(band, end):
    """The least (0) or greatest (1) charge of a band: consumption times listed price."""
    ends = [span(band, name)[end] for name in ("band_kwh", "band_price")]
    return ends[0] * ends[1]


def span(row, name):
    """The bounds of a field."""
    answer = row.get(name)
    if answer is None:
        return BOUNDS[name]
    return answer if isinstance(answer, tuple) else (answer, answer)


@rule("P03-a", "reduction")
def tolls(firm):
    return worth(firm.number("toll_due")) if firm.has("logistics", "toll_roads") and firm.enterprise() else NOT


def etc(firm, kind, rate):
    # “在原优惠政策基础上”: on what was left to pay, or on the full toll (X7); never more than was left to pay.
    if not (firm.has("logistics", kind) and firm.enterprise()):
        return NOT
    paid, saved = firm.number(kind + "_paid"), firm.number(kind + "_saved")
    return worth(paid * rate, min(paid, (paid + saved) * rate))


@rule("P03-b", "reduction")
def etc_second(firm):
    return etc(firm, "etc2", F("0.22"))


@rule("P03-c", "reduction")
def etc_third(firm):
    return etc(firm, "etc3", F("0.14"))


@rule("P03-d", "reduction")
def rail(firm):
    return worth(firm.number("rail_fees") / 2) if firm.has("logistics", "rail") and firm.enterprise() else NOT


def lease(firm):
    """Months free, months at half, and the rent; `None` for who has no right to them."""
    if not (firm.sme() and firm.yes("state_lease")):
        return None
    # March to December 2020 (L87), as far as the lease runs.
    months = min(firm.number("lease_months", 3, 9), 10 - firm.number("lease_late", 1, 7))
    free = min(3, months)
    return free, min(6, months - free), firm.number("monthly_rent")


@rule("P04-a", "reduction")
def rent_free(firm):
    terms = lease(firm)
    return NOT if terms is None else worth(terms[0] * terms[2])


@rule("P04-b", "reduction")
def rent_halved(firm):
    terms = lease(firm)
    return NOT if terms is None else worth(terms[1] * terms[2] / 2)
