//! One clause over a space of completions: can it be had, can it be missed, and what is it worth.

use super::{ClauseResult, Counted, Verdict};
use crate::dataset::{Clause, Dataset, Kind, Status};
use crate::decimal::{plus, to_fen};
use crate::rules::VarId;
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
    pub(super) fn new(clause: &Clause) -> Self {
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
        Verdict::of(self.can_hold, self.can_fail)
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
            Kind::Grant | Kind::Reduction | Kind::Refund | Kind::InterestSubsidy | Kind::Deferral => (had, None),
        };
        ClauseResult { verdict, amount, deferred, counted, tight: self.tight, status, open: self.open }
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
