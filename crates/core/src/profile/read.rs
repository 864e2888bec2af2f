//! From untyped input to answers: types, bounds and names. What an answer means belongs to `super`.

use super::{Answer, Input, Problem, Profile};
use crate::dataset::{Dataset, Member, Question, Shape};
use crate::date::Date;
use crate::decimal::times;
use crate::decimal::{self, grouped};
use rust_decimal::Decimal;

pub(super) fn profile(dataset: &Dataset, input: &Input) -> (Profile, Vec<Problem>) {
    let mut profile = Profile::default();
    let mut problems = Vec::new();
    let Input::Map(entries) = input else {
        let problem = Problem::new("", "这不是一组回答。", "请给出以问题编号为名的一组回答。");
        return (profile, vec![problem]);
    };
    for (id, value) in entries {
        match dataset.question(id).and_then(|index| Some((index, dataset.questions.get(index)?))) {
            Some((index, question)) => {
                if let Some(answer) = answer(question, id, value, &mut problems) {
                    profile.set(index, Some(answer));
                }
            }
            None => problems.push(Problem::new(
                id,
                format!("没有编号为 `{id}` 的问题。"),
                "用 huiqi questions 查看全部编号。",
            )),
        }
    }
    (profile, problems)
}

pub(super) fn one(question: &Question, input: &Input) -> Result<Answer, Problem> {
    let mut problems = Vec::new();
    let read = answer(question, &question.id, input, &mut problems);
    match (problems.into_iter().next(), read) {
        (None, Some(answer)) => Ok(answer),
        (problem, _) => Err(problem.unwrap_or_else(|| Problem::new(&question.id, "这个回答不能用。", "请重新填写。"))),
    }
}

/// Reads one answer; `path` names it in problems.
fn answer(question: &Question, path: &str, value: &Input, problems: &mut Vec<Problem>) -> Option<Answer> {
    if *value == Input::Null {
        return Some(Answer::Unknown);
    }
    let result = match &question.shape {
        Shape::YesNo => yes_no(value),
        Shape::Choice(values) => choice(values, value),
        Shape::Set(members) => set(members, value),
        Shape::Number { .. } => number_or_range(&question.shape, value),
        Shape::Date { min, max } => date(*min, *max, value),
        Shape::Group { max_rows, fields, row_label, .. } => {
            return rows(fields, *max_rows, row_label, path, value, problems);
        }
    };
    match result {
        Ok(answer) => Some(answer),
        Err((problem, advice)) => {
            problems.push(Problem::new(path, problem, advice));
            None
        }
    }
}

/// What is wrong, and what to do.
type Refused = (String, String);

fn refused<T>(problem: impl Into<String>, advice: impl Into<String>) -> Result<T, Refused> {
    Err((problem.into(), advice.into()))
}

fn yes_no(value: &Input) -> Result<Answer, Refused> {
    let Input::Bool(holds) = value else {
        return refused(format!("`{}` 不是“是”或“否”。", shown(value)), "请填 true、false 或 null（不清楚）。");
    };
    Ok(Answer::YesNo(*holds))
}

fn choice(values: &[Member], value: &Input) -> Result<Answer, Refused> {
    let found = value.text().and_then(|id| values.iter().position(|value| value.id == id));
    match found.and_then(|index| u8::try_from(index).ok()) {
        Some(index) => Ok(Answer::Choice(index)),
        None => refused(format!("没有 `{}` 这个选项。", shown(value)), format!("可选：{}。", ids(values))),
    }
}

fn set(members: &[Member], value: &Input) -> Result<Answer, Refused> {
    let bit_of = |id: &str| match members.iter().position(|member| member.id == id) {
        Some(bit) => Ok(1_u32 << bit),
        None => refused(format!("没有 `{id}` 这个选项。"), format!("可选：{}。", ids(members))),
    };
    match value {
        Input::List(items) => {
            let mut yes = 0;
            for item in items {
                let Some(id) = item.text() else {
                    return refused(format!("`{}` 不是选项的编号。", shown(item)), format!("可选：{}。", ids(members)));
                };
                yes |= bit_of(id)?;
            }
            Ok(Answer::members(yes, members.len()))
        }
        Input::Map(entries) => {
            let (mut yes, mut no) = (0, 0);
            for (id, holds) in entries {
                match holds {
                    Input::Bool(true) => yes |= bit_of(id)?,
                    Input::Bool(false) => no |= bit_of(id)?,
                    Input::Null => {
                        bit_of(id)?;
                    }
                    Input::Number(_) | Input::Text(_) | Input::List(_) | Input::Map(_) => {
                        return refused(
                            format!("`{}` 不是“是”或“否”。", shown(holds)),
                            "每个选项填 true、false 或 null。",
                        )
                    }
                }
            }
            // A member of which both is said is as good as not answered.
            Ok(Answer::Set { yes: yes & !no, no: no & !yes })
        }
        Input::Null | Input::Bool(_) | Input::Number(_) | Input::Text(_) => {
            refused(format!("`{}` 不是一组选项。", shown(value)), "请用列表写出符合的选项。")
        }
    }
}

