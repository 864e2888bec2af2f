//! What ties clauses together: readings, exclusions, contradictions and the joint tax effect.

use super::super::diagnostic::Log;
use super::super::tree::{Json, Span, Tree};
use super::fields::{self, Fields};
use super::known::Rows;
use super::Context;
use crate::dataset::{Clause, Contradiction, Exclusion, GroupReading, Item, ReadingGroup};
use crate::screening::{are_overlong, MOST_COMBINATIONS};
use std::collections::BTreeSet;

pub fn reading_groups(dataset: &Fields, log: &mut Log) -> Vec<ReadingGroup> {
    let mut groups = Vec::new();
    for entry in dataset.named("reading_groups", log) {
        let Some(group) = Fields::new(&entry.value, "a reading group", log) else { continue };
        let mut readings = Vec::new();
        for entry in group.named("readings", log) {
            let Some(reading) = Fields::new(&entry.value, "a reading", log) else { continue };
            let name = reading.text("name", log).unwrap_or_default();
            let preferred = reading.flag("preferred", false, log);
            reading.done(log);
            readings.push(GroupReading { id: entry.key.clone(), name, preferred });
        }
        if readings.iter().filter(|reading| reading.preferred).count() != 1 {
            log.add(
                group.span,
                "not exactly one reading is preferred",
                "write \"preferred\": true at the one to tell first",
            );
        }
        let name = group.text("name", log).unwrap_or_default();
        group.done(log);
        groups.push(ReadingGroup { id: entry.key.clone(), name, readings });
    }
    groups
}

pub fn exclusions(dataset: &Fields, rows: &Rows, log: &mut Log) -> Vec<Exclusion> {
    let mut exclusions: Vec<Exclusion> = Vec::new();
    for tree in dataset.list("exclusions", log) {
        let Some(exclusion) = exclusion(tree, rows, log) else { continue };
        let before = are_overlong(&exclusions);
        exclusions.push(exclusion);
        if are_overlong(&exclusions) && !before {
            log.add(
                tree.span,
                format!(
                    "with this one exclusions chain clauses in more than {MOST_COMBINATIONS} ways, or more than 64"
                ),
                "name fewer clauses that others exclude as well",
            );
        }
    }
    exclusions
}

/// Exclusions, contradictions and rows are found by their ids on one page, so that none may have another's.
pub fn own_ids(dataset: &Fields, rows: &Rows, log: &mut Log) {
    let mut known = BTreeSet::new();
    for (list, what, advice) in [
        ("exclusions", "exclusion", "add a suffix such as -1"),
        ("contradictions", "contradiction", "keep one of them"),
    ] {
        for tree in dataset.list(list, log) {
            let Some(Json::Text(id)) = tree.property("id") else { continue };
            if rows.has(id) {
                log.add(
                    tree.span,
                    format!("{what} `{id}` has the id of a clause or a policy"),
                    "give it one of its own",
                );
            } else if !known.insert(id) {
                log.add(tree.span, format!("{what} `{id}` is given twice"), advice);
            }
        }
    }
    for entry in dataset.named("reading_groups", log) {
        if rows.clauses.iter().any(|clause| clause.id == entry.key) {
            let problem = format!("reading group `{}` has the id of a clause", entry.key);
            log.add(entry.key_span, problem, "name it after the policy");
        }
    }
}

fn exclusion(tree: &Tree, rows: &Rows, log: &mut Log) -> Option<Exclusion> {
    let fields = Fields::new(tree, "an exclusion", log)?;
    let (told_only, open) = match fields.optional_text("effect", log).as_deref() {
        None => (false, false),
        Some("note") => (true, false),
        Some("open") => (false, true),
        Some(other) => {
            let advice = "leave it out, or write \"note\" or \"open\"";
            log.add(fields.place("effect"), format!("unknown effect `{other}`"), advice);
            (false, false)
        }
    };
    let mut items = Vec::new();
    let before = log.len();
    for tree in fields.list("clauses", log) {
        let Some(id) = fields::text(tree, "clauses", log) else { continue };
        match item(&id, rows.clauses, rows.groups) {
            _ if told_only && rows.has(&id) => {}
            Some(item) if counts(item, rows.clauses) => items.push(item),
            Some(_) => log.add(
                tree.span,
                format!("`{id}` has no amount of its own"),
                "only amounts exclude each other; write \"effect\": \"note\"",
            ),
            // It stands there, but could not be read.
            None if rows.has(&id) => return None,
            None => log.add(tree.span, format!("unknown clause `{id}`"), "name a clause or a reading group"),
        }
    }
    let place = fields.place("clauses");
    if !told_only && log.len() == before {
        comparable(&items, rows.clauses, place, log);
    }
    let exclusion = Exclusion {
        id: fields.text("id", log)?,
        items,
        open,
        basis: fields.text("basis", log)?,
        text: fields.text("text", log)?,
    };
    fields.done(log);
    Some(exclusion)
}

