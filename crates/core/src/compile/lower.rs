//! Typed expressions to compiled nodes. A number becomes two expressions, for its least and its greatest value: each
//! variable in it is read at the end that makes the whole least or greatest. Where that is exact is proved in `exact`.

use super::exact::{opposite, pulls, rows_once, Refused};
use super::expression::{Number, Test};
use crate::date::Date;
use crate::rules::{CondId, Condition, Edges, End, Figure, FigureId, Rules, Series};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// Writes conditions and figures; equal ones once.
#[derive(Default)]
pub struct Lower {
    conditions: HashMap<Condition, CondId>,
    figures: HashMap<Figure, FigureId>,
    year_days: BTreeMap<(i64, i64), u16>,
}

impl Lower {
    /// Compiles a condition.
    pub fn test(&mut self, test: &Test, rules: &mut Rules) -> Result<CondId, Refused> {
        let condition = match test {
            Test::Truth(holds) => Condition::Truth(*holds),
            Test::Among(slot, mask) => Condition::Among(*slot, *mask),
            Test::ClassAmong(fact, mask) => Condition::ClassAmong(*fact, *mask),
            Test::Not(inner) => Condition::Not(self.test(inner, rules)?),
            Test::And(a, b) => Condition::And(self.test(a, rules)?, self.test(b, rules)?),
            Test::Or(a, b) => Condition::Or(self.test(a, rules)?, self.test(b, rules)?),
            Test::Compare(comparison, a, b) => {
                Condition::Compare(*comparison, self.edges(a, rules)?, self.edges(b, rules)?)
            }
            Test::Any(group, test) => Condition::Any(*group, self.test(test, rules)?),
        };
        kept(&mut self.conditions, &mut rules.conditions, condition, CondId)
    }

    /// Compiles a number for both ends.
    pub fn edges(&mut self, number: &Number, rules: &mut Rules) -> Result<Edges, Refused> {
        pulls(number, End::Low)?;
        Ok(Edges { low: self.edge(number, End::Low, rules)?, high: self.edge(number, End::High, rules)? })
    }

    /// Compiles an amount for one end.
    pub fn checked_edge(&mut self, number: &Number, end: End, rules: &mut Rules) -> Result<FigureId, Refused> {
        pulls(number, end)?;
        rows_once(number)?;
        self.edge(number, end, rules)
    }

    fn edge(&mut self, number: &Number, end: End, rules: &mut Rules) -> Result<FigureId, Refused> {
        let figure = match number {
            Number::Constant(value) => Figure::Constant(constant(*value, rules)?),
            Number::Parameter { index, low, high } => {
                Figure::Parameter(*index, if low == high { End::Low } else { end })
            }
            Number::Variable { slot, .. } => Figure::Read(*slot, end),
            Number::Add(a, b) => Figure::Add(self.edge(a, end, rules)?, self.edge(b, end, rules)?),
            Number::Subtract(a, b) => Figure::Subtract(self.edge(a, end, rules)?, self.edge(b, opposite(end), rules)?),
            Number::Multiply(a, b) => Figure::Multiply(self.edge(a, end, rules)?, self.edge(b, end, rules)?),
            Number::Divide(a, b) => Figure::Divide(self.edge(a, end, rules)?, self.edge(b, opposite(end), rules)?),
            Number::Min(a, b) => Figure::Min(self.edge(a, end, rules)?, self.edge(b, end, rules)?),
            Number::Max(a, b) => Figure::Max(self.edge(a, end, rules)?, self.edge(b, end, rules)?),
            Number::If(test, a, b) => {
                Figure::If(self.test(test, rules)?, self.edge(a, end, rules)?, self.edge(b, end, rules)?)
            }
            Number::At { series, slot, .. } => Figure::At(*series, *slot),
            Number::YearDays { slot, min, max } => Figure::At(self.year_series(*min, *max, rules)?, *slot),
            Number::Count { group, .. } => Figure::Count(*group, end),
            Number::Sum { group, term, .. } => Figure::Sum(*group, self.edge(term, end, rules)?, end),
            Number::Capped { group, cap, principal, weight, .. } => Figure::Capped {
                group: *group,
                cap: self.edge(cap, end, rules)?,
                principal: self.edge(principal, end, rules)?,
                weight: self.edge(weight, end, rules)?,
                end,
            },
        };
        kept(&mut self.figures, &mut rules.figures, figure, FigureId)
    }

    /// `year_days` as a series: 366 from the first of March before a leap day up to the day before the leap day.
    fn year_series(&mut self, min: Decimal, max: Decimal, rules: &mut Rules) -> Result<u16, Refused> {
        let (first, last) = (min.to_i64().unwrap_or(0), max.to_i64().unwrap_or(0));
        if let Some(known) = self.year_days.get(&(first, last)) {
            return Ok(*known);
        }
        let mut steps: Vec<(i32, Decimal)> = Vec::new();
        for day in first..=last {
            let day = i32::try_from(day).unwrap_or(0);
            let length = Decimal::from(Date(day).plus_months(12).0 - day);
            if steps.last().is_none_or(|(_, last)| *last != length) {
                steps.push((day, length));
            }
        }
        let index = index(rules.series.len())?;
        rules.series.push(Series { name: "满一年的天数".to_owned(), steps });
        self.year_days.insert((first, last), index);
        Ok(index)
    }
}

/// The id of an expression, written once.
fn kept<Node: Copy + Eq + Hash, Id: Copy>(
    known: &mut HashMap<Node, Id>,
    all: &mut Vec<Node>,
    node: Node,
    id: fn(u16) -> Id,
) -> Result<Id, Refused> {
    if let Some(known) = known.get(&node) {
        return Ok(*known);
    }
    let new = id(index(all.len())?);
    all.push(node);
    known.insert(node, new);
    Ok(new)
}

/// The index of the next of so many.
fn index(many: usize) -> Result<u16, Refused> {
    u16::try_from(many).map_err(|_| Refused::TooMany)
}

fn constant(value: Decimal, rules: &mut Rules) -> Result<u16, Refused> {
    if let Some(known) = rules.constants.iter().position(|known| *known == value) {
        return index(known);
    }
    let new = index(rules.constants.len())?;
    rules.constants.push(value);
    Ok(new)
}
