//! Classes from a table: the class of the whole is the lowest class that any of its measures reaches.

use super::explore::{Engine, Stop};
use super::node::{Fact, Table, TableRow};
use super::space::{Domain, Split};
use rust_decimal::Decimal;

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
    pub fn classes(&mut self, fact: u16) -> u32 {
        let index = usize::from(fact);
        if self.depth == 0 {
            if let Some(Some(known)) = self.classes.get(index) {
                return *known;
            }
        }
        let possible = self.classes_now(fact);
        if self.depth == 0 {
            if let Some(place) = self.classes.get_mut(index) {
                *place = Some(possible);
            }
        }
        possible
    }

    fn classes_now(&self, fact: u16) -> u32 {
        let Some((fact, table)) = self.fact(fact) else { return 0 };
        let Domain::Choices(rows) = self.space.get(fact.by) else { return 0 };
        let mut possible = 0;
        for (index, row) in table.rows.iter().enumerate() {
            if rows & (1 << index) != 0 {
                let (best, worst) = self.class_range(fact, table, row);
                for class in best..=worst {
                    possible |= 1 << class;
                }
            }
        }
        possible
    }

    fn fact(&self, fact: u16) -> Option<(&Fact, &Table)> {
        let fact = self.rules.facts.get(usize::from(fact))?;
        Some((fact, self.rules.tables.get(usize::from(fact.table))?))
    }

    /// The best and the worst class that the row can give; classes count from the highest, so best ≤ worst.
    fn class_range(&self, fact: &Fact, table: &Table, row: &TableRow) -> (usize, usize) {
        let (mut best, mut worst) = (0, 0);
        for (measure, bounds) in fact.measures.iter().zip(&row.bounds).filter(|(_, bounds)| !bounds.is_empty()) {
            let Domain::Range(low, high) = self.space.get(*measure) else { continue };
            best = best.max(class_of(high, bounds));
            worst = worst.max(class_of(low, bounds));
        }
        let last = table.classes.len().saturating_sub(1);
        (best.min(last), worst.min(last))
    }

    /// The choice first, then a bound inside a measure's range.
    fn class_cut(&self, fact: u16) -> Option<Split> {
        let (fact, table) = self.fact(fact)?;
        let Domain::Choices(rows) = self.space.get(fact.by) else { return None };
        if rows.count_ones() > 1 {
            return Some(Split::Each(fact.by));
        }
        let row = table.rows.get(usize::try_from(rows.trailing_zeros()).ok()?)?;
        fact.measures.iter().zip(&row.bounds).find_map(|(measure, bounds)| {
            let Domain::Range(low, high) = self.space.get(*measure) else { return None };
            let bound = bounds.iter().find(|bound| low < **bound && **bound <= high)?;
            // The bound itself belongs to the higher class; any lesser number of the grid to the lower.
            Some(Split::After(*measure, *bound - Decimal::new(1, 8)))
        })
    }
}

/// The first class whose bound the number reaches; the one after the last bound where it reaches none.
fn class_of(number: Decimal, bounds: &[Decimal]) -> usize {
    bounds.iter().position(|bound| number >= *bound).unwrap_or(bounds.len())
}
