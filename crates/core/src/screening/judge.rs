//! How one clause stands over a space: verdict, amount, and what they depend on. What the search for it cuts belongs to
//! `search`.

mod search;

use super::memory::{remembered, Finding, Key, Sought};
use super::needs::Needs;
use super::standing::{Amount, Standing};
use super::{tax, Screener, Verdict, CLAUSE_BUDGET};
use crate::dataset::{Clause, Kind};
use crate::rules::{CondId, Engine, Stop, VarId};
use rust_decimal::Decimal;
pub use search::stand_within;

/// Judges a clause over the engine's space; `None` where there is no such clause.
pub fn stand(screener: &Screener, engine: &mut Engine, clause: usize) -> Option<Standing> {
    let dataset = screener.dataset();
    let (of, needs) = (screener.clause(clause)?, screener.needs(clause)?);
    // Not through `stand_anew`: its result would be copied once more, for every clause of a screening.
    let mut standing = match needs.point(engine) {
        Some(point) => Standing::at(point, of, needs),
        None => searched(screener, engine, clause)?.unwrap_or_else(|_| unsearched(of, needs, engine)),
    };
    if let (Kind::TaxEffect, Some(scheme), Some(deduction)) = (of.kind, &dataset.tax, standing.worth) {
        let memory = screener.memory.as_ref();
        let key = memory.map(|memory| (memory, Key::of(clause, &scheme.reads(), engine, Sought::Effect(deduction))));
        let found = remembered(key, &mut || Ok(Finding::Effect(tax::effect(scheme, engine, deduction))));
        if let Ok(Finding::Effect(effect)) = found {
            tax::note(scheme, engine.space(), &mut standing, effect);
        }
    }
    Some(standing)
}

/// Judges a clause over the engine's space, with the variables on which it may depend.
pub fn stand_anew(screener: &Screener, engine: &mut Engine, clause: usize) -> Option<Result<Standing, Stop>> {
    let (of, needs) = (screener.clause(clause)?, screener.needs(clause)?);
    match needs.point(engine) {
        Some(point) => Some(Ok(Standing::at(point, of, needs))),
        None => searched(screener, engine, clause),
    }
}

/// Judges a clause by searching the engine's space.
fn searched(screener: &Screener, engine: &mut Engine, clause: usize) -> Option<Result<Standing, Stop>> {
    let (of, needs) = (screener.clause(clause)?, screener.needs(clause)?);
    let found = remembered(screener.key(clause, engine, Sought::Standing), &mut || {
        engine.restart(CLAUSE_BUDGET);
        let mut standing = stand_within(of, needs, engine, &|_| true)?;
        standing.touched = may_matter(engine, needs);
        Ok(Finding::Standing(standing))
    });
    match found {
        Ok(Finding::Standing(standing)) => Some(Ok(standing)),
        Ok(_) => None,
        Err(stop) => Some(Err(stop)),
    }
}

/// Open variables on which verdict or amount may depend, ascending: those that the search touched, and, since it stops
/// looking at a criterion once both outcomes are found, all others of a criterion that it cut.
fn may_matter(engine: &mut Engine, needs: &Needs) -> Vec<VarId> {
    let touched = engine.touched().to_vec();
    let mut variables = touched.clone();
    for criterion in &needs.criteria {
        if touched.iter().any(|touched| criterion.contains(*touched)) {
            variables.extend(criterion.iter().filter(|variable| engine.space().get(*variable).is_open()));
        }
    }
    // Cut for the sake of what links tie to it.
    variables.retain(|variable| needs.all.contains(*variable));
    variables.sort_unstable();
    variables.dedup();
    variables
}

/// The amount over all readings, for a space on which the clause is had.
pub fn worth(clause: &Clause, needs: &Needs, engine: &mut Engine) -> Result<Amount, Stop> {
    let mut all: Option<Amount> = None;
    for (at, reading) in clause.worth.iter().enumerate() {
        let (min, spread) = engine.spreads(|engine| engine.value(reading.low));
        let min = min?;
        let max = match reading.high {
            Some(_) if !spread && needs.one_figure.get(at) == Some(&true) => Some(min),
            Some(high) => Some(engine.value(high)?),
            None => None,
        };
        let one = Amount { min, max };
        let one = if clause.kind == Kind::TaxEffect { one } else { one.rounded() };
        all = Some(all.map_or(one, |all| all.hull(one)));
    }
    Ok(all.unwrap_or(Amount::ZERO))
}

/// The widest answer there is, for a clause that outran its budget: whatever it reads may matter.
fn unsearched(clause: &Clause, needs: &Needs, engine: &Engine) -> Standing {
    let worth = (!clause.worth.is_empty()).then_some(Amount { min: Decimal::ZERO, max: None });
    let touched = engine.space().open_among(&needs.all).iter().collect();
    Standing { can_hold: true, can_fail: true, worth, tight: false, touched, ..Standing::new(clause) }
}

/// Do all of the conditions hold; where that is open and none fails, the first cut that one of them asks for.
pub fn all_hold(engine: &mut Engine, conditions: &[CondId]) -> Result<bool, Stop> {
    let mut undecided = None;
    for condition in conditions {
        match engine.truth(*condition) {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(stop) => undecided = undecided.or(Some(stop)),
        }
    }
    undecided.map_or(Ok(true), Err)
}

/// Can all of the conditions hold together, and can one of them fail.
pub fn possible(
    engine: &mut Engine,
    conditions: &[CondId],
    keep: &dyn Fn(VarId) -> bool,
) -> Result<(bool, bool), Stop> {
    let (mut can_hold, mut can_fail) = (false, false);
    engine.explore(keep, &mut |engine| {
        if can_hold && can_fail {
            return Ok(());
        }
        match all_hold(engine, conditions)? {
            true => can_hold = true,
            false => can_fail = true,
        }
        Ok(())
    })?;
    Ok((can_hold, can_fail))
}

/// Can all of the conditions hold together, and can one of them fail; both where the search outruns its budget.
pub fn outcomes(engine: &mut Engine, conditions: &[CondId]) -> (bool, bool) {
    engine.restart(CLAUSE_BUDGET);
    possible(engine, conditions, &|_| true).unwrap_or((true, true))
}

/// The verdict on a clause over the engine's space, without its amount; undetermined where there is no such clause.
pub fn verdict(screener: &Screener, engine: &mut Engine, clause: usize) -> Verdict {
    let found = remembered(screener.key(clause, engine, Sought::Verdict), &mut || {
        let conditions = screener.dataset().clauses.get(clause).map(Clause::conditions).unwrap_or_default();
        let (can_hold, can_fail) = outcomes(engine, &conditions);
        Ok(Finding::Verdict(Verdict::of(can_hold, can_fail)))
    });
    match found {
        Ok(Finding::Verdict(verdict)) => verdict,
        _ => Verdict::Undetermined,
    }
}
