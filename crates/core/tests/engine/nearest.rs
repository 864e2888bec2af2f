//! The nearest change against brute force: every single change of an answer that can still be changed, and every pair at
//! which a criterion turns. `scripts/prove nearest` does the whole of it.

use super::support::{date, partial, screener, telling, Random};
use huiqi_core::dataset::{Clause, Nature, Question, Shape, Status};
use huiqi_core::profile::Profile;
use huiqi_core::rules::{Domain, Engine, Space, VarId};
use huiqi_core::screening::{Counted, Nearest, Verdict, CLAUSE_BUDGET};
use rust_decimal::Decimal;

/// A day on which most clauses are in force.
const DAY: &str = "2020-04-15";

/// Counts over all clauses looked at.
#[derive(Default, Debug)]
struct Tally {
    clauses: usize,
    one_change: usize,
    two_changes: usize,
    more_changes: usize,
    none: usize,
    /// Brought only by going further than the criteria ask, until it is worth more or a rival less.
    beyond: usize,
    tried: usize,
}

/// A change: its variable, what it becomes, and how many steps that is.
type Single = (VarId, Domain, Decimal);

fn is_had(space: &Space, clause: usize) -> bool {
    screener().judge(space.clone(), clause, date(DAY)).expect("a clause").verdict == Verdict::Eligible
}

/// Is the clause had and counted, and worth something.
fn is_brought(space: &Space, clause: usize) -> bool {
    let alone = screener().judge(space.clone(), clause, date(DAY)).expect("a clause");
    if alone.verdict != Verdict::Eligible || alone.amount.is_none_or(|amount| amount.max == Some(Decimal::ZERO)) {
        return false;
    }
    screener().settle(space, date(DAY)).clauses[clause].counted == Counted::Yes
}

/// Clauses that may have a nearest change (design §3): not had, not over, worth money, no award.
fn may_be_near(clause: &Clause, verdict: Verdict, status: Status) -> bool {
    verdict == Verdict::Ineligible
        && matches!(status, Status::InForce | Status::NotStarted)
        && clause.kind.is_cash()
        && clause.not_counted.is_none()
        && clause.criteria.iter().all(|criterion| criterion.nature != Nature::Award)
}

/// The question of a variable, and what it asks there: itself, or a field of a row; nothing where it is how many rows
/// there are, the first variable of a group.
fn asked(variable: VarId) -> Option<(&'static Question, &'static Question)> {
    let dataset = screener().dataset();
    let question = &dataset.questions[usize::from(dataset.rules.variables[usize::from(variable)].question)];
    match &question.shape {
        Shape::Group { .. } if variable == question.variable => None,
        Shape::Group { fields, .. } => {
            Some((question, &fields[usize::from(variable - question.variable - 1) % fields.len()]))
        }
        Shape::YesNo | Shape::Choice(_) | Shape::Set(_) | Shape::Number { .. } | Shape::Date { .. } => {
            Some((question, question))
        }
    }
}

/// Is the variable an answer that was given and that the firm can still change.
fn is_feasible(now: &Space, variable: VarId) -> bool {
    let can_change = asked(variable).is_some() && screener().spot(variable).is_some_and(|spot| spot.is_feasible());
    can_change && !now.get(variable).is_open()
}

fn steps(variable: VarId, from: Domain, to: Domain) -> Decimal {
    match (from, to, asked(variable).map(|(_, field)| &field.shape)) {
        (Domain::Range(from, _), Domain::Range(to, _), Some(Shape::Number { step, .. })) => (to - from).abs() / *step,
        (Domain::Range(from, _), Domain::Range(to, _), _) => (to - from).abs(),
        _ => Decimal::ONE,
    }
}

/// Every change of one answer on which the clause may depend.
fn singles(now: &Space, clause: usize) -> Vec<Single> {
    let depends = screener().depends(clause).expect("a clause");
    let changeable = depends.iter().filter(|variable| is_feasible(now, *variable));
    let one = |variable: VarId| {
        let from = now.get(variable);
        let points = telling(&screener().dataset().rules, variable).into_iter().filter(move |to| *to != from);
        points.map(move |to| (variable, to, steps(variable, from, to)))
    };
    let mut all: Vec<Single> = changeable.flat_map(one).collect();
    all.sort_by_key(|(.., steps)| *steps);
    all
}

fn changed(now: &Space, changes: &[Single]) -> Space {
    let mut then = now.clone();
    changes.iter().for_each(|(variable, to, _)| {
        then.set(*variable, *to);
    });
    then
}

/// Of singles, every choice; of numbers the nearest for every combination of criteria that some of them bring about.
fn turning(now: &Space, clause: &Clause, singles: &[Single]) -> Vec<Single> {
    let mut seen = Vec::new();
    let mut kept = Vec::new();
    for single in singles {
        let space = changed(now, &[*single]);
        let mut engine = Engine::new(&screener().dataset().rules, space, CLAUSE_BUDGET);
        let truths: Vec<_> = clause.criteria.iter().map(|one| engine.truth(one.when).ok()).collect();
        if matches!(single.1, Domain::Choices(_)) || !seen.contains(&(single.0, truths.clone())) {
            seen.push((single.0, truths));
            kept.push(*single);
        }
    }
    kept
}

