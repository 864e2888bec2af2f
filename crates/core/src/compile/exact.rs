//! What must hold so that a number's least and greatest value can be computed end by end: each variable pulls in one
//! direction, no factor is negative, and of a group's rows no two sums have to be great at once. Writing nodes belongs to
//! `lower`.

use super::expression::Number;
use crate::rules::{End, Slot};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Why a number cannot be compiled.
pub enum Refused {
    /// A variable or a range pulls both ways.
    BothWays(Which),
    /// A factor may be negative.
    Negative,
    /// Rows are added up twice, each time as if they alone had to be great or small.
    RowsTwice,
    /// More than 65,536 nodes.
    TooMany,
}

/// What pulls both ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Which {
    Variable(u8, u16),
    Parameter(u16),
}

type Pull = BTreeMap<Which, End>;

pub fn opposite(end: End) -> End {
    match end {
        End::Low => End::High,
        End::High => End::Low,
    }
}

/// The end at which each variable is read; of the branches of a condition only one is ever computed.
pub fn pulls(number: &Number, end: End) -> Result<Vec<Pull>, Refused> {
    match number {
        Number::Constant(_) | Number::At { .. } | Number::YearDays { .. } => Ok(vec![Pull::new()]),
        Number::Count { group, .. } => Ok(rows(*group, end)),
        Number::Parameter { index, low, high } if low != high => {
            Ok(vec![Pull::from([(Which::Parameter(*index), end)])])
        }
        Number::Parameter { .. } => Ok(vec![Pull::new()]),
        Number::Variable { slot, .. } => {
            let which = match slot {
                Slot::Whole(variable) => Which::Variable(0, *variable),
                Slot::Field(group, field) => Which::Variable(*group + 1, u16::from(*field)),
            };
            Ok(vec![Pull::from([(which, end)])])
        }
        Number::Add(a, b) | Number::Min(a, b) | Number::Max(a, b) => together(pulls(a, end)?, pulls(b, end)?),
        Number::Subtract(a, b) => together(pulls(a, end)?, pulls(b, opposite(end))?),
        Number::Multiply(a, b) => {
            not_negative(a)?;
            not_negative(b)?;
            together(pulls(a, end)?, pulls(b, end)?)
        }
        Number::Divide(a, b) => {
            not_negative(a)?;
            together(pulls(a, end)?, pulls(b, opposite(end))?)
        }
        Number::If(_, a, b) => {
            let mut either = pulls(a, end)?;
            either.extend(pulls(b, end)?);
            either.dedup();
            Ok(either)
        }
        Number::Sum { group, term, .. } => together(rows(*group, end), pulls(term, end)?),
        Number::Capped { group, cap, principal, weight, .. } => {
            let term = together(pulls(principal, end)?, pulls(weight, end)?)?;
            together(rows(*group, end), together(pulls(cap, end)?, term)?)
        }
    }
}

/// How many rows a group has: no row takes anything away.
fn rows(group: u8, end: End) -> Vec<Pull> {
    vec![Pull::from([(Which::Variable(group + 1, u16::MAX), end)])]
}

fn not_negative(number: &Number) -> Result<(), Refused> {
    if number.bounds().0 < Decimal::ZERO {
        Err(Refused::Negative)
    } else {
        Ok(())
    }
}

fn together(a: Vec<Pull>, b: Vec<Pull>) -> Result<Vec<Pull>, Refused> {
    let mut all = Vec::with_capacity(a.len() * b.len());
    for first in &a {
        for second in &b {
            let mut both = first.clone();
            for (which, end) in second {
                if both.insert(*which, *end).is_some_and(|other| other != *end) {
                    return Err(Refused::BothWays(*which));
                }
            }
            if !all.contains(&both) {
                all.push(both);
            }
        }
    }
    Ok(all)
}

/// Groups of whose rows a sum depends on more than how great their numbers are. An error where two sums do over the same
/// rows: each is greatest by itself, but the same row cannot be of one kind for the one and of another for the other.
///
/// A comparison needs no such proof, since it is cut until it is decided.
pub fn rows_once(number: &Number) -> Result<Vec<u8>, Refused> {
    match number {
        Number::Constant(_)
        | Number::Parameter { .. }
        | Number::Variable { .. }
        | Number::At { .. }
        | Number::YearDays { .. }
        | Number::Count { .. } => Ok(Vec::new()),
        Number::Add(a, b)
        | Number::Subtract(a, b)
        | Number::Multiply(a, b)
        | Number::Divide(a, b)
        | Number::Min(a, b)
        | Number::Max(a, b) => {
            let (mut all, more) = (rows_once(a)?, rows_once(b)?);
            if a != b && all.iter().any(|group| more.contains(group)) {
                return Err(Refused::RowsTwice);
            }
            all.extend(more);
            Ok(all)
        }
        Number::If(_, a, b) => Ok([rows_once(a)?, rows_once(b)?].concat()),
        Number::Sum { group, term, .. } => Ok(is_parted(term).then_some(*group).into_iter().collect()),
        Number::Capped { group, cap, principal, weight, .. } => {
            let parted = is_parted(principal) || is_parted(weight);
            let of_cap = rows_once(cap)?;
            if parted && of_cap.contains(group) {
                return Err(Refused::RowsTwice);
            }
            Ok(parted.then_some(*group).into_iter().chain(of_cap).collect())
        }
    }
}

/// Does a number depend on a condition or on a series, so that what makes it great need not make another great.
fn is_parted(number: &Number) -> bool {
    match number {
        Number::If(..) | Number::At { .. } | Number::YearDays { .. } | Number::Sum { .. } | Number::Capped { .. } => {
            true
        }
        Number::Constant(_) | Number::Parameter { .. } | Number::Variable { .. } | Number::Count { .. } => false,
        Number::Add(a, b)
        | Number::Subtract(a, b)
        | Number::Multiply(a, b)
        | Number::Divide(a, b)
        | Number::Min(a, b)
        | Number::Max(a, b) => is_parted(a) || is_parted(b),
    }
}
