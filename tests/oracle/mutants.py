"""Would the oracle notice a wrong figure? Each figure and day of the dataset's parameters and tax brackets is changed in
turn, by one in its last digit or by a day, and the oracle is asked for what differs. A figure that goes unnoticed stands
in `UNSEEN` with its reason."""

import copy
import json
import random
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import boundaries
import compare
import generate
import sizes
from engine import Engine

DAY = "2020-07-15"
FIRST = 300
BATCH = 400

# Figures that no E or F clause's amount or verdict rests on, and why.
UNSEEN = {
    ("parameters", "sme_procurement_share"): "D4-8a binds offices; the share is only shown",
    ("parameters", "small_procurement_share"): "D4-8b binds offices; the share is only shown",
    ("parameters", "tech_procurement_share"): "D6-7a binds offices; the share is only shown",
    ("parameters", "tech_small_procurement_share"): "D6-7b binds offices; the share is only shown",
    ("parameters", "patent_licence_months"): "D6-16 encourages universities; its years are only shown",
    ("parameters", "lpr_1y", "series", "2021-12-20"): "P14-a: loans of 2020; P13-b: no end (C08)",
}
APART = ("name", "unit", "source", "verified", "period", "by", "measures", "classes", "note", "class", "year", "income")
ITSELF = "the day itself"


def leaves(value, path=()):
    """Where the figures are: decimals and days written as strings, numbers of a table, days of a series."""
    if isinstance(value, dict):
        for key, below in value.items():
            if key not in APART:
                yield from leaves(below, (*path, key))
            if moved(key) is not None:
                yield (*path, key, ITSELF)
    elif isinstance(value, list):
        for at, below in enumerate(value):
            yield from leaves(below, (*path, at))
    elif moved(value) is not None:
        yield path


def moved(figure):
    """One more in the last digit, or the next day; None for what is neither."""
    if isinstance(figure, bool) or not isinstance(figure, (str, int)):
        return None
    try:
        return (date.fromisoformat(str(figure)) + timedelta(1)).isoformat()
    except ValueError:
        pass
    try:
        more = Decimal(str(figure)) + Decimal(1).scaleb(Decimal(str(figure)).as_tuple().exponent)
    except ArithmeticError:
        return None
    return str(more) if isinstance(figure, str) else int(more)


def changed(whole, path):
    """The dataset with the figure at `path` moved."""
    mutant = copy.deepcopy(whole)
    own_day = path[-1] == ITSELF
    *way, last = path[:-1] if own_day else path
    place = mutant
    for key in way:
        place = place[key]
    if own_day:
        place[moved(last)] = place.pop(last)
    else:
        place[last] = moved(place[last])
    return mutant


def explained(path):
    return any(path[: len(known)] == known for known in UNSEEN)


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
        sizes.hold(program, dataset, DAY, tally)
        if tally.differed:
            return "noticed"
        for profiles in known:
            for profile, report in zip(profiles, engine.reports(profiles, DAY)):
                compare.hold(profile, report, DAY, tally, True)
            if tally.differed:
                return "noticed"
    except SystemExit:
        return "refused"
    return "unseen"


def run(program, dataset, share, seed, only):
    whole = json.loads(Path(dataset).read_text(encoding="utf-8"))
    figures = {key: whole[key] for key in ("parameters", "tax")}
    paths = [path for path in leaves(figures) if not only or path[1] in only]
    random.Random(seed).shuffle(paths)
    paths = paths[: max(1, round(len(paths) * share))]
    known, found = list(batches(seed)), {}
    with tempfile.TemporaryDirectory() as folder:
        mutated = Path(folder) / "policies.json"
        for path in paths:
            mutated.write_text(json.dumps(changed(whole, path), ensure_ascii=False), "utf-8")
            found[path] = verdict(program, str(mutated), known)
    for said in ("noticed", "refused", "unseen"):
        print(f"{said}: {sum(one == said for one in found.values())} of {len(found)} figures")
    for known, reason in UNSEEN.items():
        if found.get(known) == "unseen" or any(path[: len(known)] == known for path in found):
            print("  unseen:", *known[1:], "-", reason)
    wrong = [path for path, said in found.items() if (said == "unseen") != explained(path) and said != "refused"]
    for path in wrong:
        print(f"  not as `UNSEEN` says, {found[path]}:", *path)
    return bool(wrong)
