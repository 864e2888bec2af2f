//! Numbers, ranges of numbers and days. Numbers as people write them belong to the reader of typed text.

use super::{is_again, short, shown, Answer, Input, Told};
use crate::dataset::Shape;
use crate::date::{Date, NotADate};
use crate::decimal::{self, grouped, times, NotKept};
use rust_decimal::Decimal;

/// A number, or `{"min", "max"}` where it is known roughly.
pub(super) fn number_or_range(shape: &Shape, value: &Input, told: &mut Told) -> Option<Answer> {
    match edges(value) {
        Some(edges) => range(shape, edges, told),
        None => number(shape, value, told).map(Answer::Number),
    }
}

fn edges(value: &Input) -> Option<&[(String, Input)]> {
    let Input::Map(edges) = value else { return None };
    edges.iter().any(|(key, _)| key == "min" || key == "max").then_some(edges)
}

fn range(shape: &Shape, edges: &[(String, Input)], told: &mut Told) -> Option<Answer> {
    let Shape::Number { min, max, .. } = shape else { return None };
    let before = told.problems.len();
    let mut given = [false, false];
    for (key, _) in edges {
        match ["min", "max"].iter().position(|name| name == key) {
            None => told.problem(format!("范围里没有 `{}`。", short(key)), "请只写 min 和 max。"),
            Some(index) if is_again(&mut given, index) => told.twice(key),
            Some(_) => {}
        }
    }
    let mut edge = |name, open| match edges.iter().find(|(key, _)| key == name) {
        None | Some((_, Input::Null)) => Some(open),
        Some((_, value)) => number(shape, value, told),
    };
    let (low, high) = (edge("min", *min), edge("max", *max));
    let (low, high) = low.zip(high).filter(|_| told.problems.len() == before)?;
    if low > high {
        told.problem("范围的下限大于上限。", "请把小的数写在前面。");
        return None;
    }
    Some(Answer::between(low, high))
}

fn number(shape: &Shape, value: &Input, told: &mut Told) -> Option<Decimal> {
    let Shape::Number { unit_label, percent, min, max, decimals, .. } = shape else { return None };
    let read = match value {
        Input::Number(number) => Ok(*number),
        Input::Text(text) => decimal::read(text),
        Input::Null | Input::Bool(_) | Input::List(_) | Input::Map(_) => Err(NotKept::NoNumber),
    };
    let show = |number: Decimal| {
        if *percent {
            format!("{}%", grouped(times(number, Decimal::ONE_HUNDRED).normalize()))
        } else {
            format!("{} {unit_label}", grouped(number))
        }
    };
    let between = || format!("请填 {} 到 {} 之间的数。", show(*min), show(*max));
    let too_fine = || {
        let places = u32::from(*decimals).saturating_sub(if *percent { 2 } else { 0 });
        if places == 0 {
            "请填整数。".to_owned()
        } else {
            format!("请最多保留 {places} 位小数。")
        }
    };
    match read {
        Ok(number) if number < *min || number > *max => {
            told.problem(format!("{} 超出了范围。", show(number)), between())
        }
        Ok(number) if number.normalize().scale() > u32::from(*decimals) => {
            told.problem(format!("{} 的小数位太多。", show(number)), too_fine());
        }
        Ok(number) => return Some(number),
        Err(NotKept::TooLarge) => told.problem(format!("{} 超出了范围。", shown(value)), between()),
        Err(NotKept::TooFine) => told.problem(format!("{} 的小数位太多。", shown(value)), too_fine()),
        Err(NotKept::NoNumber) => told.problem(format!("`{}` 不是数。", shown(value)), between()),
    }
    None
}

pub(super) fn date(min: Date, max: Date, value: &Input, told: &mut Told) -> Option<Answer> {
    let beyond = || format!("请填 {min} 到 {max} 之间的日期。");
    match value.text().map(str::parse::<Date>) {
        Some(Ok(day)) if (min..=max).contains(&day) => return Some(Answer::Date(day)),
        Some(Ok(_) | Err(NotADate::OutOfYears)) => told.problem(format!("{} 超出了范围。", shown(value)), beyond()),
        Some(Err(NotADate::NoDay)) | None => {
            told.problem(format!("`{}` 不是日期。", shown(value)), "请按 2020-06-01 的样子填写。");
        }
    }
    None
}
