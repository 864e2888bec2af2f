"""When a clause runs (inventory, column 时间), and its status on a day.

A clause's own dates beat the policy's 执行时间 (C04, C15). A later end known from outside the list sets the status.
"""

from answers import day

OPEN = "event"  # “疫情结束”, which has no official date

# clause: first day, last day (a later end known from facts 4 after it); None where the source gives none
PERIODS = {
    "P01-a": ("2020-01-01", "2020-06-30"),
    "P01-b": ("2020-01-01", "2020-06-30"),
    "P01-f": ("2020-02-01", "2020-12-31"),
    "P02-a": ("2020-01-01", "2020-06-30"),
    "P03-a": (None, "2020-05-05"),  # tolls again from 2020-05-06
    "P03-b": (OPEN, "2020-12-31"),
    "P03-c": (OPEN, "2020-12-31"),
    "P03-d": (None, "2020-06-30"),
    "P04-a": ("2020-03-01", "2020-12-31"),
    "P04-b": ("2020-03-01", "2020-12-31"),
    "P05-1": ("2020-01-01", "2021-03-31"),
    "P05-2": ("2020-01-01", "2021-03-31"),
    "P06-1": ("2020-01-01", "2021-03-31"),
    "P06-2": ("2020-01-01", "2021-03-31"),
    "P07-a": ("2020-03-01", "2021-03-31"),
    "P07-b": ("2020-03-01", "2021-03-31"),
    "P08-1a": ("2020-02-01", "2023-02-28"),
    "P08-2a": ("2020-02-01", "2023-02-28"),
    "P08-2b": ("2020-02-01", "2023-02-28"),
    "P08-3": ("2020-02-01", "2023-02-28"),
    "P09-a": ("2020-02-01", "2020-12-31"),
    "P10": ("2020-02-01", "2020-06-30"),
    "P11-a": ("2020-01-01", "2020-06-30"),
    "P11-b": ("2020-01-01", "2020-06-30"),
    "P11-d": ("2020-01-01", "2020-06-30"),
    "P11-e": ("2020-01-01", "2020-06-30"),
    "P11-f": ("2020-01-01", "2020-06-30"),
    "P11-g": ("2020-01-01", "2020-12-31"),
    "P12-a": ("2020-01-01", "2020-06-30"),
    "P12-b": ("2020-03-01", "2020-06-30"),  # the day to apply by; six months from it may reach December
    "P13-a": ("2020-01-25", OPEN),
    "P13-b": ("2020-01-01", OPEN),  # “2020年新增贷款”
    "P14-a": ("2020-01-25", "2020-12-31"),
    "P17-1": (None, "2020-07-31"),
}


def status(clause, on):
    """`not_started`, `in_force`, `ended` or `open_event`."""
    first, last = PERIODS.get(clause, (None, None))
    if first not in (None, OPEN) and on < day(first):
        return "not_started"
    if last not in (None, OPEN) and on > day(last):
        return "ended"
    return "open_event" if OPEN in (first, last) else "in_force"


def days():
    """Every day on which a status may change, and those beside it."""
    own = {day(one) for span in PERIODS.values() for one in span if one not in (None, OPEN)}
    return sorted({one + step for one in own for step in (-1, 0, 1)})
