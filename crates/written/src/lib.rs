//! The one reader of numbers, rates and days as people write, speak and paste them. What it reads is told back in words; what
//! may mean two things, or is not likely for its question, is asked; the rest is refused in plain words. The table of what
//! is understood is `words`. What an answer decides does not belong here, nor how a field looks.

mod asked;
mod date;
mod figure;
mod magnitude;
mod number;
mod plain;
mod said;
mod words;

pub use asked::{Asked, Days};
pub use date::date;
pub use number::number;
pub use said::{spelled, Said, Value, Written};

use huiqi_core::dataset::{Question, Shape};
use rust_decimal::Decimal;

/// Reads what was typed for a question; `None` where nothing is typed into it. `scale` is what a digit counts that has no
/// unit beside it: 1, or 10,000 where the field is set to 万元. `year` is meant by a day without one.
pub fn read(question: &Question, text: &str, scale: Decimal, year: i32) -> Option<Written> {
    match &question.shape {
        Shape::Number { .. } => Some(number(text, &Asked::of(question, scale)?)),
        Shape::Date { min, max } => Some(date(text, &Days { min: *min, max: *max, year })),
        Shape::YesNo | Shape::Choice(_) | Shape::Set(_) | Shape::Group { .. } => None,
    }
}
