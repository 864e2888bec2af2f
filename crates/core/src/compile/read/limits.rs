//! How much a dataset may hold: what the compiled form counts with 8 or 16 bits is told here, before anything is read, so
//! that no index ever wraps.

use super::super::diagnostic::Log;
use super::super::tree::{Json, Span, Tree};
use super::fields::Fields;

/// Counted with 8 bits.
const FEW: usize = u8::MAX as usize;
/// Counted with 16 bits.
const MANY: usize = u16::MAX as usize;

/// Is all that is counted within its limit; what is not is told at the first that is too much.
pub fn check(dataset: &Fields, log: &mut Log) -> bool {
    let before = log.len();
    let whole = [
        ("agencies", FEW, "offices"),
        ("sections", FEW, "sections"),
        ("events", FEW, "events"),
        ("reading_groups", FEW, "reading groups"),
        ("parameters", MANY, "parameters"),
        ("facts", MANY, "facts"),
        ("implications", MANY, "implications"),
        ("questions", MANY, "questions"),
        ("policies", MANY, "policies"),
        ("exclusions", MANY, "exclusions"),
    ];
    for (key, most, what) in whole {
        within(&places(dataset.get(key)), most, what, log);
    }
    for (key, most, what) in [("gates", FEW, "gates"), ("topics", FEW, "topics"), ("items", MANY, "items")] {
        within(&places(dataset.get("visit").and_then(|visit| visit.child(key))), most, what, log);
    }
    let of = |tree: Option<&Tree>, key: &str| -> Vec<Span> {
        children(tree).into_iter().flat_map(|child| inner(child, key)).collect()
    };
    within(&of(dataset.get("policies"), "clauses"), MANY, "clauses", log);
    for (key, part, what) in [("questions", "fields", "fields in a row"), ("reading_groups", "readings", "readings")] {
        children(dataset.get(key)).into_iter().for_each(|child| within(&inner(child, part), FEW, what, log));
    }
    for policy in children(dataset.get("policies")) {
        let clauses = children(policy.child("clauses"));
        clauses.into_iter().for_each(|clause| within(&inner(clause, "later"), FEW, "later changes of a clause", log));
    }
    within(&answers(dataset), MANY, "answers, members and fields of rows counted one by one", log);
    let groups = children(dataset.get("questions")).into_iter().filter(|question| question.child("fields").is_some());
    within(&groups.map(|group| group.span).collect::<Vec<_>>(), FEW, "groups of rows", log);
    log.len() == before
}

fn within(places: &[Span], most: usize, what: &str, log: &mut Log) {
    if let Some(place) = places.get(most) {
        log.add(*place, format!("at most {most} {what}, and here are {}", places.len()), "split the list in two");
    }
}

/// The entries of a list or of an object of named things.
fn children(tree: Option<&Tree>) -> Vec<&Tree> {
    match tree.map(|tree| &tree.value) {
        Some(Json::List(items)) => items.iter().collect(),
        Some(Json::Object(entries)) => entries.iter().map(|entry| &entry.value).collect(),
        _ => Vec::new(),
    }
}

fn places(tree: Option<&Tree>) -> Vec<Span> {
    children(tree).into_iter().map(|child| child.span).collect()
}

fn inner(tree: &Tree, key: &str) -> Vec<Span> {
    places(tree.child(key))
}

/// A place for everything that holds an answer of its own.
fn answers(dataset: &Fields) -> Vec<Span> {
    let of = |question: &Tree| {
        let (members, fields) = (inner(question, "members").len(), inner(question, "fields").len());
        let rows = match question.child("max_rows").map(|rows| &rows.value) {
            Some(Json::Number(text) | Json::Text(text)) => text.parse().unwrap_or(0),
            _ => 0,
        };
        // What is out of bounds is told by the question's own reader.
        let many = if fields > 0 { 1 + fields * usize::min(rows, 10) } else { members.max(1) };
        vec![question.span; many]
    };
    children(dataset.get("questions")).into_iter().flat_map(of).collect()
}
