//! Numbers over a space: each expression computes one end of what is possible. Sums over rows belong to `rows`.

use super::explore::{Engine, Stop};
use super::node::{End, Figure, FigureId, Slot, VarId};
use super::space::{Domain, Split};
use crate::decimal::{minus, over, plus, times};
use rust_decimal::Decimal;

impl Engine<'_> {
    /// The end of the possible values that the figure was compiled for; else the cut to make.
    pub fn value(&mut self, figure: FigureId) -> Result<Decimal, Stop> {
        match self.rules.figure(figure) {
            Figure::Constant(index) => Ok(self.rules.constants.get(usize::from(index)).copied().unwrap_or_default()),
            Figure::Parameter(index, end) => Ok(self.rules.parameter(index, end)),
            Figure::Read(slot, end) => Ok(self.read(slot, end)),
            Figure::Add(a, b) => Ok(plus(self.value(a)?, self.value(b)?)),
            Figure::Subtract(a, b) => Ok(minus(self.value(a)?, self.value(b)?)),
            Figure::Multiply(a, b) => Ok(times(self.value(a)?, self.value(b)?)),
            Figure::Divide(a, b) => Ok(over(self.value(a)?, self.value(b)?)),
            Figure::Min(a, b) => Ok(self.value(a)?.min(self.value(b)?)),
            Figure::Max(a, b) => Ok(self.value(a)?.max(self.value(b)?)),
            Figure::If(test, yes, no) => {
                let branch = if self.truth(test)? { yes } else { no };
                self.value(branch)
            }
            Figure::At(series, slot) => self.at(series, slot),
            Figure::Count(group, end) => Ok(self.count(group, end)),
            Figure::Sum(group, term, end) => self.sum(group, term, end),
            Figure::Capped { group, cap, principal, weight, end } => self.capped(group, cap, principal, weight, end),
        }
    }

    fn read(&mut self, slot: Slot, end: End) -> Decimal {
        let variable = self.variable(slot);
        self.read_variable(variable, end)
    }

    pub(super) fn read_variable(&mut self, variable: VarId, end: End) -> Decimal {
        match *self.space.look(variable) {
            Domain::Range(low, high) => {
                if self.noting && low != high {
                    self.touch(variable);
                    self.spread = true;
                }
                match end {
                    End::Low => low,
                    End::High => high,
                }
            }
            Domain::Choices(_) => Decimal::ZERO,
        }
    }

    /// The series' figure on the slot's day; a range of days that spans a change is cut there.
    fn at(&mut self, series: u16, slot: Slot) -> Result<Decimal, Stop> {
        let variable = self.variable(slot);
        let (Domain::Range(first, last), Some(series)) =
            (self.space.get(variable), self.rules.series.get(usize::from(series)))
        else {
            return Ok(Decimal::ZERO);
        };
        let step_of =
            |day: Decimal| series.steps.iter().rposition(|(from, _)| Decimal::from(*from) <= day).unwrap_or_default();
        let (at_first, at_last) = (step_of(first), step_of(last));
        match series.steps.get(at_first + 1) {
            Some((next, _)) if at_first != at_last => {
                Err(Stop::Open(Split::After(variable, minus(Decimal::from(*next), Decimal::ONE))))
            }
            _ => Ok(series.steps.get(at_first).map_or(Decimal::ZERO, |(_, figure)| *figure)),
        }
    }
}
