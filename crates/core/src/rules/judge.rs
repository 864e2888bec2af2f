//! Truth of conditions over a space. Numbers themselves belong to `value`.

use super::explore::{Engine, Stop};
use super::node::{Comparison, CondId, Condition, Edges, Figure, FigureId, Slot, VarId};
use super::reads::Reads;
use super::space::{Domain, Split};
use crate::decimal::{minus, over, plus};
use rust_decimal::Decimal;

impl Engine<'_> {
    /// Does the condition hold for every completion (`true`) or for none (`false`); else the cut to make.
    pub fn truth(&mut self, condition: CondId) -> Result<bool, Stop> {
        match self.rules.condition(condition) {
            Condition::Truth(holds) => Ok(holds),
            Condition::Among(slot, mask) => self.among(slot, mask),
            Condition::ClassAmong(fact, mask) => self.class_among(fact, mask),
            Condition::Not(inner) => self.truth(inner).map(|holds| !holds),
            Condition::And(first, second) => self.both(first, second, false),
            Condition::Or(first, second) => self.both(first, second, true),
            Condition::Compare(comparison, left, right) => self.compare(comparison, left, right),
            Condition::Any(group, test) => self.any(group, test),
        }
    }

    /// `decisive` of either side decides: false for a conjunction, true for a disjunction.
    fn both(&mut self, first: CondId, second: CondId, decisive: bool) -> Result<bool, Stop> {
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
        let bare = |engine: &Self, side: Edges| match engine.rules.figure(side.low) {
            Figure::Read(slot, _) => Some(engine.variable(slot)).filter(|v| engine.space.get(*v).is_open()),
            Figure::Constant(_)
            | Figure::Parameter(..)
            | Figure::Add(..)
            | Figure::Subtract(..)
            | Figure::Multiply(..)
            | Figure::Divide(..)
            | Figure::Min(..)
            | Figure::Max(..)
            | Figure::If(..)
            | Figure::At(..)
            | Figure::Count(..)
            | Figure::Sum(..)
            | Figure::Capped { .. } => None,
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
        let open = self.open_read(left.low).or_else(|| self.open_read(right.low));
        open.map_or(Stop::Spent, Stop::Open)
    }

    /// After a figure, or just below it: where the variable may be the figure itself, at the value before.
    fn cut(&self, variable: VarId, at: Decimal, below: bool) -> Stop {
        let grain = self.rules.grain(variable);
        let is_value = |at: Decimal| at.scale() <= grain.scale();
        let at = if below && (is_value(at) || is_value(at.normalize())) { minus(at, grain) } else { at };
        Stop::Open(Split::After(variable, at))
    }

    /// A cut of the first open variable on which the figure depends; a number is cut in the middle.
    pub fn open_read(&mut self, figure: FigureId) -> Option<Split> {
        let node = self.rules.figure(figure);
        let own = match node.reads() {
            Reads::Slot(slot) => Some(self.variable(slot)),
            Reads::Rows(group) => self.group(group).map(|rows| rows.count),
            Reads::Fact(_) | Reads::Nothing => None,
        };
        if let Some(variable) = own.filter(|variable| self.space.get(*variable).is_open()) {
            return Some(match self.space.get(variable) {
                Domain::Choices(_) => Split::Each(variable),
                Domain::Range(low, high) => Split::After(variable, plus(low, over(minus(high, low), Decimal::TWO))),
            });
        }
        if let Figure::If(test, yes, no) = node {
            return match self.truth(test) {
                Ok(holds) => self.open_read(if holds { yes } else { no }),
                Err(Stop::Open(split)) => Some(split),
                Err(Stop::Spent) => None,
            };
        }
        if let Reads::Rows(group) = node.reads() {
            let (_, possible) = self.group(group).map_or((0, 0), |rows| self.row_counts(rows));
            return (0..possible).find_map(|row| self.in_row(row, |engine| engine.open_child(node)));
        }
        self.open_child(node)
    }

    fn open_child(&mut self, node: Figure) -> Option<Split> {
        node.figures().find_map(|child| self.open_read(child))
    }
}
