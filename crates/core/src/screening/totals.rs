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

/// Sums by status and kind, while they are made. Most are nothing, and they are copied often: only those are kept to which
/// something was added.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums {
    /// Rows to which something was added, a bit each.
    used: u64,
    /// Of each of those, ascending.
    amounts: Vec<Amount>,
}

impl Sums {
    /// Nothing.
    pub const ZERO: Self = Self { used: 0, amounts: Vec::new() };

    /// Adds an amount of a kind to its own row and, where it is cash, to the cash row.
    pub fn add(&mut self, status: Status, kind: Kind, amount: Amount) {
        for row in Row::of(status, kind) {
            self.add_to(row, amount);
        }
    }

    /// Adds an amount that is of one status or of the other.
    pub fn add_either(&mut self, (status, or): (Status, Option<Status>), kind: Kind, amount: Amount) {
        let Some(or) = or else { return self.add(status, kind, amount) };
        let maybe = amount.hull(Amount::ZERO);
        self.add(status, kind, maybe);
        self.add(or, kind, maybe);
    }

    /// Adds an amount to one row.
    pub fn add_to(&mut self, Row(row): Row, amount: Amount) {
        let place = self.place(row);
        if self.used & (1 << row) == 0 {
            self.used |= 1 << row;
            self.amounts.insert(place, amount);
        } else if let Some(sum) = self.amounts.get_mut(place) {
            *sum = sum.plus(amount);
        }
    }

    /// The rows of a kind, a bit each.
    pub fn bits(status: Status, kind: Kind) -> u64 {
        Row::of(status, kind).fold(0, |bits, row| bits | 1 << row.0)
    }

    /// Rows that differ, a bit each.
    pub fn differs_from(&self, other: &Self) -> u64 {
        rows(self.used | other.used)
            .filter(|row| self.get(*row) != other.get(*row))
            .fold(0, |bits, row| bits | 1 << row)
    }

    /// Of these rows, a bit each, those whose sum is open.
    pub fn open(&self, mask: u64) -> u64 {
        rows(mask).filter(|row| !self.get(*row).is_exact()).fold(0, |bits, row| bits | 1 << row)
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
        rows(self.used | other.used).all(|row| self.get(row).within(other.get(row)))
    }

    /// Where a row is among those that are kept, or would be.
    fn place(&self, row: usize) -> usize {
        (self.used & !(u64::MAX << row)).count_ones() as usize
    }

    fn get(&self, row: usize) -> Amount {
        let kept = (self.used & (1 << row) != 0).then(|| self.amounts.get(self.place(row)).copied());
        kept.flatten().unwrap_or(Amount::ZERO)
    }

    fn zip(&self, other: &Self, combine: fn(Amount, Amount) -> Amount) -> Self {
        let used = self.used | other.used;
        Self { used, amounts: rows(used).map(|row| combine(self.get(row), other.get(row))).collect() }
    }
}

/// The rows of a mask, ascending.
fn rows(mask: u64) -> impl Iterator<Item = usize> {
    (0..Status::ALL.len() * ROWS).filter(move |row| mask & (1 << row) != 0)
}

/// The totals of a screening.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    pub(super) sums: Sums,
    /// Rows that may be wider than what is possible, a bit each.
    pub(super) loose: u64,
}

impl Totals {
    /// Every row: by period status, the kinds and then cash.
    pub fn iter(&self) -> impl Iterator<Item = Total> + '_ {
        let kinds = KINDS.into_iter().map(TotalKind::One).chain([TotalKind::Cash]);
        let labels = Status::ALL.into_iter().flat_map(move |status| kinds.clone().map(move |kind| (status, kind)));
        labels.enumerate().map(|(row, (status, kind))| Total {
            status,
            kind,
            amount: self.sums.get(row),
            tight: self.loose & (1 << row) == 0,
        })
    }
}
