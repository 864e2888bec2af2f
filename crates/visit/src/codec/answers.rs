//! The answers of a link: each question by its code, then its answer, joined by `~`.

use super::value::{self, QUESTION};
use super::{code, Dropped};
use crate::state::State;
use huiqi_core::dataset::Dataset;
use huiqi_core::profile::Answer;

/// Letters of the code of a situation.
const GATE: usize = 2;

fn questions(dataset: &Dataset) -> Vec<&str> {
    dataset.questions.iter().map(|question| question.id.as_str()).collect()
}

fn gates(dataset: &Dataset) -> Vec<&str> {
    dataset.visit.gates.iter().map(|gate| gate.id.as_str()).collect()
}

/// Writes the situations that were tapped.
pub fn write_gates(dataset: &Dataset, tapped: &[u8]) -> String {
    let ids = gates(dataset);
    let tapped = tapped.iter().filter_map(|gate| ids.get(usize::from(*gate)));
    tapped.map(|id| code::written(id, &ids, GATE)).collect()
}

/// Reads situations; how many are not known.
pub fn read_gates(dataset: &Dataset, state: &mut State, mut text: &str) -> usize {
    let ids = gates(dataset);
    let mut unknown = 0;
    while !text.is_empty() {
        let Some((at, rest)) = code::read(text, &ids, GATE) else { return unknown + 1 };
        match at.and_then(|at| u8::try_from(at).ok()) {
            Some(gate) => {
                if let Err(at) = state.gates.binary_search(&gate) {
                    state.gates.insert(at, gate);
                }
            }
            None => unknown += 1,
        }
        text = rest;
    }
    unknown
}

/// Writes questions by their codes.
pub fn write_questions(dataset: &Dataset, of: &[u16]) -> String {
    let ids = questions(dataset);
    let of = of.iter().filter_map(|question| ids.get(usize::from(*question)));
    of.map(|id| code::written(id, &ids, QUESTION)).collect()
}

/// Reads questions; those that are not known any more are left out.
pub fn read_questions(dataset: &Dataset, mut text: &str) -> Vec<u16> {
    let ids = questions(dataset);
    let mut found = Vec::new();
    while let Some((at, rest)) = code::read(text, &ids, QUESTION).filter(|_| !text.is_empty()) {
        found.extend(at.and_then(|at| u16::try_from(at).ok()));
        text = rest;
    }
    found
}

/// Writes what was answered.
pub fn write(dataset: &Dataset, state: &State) -> String {
    let ids = questions(dataset);
    let mut written = Vec::new();
    for (index, question) in (0_u16..).zip(&dataset.questions) {
        let answer = state.profile.get(usize::from(index));
        let unclear = state.unclear.get(index).copied().unwrap_or(0);
        if answer.is_some() || unclear != 0 {
            written
                .push([code::written(&question.id, &ids, QUESTION), value::write(question, answer, unclear)].concat());
        }
    }
    written.join("~")
}

/// Reads what was answered.
pub fn read(dataset: &Dataset, state: &mut State, text: &str) -> Dropped {
    let ids = questions(dataset);
    let mut dropped = Dropped::default();
    for piece in text.split('~').filter(|piece| !piece.is_empty()) {
        let known = code::read(piece, &ids, QUESTION)
            .and_then(|(at, value)| Some((at.or_else(|| renamed(dataset, piece))?, value)));
        let Some((at, text)) = known else {
            dropped.unknown += 1;
            continue;
        };
        let index = u16::try_from(at).unwrap_or(u16::MAX);
        let Some(read) = dataset.questions.get(at).and_then(|question| value::read(question, text)) else {
            dropped.questions.push(index);
            continue;
        };
        // A member that moved here before this answer was read stays.
        if let Some(answer) = merged(state, at, read.answer) {
            state.profile.set(at, Some(answer));
        }
        if read.unclear != 0 {
            state.unclear.insert(index, read.unclear);
        }
        for (code, holds) in read.strays {
            dropped.unknown += usize::from(!moved(dataset, state, at, &code, holds));
        }
    }
    dropped
}

/// An answer to a set with what is said already of its other members.
fn merged(state: &State, question: usize, answer: Option<Answer>) -> Option<Answer> {
    match (state.profile.get(question), answer) {
        (Some(Answer::Set { yes: before, .. }), Some(Answer::Set { yes, no })) => {
            Some(Answer::Set { yes: yes | before, no: no & !before })
        }
        (_, answer) => answer,
    }
}

/// Answers for a member that was renamed or moved to another set; `false` where nothing is known of it.
fn moved(dataset: &Dataset, state: &mut State, question: usize, code: &str, holds: bool) -> bool {
    let Some(question) = dataset.questions.get(question) else { return false };
    let found = dataset.renamed.iter().find(|renamed| {
        let member = renamed.from.split_once('.').filter(|(of, _)| *of == question.id);
        member.is_some_and(|(_, member)| value::is_member(code, member))
    });
    let Some((to, part)) = found.and_then(|found| Some((usize::from(found.question), found.part?))) else {
        return false;
    };
    let bit = 1_u32.checked_shl(u32::from(part)).unwrap_or(0);
    let (yes, no) = match state.profile.get(to) {
        Some(Answer::Set { yes, no }) => (*yes, *no),
        _ => (0, 0),
    };
    if holds {
        state.profile.set(to, Some(Answer::Set { yes: yes | bit, no: no & !bit }));
    } else if yes & bit == 0 {
        state.profile.set(to, Some(Answer::Set { yes, no: no | bit }));
    }
    true
}

/// The question that a piece names by a former id.
fn renamed(dataset: &Dataset, piece: &str) -> Option<usize> {
    let whole: Vec<(&str, u16)> = dataset
        .renamed
        .iter()
        .filter(|renamed| renamed.part.is_none())
        .map(|renamed| (renamed.from.as_str(), renamed.question))
        .collect();
    let ids: Vec<&str> = whole.iter().map(|(id, _)| *id).collect();
    let (at, _) = code::read(piece, &ids, QUESTION)?;
    whole.get(at?).map(|(_, question)| usize::from(*question))
}
