"""The size classification itself, at every bound of every industry: no clause of the list tells all four classes apart,
so the dataset is tried with four clauses that each ask for one of them as well."""

import json
import tempfile

import size
from answers import known
from boundaries import sizes, usual
from consequences import mended
from engine import Engine

# Clauses that the list gives to firms of any size (C05).
ASKING = dict(zip(size.CLASSES, ("P01-c", "P01-d", "P01-d2", "P01-e")))


def asking(path):
    """The dataset where these clauses ask for a class too."""
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    for policy in data["policies"]:
        for clause in policy["clauses"]:
            for name, taken in ASKING.items():
                if clause["id"] == taken:
                    criterion = {"id": "size", "text": "企业规模", "when": f'scale == "{name}"'}
                    clause["criteria"] = [*clause["criteria"], criterion]
    return data


def hold(program, dataset, on, tally):
    """Compares every boundary."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(asking(dataset), file, ensure_ascii=False)
        file.flush()
        profiles = list(map(mended, sizes(usual())))
        for profile, report in zip(profiles, Engine(program, file.name).reports(profiles, on)):
            answers = known(profile)
            expected = size.classify(answers["industry"], *(answers[name] for name in size.MEASURES))
            rows = {row["id"]: row for row in report["clauses"]}
            got = [name for name, clause in ASKING.items() if holds(rows[clause])]
            tally.take(f"size of {profile['industry']}", [expected], got, profile)


def holds(row):
    return any(one["id"] == "size" and one["holds"] for one in row["criteria"])
