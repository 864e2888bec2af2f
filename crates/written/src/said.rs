//! What was understood, and how it is told back.

use crate::asked::Asked;
use crate::words::Limit;
use huiqi_core::date::Date;
use huiqi_core::decimal::{grouped, minus, over, plus, times};
use rust_decimal::Decimal;

/// What a typed text comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// No text.
    Nothing,
    /// This.
    Understood(Said),
    /// One of these, to be chosen: nothing is answered before.
    Ask {
        /// What is asked, in plain words.
        question: String,
        /// One or more.
        choices: Vec<Said>,
    },
    /// Why it cannot be used and what to write, in plain words.
    Refused(String),
}

/// A value with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Within the question's bounds and digits.
    pub value: Value,
    /// `350 万元`, `0.08%`, `2020年6月1日`, `3 万元 到 5 万元`.
    pub words: String,
}

/// What was understood, as answers are kept: yuan, and fractions for rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(Decimal),
    /// No less and no more.
    Range(Decimal, Decimal),
    /// A day.
    Date(Date),
}

/// A number of that question in words: yuan in 万 and 亿 where two digits after the point tell it exactly.
pub fn spelled(number: Decimal, asked: &Asked) -> String {
    if asked.percent {
        return format!("{}%", grouped(times(number, Decimal::ONE_HUNDRED).normalize()));
    }
    let (sign, size) = if number.is_sign_negative() && !number.is_zero() { ("负 ", -number) } else { ("", number) };
    let large = [(100_000_000, "亿"), (10_000, "万")].into_iter().find_map(|(factor, name)| {
        let factor = Decimal::from(factor);
        let part = over(size, factor).normalize();
        (asked.is_money() && size >= factor && part.scale() <= 2).then(|| format!("{} {name}", grouped(part)))
    });
    let gap = if large.is_some() || asked.unit.is_empty() { "" } else { " " };
    format!("{sign}{}{gap}{}", large.unwrap_or_else(|| grouped(size.normalize())), asked.unit)
}

impl Said {
    pub(crate) fn number(number: Decimal, asked: &Asked) -> Self {
        Self { value: Value::Number(number), words: spelled(number, asked) }
    }

    pub(crate) fn between(low: Decimal, high: Decimal, asked: &Asked) -> Self {
        if low == high {
            return Self::number(low, asked);
        }
        Self { value: Value::Range(low, high), words: format!("{} 到 {}", spelled(low, asked), spelled(high, asked)) }
    }

    /// All that a limit leaves of the question's bounds.
    pub(crate) fn limited(number: Decimal, limit: Limit, asked: &Asked) -> Self {
        let grain = if limit.is_strict() { asked.grain() } else { Decimal::ZERO };
        let words = spelled(number, asked);
        let (low, high, words) = match limit {
            Limit::AtLeast => (number, asked.max, format!("{words}以上")),
            Limit::Above => (plus(number, grain), asked.max, format!("超过 {words}")),
            Limit::AtMost => (asked.min, number, format!("{words}以下")),
            Limit::Below => (asked.min, minus(number, grain), format!("不到 {words}")),
        };
        Self { value: Value::Range(low, high), words }
    }

    pub(crate) fn date(day: Date) -> Self {
        let (year, month, date) = day.civil();
        Self { value: Value::Date(day), words: format!("{year}年{month}月{date}日") }
    }
}

/// “0.08% 还是 8%？”
pub(crate) fn asking(before: &str, choices: &[Said]) -> String {
    let words: Vec<&str> = choices.iter().map(|choice| choice.words.as_str()).collect();
    let is_one = words.len() == 1;
    format!("{before}是 {}{}", words.join(" 还是 "), if is_one { " 吗？" } else { "？" })
}
