//! What is named must exist, and what exists must be used.

use super::super::diagnostic::Log;
use super::super::names::Names;
use super::super::tree::{Json, Span, Tree};
use super::fields::Fields;
use super::Declared;
use crate::dataset::{Agency, Background, Clause, Contradiction, Policy, Question, ReadingGroup};

/// Everything that bears an id of the inventory.
pub struct Rows<'a> {
    pub policies: &'a [Policy],
    pub clauses: &'a [Clause],
    pub background: &'a [Background],
    pub groups: &'a [ReadingGroup],
    /// Ids of all rows that stand in the file, read or not.
    pub written: Vec<&'a str>,
}

impl Rows<'_> {
    pub fn has(&self, id: &str) -> bool {
        self.clauses.iter().any(|clause| clause.id == id)
            || self.background.iter().any(|row| row.id == id)
            || self.policies.iter().any(|policy| policy.id == id)
            || self.groups.iter().any(|group| group.id == id)
            || self.written.contains(&id)
    }
}

/// Ids of all rows in the file.
pub fn written<'tree>(dataset: &Fields<'tree>, log: &mut Log) -> Vec<&'tree str> {
    let policies = dataset.list("policies", log).iter();
    let rows = policies.filter_map(|policy| match policy.property("clauses") {
        Some(Json::List(rows)) => Some(rows),
        _ => None,
    });
    rows.flatten()
        .filter_map(|row| match row.property("id") {
            Some(Json::Text(id)) => Some(id.as_str()),
            _ => None,
        })
        .collect()
}

/// Every `source` names a row, a contradiction or a part of the facts outside the list.
pub fn sources(dataset: &Fields, rows: &Rows, contradictions: &[Contradiction], log: &mut Log) {
    let mut found = Vec::new();
    for key in ["parameters", "questions", "implications", "policies"] {
        if let Some(tree) = dataset.get(key) {
            collect(tree, &mut found);
        }
    }
    for (source, span) in found {
        let known = rows.has(source)
            || contradictions.iter().any(|known| known.id == source)
            || source.strip_prefix("facts ").is_some_and(|part| part.starts_with(|first: char| first.is_ascii_digit()));
        if !known {
            log.add(
                span,
                format!("`{source}` is no source"),
                "name a clause, a policy, a contradiction, or write like \"facts 2.1\"",
            );
        }
    }
}

fn collect<'tree>(tree: &'tree Tree, found: &mut Vec<(&'tree str, Span)>) {
    match &tree.value {
        Json::Object(entries) => {
            for entry in entries {
                match (&entry.value.value, entry.key.as_str()) {
                    (Json::Text(text), "source") => found.push((text, entry.value.span)),
                    // Where its dates come from; checked there.
                    (_, "period") => {}
                    _ => collect(&entry.value, found),
                }
            }
        }
        Json::List(items) => items.iter().for_each(|item| collect(item, found)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {}
    }
}

/// Tells what no expression uses.
pub fn unused(declared: &[Declared], names: &Names, log: &mut Log) {
    for Declared { what, name, span } in declared {
        if !names.unread && !names.is_used(name) {
            log.add(*span, format!("no clause uses {what} `{name}`"), "take it out, or use it in a clause");
        }
    }
}

fn names(offices: &[u8], index: usize) -> bool {
    offices.iter().any(|office| usize::from(*office) == index)
}

/// Tells offices and sections that nothing belongs to.
pub fn unused_lists(dataset: &Fields, rows: &Rows, questions: &[Question], agencies: &[Agency], log: &mut Log) {
    for (index, (entry, _)) in dataset.named("agencies", log).iter().zip(agencies).enumerate() {
        let used = rows.policies.iter().any(|policy| names(&policy.agencies, index))
            || rows.clauses.iter().any(|clause| names(&clause.agencies, index));
        if !used {
            log.add(entry.key_span, format!("no clause names office `{}`", entry.key), "take it out");
        }
    }
    for (index, tree) in dataset.list("sections", log).iter().enumerate() {
        if !questions.iter().any(|question| usize::from(question.section) == index) {
            log.add(tree.span, "no question belongs to this section", "take it out");
        }
    }
    for (index, entry) in dataset.named("reading_groups", log).iter().enumerate() {
        let mut readings = rows.clauses.iter().filter_map(|clause| clause.reading);
        if !readings.any(|(group, _)| usize::from(group) == index) {
            log.add(entry.key_span, format!("no clause is a reading of `{}`", entry.key), "take it out");
        }
    }
}
