//! Expressions over answers that are all known: what `judge` and `value` come to where nothing is left to cut. Rows do not
//! belong here.

use super::explore::Engine;
use super::node::{Comparison, Edges, End, ExprId, Node, Rules, Slot};
use super::reads::Reads;
use super::space::Domain;
use crate::decimal::{minus, over, plus, times};
use rust_decimal::Decimal;

/// Evaluates expressions for which [`Rules::is_plain`] over a space that settles all that they read.
#[derive(Clone, Copy)]
pub struct Point<'a>(pub(super) &'a Engine<'a>);

impl Point<'_> {
    /// Does the condition hold.
    pub fn holds(self, condition: ExprId) -> bool {
        match self.0.rules.nodes.get(usize::from(condition.0)) {
            Some(Node::Truth(holds)) => *holds,
            Some(Node::Among(Slot::Whole(variable), mask)) => {
                matches!(self.0.space.look(*variable), Domain::Choices(is) if is & mask != 0)
            }
            Some(Node::ClassAmong(fact, mask)) => self.0.classes(*fact) & mask != 0,
            Some(Node::Not(inner)) => !self.holds(*inner),
            Some(Node::And(first, second)) => self.holds(*first) && self.holds(*second),
            Some(Node::Or(first, second)) => self.holds(*first) || self.holds(*second),
            Some(Node::Compare(comparison, left, right)) => {
                let order = self.number(left.low).cmp(&self.number(right.low));
                match comparison {
                    Comparison::Less => order.is_lt(),
                    Comparison::AtMost => order.is_le(),
                    Comparison::Equal => order.is_eq(),
                }
            }
            _ => false,
        }
    }

    /// The number that the expression comes to, at the end for which it was compiled.
    pub fn number(self, expression: ExprId) -> Decimal {
        match self.0.rules.nodes.get(usize::from(expression.0)) {
            Some(Node::Constant(index)) => self.0.rules.constants.get(usize::from(*index)).copied().unwrap_or_default(),
            Some(Node::Parameter(index, end)) => self.0.rules.parameter(*index, *end),
            Some(Node::Read(Slot::Whole(variable), _)) => match self.0.space.look(*variable) {
                Domain::Range(number, _) => *number,
                Domain::Choices(_) => Decimal::ZERO,
            },
            Some(Node::Add(a, b)) => plus(self.number(*a), self.number(*b)),
            Some(Node::Subtract(a, b)) => minus(self.number(*a), self.number(*b)),
            Some(Node::Multiply(a, b)) => times(self.number(*a), self.number(*b)),
            Some(Node::Divide(a, b)) => over(self.number(*a), self.number(*b)),
            Some(Node::Min(a, b)) => self.number(*a).min(self.number(*b)),
            Some(Node::Max(a, b)) => self.number(*a).max(self.number(*b)),
            Some(Node::If(test, yes, no)) => self.number(if self.holds(*test) { *yes } else { *no }),
            _ => Decimal::ZERO,
        }
    }
}

impl Rules {
    /// Can an expression be computed at a [`Point`]: it reads no rows and no series, and compares no figure for which the
    /// source leaves a range.
    pub fn is_plain(&self, expression: ExprId) -> bool {
        let Some(node) = self.node(expression) else { return false };
        let one_number = |side: Edges| self.ends_of_one(side.low, side.high);
        let own = match node.reads() {
            Reads::Nothing => {
                !matches!(node, Node::Compare(_, left, right) if !(one_number(left) && one_number(right)))
            }
            Reads::Slot(slot) => matches!(slot, Slot::Whole(_)) && !matches!(node, Node::At(..)),
            Reads::Fact(_) => true,
            Reads::Rows(_) => false,
        };
        own && node.children().into_iter().flatten().all(|child| self.is_plain(child))
    }

    /// A named figure, or one end of its range; 0 where there is none.
    pub(super) fn parameter(&self, index: u16, end: End) -> Decimal {
        self.parameters.get(usize::from(index)).map_or(Decimal::ZERO, |parameter| match end {
            End::Low => parameter.low,
            End::High => parameter.high,
        })
    }
}
