//! Sound, narrowing and tight (design §3.2), on seeded partial profiles. Completions are judged one by one; for every
//! result that is open, a completion that reaches each end is found by fixing one variable after another.

use super::support::{completion, date, partial, screener, telling, within, Random};
use huiqi_core::rules::{Space, VarId};
use huiqi_core::screening::{Amount, ClauseResult, Screening, Verdict};

const DAY: &str = "2020-05-15";

fn settle(space: &Space) -> Screening {
    screener().settle(space.clone(), date(DAY))
}

/// Counts over all verdicts looked at.
#[derive(Default, Debug)]
struct Tally {
    verdicts: usize,
    open: usize,
    wrong: usize,
    over_cautious: usize,
    loose_amounts: usize,
    loose_totals: usize,
}

fn amount_of(result: &ClauseResult) -> Amount {
    result.amount.unwrap_or(Amount::ZERO)
}

fn run(missing_percent: usize, profiles: usize, seed: u64) -> Tally {
    let dataset = screener().dataset();
    let mut random = Random(seed);
    let mut tally = Tally::default();
    for _ in 0..profiles {
        let space = partial(dataset, &mut random, missing_percent).space(dataset);
        let result = settle(&space);
        sound(&space, &result, &mut random, &mut tally);
        for clause in 0..result.clauses.len() {
            tally.verdicts += 1;
            tight(&space, &result.clauses[clause], clause, &mut tally);
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
        for (part, one) in result.totals.iter().zip(&whole.totals) {
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

fn assert_tight(tally: &Tally, verdicts: usize) {
    println!("{tally:?}");
    assert!(tally.verdicts >= verdicts);
    assert!(tally.open > 100, "the profiles leave too little open to show anything");
    assert_eq!((tally.wrong, tally.over_cautious, tally.loose_amounts, tally.loose_totals), (0, 0, 0, 0));
}

#[test]
fn a_fifth_of_the_answers_missing() {
    let clauses = screener().dataset().clauses.len();
    assert_tight(&run(20, 6_000 / clauses + 1, 20_200_226), 6_000);
}

#[test]
fn three_fifths_of_the_answers_missing() {
    let clauses = screener().dataset().clauses.len();
    assert_tight(&run(60, 6_000 / clauses + 1, 20_200_715), 6_000);
}
