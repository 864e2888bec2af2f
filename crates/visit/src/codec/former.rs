//! The answers of a former link (`s=1`): ids in full, `ID-VALUE` joined by `~`; yes `1`, no `0`, 不清楚 empty, a value by its
//! id, members `a.b` (`a.b-c`: only `c` is known not to hold), `35_5` for 35.5, `20.299` for a range, `20200601` for a day, a row
//! `!ID-VALUE*ID-VALUE`. Such links were sent out and stay readable; none is written any more.

use super::Dropped;
use crate::state::State;
use huiqi_core::dataset::{Dataset, Question, Shape};
use huiqi_core::decimal;
use huiqi_core::profile::{Input, Profile};

/// Reads what was answered.
pub fn read(dataset: &Dataset, state: &mut State, text: &str) -> Dropped {
    let mut dropped = Dropped::default();
    let entries = read_pairs(&dataset.questions, text, '~', &mut dropped.unknown);
    let (profile, problems) = Profile::read(dataset, &Input::Map(entries));
    state.profile = profile;
    for problem in problems {
        let id = problem.question.split('[').next().unwrap_or_default();
        match dataset.question(id).and_then(|at| u16::try_from(at).ok()) {
            Some(question) => dropped.questions.push(question),
            None => dropped.unknown += 1,
        }
    }
    dropped
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
