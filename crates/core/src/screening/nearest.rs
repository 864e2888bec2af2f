//! The nearest change: the fewest answers, changed by the fewest steps, that would bring a clause not had. All parts of
//! the space in which the clause is had are found with every changeable answer set free; each part tells which answers
//! would have to change, so the least of them is the least there is. A change past what the criteria ask, so that the
//! clause is worth more or a rival less, is not looked for.

use super::judge::possible;
use super::{Amount, Counted, Screener, Verdict};
use crate::dataset::{Clause, Nature, Question, Shape, Status};
use crate::date::Date;
use crate::decimal::{minus, over, plus};
use crate::profile::Profile;
use crate::rules::{Domain, Engine, Space, Stop, VarId};
use rust_decimal::Decimal;

/// Parts looked at for one clause.
const BUDGET: u32 = 4_000;
/// Candidates tried for being counted.
const TRIES: usize = 8;

/// One answer to change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The variable; its question is `rules.variables[variable].question`.
    pub variable: VarId,
    /// What it is now.
    pub from: Domain,
    /// What it would have to be: one choice or one number.
    pub to: Domain,
}

/// A change that would bring a clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearest {
    /// Index of the clause.
    pub clause: usize,
    /// The answers to change.
    pub changes: Vec<Change>,
    /// What the clause would then be worth.
    pub worth: Amount,
}

/// May a clause have a nearest change at all: it has an amount, is not over, and hangs on no award.
pub fn qualifies(clause: &Clause, verdict: Verdict, status: Status) -> bool {
    verdict == Verdict::Ineligible
        && matches!(status, Status::InForce | Status::NotStarted)
        && clause.kind.is_cash()
        && clause.not_counted.is_none()
        && clause.criteria.iter().all(|criterion| criterion.nature != Nature::Award)
}

/// The nearest change for one clause. One answer alone is looked for first: with several free the search may run out of
/// its budget before it comes to a part where only one of them is another.
pub fn nearest(screener: &Screener, profile: &Profile, reference_date: Date, clause: usize) -> Option<Nearest> {
    let dataset = screener.dataset();
    let of = dataset.clauses.get(clause)?;
    let now = profile.space(dataset);
    let depends = &screener.needs(clause)?.all;
    let free: Vec<VarId> =
        depends.iter().filter(|variable| !now.get(*variable).is_open() && is_changeable(screener, *variable)).collect();
    let brought = |mut candidates: Vec<(Vec<Change>, Decimal)>| {
        candidates.sort_by_key(|(changes, steps)| (changes.len(), *steps));
        candidates.dedup_by(|a, b| a.0 == b.0);
        candidates.into_iter().take(TRIES).find_map(|(changes, _)| {
            let mut then = now.clone();
            for change in &changes {
                then.set(change.variable, change.to);
            }
            let result = screener.settle(&then, reference_date).clauses.into_iter().nth(clause)?;
            let worth = result.amount.filter(|amount| amount.max != Some(Decimal::ZERO))?;
            (result.verdict == Verdict::Eligible && result.counted == Counted::Yes).then_some(Nearest {
                clause,
                changes,
                worth,
            })
        })
    };
    brought(free.chunks(1).flat_map(|one| candidates(screener, of, &now, one)).collect())
        .or_else(|| brought(candidates(screener, of, &now, &free)))
}

/// Can an answer still be changed: a field of a row has a say beside its question, and the number of rows is what it is.
fn is_changeable(screener: &Screener, variable: VarId) -> bool {
    asked(screener, variable).is_some_and(|(question, field)| question.changeable && field.changeable)
}

/// The question of a variable, and what it asks there: itself, or a field of a row; nothing for the number of rows.
fn asked(screener: &Screener, variable: VarId) -> Option<(&Question, &Question)> {
    let dataset = screener.dataset();
    let of = dataset.rules.variables.get(usize::from(variable))?;
    let question = dataset.questions.get(usize::from(of.question))?;
    let Shape::Group { fields, .. } = &question.shape else { return Some((question, question)) };
    let place = usize::from(variable.checked_sub(question.variable)?).checked_sub(1)?;
    Some((question, fields.iter().cycle().nth(place)?))
}

/// Every least way into a part of the space in which the clause is had, with its steps, where these answers are free.
fn candidates(screener: &Screener, of: &Clause, now: &Space, variables: &[VarId]) -> Vec<(Vec<Change>, Decimal)> {
    let rules = &screener.dataset().rules;
    let (mut space, full) = (now.clone(), Space::full(rules));
    for variable in variables {
        space.set(*variable, full.get(*variable));
    }
    let conditions = of.conditions();
    let mut engine = Engine::new(rules, space, BUDGET);
    engine.plain = true;
    let mut found = Vec::new();
    let _spent_is_fine: Result<(), Stop> = engine.explore(&|_| true, &mut |engine| {
        // What is not known stays so: all of it has to lead there. What is free is cut by the search around.
        let (_, can_fail) = possible(engine, &conditions, &|variable| !variables.contains(&variable))?;
        if !can_fail {
            found.push(entry(screener, variables, now, engine.space()));
        }
        Ok(())
    });
    found
}

/// The least change that leads from `now` into a part.
fn entry(screener: &Screener, variables: &[VarId], now: &Space, part: &Space) -> (Vec<Change>, Decimal) {
    let mut changes = Vec::new();
    let mut steps = Decimal::ZERO;
    for variable in variables {
        let (from, within) = (now.get(*variable), part.get(*variable));
        let (to, distance) = match (from, within) {
            (Domain::Choices(is), Domain::Choices(may)) if is & may == 0 => {
                (Domain::Choices(1 << may.trailing_zeros()), Decimal::ONE)
            }
            (Domain::Range(is, _), Domain::Range(low, high)) if is < low || is > high => {
                let to = is.clamp(low, high);
                (Domain::Range(to, to), over(minus(to, is).abs(), step(screener, *variable)))
            }
            _ => continue,
        };
        steps = plus(steps, distance);
        changes.push(Change { variable: *variable, from, to });
    }
    (changes, steps)
}

/// The smallest sensible change of a numeric answer.
fn step(screener: &Screener, variable: VarId) -> Decimal {
    match asked(screener, variable).map(|(_, field)| &field.shape) {
        Some(Shape::Number { step, .. }) => *step,
        _ => Decimal::ONE,
    }
}
