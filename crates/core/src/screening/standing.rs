//! One clause over a space of completions: can it be had, can it be missed, and what is it worth.

use super::needs::Needs;
use super::period::Running;
use super::{ClauseResult, Counted, Verdict};
use crate::dataset::{Clause, Dataset, Kind};
use crate::decimal::{plus, to_fen};
use crate::rules::{Point, VarId};
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
        Self { min: plus(self.min, other.min), max: self.max.zip(other.max).map(|(a, b)| plus(a, b)) }
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

// Both are copied several times for every clause, and past this size each copy in wasm is a call.
#[cfg(target_arch = "wasm32")]
const _: () =
    assert!(size_of::<Standing>() <= 64 && size_of::<ClauseResult>() <= 64, "too large to be copied in place");

/// A clause over a space.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Some completion has it.
    pub can_hold: bool,
    /// Some completion misses it.
    pub can_fail: bool,
    /// Worth over the completions that have it: of a tax effect the deduction, unrounded; else rounded. None where it cannot be
    /// had (INVARIANT: it is set only where `can_hold` is).
    pub worth: Option<Amount>,
    /// A tax effect on its own. Boxed: there seldom is one, and it would make the standing too large.
    pub effect: Option<Box<Amount>>,
    /// Nothing was left unsearched.
    pub tight: bool,
    /// Variables on which it depends, ascending.
    pub touched: Vec<VarId>,
    /// What the clause is worth.
    pub kind: Kind,
    /// Its amount is carried by another clause.
    pub carried: bool,
}

impl Standing {
    pub(super) fn new(clause: &Clause) -> Self {
        Self {
            can_hold: false,
            can_fail: false,
            worth: None,
            effect: None,
            tight: true,
            touched: Vec::new(),
            kind: clause.kind,
            carried: clause.not_counted.is_some(),
        }
    }

    /// How a plain clause stands where all that it refers to is known.
    pub(super) fn at(point: Point, clause: &Clause, needs: &Needs) -> Self {
        let holds = clause.criteria.iter().all(|criterion| point.holds(criterion.when));
        let mut standing = Self { can_hold: holds, can_fail: !holds, ..Self::new(clause) };
        if holds {
            let is_exact = clause.kind == Kind::TaxEffect;
            let figure = |expression| {
                let figure = point.number(expression);
                if is_exact {
                    figure
                } else {
                    to_fen(figure)
                }
            };
            let amounts = clause.worth.iter().zip(&needs.one_figure).map(|(reading, one_figure)| {
                let min = figure(reading.low);
                Amount { min, max: if *one_figure { Some(min) } else { reading.high.map(figure) } }
            });
            standing.worth = amounts.reduce(Amount::hull);
        }
        standing
    }

    /// The verdict that this comes to.
    pub fn verdict(&self) -> Verdict {
        Verdict::of(self.can_hold, self.can_fail)
    }

    /// What it may add to a total: nothing where it is missed.
    pub fn contribution(&self) -> Amount {
        match self.worth {
            Some(worth) if self.can_fail => worth.hull(Amount::ZERO),
            Some(worth) => worth,
            None => Amount::ZERO,
        }
    }

    /// Questions of the variables on which it depends, ascending.
    pub fn open(&self, dataset: &Dataset) -> Vec<u16> {
        if self.touched.is_empty() {
            return Vec::new();
        }
        questions(dataset, &self.touched)
    }

    pub(super) fn result(&self, dataset: &Dataset, running: Running, counted: Counted) -> ClauseResult {
        let verdict = self.verdict();
        let (amount, deferred) = match self.kind {
            Kind::Right => (None, self.worth.map(|worth| Box::new(worth.rounded()))),
            Kind::TaxEffect => (self.effect.as_deref().copied().filter(|_| self.can_hold), None),
            Kind::Grant | Kind::Reduction | Kind::Refund | Kind::InterestSubsidy | Kind::Deferral => (self.worth, None),
        };
        let Running { status, or, extended, open: deciding } = running;
        let mut open = self.open(dataset);
        // Of a clause that cannot be had nobody asks when it ends.
        if !deciding.is_empty() && self.can_hold {
            open.extend(deciding);
            open.sort_unstable();
            open.dedup();
        }
        ClauseResult { verdict, amount, deferred, counted, tight: self.tight, status, or, extended, open }
    }
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
