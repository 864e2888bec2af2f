//! Classes from a table: the class of the whole is the lowest class that any of its measures reaches.

use super::basis::{Fact, Rules, Table, TableRow};
use super::explore::{Engine, Stop};
use super::node::VarId;
use super::space::{Domain, Space, Split};
use crate::decimal::minus;
use rust_decimal::Decimal;
use std::cell::Cell;

impl Engine<'_> {
    pub(super) fn class_among(&mut self, fact: u16, mask: u32) -> Result<bool, Stop> {
        let possible = self.classes(fact);
        if possible & !mask == 0 {
            return Ok(true);
        }
        if possible & mask == 0 {
            return Ok(false);
        }
        Err(self.class_cut(fact).map_or(Stop::Spent, Stop::Open))
    }

    /// Every class, a bit each, that some completion gives. Exact: the row's measures are independent of each other.
    pub fn classes(&self, fact: u16) -> u32 {
        let known = self.classes.get(usize::from(fact)).filter(|_| self.depth == 0);
        if let Some(known) = known.and_then(Cell::get) {
            return known;
        }
        let possible = self.classes_now(fact);
        known.inspect(|place| place.set(Some(possible)));
        possible
    }

    pub(super) fn classes_now(&self, fact: u16) -> u32 {
        let Some((fact, table)) = self.rules.fact(fact) else { return 0 };
        let Domain::Choices(rows) = self.space.look(fact.by) else { return 0 };
        let each = table.rows.iter().enumerate().filter(|(index, _)| rows & (1 << index) != 0);
        each.fold(0, |possible, (_, row)| possible | row_classes(&self.space, fact, table, row))
    }

    /// Does a class depend on the variable.
    pub(super) fn classified_by(&self, variable: VarId) -> bool {
        self.rules.facts.iter().any(|fact| fact.by == variable || fact.measures.contains(&variable))
    }

    /// Each choice on its own, then a bound inside a measure's range.
    fn class_cut(&self, fact: u16) -> Option<Split> {
        let (fact, table) = self.rules.fact(fact)?;
        let Domain::Choices(rows) = self.space.get(fact.by) else { return None };
        if rows.count_ones() > 1 {
            return Some(Split::Each(fact.by));
        }
        let row = table.rows.get(usize::try_from(rows.trailing_zeros()).ok()?)?;
        fact.measures.iter().zip(&row.bounds).find_map(|(measure, bounds)| {
            let Domain::Range(low, high) = self.space.get(*measure) else { return None };
            let bound = bounds.iter().find(|bound| low < **bound && **bound <= high)?;
            // The bound itself belongs to the higher class; any lesser number of the grid to the lower.
            Some(Split::After(*measure, minus(*bound, Decimal::new(1, 8))))
        })
    }
}

impl Rules {
    /// What is classified by, and the table.
    pub fn fact(&self, fact: u16) -> Option<(&Fact, &Table)> {
        let fact = self.facts.get(usize::from(fact))?;
        Some((fact, self.tables.get(usize::from(fact.table))?))
    }
}

/// Every class that a row can give, a bit each.
fn row_classes(space: &Space, fact: &Fact, table: &Table, row: &TableRow) -> u32 {
    let (best, worst) = class_range(space, fact, table, row);
    (best..=worst).fold(0, |possible, class| possible | (1 << class))
}

/// The best and the worst class that the row can give; classes count from the highest, so best ≤ worst.
fn class_range(space: &Space, fact: &Fact, table: &Table, row: &TableRow) -> (usize, usize) {
    let (mut best, mut worst) = (0, 0);
    for (measure, bounds) in fact.measures.iter().zip(&row.bounds).filter(|(_, bounds)| !bounds.is_empty()) {
        let Domain::Range(low, high) = space.look(*measure) else { continue };
        let highest = class_of(*high, bounds);
        best = best.max(highest);
        worst = worst.max(if low == high { highest } else { class_of(*low, bounds) });
    }
    let last = table.classes.len().saturating_sub(1);
    (best.min(last), worst.min(last))
}

/// The first class whose bound the number reaches; the one after the last bound where it reaches none.
fn class_of(number: Decimal, bounds: &[Decimal]) -> usize {
    bounds.iter().position(|bound| number >= *bound).unwrap_or(bounds.len())
}