/// Clauses that exclude each other are of one kind, at least two, and may run at the same time.
fn comparable(items: &[Item], clauses: &[Clause], place: Span, log: &mut Log) {
    if items.len() == 1 {
        log.add(place, "one clause excludes nothing", "name another, or write \"effect\": \"note\"");
    }
    let of = |item: &Item| first(*item, clauses);
    let members: Vec<&Clause> = items.iter().filter_map(of).collect();
    if let Some(clause) = members.iter().find(|clause| clause.later_end_for().is_some()) {
        log.add(
            place,
            format!("`{}` does not end on one day for everyone", clause.id),
            "what excludes others does; take `when` out of its later end, or split the clause in two",
        );
    }
    for pair in members.windows(2) {
        let [a, b] = pair else { continue };
        if a.kind.is_cash() != b.kind.is_cash() {
            log.add(place, format!("`{}` and `{}` are of different kinds", a.id, b.id), "cash excludes only cash");
        }
        if apart(a, b) || apart(b, a) {
            log.add(
                place,
                format!("`{}` and `{}` never run at the same time", a.id, b.id),
                "nothing is left to exclude; write \"effect\": \"note\"",
            );
        }
    }
}

/// Does one end before the other begins.
fn apart(a: &Clause, b: &Clause) -> bool {
    a.period.until.zip(b.period.from).is_some_and(|(until, from)| until < from)
}

fn item(id: &str, clauses: &[Clause], groups: &[ReadingGroup]) -> Option<Item> {
    if let Some(index) = groups.iter().position(|group| group.id == id) {
        return u8::try_from(index).ok().map(Item::Group);
    }
    let index = clauses.iter().position(|clause| clause.id == id)?;
    u16::try_from(index).ok().map(Item::Clause)
}

/// Does the item stand for an amount of its own: a member of a reading group does not.
fn counts(item: Item, clauses: &[Clause]) -> bool {
    match item {
        Item::Group(_) => true,
        Item::Clause(index) => clauses
            .get(usize::from(index))
            .is_some_and(|clause| clause.reading.is_none() && clause.not_counted.is_none() && clause.row != 'Q'),
    }
}

/// The clause, or the first of the group.
fn first(item: Item, clauses: &[Clause]) -> Option<&Clause> {
    match item {
        Item::Clause(index) => clauses.get(usize::from(index)),
        Item::Group(group) => clauses.iter().find(|clause| clause.reading.is_some_and(|(g, _)| g == group)),
    }
}

pub fn contradictions(dataset: &Fields, rows: &Rows, context: &mut Context) -> Vec<Contradiction> {
    let log = &mut *context.log;
    let mut contradictions: Vec<Contradiction> = Vec::new();
    for tree in dataset.list("contradictions", log) {
        let Some(contradiction) = contradiction(tree, rows, log) else { continue };
        contradictions.push(contradiction);
    }
    for (id, span) in &context.decided {
        if !contradictions.iter().any(|known| known.id == *id) {
            log.add(*span, format!("`{id}` is no contradiction of this file"), "add it to `contradictions`");
        }
    }
    contradictions
}

fn contradiction(tree: &Tree, rows: &Rows, log: &mut Log) -> Option<Contradiction> {
    let fields = Fields::new(tree, "a contradiction", log)?;
    for tree in fields.list("clauses", log) {
        match fields::text(tree, "clauses", log) {
            Some(id) if !rows.has(&id) => {
                log.add(tree.span, format!("unknown clause `{id}`"), "name a clause or a policy");
            }
            _ => {}
        }
    }
    let (id, decision, text) = (fields.text("id", log), fields.text("decision", log), fields.text("text", log));
    fields.done(log);
    let decision = decision?;
    if !["range", "note", "reading", "reason"].contains(&decision.as_str()) {
        log.add(
            fields.place("decision"),
            format!("unknown decision `{decision}`"),
            "use range, note, reading or reason",
        );
    }
    Some(Contradiction { id: id?, decision, text: text? })
}
