//! What a field asks for: unit, bounds, and what is likely.

use huiqi_core::dataset::{Question, Shape};
use huiqi_core::date::Date;
use huiqi_core::decimal::{over, times};
use rust_decimal::Decimal;

/// A number that is asked for. Bounds are as the answer is kept: yuan, and fractions for rates.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The unit as shown: `元`, `人`; empty for a rate.
    pub unit: &'a str,
    /// Asked in per cent, kept as a fraction.
    pub percent: bool,
    /// What a digit counts that has no unit beside it: 1, or 10,000 where the field is set to 万元.
    pub scale: Decimal,
    /// Least answer.
    pub min: Decimal,
    /// Greatest answer.
    pub max: Decimal,
    /// Digits after the point, of the fraction where it is a rate.
    pub decimals: u8,
    /// What is likely, without its sign; another figure is asked about. 0 is always likely.
    pub plausible: Option<(Decimal, Decimal)>,
}

/// So many times a middling answer is no longer likely.
const FAR: i64 = 1_000;
/// A rate is not likely where it is this part of a middling one: what is meant may be a hundred times as much.
const FAR_RATE: i64 = 20;

impl<'a> Asked<'a> {
    /// What a question asks for; `None` where it asks for no number.
    pub fn of(question: &'a Question, scale: Decimal) -> Option<Self> {
        let Shape::Number { unit, unit_label, percent, min, max, decimals, typical, quick, .. } = &question.shape
        else {
            return None;
        };
        let plausible = typical.map(|typical| {
            let typical = typical.abs();
            if *percent {
                return (over(typical, FAR_RATE.into()), *max);
            }
            let least = if unit == "yuan" { over(typical, FAR.into()) } else { Decimal::ZERO };
            let offered = quick.iter().map(|(low, _)| times(low.abs(), Decimal::TEN)).max().unwrap_or_default();
            (least, times(typical, FAR.into()).max(offered))
        });
        Some(Self { unit: unit_label, percent: *percent, scale, min: *min, max: *max, decimals: *decimals, plausible })
    }

    /// Is this a sum of money.
    pub(crate) fn is_money(&self) -> bool {
        self.unit == "元"
    }

    /// Is this figure likely.
    pub(crate) fn is_plausible(&self, number: Decimal) -> bool {
        let size = number.abs();
        size.is_zero() || self.plausible.is_none_or(|(least, most)| least <= size && size <= most)
    }

    /// Smallest difference between two answers.
    pub(crate) fn grain(&self) -> Decimal {
        Decimal::new(1, u32::from(self.decimals))
    }
}

/// A day that is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Days {
    /// First day accepted.
    pub min: Date,
    /// Last day accepted.
    pub max: Date,
    /// The year that is meant where none is written.
    pub year: i32,
}
