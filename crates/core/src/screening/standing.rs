//! One clause over a space of completions: can it be had, can it be missed, and what is it worth.

use super::{tax, ClauseResult, Counted, Verdict, CLAUSE_BUDGET};
use crate::dataset::{Clause, Dataset, Kind, Status};
use crate::decimal::to_fen;
use crate::rules::{Engine, ExprId, Split, Stop, VarId};
use rust_decimal::Decimal;

/// An amount in yuan, rounded to the fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Least.
    pub min: Decimal,
    /// Greatest; `None` where no bound is known.
    pub max: Option<Decimal>,
}

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self { min: Decimal::ZERO, max: Some(Decimal::ZERO) };

    /// The smallest range that holds both.
    pub fn hull(self, other: Self) -> Self {
        Self { min: self.min.min(other.min), max: self.max.zip(other.max).map(|(a, b)| a.max(b)) }
    }

    /// The sum of two independent amounts.
    pub fn plus(self, other: Self) -> Self {
        Self { min: self.min.saturating_add(other.min), max: self.max.zip(other.max).map(|(a, b)| a.saturating_add(b)) }
    }

    /// Does it lie within the other.
    pub fn within(self, other: Self) -> bool {
        other.min <= self.min
            && match (self.max, other.max) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(inner), Some(outer)) => inner <= outer,
            }
    }

    /// Is it one number.
    pub fn is_exact(self) -> bool {
        self.max == Some(self.min)
    }

    pub(super) fn rounded(self) -> Self {
        Self { min: to_fen(self.min), max: self.max.map(to_fen) }
    }
}

/// A clause over a space.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Some completion has it.
    pub can_hold: bool,
    /// Some completion misses it.
    pub can_fail: bool,
    /// Worth over the completions that have it: of a tax effect the deduction, unrounded; else rounded.
    pub worth: Option<Amount>,
    /// A tax effect on its own.
    pub effect: Option<Amount>,
    /// Nothing was left unsearched.
    pub tight: bool,
    /// Variables on which it depends, ascending.
    pub touched: Vec<VarId>,
    /// Questions of those variables, ascending.
    pub open: Vec<u16>,
    /// What the clause is worth.
    pub kind: Kind,
    /// Its amount is carried by another clause.
    pub carried: bool,
}

impl Standing {
    fn new(clause: &Clause) -> Self {
        Self {
            can_hold: false,
            can_fail: false,
            worth: None,
            effect: None,
            tight: true,
            touched: Vec::new(),
            open: Vec::new(),
            kind: clause.kind,
            carried: clause.not_counted.is_some(),
        }
    }

    /// The verdict that this comes to.
    pub fn verdict(&self) -> Verdict {
        match (self.can_hold, self.can_fail) {
            (true, true) => Verdict::Undetermined,
            (true, false) => Verdict::Eligible,
            (false, _) => Verdict::Ineligible,
        }
    }

    /// What it may add to a total: nothing where it is missed.
    pub fn contribution(&self) -> Amount {
        match self.worth {
            Some(worth) if self.can_hold && self.can_fail => worth.hull(Amount::ZERO),
            Some(worth) if self.can_hold => worth,
            _ => Amount::ZERO,
        }
    }

    pub(super) fn result(self, status: Status, counted: Counted) -> ClauseResult {
        let verdict = self.verdict();
        let had = self.worth.filter(|_| self.can_hold);
        let (amount, deferred) = match self.kind {
            Kind::Right => (None, had.map(Amount::rounded)),
            Kind::TaxEffect => (self.effect.filter(|_| self.can_hold), None),
            _ => (had, None),
        };
        ClauseResult { verdict, amount, deferred, counted, tight: self.tight, status, open: self.open }
    }
}

/// Judges a clause over the engine's space.
pub fn stand(dataset: &Dataset, engine: &mut Engine, clause: &Clause) -> Standing {
    engine.restart(CLAUSE_BUDGET);
    let mut standing = Standing::new(clause);
    if search(clause, engine, &mut standing, &|_| true).is_err() {
        standing = unsearched(clause);
    }
    standing.touched = engine.touched().to_vec();
    if clause.kind == Kind::TaxEffect {
        tax::alone(dataset, engine.space(), &mut standing);
    }
    standing.open = questions(dataset, &standing.touched);
    standing
}

