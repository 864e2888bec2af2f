"""What a clause gives a firm, and the register of the rules."""

from fractions import Fraction

RULES = {}
KIND = {}


class Outcome:
    """Does a clause hold, can it fail too (rows that are not known), and what it is worth: `high` is `None` without end."""

    __slots__ = ("holds", "fails", "low", "high")

    def __init__(self, holds, fails, low=Fraction(0), high=Fraction(0)):
        self.holds, self.fails, self.low, self.high = holds, fails, low, high


NOT = Outcome(False, True)


def worth(low, *high):
    """The clause holds; its amount, or the least and the greatest."""
    return Outcome(True, False, low, high[0] if high else low)


def rule(name, kind):
    """Registers the rule of a clause with the kind of what it gives."""

    def register(function):
        RULES[name], KIND[name] = function, kind
        return function

    return register


def together(outcomes):
    """Verdict and amount over all completions: the amount is that of those where the clause holds."""
    had = [one for one in outcomes if one.holds]
    if not had:
        return ("ineligible", None)
    verdict = "undetermined" if any(one.fails for one in outcomes) else "eligible"
    high = None if any(one.high is None for one in had) else max(one.high for one in had)
    return (verdict, (min(one.low for one in had), high))


def fen(amount):
    """An amount to the fen, half away from zero, as text; `None` stays."""
    if amount is None:
        return None
    twice = abs(amount) * 200
    hundredths = (twice.numerator // twice.denominator + 1) // 2
    sign = "-" if amount < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}"
