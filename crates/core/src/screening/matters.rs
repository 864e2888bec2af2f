//! Which questions can still change a result. A question matters where two answers to it, all else being equal, lead to
//! different verdicts or amounts; both answers are followed through the space together until they part or it is used up.

use super::judge::{stand, worth};
use super::memory::{remembered, Finding, Sought};
use super::needs::Needs;
use super::{Screener, CLAUSE_BUDGET};
use crate::dataset::{Clause, Kind};
use crate::decimal::{floor, minus, over, plus, times};
use crate::rules::{Domain, Engine, ExprId, Node, Rules, Space, Stop, VarId};
use rust_decimal::Decimal;

/// Questions whose answers can change a clause's verdict or amount, ascending.
pub fn open_questions(screener: &Screener, space: &Space, clause: usize) -> Vec<u16> {
    let dataset = screener.dataset();
    let mut engine = Engine::over(&dataset.rules, space, CLAUSE_BUDGET);
    let mut open = stand(screener, &mut engine, clause).map(|standing| standing.open(dataset)).unwrap_or_default();
    open.retain(|question| matters(screener, space, clause, usize::from(*question)));
    open
}

/// Do two answers to a question, all else being equal, lead to different results for a clause.
pub fn matters(screener: &Screener, space: &Space, clause: usize, question: usize) -> bool {
    let dataset = screener.dataset();
    let (Some(of), Some(needs)) = (dataset.clauses.get(clause), screener.needs(clause)) else { return false };
    let asks = |variable: &VarId| {
        let of = dataset.rules.variables.get(usize::from(*variable));
        of.is_some_and(|of| usize::from(of.question) == question) && space.get(*variable).is_open()
    };
    if of.kind == Kind::TaxEffect
        && dataset.tax.as_ref().is_some_and(|tax| [tax.class, tax.year, tax.income].iter().any(asks))
    {
        return true;
    }
    let mut engine = Engine::over(&dataset.rules, space, CLAUSE_BUDGET);
    let asked = u16::try_from(question).unwrap_or(u16::MAX);
    let found = remembered(screener.key(clause, &engine, Sought::Matters(asked)), &mut || {
        Ok(Finding::Matters(needs.all.iter().filter(asks).any(|variable| {
            let points = telling(&dataset.rules, space, of, variable);
            points.windows(2).any(|pair| match pair {
                [one, other] => part(&mut engine, (of, needs), variable, (*one, *other)),
                _ => false,
            })
        })))
    });
    matches!(found, Ok(Finding::Matters(true)))
}

/// Does some completion of the other answers tell two values of a variable apart.
fn part(engine: &mut Engine, (clause, needs): (&Clause, &Needs), variable: VarId, values: (Domain, Domain)) -> bool {
    engine.restart(CLAUSE_BUDGET);
    let mut found = false;
    let searched = engine.explore(&|_| true, &mut |engine| {
        if found {
            return Ok(());
        }
        let one = engine.narrowed(variable, values.0, |engine| had(engine, clause));
        let other = engine.narrowed(variable, values.1, |engine| had(engine, clause));
        match (one, other) {
            (Ok(one), Ok(other)) if one != other => found = true,
            (Ok(false), Ok(false)) => {}
            (Ok(_), Ok(_)) => {
                let one = engine.narrowed(variable, values.0, |engine| worth(clause, needs, engine))?;
                found = one != engine.narrowed(variable, values.1, |engine| worth(clause, needs, engine))?;
            }
            (Err(stop), _) | (_, Err(stop)) => return Err(stop),
        }
        Ok(())
    });
    found || matches!(searched, Err(Stop::Spent))
}

/// Do all criteria hold.
fn had(engine: &mut Engine, clause: &Clause) -> Result<bool, Stop> {
    let mut undecided = None;
    for criterion in &clause.criteria {
        match engine.truth(criterion.when) {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(stop) => undecided = undecided.or(Some(stop)),
        }
    }
    undecided.map_or(Ok(true), Err)
}

/// Values of a variable that may tell results apart, ascending: every choice; both ends, and around every figure that the
/// clause compares the variable with.
fn telling(rules: &Rules, space: &Space, clause: &Clause, variable: VarId) -> Vec<Domain> {
    match space.get(variable) {
        Domain::Choices(mask) => Domain::each(mask).collect(),
        Domain::Range(low, high) => {
            let grain = rules.grain(variable);
            let mut figures = Vec::new();
            let amounts = clause.worth.iter().flat_map(|reading| [Some(reading.low), reading.high]).flatten();
            for expression in clause.criteria.iter().map(|criterion| criterion.when).chain(amounts) {
                compared(rules, expression, &mut figures);
            }
            let on_grid = |figure: Decimal| plus(low, times(floor(over(minus(figure, low), grain)), grain));
            let around = figures.into_iter().map(on_grid).flat_map(|at| [minus(at, grain), at, plus(at, grain)]);
            let mut points: Vec<Decimal> = around.filter(|at| low < *at && *at < high).chain([low, high]).collect();
            points.sort();
            points.dedup();
            points.into_iter().map(|point| Domain::Range(point, point)).collect()
        }
    }
}

/// Every figure that stands in a comparison, a series or a classification of an expression.
fn compared(rules: &Rules, expression: ExprId, figures: &mut Vec<Decimal>) {
    let Some(node) = rules.nodes.get(usize::from(expression.0)).copied() else { return };
    let mut children = [None; 4];
    match node {
        Node::Compare(_, a, b) => children = [Some(a.low), Some(a.high), Some(b.low), Some(b.high)],
        Node::Constant(index) => figures.extend(rules.constants.get(usize::from(index))),
        Node::Parameter(index, _) => {
            figures.extend(rules.parameters.get(usize::from(index)).into_iter().flat_map(|p| [p.low, p.high]));
        }
        Node::At(series, _) => {
            let steps = rules.series.get(usize::from(series)).into_iter().flat_map(|series| &series.steps);
            figures.extend(steps.map(|(day, _)| Decimal::from(*day)));
        }
        Node::ClassAmong(fact, _) => {
            let table = rules.facts.get(usize::from(fact)).and_then(|fact| rules.tables.get(usize::from(fact.table)));
            let rows = table.into_iter().flat_map(|table| &table.rows);
            figures.extend(rows.flat_map(|row| row.bounds.iter().flatten()));
        }
        // No figure of its own, but what it is made of may have some.
        Node::Truth(_)
        | Node::Among(..)
        | Node::Not(_)
        | Node::And(..)
        | Node::Or(..)
        | Node::Any(..)
        | Node::Read(..)
        | Node::Add(..)
        | Node::Subtract(..)
        | Node::Multiply(..)
        | Node::Divide(..)
        | Node::Min(..)
        | Node::Max(..)
        | Node::If(..)
        | Node::Count(..)
        | Node::Sum(..)
        | Node::Capped { .. } => children = node.children(),
    }
    for child in children.into_iter().flatten().filter(|child| child.0 < expression.0) {
        compared(rules, child, figures);
    }
}
