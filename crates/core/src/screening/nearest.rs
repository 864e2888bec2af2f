//! The nearest change: the fewest answers, changed by the fewest steps, that would bring a clause not had; of equals the
//! one that is worth most. One answer alone is tried first, then all that a criterion reads together: each part of the
//! space in which the clause is had tells which answers would have to change. Past its budget a search tells the least
//! that it found. A change past what the criteria ask, so that the clause is worth more or a rival less, is not looked for.

use super::judge::possible;
use super::spot::Spot;
use super::{Amount, Counted, Screener, Verdict};
use crate::dataset::{Clause, Dataset, Nature, Status};
use crate::date::Date;
use crate::decimal::{minus, over, plus};
use crate::profile::Profile;
use crate::rules::{Domain, Engine, Space, Stop, VarId, VarSet};
use rust_decimal::Decimal;

/// Parts looked at for one clause with all free.
const BUDGET: u32 = 4_000;
/// Parts looked at with one answer free: what else is open may ask for some.
const ALONE: u32 = 400;
/// Candidates of a search that are tried for being counted.
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
    let mut turning = VarSet::default();
    screener.needs(clause)?.criteria.iter().for_each(|criterion| turning.extend(criterion));
    let now = profile.answered(dataset);
    let may_change = |variable: &VarId| {
        let spot = Spot::of(dataset, *variable);
        !now.get(*variable).is_open() && spot.is_some_and(|spot| spot.is_feasible() && !spot.is_count())
    };
    let free: Vec<VarId> = turning.iter().filter(may_change).collect();
    let of = dataset.clauses.get(clause)?;
    let mut search = Search { screener, of, clause, reference_date, now: &now, tried: Vec::new() };
    // With several free the search may run out of its budget before it comes to a part where one alone is enough.
    let alone = free.chunks(1).flat_map(|one| search.candidates(one, ALONE)).collect();
    search.best(alone).or_else(|| search.best(search.candidates(&free, BUDGET)))
}

/// Answers that would have to change, and by how many steps in all.
type Candidate = (Vec<Change>, Decimal);

struct Search<'a> {
    screener: &'a Screener,
    of: &'a Clause,
    clause: usize,
    reference_date: Date,
    now: &'a Space,
    /// What was tried and does not bring the clause.
    tried: Vec<Vec<Change>>,
}

impl Search<'_> {
    /// Every least way into a part of the space in which the clause is had, where these answers are free.
    fn candidates(&self, variables: &[VarId], budget: u32) -> Vec<Candidate> {
        let dataset = self.screener.dataset();
        let mut space = self.now.clone();
        for variable in variables {
            let kind = dataset.rules.variables.get(usize::from(*variable)).map(|of| &of.kind);
            kind.into_iter().for_each(|kind| {
                space.set(*variable, Domain::full(kind));
            });
        }
        let conditions = self.of.conditions();
        let Ok(space) = space.linked(&dataset.rules) else { return Vec::new() };
        let mut engine = Engine::new(&dataset.rules, space, budget);
        engine.plain = true;
        let mut found = Vec::new();
        let _spent_is_fine: Result<(), Stop> = engine.explore(&|_| true, &mut |engine| {
            // What is not known stays so: all of it has to lead there. What is free is cut by the search around.
            let (_, can_fail) = possible(engine, &conditions, &|variable| !variables.contains(&variable))?;
            if !can_fail {
                found.push(entry(dataset, variables, self.now, engine.space()));
            }
            Ok(())
        });
        found
    }

    /// The least of the candidates that brings the clause.
    fn best(&mut self, mut candidates: Vec<Candidate>) -> Option<Nearest> {
        let size = |(changes, steps): &Candidate| (changes.len(), *steps);
        candidates.sort_by_key(size);
        let mut best: Option<((usize, Decimal), Nearest)> = None;
        let mut tries = 0;
        for candidate in candidates {
            let least = best.as_ref().is_none_or(|(known, _)| *known == size(&candidate));
            if !least || tries == TRIES {
                break;
            }
            if self.tried.contains(&candidate.0) {
                continue;
            }
            tries += 1;
            self.tried.push(candidate.0.clone());
            let size = size(&candidate);
            if let Some(next) = self.brought(candidate.0) {
                if best.as_ref().is_none_or(|(_, known)| next.worth.min > known.worth.min) {
                    best = Some((size, next));
                }
            }
        }
        best.map(|(_, nearest)| nearest)
    }

    /// What the changes bring, if the clause is then had, counted and worth something.
    fn brought(&self, changes: Vec<Change>) -> Option<Nearest> {
        let mut then = self.now.clone();
        for change in &changes {
            then.set(change.variable, change.to);
        }
        let then = then.linked(&self.screener.dataset().rules).ok()?;
        let result = self.screener.settle(&then, self.reference_date).clauses.into_iter().nth(self.clause)?;
        let worth = result.amount.filter(|amount| amount.max != Some(Decimal::ZERO))?;
        let is_brought = result.verdict == Verdict::Eligible && result.counted == Counted::Yes;
        is_brought.then_some(Nearest { clause: self.clause, changes, worth })
    }
}

/// The least change that leads from `now` into a part.
fn entry(dataset: &Dataset, variables: &[VarId], now: &Space, part: &Space) -> Candidate {
    let mut changes = Vec::new();
    let mut steps = Decimal::ZERO;
    for variable in variables {
        let (from, within) = (now.get(*variable), part.get(*variable));
        let (to, distance) = match (from, within) {
            (Domain::Choices(is), Domain::Choices(may)) if is & may == 0 => {
                (Domain::Choices(1 << may.trailing_zeros()), Decimal::ONE)
            }
            (Domain::Range(is, _), Domain::Range(low, high)) if is < low || is > high => {
                let (to, step) = (is.clamp(low, high), Spot::of(dataset, *variable).map(|spot| spot.step()));
                (Domain::Range(to, to), over(minus(to, is).abs(), step.unwrap_or(Decimal::ONE)))
            }
            _ => continue,
        };
        steps = plus(steps, distance);
        changes.push(Change { variable: *variable, from, to });
    }
    (changes, steps)
}
