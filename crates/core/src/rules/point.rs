//! Expressions over answers that are all known: what `judge` and `value` come to where nothing is left to cut. Rows do not
//! belong here.

use super::basis::Rules;
use super::explore::Engine;
use super::node::{Comparison, CondId, Condition, Edges, End, Expression, Figure, FigureId, Slot};
use super::reads::Reads;
use super::space::Domain;
use crate::decimal::{minus, over, plus, times};
use rust_decimal::Decimal;

/// Evaluates expressions for which [`Rules::is_plain`] over a space that settles all that they read.
#[derive(Clone, Copy)]
pub struct Point<'a>(pub(super) &'a Engine<'a>);

impl Point<'_> {
    /// Does the condition hold.
    pub fn holds(self, condition: CondId) -> bool {
        match self.0.rules.condition(condition) {
            Condition::Truth(holds) => holds,
            Condition::Among(slot, mask) => {
                matches!(self.0.space.look(self.0.variable(slot)), Domain::Choices(is) if is & mask != 0)
            }
            Condition::ClassAmong(fact, mask) => self.0.classes(fact) & mask != 0,
            Condition::Not(inner) => !self.holds(inner),
            Condition::And(first, second) => self.holds(first) && self.holds(second),
            Condition::Or(first, second) => self.holds(first) || self.holds(second),
            Condition::Compare(comparison, left, right) => {
                let order = self.number(left.low).cmp(&self.number(right.low));
                match comparison {
                    Comparison::Less => order.is_lt(),
                    Comparison::AtMost => order.is_le(),
                    Comparison::Equal => order.is_eq(),
                }
            }
            // Not plain: no rule that has one is looked at here.
            Condition::Any(..) => false,
        }
    }

    /// The number that the figure comes to, at the end for which it was compiled.
    pub fn number(self, figure: FigureId) -> Decimal {
        match self.0.rules.figure(figure) {
            Figure::Constant(index) => self.0.rules.constants.get(usize::from(index)).copied().unwrap_or_default(),
            Figure::Parameter(index, end) => self.0.rules.parameter(index, end),
            Figure::Read(slot, _) => match self.0.space.look(self.0.variable(slot)) {
                Domain::Range(number, _) => *number,
                Domain::Choices(_) => Decimal::ZERO,
            },
            Figure::Add(a, b) => plus(self.number(a), self.number(b)),
            Figure::Subtract(a, b) => minus(self.number(a), self.number(b)),
            Figure::Multiply(a, b) => times(self.number(a), self.number(b)),
            Figure::Divide(a, b) => over(self.number(a), self.number(b)),
            Figure::Min(a, b) => self.number(a).min(self.number(b)),
            Figure::Max(a, b) => self.number(a).max(self.number(b)),
            Figure::If(test, yes, no) => self.number(if self.holds(test) { yes } else { no }),
            // Not plain either.
            Figure::At(..) | Figure::Count(..) | Figure::Sum(..) | Figure::Capped { .. } => Decimal::ZERO,
        }
    }
}

impl Rules {
    /// Can an expression be computed at a [`Point`]: it reads no rows and no series, and compares no figure for which the
    /// source leaves a range.
    pub fn is_plain(&self, expression: Expression) -> bool {
        let one_number = |side: Edges| self.ends_of_one(side.low, side.high);
        let own = match expression {
            Expression::Condition(condition) => match self.condition(condition) {
                Condition::Compare(_, left, right) => one_number(left) && one_number(right),
                Condition::Truth(_)
                | Condition::Among(..)
                | Condition::ClassAmong(..)
                | Condition::Not(_)
                | Condition::And(..)
                | Condition::Or(..)
                | Condition::Any(..) => true,
            },
            Expression::Figure(figure) => !matches!(self.figure(figure), Figure::At(..)),
        };
        let reads = match self.reads(expression) {
            Reads::Nothing | Reads::Fact(_) => true,
            Reads::Slot(slot) => matches!(slot, Slot::Whole(_)),
            Reads::Rows(_) => false,
        };
        own && reads && self.children(expression).all(|child| self.is_plain(child))
    }

    /// A named figure, or one end of its range; 0 where there is none.
    pub(super) fn parameter(&self, index: u16, end: End) -> Decimal {
        self.parameters.get(usize::from(index)).map_or(Decimal::ZERO, |parameter| match end {
            End::Low => parameter.low,
            End::High => parameter.high,
        })
    }
}
