//! Answers of several parts, changed part by part: the members of a set, the rows of a group. Which action asks for it
//! belongs to `step`.

use super::{Field, State};
use crate::dataset::{Dataset, Shape};
use crate::profile::Answer;

/// How many members the set asked about has; `None` where it is no set.
pub fn members(dataset: &Dataset, field: Field) -> Option<usize> {
    let Shape::Set(members) = &field.asked(dataset)?.shape else { return None };
    Some(members.len())
}

/// Ticks a member or clears it; the others stay unknown where the visitor has said so.
pub fn tick(dataset: &Dataset, state: &mut State, field: Field, member: u8, holds: bool) {
    let Some(members) = members(dataset, field) else { return };
    let (mut yes, rest_unknown) = match field.answer(&state.profile) {
        Some(answer @ Answer::Set { yes, .. }) => (*yes, *answer != Answer::members(*yes, members)),
        _ => (0, false),
    };
    let bit = 1_u32.checked_shl(u32::from(member)).unwrap_or(0);
    yes = if holds { yes | bit } else { yes & !bit };
    let answer = match (yes, rest_unknown) {
        (0, _) => None,
        (yes, true) => Some(Answer::Set { yes, no: 0 }),
        (yes, false) => Some(Answer::members(yes, members)),
    };
    field.give(&mut state.profile, answer);
}

/// Says that the members not ticked are unknown, or that they do not hold.
pub fn rest_unknown(dataset: &Dataset, state: &mut State, field: Field, unknown: bool) {
    let Some(members) = members(dataset, field) else { return };
    let yes = match field.answer(&state.profile) {
        Some(Answer::Set { yes, .. }) => *yes,
        _ => 0,
    };
    let answer = match (yes, unknown) {
        (0, true) => Some(Answer::Unknown),
        (0, false) => None,
        (yes, true) => Some(Answer::Set { yes, no: 0 }),
        (yes, false) => Some(Answer::members(yes, members)),
    };
    field.give(&mut state.profile, answer);
}

/// Adds an empty row, as far as there is room.
pub fn add_row(dataset: &Dataset, state: &mut State, question: u16) {
    let field = Field::of(question);
    let Some(Shape::Group { max_rows, fields, .. }) = field.asked(dataset).map(|question| &question.shape) else {
        return;
    };
    let mut rows = match field.answer(&state.profile) {
        Some(Answer::Rows(rows)) => rows.clone(),
        _ => Vec::new(),
    };
    if rows.len() < usize::from(*max_rows) {
        rows.push(vec![None; fields.len()]);
        field.give(&mut state.profile, Some(Answer::Rows(rows)));
    }
}

/// Takes a row away; without any the question is unanswered again, since “none” is an answer of its own.
pub fn remove_row(state: &mut State, question: u16, row: u8) {
    let field = Field::of(question);
    let Some(Answer::Rows(mut rows)) = field.answer(&state.profile).cloned() else { return };
    if usize::from(row) < rows.len() {
        rows.remove(usize::from(row));
        state.drafts.forget_row(question, row);
        field.give(&mut state.profile, (!rows.is_empty()).then_some(Answer::Rows(rows)));
    }
}
