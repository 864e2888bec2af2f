"""The size of a firm (facts 1.1): the lower bounds of large, medium and small; a firm has the size of its lowest measure.

Staff in persons, revenue and assets in 10,000 yuan; “以上” holds the figure itself.
"""

from consequences import BARRED, NOT_BARRED

CLASSES = ("large", "medium", "small", "micro")
MEASURES = ("staff", "revenue", "assets")

# industry: (large, medium, small) of staff, of revenue, of assets
TABLE = {
    "agri": (None, (20000, 500, 50), None),
    "industry": ((1000, 300, 20), (40000, 2000, 300), None),
    "construction": (None, (80000, 6000, 300), (80000, 5000, 300)),
    "wholesale": ((200, 20, 5), (40000, 5000, 1000), None),
    "retail": ((300, 50, 10), (20000, 500, 100), None),
    "transport": ((1000, 300, 20), (30000, 3000, 200), None),
    "storage": ((200, 100, 20), (30000, 1000, 100), None),
    "post": ((1000, 300, 20), (30000, 2000, 100), None),
    "hotel": ((300, 100, 10), (10000, 2000, 100), None),
    "catering": ((300, 100, 10), (10000, 2000, 100), None),
    "info": ((2000, 100, 10), (100000, 1000, 100), None),
    "software": ((300, 100, 10), (10000, 1000, 50), None),
    "realestate": (None, (200000, 1000, 100), (10000, 5000, 2000)),
    "property": ((1000, 300, 100), (5000, 1000, 500), None),
    "leasing": ((300, 100, 10), None, (120000, 8000, 100)),
    "other": ((300, 100, 10), None, None),
}

UNIT = {"staff": 1, "revenue": 10000, "assets": 10000}


def bounds(industry):
    """The bounds of an industry: measure, figure in the measure's own unit of an answer."""
    rows = zip(MEASURES, TABLE[industry])
    return [(measure, figure * UNIT[measure]) for measure, row in rows if row for figure in row]


def level(figure, lower):
    """The class of one measure: 0 for large to 3 for micro."""
    return sum(figure < bound for bound in lower)


def classify(industry, staff, revenue, assets):
    """The class of a firm whose figures are all known; revenue and assets in yuan."""
    figures = {"staff": staff, "revenue": revenue, "assets": assets}
    levels = [
        level(figures[measure], [bound * UNIT[measure] for bound in row])
        for measure, row in zip(MEASURES, TABLE[industry])
        if row
    ]
    return CLASSES[max(levels)]


def trade(name):
    """What a rule may tell of an industry."""
    return name == "industry", name in BARRED, name in NOT_BARRED


def possible(industry, measures):
    """Pairs of industry and class that are possible; a measure is a number or a pair of its bounds.

    Of the industries with the same class only one is named of each trade that a rule of the list tells apart.
    """
    found = {}
    for name in [industry] if industry else TABLE:
        levels = {0}
        for measure, row in zip(MEASURES, TABLE[name]):
            if row:
                span = measures[measure]
                low, high = span if isinstance(span, tuple) else (span, span)
                lower = [bound * UNIT[measure] for bound in row]
                own = range(level(high, lower), level(low, lower) + 1)
                levels = {max(one, other) for one in levels for other in own}
        for one in levels:
            found.setdefault((*trade(industry or name), one), (name, CLASSES[one]))
    return set(found.values())
