//! What counts towards the totals. Clauses that share open variables or exclude each other are looked at together, in the
//! parts of the space that tell them apart; the others are simply added.

mod bound;
mod budget;
mod choice;
mod components;
mod contest;
mod found;
mod search;

use super::standing::{Amount, Standing};
use super::totals::{Sums, Totals};
use super::{Counted, Excluded, GroupResult, Screener, Verdict};
use crate::dataset::{Dataset, Item, Kind, Status};
use crate::rules::{Engine, VarId, VarSet};
pub use budget::Work;
#[cfg(feature = "compile")]
pub use choice::are_overlong;
use choice::{Choice, Stacking, Unit};
use components::components;
#[cfg(feature = "compile")]
pub use contest::MOST;
pub use found::Found;
use found::Outcome;

use budget::Budget;

/// What combining gives.
pub struct Combined {
    pub totals: Totals,
    pub counted: Vec<Counted>,
    pub excluded: Vec<Excluded>,
    pub groups: Vec<GroupResult>,
}

/// Cuts for all components together.
const BUDGET: Budget = Budget::new(600, 48);

pub fn combine(screener: &Screener, engine: &mut Engine, standings: &[Standing], statuses: &[Status]) -> Combined {
    let mut of = |stacking| combined(screener, engine, standings, statuses, stacking);
    let best = of(Stacking::Best);
    let takes_part = |clause: usize| standings.get(clause).is_some_and(takes_part);
    if choice::is_stacking_open(screener.dataset(), takes_part) {
        best.or(of(Stacking::All))
    } else {
        best
    }
}

impl Combined {
    /// From the best one to the sum. What is left out only where the best one counts is not told as excluded.
    fn or(self, all: Self) -> Self {
        let counted = self.counted.into_iter().zip(all.counted);
        Self {
            totals: Totals {
                sums: self.totals.sums.hull(&all.totals.sums),
                loose: self.totals.loose | all.totals.loose,
            },
            counted: counted.map(|(best, all)| if best == all { best } else { Counted::Maybe }).collect(),
            excluded: all.excluded,
            groups: all.groups,
        }
    }
}

fn combined(
    screener: &Screener,
    engine: &mut Engine,
    standings: &[Standing],
    statuses: &[Status],
    stacking: Stacking,
) -> Combined {
    let dataset = screener.dataset();
    let mut sums = Sums::ZERO;
    let mut counted = Vec::with_capacity(standings.len());
    let owners = owners(dataset, standings);
    let tied = |clause: usize, standing: &Standing| tied(dataset, &owners, clause, standing, stacking);
    let mut others = false;
    for (clause, (standing, status)) in standings.iter().zip(statuses).enumerate() {
        let tied = tied(clause, standing);
        if tied == Tied::Alone {
            sums.add(*status, standing.kind, standing.contribution());
        }
        others |= tied == Tied::Others;
        counted.push(if tied == Tied::Alone { had(standing, Counted::Yes) } else { Counted::No });
    }
    let unsearched = standings.iter().zip(statuses).filter(|(standing, _)| !standing.tight && takes_part(standing));
    let mut loose = unsearched.fold(0, |rows, (standing, status)| rows | Sums::bits(*status, standing.kind));
    if !others {
        return Combined { totals: Totals { sums, loose }, counted, excluded: Vec::new(), groups: Vec::new() };
    }
    let units = choice::units(dataset, standings, statuses, stacking, |clause, standing| {
        tied(clause, standing) == Tied::Others
    });
    let mut outcomes: Vec<Option<Outcome>> = vec![None; units.len()];
    let mut budget = BUDGET;
    for component in tied_together(dataset, &units, standings) {
        let found = search::search(screener, engine, standings, component.clone(), &mut budget);
        loose |= found.loose() & used(&component);
        sums = sums.plus(&found.sums);
        for (unit, outcome) in component.iter().zip(found.outcomes(&component)) {
            if let Some(place) = outcomes.get_mut(unit.index) {
                *place = Some(outcome);
            }
        }
    }
    count(screener, standings, &units, &outcomes, &mut counted);
    let excluded = choice::excluded(standings, &units, &counted, &outcomes);
    let group = |(unit, outcome): (&Unit, Option<Outcome>)| {
        let id = match unit.item {
            Choice::Item(Item::Group(group)) => dataset.reading_groups.get(usize::from(group))?.id.clone(),
            Choice::Tax => "tax".to_owned(),
            Choice::Item(Item::Clause(_)) => return None,
        };
        Some(GroupResult { id, amount: outcome?.amount })
    };
    let groups = units.iter().zip(outcomes).filter_map(group).collect();
    Combined { totals: Totals { sums, loose }, counted, excluded, groups }
}

