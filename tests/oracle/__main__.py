"""A second opinion on the engine, written from the list itself and not from policies.json.

    python3 tests/oracle [--huiqi target/debug/huiqi] [--dataset policies.json] [--complete 2000] [--partial 200]
                         [--seed 1] [--mutants SHARE [--figures NAME,NAME]]

Compares verdict and amount, to the fen, of every clause of type E and F over seeded profiles and over all boundaries;
for profiles with every answer also groups, totals and what counts; the size of a firm; and each clause's status on all
days on which one changes. Prints what was compared, and ends with 1 where anything differs.

With --mutants it changes the dataset's figures instead, one after the other, and tells which changes go unnoticed.
Figures come from the list, its inventory and the facts beside it; ids, types and values of questions from the command.
"""

import argparse
import sys
import time
from datetime import date

import answers
import boundaries
import compare
import consequences
import generate
import mutants
import periods
import sizes
from engine import Engine

DAY = "2020-07-15"
# P05 and P06 are over, P08 is not: the tax effect is of two statuses.
LATER = "2021-04-01"


def arguments():
    parser = argparse.ArgumentParser(prog="oracle")
    parser.add_argument("--huiqi", default="target/debug/huiqi")
    parser.add_argument("--dataset", default="policies.json")
    parser.add_argument("--complete", type=int, default=2_000)
    parser.add_argument("--partial", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mutants", type=float)
    parser.add_argument("--figures", default="")
    return parser.parse_args()


def run(engine, profiles, title, whole, on=DAY):
    """Compares profiles and prints their table; what differs stands below."""
    tally, began = compare.Tally(), time.monotonic()
    # The command reads its own copy of them.
    for profile, report in zip(profiles(), engine.reports(profiles(), on)):
        compare.hold(profile, report, on, tally, whole)
    print("\n".join(tally.table(f"{title}, {time.monotonic() - began:.0f} s")))
    return tally


def check_sizes(options):
    tally = compare.Tally()
    sizes.hold(options.huiqi, options.dataset, DAY, tally)
    print("\n".join(tally.table("sizes")[-len(answers.VALUES["industry"]) - 1 :]))
    return tally


def check_statuses(engine, options):
    tally, days = compare.Tally(), periods.days()
    # A large firm, a medium one and, about the days on which their ends part, one of which nothing is known.
    size = {"legal_form": "company", "industry": "industry", "revenue": "500000000", "assets": "500000000"}
    firm = generate.complete(options.seed) | size
    known = {sme: consequences.mended(firm | {"staff": staff}) for sme, staff in ((False, 1000), (True, 300))}
    for on in (date.fromordinal(on).isoformat() for on in days):
        firms = known if not "2020-06-29" < on < "2021-01-02" else {**known, None: {}}
        for sme, report in zip(firms, engine.reports(firms.values(), on)):
            compare.hold_statuses(report, on, sme, tally)
    print(f"statuses on {len(days)} days: {tally.agreed.total()} agree, {tally.differed.total()} differ")
    return tally


def main():
    options = arguments()
    engine = Engine(options.huiqi, options.dataset)
    answers.learn(engine.questions())
    if options.mutants is not None:
        only = set(filter(None, options.figures.split(",")))
        return mutants.run(options.huiqi, options.dataset, options.mutants, options.seed, only)

    def complete():
        return map(generate.complete, range(options.seed, options.seed + options.complete))

    def later():
        return map(generate.complete, range(options.seed, options.seed + options.complete // 4))

    def partial():
        return map(generate.partial, range(options.seed, options.seed + options.partial))

    tallies = [
        run(engine, boundaries.profiles, "boundaries", True),
        run(engine, complete, f"{options.complete} complete", True),
        run(engine, later, f"{options.complete // 4} complete in 2021", True, LATER),
        run(engine, partial, f"{options.partial} partial", False),
        check_sizes(options),
        check_statuses(engine, options),
    ]
    for example in (example for tally in tallies for example in tally.examples):
        print(example)
    return any(tally.differed for tally in tallies)


if __name__ == "__main__":
    sys.exit(main())
