//! Answers said back to the visitor, and what a tap says.

use super::amount::short;
use super::{ask, day, yuan};
use huiqi_core::dataset::{Member, Question, Shape};
use huiqi_core::date::Date;
use huiqi_core::decimal::{grouped, times};
use huiqi_core::profile::Answer;
use huiqi_visit::queries::Label;
use huiqi_visit::Part;
use rust_decimal::Decimal;

/// An answer in words, as far as it was asked for there.
pub fn answer_of(question: &Question, part: Part, given: &Answer) -> String {
    match (given, &question.shape) {
        (Answer::Set { yes, no }, Shape::Set(members)) if part.members != 0 => {
            let asked = |bits: u32| bits & part.members;
            let known = (asked(*yes) | asked(*no)) == part.members;
            // One alone is named: 都没有 says nothing of it.
            let one = members.get(part.members.trailing_zeros() as usize).filter(|_| part.members.count_ones() == 1);
            if let Some(member) = one.filter(|_| asked(*no) != 0) {
                return ask::not(&member.label);
            }
            // What is asked elsewhere is neither told nor called unknown here.
            let no = if known { !asked(*yes) } else { 0 };
            set(asked(*yes), no, members)
        }
        _ => answer(question, given),
    }
}

/// Members of a set in words.
fn set(yes: u32, no: u32, members: &[Member]) -> String {
    let named = members.iter().enumerate().filter(|(bit, _)| yes & (1 << bit) != 0);
    let labels: Vec<&str> = named.map(|(_, member)| member.label.as_str()).collect();
    match (labels.is_empty(), no == 0) {
        (true, _) => ask::NONE.to_owned(),
        (false, true) => format!("{}（{}）", labels.join("、"), ask::REST_UNKNOWN),
        (false, false) => labels.join("、"),
    }
}

/// An answer in words.
pub fn answer(question: &Question, answer: &Answer) -> String {
    match (answer, &question.shape) {
        (Answer::Unknown, _) => ask::UNKNOWN.to_owned(),
        (Answer::YesNo(true), _) => ask::YES.to_owned(),
        (Answer::YesNo(false), _) => ask::NO.to_owned(),
        (Answer::Choice(value), Shape::Choice(values)) => {
            values.get(usize::from(*value)).map(|value| value.label.clone()).unwrap_or_default()
        }
        (Answer::Set { yes, no }, Shape::Set(members)) => set(*yes, *no, members),
        (Answer::Number(number), shape) => number_in(shape, *number),
        (Answer::Range(low, high), Shape::Number { min, max, .. }) => {
            range(&question.shape, (*low > *min).then_some(*low), (*high < *max).then_some(*high))
        }
        (Answer::Range(low, high), Shape::Date { min, max }) => {
            let day = |number: &Decimal| i32::try_from(*number).ok().map(Date);
            days(day(low).filter(|from| from > min), day(high).filter(|until| until < max))
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
        Shape::Number { unit, .. } if unit == "yuan" => short(number),
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

/// What a tap says.
pub fn choice(question: &Question, part: Part, of: &Label) -> String {
    let members: &[Member] = match &question.shape {
        Shape::Choice(members) | Shape::Set(members) => members,
        Shape::YesNo | Shape::Number { .. } | Shape::Date { .. } | Shape::Group { .. } => &[],
    };
    let named = |at: u8| members.get(usize::from(at)).map(|member| member.label.clone()).unwrap_or_default();
    match of {
        Label::Yes => ask::YES.to_owned(),
        Label::No => ask::NO.to_owned(),
        Label::Value(at) | Label::Member(at) => named(*at),
        Label::Only(bits) if *bits == part.members => ask::BOTH.to_owned(),
        Label::Only(bits) => {
            [ask::ONLY, &(0_u8..32).filter(|at| bits & (1 << at) != 0).map(named).collect::<Vec<_>>().join("、")]
                .concat()
        }
        Label::All => ask::ALL.to_owned(),
        Label::None => ask::NONE.to_owned(),
        Label::Band(low, high) => range(&question.shape, *low, *high),
        Label::Estimate(low, high) => [ask::ESTIMATE, &range(&question.shape, Some(*low), Some(*high))].concat(),
        Label::Days(from, until) => days(*from, *until),
        // Those have words of their own, and buttons.
        Label::Reading(_) => String::new(),
        Label::Unclear => ask::UNKNOWN.to_owned(),
    }
}

/// A span of days; a whole month by its name.
fn days(from: Option<Date>, until: Option<Date>) -> String {
    let month = |date: Date| {
        let (year, month, _) = date.civil();
        format!("{year}年{month}月")
    };
    match (from, until) {
        (Some(from), Some(until)) if month(from) == month(until) => month(from),
        (Some(from), Some(until)) => [&month(from), "～", &month(until)].concat(),
        (Some(from), None) => [&month(from), "以后"].concat(),
        (None, Some(until)) => [&month(Date(until.0 + 1)), "以前"].concat(),
        (None, None) => ask::UNKNOWN.to_owned(),
    }
}
