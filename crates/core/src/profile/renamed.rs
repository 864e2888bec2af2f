//! Answers under former ids become answers under those of today, before anything is read. What is answered under today's
//! id as well keeps that answer.

use super::Input;
use crate::dataset::{Dataset, Renamed, Shape};

type Entries = Vec<(String, Input)>;

/// The answers under the ids of today, in their order; what was moved comes last.
pub(super) fn moved(dataset: &Dataset, entries: &[(String, Input)]) -> Entries {
    let (mut kept, mut moved) = (Vec::new(), Vec::new());
    for (id, value) in entries {
        match dataset.renamed(id) {
            Some(renamed) => moved.push((renamed, value.clone())),
            None => kept.extend(parts(dataset, id, value, &mut moved).map(|value| (id.clone(), value))),
        }
    }
    for (renamed, value) in moved {
        put(dataset, renamed, value, &mut kept);
    }
    kept
}

/// The answer without the parts that have another id now; `None` where nothing is left of a question that is gone.
fn parts<'a>(dataset: &'a Dataset, id: &str, value: &Input, moved: &mut Vec<(&'a Renamed, Input)>) -> Option<Input> {
    let of = |part: &str| dataset.renamed(&format!("{id}.{part}"));
    let left = match value {
        Input::Text(part) => {
            let Some(renamed) = of(part) else { return Some(value.clone()) };
            moved.push((renamed, Input::Bool(true)));
            return None;
        }
        Input::List(items) => {
            let mut left = Vec::new();
            for item in items {
                match (item, item.text().and_then(of)) {
                    (_, Some(renamed)) => moved.push((renamed, Input::Bool(true))),
                    (Input::Map(row), None) => left.push(Input::Map(fields(dataset, row, &of))),
                    (_, None) => left.push(item.clone()),
                }
            }
            Input::List(left)
        }
        Input::Map(members) => {
            let mut left = Vec::new();
            for (part, holds) in members {
                match of(part) {
                    Some(renamed) => moved.push((renamed, holds.clone())),
                    None => left.push((part.clone(), holds.clone())),
                }
            }
            Input::Map(left)
        }
        Input::Null | Input::Bool(_) | Input::Number(_) => value.clone(),
    };
    let is_empty =
        matches!(&left, Input::List(rest) if rest.is_empty()) || matches!(&left, Input::Map(rest) if rest.is_empty());
    let gone = is_empty && left != *value && dataset.question(id).is_none();
    (!gone).then_some(left)
}

/// A row whose fields are called as they are today.
fn fields<'a>(dataset: &Dataset, row: &Entries, of: &dyn Fn(&str) -> Option<&'a Renamed>) -> Entries {
    let name = |renamed: &Renamed| part_of(dataset, renamed).map(|(_, part)| part.to_owned());
    row.iter()
        .map(|(field, value)| (of(field).and_then(name).unwrap_or_else(|| field.clone()), value.clone()))
        .collect()
}

/// The ids of today: of the question, and of its part.
fn part_of<'a>(dataset: &'a Dataset, renamed: &Renamed) -> Option<(&'a str, &'a str)> {
    let question = dataset.questions.get(usize::from(renamed.question))?;
    let at = usize::from(renamed.part?);
    let part = match &question.shape {
        Shape::Set(members) | Shape::Choice(members) => &members.get(at)?.id,
        Shape::Group { fields, .. } => &fields.get(at)?.id,
        Shape::YesNo | Shape::Number { .. } | Shape::Date { .. } => return None,
    };
    Some((&question.id, part))
}

/// Adds a moved answer.
fn put(dataset: &Dataset, renamed: &Renamed, value: Input, kept: &mut Entries) {
    let Some(question) = dataset.questions.get(usize::from(renamed.question)) else { return };
    let there = kept.iter_mut().find(|(id, _)| *id == question.id).map(|(_, there)| there);
    let Some((_, part)) = part_of(dataset, renamed) else {
        if there.is_none() {
            kept.push((question.id.clone(), value));
        }
        return;
    };
    let is_choice = matches!(question.shape, Shape::Choice(_));
    match there {
        Some(Input::List(members)) if value == Input::Bool(true) && !is_choice => {
            if !members.iter().any(|member| member.text() == Some(part)) {
                members.push(Input::Text(part.to_owned()));
            }
        }
        Some(Input::Map(members)) if !members.iter().any(|(id, _)| id == part) => {
            members.push((part.to_owned(), value))
        }
        Some(_) => {}
        None if is_choice && value == Input::Bool(true) => {
            kept.push((question.id.clone(), Input::Text(part.to_owned())))
        }
        None if is_choice => {}
        None => kept.push((question.id.clone(), Input::Map(vec![(part.to_owned(), value)]))),
    }
}
