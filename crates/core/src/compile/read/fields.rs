//! Typed access to JSON objects. What the properties mean belongs to the modules that read them.

use super::super::diagnostic::Log;
use super::super::tree::{Entry, Json, Span, Tree};
use crate::date::Date;
use crate::decimal;
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// An object whose properties are taken one by one; those never asked for are told.
pub struct Fields<'tree> {
    pub span: Span,
    entries: &'tree [Entry],
    asked: RefCell<BTreeSet<&'static str>>,
}

impl<'tree> Fields<'tree> {
    pub fn new(tree: &'tree Tree, what: &str, log: &mut Log) -> Option<Self> {
        let Json::Object(entries) = &tree.value else {
            log.add(tree.span, format!("{what} is no object"), "write it in braces");
            return None;
        };
        once_each(entries, log);
        Some(Self { span: tree.span, entries, asked: RefCell::default() })
    }

    pub fn entries(&self) -> &'tree [Entry] {
        self.entries
    }

    pub fn get(&self, key: &'static str) -> Option<&'tree Tree> {
        self.asked.borrow_mut().insert(key);
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.value)
            .filter(|tree| !matches!(tree.value, Json::Null))
    }

    /// Is the property there, `null` included.
    pub fn has(&self, key: &'static str) -> bool {
        self.asked.borrow_mut().insert(key);
        self.entries.iter().any(|entry| entry.key == key)
    }

    /// Where a property's value stands; the object where it is missing.
    pub fn place(&self, key: &str) -> Span {
        self.entries.iter().find(|entry| entry.key == key).map_or(self.span, |entry| entry.value.span)
    }

    pub fn need(&self, key: &'static str, log: &mut Log) -> Option<&'tree Tree> {
        let found = self.get(key);
        if found.is_none() {
            log.add(self.span, format!("`{key}` is missing"), "add it; docs/format.md shows where");
        }
        found
    }

    pub fn text(&self, key: &'static str, log: &mut Log) -> Option<String> {
        let tree = self.need(key, log)?;
        let text = text(tree, key, log)?;
        if text.trim().is_empty() {
            log.add(tree.span, format!("`{key}` is empty"), "write it out");
        }
        Some(text)
    }

    pub fn optional_text(&self, key: &'static str, log: &mut Log) -> Option<String> {
        text(self.get(key)?, key, log)
    }

    pub fn number(&self, key: &'static str, log: &mut Log) -> Option<Decimal> {
        let tree = self.need(key, log)?;
        number(tree, key, log)
    }

    pub fn optional_number(&self, key: &'static str, log: &mut Log) -> Option<Decimal> {
        number(self.get(key)?, key, log)
    }

    pub fn small(&self, key: &'static str, log: &mut Log) -> Option<u16> {
        let tree = self.need(key, log)?;
        let value = number(tree, key, log)?;
        match u16::try_from(value) {
            Ok(value) => Some(value),
            Err(_) => {
                log.add(tree.span, format!("`{key}` is no small whole number"), "write a number from 0 to 65535");
                None
            }
        }
    }

    pub fn flag(&self, key: &'static str, default: bool, log: &mut Log) -> bool {
        match self.get(key) {
            None => default,
            Some(Tree { value: Json::Bool(value), .. }) => *value,
            Some(tree) => {
                log.add(tree.span, format!("`{key}` is neither true nor false"), "write true or false without quotes");
                default
            }
        }
    }

    pub fn optional_date(&self, key: &'static str, log: &mut Log) -> Option<Date> {
        date(self.get(key)?, key, log)
    }

    pub fn list(&self, key: &'static str, log: &mut Log) -> &'tree [Tree] {
        match self.get(key) {
            None => &[],
            Some(tree) => list(tree, key, log),
        }
    }

    pub fn texts(&self, key: &'static str, log: &mut Log) -> Vec<String> {
        self.list(key, log).iter().filter_map(|item| text(item, key, log)).collect()
    }

    /// The properties of an object of named things.
    pub fn named(&self, key: &'static str, log: &mut Log) -> &'tree [Entry] {
        match self.get(key) {
            None => &[],
            Some(Tree { value: Json::Object(entries), .. }) => {
                once_each(entries, log);
                entries
            }
            Some(tree) => {
                log.add(tree.span, format!("`{key}` is no object"), "write it in braces, each thing under its id");
                &[]
            }
        }
    }

    /// Tells properties that nobody asked for.
    pub fn done(&self, log: &mut Log) {
        let asked = self.asked.borrow();
        for entry in self.entries.iter().filter(|entry| !asked.contains(entry.key.as_str())) {
            log.add(
                entry.key_span,
                format!("`{}` means nothing here", entry.key),
                "check its spelling, or take it out",
            );
        }
    }
}

fn once_each(entries: &[Entry], log: &mut Log) {
    let mut keys = BTreeSet::new();
    for entry in entries {
        if !keys.insert(entry.key.as_str()) {
            log.add(entry.key_span, format!("`{}` is given twice", entry.key), "keep one of them");
        }
    }
}

pub fn list<'tree>(tree: &'tree Tree, what: &str, log: &mut Log) -> &'tree [Tree] {
    let Json::List(items) = &tree.value else {
        log.add(tree.span, format!("`{what}` is no list"), "write it in square brackets");
        return &[];
    };
    items
}

pub fn text(tree: &Tree, what: &str, log: &mut Log) -> Option<String> {
    let Json::Text(text) = &tree.value else {
        log.add(tree.span, format!("`{what}` is no text"), "write it in double quotes");
        return None;
    };
    Some(text.clone())
}

/// A number, written as text (so that its decimals stand as meant) or as a JSON number.
pub fn number(tree: &Tree, what: &str, log: &mut Log) -> Option<Decimal> {
    let found = match &tree.value {
        Json::Number(text) | Json::Text(text) => decimal::parse(text),
        Json::Null | Json::Bool(_) | Json::List(_) | Json::Object(_) => None,
    };
    if found.is_none() {
        log.add(tree.span, format!("`{what}` is no number"), "write digits, such as \"0.23\"");
    }
    found
}

pub fn date(tree: &Tree, what: &str, log: &mut Log) -> Option<Date> {
    let found = match &tree.value {
        Json::Text(text) => text.parse().ok(),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::List(_) | Json::Object(_) => None,
    };
    if found.is_none() {
        log.add(tree.span, format!("`{what}` is no day of the calendar"), "write it like \"2020-06-30\"");
    }
    found
}
