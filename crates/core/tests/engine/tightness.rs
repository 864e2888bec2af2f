//! Sound, narrowing and tight (design §3.2), on seeded partial profiles. Completions are judged one by one; for every
//! result that is open, a completion that reaches each end is found by fixing one variable after another.
//! `scripts/prove tightness` does the whole of it.

use super::support::{completion, date, partial, screener, telling, within, Random};
use huiqi_core::dataset::Kind;
use huiqi_core::rules::{Space, VarId};
use huiqi_core::screening::{Amount, ClauseResult, Screening, TotalKind, Verdict};
use std::collections::HashSet;

const DAY: &str = "2020-05-15";

fn settle(space: &Space) -> Screening {
    screener().settle(space, date(DAY))
}

/// Counts over all verdicts looked at.
#[derive(Default, Debug)]
struct Tally {
    verdicts: usize,
    open: usize,
    wrong: usize,
    over_cautious: usize,
    open_amounts: usize,
    loose_amounts: usize,
    totals: usize,
    open_totals: usize,
    marked_totals: usize,
    loose_totals: usize,
}

fn amount_of(result: &ClauseResult) -> Amount {
    result.amount.unwrap_or(Amount::ZERO)
}

/// Looks at seeded profiles, and at the totals of the first `totalled` of them.
fn run(missing_percent: usize, profiles: usize, totalled: usize, seed: u64) -> Tally {
    let dataset = screener().dataset();
    let mut random = Random(seed);
    let mut tally = Tally::default();
    for at in 0..profiles {
        let space = partial(dataset, &mut random, missing_percent).space(dataset);
        let result = settle(&space);
        sound(&space, &result, &mut random, &mut tally);
        for clause in 0..result.clauses.len() {
            tally.verdicts += 1;
            tight(&space, &result.clauses[clause], clause, &mut tally);
        }
        if at < totalled {
            totals(&space, &result, &mut tally);
        }
    }
    tally
}

/// No completion lies outside the partial result.
fn sound(space: &Space, result: &Screening, random: &mut Random, tally: &mut Tally) {
    let rules = &screener().dataset().rules;
    for _ in 0..20 {
        let whole = settle(&completion(rules, space, random));
        for (part, one) in result.clauses.iter().zip(&whole.clauses) {
            let verdict_fits = part.verdict == Verdict::Undetermined || part.verdict == one.verdict;
            let amount_fits = one.verdict != Verdict::Eligible || amount_of(one).within(amount_of(part));
            tally.wrong += usize::from(!verdict_fits || !amount_fits || one.verdict == Verdict::Undetermined);
        }
        for (part, one) in result.totals.iter().zip(whole.totals.iter()) {
            tally.wrong += usize::from(!one.amount.within(part.amount));
        }
    }
}

/// Both outcomes of an open verdict, and both ends of an amount, are reached by some completion.
fn tight(space: &Space, result: &ClauseResult, clause: usize, tally: &mut Tally) {
    let id = &screener().dataset().clauses[clause].id;
    if !result.tight {
        tally.over_cautious += 1;
        println!("{id}: not searched to the end");
    }
    if result.verdict == Verdict::Undetermined {
        tally.open += 1;
        for wanted in [Verdict::Eligible, Verdict::Ineligible] {
            let reached = reach(space, clause, &|one| one.verdict == wanted || one.verdict == Verdict::Undetermined);
            if reached.verdict != wanted {
                tally.over_cautious += 1;
                println!("{id}: {wanted:?} is never reached");
            }
        }
    }
    let Some(amount) = result.amount.filter(|amount| !amount.is_exact()) else { return };
    tally.open_amounts += 1;
    let had = |one: &ClauseResult| one.verdict != Verdict::Ineligible;
    let low = reach(space, clause, &|one| had(one) && amount_of(one).min == amount.min);
    let high = reach(space, clause, &|one| had(one) && amount_of(one).max == amount.max);
    if amount_of(&low).min != amount.min || amount_of(&high).max != amount.max {
        tally.loose_amounts += 1;
        println!("{id}: {amount:?} is reached only from {low:?} to {high:?}");
    }
}

