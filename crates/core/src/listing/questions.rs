//! The questions, with what may answer each.

use crate::dataset::{Dataset, Member, Question, Shape};
use serde::Serialize;

/// A question or a field of a row.
#[derive(Debug, Serialize)]
pub struct QuestionRow<'a> {
    id: &'a str,
    section: &'a str,
    label: &'a str,
    text: &'a str,
    help: Option<&'a str>,
    why: Option<&'a str>,
    changeable: bool,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<Vec<MemberRow<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    members: Option<Vec<MemberRow<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimals: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_rows: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fields: Option<Vec<QuestionRow<'a>>>,
}

#[derive(Debug, Serialize)]
struct MemberRow<'a> {
    id: &'a str,
    label: &'a str,
}

/// Every question, in the order of asking.
pub fn questions(dataset: &Dataset) -> Vec<QuestionRow<'_>> {
    dataset.questions.iter().map(|question| row(dataset, question)).collect()
}

fn row<'a>(dataset: &'a Dataset, question: &'a Question) -> QuestionRow<'a> {
    let plain = |kind| QuestionRow {
        id: &question.id,
        section: dataset.sections.get(usize::from(question.section)).map_or("", |section| &section.id),
        label: &question.label,
        text: &question.text,
        help: question.help.as_deref(),
        why: question.why.as_deref(),
        changeable: question.changeable,
        kind,
        values: None,
        members: None,
        unit: None,
        percent: None,
        min: None,
        max: None,
        decimals: None,
        step: None,
        max_rows: None,
        fields: None,
    };
    match &question.shape {
        Shape::YesNo => plain("yes_no"),
        Shape::Choice(values) => QuestionRow { values: Some(members(values)), ..plain("choice") },
        Shape::Set(of) => QuestionRow { members: Some(members(of)), ..plain("set") },
        Shape::Number { unit, percent, min, max, decimals, step, .. } => QuestionRow {
            unit: Some(unit),
            percent: Some(*percent),
            min: Some(min.to_string()),
            max: Some(max.to_string()),
            decimals: Some(*decimals),
            step: Some(step.to_string()),
            ..plain("number")
        },
        Shape::Date { min, max } => {
            QuestionRow { min: Some(min.to_string()), max: Some(max.to_string()), ..plain("date") }
        }
        Shape::Group { max_rows, fields, .. } => QuestionRow {
            max_rows: Some(*max_rows),
            fields: Some(fields.iter().map(|field| row(dataset, field)).collect()),
            ..plain("group")
        },
    }
}

fn members(members: &[Member]) -> Vec<MemberRow<'_>> {
    members.iter().map(|member| MemberRow { id: &member.id, label: &member.label }).collect()
}
