//! Thresholds of criteria, and whether a case stands on each side of them.

use crate::failure::Failure;
use crate::say::say_line;
use crate::text::read;
use huiqi_core::dataset::Dataset;
use huiqi_core::profile::{Input, Profile};
use huiqi_core::rules::{CondId, Condition, Domain, Figure, FigureId, Rules, Slot, Space, VarId};
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeSet;

/// A comparison of a question with a figure, in a clause's criteria.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Threshold {
    clause: String,
    slot: (u8, u16),
    figure: Decimal,
}

/// Tells every threshold without a case at it and a case just beyond it.
pub fn check(dataset: &Dataset, folder: &str) -> Result<(), Failure> {
    let cases = load(dataset, folder)?;
    let mut lines = Vec::new();
    let mut thresholds = BTreeSet::new();
    for clause in &dataset.clauses {
        for criterion in &clause.criteria {
            walk(&dataset.rules, criterion.when, &clause.id, &mut thresholds);
        }
    }
    for threshold in &thresholds {
        let variables = variables(&dataset.rules, threshold.slot);
        let values: BTreeSet<Decimal> = cases
            .iter()
            .filter(|(ids, _)| ids.contains(&threshold.clause))
            .flat_map(|(_, space)| variables.iter().filter_map(|variable| exact(space, *variable)))
            .collect();
        let step = variables.first().map_or(Decimal::ONE, |variable| dataset.rules.grain(*variable));
        let near = |number: &Decimal| (*number - threshold.figure).abs() <= step;
        let sides: BTreeSet<_> = values.iter().filter(|number| near(number)).collect();
        if sides.len() < 2 {
            lines.push(format!(
                "{}: no cases at {} and one step beyond it, for {}",
                threshold.clause,
                threshold.figure,
                question(dataset, &variables)
            ));
        }
    }
    if lines.is_empty() {
        return say_line(&format!("{folder}: {} thresholds have cases on both sides", thresholds.len()));
    }
    lines.push(format!("{} of {} thresholds; add cases to `{folder}`", lines.len(), thresholds.len()));
    Err(Failure::dataset(lines))
}

/// Of every case the clauses it expects something of, and its answers.
fn load(dataset: &Dataset, folder: &str) -> Result<Vec<(Vec<String>, Space)>, Failure> {
    let problem =
        |error: &dyn std::fmt::Display| Failure::usage(format!("cannot read `{folder}`: {error}"), "check the path");
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| problem(&error))? {
        let path = entry.map_err(|error| problem(&error))?.path();
        let written: Vec<Value> =
            serde_json::from_str(&read(&path.to_string_lossy())?).map_err(|error| problem(&error))?;
        for case in written {
            let input: Input = serde_json::from_value(case.get("profile").cloned().unwrap_or_default())
                .map_err(|error| problem(&error))?;
            let ids = case.get("expect").and_then(Value::as_object).into_iter().flatten();
            let space = Profile::read(dataset, &input).0.space(dataset);
            cases.push((ids.map(|(id, _)| id.clone()).collect(), space));
        }
    }
    Ok(cases)
}

fn walk(rules: &Rules, at: CondId, clause: &str, found: &mut BTreeSet<Threshold>) {
    match rules.condition(at) {
        Condition::Not(a) | Condition::Any(_, a) => walk(rules, a, clause, found),
        Condition::And(a, b) | Condition::Or(a, b) => {
            walk(rules, a, clause, found);
            walk(rules, b, clause, found);
        }
        Condition::Compare(_, a, b) => {
            for (side, other) in [(a.low, b.low), (b.low, a.low)] {
                if let (Figure::Read(slot, _), Some(figure)) = (rules.figure(side), constant(rules, other)) {
                    let slot = match slot {
                        Slot::Whole(variable) => (0, variable),
                        Slot::Field(group, field) => (group + 1, u16::from(field)),
                    };
                    found.insert(Threshold { clause: clause.to_owned(), slot, figure });
                }
            }
        }
        // Nothing is compared in a choice.
        Condition::Truth(_) | Condition::Among(..) | Condition::ClassAmong(..) => {}
    }
}

fn constant(rules: &Rules, at: FigureId) -> Option<Decimal> {
    match rules.figure(at) {
        Figure::Constant(index) => rules.constants.get(usize::from(index)).copied(),
        Figure::Parameter(index, _) => rules.parameters.get(usize::from(index)).map(|parameter| parameter.low),
        Figure::Read(..)
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
    }
}

/// The variable, or in a group that of each row.
fn variables(rules: &Rules, slot: (u8, u16)) -> Vec<VarId> {
    let Some(group) = slot.0.checked_sub(1) else { return vec![slot.1] };
    let Some(rows) = rules.groups.get(usize::from(group)) else { return Vec::new() };
    (0..u16::from(rows.max_rows)).map(|row| rows.count + 1 + row * u16::from(rows.fields) + slot.1).collect()
}

fn exact(space: &Space, variable: VarId) -> Option<Decimal> {
    let Domain::Range(low, high) = space.get(variable) else { return None };
    (low == high).then_some(low)
}

fn question(dataset: &Dataset, variables: &[VarId]) -> String {
    let variable = variables.first().and_then(|variable| dataset.rules.variables.get(usize::from(*variable)));
    let question = variable.and_then(|variable| dataset.questions.get(usize::from(variable.question)));
    question.map(|question| format!("`{}`", question.id)).unwrap_or_default()
}
