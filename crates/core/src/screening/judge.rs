//! The search that judges one clause. Undecided criteria that share no unknown with each other or with the amount are
//! looked at apart: ten yes/no questions cost ten cuts, not a thousand combinations.

use super::memory::{remembered, Finding, Key, Sought};
use super::needs::Needs;
use super::standing::{Amount, Standing};
use super::{bit, tax, Screener, Verdict, CLAUSE_BUDGET};
use crate::dataset::{Clause, Kind};
use crate::rules::{Engine, ExprId, Split, Stop, VarId, VarSet};
use rust_decimal::Decimal;

/// Judges a clause over the engine's space; `None` where there is no such clause.
pub fn stand(screener: &Screener, engine: &mut Engine, clause: usize) -> Option<Standing> {
    let dataset = screener.dataset();
    let (of, needs) = (dataset.clauses.get(clause)?, screener.needs(clause)?);
    let mut standing = match needs.point(engine) {
        Some(point) => Standing::at(point, of, needs),
        None => searched(screener, engine, clause)?.unwrap_or_else(|_| unsearched(of, needs, engine)),
    };
    if of.kind == Kind::TaxEffect {
        if let (Some(scheme), Some(deduction)) = (&dataset.tax, standing.worth) {
            tax::note(scheme, engine.space(), &mut standing, effect(screener, engine, clause, deduction));
        }
    }
    Some(standing)
}

/// The effect of a clause's deduction, were it the only one.
fn effect(screener: &Screener, engine: &Engine, clause: usize, deduction: Amount) -> Amount {
    let Some(scheme) = &screener.dataset().tax else { return Amount::ZERO };
    let memory = screener.memory.as_ref();
    let key = memory.map(|memory| (memory, Key::of(clause, &scheme.reads(), engine, Sought::Effect(deduction))));
    let found = remembered(key, &mut || Ok(Finding::Effect(tax::effect(scheme, engine.space(), deduction))));
    match found {
        Ok(Finding::Effect(effect)) => effect,
        _ => Amount::ZERO,
    }
}

/// Judges a clause over the engine's space, with the variables on which it may depend.
pub fn stand_anew(screener: &Screener, engine: &mut Engine, clause: usize) -> Option<Result<Standing, Stop>> {
    let (of, needs) = (screener.dataset().clauses.get(clause)?, screener.needs(clause)?);
    match needs.point(engine) {
        Some(point) => Some(Ok(Standing::at(point, of, needs))),
        None => searched(screener, engine, clause),
    }
}

/// Judges a clause by searching the engine's space.
fn searched(screener: &Screener, engine: &mut Engine, clause: usize) -> Option<Result<Standing, Stop>> {
    let (of, needs) = (screener.dataset().clauses.get(clause)?, screener.needs(clause)?);
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
    variables.sort_unstable();
    variables.dedup();
    variables
}

/// Judges a clause while cuts of variables for which `keep` is false are left open; the first such cut is the error.
pub fn stand_within(
    clause: &Clause,
    needs: &Needs,
    engine: &mut Engine,
    keep: &dyn Fn(VarId) -> bool,
) -> Result<Standing, Stop> {
    let mut standing = Standing::new(clause);
    let search = Search { clause, needs, keep };
    search.part(engine, &mut standing, 0)?;
    Ok(standing)
}

struct Search<'a> {
    clause: &'a Clause,
    needs: &'a Needs,
    keep: &'a dyn Fn(VarId) -> bool,
}

/// A criterion that what is known does not decide, with the cut that would help.
type Undecided = (usize, Stop);

