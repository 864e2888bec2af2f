//! Ids of questions and of their parts, and which of them have been given a place already.

use super::super::super::diagnostic::Log;
use super::super::super::names::Names;
use super::super::super::tree::{Span, Tree};
use super::super::fields;
use crate::dataset::visit::Asked;
use crate::dataset::{Question, Shape};
use std::collections::BTreeMap;

/// What ids may name.
pub struct Ids<'a> {
    pub questions: &'a [Question],
    pub names: &'a Names,
}

/// Where each question and part has been put.
#[derive(Default)]
pub struct Taken {
    /// By question and part, the place in words.
    by: BTreeMap<(u16, Option<u8>), String>,
}

impl Ids<'_> {
    /// A question by its id.
    pub fn question(&self, id: &str) -> Option<(u16, &Question)> {
        (0..).zip(self.questions).find(|(_, question)| question.id == id)
    }

    /// `question`, or `question.part` for a member of a set, a field of a row or a value of a choice.
    pub fn part(&self, id: &str) -> Option<(u16, &Question, Option<u8>)> {
        let (name, part) = id.split_once('.').map_or((id, None), |(name, part)| (name, Some(part)));
        let (index, question) = self.question(name)?;
        let Some(part) = part else { return Some((index, question, None)) };
        let at = match &question.shape {
            Shape::Set(members) | Shape::Choice(members) => members.iter().position(|member| member.id == part),
            Shape::Group { fields, .. } => fields.iter().position(|field| field.id == part),
            Shape::YesNo | Shape::Number { .. } | Shape::Date { .. } => None,
        }?;
        Some((index, question, Some(u8::try_from(at).ok()?)))
    }
}

/// Reads a list of questions and parts, in their order; parts of one question that follow each other become one.
pub fn asked(trees: &[Tree], place: &str, ids: &Ids, taken: &mut Taken, log: &mut Log) -> Vec<Asked> {
    let mut all: Vec<Asked> = Vec::new();
    for tree in trees {
        let Some(id) = fields::text(tree, "a question of the visit", log) else { continue };
        let name = id.split('.').next().unwrap_or_default();
        let Some((question, of, part)) = ids.part(&id) else {
            if !ids.names.is_spoilt(name) {
                let problem = format!("`{id}` is no question, and no part of one");
                log.add(tree.span, problem, "write the id of a question, `set.member` or `group.field`");
            }
            continue;
        };
        if part.is_some() && matches!(of.shape, Shape::Choice(_)) {
            log.add(tree.span, format!("`{id}` is a value of a choice"), "name the question; a choice is one answer");
            continue;
        }
        let members = part.map_or_else(|| (0..).zip(parts(of)).map(|(at, _)| at).collect(), |part| vec![part]);
        taken.put(question, &members, &id, place, tree.span, log);
        match all.last_mut().filter(|last| last.question == question) {
            Some(last) => last.members.extend(members),
            None => all.push(Asked { question, members }),
        }
    }
    all
}

impl Taken {
    fn put(&mut self, question: u16, members: &[u8], id: &str, place: &str, span: Span, log: &mut Log) {
        let whole = members.is_empty().then_some(None);
        for part in members.iter().map(|member| Some(*member)).chain(whole) {
            if let Some(before) = self.by.insert((question, part), place.to_owned()) {
                let problem = format!("`{id}` stands {place}, and {before} as well");
                log.add(span, problem, "each question and each part stands in one place; take one of them out");
                return;
            }
        }
    }

    fn has(&self, question: u16, member: Option<u8>) -> bool {
        self.by.contains_key(&(question, member))
    }
}

/// Reads what tapping a gate answers by itself; all of it must be asked behind the gate.
pub fn said(trees: &[Tree], asks: &[Asked], ids: &Ids, log: &mut Log) -> Vec<Asked> {
    let mut all: Vec<Asked> = Vec::new();
    for tree in trees {
        let Some(id) = fields::text(tree, "what a gate says", log) else { continue };
        let found = ids.part(&id).and_then(|(question, of, part)| {
            let fits = match &of.shape {
                Shape::YesNo | Shape::Group { .. } => part.is_none(),
                Shape::Set(_) => part.is_some(),
                Shape::Choice(_) | Shape::Number { .. } | Shape::Date { .. } => false,
            };
            let asked = asks.iter().any(|asked| asked.holds(question, part));
            (fits && asked).then(|| Asked { question, members: part.into_iter().collect() })
        });
        match found {
            Some(said) => all.push(said),
            None => log.add(
                tree.span,
                format!("the gate cannot say `{id}`"),
                "name a yes/no question, a member of a set or a group that stands in its `asks`",
            ),
        }
    }
    all
}

/// Tells questions, members and fields that stand nowhere; `place` is where to put them.
pub fn nowhere(ids: &Ids, taken: &Taken, place: Span, log: &mut Log) {
    let mut tell = |id: &str| {
        let advice = "put it behind the gate that opens it, or into `who`";
        log.add(place, format!("`{id}` stands behind no gate"), advice);
    };
    for (index, question) in (0..).zip(ids.questions) {
        let parts = parts(question);
        if parts.is_empty() && !taken.has(index, None) {
            tell(&question.id);
        }
        for (_, part) in (0..).zip(parts).filter(|(at, _)| !taken.has(index, Some(*at))) {
            tell(&format!("{}.{part}", question.id));
        }
    }
}

/// Ids of what stands on its own in a question: members of a set, fields of a row.
fn parts(question: &Question) -> Vec<&str> {
    match &question.shape {
        Shape::Set(members) => members.iter().map(|member| member.id.as_str()).collect(),
        Shape::Group { fields, .. } => fields.iter().map(|field| field.id.as_str()).collect(),
        Shape::YesNo | Shape::Choice(_) | Shape::Number { .. } | Shape::Date { .. } => Vec::new(),
    }
}
