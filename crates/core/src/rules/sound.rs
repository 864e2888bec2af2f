//! That rules read from bytes can be computed with: the compiler's own always can, damaged ones are refused.

use super::node::{Group, Rules, VariableKind};
use super::space::MOST_CHOICES;
use rust_decimal::Decimal;

/// No figure of the dataset passes it, and no number of an expression, in any profile; what is left of 28 digits is room
/// for fractions.
pub const GREATEST: i64 = 1_000_000_000_000_000_000;
/// Digits after the point of an answer.
const FINEST: u32 = 8;

impl Rules {
    /// Does every node refer only to nodes before it, is every figure within bounds, and every field of a row a variable.
    pub fn is_sound(&self) -> bool {
        let figures = self.constants.iter().all(|figure| fits(*figure))
            && self.parameters.iter().all(|parameter| fits(parameter.low) && fits(parameter.high))
            && self.series.iter().flat_map(|series| &series.steps).all(|(_, figure)| fits(*figure))
            && self
                .tables
                .iter()
                .flat_map(|table| &table.rows)
                .flat_map(|row| row.bounds.iter().flatten())
                .all(|bound| fits(*bound));
        figures
            && self.is_ordered()
            && self.variables.iter().all(|variable| is_countable(&variable.kind))
            && self.groups.iter().all(|rows| self.has_all_fields(*rows))
    }

    fn has_all_fields(&self, rows: Group) -> bool {
        let last = usize::from(rows.count) + usize::from(rows.max_rows) * usize::from(rows.fields);
        last < self.variables.len()
    }

    fn is_ordered(&self) -> bool {
        self.nodes.iter().enumerate().all(|(index, node)| {
            let mut children = node.children().into_iter().flatten();
            children.all(|child| usize::from(child.0) < index)
        })
    }
}

fn fits(figure: Decimal) -> bool {
    figure.abs() <= Decimal::from(GREATEST)
}

fn is_countable(kind: &VariableKind) -> bool {
    match kind {
        VariableKind::Choice(values) => (1..=MOST_CHOICES).contains(values),
        VariableKind::Number { min, max, grain } => {
            fits(*min) && fits(*max) && min <= max && *grain <= Decimal::ONE && *grain >= Decimal::new(1, FINEST)
        }
    }
}
