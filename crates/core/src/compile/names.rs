//! The one name space of expressions: questions, facts and parameters.

use super::expression::{Number, Test};
use super::unit::Unit;
use crate::date::Date;
use crate::rules::{Slot, VarId};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What a name stands for.
#[derive(Clone, Debug)]
pub enum Meaning {
    /// A yes/no question.
    YesNo(Slot),
    /// A choice and the ids of its values.
    Choice(Slot, Vec<String>),
    /// A set: its first variable and the ids of its members.
    Set(VarId, Vec<String>),
    /// A numeric question.
    Number { slot: Slot, unit: Unit, min: Decimal, max: Decimal },
    /// A date question.
    Date { slot: Slot, min: Date, max: Date },
    /// A group of rows, by index, with the names of its fields and its most rows.
    Group { group: u8, max_rows: u8, fields: BTreeMap<String, Meaning> },
    /// A parameter with one value or a range.
    Parameter { index: u16, unit: Unit, low: Decimal, high: Decimal },
    /// A parameter with a value for each time.
    Series { index: u16, unit: Unit, least: Decimal, greatest: Decimal },
    /// A classification: its index, its classes, and how many measures it has.
    Table { index: u16, classes: Vec<String>, measures: usize },
    /// A class computed from answers: the fact's index and the ids of its classes.
    Class(u16, Vec<String>),
    /// A condition with a name.
    Condition(Test),
    /// A number with a name.
    Computed(Number, Unit),
}

/// Names and their meanings; `used` notes which were needed.
#[derive(Default)]
pub struct Names {
    all: BTreeMap<String, Meaning>,
    used: BTreeSet<String>,
    /// Names of things that could not be read; what uses them is not told again.
    spoilt: BTreeSet<String>,
    /// Some expression or clause could not be read, so that what it uses is not known.
    pub unread: bool,
}

impl Names {
    /// Adds a name; `false` where it is taken.
    pub fn add(&mut self, name: &str, meaning: Meaning) -> bool {
        self.all.insert(name.to_owned(), meaning).is_none()
    }

    pub fn get(&mut self, name: &str) -> Option<Meaning> {
        let found = self.all.get(name).cloned();
        if found.is_some() {
            self.used.insert(name.to_owned());
        }
        found
    }

    /// Notes that a part of a thing was needed: a member of a set, a field of a group.
    pub fn mark(&mut self, thing: &str, part: &str) {
        self.used.insert(format!("{thing}.{part}"));
    }

    /// Notes that the thing of this name could not be read.
    pub fn spoil(&mut self, name: &str) {
        self.spoilt.insert(name.to_owned());
        self.unread = true;
    }

    pub fn is_spoilt(&self, name: &str) -> bool {
        self.spoilt.contains(name)
    }

    /// Is the name taken.
    pub fn has(&self, name: &str) -> bool {
        self.all.contains_key(name)
    }

    pub fn is_used(&self, name: &str) -> bool {
        self.used.contains(name)
    }

    /// The known name most like this one, for advice.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        self.all
            .keys()
            .map(|known| (distance(known, name), known))
            .min()
            .filter(|(d, _)| *d <= 3)
            .map(|(_, known)| known.as_str())
    }
}

/// Edits between two names.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let replace = row.get(j).copied().unwrap_or(0) + usize::from(x != *y);
            let delete = row.get(j + 1).copied().unwrap_or(0) + 1;
            let insert = next.last().copied().unwrap_or(0) + 1;
            next.push(replace.min(delete).min(insert));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
