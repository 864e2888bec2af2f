//! Answers as the text of a link. Whether they make sense belongs to `profile`.

use crate::dataset::{Dataset, Question, Shape};
use crate::decimal;
use crate::profile::{Input, Profile};

/// Writes the answers of a profile.
pub fn write(dataset: &Dataset, profile: &Profile) -> String {
    pairs(&dataset.questions, &profile.write(dataset), "~")
}

fn pairs(questions: &[Question], answers: &Input, between: &str) -> String {
    let Input::Map(entries) = answers else { return String::new() };
    let written = entries.iter().filter_map(|(id, value)| {
        let question = questions.iter().find(|question| question.id == *id)?;
        Some(format!("{id}-{}", answer(question, value)))
    });
    written.collect::<Vec<_>>().join(between)
}

fn answer(question: &Question, value: &Input) -> String {
    match (value, &question.shape) {
        (Input::Null, _) => String::new(),
        (Input::Bool(holds), _) => if *holds { "1" } else { "0" }.to_owned(),
        (Input::Number(number), _) => number.to_string().replace('.', "_"),
        (Input::Text(day), Shape::Date { .. }) => day.replace('-', ""),
        (Input::Text(id), _) => id.clone(),
        (Input::Map(entries), Shape::Set(members)) => set(entries, members.len()),
        (Input::Map(_), _) => {
            let edge = |key| value.get(key).map_or(String::new(), |edge| answer(question, edge));
            format!("{}.{}", edge("min"), edge("max"))
        }
        (Input::List(rows), Shape::Group { fields, .. }) if !rows.is_empty() => {
            rows.iter().map(|row| format!("!{}", pairs(fields, row, "*"))).collect()
        }
        (Input::List(_), _) => "0".to_owned(),
    }
}

fn set(entries: &[(String, Input)], members: usize) -> String {
    let ids = |holds: bool| {
        let ids = entries.iter().filter(|(_, value)| *value == Input::Bool(holds)).map(|(id, _)| id.as_str());
        ids.collect::<Vec<_>>().join(".")
    };
    let (yes, no) = (ids(true), ids(false));
    // Nothing at all would read as 不清楚.
    if entries.len() == members && !yes.is_empty() {
        yes
    } else {
        format!("{yes}-{no}")
    }
}

/// Reads answers, with how many pieces of the text are none.
pub fn read(dataset: &Dataset, text: &str) -> (Input, usize) {
    let mut malformed = 0;
    let entries = read_pairs(&dataset.questions, text, '~', &mut malformed);
    (Input::Map(entries), malformed)
}

fn read_pairs(questions: &[Question], text: &str, between: char, malformed: &mut usize) -> Vec<(String, Input)> {
    let mut entries = Vec::new();
    for piece in text.split(between).filter(|piece| !piece.is_empty()) {
        let known = piece.split_once('-').and_then(|(id, value)| Some((questions.iter().find(|q| q.id == id)?, value)));
        match known {
            Some((question, value)) => entries.push((question.id.clone(), read_answer(question, value, malformed))),
            None => *malformed += 1,
        }
    }
    entries
}

fn read_answer(question: &Question, text: &str, malformed: &mut usize) -> Input {
    match &question.shape {
        _ if text.is_empty() => Input::Null,
        Shape::YesNo => match text {
            "1" => Input::Bool(true),
            "0" => Input::Bool(false),
            other => Input::Text(other.to_owned()),
        },
        Shape::Choice(_) => Input::Text(text.to_owned()),
        Shape::Set(_) => read_set(text),
        Shape::Number { .. } => match text.split_once('.') {
            Some((min, max)) => Input::Map(vec![("min".into(), number(min)), ("max".into(), number(max))]),
            None => number(text),
        },
        Shape::Date { .. } => match (text.get(..4), text.get(4..6), text.get(6..)) {
            (Some(year), Some(month), Some(day)) => Input::Text(format!("{year}-{month}-{day}")),
            _ => Input::Text(text.to_owned()),
        },
        Shape::Group { .. } if text == "0" => Input::List(Vec::new()),
        Shape::Group { fields, .. } => {
            let rows = text.split('!').skip(1).map(|row| Input::Map(read_pairs(fields, row, '*', malformed)));
            Input::List(rows.collect())
        }
    }
}

fn read_set(text: &str) -> Input {
    let ids = |text: &str| text.split('.').filter(|id| !id.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    match text.split_once('-') {
        None => Input::List(ids(text).into_iter().map(Input::Text).collect()),
        Some((yes, no)) => {
            let holding = ids(yes).into_iter().map(|id| (id, Input::Bool(true)));
            Input::Map(holding.chain(ids(no).into_iter().map(|id| (id, Input::Bool(false)))).collect())
        }
    }
}

fn number(text: &str) -> Input {
    let text = text.replace('_', ".");
    decimal::parse(&text).map_or(Input::Text(text), Input::Number)
}