impl Search<'_> {
    /// Searches one part of the space. `apart` are criteria, a bit each, that were judged apart around it: no cut since then
    /// was of a variable of theirs.
    fn part(&self, engine: &mut Engine, standing: &mut Standing, mut apart: u64) -> Result<(), Stop> {
        let Err(stop) = self.look(engine, standing, &mut apart) else { return Ok(()) };
        for part in engine.parts(stop, self.keep)? {
            engine.within(part, |engine| self.part(engine, standing, apart))?;
        }
        Ok(())
    }

    /// Looks at one part of the space.
    fn look(&self, engine: &mut Engine, standing: &mut Standing, apart: &mut u64) -> Result<(), Stop> {
        let mut undecided: Vec<Undecided> = Vec::new();
        let criteria = self.clause.criteria.iter().enumerate();
        for (at, criterion) in criteria.filter(|(at, _)| *apart & bit(*at) == 0) {
            match engine.truth(criterion.when) {
                Ok(true) => {}
                Ok(false) => {
                    standing.can_fail = true;
                    return Ok(());
                }
                Err(stop) => undecided.push((at, stop)),
            }
        }
        if !undecided.is_empty() {
            let tied = self.tied_to_worth(engine, &mut undecided);
            let looked_at = undecided.iter().fold(0, |all, (at, _)| all | bit(*at));
            if !self.apart(engine, undecided, standing)? {
                return Ok(());
            }
            *apart |= looked_at;
            if let Some(stop) = tied.iter().map(|(_, stop)| *stop).reduce(cheaper) {
                return if self.adds_nothing(engine, standing) { Ok(()) } else { Err(stop) };
            }
        }
        standing.can_hold = true;
        if self.clause.worth.is_empty() {
            return Ok(());
        }
        let worth = engine.noting(|engine| worth(self.clause, self.needs, engine))?;
        standing.worth = Some(standing.worth.map_or(worth, |known| known.hull(worth)));
        Ok(())
    }

    /// Takes out the criteria that share an open variable with the amount, directly or through each other.
    fn tied_to_worth(&self, engine: &Engine, undecided: &mut Vec<Undecided>) -> Vec<Undecided> {
        let tied = |(at, _): &Undecided| {
            self.needs.criteria.get(*at).is_some_and(|criterion| open_in_both(engine, criterion, &self.needs.worth))
        };
        if self.clause.worth.is_empty() || !undecided.iter().any(tied) {
            return Vec::new();
        }
        let mut reach = self.needs.worth.clone();
        self.draw(engine, undecided, &mut reach)
    }

    /// Takes out the criteria that `reach` reaches, and widens it by what they refer to.
    fn draw(&self, engine: &Engine, undecided: &mut Vec<Undecided>, reach: &mut VarSet) -> Vec<Undecided> {
        let mut drawn = Vec::new();
        while let Some(at) = undecided.iter().position(|(criterion, _)| {
            let needs = self.needs.criteria.get(*criterion);
            needs.is_some_and(|needs| open_in_both(engine, needs, reach))
        }) {
            let next = undecided.remove(at);
            if let Some(needs) = self.needs.criteria.get(next.0) {
                reach.extend(needs);
            }
            drawn.push(next);
        }
        drawn
    }

    /// Judges criteria that are tied to no amount, each knot on its own; `false` where one of them cannot hold.
    fn apart(&self, engine: &mut Engine, mut undecided: Vec<Undecided>, standing: &mut Standing) -> Result<bool, Stop> {
        while let Some(first) = undecided.pop() {
            if undecided.is_empty() {
                return match self.condition(first) {
                    Some(condition) => self.knot(engine, &[condition], standing),
                    None => Ok(true),
                };
            }
            let mut reach = self.needs.criteria.get(first.0).cloned().unwrap_or_default();
            let mut knot = self.draw(engine, &mut undecided, &mut reach);
            knot.push(first);
            let conditions: Vec<ExprId> = knot.into_iter().filter_map(|criterion| self.condition(criterion)).collect();
            if !self.knot(engine, &conditions, standing)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn condition(&self, (criterion, _): Undecided) -> Option<ExprId> {
        self.clause.criteria.get(criterion).map(|criterion| criterion.when)
    }

    /// Judges criteria that are tied to each other and to nothing else.
    fn knot(&self, engine: &mut Engine, conditions: &[ExprId], standing: &mut Standing) -> Result<bool, Stop> {
        let (can_hold, can_fail) = possible(engine, conditions, self.keep)?;
        standing.can_fail |= can_fail;
        Ok(can_hold)
    }

    /// Where both outcomes are known already, a part whose amounts are known too need not be cut.
    fn adds_nothing(&self, engine: &mut Engine, standing: &Standing) -> bool {
        standing.can_hold
            && standing.can_fail
            && engine
                .noting(|engine| worth(self.clause, self.needs, engine))
                .is_ok_and(|worth| standing.worth.is_some_and(|known| worth.within(known)))
    }
}

fn open_in_both(engine: &Engine, one: &VarSet, other: &VarSet) -> bool {
    !engine.space().settles(&one.both(other))
}

/// The cut into fewer parts, of equals the first: a criterion that fails in one of two parts spares the other cuts there.
fn cheaper(known: Stop, next: Stop) -> Stop {
    match (known, next) {
        (Stop::Open(Split::Each(_)), Stop::Open(Split::Mask(..) | Split::After(..) | Split::Row(..))) => next,
        _ => known,
    }
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
pub fn all_hold(engine: &mut Engine, conditions: &[ExprId]) -> Result<bool, Stop> {
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
    conditions: &[ExprId],
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
pub fn outcomes(engine: &mut Engine, conditions: &[ExprId]) -> (bool, bool) {
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
