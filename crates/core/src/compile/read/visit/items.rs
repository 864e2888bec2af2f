//! Items and topics. Clauses that exclude each other, or are readings of one right, stand in one item, so that an item's
//! amount is settled inside it.

use super::super::super::diagnostic::Log;
use super::super::super::tree::{Span, Tree};
use super::super::fields::{self, Fields};
use super::super::known::Rows;
use crate::dataset::visit::{How, Item, Topic};
use crate::dataset::{Agency, Clause, Exclusion, Item as Tied, Kind, Strength};

/// Characters of an item's name.
const LONGEST_NAME: usize = 14;

/// What an item may name.
struct Named<'a> {
    topics: &'a [Topic],
    clauses: &'a [Clause],
    rows: &'a Rows<'a>,
    agencies: &'a [Agency],
}

pub fn topics(visit: &Fields, log: &mut Log) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    for tree in visit.list("topics", log) {
        let Some(fields) = Fields::new(tree, "a topic", log) else { continue };
        let (id, name, words) = (fields.text("id", log), fields.text("name", log), fields.texts("words", log));
        fields.done(log);
        let (Some(id), Some(name)) = (id, name) else { continue };
        if topics.iter().any(|other| other.id == id) {
            log.add(tree.span, format!("topic `{id}` is given twice"), "keep one of them");
        }
        topics.push(Topic { id, name, words });
    }
    topics
}

pub fn items(
    visit: &Fields,
    topics: &[Topic],
    rows: &Rows,
    exclusions: &[Exclusion],
    agencies: &[Agency],
    log: &mut Log,
) -> Vec<Item> {
    let named = Named { topics, clauses: rows.clauses, rows, agencies };
    let mut items: Vec<Item> = Vec::new();
    let before = log.len();
    for tree in visit.list("items", log) {
        if let Some(item) = item(tree, &named, &items, log) {
            items.push(item);
        }
    }
    if log.len() == before {
        whole(visit, &items, rows.clauses, log);
        unused_topics(visit, topics, &items, log);
        tied(visit.place("items"), &items, rows, exclusions, log);
    }
    items
}

fn item(tree: &Tree, named: &Named, before: &[Item], log: &mut Log) -> Option<Item> {
    let fields = Fields::new(tree, "an item", log)?;
    let name = fields.text("name", log);
    if name.as_ref().is_some_and(|name| name.chars().count() > LONGEST_NAME) {
        let problem = format!("the name has more than {LONGEST_NAME} characters");
        log.add(fields.place("name"), problem, "write it as an owner says it");
    }
    if let Some(other) = before.iter().find(|other| Some(&other.name) == name.as_ref()) {
        let problem = format!("two items are called `{}`", other.name);
        log.add(fields.place("name"), problem, "say what tells them apart");
    }
    let clauses = clauses(&fields, named, before, log);
    let how = how(&fields, log);
    let topic = topic(&fields, named.topics, log);
    let agencies = offices(&fields, &clauses, named, log);
    let (check, ask) = (fields.text("check", log), fields.text("ask", log));
    let documents = fields.texts("documents", log);
    let worth = fields.optional_text("worth_words", log);
    fields.done(log);
    let item = Item {
        name: name?,
        topic: topic?,
        how: how?,
        check: check?,
        ask: ask?,
        documents,
        worth: worth.unwrap_or_default(),
        clauses,
        agencies,
    };
    suits(&fields, &item, named.clauses, log);
    Some(item)
}

fn clauses(fields: &Fields, named: &Named, before: &[Item], log: &mut Log) -> Vec<u16> {
    let mut clauses: Vec<u16> = Vec::new();
    for tree in fields.list("clauses", log) {
        let Some(id) = fields::text(tree, "clauses", log) else { continue };
        let Some(index) = named.clauses.iter().position(|clause| clause.id == id) else {
            let advice = "name a clause of type E, F or Q";
            if named.rows.background.iter().any(|row| row.id == id) {
                log.add(tree.span, format!("`{id}` is background"), advice);
            } else if !named.rows.written.contains(&id.as_str()) {
                log.add(tree.span, format!("unknown clause `{id}`"), advice);
            }
            continue;
        };
        let Ok(index) = u16::try_from(index) else { continue };
        if clauses.contains(&index) || before.iter().any(|item| item.clauses.contains(&index)) {
            log.add(tree.span, format!("clause `{id}` stands in two items"), "each clause stands in one; take one out");
        }
        clauses.push(index);
    }
    if fields.list("clauses", log).is_empty() {
        log.add(fields.span, "this item has no clause", "name its clauses in `clauses`");
    }
    clauses
}

fn how(fields: &Fields, log: &mut Log) -> Option<How> {
    let word = fields.text("how", log)?;
    let found = How::ALL.into_iter().find(|(name, _)| *name == word);
    if found.is_none() {
        let problem = format!("unknown way `{word}`");
        log.add(fields.place("how"), problem, "use automatic, apply, filing or comply");
    }
    found.map(|(_, how)| how)
}

