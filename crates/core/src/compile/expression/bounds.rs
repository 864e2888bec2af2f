//! What an expression may come to over every profile, by interval arithmetic.

use super::{Number, Test, Typed};
use rust_decimal::Decimal;

impl Typed {
    /// Do all its numbers stay within ± `greatest`.
    pub fn is_within(&self, greatest: Decimal) -> bool {
        match self {
            Self::Test(test) => test_within(test, greatest),
            Self::Number(number, _) => number_within(number, greatest),
        }
    }
}

fn test_within(test: &Test, greatest: Decimal) -> bool {
    match test {
        Test::Truth(_) | Test::Among(..) | Test::ClassAmong(..) => true,
        Test::Not(inner) | Test::Any(_, inner) => test_within(inner, greatest),
        Test::And(a, b) | Test::Or(a, b) => test_within(a, greatest) && test_within(b, greatest),
        Test::Compare(_, a, b) => number_within(a, greatest) && number_within(b, greatest),
    }
}

fn number_within(number: &Number, greatest: Decimal) -> bool {
    let (least, most) = number.bounds();
    -greatest <= least
        && most <= greatest
        && match number {
            Number::Constant(_)
            | Number::Parameter { .. }
            | Number::Variable { .. }
            | Number::At { .. }
            | Number::YearDays { .. }
            | Number::Count { .. } => true,
            Number::Add(a, b)
            | Number::Subtract(a, b)
            | Number::Multiply(a, b)
            | Number::Divide(a, b)
            | Number::Min(a, b)
            | Number::Max(a, b) => number_within(a, greatest) && number_within(b, greatest),
            Number::If(test, a, b) => {
                test_within(test, greatest) && number_within(a, greatest) && number_within(b, greatest)
            }
            Number::Sum { term, .. } => number_within(term, greatest),
            Number::Capped { cap, principal, weight, .. } => {
                number_within(cap, greatest) && number_within(principal, greatest) && number_within(weight, greatest)
            }
        }
}
