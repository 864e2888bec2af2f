//! That rules read from bytes can be computed with: the compiler's own always can, damaged ones are refused.

use super::basis::{Group, Rules, VariableKind};
use super::node::{CondId, Condition, Expression, Figure, FigureId, Slot, VarId};
use super::space::MOST_CHOICES;
use rust_decimal::Decimal;

/// No figure of the dataset passes it, and no number of an expression, in any profile; what is left of 28 digits is room
/// for fractions.
pub const GREATEST: i64 = 1_000_000_000_000_000_000;
/// Digits after the point of an answer.
const FINEST: u32 = 8;

impl Rules {
    /// Does following an expression end, is everything that one names there and of the sort that is read, is every figure
    /// within bounds, and every field of a row a variable.
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
            && self.variables.iter().all(|variable| is_countable(&variable.kind))
            && self.groups.iter().all(|rows| self.has_all_fields(*rows))
            && self.is_ordered()
            && self.links.iter().all(|link| {
                let known = |variable: &VarId| usize::from(*variable) < self.variables.len();
                self.has_condition(link.when) && self.has_condition(link.then) && link.reads.iter().all(known)
            })
            && self.conditions.iter().all(|condition| self.can_hold(*condition))
            && self.figures.iter().all(|figure| self.can_come(*figure))
    }

    /// Is there such a condition.
    pub fn has_condition(&self, condition: CondId) -> bool {
        usize::from(condition.0) < self.conditions.len()
    }

    /// Is there such a figure.
    pub fn has_figure(&self, figure: FigureId) -> bool {
        usize::from(figure.0) < self.figures.len()
    }

    /// Are there the things that a condition reads by itself.
    fn can_hold(&self, condition: Condition) -> bool {
        match condition {
            Condition::Among(slot, _) => matches!(self.kind(slot), Some(VariableKind::Choice(_))),
            Condition::ClassAmong(fact, _) => self.fact(fact).is_some_and(|(fact, _)| {
                let measured =
                    |measure: &VarId| matches!(self.kind(Slot::Whole(*measure)), Some(VariableKind::Number { .. }));
                matches!(self.kind(Slot::Whole(fact.by)), Some(VariableKind::Choice(_)))
                    && fact.measures.iter().all(measured)
            }),
            Condition::Any(group, _) => self.groups.get(usize::from(group)).is_some(),
            Condition::Truth(_)
            | Condition::Not(_)
            | Condition::And(..)
            | Condition::Or(..)
            | Condition::Compare(..) => true,
        }
    }

    /// Are there the things that a figure reads by itself.
    fn can_come(&self, figure: Figure) -> bool {
        let number = |slot| matches!(self.kind(slot), Some(VariableKind::Number { .. }));
        match figure {
            Figure::Constant(index) => usize::from(index) < self.constants.len(),
            Figure::Parameter(index, _) => usize::from(index) < self.parameters.len(),
            Figure::Read(slot, _) => number(slot),
            Figure::At(series, slot) => usize::from(series) < self.series.len() && number(slot),
            Figure::Count(group, _) | Figure::Sum(group, ..) | Figure::Capped { group, .. } => {
                usize::from(group) < self.groups.len()
            }
            Figure::Add(..)
            | Figure::Subtract(..)
            | Figure::Multiply(..)
            | Figure::Divide(..)
            | Figure::Min(..)
            | Figure::Max(..)
            | Figure::If(..) => true,
        }
    }

    /// What a variable may hold that a slot means; of a field in the first row, since all are alike.
    fn kind(&self, slot: Slot) -> Option<&VariableKind> {
        let variable = match slot {
            Slot::Whole(variable) => usize::from(variable),
            Slot::Field(group, field) => {
                let rows = self.groups.get(usize::from(group)).filter(|rows| field < rows.fields)?;
                usize::from(rows.count) + 1 + usize::from(field)
            }
        };
        self.variables.get(variable).map(|variable| &variable.kind)
    }

    fn has_all_fields(&self, rows: Group) -> bool {
        let last = usize::from(rows.count) + usize::from(rows.max_rows) * usize::from(rows.fields);
        last < self.variables.len()
    }

    fn is_ordered(&self) -> bool {
        // Either sort in its order, whichever next one is made of what was passed already.
        let (mut conditions, mut figures) = (self.conditions.iter().peekable(), self.figures.iter().peekable());
        let (mut holds, mut comes) = (0, 0);
        let passed = |children: [Option<Expression>; 4], holds: usize, comes: usize| {
            children.into_iter().flatten().all(|child| match child {
                Expression::Condition(condition) => usize::from(condition.0) < holds,
                Expression::Figure(figure) => usize::from(figure.0) < comes,
            })
        };
        loop {
            if conditions.next_if(|next| passed(next.children(), holds, comes)).is_some() {
                holds += 1;
            } else if figures.next_if(|next| passed(next.children(), holds, comes)).is_some() {
                comes += 1;
            } else {
                return conditions.peek().is_none() && figures.peek().is_none();
            }
        }
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
