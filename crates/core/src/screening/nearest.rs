//! The nearest change: the fewest answers, changed by the fewest steps, that would bring a clause not had. All parts of
//! the space in which the clause is had are found with every changeable answer set free; each part tells which answers
//! would have to change, so the least of them is the least there is. A change past what the criteria ask, so that the
//! clause is worth more or a rival less, is not looked for.

use super::judge::possible;
use super::{Amount, Counted, Screener, Verdict};
use crate::dataset::{Clause, Nature, Shape, Status};
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

/// The nearest change for one clause.
pub fn nearest(screener: &Screener, profile: &Profile, reference_date: Date, clause: usize) -> Option<Nearest> {
    let dataset = screener.dataset();
    let of = dataset.clauses.get(clause)?;
    let now = profile.space(dataset);
    let free = freed(screener, profile, &now, clause)?;
    let mut candidates = candidates(screener, of, &now, free);
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
}

/// The space with every answer set free that was given, can still be changed, and that the clause depends on.
fn freed(screener: &Screener, profile: &Profile, now: &Space, clause: usize) -> Option<Space> {
    let dataset = screener.dataset();
    let depends = &screener.needs(clause)?.all;
    let full = Space::full(&dataset.rules);
    let mut free = now.clone();
    for (variable, of) in (0..).zip(&dataset.rules.variables) {
        let Some(question) = dataset.questions.get(usize::from(of.question)) else { continue };
        let is_count = matches!(question.shape, Shape::Group { .. }) && question.variable == variable;
        let given = profile.get(usize::from(of.question)).is_some() && !now.get(variable).is_open();
        if depends.contains(variable)
            && given
            && question.changeable
            && !is_count
            && field_changeable(question, variable)
        {
            free.set(variable, full.get(variable));
        }
    }
    Some(free)
}

/// A field of a row has its own say in whether it can be changed.
fn field_changeable(question: &crate::dataset::Question, variable: VarId) -> bool {
    match &question.shape {
        Shape::Group { fields, .. } if variable > question.variable => {
            let at = usize::from(variable - question.variable - 1) % fields.len().max(1);
            fields.get(at).is_some_and(|field| field.changeable)
        }
        Shape::YesNo
        | Shape::Choice(_)
        | Shape::Set(_)
        | Shape::Number { .. }
        | Shape::Date { .. }
        | Shape::Group { .. } => true,
    }
}

/// Every least way into a part of the space in which the clause is had, with its steps.
fn candidates(screener: &Screener, of: &Clause, now: &Space, free: Space) -> Vec<(Vec<Change>, Decimal)> {
    let rules = &screener.dataset().rules;
    let variables: Vec<VarId> = (0..).take(rules.variables.len()).filter(|v| free.get(*v) != now.get(*v)).collect();
    let conditions = of.conditions();
    let mut engine = Engine::new(rules, free, BUDGET);
    engine.plain = true;
    let mut found = Vec::new();
    let _spent_is_fine: Result<(), Stop> = engine.explore(&|_| true, &mut |engine| {
        // What is not known stays so: all of it has to lead there. What is free is cut by the search around.
        let (_, can_fail) = possible(engine, &conditions, &|variable| !variables.contains(&variable))?;
        if !can_fail {
            found.push(entry(screener, &variables, now, engine.space()));
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
    let dataset = screener.dataset();
    let question = dataset
        .rules
        .variables
        .get(usize::from(variable))
        .and_then(|variable| dataset.questions.get(usize::from(variable.question)));
    match question.map(|question| &question.shape) {
        Some(Shape::Number { step, .. }) => *step,
        _ => Decimal::ONE,
    }
}
