//! Explanations (design §3.9): the reasons of a no, what is open, the formula. On small datasets against every completion;
//! on the real one by evaluating the criteria themselves.

use super::combination::profile;
use super::naive::{answers, completions, test, Answers, Completion, One, Small, Test, When, Worth, NUMBERS, YES};
use super::support::{completion, date, partial, screener, Random};
use huiqi_core::dataset::Nature;
use huiqi_core::profile::Profile;
use huiqi_core::rules::{Engine, Space};
use huiqi_core::screening::{CriterionView, Screener, Verdict, CLAUSE_BUDGET};
use serde_json::Value;
use std::collections::BTreeSet;

#[derive(Default, Debug)]
struct Tally {
    missed: usize,
    /// Ruled out by criteria that fail only together.
    conflicts: usize,
    /// Of more than two.
    long_conflicts: usize,
    open: usize,
}

/// Which criteria of a small clause hold in each completion; the last asks for `here`, which is always answered yes.
fn truths(one: &One, all: &[Completion]) -> Vec<Vec<bool>> {
    let of =
        |(yes, numbers): &Completion| one.tests.iter().map(|test| test.holds(yes, numbers)).chain([true]).collect();
    all.iter().map(of).collect()
}

fn check_small(screener: &Screener, clause: &One, index: usize, known: &Answers, tally: &mut Tally) {
    let truths = truths(clause, &completions(known));
    let explained = screener.explain(&profile(screener, known), index).criteria;
    let at: Vec<usize> = explained.iter().map(|one| at_of(screener, index, one)).collect();
    let never: Vec<usize> = (0..truths[0].len()).filter(|at| truths.iter().all(|of| !of[*at])).collect();
    let fails = |set: &[usize]| truths.iter().all(|of| set.iter().any(|at| !of[*at]));
    if !fails(&(0..truths[0].len()).collect::<Vec<_>>()) {
        assert_eq!(at, (0..truths[0].len()).collect::<Vec<_>>(), "of what is not ruled out every criterion is told");
        for (one, at) in explained.iter().zip(at) {
            let (can, cannot) = (truths.iter().any(|of| of[at]), truths.iter().any(|of| !of[at]));
            assert_eq!(one.holds, (can != cannot).then_some(can), "{clause:?} {known:?} {one:?}");
            tally.open += usize::from(can && cannot);
            let (named, telling) = (named(screener, one), telling(clause, known, at));
            // Of one that names a question twice the search may ask for one that the other makes idle.
            let idle = matches!(clause.tests.get(at), Some(Test::Mixed(a, b, c)) if a == c || b == c);
            assert!(named == telling || (idle && named.is_superset(&telling)), "{clause:?} {known:?} {one:?}");
        }
        return;
    }
    tally.missed += 1;
    assert!(explained.iter().all(|one| one.holds == Some(false)));
    if never.is_empty() {
        tally.conflicts += 1;
        tally.long_conflicts += usize::from(at.len() > 2);
        assert!(fails(&at), "the reasons rule it out: {clause:?} {known:?} {at:?}");
        for left_out in &at {
            let rest: Vec<usize> = at.iter().copied().filter(|at| at != left_out).collect();
            assert!(!fails(&rest), "a reason too many: {clause:?} {known:?} {at:?}");
        }
    } else {
        // Each is a reason of its own: all of them, and nothing that could still hold.
        assert_eq!(at, never, "{clause:?} {known:?}");
    }
}

/// Names of the questions that an open criterion tells.
fn named(screener: &Screener, one: &CriterionView) -> BTreeSet<String> {
    one.open.iter().map(|question| screener.dataset().questions[usize::from(*question)].id.clone()).collect()
}

/// Names of the open questions of which two answers, all else being equal, tell a criterion apart.
fn telling(clause: &One, known: &Answers, at: usize) -> BTreeSet<String> {
    let Some(test) = clause.tests.get(at) else { return BTreeSet::new() };
    let all = completions(known);
    let part = |differ: &dyn Fn(&Completion, &Completion) -> bool| {
        let pairs = all.iter().flat_map(|one| all.iter().map(move |other| (one, other)));
        pairs
            .into_iter()
            .any(|(one, other)| differ(one, other) && test.holds(&one.0, &one.1) != test.holds(&other.0, &other.1))
    };
    let but = |skip: usize, one: &[bool], other: &[bool]| (0..one.len()).all(|at| at == skip || one[at] == other[at]);
    let yes =
        (0..YES).filter(|y| part(&|one, other| one.1 == other.1 && but(*y, &one.0, &other.0))).map(|y| format!("y{y}"));
    let numbers = (0..NUMBERS).filter(|n| part(&|one, other| one.0 == other.0 && one.1[1 - *n] == other.1[1 - *n]));
    yes.chain(numbers.map(|n| format!("n{n}"))).collect()
}

fn at_of(screener: &Screener, clause: usize, one: &CriterionView) -> usize {
    screener.dataset().clauses[clause]
        .criteria
        .iter()
        .position(|criterion| criterion.id == one.id)
        .expect("a criterion")
}

/// Two clauses that ask for more than others, so that criteria fail together.
fn demanding(random: &mut Random) -> Small {
    let clause = |random: &mut Random| One {
        tests: (0..2 + random.below(4)).map(|_| test(random)).collect(),
        worth: Worth::Fixed(10, 10),
        when: When::InForce,
    };
    Small { clauses: vec![clause(random), clause(random)], exclusions: vec![vec![0, 1]] }
}

