"""When a clause runs (inventory, column 时间; dates of the documents), and its status on a day.

A clause's own dates beat the policy's 执行时间 (C04, C15). A later end known from outside the list sets the status, for those
for whom it is one. The list tells of 2020: before it nothing runs that has no beginning of its own; after it nothing is sure
that has no end of its own, “长期” and “疫情结束” included.
"""

from answers import day

FIRST, LAST = day("2020-01-01"), day("2020-12-31")
EVENT = "event"  # “疫情结束”, which has no official date
YEAR = ("2020-01-01", "2020-12-31")
HALF = ("2020-01-01", "2020-06-30")
FEBRUARY = ("2020-02-01", "2020-12-31")
TAX = ("2020-02-01", "2023-02-28")

# clause, else its policy: first day, last day (a later end known from facts 4 after it); None where the source gives none.
# Where the end differs by the size of the firm: that of the others, and then that of small and medium ones.
PERIODS = {
    "P01-a": HALF,
    "P01-b": HALF,
    "P01-c": ("2020-02-07", "2020-12-31"),
    "P01": FEBRUARY,
    "P02": HALF,
    "P03-a": (None, "2020-05-05"),  # tolls again from 2020-05-06
    "P03-b": ("2020-05-06", "2020-12-31"),  # X7: where P03-a ends
    "P03-c": ("2020-05-06", "2020-12-31"),
    "P03-d": (None, "2020-06-30"),
    "P04": ("2020-03-01", "2020-12-31"),
    "P05": ("2020-01-01", "2021-03-31"),
    "P06": ("2020-01-01", "2021-03-31"),
    "P07": ("2020-03-01", "2021-03-31"),
    "P08": TAX,
    "P09": ("2020-02-01", "2020-06-30", "2020-12-31"),  # large firms of Hubei to June
    "P10": ("2020-02-01", "2020-06-30"),
    "P11-c": YEAR,
    "P11-g": YEAR,
    "P11": HALF,
    "P12-a": HALF,
    "P12-b": ("2020-03-01", "2020-06-30"),  # the day to apply by; six months from it may reach December
    "P13-a": ("2020-01-25", EVENT),
    "P13-b": ("2020-01-01", EVENT),  # “2020年新增贷款”
    "P14": ("2020-01-25", "2020-12-31"),
    "P15": ("2020-01-01", "2022-12-31"),
    "P16": (None, None),  # 长期
    "P17": (None, None),  # July 31 is the day to apply by, not the end
    "D1": (None, None),
    "D2": (None, None),
    "D3": ("2020-06-30", None),
    "D4": ("2020-07-03", None),
    "D5": ("2020-03-06", None),
    "D6": ("2020-05-19", None),
}


def span(clause, sme):
    """First and last day of a clause for a firm that is small or medium, or is not."""
    first, *ends = PERIODS.get(clause) or PERIODS[clause.split("-")[0]]
    return first, ends[-1] if sme else ends[0]


def status(clause, on, sme):
    """`not_started`, `in_force`, `ended`, `open_event` or `unconfirmed`."""
    first, last = span(clause, sme)
    if on < (FIRST if first is None else day(first)):
        return "not_started"
    if last in (None, EVENT):
        if on > LAST:
            return "unconfirmed"
        return "open_event" if last == EVENT else "in_force"
    return "ended" if on > day(last) else "in_force"


def days():
    """Forty days and more from 1990 to 2099: every day on which a status may change, and those beside it."""
    own = {day(one) for spans in PERIODS.values() for one in spans if one not in (None, EVENT)} | {FIRST, LAST}
    far = {day(f"{year}-07-15") for year in (1990, 2008, 2019, 2020, 2026, 2050, 2099)} | {day("2020-02-29")}
    return sorted({one + step for one in own for step in (-1, 0, 1)} | far)
