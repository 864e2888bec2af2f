//! Ranges to tap in place of a number. Where a classification measures the number, they are the classes of the trade's
//! own row, so that a tap decides as much as the figure; else those of the question.

use super::{Dataset, Shape};
use crate::rules::VarId;
use rust_decimal::Decimal;

impl Dataset {
    /// The bands of a question, from the least; `trade` is the value of the choice that the classification goes by.
    /// Both ends belong to a band. Empty for what is no number.
    pub fn bands(&self, question: u16, trade: Option<u8>) -> Vec<(Decimal, Decimal)> {
        let Some(question) = self.questions.get(usize::from(question)) else { return Vec::new() };
        let Shape::Number { min, max, decimals, quick, .. } = &question.shape else { return Vec::new() };
        let bounds = trade.map(|trade| self.class_bounds(question.variable, trade)).unwrap_or_default();
        if bounds.is_empty() {
            return quick.clone();
        }
        let grain = Decimal::new(1, u32::from(*decimals));
        let mut low = *min;
        let mut bands = Vec::with_capacity(bounds.len() + 1);
        for bound in bounds.iter().rev().filter(|bound| **bound > *min && **bound <= *max) {
            bands.push((low, crate::decimal::minus(*bound, grain)));
            low = *bound;
        }
        bands.push((low, *max));
        bands
    }

    /// The questions that measure the class of a trade, in the order of the classification: staff before revenue.
    pub fn measures(&self, trade: u8) -> Vec<u16> {
        let mut found = Vec::new();
        for fact in &self.rules.facts {
            for measure in &fact.measures {
                let question = self.rules.variables.get(usize::from(*measure)).map(|variable| variable.question);
                let used = !self.class_bounds(*measure, trade).is_empty();
                found.extend(question.filter(|question| used && !found.contains(question)));
            }
        }
        found
    }

    /// The bounds of a measure in the row of a trade, from the highest; none where the row does not use it.
    fn class_bounds(&self, measure: VarId, trade: u8) -> &[Decimal] {
        let mut of = self.rules.facts.iter().filter_map(|fact| {
            let at = fact.measures.iter().position(|other| *other == measure)?;
            let row = self.rules.tables.get(usize::from(fact.table))?.rows.get(usize::from(trade))?;
            row.bounds.get(at).filter(|bounds| !bounds.is_empty())
        });
        of.next().map_or(&[], Vec::as_slice)
    }
}
