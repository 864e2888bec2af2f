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

/// Sums by status and kind, while they are made; a bit for each row to which something was added.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums {
    rows: [Amount; STATUSES.len() * ROWS],
    used: u32,
}

impl Sums {
    /// Nothing.
    pub const ZERO: Self = Self { rows: [Amount::ZERO; STATUSES.len() * ROWS], used: 0 };

    /// Adds an amount of a kind to its own row and, where it is cash, to the cash row.
    pub fn add(&mut self, status: Status, kind: Kind, amount: Amount) {
        let status = STATUSES.iter().position(|other| *other == status).unwrap_or_default();
        let Some(row) = KINDS.iter().position(|other| *other == kind) else { return };
        for row in [Some(row), kind.is_cash().then_some(KINDS.len())].into_iter().flatten() {
            if let Some(sum) = self.rows.get_mut(status * ROWS + row) {
                *sum = sum.plus(amount);
                self.used |= 1 << (status * ROWS + row);
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
        let used = self.used | other.used;
        let rows = self.rows.iter().zip(&other.rows).enumerate();
        rows.filter(|(row, _)| used & (1 << row) != 0).all(|(_, (inner, outer))| inner.within(*outer))
    }

    fn zip(&self, other: &Self, combine: fn(Amount, Amount) -> Amount) -> Self {
        let mut out = self.clone();
        out.used |= other.used;
        for (_, (own, other)) in
            out.rows.iter_mut().zip(&other.rows).enumerate().filter(|(row, _)| out.used & (1 << row) != 0)
        {
            *own = combine(*own, *other);
        }
        out
    }

    /// The rows of the report.
    pub fn rows(&self, tight: bool) -> Vec<Total> {
        let kinds = KINDS.into_iter().map(TotalKind::One).chain([TotalKind::Cash]);
        let labels = STATUSES.into_iter().flat_map(|status| kinds.clone().map(move |kind| (status, kind)));
        labels.zip(self.rows).map(|((status, kind), amount)| Total { status, kind, amount, tight }).collect()
    }
}
