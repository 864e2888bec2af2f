//! Sums by period status and kind.

use super::standing::Amount;
use crate::dataset::{Kind, Status};
use serde::{Serialize, Serializer};

/// A row of the totals: a kind, or all cash kinds together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalKind {
    /// One kind.
    One(Kind),
    /// Grants, reductions, refunds and interest subsidies.
    Cash,
}

impl Serialize for TotalKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(kind) => kind.serialize(serializer),
            Self::Cash => serializer.serialize_str("cash"),
        }
    }
}

/// A total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// Of clauses with this status.
    pub status: Status,
    /// Of this kind.
    pub kind: TotalKind,
    /// The sum.
    pub amount: Amount,
    /// Is the range as narrow as it can be.
    pub tight: bool,
}

const STATUSES: [Status; 4] = [Status::InForce, Status::NotStarted, Status::OpenEvent, Status::Ended];
const KINDS: [Kind; 6] =
    [Kind::Grant, Kind::Reduction, Kind::Refund, Kind::InterestSubsidy, Kind::TaxEffect, Kind::Deferral];
/// Rows per status: the kinds, and cash.
const ROWS: usize = KINDS.len() + 1;

/// Sums by status and kind, while they are made.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums([Amount; STATUSES.len() * ROWS]);

impl Sums {
    /// Nothing.
    pub const ZERO: Self = Self([Amount::ZERO; STATUSES.len() * ROWS]);

    /// Adds an amount of a kind to its own row and, where it is cash, to the cash row.
    pub fn add(&mut self, status: Status, kind: Kind, amount: Amount) {
        let status = STATUSES.iter().position(|other| *other == status).unwrap_or_default();
        let Some(row) = KINDS.iter().position(|other| *other == kind) else { return };
        for row in [Some(row), kind.is_cash().then_some(KINDS.len())].into_iter().flatten() {
            if let Some(sum) = self.0.get_mut(status * ROWS + row) {
                *sum = sum.plus(amount);
            }
        }
    }

    /// Row by row, the sum of independent parts.
    pub fn plus(&self, other: &Self) -> Self {
        self.zip(other, Amount::plus)
    }

    /// Row by row, the smallest range that holds both.
    pub fn hull(&self, other: &Self) -> Self {
        self.zip(other, Amount::hull)
    }

    /// Does every row lie within the other's.
    pub fn within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(inner, outer)| inner.within(*outer))
    }

    fn zip(&self, other: &Self, combine: fn(Amount, Amount) -> Amount) -> Self {
        let mut out = self.clone();
        for (own, other) in out.0.iter_mut().zip(&other.0) {
            *own = combine(*own, *other);
        }
        out
    }

    /// The rows of the report.
    pub fn rows(&self, tight: bool) -> Vec<Total> {
        let kinds = KINDS.into_iter().map(TotalKind::One).chain([TotalKind::Cash]);
        let labels = STATUSES.into_iter().flat_map(|status| kinds.clone().map(move |kind| (status, kind)));
        labels.zip(self.0).map(|((status, kind), amount)| Total { status, kind, amount, tight }).collect()
    }
}
