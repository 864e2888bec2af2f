//! What one answer makes certain of another: wherever the `when` of a link holds, its `then` does. A completion that breaks
//! a link does not exist, so domains are narrowed by links as soon as an answer is known. Whether a completion is left at
//! all belongs to `bonds`.

use super::basis::Link;
use super::explore::{Engine, Stop};
use super::node::{Comparison, CondId, Condition, Edges, Figure, FigureId, Slot, VarId};
use super::space::Domain;
use super::variables::VarSet;
use crate::decimal::{floor, minus, over, plus, times};
use rust_decimal::Decimal;

/// Rounds of narrowing: links that shave a number grain by grain are left to the search.
const ROUNDS: usize = 40;

/// Former domains of what was narrowed, in order.
pub type Trail = Vec<(VarId, Domain)>;

impl Engine<'_> {
    /// Does a link hold in every completion (`true`) or in none (`false`); else the cut to make.
    pub(super) fn link_truth(&mut self, link: &Link) -> Result<bool, Stop> {
        match self.truth(link.when) {
            Ok(false) => Ok(true),
            Ok(true) => self.truth(link.then),
            Err(open) => match self.truth(link.then) {
                Ok(true) => Ok(true),
                _ => Err(open),
            },
        }
    }

    /// Narrows domains by these links as far as what changed reaches; `false` where one of them is broken. What was narrowed
    /// is added to the trail.
    pub(super) fn follow(&mut self, links: &[u16], mut changed: VarSet, trail: &mut Trail) -> bool {
        for _ in 0..ROUNDS {
            let before = trail.len();
            for index in links {
                let rules = self.rules;
                let Some(link) = rules.links.get(usize::from(*index)) else { continue };
                let at = trail.len();
                if link.reads.iter().any(|variable| changed.contains(*variable)) && !self.obey(link, trail) {
                    return false;
                }
                trail.iter().skip(at).for_each(|(variable, _)| changed.insert(*variable));
            }
            if trail.len() == before {
                break;
            }
            changed = VarSet::default();
            trail.iter().skip(before).for_each(|(variable, _)| changed.insert(*variable));
        }
        true
    }

    /// Narrows what a link reads to what it leaves; `false` where that is nothing.
    fn obey(&mut self, link: &Link, trail: &mut Trail) -> bool {
        match self.truth(link.when) {
            Ok(true) => self.impose(link.then, true, trail),
            Ok(false) => true,
            Err(_) => self.truth(link.then) != Ok(false) || self.impose(link.when, false, trail),
        }
    }

    /// Narrows what a condition reads so that it holds, or fails, as far as single domains can say so.
    fn impose(&mut self, condition: CondId, holds: bool, trail: &mut Trail) -> bool {
        match self.rules.condition(condition) {
            Condition::Truth(truth) => truth == holds,
            Condition::Not(inner) => self.impose(inner, !holds, trail),
            Condition::And(a, b) if holds => self.impose(a, true, trail) && self.impose(b, true, trail),
            Condition::Or(a, b) if !holds => self.impose(a, false, trail) && self.impose(b, false, trail),
            Condition::And(a, b) | Condition::Or(a, b) => match (self.truth(a), self.truth(b)) {
                (Ok(first), _) if first != holds => self.impose(b, holds, trail),
                (_, Ok(second)) if second != holds => self.impose(a, holds, trail),
                _ => true,
            },
            Condition::Among(slot, mask) => {
                let variable = self.variable(slot);
                let Domain::Choices(now) = self.space.get(variable) else { return true };
                self.shrink(variable, Domain::Choices(now & if holds { mask } else { !mask }), trail)
            }
            Condition::ClassAmong(fact, mask) => self.impose_class(fact, if holds { mask } else { !mask }, trail),
            Condition::Compare(comparison, left, right) => match (comparison, holds) {
                (Comparison::Less, true) => self.order(left, right, true, trail),
                (Comparison::Less, false) => self.order(right, left, false, trail),
                (Comparison::AtMost, true) => self.order(left, right, false, trail),
                (Comparison::AtMost, false) => self.order(right, left, true, trail),
                (Comparison::Equal, true) => {
                    self.order(left, right, false, trail) && self.order(right, left, false, trail)
                }
                (Comparison::Equal, false) => self.truth(condition) != Ok(true),
            },
            Condition::Any(..) => self.truth(condition) != Ok(!holds),
        }
    }

    /// Leaves the choices with which a class of the mask is possible.
    fn impose_class(&mut self, fact: u16, mask: u32, trail: &mut Trail) -> bool {
        let Some((of, _)) = self.rules.fact(fact) else { return true };
        let by = of.by;
        let Domain::Choices(now) = self.space.get(by) else { return true };
        let mut left = 0;
        for choice in Domain::each(now) {
            let Domain::Choices(bit) = choice else { continue };
            let before = self.space.to_mut().set(by, choice);
            left |= if self.classes_now(fact) & mask == 0 { 0 } else { bit };
            self.space.to_mut().set(by, before);
        }
        self.shrink(by, Domain::Choices(left), trail)
    }

    /// Narrows both sides so that the left is at most, or less than, the right.
    fn order(&mut self, left: Edges, right: Edges, strict: bool, trail: &mut Trail) -> bool {
        let (Ok(most), Ok(least)) = (self.value(right.high), self.value(left.low)) else { return true };
        self.at_most(left.low, most, strict, trail) && self.at_least(right.high, least, strict, trail)
    }

    /// Narrows what a number reads so that it can be as low as that.
    fn at_most(&mut self, low: FigureId, most: Decimal, strict: bool, trail: &mut Trail) -> bool {
        match self.rules.figure(low) {
            Figure::Read(slot, _) => self.below(slot, most, strict, trail),
            Figure::Add(a, b) => self.both_ends(a, b).is_none_or(|(one, other)| {
                self.at_most(a, minus(most, other), strict, trail) && self.at_most(b, minus(most, one), strict, trail)
            }),
            Figure::Subtract(a, b) => self.both_ends(a, b).is_none_or(|(from, less)| {
                self.at_most(a, plus(most, less), strict, trail) && self.at_least(b, minus(from, most), strict, trail)
            }),
            Figure::Max(a, b) => self.at_most(a, most, strict, trail) && self.at_most(b, most, strict, trail),
            // Cut before it can be narrowed.
            Figure::Constant(_)
            | Figure::Parameter(..)
            | Figure::Multiply(..)
            | Figure::Divide(..)
            | Figure::Min(..)
            | Figure::If(..)
            | Figure::At(..)
            | Figure::Count(..)
            | Figure::Sum(..)
            | Figure::Capped { .. } => self.value(low).map_or(true, |least| least < most || (least == most && !strict)),
        }
    }

    /// Narrows what a number reads so that it can be as high as that.
    fn at_least(&mut self, high: FigureId, least: Decimal, strict: bool, trail: &mut Trail) -> bool {
        match self.rules.figure(high) {
            Figure::Read(slot, _) => self.above(slot, least, strict, trail),
            Figure::Add(a, b) => self.both_ends(a, b).is_none_or(|(one, other)| {
                self.at_least(a, minus(least, other), strict, trail)
                    && self.at_least(b, minus(least, one), strict, trail)
            }),
            Figure::Subtract(a, b) => self.both_ends(a, b).is_none_or(|(from, less)| {
                self.at_least(a, plus(least, less), strict, trail) && self.at_most(b, minus(from, least), strict, trail)
            }),
            Figure::Min(a, b) => self.at_least(a, least, strict, trail) && self.at_least(b, least, strict, trail),
            Figure::Constant(_)
            | Figure::Parameter(..)
            | Figure::Multiply(..)
            | Figure::Divide(..)
            | Figure::Max(..)
            | Figure::If(..)
            | Figure::At(..)
            | Figure::Count(..)
            | Figure::Sum(..)
            | Figure::Capped { .. } => self.value(high).map_or(true, |most| least < most || (least == most && !strict)),
        }
    }

    /// Two numbers at the ends for which they were compiled.
    fn both_ends(&mut self, a: FigureId, b: FigureId) -> Option<(Decimal, Decimal)> {
        Some((self.value(a).ok()?, self.value(b).ok()?))
    }

    fn below(&mut self, slot: Slot, most: Decimal, strict: bool, trail: &mut Trail) -> bool {
        let variable = self.variable(slot);
        let Domain::Range(low, high) = self.space.get(variable) else { return true };
        let grain = self.rules.grain(variable);
        let at = plus(low, times(floor(over(minus(most, low), grain)), grain));
        let at = if strict && at == most { minus(at, grain) } else { at };
        at >= low && self.shrink(variable, Domain::Range(low, high.min(at)), trail)
    }

    fn above(&mut self, slot: Slot, least: Decimal, strict: bool, trail: &mut Trail) -> bool {
        let variable = self.variable(slot);
        let Domain::Range(low, high) = self.space.get(variable) else { return true };
        let grain = self.rules.grain(variable);
        let at = minus(high, times(floor(over(minus(high, least), grain)), grain));
        let at = if strict && at == least { plus(at, grain) } else { at };
        at <= high && self.shrink(variable, Domain::Range(low.max(at), high), trail)
    }

    /// Narrows one variable; `false` where nothing is left of it.
    fn shrink(&mut self, variable: VarId, domain: Domain, trail: &mut Trail) -> bool {
        if domain == Domain::Choices(0) {
            return false;
        }
        if self.space.get(variable) != domain {
            trail.push((variable, self.space.to_mut().set(variable, domain)));
        }
        true
    }
}
