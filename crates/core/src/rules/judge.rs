//! Truth of conditions over a space. Numbers themselves belong to `value`.

use super::explore::{Engine, Stop};
use super::node::{Comparison, Edges, ExprId, Node, Slot, VarId};
use super::space::{Domain, Split};
use crate::decimal::{minus, over, plus};
use rust_decimal::Decimal;

impl Engine<'_> {
    /// Does the condition hold for every completion (`true`) or for none (`false`); else the cut to make.
    pub fn truth(&mut self, condition: ExprId) -> Result<bool, Stop> {
        let Some(node) = self.rules.nodes.get(usize::from(condition.0)).copied() else {
            return Ok(false);
        };
        match node {
            Node::Truth(holds) => Ok(holds),
            Node::Among(slot, mask) => self.among(slot, mask),
            Node::ClassAmong(fact, mask) => self.class_among(fact, mask),
            Node::Not(inner) => self.truth(inner).map(|holds| !holds),
            Node::And(first, second) => self.both(first, second, false),
            Node::Or(first, second) => self.both(first, second, true),
            Node::Compare(comparison, left, right) => self.compare(comparison, left, right),
            Node::Any(group, test) => self.any(group, test),
            // INVARIANT: the compiler puts no number where a condition stands; a damaged dataset reads as false.
            Node::Constant(_)
            | Node::Parameter(..)
            | Node::Read(..)
            | Node::Add(..)
            | Node::Subtract(..)
            | Node::Multiply(..)
            | Node::Divide(..)
            | Node::Min(..)
            | Node::Max(..)
            | Node::If(..)
            | Node::At(..)
            | Node::Count(..)
            | Node::Sum(..)
            | Node::Capped { .. } => Ok(false),
        }
    }

    /// `decisive` of either side decides: false for a conjunction, true for a disjunction.
    fn both(&mut self, first: ExprId, second: ExprId, decisive: bool) -> Result<bool, Stop> {
        match self.truth(first) {
            Ok(holds) if holds == decisive => Ok(decisive),
            Ok(_) => self.truth(second),
            Err(undecided) => match self.truth(second) {
                Ok(holds) if holds == decisive => Ok(decisive),
                _ => Err(undecided),
            },
        }
    }

    /// The variable that a slot means, for the row at hand.
    pub(super) fn variable(&self, slot: Slot) -> VarId {
        match slot {
            Slot::Whole(variable) => variable,
            Slot::Field(group, field) => self.row_variable(group, self.row, field),
        }
    }

    fn among(&self, slot: Slot, mask: u32) -> Result<bool, Stop> {
        let variable = self.variable(slot);
        match *self.space.look(variable) {
            Domain::Choices(possible) if possible & !mask == 0 => Ok(true),
            Domain::Choices(possible) if possible & mask == 0 => Ok(false),
            Domain::Choices(_) => Err(Stop::Open(Split::Mask(variable, mask))),
            Domain::Range(..) => Ok(false),
        }
    }

    fn compare(&mut self, comparison: Comparison, left: Edges, right: Edges) -> Result<bool, Stop> {
        let (left_low, left_high) = self.edges(left)?;
        let (right_low, right_high) = self.edges(right)?;
        let (always, never) = match comparison {
            Comparison::Less => (left_high < right_low, left_low >= right_high),
            Comparison::AtMost => (left_high <= right_low, left_low > right_high),
            Comparison::Equal => (
                left_low == left_high && right_low == right_high && left_low == right_low,
                left_high < right_low || left_low > right_high,
            ),
        };
        match (always, never) {
            (true, _) => Ok(true),
            (_, true) => Ok(false),
            _ => Err(self.cut_for(comparison, left, right, (right_low, right_high), (left_low, left_high))),
        }
    }

    fn edges(&mut self, of: Edges) -> Result<(Decimal, Decimal), Stop> {
        let low = self.value(of.low)?;
        let high = if of.low == of.high { low } else { self.value(of.high)? };
        Ok((low, high))
    }

    /// The cut that decides a comparison: at the other side where one side is a bare variable, else in the middle.
    fn cut_for(
        &mut self,
        comparison: Comparison,
        left: Edges,
        right: Edges,
        right_range: (Decimal, Decimal),
        left_range: (Decimal, Decimal),
    ) -> Stop {
        let bare = |engine: &Self, side: Edges| match engine.rules.nodes.get(usize::from(side.low.0)) {
            Some(Node::Read(slot, _)) => Some(engine.variable(*slot)).filter(|v| engine.space.get(*v).is_open()),
            _ => None,
        };
        let strict = matches!(comparison, Comparison::Less);
        if let Some(variable) = bare(self, left).filter(|_| right_range.0 == right_range.1) {
            // x < c holds up to just below c; x <= c up to c; x == c needs both cuts, one at a time.
            let below = strict || (comparison == Comparison::Equal && left_range.1 <= right_range.0);
            return self.cut(variable, right_range.0, below);
        }
        if let Some(variable) = bare(self, right).filter(|_| left_range.0 == left_range.1) {
            // c < x fails up to c; c <= x fails up to just below c.
            let below = !strict && (comparison != Comparison::Equal || right_range.1 <= left_range.0);
            return self.cut(variable, left_range.0, below);
        }
        let open = self.open_number(left.low).or_else(|| self.open_number(right.low));
        match open.map(|variable| (variable, self.space.get(variable))) {
            Some((variable, Domain::Range(low, high))) => {
                Stop::Open(Split::After(variable, plus(low, over(minus(high, low), Decimal::TWO))))
            }
            _ => Stop::Spent,
        }
    }

    fn cut(&self, variable: VarId, at: Decimal, below: bool) -> Stop {
        let at = if below { minus(at, self.rules.grain(variable)) } else { at };
        Stop::Open(Split::After(variable, at))
    }

    /// A numeric variable of the expression with more than one possible value.
    fn open_number(&self, expression: ExprId) -> Option<VarId> {
        match self.rules.nodes.get(usize::from(expression.0)).copied()? {
            Node::Read(slot, _) => Some(self.variable(slot)).filter(|variable| self.space.get(*variable).is_open()),
            Node::Add(a, b)
            | Node::Subtract(a, b)
            | Node::Multiply(a, b)
            | Node::Divide(a, b)
            | Node::Min(a, b)
            | Node::Max(a, b)
            | Node::If(_, a, b) => self.open_number(a).or_else(|| self.open_number(b)),
            Node::Count(group, _) => self
                .rules
                .groups
                .get(usize::from(group))
                .map(|group| group.count)
                .filter(|v| self.space.get(*v).is_open()),
            Node::Sum(group, term, _) => self.open_in_rows(group, term),
            // A figure has nothing to cut, a series has stopped for its own step before, what is under a cap is not cut.
            Node::Constant(_)
            | Node::Parameter(..)
            | Node::At(..)
            | Node::Capped { .. }
            | Node::Truth(_)
            | Node::Among(..)
            | Node::ClassAmong(..)
            | Node::Not(_)
            | Node::And(..)
            | Node::Or(..)
            | Node::Compare(..)
            | Node::Any(..) => None,
        }
    }

    fn open_in_rows(&self, group: u8, term: ExprId) -> Option<VarId> {
        let rows = self.rules.groups.get(usize::from(group))?;
        if self.space.get(rows.count).is_open() {
            return Some(rows.count);
        }
        let Node::Read(Slot::Field(_, field), _) = self.rules.nodes.get(usize::from(term.0)).copied()? else {
            return None;
        };
        (0..rows.max_rows).map(|row| self.row_variable(group, row, field)).find(|v| self.space.get(*v).is_open())
    }
}