fn check(profile: &Profile, clause: usize, tally: &mut Tally) {
    let of = &screener().dataset().clauses[clause];
    let now = profile.space(screener().dataset());
    let found = screener().nearest(profile, date(DAY), clause);
    let singles = singles(&now, clause);
    tally.clauses += 1;
    tally.tried += singles.len();
    let best = singles.iter().find(|single| is_brought(&changed(&now, &[**single]), clause));
    let told = found.as_ref().map(|nearest| as_singles(nearest, &now));
    if let Some(told) = &told {
        assert!(is_brought(&changed(&now, told), clause), "{}: {found:?} does not bring it", of.id);
        let can_change = |one: &Single| is_feasible(&now, one.0);
        assert!(told.iter().all(can_change), "{}: {found:?} cannot be changed", of.id);
    }
    match (&told, best) {
        (Some(told), Some(best)) => {
            assert!(told.len() == 1 && told[0].2 <= best.2, "{}: {found:?}, but {best:?} is nearer", of.id);
            tally.one_change += 1;
        }
        (None, Some(best)) => {
            let least = turning(&now, of, &singles);
            assert!(!least.contains(best), "{}: {best:?} was not found", of.id);
            assert!(least.iter().any(|one| one.0 == best.0 && is_had(&changed(&now, &[*one]), clause)), "{}", of.id);
            tally.beyond += 1;
        }
        (told, None) => {
            let (pair, beyond) = best_pair(&now, clause, &turning(&now, of, &singles), tally);
            match (told.as_deref(), pair) {
                (_, None) if beyond => tally.beyond += 1,
                (Some([one, other]), Some(pair)) => {
                    assert!(one.2 + other.2 <= pair, "{}: {found:?}, but {pair} steps are enough", of.id);
                    tally.two_changes += 1;
                }
                (told, Some(pair)) => panic!("{}: {told:?}, but two changes of {pair} steps do", of.id),
                // A pair inside one criterion, which none of the pairs tried has to be.
                (Some([_, _]), None) => tally.two_changes += 1,
                (Some(_), None) => tally.more_changes += 1,
                (None, None) => tally.none += 1,
            }
        }
    }
}

/// The fewest steps of two changes that bring the clause; and is there a pair of which one alone meets the criteria, and
/// the other only makes it worth more.
fn best_pair(now: &Space, clause: usize, singles: &[Single], tally: &mut Tally) -> (Option<Decimal>, bool) {
    let mut best: Option<Decimal> = None;
    let mut beyond = false;
    for (at, one) in singles.iter().enumerate() {
        for other in singles[at + 1..].iter().filter(|other| other.0 != one.0) {
            tally.tried += 1;
            let steps = one.2 + other.2;
            if best.is_none_or(|best| steps < best) && is_brought(&changed(now, &[*one, *other]), clause) {
                if [one, other].into_iter().any(|alone| is_had(&changed(now, &[*alone]), clause)) {
                    beyond = true;
                } else {
                    best = Some(steps);
                }
            }
        }
    }
    (best, beyond)
}

fn as_singles(nearest: &Nearest, now: &Space) -> Vec<Single> {
    let one = |change: &huiqi_core::screening::Change| {
        assert_eq!(change.from, now.get(change.variable));
        (change.variable, change.to, steps(change.variable, change.from, change.to))
    };
    nearest.changes.iter().map(one).collect()
}

fn run(profiles: usize, missing_percent: usize, seed: u64) -> Tally {
    let dataset = screener().dataset();
    let (mut random, mut tally) = (Random(seed), Tally::default());
    for _ in 0..profiles {
        let profile = partial(dataset, &mut random, missing_percent);
        let screening = screener().settle(&profile.space(dataset), date(DAY));
        for (clause, (of, result)) in dataset.clauses.iter().zip(&screening.clauses).enumerate() {
            if may_be_near(of, result.verdict, result.status) {
                check(&profile, clause, &mut tally);
            } else {
                assert_eq!(screener().nearest(&profile, date(DAY), clause), None, "{}", of.id);
            }
        }
    }
    tally
}

#[test]
fn no_change_is_nearer() {
    for missing in [0, 20] {
        let tally = run(80, missing, 5);
        println!("{missing} % missing: {tally:?}");
        assert!(tally.one_change > 0 && tally.none > 0);
    }
}

#[test]
#[ignore = "minutes; `scripts/prove nearest`"]
fn the_whole_of_it() {
    let profiles = std::env::var("HUIQI_PROFILES").ok().map_or(1_000, |text| text.parse().expect("a number"));
    println!("| missing | profiles | clauses not had | one change | two | more | none possible | only beyond its criteria | changes tried |");
    println!("|---|---|---|---|---|---|---|---|---|");
    for (missing, seed) in [(0, 1), (20, 2), (60, 3)] {
        let Tally { clauses, one_change, two_changes, more_changes, none, beyond, tried } =
            run(profiles, missing, seed);
        println!("| {missing} % | {profiles} | {clauses} | {one_change} | {two_changes} | {more_changes} | {none} | {beyond} | {tried} |");
        assert!(one_change > 0 && two_changes > 0);
    }
}
