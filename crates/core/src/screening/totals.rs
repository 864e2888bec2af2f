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

/// Kinds that are summed; a right has no amount.
const KINDS: [Kind; 6] =
    [Kind::Grant, Kind::Reduction, Kind::Refund, Kind::InterestSubsidy, Kind::TaxEffect, Kind::Deferral];
/// Rows per status: the kinds, and cash.
const ROWS: usize = KINDS.len() + 1;

/// A row of the totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row(usize);

impl Row {
    /// The rows to which an amount of a kind is added: its own and, where it is cash, the cash row.
    pub fn of(status: Status, kind: Kind) -> impl Iterator<Item = Self> {
        let first = Status::ALL.iter().position(|other| *other == status).map(|status| status * ROWS);
        let own = KINDS.iter().position(|other| *other == kind);
        let cash = kind.is_cash().then_some(KINDS.len());
        [own, cash].into_iter().flatten().filter_map(move |row| Some(Self(first? + row)))
    }
}

/// Sums by status and kind, while they are made; a bit for each row to which something was added.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums {
    rows: [Amount; Status::ALL.len() * ROWS],
    used: u32,
}

impl Sums {
    /// Nothing.
    pub const ZERO: Self = Self { rows: [Amount::ZERO; Status::ALL.len() * ROWS], used: 0 };

    /// Adds an amount of a kind to its own row and, where it is cash, to the cash row.
    pub fn add(&mut self, status: Status, kind: Kind, amount: Amount) {
        for row in Row::of(status, kind) {
            self.add_to(row, amount);
        }
    }

    /// Adds an amount to one row.
    pub fn add_to(&mut self, row: Row, amount: Amount) {
        if let Some(sum) = self.rows.get_mut(row.0) {
            *sum = sum.plus(amount);
            self.used |= 1 << row.0;
        }
    }

    /// The rows of a kind, a bit each.
    pub fn bits(status: Status, kind: Kind) -> u32 {
        Row::of(status, kind).fold(0, |bits, row| bits | 1 << row.0)
    }

    /// Rows that differ, a bit each.
    pub fn differs_from(&self, other: &Self) -> u32 {
        let rows = self.rows.iter().zip(&other.rows).enumerate();
        rows.filter(|(_, (own, other))| own != other).fold(0, |bits, (row, _)| bits | 1 << row)
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

    /// The rows of the report; those of `loose` may be wider than what is possible.
    pub fn rows(&self, loose: u32) -> Vec<Total> {
        let kinds = KINDS.into_iter().map(TotalKind::One).chain([TotalKind::Cash]);
        let labels = Status::ALL.into_iter().flat_map(|status| kinds.clone().map(move |kind| (status, kind)));
        let rows = labels.zip(self.rows).enumerate();
        rows.map(|(row, ((status, kind), amount))| Total { status, kind, amount, tight: loose & (1 << row) == 0 })
            .collect()
    }
}