/// Judges a clause while cuts of variables for which `keep` is false are left open; the first such cut is the error.
pub fn stand_within<K: Fn(VarId) -> bool>(clause: &Clause, engine: &mut Engine, keep: &K) -> Result<Standing, Stop> {
    let mut standing = Standing::new(clause);
    search(clause, engine, &mut standing, keep)?;
    Ok(standing)
}

fn search<K: Fn(VarId) -> bool>(
    clause: &Clause,
    engine: &mut Engine,
    standing: &mut Standing,
    keep: &K,
) -> Result<(), Stop> {
    engine.explore(keep, &mut |engine| look(clause, engine, standing))
}

fn look(clause: &Clause, engine: &mut Engine, standing: &mut Standing) -> Result<(), Stop> {
    let mut undecided = None;
    for criterion in &clause.criteria {
        match engine.truth(criterion.when) {
            Ok(true) => {}
            Ok(false) => {
                standing.can_fail = true;
                return Ok(());
            }
            Err(stop) => undecided = Some(undecided.map_or(stop, |known| cheaper(known, stop))),
        }
    }
    if let Some(stop) = undecided {
        return if adds_nothing(clause, engine, standing) { Ok(()) } else { Err(stop) };
    }
    standing.can_hold = true;
    if clause.worth.is_empty() {
        return Ok(());
    }
    let worth = engine.noting(|engine| worth(clause, engine))?;
    standing.worth = Some(standing.worth.map_or(worth, |known| known.hull(worth)));
    Ok(())
}

/// The cut into fewer parts, of equals the first: a criterion that fails in one of two parts spares the other cuts there.
fn cheaper(known: Stop, next: Stop) -> Stop {
    match (known, next) {
        (Stop::Open(Split::Each(_)), Stop::Open(Split::Mask(..) | Split::After(..))) => next,
        _ => known,
    }
}

/// Where both outcomes are known already, a part whose amounts are known too need not be cut.
fn adds_nothing(clause: &Clause, engine: &mut Engine, standing: &Standing) -> bool {
    standing.can_hold
        && standing.can_fail
        && (clause.worth.is_empty()
            || worth(clause, engine).is_ok_and(|worth| standing.worth.is_some_and(|known| worth.within(known))))
}

/// The amount over all readings, for a space on which the clause is had.
fn worth(clause: &Clause, engine: &mut Engine) -> Result<Amount, Stop> {
    let mut all: Option<Amount> = None;
    for reading in &clause.worth {
        let min = engine.value(reading.low)?;
        let max = match reading.high {
            Some(high) if high == reading.low => Some(min),
            Some(high) => Some(engine.value(high)?),
            None => None,
        };
        let one = Amount { min, max };
        let one = if clause.kind == Kind::TaxEffect { one } else { one.rounded() };
        all = Some(all.map_or(one, |all| all.hull(one)));
    }
    Ok(all.unwrap_or(Amount::ZERO))
}

/// The widest answer there is, for a clause that outran its budget.
fn unsearched(clause: &Clause) -> Standing {
    let worth = (!clause.worth.is_empty()).then_some(Amount { min: Decimal::ZERO, max: None });
    Standing { can_hold: true, can_fail: true, worth, tight: false, ..Standing::new(clause) }
}

pub(super) fn questions(dataset: &Dataset, variables: &[VarId]) -> Vec<u16> {
    let mut questions: Vec<u16> = variables
        .iter()
        .filter_map(|variable| dataset.rules.variables.get(usize::from(*variable)))
        .map(|v| v.question)
        .collect();
    questions.sort_unstable();
    questions.dedup();
    questions
}

/// Can all of the conditions hold together, and can one of them fail.
pub(super) fn outcomes(engine: &mut Engine, conditions: &[ExprId]) -> (bool, bool) {
    engine.restart(CLAUSE_BUDGET);
    let (mut can_hold, mut can_fail) = (false, false);
    let searched = engine.explore(&|_| true, &mut |engine| {
        if can_hold && can_fail {
            return Ok(());
        }
        let mut undecided = None;
        for condition in conditions {
            match engine.truth(*condition) {
                Ok(true) => {}
                Ok(false) => {
                    can_fail = true;
                    return Ok(());
                }
                Err(stop) => undecided = undecided.or(Some(stop)),
            }
        }
        match undecided {
            Some(stop) => Err(stop),
            None => {
                can_hold = true;
                Ok(())
            }
        }
    });
    match searched {
        Err(Stop::Spent) => (true, true),
        _ => (can_hold, can_fail),
    }
}
