"""All rules, in the order of the list: of two clauses worth the same the earlier counts."""

import re

import awards  # noqa: F401  the rules register themselves
import costs  # noqa: F401
import finance  # noqa: F401
import staffing  # noqa: F401
import taxes  # noqa: F401
from clause import RULES as REGISTERED


def place(item):
    """P before D, then numbers as numbers."""
    name = item[0]
    return name[0] != "P", [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name[1:])]


RULES = dict(sorted(REGISTERED.items(), key=place))
