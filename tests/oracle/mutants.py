"""Would the oracle notice a wrong figure? Each figure of the dataset's parameters is changed in turn, by one in its last
digit, and the oracle is asked for what differs. A figure that goes unnoticed stands in `UNSEEN` with its reason."""

import copy
import json
import random
import tempfile
from decimal import Decimal
from pathlib import Path

import boundaries
import compare
import generate
from engine import Engine

DAY = "2020-07-15"
FIRST = 300
BATCH = 400

# Figures that no E or F clause's amount or verdict rests on.
UNSEEN = {}


def leaves(value, path=()):
    """Where the figures are: decimals written as strings, and numbers of a table."""
    if isinstance(value, dict):
        for key, below in value.items():
            if key not in ("name", "unit", "source", "verified", "period", "by", "measures", "classes", "note"):
                yield from leaves(below, (*path, key))
    elif isinstance(value, list):
        for at, below in enumerate(value):
            yield from leaves(below, (*path, at))
    elif isinstance(value, (str, int)) and not isinstance(value, bool):
        try:
            Decimal(str(value))
        except ArithmeticError:
            return
        yield path


def changed(parameters, path):
    """The parameters with one more in the last digit of the figure at `path`."""
    mutant = copy.deepcopy(parameters)
    place = mutant
    for key in path[:-1]:
        place = place[key]
    figure = Decimal(str(place[path[-1]]))
    more = figure + Decimal(1).scaleb(figure.as_tuple().exponent)
    place[path[-1]] = str(more) if isinstance(place[path[-1]], str) else int(more)
    return mutant


def batches(seed):
    """Profiles, the telling ones first, so that most figures are noticed soon."""
    yield list(map(generate.complete, range(seed, seed + FIRST // 6)))
    yield list(map(generate.complete, range(seed + FIRST // 6, seed + FIRST)))
    edges = list(boundaries.profiles())
    yield from (edges[at : at + BATCH] for at in range(0, len(edges), BATCH))


def verdict(program, dataset, known):
    """refused by the dataset's own checks, noticed by the oracle, or unseen."""
    engine, tally = Engine(program, dataset), compare.Tally()
    try:
        for profiles in known:
            for profile, report in zip(profiles, engine.reports(profiles, DAY)):
                compare.hold(profile, report, DAY, tally, True)
            if tally.differed:
                return "noticed"
    except SystemExit:
        return "refused"
    return "unseen"


def run(program, dataset, share, seed):
    whole = json.loads(Path(dataset).read_text(encoding="utf-8"))
    paths = list(leaves(whole["parameters"]))
    random.Random(seed).shuffle(paths)
    paths = paths[: max(1, round(len(paths) * share))]
    known, found = list(batches(seed)), {}
    with tempfile.TemporaryDirectory() as folder:
        mutated = Path(folder) / "policies.json"
        for path in paths:
            mutated.write_text(
                json.dumps({**whole, "parameters": changed(whole["parameters"], path)}, ensure_ascii=False), "utf-8"
            )
            found[path] = verdict(program, str(mutated), known)
    for said in ("noticed", "refused", "unseen"):
        print(f"{said}: {sum(one == said for one in found.values())} of {len(found)} figures")
    unexplained = [path for path, said in found.items() if said == "unseen" and path[0] not in UNSEEN]
    for path in unexplained:
        print("  unseen:", " ".join(map(str, path)))
    return bool(unexplained)
