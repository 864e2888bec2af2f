"""P09–P12: social insurance, medical insurance, unemployment insurance, housing fund."""

from fractions import Fraction as F

from clause import NOT, rule, worth

LAYOFFS = F("0.055")
SMALL_STAFF = 500


def insured(firm, insurance):
    """Takes part in an insurance, in the province, and is no state organ: P09 and P10 leave those out (C32)."""
    return firm.has("insurances", insurance) and firm.choice("legal_form") != "public" and firm.hubei()


def refunded(firm):
    """P11 is for firms; of all others but state organs the office has to say."""
    form = firm.choice("legal_form")
    told = form not in ("company", "partnership", "public") and firm.has("office_answers", "refund_other")
    return firm.has("insurances", "social") and (form in ("company", "partnership") or told)


@rule("P09-a", "reduction")
def social(firm):
    # February to June: five months at most.
    if not insured(firm, "social"):
        return NOT
    return worth(firm.number("social_monthly") * min(5, firm.number("insured_months")))


@rule("P10", "reduction")
def medical(firm):
    if not insured(firm, "medical"):
        return NOT
    return worth(firm.number("medical_monthly") * min(5, firm.number("medical_months")) / 2)


def paid(firm, rate):
    """A share of last year's premiums: the firm's alone, or also the employees' (C02)."""
    own = firm.number("unemployment_paid_firm")
    return worth(own * rate, (own + firm.number("unemployment_paid_staff")) * rate)


def all_paid(firm, rate):
    return worth((firm.number("unemployment_paid_firm") + firm.number("unemployment_paid_staff")) * rate)


def few_laid_off(firm):
    return firm.number("layoff_rate", LAYOFFS) <= LAYOFFS


def up_to_500(firm):
    # Both columns with 500 itself (C03).
    return firm.number("insured_staff", SMALL_STAFF) <= SMALL_STAFF


@rule("P11-a", "refund")
def main_few(firm):
    return paid(firm, F("0.7")) if refunded(firm) and few_laid_off(firm) else NOT


@rule("P11-b", "refund")
def main_small(firm):
    return paid(firm, F("0.5")) if refunded(firm) and up_to_500(firm) else NOT


@rule("P11-d", "refund")
def support_few(firm):
    return all_paid(firm, F(1)) if refunded(firm) and few_laid_off(firm) else NOT


@rule("P11-e", "refund")
def support_many(firm):
    return all_paid(firm, F("0.7")) if refunded(firm) and not few_laid_off(firm) else NOT


@rule("P11-f", "refund")
def support_small(firm):
    return all_paid(firm, F(1)) if refunded(firm) and up_to_500(firm) else NOT


# The two readings of one right (C01): within each the best row, over both the range.
READINGS = (("P11-a", "P11-b"), ("P11-d", "P11-e", "P11-f"))


@rule("P11-g", "refund")
def hardship(firm):
    # “不超过” six months' benefit for each insured employee.
    struggling = firm.has("hardship", "recoverable") and firm.has("hardship", "few_layoffs")
    if not (refunded(firm) and struggling):
        return NOT
    return worth(F(0), firm.number("unemployment_benefit") * firm.number("insured_staff") * 6)


@rule("P12-a", "reduction")
def fund_lowered(firm):
    # Within 5 % to 12 %; only the firm's own part; January to June (L151). In distress is affected too. One column has
    # SMEs only, so of a large firm the office has to say (C15).
    hit = firm.has("hardship", "affected") or firm.has("hardship", "distressed")
    if not (firm.has("insurances", "fund") and hit and firm.enterprise()):
        return NOT
    if firm.scale() == "large" and not firm.has("office_answers", "fund_large"):
        return NOT
    old, new = firm.number("fund_rate_old"), firm.number("fund_rate_new")
    return worth(firm.number("fund_base") * max(F(0), old - new) * min(6, firm.number("fund_months", 6)))


@rule("P12-b", "reduction")
def fund_at_three(firm):
    right = firm.has("insurances", "fund") and firm.has("hardship", "distressed") and firm.yes("fund_vote")
    if not (right and firm.sme()):
        return NOT
    return worth(firm.number("fund_base") * max(F(0), firm.number("fund_rate_old") - F("0.03")) * 6)