fn number_or_range(shape: &Shape, value: &Input) -> Result<Answer, Refused> {
    let is_range = matches!(value, Input::Map(edges)
        if !edges.is_empty() && edges.iter().all(|(key, _)| key == "min" || key == "max"));
    if !is_range {
        return number(shape, value).map(Answer::Number);
    }
    let Shape::Number { min, max, .. } = shape else { return refused("不是数。", "请填数。") };
    let edge = |key, open| match value.get(key) {
        None | Some(Input::Null) => Ok(open),
        Some(value) => number(shape, value),
    };
    let (low, high) = (edge("min", *min)?, edge("max", *max)?);
    if low > high {
        return refused("范围的下限大于上限。", "请把小的数写在前面。");
    }
    Ok(Answer::between(low, high))
}

fn number(shape: &Shape, value: &Input) -> Result<Decimal, Refused> {
    let Shape::Number { unit_label, percent, min, max, decimals, .. } = shape else {
        return refused("不是数。", "请填数。");
    };
    let number = match value {
        Input::Number(number) => Some(*number),
        Input::Text(text) => decimal::parse(text),
        Input::Null | Input::Bool(_) | Input::List(_) | Input::Map(_) => None,
    };
    let show = |number: Decimal| {
        if *percent {
            format!("{}%", grouped(times(number, Decimal::ONE_HUNDRED).normalize()))
        } else {
            format!("{} {unit_label}", grouped(number))
        }
    };
    let between = || format!("请填 {} 到 {} 之间的数。", show(*min), show(*max));
    let Some(number) = number else {
        return refused(format!("`{}` 不是数。", shown(value)), between());
    };
    if number < *min || number > *max {
        return refused(format!("{} 超出了范围。", show(number)), between());
    }
    if number.normalize().scale() > u32::from(*decimals) {
        let places = u32::from(*decimals).saturating_sub(if *percent { 2 } else { 0 });
        let advice =
            if places == 0 { "请填整数。".to_owned() } else { format!("请最多保留 {places} 位小数。") };
        return refused(format!("{} 的小数位太多。", show(number)), advice);
    }
    Ok(number)
}

fn date(min: Date, max: Date, value: &Input) -> Result<Answer, Refused> {
    match value.text().and_then(|text| text.parse::<Date>().ok()) {
        Some(day) if (min..=max).contains(&day) => Ok(Answer::Date(day)),
        Some(day) => refused(format!("{day} 超出了范围。"), format!("请填 {min} 到 {max} 之间的日期。")),
        None => refused(format!("`{}` 不是日期。", shown(value)), "请按 2020-06-01 的样子填写。"),
    }
}

fn rows(
    fields: &[Question],
    max_rows: u8,
    row_label: &str,
    path: &str,
    value: &Input,
    problems: &mut Vec<Problem>,
) -> Option<Answer> {
    let Input::List(items) = value else {
        problems.push(Problem::new(
            path,
            format!("`{}` 不是一组{row_label}。", shown(value)),
            "请用列表逐笔填写，没有就填空列表。",
        ));
        return None;
    };
    if items.len() > usize::from(max_rows) {
        problems.push(Problem::new(
            path,
            format!("共有 {} 笔。", items.len()),
            format!("最多填 {max_rows} 笔，请合并或略去最小的。"),
        ));
        return None;
    }
    let mut rows = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let Input::Map(entries) = item else {
            problems.push(Problem::new(
                &format!("{path}[{index}]"),
                format!("`{}` 不是一笔{row_label}。", shown(item)),
                "请写明各栏。",
            ));
            return None;
        };
        let mut row = vec![None; fields.len()];
        for (id, value) in entries {
            let path = format!("{path}[{index}].{id}");
            match fields
                .iter()
                .position(|field| field.id == *id)
                .and_then(|at| Some((fields.get(at)?, row.get_mut(at)?)))
            {
                Some((field, place)) => *place = answer(field, &path, value, problems),
                None => problems.push(Problem::new(
                    &path,
                    format!("没有 `{id}` 这一栏。"),
                    "用 huiqi questions 查看各栏的编号。",
                )),
            }
        }
        rows.push(row);
    }
    Some(Answer::Rows(rows))
}

fn ids(members: &[Member]) -> String {
    members.iter().map(|member| member.id.as_str()).collect::<Vec<_>>().join("、")
}

/// The offending input, short enough for a message.
fn shown(value: &Input) -> String {
    match value {
        Input::Null => "空".to_owned(),
        Input::Bool(value) => value.to_string(),
        Input::Number(value) => value.to_string(),
        Input::Text(text) => text.chars().take(40).collect(),
        Input::List(_) => "列表".to_owned(),
        Input::Map(_) => "对象".to_owned(),
    }
}
