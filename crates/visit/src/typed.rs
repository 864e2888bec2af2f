//! Typed text: what it means, and what a field shows for an answer that was not typed into it.

use crate::action::Action;
use crate::draft::Scale;
use crate::part::Field;
use huiqi_core::dataset::{Question, Shape};
use huiqi_core::decimal::{over, times};
use huiqi_core::profile::Answer;
use huiqi_written::{Said, Value};
use rust_decimal::Decimal;

/// What was understood of a typed text.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// Nothing is typed.
    Nothing,
    /// Understood, read back in words: 350 万元.
    Understood(String),
    /// It may mean one of these, each in words, with what the tap does; the question stands first.
    Ask(String, Vec<(String, Action)>),
    /// It cannot be used, and what to write.
    Refused(String),
}

/// What a text means; one of several meanings is chosen by writing it out.
pub fn read(question: &Question, field: Field, text: &str, scale: Scale, year: i32) -> Written {
    match huiqi_written::read(question, text, scale.factor(), year) {
        None | Some(huiqi_written::Written::Nothing) => Written::Nothing,
        Some(huiqi_written::Written::Understood(said)) => Written::Understood(said.words),
        Some(huiqi_written::Written::Refused(why)) => Written::Refused(why),
        Some(huiqi_written::Written::Ask { question, choices }) => {
            let choice = |said: Said| (said.words.clone(), Action::Type(field, said.words));
            Written::Ask(question, choices.into_iter().map(choice).collect())
        }
    }
}

/// The answer that a text means; `None` where it is empty, cannot be used or may mean several things.
pub fn answer(question: &Question, text: &str, scale: Scale, year: i32) -> Option<Answer> {
    match huiqi_written::read(question, text, scale.factor(), year)? {
        huiqi_written::Written::Understood(said) => Some(match said.value {
            Value::Number(number) => Answer::Number(number),
            Value::Range(low, high) => Answer::between(low, high),
            Value::Date(date) => Answer::Date(date),
        }),
        huiqi_written::Written::Nothing | huiqi_written::Written::Ask { .. } | huiqi_written::Written::Refused(_) => {
            None
        }
    }
}

/// Is a text neither empty nor understood: it has to be mended, or one of its meanings chosen.
pub fn is_open(question: &Question, text: &str, scale: Scale, year: i32) -> bool {
    match huiqi_written::read(question, text, scale.factor(), year) {
        Some(huiqi_written::Written::Ask { .. } | huiqi_written::Written::Refused(_)) => true,
        Some(huiqi_written::Written::Nothing | huiqi_written::Written::Understood(_)) | None => false,
    }
}

/// What a field shows for an answer that was not typed into it.
pub fn shown(question: &Question, answer: Option<&Answer>, scale: Scale) -> String {
    match (answer, &question.shape) {
        (Some(Answer::Number(number)), Shape::Number { percent: true, .. }) => {
            times(*number, Decimal::ONE_HUNDRED).normalize().to_string()
        }
        (Some(Answer::Number(number)), _) => over(*number, scale.factor()).normalize().to_string(),
        (Some(Answer::Date(date)), _) => date.to_string(),
        (Some(Answer::Unknown | Answer::YesNo(_) | Answer::Choice(_) | Answer::Set { .. }), _)
        | (Some(Answer::Range(..) | Answer::Rows(_)) | None, _) => String::new(),
    }
}
