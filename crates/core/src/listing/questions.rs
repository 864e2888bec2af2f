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
    feasible: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    gate: Option<&'a str>,
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
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    feasible: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    gate: Option<&'a str>,
}

/// Every question, in the order of asking.
pub fn questions(dataset: &Dataset) -> Vec<QuestionRow<'_>> {
    (0..).zip(&dataset.questions).map(|(at, question)| row(dataset, at, None, question)).collect()
}

/// `at` and `part` are its place: its index, and in a row that of the field.
fn row<'a>(dataset: &'a Dataset, at: u16, part: Option<u8>, question: &'a Question) -> QuestionRow<'a> {
    let plain = |kind| QuestionRow {
        id: &question.id,
        section: dataset.sections.get(usize::from(question.section)).map_or("", |section| &section.id),
        label: &question.label,
        text: &question.text,
        help: question.help.as_deref(),
        why: question.why.as_deref(),
        feasible: question.feasible,
        gate: if question.shape.parts() == 0 { gate(dataset, at, part) } else { None },
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
        Shape::Choice(values) => QuestionRow { values: Some(members(values, &|_| None)), ..plain("choice") },
        Shape::Set(of) => {
            QuestionRow { members: Some(members(of, &|part| gate(dataset, at, Some(part)))), ..plain("set") }
        }
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
            fields: Some((0..).zip(fields).map(|(part, field)| row(dataset, at, Some(part), field)).collect()),
            ..plain("group")
        },
    }
}

/// The situation that opens a question or a part of it.
fn gate(dataset: &Dataset, question: u16, part: Option<u8>) -> Option<&str> {
    let gate = dataset.visit.gates.get(usize::from(dataset.visit.gate_of(question, part)?))?;
    Some(&gate.id)
}

fn members<'a>(members: &'a [Member], gate: &dyn Fn(u8) -> Option<&'a str>) -> Vec<MemberRow<'a>> {
    let row = |(part, member): (u8, &'a Member)| MemberRow {
        id: &member.id,
        label: &member.label,
        feasible: member.feasible,
        gate: gate(part),
    };
    (0..).zip(members).map(row).collect()
}
