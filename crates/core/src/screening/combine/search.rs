//! Joint search over clauses that share open variables. Each part is bounded by what its clauses could give if they were
//! independent; a part whose bound holds nothing new is not cut further.

use super::super::judge::stand_within;
use super::super::standing::{Amount, Standing};
use super::super::totals::Sums;
use super::super::{tax, Counted, Screener, VarSet, CLAUSE_BUDGET};
use super::choice::{best, Choice, Unit, Weight};
use crate::dataset::{Dataset, Item};
use crate::rules::{Engine, Split, Stop, VarId};
use rust_decimal::Decimal;

/// What a component comes to.
pub struct Found {
    pub sums: Sums,
    pub outcomes: Vec<Outcome>,
    pub tight: bool,
}

/// What becomes of a unit over the parts looked at.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    pub counted: Counted,
    pub amount: Amount,
}

/// Units that share an open variable or exclude each other, transitively.
pub fn components<'a>(units: &'a [Unit], standings: &[Standing]) -> Vec<Vec<&'a Unit>> {
    let mut label: Vec<usize> = (0..units.len()).collect();
    let mut join = |a: usize, b: usize| {
        let (Some(from), Some(to)) = (label.get(a).copied(), label.get(b).copied()) else { return };
        label.iter_mut().filter(|label| **label == from).for_each(|label| *label = to);
    };
    for (at, unit) in units.iter().enumerate() {
        for (rival, _) in &unit.rivals {
            join(at, *rival);
        }
        for (other_at, other) in units.iter().enumerate().skip(at + 1) {
            if touched(unit, standings).any(|variable| touched(other, standings).any(|other| other == variable)) {
                join(at, other_at);
            }
        }
    }
    let mut components: Vec<(usize, Vec<&Unit>)> = Vec::new();
    for (unit, label) in units.iter().zip(label) {
        match components.iter_mut().find(|(known, _)| *known == label) {
            Some((_, members)) => members.push(unit),
            None => components.push((label, vec![unit])),
        }
    }
    components.into_iter().map(|(_, members)| members).collect()
}

fn touched<'a>(unit: &'a Unit, standings: &'a [Standing]) -> impl Iterator<Item = VarId> + 'a {
    unit.members
        .iter()
        .filter_map(|clause| standings.get(*clause))
        .flat_map(|standing| standing.touched.iter().copied())
}

pub fn search(
    screener: &Screener,
    engine: &mut Engine,
    standings: &[Standing],
    units: &[&Unit],
    budget: &mut u32,
) -> Found {
    let clauses: Vec<usize> = units.iter().flat_map(|unit| unit.members.iter().copied()).collect();
    let own = || clauses.iter().filter_map(|clause| standings.get(*clause));
    let shared = shared(own());
    // The search copies them often, and asks neither what was touched nor what is open.
    let own: Vec<Standing> = own().map(Standing::bare).collect();
    let mut joint = Joint { screener, units, shared, clauses, found: None, tight: true, budget: *budget };
    joint.part(engine, &own);
    *budget = joint.budget;
    let (sums, outcomes) = joint.found.unwrap_or((Sums::ZERO, Vec::new()));
    Found { sums, outcomes: outcomes.into_iter().map(Seen::outcome).collect(), tight: joint.tight }
}

/// Variables on which more than one clause depends.
fn shared<'a>(standings: impl Iterator<Item = &'a Standing>) -> VarSet {
    let mut once = VarSet::default();
    let mut twice = VarSet::default();
    for variable in standings.flat_map(|standing| standing.touched.iter().copied()) {
        if once.contains(variable) {
            twice.insert(variable);
        }
        once.insert(variable);
    }
    twice
}

/// What was seen of a unit.
#[derive(Clone, Copy, Debug)]
struct Seen {
    may_win: bool,
    may_lose: bool,
    amount: Amount,
}

impl Seen {
    fn outcome(self) -> Outcome {
        let counted = match (self.may_win, self.may_lose) {
            (true, true) => Counted::Maybe,
            (true, false) => Counted::Yes,
            (false, _) => Counted::No,
        };
        Outcome { counted, amount: self.amount }
    }

    fn and(self, other: Self) -> Self {
        Self {
            may_win: self.may_win || other.may_win,
            may_lose: self.may_lose || other.may_lose,
            amount: self.amount.hull(other.amount),
        }
    }
}

struct Joint<'a> {
    screener: &'a Screener,
    units: &'a [&'a Unit],
    clauses: Vec<usize>,
    shared: VarSet,
    found: Option<(Sums, Vec<Seen>)>,
    tight: bool,
    budget: u32,
}

