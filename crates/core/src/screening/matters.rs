//! Which questions can still change a result. A question matters where two answers to it, all else being equal, lead to
//! different verdicts or amounts; both answers are followed through the space together until they part or it is used up.

use super::judge::{all_hold, stand, worth};
use super::memory::{remembered, Finding, Sought};
use super::needs::Needs;
use super::period::running;
use super::{Screener, CLAUSE_BUDGET};
use crate::dataset::{Clause, Dataset, Kind};
use crate::date::Date;
use crate::decimal::{floor, minus, over, plus, times};
use crate::rules::{
    Condition, Domain, Engine, Expression, Figure, FigureId, Reads, Rules, Space, Split, Stop, VarId, VarSet,
};
use rust_decimal::Decimal;

/// Questions whose answers can change a clause's verdict or amount, ascending.
pub fn open_questions(screener: &Screener, space: &Space, clause: usize, on: Date) -> Vec<u16> {
    let dataset = screener.dataset();
    let mut engine = Engine::over(&dataset.rules, space, CLAUSE_BUDGET);
    let (Some(of), Some(standing)) = (dataset.clauses.get(clause), stand(screener, &mut engine, clause)) else {
        return Vec::new();
    };
    let tried = |mut open: Vec<u16>, index: usize| {
        open.retain(|question| matters(screener, space, index, usize::from(*question)));
        open
    };
    let mut open = tried(standing.open(dataset), clause);
    if let Some(end) = screener.ends.iter().position(|(of, _)| *of == clause && standing.can_hold) {
        let deciding = running(screener, &mut engine, clause, of, on).open;
        open.extend(tried(deciding, dataset.clauses.len() + end));
        open.sort_unstable();
        open.dedup();
    }
    open
}

/// Do two answers to a question, all else being equal, lead to different results for a clause.
pub fn matters(screener: &Screener, space: &Space, clause: usize, question: usize) -> bool {
    let dataset = screener.dataset();
    let (Some(of), Some(needs)) = (screener.clause(clause), screener.needs(clause)) else { return false };
    let rows = |variable: VarId| dataset.rules.groups.iter().find(|rows| rows.has_field(variable));
    let asks = |variable: &VarId| {
        let of = dataset.rules.variables.get(usize::from(*variable));
        let asked = of.is_some_and(|of| usize::from(of.question) == question) && space.get(*variable).is_open();
        // Where there may be no row at all a field matters only if the number of rows does.
        asked && rows(*variable).is_none_or(|rows| !space.get(rows.count).is_open())
    };
    let tax = dataset.tax.as_ref().filter(|_| of.kind == Kind::TaxEffect);
    if tax.is_some_and(|tax| tax.reads().iter().any(|variable| asks(&variable))) {
        return true;
    }
    let mut engine = Engine::over(&dataset.rules, space, CLAUSE_BUDGET);
    let asked = u16::try_from(question).unwrap_or(u16::MAX);
    let found = remembered(screener.key(clause, &engine, Sought::Matters(asked)), &mut || {
        // Most of what matters is seen without looking closely at every other answer.
        Ok(Finding::Matters([false, true].into_iter().any(|closely| {
            needs.all.iter().filter(asks).any(|variable| {
                // What is supposed of a row as a whole says nothing about one of its fields.
                engine.plain = rows(variable).is_some();
                let mut points = telling(&dataset.rules, space, (of, needs), variable, closely);
                points.retain(|point| engine.admits(variable, *point) != Ok(false));
                let mut parts = |one: Domain, other: Domain| {
                    let told = Told { dataset, variable, values: [one, other] };
                    part(&mut engine, (of, needs), told, closely)
                };
                // The ends mostly part, and a pair that does not costs a whole search.
                let ends = points.first().copied().zip(points.last().copied()).filter(|_| points.len() > 2);
                ends.is_some_and(|(first, last)| parts(first, last))
                    || points.windows(2).any(|pair| matches!(pair, [one, other] if parts(*one, *other)))
            })
        })))
    });
    matches!(found, Ok(Finding::Matters(true)))
}

/// Ends a search that has found what it looked for. One whose work is used up may have missed it, which is told alike.
const ENOUGH: Result<(), Stop> = Err(Stop::Spent);

/// Does some completion of the other answers tell the values apart. Two amounts may come to the same range and yet not be the
/// same: `closely` cuts what else they depend on.
fn part(engine: &mut Engine, clause: (&Clause, &Needs), told: Told, closely: bool) -> bool {
    let ((clause, needs), Told { variable, values: [first, second], .. }) = (clause, told);
    let conditions = clause.conditions();
    engine.restart(CLAUSE_BUDGET);
    let searched = engine.explore(&|_| true, &mut |engine| {
        if !(engine.admits(variable, first)? && engine.admits(variable, second)?) {
            return Ok(());
        }
        let one = engine.narrowed(variable, first, |engine| all_hold(engine, &conditions));
        let other = engine.narrowed(variable, second, |engine| all_hold(engine, &conditions));
        match (one, other) {
            (Ok(one), Ok(other)) if one != other => return ENOUGH,
            (Ok(false), Ok(false)) => {}
            (Ok(_), Ok(_)) => {
                let one = engine.narrowed(variable, first, |engine| worth(clause, needs, engine))?;
                let other = engine.narrowed(variable, second, |engine| worth(clause, needs, engine))?;
                if one != other {
                    return ENOUGH;
                }
                if closely && !one.is_exact() && !clause.amounts().into_iter().all(|end| told.alike(engine, end.into()))
                {
                    let cut = clause.amounts().into_iter().find_map(|end| told.cut(engine, end));
                    return cut.map_or(Ok(()), |split| Err(Stop::Open(split)));
                }
            }
            (Err(stop), _) | (_, Err(stop)) => return Err(stop),
        }
        Ok(())
    });
    matches!(searched, ENOUGH)
}