/// Fixes one open variable after another so that `keeps` goes on holding, and gives the result at the end.
fn reach(space: &Space, clause: usize, keeps: &dyn Fn(&ClauseResult) -> bool) -> ClauseResult {
    let rules = &screener().dataset().rules;
    let depends = &screener().needs(clause).expect("a clause").all;
    let mut space = space.clone();
    let open: Vec<VarId> = space.open().filter(|variable| depends.contains(*variable)).collect();
    let alone = |space: &Space| screener().judge(space.clone(), clause, date(DAY)).expect("a clause");
    for variable in open {
        let domain = space.get(variable);
        let fitting = telling(rules, variable).into_iter().filter(|point| within(*point, domain));
        for point in fitting {
            space.set(variable, point);
            if keeps(&alone(&space)) {
                break;
            }
            space.set(variable, domain);
        }
    }
    alone(&space)
}

/// Every open total is reached at both ends, or marked.
fn totals(space: &Space, result: &Screening, tally: &mut Tally) {
    for (row, total) in result.totals.iter().enumerate() {
        tally.totals += 1;
        if total.amount.is_exact() {
            continue;
        }
        tally.open_totals += 1;
        if !total.tight {
            tally.marked_totals += 1;
            continue;
        }
        let low = reach_total(space, row, &|amount| amount.min == total.amount.min);
        let high = reach_total(space, row, &|amount| amount.max == total.amount.max);
        if low.min != total.amount.min || high.max != total.amount.max {
            tally.loose_totals += 1;
            println!(
                "{:?} {:?}: {:?} is reached only from {low:?} to {high:?}",
                total.status, total.kind, total.amount
            );
        }
    }
}

/// Fixes one open variable after another so that a total keeps its end, and gives the total at the end.
fn reach_total(space: &Space, row: usize, keeps: &dyn Fn(Amount) -> bool) -> Amount {
    let rules = &screener().dataset().rules;
    let total = |space: &Space| settle(space).totals.iter().nth(row).expect("a row").amount;
    let adds = adding(settle(space).totals.iter().nth(row).expect("a row").kind);
    let mut space = space.clone();
    let open: Vec<VarId> = space.open().collect();
    for variable in open {
        let domain = space.get(variable);
        for point in telling(rules, variable).into_iter().filter(|point| within(*point, domain)) {
            space.set(variable, point);
            if !adds.contains(&variable) || keeps(total(&space)) {
                break;
            }
            space.set(variable, domain);
        }
    }
    total(&space)
}

/// Variables to which what adds to a row of the totals refers.
fn adding(row: TotalKind) -> HashSet<VarId> {
    let dataset = screener().dataset();
    let adds = |kind: Kind| match row {
        TotalKind::One(one) => one == kind || (one.is_cash() && kind.is_cash()),
        TotalKind::Cash => kind.is_cash(),
    };
    let clauses = dataset.clauses.iter().enumerate().filter(|(_, clause)| adds(clause.kind));
    let tax = dataset.tax.iter().flat_map(|tax| [tax.class, tax.year, tax.income]);
    clauses.flat_map(|(clause, _)| screener().needs(clause).expect("a clause").all.iter()).chain(tax).collect()
}

fn assert_tight(tally: &Tally, verdicts: usize) {
    println!("{tally:?}");
    assert!(tally.verdicts >= verdicts);
    assert!(tally.open > 50 && tally.open_totals > 0, "the profiles leave too little open to show anything");
    let Tally { wrong, over_cautious, loose_amounts, loose_totals, .. } = *tally;
    assert_eq!((wrong, over_cautious, loose_amounts, loose_totals), (0, 0, 0, 0));
}

fn profiles(verdicts: usize) -> usize {
    verdicts.div_ceil(screener().dataset().clauses.len())
}

#[test]
fn a_fifth_of_the_answers_missing() {
    assert_tight(&run(20, profiles(4_000), 6, 20_200_226), 4_000);
}

#[test]
fn three_fifths_of_the_answers_missing() {
    assert_tight(&run(60, profiles(4_000), 2, 20_200_715), 4_000);
}

#[test]
#[ignore = "minutes; `scripts/prove tightness`"]
fn the_whole_of_it() {
    println!("| missing | profiles | verdicts | open | wrong | over-cautious | open amounts | loose | totals | open | marked | loose |");
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (missing, seed) in [(20, 1), (60, 2)] {
        let count = profiles(12_000);
        let tally = run(missing, count, count, seed);
        let Tally { verdicts, open, wrong, over_cautious, open_amounts, loose_amounts, .. } = tally;
        let Tally { totals, open_totals, marked_totals, loose_totals, .. } = tally;
        println!(
            "| {missing} % | {count} | {verdicts} | {open} | {wrong} | {over_cautious} | {open_amounts} | {loose_amounts} | \
             {totals} | {open_totals} | {marked_totals} | {loose_totals} |"
        );
        assert_tight(&tally, 12_000);
    }
}