impl Joint<'_> {
    /// Looks at one part of the space; `standings` are the component's clauses over it.
    fn part(&mut self, engine: &mut Engine, standings: &[Standing]) {
        let (sums, seen) = self.bound(engine, standings);
        if self.found.as_ref().is_some_and(|(known, of)| sums.within(known) && nothing_new(&seen, of)) {
            return;
        }
        let Some(split) = self.cut(engine) else { return self.take(sums, seen) };
        if self.budget == 0 {
            self.tight = false;
            return self.take(sums, seen);
        }
        self.budget -= 1;
        let Ok(parts) = engine.divide(split) else {
            self.tight = false;
            return self.take(sums, seen);
        };
        let mut children = Vec::with_capacity(parts.len());
        for part in parts {
            let standings = engine.within(part, |engine| self.again(engine, standings, split.variable()));
            children.push((part, standings));
        }
        // The part that may give most first: what it gives makes others not worth cutting.
        children.sort_by_key(|(_, standings)| {
            std::cmp::Reverse(standings.iter().fold(Amount::ZERO, |sum, s| sum.plus(s.contribution())).max)
        });
        for (part, standings) in children {
            engine.within(part, |engine| self.part(engine, &standings));
        }
    }

    fn take(&mut self, sums: Sums, seen: Vec<Seen>) {
        self.found = Some(match self.found.take() {
            None => (sums, seen),
            Some((known, of)) => (known.hull(&sums), of.into_iter().zip(seen).map(|(a, b)| a.and(b)).collect()),
        });
    }

    /// Judges again the clauses that a narrowed variable may change.
    fn again(&self, engine: &mut Engine, standings: &[Standing], variable: VarId) -> Vec<Standing> {
        let clauses = self.clauses.iter().zip(standings);
        clauses
            .map(|(clause, standing)| match self.screener.needs(*clause) {
                Some(needs) if needs.all.contains(variable) => {
                    self.judge(engine, *clause).unwrap_or_else(|| standing.clone())
                }
                _ => standing.clone(),
            })
            .collect()
    }

    fn judge(&self, engine: &mut Engine, clause: usize) -> Option<Standing> {
        engine.restart(CLAUSE_BUDGET);
        stand_within(self.screener.dataset().clauses.get(clause)?, self.screener.needs(clause)?, engine, &|_| true).ok()
    }

    /// The first cut of a shared variable that any clause still asks for.
    fn cut(&self, engine: &mut Engine) -> Option<Split> {
        self.clauses.iter().find_map(|clause| {
            engine.restart(CLAUSE_BUDGET);
            let needs = self.screener.needs(*clause)?;
            let clause = self.screener.dataset().clauses.get(*clause)?;
            match stand_within(clause, needs, engine, &|variable| !self.shared.contains(variable)) {
                Err(Stop::Open(split)) => Some(split),
                _ => None,
            }
        })
    }

    /// What the part comes to if its clauses are independent.
    fn bound(&self, engine: &Engine, standings: &[Standing]) -> (Sums, Vec<Seen>) {
        let dataset = self.screener.dataset();
        let of = |clause: &usize| self.clauses.iter().position(|c| c == clause).and_then(|at| standings.get(at));
        let worths: Vec<Amount> = self
            .units
            .iter()
            .map(|unit| {
                let members: Vec<(usize, &Standing)> = unit.members.iter().filter_map(|c| Some((*c, of(c)?))).collect();
                worth(dataset, engine, unit, &members)
            })
            .collect();
        let low = |unit: usize| Weight::new(worths.get(unit).map(|worth| worth.min));
        let high = |unit: usize| Weight::new(worths.get(unit).and_then(|worth| worth.max));
        let (winners_low, winners_high) = (best(self.units, &low), best(self.units, &high));
        let mut sums = Sums::ZERO;
        let mut seen = Vec::with_capacity(self.units.len());
        for (at, unit) in self.units.iter().enumerate() {
            let won = |winners: &[bool]| winners.get(at).copied().unwrap_or(false);
            let worth = worths.get(at).copied().unwrap_or(Amount::ZERO);
            let sure = if won(&winners_low) { worth.min } else { Decimal::ZERO };
            let possible = if won(&winners_high) { worth.max } else { Some(Decimal::ZERO) };
            sums.add(unit.status, unit.kind, Amount { min: sure, max: possible });
            let (may_win, may_lose) = if unit.rivals.is_empty() {
                (true, false)
            } else {
                let strongest = |other: usize| if other == at { high(other) } else { low(other) };
                let weakest = |other: usize| if other == at { low(other) } else { high(other) };
                (won(&best(self.units, &strongest)), !won(&best(self.units, &weakest)))
            };
            let had = unit.members.iter().filter_map(of).any(|standing| standing.can_hold);
            seen.push(Seen { may_win: may_win && had, may_lose: may_lose || !had, amount: worth });
        }
        (sums, seen)
    }
}

fn nothing_new(seen: &[Seen], known: &[Seen]) -> bool {
    seen.iter().zip(known).all(|(new, old)| {
        (!new.may_win || old.may_win) && (!new.may_lose || old.may_lose) && new.amount.within(old.amount)
    })
}

/// What a unit may add: a clause its amount, readings the hull of each reading's best row, deductions their joint effect.
fn worth(dataset: &Dataset, engine: &Engine, unit: &Unit, members: &[(usize, &Standing)]) -> Amount {
    match unit.item {
        Choice::Tax => {
            let deduction = members.iter().fold(Amount::ZERO, |sum, (_, standing)| sum.plus(standing.contribution()));
            dataset.tax.as_ref().map_or(Amount::ZERO, |scheme| tax::effect(scheme, engine.space(), deduction))
        }
        Choice::Item(Item::Group(group)) => {
            let readings = dataset.reading_groups.get(usize::from(group)).map_or(0, |group| group.readings.len());
            let best_of = |reading: usize| {
                let rows = members.iter().filter(|(clause, _)| {
                    dataset
                        .clauses
                        .get(*clause)
                        .and_then(|clause| clause.reading)
                        .is_some_and(|(_, r)| usize::from(r) == reading)
                });
                rows.map(|(_, standing)| standing.contribution()).fold(Amount::ZERO, |best, next| Amount {
                    min: best.min.max(next.min),
                    max: best.max.zip(next.max).map(|(a, b)| a.max(b)),
                })
            };
            (0..readings).map(best_of).reduce(Amount::hull).unwrap_or(Amount::ZERO)
        }
        Choice::Item(Item::Clause(_)) => {
            members.iter().fold(Amount::ZERO, |sum, (_, standing)| sum.plus(standing.contribution()))
        }
    }
}