/// Two values of a variable that something may tell apart.
#[derive(Clone, Copy)]
struct Told<'a> {
    dataset: &'a Dataset,
    variable: VarId,
    values: [Domain; 2],
}

impl Told<'_> {
    /// A cut of the first other open variable on which an expression depends.
    fn cut(self, engine: &mut Engine, expression: FigureId) -> Option<Split> {
        let open = |value| engine.narrowed(self.variable, value, |engine| engine.open_read(expression));
        self.values.into_iter().find_map(open)
    }

    /// Is it plain to see that an expression is the same for both values, whatever the other answers are.
    fn alike(self, engine: &mut Engine, expression: Expression) -> bool {
        let rules = &self.dataset.rules;
        let mut reads = VarSet::default();
        rules.collect(expression, &mut reads);
        if !reads.contains(self.variable) {
            return true;
        }
        if let Expression::Figure(figure) = expression {
            let node = rules.figure(figure);
            if let Figure::If(test, yes, no) = node {
                let [one, other] =
                    self.values.map(|value| engine.narrowed(self.variable, value, |engine| engine.truth(test)));
                if let (Ok(holds), true) = (one, one == other) {
                    return self.alike(engine, if holds { yes } else { no }.into());
                }
            }
            // One end may be out of the other's reach, and a factor may be 0.
            if matches!(node, Figure::Min(..) | Figure::Max(..) | Figure::Multiply(..)) {
                let exact = |engine: &mut Engine| engine.noting(|engine| engine.spreads(|engine| engine.value(figure)));
                let [one, other] = self.values.map(|value| engine.narrowed(self.variable, value, exact));
                if one == other && !one.1 {
                    return true;
                }
            }
        }
        rules.reads(expression) == Reads::Nothing && rules.children(expression).all(|child| self.alike(engine, child))
    }
}

/// Values that are all tried where a variable has no more of them.
const FEW: i64 = 20;

/// Values of a variable that may tell results apart, ascending: all of them where they are few; else both ends, and around
/// every figure of the clause and, `closely`, both ends of every number that it reads.
fn telling(rules: &Rules, space: &Space, clause: (&Clause, &Needs), variable: VarId, closely: bool) -> Vec<Domain> {
    let (clause, needs) = clause;
    let (low, high) = match space.get(variable) {
        Domain::Choices(mask) => return Domain::each(mask).collect(),
        Domain::Range(low, high) => (low, high),
    };
    let grain = rules.grain(variable);
    let mut figures = Vec::new();
    if over(minus(high, low), grain) < Decimal::from(FEW) {
        (0..FEW).for_each(|step| figures.push(plus(low, times(grain, Decimal::from(step)))));
    } else {
        for expression in clause.amounts() {
            compared(rules, expression.into(), &mut figures);
        }
        for condition in clause.conditions() {
            compared(rules, condition.into(), &mut figures);
        }
        for other in needs.all.iter().filter(|_| closely) {
            if let Domain::Range(low, high) = space.get(other) {
                figures.extend([low, high]);
            }
        }
    }
    let mut points = vec![low, high];
    for figure in figures {
        let at = plus(low, times(floor(over(minus(figure, low), grain)), grain));
        points.extend([minus(at, grain), at, plus(at, grain)]);
    }
    points.retain(|at| low <= *at && *at <= high);
    points.sort();
    points.dedup();
    points.into_iter().map(|point| Domain::Range(point, point)).collect()
}

/// Every figure that stands in a comparison, a series or a classification of an expression.
fn compared(rules: &Rules, expression: Expression, figures: &mut Vec<Decimal>) {
    match expression {
        Expression::Condition(condition) => {
            if let Condition::ClassAmong(fact, _) = rules.condition(condition) {
                let rows = rules.fact(fact).into_iter().flat_map(|(_, table)| &table.rows);
                rows.flat_map(|row| &row.bounds).for_each(|bounds| figures.extend(bounds));
            }
        }
        Expression::Figure(figure) => match rules.figure(figure) {
            Figure::Constant(index) => figures.extend(rules.constants.get(usize::from(index))),
            Figure::Parameter(index, _) => {
                let parameter = rules.parameters.get(usize::from(index));
                figures.extend(parameter.into_iter().flat_map(|parameter| [parameter.low, parameter.high]));
            }
            Figure::At(series, _) => {
                let steps = rules.series.get(usize::from(series)).into_iter().flat_map(|series| &series.steps);
                figures.extend(steps.map(|(day, _)| Decimal::from(*day)));
            }
            // No figure of its own, but what it is made of may have some.
            Figure::Read(..)
            | Figure::Add(..)
            | Figure::Subtract(..)
            | Figure::Multiply(..)
            | Figure::Divide(..)
            | Figure::Min(..)
            | Figure::Max(..)
            | Figure::If(..)
            | Figure::Count(..)
            | Figure::Sum(..)
            | Figure::Capped { .. } => {}
        },
    }
    for child in rules.children(expression) {
        compared(rules, child, figures);
    }
}
