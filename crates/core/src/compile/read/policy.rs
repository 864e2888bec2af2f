//! Policies, and the small lists that they refer to.

use super::super::diagnostic::Log;
use super::super::tree::Tree;
use super::clause;
use super::fields::{self, Fields};
use super::Context;
use crate::dataset::{Background, Clause, Event, Named, Policy, ReadingGroup};
use std::collections::{BTreeMap, BTreeSet};

/// Unit ids with the words shown.
pub type Units = BTreeMap<String, String>;

pub fn units(dataset: &Fields, log: &mut Log) -> Units {
    dataset
        .named("units", log)
        .iter()
        .filter_map(|entry| Some((entry.key.clone(), fields::text(&entry.value, &entry.key, log)?)))
        .collect()
}

/// The words for a unit; for a quotient `元/立方米`.
pub fn unit_label(unit: &str, units: &Units) -> String {
    let parts: Vec<&str> = unit
        .split('/')
        .map(|part| units.get(part).map_or(part, String::as_str))
        .filter(|part| !part.is_empty())
        .collect();
    parts.join("/")
}

pub fn events(dataset: &Fields, log: &mut Log) -> Vec<Event> {
    let mut events = Vec::new();
    for entry in dataset.named("events", log) {
        let Some(event) = Fields::new(&entry.value, "an event", log) else { continue };
        let (name, note) = (event.text("name", log), event.optional_text("note", log));
        let date = event.optional_date("date", log);
        event.done(log);
        if let Some(name) = name {
            events.push(Event { name, date, note: note.unwrap_or_default() });
        }
    }
    events
}

pub fn sections(dataset: &Fields, log: &mut Log) -> Vec<Named> {
    let mut sections: Vec<Named> = Vec::new();
    let mut ids = BTreeSet::new();
    for tree in dataset.list("sections", log) {
        let Some(section) = Fields::new(tree, "a section", log) else { continue };
        if let (Some(id), Some(name)) = (section.text("id", log), section.text("title", log)) {
            if !ids.insert(id.clone()) {
                log.add(tree.span, format!("section `{id}` is given twice"), "keep one of them");
            }
            sections.push(Named { id, name });
        }
        section.done(log);
    }
    sections
}

type Rows = (Vec<Policy>, Vec<Clause>, Vec<Background>);

pub fn policies(dataset: &Fields, groups: &[ReadingGroup], context: &mut Context) -> Rows {
    let mut rows: Rows = Default::default();
    for tree in dataset.list("policies", context.log) {
        policy(tree, groups, context, &mut rows);
    }
    rows
}

fn policy(tree: &Tree, groups: &[ReadingGroup], context: &mut Context, rows: &mut Rows) -> Option<()> {
    let fields = Fields::new(tree, "a policy", context.log)?;
    let id = fields.text("id", context.log)?;
    if rows.0.iter().any(|other| other.id.eq_ignore_ascii_case(&id)) {
        context.log.add(fields.place("id"), format!("policy `{id}` is given twice"), "ids are never used again");
    }
    let policy = Policy {
        title: fields.text("title", context.log)?,
        document: fields.text("document", context.log)?,
        number: fields.optional_text("number", context.log).unwrap_or_default(),
        category: fields.text("category", context.log)?,
        audience: fields.text("audience", context.log)?,
        period_text: fields.optional_text("period_text", context.log).unwrap_or_default(),
        agencies: office_indices(&fields, context).unwrap_or_default(),
        id,
    };
    let index = u16::try_from(rows.0.len()).ok()?;
    for tree in fields.list("clauses", context.log) {
        clause::row(tree, index, &policy, groups, context, &mut rows.1, &mut rows.2);
    }
    fields.done(context.log);
    rows.0.push(policy);
    Some(())
}

/// Offices by id; `None` where the object names none.
pub fn office_indices(fields: &Fields, context: &mut Context) -> Option<Vec<u8>> {
    fields.get("agencies")?;
    let mut indices = Vec::new();
    for tree in fields.list("agencies", context.log) {
        let Some(id) = fields::text(tree, "agencies", context.log) else { continue };
        match context.agencies.iter().position(|agency| agency.id == id).and_then(|index| u8::try_from(index).ok()) {
            Some(index) => indices.push(index),
            None => context.log.add(tree.span, format!("unknown office `{id}`"), "add it to `agencies`"),
        }
    }
    Some(indices)
}
