//! Typed expressions to compiled nodes. A number becomes two expressions, for its least and its greatest value: each
//! variable in it is read at the end that makes the whole least or greatest. Where that is exact is proved in `exact`.

use super::exact::{opposite, pulls, rows_once, Refused};
use super::expression::{Number, Test};
use crate::date::Date;
use crate::rules::{Edges, End, ExprId, Node, Rules, Series};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap};

/// Writes nodes; equal ones once.
#[derive(Default)]
pub struct Lower {
    known: HashMap<Node, ExprId>,
    year_days: BTreeMap<(i64, i64), u16>,
}

impl Lower {
    /// Compiles a condition.
    pub fn test(&mut self, test: &Test, rules: &mut Rules) -> Result<ExprId, Refused> {
        let node = match test {
            Test::Truth(holds) => Node::Truth(*holds),
            Test::Among(slot, mask) => Node::Among(*slot, *mask),
            Test::ClassAmong(fact, mask) => Node::ClassAmong(*fact, *mask),
            Test::Not(inner) => Node::Not(self.test(inner, rules)?),
            Test::And(a, b) => Node::And(self.test(a, rules)?, self.test(b, rules)?),
            Test::Or(a, b) => Node::Or(self.test(a, rules)?, self.test(b, rules)?),
            Test::Compare(comparison, a, b) => Node::Compare(*comparison, self.edges(a, rules)?, self.edges(b, rules)?),
            Test::Any(group, test) => Node::Any(*group, self.test(test, rules)?),
        };
        self.push(node, rules)
    }

    /// Compiles a number for both ends.
    pub fn edges(&mut self, number: &Number, rules: &mut Rules) -> Result<Edges, Refused> {
        pulls(number, End::Low)?;
        Ok(Edges { low: self.edge(number, End::Low, rules)?, high: self.edge(number, End::High, rules)? })
    }

    /// Compiles an amount for one end.
    pub fn checked_edge(&mut self, number: &Number, end: End, rules: &mut Rules) -> Result<ExprId, Refused> {
        pulls(number, end)?;
        rows_once(number)?;
        self.edge(number, end, rules)
    }

    fn edge(&mut self, number: &Number, end: End, rules: &mut Rules) -> Result<ExprId, Refused> {
        let node = match number {
            Number::Constant(value) => Node::Constant(constant(*value, rules)),
            Number::Parameter { index, low, high } => Node::Parameter(*index, if low == high { End::Low } else { end }),
            Number::Variable { slot, .. } => Node::Read(*slot, end),
            Number::Add(a, b) => Node::Add(self.edge(a, end, rules)?, self.edge(b, end, rules)?),
            Number::Subtract(a, b) => Node::Subtract(self.edge(a, end, rules)?, self.edge(b, opposite(end), rules)?),
            Number::Multiply(a, b) => Node::Multiply(self.edge(a, end, rules)?, self.edge(b, end, rules)?),
            Number::Divide(a, b) => Node::Divide(self.edge(a, end, rules)?, self.edge(b, opposite(end), rules)?),
            Number::Min(a, b) => Node::Min(self.edge(a, end, rules)?, self.edge(b, end, rules)?),
            Number::Max(a, b) => Node::Max(self.edge(a, end, rules)?, self.edge(b, end, rules)?),
            Number::If(test, a, b) => {
                Node::If(self.test(test, rules)?, self.edge(a, end, rules)?, self.edge(b, end, rules)?)
            }
            Number::At { series, slot, .. } => Node::At(*series, *slot),
            Number::YearDays { slot, min, max } => Node::At(self.year_series(*min, *max, rules), *slot),
            Number::Count { group, .. } => Node::Count(*group, end),
            Number::Sum { group, term, .. } => Node::Sum(*group, self.edge(term, end, rules)?, end),
            Number::Capped { group, cap, principal, weight, .. } => Node::Capped {
                group: *group,
                cap: self.edge(cap, end, rules)?,
                principal: self.edge(principal, end, rules)?,
                weight: self.edge(weight, end, rules)?,
                end,
            },
        };
        self.push(node, rules)
    }

    fn push(&mut self, node: Node, rules: &mut Rules) -> Result<ExprId, Refused> {
        if let Some(known) = self.known.get(&node) {
            return Ok(*known);
        }
        let id = ExprId(u16::try_from(rules.nodes.len()).map_err(|_| Refused::TooMany)?);
        rules.nodes.push(node);
        self.known.insert(node, id);
        Ok(id)
    }

    /// `year_days` as a series: 366 from the first of March before a leap day up to the day before the leap day.
    fn year_series(&mut self, min: Decimal, max: Decimal, rules: &mut Rules) -> u16 {
        let (first, last) = (min.to_i64().unwrap_or(0), max.to_i64().unwrap_or(0));
        if let Some(known) = self.year_days.get(&(first, last)) {
            return *known;
        }
        let mut steps: Vec<(i32, Decimal)> = Vec::new();
        for day in first..=last {
            let day = i32::try_from(day).unwrap_or(0);
            let length = Decimal::from(Date(day).plus_months(12).0 - day);
            if steps.last().is_none_or(|(_, last)| *last != length) {
                steps.push((day, length));
            }
        }
        let index = u16::try_from(rules.series.len()).unwrap_or(u16::MAX);
        rules.series.push(Series { name: "满一年的天数".to_owned(), steps });
        self.year_days.insert((first, last), index);
        index
    }
}

fn constant(value: Decimal, rules: &mut Rules) -> u16 {
    let index = rules.constants.iter().position(|known| *known == value).unwrap_or_else(|| {
        rules.constants.push(value);
        rules.constants.len() - 1
    });
    u16::try_from(index).unwrap_or(u16::MAX)
}
