//! Answers that others make certain, as the report tells them. How they are found belongs to `profile`.

use super::Screener;
use crate::dataset::Shape;
use crate::profile::{write, Answer, Implied, Input, Profile};
use crate::rules::Domain;
use serde::Serialize;

/// What is certain of a question that was not answered, or not so closely.
#[derive(Debug, Serialize)]
pub struct ImpliedRow {
    question: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<String>,
    /// As an answer is given; a list of what is left of a choice.
    value: Input,
    /// Questions whose answers say so.
    because: Vec<String>,
    /// The implication.
    implication: String,
    /// Its reason in words.
    text: String,
}

/// Every one of a profile.
pub fn rows(screener: &Screener, profile: &Profile) -> Vec<ImpliedRow> {
    profile.implied(screener.dataset()).iter().filter_map(|implied| row(screener, implied)).collect()
}

fn row(screener: &Screener, implied: &Implied) -> Option<ImpliedRow> {
    let dataset = screener.dataset();
    let spot = screener.spot(implied.variable)?;
    let implication = dataset.implications.get(usize::from(implied.implication))?;
    let value = match (implied.domain, &spot.asked().shape) {
        (Domain::Choices(mask), Shape::Choice(values)) if mask.count_ones() > 1 => {
            let left = values.iter().enumerate().filter(|(value, _)| mask & (1 << value) != 0);
            Input::List(left.map(|(_, value)| Input::Text(value.id.clone())).collect())
        }
        (Domain::Range(low, high), Shape::Number { .. }) => {
            write(spot.asked(), &Answer::between(low.normalize(), high.normalize()))
        }
        (Domain::Range(low, high), Shape::Date { .. }) if low < high => Input::Map(
            [("min", low), ("max", high)]
                .into_iter()
                .filter_map(|(key, day)| {
                    let day = spot.answer(Domain::Range(day, day))?;
                    Some((key.to_owned(), write(spot.asked(), &day)))
                })
                .collect(),
        ),
        (domain, _) if spot.member.is_some() => write_truth(domain),
        (domain, _) => write(spot.asked(), &spot.answer(domain)?),
    };
    let name = |question: &u16| dataset.questions.get(usize::from(*question)).map(|question| question.id.clone());
    Some(ImpliedRow {
        question: spot.question.id.clone(),
        member: spot.member.map(|member| member.id.clone()),
        value,
        because: implied.because.iter().filter_map(name).collect(),
        implication: implication.id.clone(),
        text: implication.text.clone(),
    })
}

fn write_truth(domain: Domain) -> Input {
    Input::Bool(domain == Domain::Choices(2))
}