#[test]
fn reasons_of_small_clauses_are_what_all_completions_say() {
    let (mut random, mut tally) = (Random(43), Tally::default());
    for _ in 0..1_500 {
        let small = demanding(&mut random);
        // A dataset whose criteria contradict each other is refused.
        let Ok(screener) = small.screener() else { continue };
        for missing in [0, 30, 60, 80] {
            let known = answers(&mut random, missing);
            for (index, clause) in small.clauses.iter().enumerate() {
                check_small(&screener, clause, index, &known, &mut tally);
            }
        }
    }
    println!("{tally:?}");
    assert!(tally.missed > 1_000 && tally.conflicts > 20 && tally.open > 1_000);
}

/// Does a criterion hold on a space on which it is decided.
fn holds(space: &Space, clause: usize, criterion: usize) -> Option<bool> {
    let dataset = screener().dataset();
    let mut engine = Engine::new(&dataset.rules, space.clone(), CLAUSE_BUDGET);
    engine.truth(dataset.clauses[clause].criteria[criterion].when).ok()
}

#[test]
fn reasons_of_the_real_clauses_fail_in_every_completion() {
    let dataset = screener().dataset();
    let mut random = Random(47);
    let (mut missed, mut open, mut named) = (0, 0, 0);
    for round in 0..24 {
        let profile = partial(dataset, &mut random, [0, 20, 60][round % 3]);
        let space = profile.space(dataset);
        let wholes: Vec<Space> = (0..8).map(|_| completion(&dataset.rules, &space, &mut random)).collect();
        for clause in 0..dataset.clauses.len() {
            let explained = screener().explain(&profile, clause).criteria;
            let judged = screener().judge(space.clone(), clause, date("2020-05-15")).expect("a clause");
            let id = &dataset.clauses[clause].id;
            if judged.verdict == Verdict::Ineligible {
                missed += 1;
                assert!(!explained.is_empty(), "{id}: a no without a reason");
                let at: Vec<usize> = explained.iter().map(|one| at_of(screener(), clause, one)).collect();
                for whole in &wholes {
                    let fail = at.iter().filter(|at| holds(whole, clause, **at) == Some(false)).count();
                    let alone = at.iter().all(|at| holds(&space, clause, *at) == Some(false));
                    assert!(fail == at.len() || (!alone && fail > 0), "{id}: a reason that holds");
                }
            } else {
                assert_eq!(explained.len(), dataset.clauses[clause].criteria.len(), "{id}");
                for one in explained {
                    let at = at_of(screener(), clause, &one);
                    assert!(wholes.iter().all(|whole| one.holds.is_none() || holds(whole, clause, at) == one.holds));
                    open += usize::from(one.holds.is_none());
                    named += one.open.len();
                    assert_eq!(one.holds.is_none(), !one.open.is_empty(), "{id} {}: open means a question", one.id);
                    assert!(
                        one.holds.is_some() || decides(&space, &wholes[0], clause, at, &one.open),
                        "{id} {}",
                        one.id
                    );
                }
            }
        }
    }
    println!("{missed} clauses not had; {open} open criteria name {named} questions");
    assert!(missed > 200 && open > 200);
}

/// Do the named questions, answered as in a completion, decide the criterion.
fn decides(space: &Space, whole: &Space, clause: usize, criterion: usize, named: &[u16]) -> bool {
    let rules = &screener().dataset().rules;
    let mut answered = space.clone();
    for variable in space.open().filter(|at| named.contains(&rules.variables[usize::from(*at)].question)) {
        answered.set(variable, whole.get(variable));
    }
    holds(&answered, clause, criterion).is_some()
}

#[test]
fn what_an_office_decides_is_marked() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies.json");
    let written: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("text")).expect("JSON");
    let mut discretion = BTreeSet::new();
    for clause in written["policies"]
        .as_array()
        .expect("policies")
        .iter()
        .flat_map(|policy| policy["clauses"].as_array())
        .flatten()
    {
        for one in clause["criteria"].as_array().into_iter().flatten().filter(|one| one["nature"] == "discretion") {
            discretion.insert((clause["id"].to_string(), one["id"].to_string()));
        }
    }
    // P14's 名单 and P12's 困难 are decided by an office.
    for (clause, one) in [("\"P14-a\"", "\"list\""), ("\"P12-a\"", "\"affected\"")] {
        assert!(discretion.contains(&(clause.into(), one.into())), "{discretion:?}");
    }
    let dataset = screener().dataset();
    let nothing = Profile::default();
    for (index, clause) in dataset.clauses.iter().enumerate() {
        for one in screener().explain(&nothing, index).criteria {
            let marked = discretion.contains(&(format!("\"{}\"", clause.id), format!("\"{}\"", one.id)));
            assert_eq!(one.nature == Nature::Discretion, marked, "{} {}", clause.id, one.id);
        }
    }
    let report = serde_json::to_value(screener().report(&nothing, date("2020-05-15"))).expect("a report");
    let told = report["clauses"]
        .as_array()
        .expect("clauses")
        .iter()
        .flat_map(|clause| clause["criteria"].as_array())
        .flatten();
    assert_eq!(told.filter(|one| one["nature"] == "discretion").count(), discretion.len());
}
