//! Answers given, changed and taken back, part by part.

use crate::layout::{part, variables};
use crate::part::{Field, Part};
use crate::state::State;
use huiqi_core::dataset::visit::Asked;
use huiqi_core::dataset::{Dataset, Shape};
use huiqi_core::profile::Answer;
use std::rc::Rc;

/// Gives an answer, or takes it back; of a set only that of the part's members.
pub fn give(dataset: &Dataset, state: &mut State, part: Part, answer: Option<Answer>) {
    state.drafts.forget(part.field);
    if part.members == 0 {
        part.field.give(&mut state.profile, answer);
    } else {
        let (yes, no) = match answer {
            Some(Answer::Set { yes, no }) => (yes, no),
            _ => (0, 0),
        };
        put_members(dataset, state, part, yes, no, 0);
    }
    touched(state, part.field.question);
}

/// Says whether a member holds; the part's others are taken not to, unless they were said to be unknown.
pub fn tick(dataset: &Dataset, state: &mut State, part: Part, member: u8, holds: bool) {
    let bit = 1_u32.checked_shl(u32::from(member)).unwrap_or(0) & part.members;
    let yes = members(state, part.field).0 & part.members;
    let yes = if holds { yes | bit } else { yes & !bit };
    let unclear = state.unclear.get(part.field.question).copied().unwrap_or(0) & part.members & !yes;
    let no = if yes == 0 || unclear != 0 { 0 } else { part.members & !yes };
    put_members(dataset, state, part, yes, no, unclear);
    touched(state, part.field.question);
}

/// 不清楚; of a set, the members that are not ticked.
pub fn unclear(dataset: &Dataset, state: &mut State, part: Part) {
    state.drafts.forget(part.field);
    if part.members == 0 {
        part.field.give(&mut state.profile, Some(Answer::Unknown));
    } else {
        let yes = members(state, part.field).0 & part.members;
        put_members(dataset, state, part, yes, 0, part.members & !yes);
    }
    touched(state, part.field.question);
}

fn members(state: &State, field: Field) -> (u32, u32) {
    match field.answer(&state.profile) {
        Some(Answer::Set { yes, no }) => (*yes, *no),
        _ => (0, 0),
    }
}

/// Writes what is said of a part's members into their set; the set's other members stay as they are.
fn put_members(dataset: &Dataset, state: &mut State, part: Part, yes: u32, no: u32, unclear: u32) {
    let Some(Shape::Set(_)) = part.field.asked(dataset).map(|question| &question.shape) else { return };
    let (all_yes, all_no) = members(state, part.field);
    let yes = all_yes & !part.members | yes & part.members;
    let no = (all_no & !part.members | no & part.members) & !yes;
    let known = (yes | no != 0).then_some(Answer::Set { yes, no });
    let before = state.unclear.get(part.field.question).copied().unwrap_or(0);
    let unclear = (before & !part.members | unclear & part.members) & !(yes | no);
    part.field.give(&mut state.profile, known);
    if unclear == 0 {
        state.unclear.remove(part.field.question);
    } else {
        state.unclear.insert(part.field.question, unclear);
    }
}

/// From now on the visitor's word counts, not the host's.
fn touched(state: &mut State, question: u16) {
    state.told.retain(|told| *told != question);
    if !state.touched.contains(&question) {
        state.touched.push(question);
    }
}

/// Taps a situation, or takes the tap back together with what was answered behind it.
pub fn situation(dataset: &Dataset, state: &mut State, gate: u8, open: bool) {
    let Some(of) = dataset.visit.gates.get(usize::from(gate)) else { return };
    if open {
        if let Err(at) = state.gates.binary_search(&gate) {
            state.gates.insert(at, gate);
        }
        for asked in &of.says {
            say(dataset, state, asked);
        }
        return;
    }
    let before = State { undo: None, ..state.clone() };
    state.gates.retain(|other| *other != gate);
    for asked in of.asks.iter().chain(&of.figures) {
        let part = part(dataset, asked);
        if !variables(dataset, asked).is_empty() {
            give(dataset, state, part, None);
        }
    }
    if before.profile != state.profile {
        state.undo = Some(Rc::new(before));
    }
}

/// Answers what the tap on a situation says by itself, where nothing is said of it yet.
fn say(dataset: &Dataset, state: &mut State, asked: &Asked) {
    let part = part(dataset, asked);
    if state.is_said(dataset, asked) {
        return;
    }
    match part.field.asked(dataset).map(|question| &question.shape) {
        Some(Shape::YesNo) => give(dataset, state, part, Some(Answer::YesNo(true))),
        Some(Shape::Set(_)) => give(dataset, state, part, Some(Answer::Set { yes: part.members, no: 0 })),
        // Who says that there are loans has one at least.
        Some(Shape::Group { .. }) => add_row(dataset, state, asked.question),
        Some(Shape::Choice(_) | Shape::Number { .. } | Shape::Date { .. }) | None => {}
    }
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
        touched(state, question);
    }
}

/// Takes a row away, which can be taken back; without any the question is unanswered again, since “none” is an answer of its
/// own.
pub fn remove_row(state: &mut State, question: u16, row: u8) {
    let field = Field::of(question);
    let Some(Answer::Rows(mut rows)) = field.answer(&state.profile).cloned() else { return };
    if usize::from(row) < rows.len() {
        state.undo = Some(Rc::new(State { undo: None, ..state.clone() }));
        rows.remove(usize::from(row));
        state.drafts.forget_row(question, row);
        field.give(&mut state.profile, (!rows.is_empty()).then_some(Answer::Rows(rows)));
        touched(state, question);
    }
}
