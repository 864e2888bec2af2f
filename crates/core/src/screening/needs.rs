//! What a clause refers to: found once, so that a search knows which unknowns are tied to which.

use crate::dataset::{Clause, Dataset, Reading};
use crate::rules::{End, Engine, Expression, Figure, FigureId, Point, Reads, Slot, VarSet};

/// Variables that a clause refers to.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    /// By criterion.
    pub criteria: Vec<VarSet>,
    /// All amounts together.
    pub worth: VarSet,
    /// Everything.
    pub all: VarSet,
    /// Numbers with which an amount rises.
    pub rising: VarSet,
    /// Numbers with which an amount falls.
    pub falling: VarSet,
    /// Fields by whose value, not its size, a sum over rows parts them.
    pub parting: VarSet,
    /// By reading: is its greatest amount also its least wherever the amount's variables are known.
    pub one_figure: Vec<bool>,
    /// Can it be computed at a [`crate::rules::Point`] once all is known.
    pub plain: bool,
}

impl Needs {
    pub(super) fn of(dataset: &Dataset, clause: &Clause) -> Self {
        let mut needs = Self::default();
        for criterion in &clause.criteria {
            let mut variables = VarSet::default();
            dataset.rules.collect(criterion.when.into(), &mut variables);
            needs.all.extend(&variables);
            needs.criteria.push(variables);
        }
        let amounts = clause.amounts();
        for expression in &amounts {
            dataset.rules.collect((*expression).into(), &mut needs.worth);
        }
        needs.all.extend(&needs.worth);
        for reading in &clause.worth {
            needs.directions(dataset, reading.low, false);
        }
        let one_figure =
            |reading: &Reading| reading.high.is_some_and(|high| dataset.rules.ends_of_one(reading.low, high));
        needs.one_figure = clause.worth.iter().map(one_figure).collect();
        needs.plain = clause.criteria.iter().all(|criterion| dataset.rules.is_plain(criterion.when.into()))
            && amounts.into_iter().all(|expression| dataset.rules.is_plain(expression.into()));
        needs
    }

    /// The answers over the engine's space, where they settle the clause and it is plain.
    pub(super) fn point<'a>(&self, engine: &'a Engine) -> Option<Point<'a>> {
        (self.plain && engine.space().settles(&self.all)).then(|| engine.point())
    }

    /// Notes with which numbers an expression for a least value rises and falls. What a test reads is cut, not read at an end;
    /// within rows each sum cuts for itself.
    fn directions(&mut self, dataset: &Dataset, least: FigureId, within_rows: bool) {
        let rules = &dataset.rules;
        let node = rules.figure(least);
        let mut note = |slot: Slot, end: End| {
            rules.each(slot, &mut |variable| match end {
                End::Low => self.rising.insert(variable),
                End::High => self.falling.insert(variable),
            });
        };
        match node {
            Figure::Read(slot, end) => note(slot, end),
            Figure::Count(group, end) | Figure::Sum(group, _, end) | Figure::Capped { group, end, .. } => {
                if let Some(rows) = rules.groups.get(usize::from(group)) {
                    note(Slot::Whole(rows.count), end);
                }
            }
            // No end of a number of its own: only what it is made of has one.
            Figure::Constant(_)
            | Figure::Parameter(..)
            | Figure::Add(..)
            | Figure::Subtract(..)
            | Figure::Multiply(..)
            | Figure::Divide(..)
            | Figure::Min(..)
            | Figure::Max(..)
            | Figure::If(..)
            | Figure::At(..) => {}
        }
        let parts = match node {
            Figure::If(test, ..) => Some(Expression::Condition(test)),
            Figure::At(..) => Some(Expression::Figure(least)),
            Figure::Constant(_)
            | Figure::Parameter(..)
            | Figure::Read(..)
            | Figure::Add(..)
            | Figure::Subtract(..)
            | Figure::Multiply(..)
            | Figure::Divide(..)
            | Figure::Min(..)
            | Figure::Max(..)
            | Figure::Count(..)
            | Figure::Sum(..)
            | Figure::Capped { .. } => None,
        };
        if let Some(parts) = parts.filter(|_| within_rows) {
            rules.collect(parts, &mut self.parting);
        }
        let within_rows = within_rows || matches!(node.reads(), Reads::Rows(_));
        for child in node.figures() {
            self.directions(dataset, child, within_rows);
        }
    }
}