/// Units that share an open variable or exclude each other, transitively.
fn tied_together<'a>(dataset: &Dataset, units: &'a [Unit], standings: &[Standing]) -> Vec<Vec<&'a Unit>> {
    let all: Vec<&Unit> = units.iter().collect();
    let of = |unit: &&Unit| {
        let mut set = VarSet::default();
        let touched = unit.members.iter().filter_map(|clause| standings.get(*clause)).flat_map(|s| &s.touched);
        touched.for_each(|variable| set.insert(*variable));
        if let (Choice::Tax, Some(tax)) = (unit.item, &dataset.tax) {
            set.extend(&tax.reads());
        }
        set
    };
    let variables: Vec<VarSet> = all.iter().map(of).collect();
    components(&all, &variables)
}

/// Rows of the totals to which units add.
fn used(units: &[&Unit]) -> u32 {
    units.iter().fold(0, |rows, unit| rows | Sums::bits(unit.status, unit.kind))
}

/// What a clause's amount is looked at with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tied {
    /// It takes no part in totals.
    Nothing,
    /// Nothing: it is simply added.
    Alone,
    /// Clauses that share an open variable with it, that may exclude it, or that are counted as one with it.
    Others,
}

/// Several clauses depend on the variable.
const SEVERAL: usize = usize::MAX;

/// By variable, the clause that depends on it (its index plus 1), 0 or [`SEVERAL`]; nothing at all where no clause depends on
/// any.
fn owners(dataset: &Dataset, standings: &[Standing]) -> Vec<usize> {
    let mut owners = Vec::new();
    for (clause, standing) in standings.iter().enumerate().filter(|(_, standing)| takes_part(standing)) {
        if !standing.touched.is_empty() {
            owners.resize(dataset.rules.variables.len(), 0);
        }
        for variable in &standing.touched {
            if let Some(owner) = owners.get_mut(usize::from(*variable)) {
                *owner = if *owner == 0 { clause + 1 } else { SEVERAL };
            }
        }
    }
    owners
}

fn tied(dataset: &Dataset, owners: &[usize], clause: usize, standing: &Standing, stacking: Stacking) -> Tied {
    let own = |variable: &VarId| owners.get(usize::from(*variable)) != Some(&SEVERAL);
    let reading = dataset.clauses.get(clause).and_then(|of| of.reading);
    if !takes_part(standing) {
        Tied::Nothing
    } else if reading.is_none()
        && standing.kind != Kind::TaxEffect
        && standing.touched.iter().all(own)
        && !choice::may_be_excluded(dataset, clause, stacking)
    {
        Tied::Alone
    } else {
        Tied::Others
    }
}

/// Can a clause add anything to a total.
fn takes_part(standing: &Standing) -> bool {
    standing.can_hold && !standing.carried && totalled(standing.kind) && standing.worth.is_some()
}

/// From units to clauses: of a reading group the best row of the preferred reading is the one that counts.
fn count(
    screener: &Screener,
    standings: &[Standing],
    units: &[Unit],
    outcomes: &[Option<Outcome>],
    counted: &mut [Counted],
) {
    for (unit, outcome) in units.iter().zip(outcomes) {
        let won = outcome.as_ref().map_or(Counted::No, |outcome| outcome.counted);
        for clause in representatives(screener, standings, unit) {
            if let (Some(place), Some(standing)) = (counted.get_mut(clause), standings.get(clause)) {
                *place = had(standing, won);
            }
        }
    }
}

/// Is a clause counted whose unit is.
fn had(standing: &Standing, won: Counted) -> Counted {
    match (standing.verdict(), won) {
        (Verdict::Ineligible, _) | (_, Counted::No) => Counted::No,
        (Verdict::Eligible, Counted::Yes) => Counted::Yes,
        _ => Counted::Maybe,
    }
}

fn representatives(screener: &Screener, standings: &[Standing], unit: &Unit) -> Vec<usize> {
    let Choice::Item(Item::Group(group)) = unit.item else { return unit.members.clone() };
    let dataset = screener.dataset();
    let preferred = dataset
        .reading_groups
        .get(usize::from(group))
        .and_then(|group| group.readings.iter().position(|reading| reading.preferred));
    let of_preferred = unit.members.iter().copied().filter(|clause| {
        let reading = dataset.clauses.get(*clause).and_then(|clause| clause.reading);
        reading.map(|(_, reading)| usize::from(reading)) == preferred
    });
    let best = of_preferred.filter_map(|clause| Some((clause, standings.get(clause)?))).filter(|(_, s)| s.can_hold);
    // The row with the greatest sure worth, then the greatest possible one; the first of equals.
    best.map(|(clause, standing)| (standing.contribution(), clause))
        .reduce(|best, next| if better(next.0, best.0) { next } else { best })
        .map(|(_, clause)| vec![clause])
        .unwrap_or_default()
}

fn better(next: Amount, best: Amount) -> bool {
    let bound = |amount: Amount| amount.max.unwrap_or(rust_decimal::Decimal::MAX);
    (next.min, bound(next)) > (best.min, bound(best))
}

/// Does a kind take part in totals at all.
fn totalled(kind: Kind) -> bool {
    kind != Kind::Right
}