fn topic(fields: &Fields, topics: &[Topic], log: &mut Log) -> Option<u8> {
    let id = fields.text("topic", log)?;
    let found = topics.iter().position(|topic| topic.id == id);
    if found.is_none() {
        log.add(fields.place("topic"), format!("unknown topic `{id}`"), "name one of `topics`");
    }
    found.and_then(|at| u8::try_from(at).ok())
}

/// Whom to ask: what the item says, else the offices of its clauses. An item never sends to one that they do not name.
fn offices(fields: &Fields, clauses: &[u16], named: &Named, log: &mut Log) -> Vec<u8> {
    let mut of_clauses: Vec<u8> = Vec::new();
    for clause in clauses.iter().filter_map(|clause| named.clauses.get(usize::from(*clause))) {
        of_clauses.extend(clause.agencies.iter().filter(|agency| !of_clauses.contains(agency)).collect::<Vec<_>>());
    }
    if fields.get("offices").is_none() {
        if of_clauses.is_empty() && !clauses.is_empty() {
            log.add(fields.span, "no clause of this item names an office", "write \"offices\": [] to say so");
        }
        return of_clauses;
    }
    let mut offices = Vec::new();
    for tree in fields.list("offices", log) {
        let Some(id) = fields::text(tree, "offices", log) else { continue };
        let at = named.agencies.iter().position(|agency| agency.id == id).and_then(|at| u8::try_from(at).ok());
        match at {
            Some(at) if of_clauses.contains(&at) => offices.push(at),
            Some(_) => {
                let problem = format!("no clause of this item names office `{id}`");
                log.add(tree.span, problem, "send people only where the list does");
            }
            None => log.add(tree.span, format!("unknown office `{id}`"), "add it to `agencies`"),
        }
    }
    if offices.is_empty() && !of_clauses.is_empty() && fields.list("offices", log).is_empty() {
        log.add(fields.place("offices"), "the clauses of this item do name an office", "name the one to ask first");
    }
    offices
}

/// Duties are complied with, and only duties; what is money says what it depends on, and nothing else does.
fn suits(fields: &Fields, item: &Item, clauses: &[Clause], log: &mut Log) {
    let of: Vec<&Clause> = item.clauses.iter().filter_map(|clause| clauses.get(usize::from(*clause))).collect();
    if of.is_empty() {
        return;
    }
    let duty = of.iter().all(|clause| clause.strength == Strength::Obligation);
    if duty != (item.how == How::Comply) {
        log.add(
            fields.place("how"),
            "`comply` does not fit the strength of the clauses",
            "duties, and only they, have it",
        );
    }
    let money = of.iter().any(|clause| clause.kind != Kind::Right);
    if money && item.worth.is_empty() {
        log.add(fields.span, "`worth_words` is missing", "say what the amount depends on, such as 每月租金 × 3");
    }
    if !money && !item.worth.is_empty() {
        log.add(fields.place("worth_words"), "a right has no `worth_words`", "take them out");
    }
}

/// Every clause stands in some item.
fn whole(visit: &Fields, items: &[Item], clauses: &[Clause], log: &mut Log) {
    for (index, clause) in (0..).zip(clauses) {
        if !items.iter().any(|item| item.clauses.contains(&index)) {
            let problem = format!("clause `{}` stands in no item", clause.id);
            log.add(visit.place("items"), problem, "add it to one, or write an item for it");
        }
    }
}

fn unused_topics(visit: &Fields, topics: &[Topic], items: &[Item], log: &mut Log) {
    for ((index, topic), tree) in topics.iter().enumerate().zip(visit.list("topics", log)) {
        if !items.iter().any(|item| usize::from(item.topic) == index) {
            log.add(tree.span, format!("no item is about topic `{}`", topic.id), "take it out");
        }
    }
}

/// Exclusions and groups of readings stay inside one item.
fn tied(place: Span, items: &[Item], rows: &Rows, exclusions: &[Exclusion], log: &mut Log) {
    let of_group = |group: u8| {
        let clauses = (0..).zip(rows.clauses);
        clauses.filter(move |(_, clause)| clause.reading.is_some_and(|(of, _)| of == group)).map(|(index, _)| index)
    };
    let mut ties: Vec<(String, Vec<u16>)> = Vec::new();
    for (index, group) in (0..).zip(rows.groups) {
        ties.push((format!("readings of `{}`", group.id), of_group(index).collect()));
    }
    for exclusion in exclusions {
        let clauses = exclusion.items.iter().flat_map(|tied| match tied {
            Tied::Clause(clause) => vec![*clause],
            Tied::Group(group) => of_group(*group).collect(),
        });
        ties.push((format!("clauses of exclusion `{}`", exclusion.id), clauses.collect()));
    }
    for (what, clauses) in ties {
        let mut homes = clauses.iter().map(|clause| items.iter().position(|item| item.clauses.contains(clause)));
        let first = homes.next();
        if homes.any(|home| Some(home) != first) {
            log.add(place, format!("{what} stand in different items"), "put them into one item");
        }
    }
}
