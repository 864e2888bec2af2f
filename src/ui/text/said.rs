//! Answers and problems, said back to the visitor.

use super::{ask, day, yuan};
use huiqi_core::dataset::{Question, Shape};
use huiqi_core::decimal::{grouped, times};
use huiqi_core::profile::{Answer, Problem};
use rust_decimal::Decimal;

/// An answer in words.
pub fn answer(question: &Question, answer: &Answer) -> String {
    match (answer, &question.shape) {
        (Answer::Unknown, _) => ask::UNKNOWN.to_owned(),
        (Answer::YesNo(true), _) => ask::YES.to_owned(),
        (Answer::YesNo(false), _) => ask::NO.to_owned(),
        (Answer::Choice(value), Shape::Choice(values)) => {
            values.get(usize::from(*value)).map(|value| value.label.clone()).unwrap_or_default()
        }
        (Answer::Set { yes, no }, Shape::Set(members)) => {
            let labels: Vec<&str> = members
                .iter()
                .enumerate()
                .filter(|(bit, _)| yes & (1 << bit) != 0)
                .map(|(_, member)| member.label.as_str())
                .collect();
            match (labels.is_empty(), *no == 0) {
                (true, _) => ask::NONE.to_owned(),
                (false, true) => format!("{}（{}）", labels.join("、"), ask::REST_UNKNOWN),
                (false, false) => labels.join("、"),
            }
        }
        (Answer::Number(number), shape) => number_in(shape, *number),
        (Answer::Range(low, high), Shape::Number { min, max, .. }) => {
            range(&question.shape, (*low > *min).then_some(*low), (*high < *max).then_some(*high))
        }
        (Answer::Date(date), _) => day(*date),
        (Answer::Rows(rows), Shape::Group { row_label, .. }) if rows.is_empty() => ask::rows::none(row_label),
        (Answer::Rows(rows), Shape::Group { fields, row_label, .. }) => {
            let row = |number: usize, row: &Vec<Option<Answer>>| {
                let said = fields.iter().zip(row).filter_map(|(field, given)| {
                    Some(format!("{} {}", field.label, self::answer(field, given.as_ref()?)))
                });
                format!("{}：{}", ask::rows::nth(number, row_label), said.collect::<Vec<_>>().join("，"))
            };
            rows.iter().enumerate().map(|(at, of)| row(at + 1, of)).collect::<Vec<_>>().join("；")
        }
        (Answer::Choice(_) | Answer::Set { .. } | Answer::Range(..) | Answer::Rows(_), _) => String::new(),
    }
}

fn number_in(shape: &Shape, number: Decimal) -> String {
    match shape {
        Shape::Number { percent: true, .. } => format!("{}%", times(number, Decimal::ONE_HUNDRED).normalize()),
        Shape::Number { unit, .. } if unit == "yuan" => format!("{} 元", yuan(number)),
        Shape::Number { unit_label, .. } => format!("{} {unit_label}", grouped(number.normalize())),
        Shape::YesNo | Shape::Choice(_) | Shape::Set(_) | Shape::Date { .. } | Shape::Group { .. } => {
            number.to_string()
        }
    }
}

/// A rough range; `None` is a bound of the question itself, which says nothing. Edges such as 2,999,999.99 are told as
/// the round number that they leave out.
pub fn range(shape: &Shape, low: Option<Decimal>, high: Option<Decimal>) -> String {
    let percent = matches!(shape, Shape::Number { percent: true, .. });
    let told = |number: Decimal| match shape {
        Shape::Number { unit, .. } if unit == "yuan" => super::short(number),
        Shape::Number { percent: true, .. } => format!("{}%", times(number, Decimal::ONE_HUNDRED).normalize()),
        Shape::Number { unit_label, .. } => format!("{} {unit_label}", grouped(number.normalize())),
        Shape::YesNo | Shape::Choice(_) | Shape::Set(_) | Shape::Date { .. } | Shape::Group { .. } => {
            number.to_string()
        }
    };
    let floor = |number: Decimal| if percent { number.round_dp(4) } else { number.floor() };
    let ceiling = |number: Decimal| if percent { number.round_dp(4) } else { number.ceil() };
    match (low, high) {
        (Some(low), Some(high)) if low == high => told(low),
        (Some(low), Some(high)) => ask::between(&told(floor(low)), &told(ceiling(high))),
        (None, Some(high)) if ceiling(high) > high => ask::below(&told(ceiling(high))),
        (None, Some(high)) => ask::up_to(&told(high)),
        (Some(low), None) if floor(low) < low => ask::over(&told(floor(low))),
        (Some(low), None) => ask::from(&told(low)),
        (None, None) => ask::UNKNOWN.to_owned(),
    }
}

/// What is wrong, and what to do.
pub fn problem(problem: &Problem) -> String {
    let mut parts = problem.problem.splitn(3, '`');
    let mut next = || parts.next().unwrap_or_default();
    let before = next();
    match (next(), next()) {
        ("", "") => [before, &problem.advice].concat(),
        (wrong, after) => [before, "“", wrong, "”", after, &problem.advice].concat(),
    }
}
