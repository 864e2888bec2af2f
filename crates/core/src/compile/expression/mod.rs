//! Expressions with types and units, between CEL text and compiled nodes.

mod bounds;
mod call;
mod choice;
mod reader;

pub use reader::Reader;

use super::unit::Unit;
use crate::rules::{Comparison, Slot};
use rust_decimal::Decimal;

/// A condition.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    Truth(bool),
    Among(Slot, u32),
    ClassAmong(u16, u32),
    Not(Box<Test>),
    And(Box<Test>, Box<Test>),
    Or(Box<Test>, Box<Test>),
    Compare(Comparison, Box<Number>, Box<Number>),
    Any(u8, Box<Test>),
}

/// A number.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    Constant(Decimal),
    Parameter {
        index: u16,
        low: Decimal,
        high: Decimal,
    },
    Variable {
        slot: Slot,
        min: Decimal,
        max: Decimal,
    },
    Add(Box<Number>, Box<Number>),
    Subtract(Box<Number>, Box<Number>),
    Multiply(Box<Number>, Box<Number>),
    Divide(Box<Number>, Box<Number>),
    Min(Box<Number>, Box<Number>),
    Max(Box<Number>, Box<Number>),
    If(Box<Test>, Box<Number>, Box<Number>),
    At {
        series: u16,
        slot: Slot,
        least: Decimal,
        greatest: Decimal,
    },
    /// Days from the date in the slot to the same day next year.
    YearDays {
        slot: Slot,
        min: Decimal,
        max: Decimal,
    },
    Count {
        group: u8,
        max_rows: u8,
    },
    Sum {
        group: u8,
        max_rows: u8,
        term: Box<Number>,
    },
    Capped {
        group: u8,
        cap: Box<Number>,
        principal: Box<Number>,
        weight: Box<Number>,
        max_rows: u8,
    },
}

/// What an expression is. A literal's unit is not settled: `0` may be yuan or days.
#[derive(Clone, Debug)]
pub enum Typed {
    Test(Test),
    Number(Number, Option<Unit>),
}

impl Number {
    /// Bounds over every profile, by interval arithmetic.
    pub fn bounds(&self) -> (Decimal, Decimal) {
        match self {
            Self::Constant(value) => (*value, *value),
            Self::Parameter { low, high, .. } => (*low, *high),
            Self::Variable { min, max, .. } => (*min, *max),
            Self::Add(a, b) => pair(a, b, |a, b| (a.0.saturating_add(b.0), a.1.saturating_add(b.1))),
            Self::Subtract(a, b) => pair(a, b, |a, b| (a.0.saturating_sub(b.1), a.1.saturating_sub(b.0))),
            Self::Multiply(a, b) => pair(a, b, |a, b| (a.0.saturating_mul(b.0), a.1.saturating_mul(b.1))),
            Self::Divide(a, b) => pair(a, b, |a, b| {
                (a.0.checked_div(b.1).unwrap_or(Decimal::MIN), a.1.checked_div(b.0).unwrap_or(Decimal::MAX))
            }),
            Self::Min(a, b) => pair(a, b, |a, b| (a.0.min(b.0), a.1.min(b.1))),
            Self::Max(a, b) => pair(a, b, |a, b| (a.0.max(b.0), a.1.max(b.1))),
            Self::If(_, a, b) => pair(a, b, |a, b| (a.0.min(b.0), a.1.max(b.1))),
            Self::At { least, greatest, .. } => (*least, *greatest),
            Self::YearDays { .. } => (Decimal::from(365), Decimal::from(366)),
            Self::Count { max_rows, .. } => (Decimal::ZERO, Decimal::from(*max_rows)),
            Self::Sum { max_rows, term, .. } => {
                (Decimal::ZERO, term.bounds().1.saturating_mul(Decimal::from(*max_rows)))
            }
            Self::Capped { cap, weight, .. } => (Decimal::ZERO, cap.bounds().1.saturating_mul(weight.bounds().1)),
        }
    }
}

fn pair<T>(a: &Number, b: &Number, combine: impl Fn((Decimal, Decimal), (Decimal, Decimal)) -> T) -> T {
    combine(a.bounds(), b.bounds())
}
