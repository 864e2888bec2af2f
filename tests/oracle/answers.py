"""Answers of a firm, and their completions.

A rule reads answers through a `View`. An answer that is not known stops it with `Fork`, which names the values at which
anything may change; `completions` then runs the rule once for each. Amounts rise or fall throughout between two such
values, so the ends of every stretch are enough: what comes out is exact, not an estimate.
"""

from datetime import date
from fractions import Fraction

import consequences
import size

GRAIN = {}  # by question: the smallest step that an answer can be written in
BOUNDS = {}  # by question: least and greatest answer
VALUES = {}  # by question: the values of a choice
MEMBERS = {}  # by question: the members of a set
FIELDS = {}  # by group: its fields
MAX_ROWS = {}  # by group: the most rows that may be given
QUESTIONS = {}  # by question: its type
SECTION = {}  # by question: the section it is asked in


def learn(questions):
    """Takes over ids, types, values and bounds from `huiqi questions`, and nothing else."""
    for question in questions:
        name, kind = question["id"], question["type"]
        QUESTIONS[name] = kind
        SECTION[name] = question.get("section")
        if kind == "number":
            BOUNDS[name] = (Fraction(question["min"]), Fraction(question["max"]))
            GRAIN[name] = Fraction(1, 10 ** question["decimals"])
        elif kind == "date":
            BOUNDS[name] = (day(question["min"]), day(question["max"]))
            GRAIN[name] = 1
        elif kind == "choice":
            VALUES[name] = [value["id"] for value in question["values"]]
        elif kind == "set":
            MEMBERS[name] = [member["id"] for member in question["members"]]
        elif kind == "group":
            FIELDS[name] = [field["id"] for field in question["fields"]]
            MAX_ROWS[name] = question["max_rows"]
            learn(question["fields"])


def day(text):
    """A day as a number."""
    return date.fromisoformat(text).toordinal()


def known(answers):
    """Reads answers as the command takes them; what is not known is left out, a range is a pair."""
    read = {}
    for name, value in answers.items():
        kind = QUESTIONS[name]
        if value is None:
            continue
        if kind == "set":
            members = dict.fromkeys(MEMBERS[name], False) if isinstance(value, list) else {}
            members.update(dict.fromkeys(value, True) if isinstance(value, list) else value)
            read.update({(name, member): holds for member, holds in members.items() if holds is not None})
        elif kind == "group":
            read[name] = [known(row) for row in value]
        elif kind == "number":
            read[name] = number(name, value)
        elif kind == "date":
            read[name] = day(value)
        else:
            read[name] = value
    return read


def number(name, value):
    if not isinstance(value, dict):
        return Fraction(value)
    low, high = BOUNDS[name]
    return (Fraction(value.get("min", low)), Fraction(value.get("max", high)))


class Fork(Exception):
    """An answer is needed that is not known: its key, and the values to try."""

    def __init__(self, key, values):
        super().__init__(key)
        self.key, self.values = key, values


class View:
    """What a rule may ask. `assumed` are the answers tried for what is not known."""

    def __init__(self, answers, assumed):
        self.answers, self.assumed = answers, assumed

    def _take(self, key, values):
        answer = self.answers.get(key)
        if answer is not None and not isinstance(answer, tuple):
            return answer
        if key in self.assumed:
            return self.assumed[key]
        raise Fork(key, values(answer))

    def find(self, key):
        """What is known or tried of an answer, or nothing."""
        if key == "industry" and "size" in self.assumed:
            return self.assumed["size"][0]
        return self.assumed.get(key, self.answers.get(key))

    def yes(self, name):
        """A question of yes or no."""
        return self._take(name, lambda _: (True, False))

    def has(self, name, member):
        """Is a member of a set chosen."""
        return self._take((name, member), lambda _: (True, False))

    def choice(self, name):
        """The value of a choice."""
        if name == "industry" and "size" in self.assumed:
            return self.assumed["size"][0]
        return self._take(name, lambda _: VALUES[name])

    def number(self, name, *cuts):
        """A number; `cuts` are those at which a rule changes."""
        return self._take(name, lambda span: corners(name, consequences.span(name, span or BOUNDS[name], self.find), cuts))

    def scale(self):
        """The size of the firm; together with its industry, which sets the bounds."""
        answers = self.answers
        if "size" in self.assumed:
            return self.assumed["size"][1]
        measures = {name: answers.get(name, BOUNDS[name]) for name in size.MEASURES}
        if isinstance(measures["revenue"], tuple):
            measures["revenue"] = consequences.span("revenue", measures["revenue"], self.find)
        industry = answers.get("industry") or self.assumed.get("industry")
        found = size.possible(industry, measures)
        if len(found) == 1:
            return next(iter(found))[1]
        raise Fork("size", sorted(found))

    def enterprise(self):
        """A firm (C43): an individual business goes by its size as a firm does, an organ or an association is none, and
        of a cooperative or another form the office has to say."""
        form = self.choice("legal_form")
        told = form in ("cooperative", "other") and self.has("office_answers", "form_counts")
        return form in ("company", "partnership", "individual") or told

    def hubei(self):
        """In the province (C44): in the city is in it."""
        return self.yes("registered_city") or self.yes("registered_hubei")

    def sme(self):
        """A medium, small or micro firm."""
        return self.enterprise() and self.scale() != "large"

    def rows(self, name):
        """The rows of a group, or nothing where not even their number is known."""
        return self.answers.get(name)


def corners(name, span, cuts):
    """The ends of every stretch into which the cuts divide what an answer may be."""
    low, high = span
    grain = GRAIN[name]
    found = {low, high}
    for cut in cuts:
        on_grid = cut // grain * grain
        found.update(on_grid + step * grain for step in (-1, 0, 1))
    return sorted(value for value in found if low <= value <= high)


def completions(rule, answers, limit=200_000):
    """What a rule gives for every completion of the answers; `None` past the limit."""
    found, open_ends = [], [{}]
    while open_ends:
        assumed = open_ends.pop()
        try:
            found.append(rule(View(answers, assumed)))
        except Fork as fork:
            tried = [{**assumed, fork.key: value} for value in fork.values]
            open_ends.extend(one for one in tried if not consequences.broken(View(answers, one).find))
        if len(found) + len(open_ends) > limit:
            return None
    return found
