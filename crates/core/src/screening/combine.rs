//! What counts towards the totals. Clauses that share open variables or exclude each other are looked at together, in the
//! parts of the space that tell them apart; the others are simply added.

mod bound;
mod budget;
mod choice;
mod components;
mod contest;
mod found;
mod search;

use super::period::Running;
use super::standing::{Amount, Standing};
use super::totals::{Sums, Totals};
use super::{Counted, Excluded, GroupResult, Screener, Verdict};
use crate::dataset::{Dataset, Item, Kind};
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

pub fn combine(screener: &Screener, engine: &mut Engine, standings: &[Standing], statuses: &[Running]) -> Combined {
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
    statuses: &[Running],
    stacking: Stacking,
) -> Combined {
    let dataset = screener.dataset();
    let mut sums = Sums::ZERO;
    let mut counted = Vec::with_capacity(standings.len());
    let owners = owners(dataset, engine, standings);
    let tied = |clause: usize, standing: &Standing| tied(dataset, &owners, clause, standing, stacking);
    let mut others = false;
    for (clause, (standing, running)) in standings.iter().zip(statuses).enumerate() {
        let tied = tied(clause, standing);
        if tied == Tied::Alone {
            sums.add_either((running.status, running.or), standing.kind, standing.contribution());
        }
        others |= tied == Tied::Others;
        counted.push(if tied == Tied::Alone { had(standing, Counted::Yes) } else { Counted::No });
    }
    // Which of two rows an amount is in is not looked at together with what else is open.
    let either = |running: &Running| running.or.is_some();
    let unsearched = standings
        .iter()
        .zip(statuses)
        .filter(|(standing, running)| (!standing.tight || either(running)) && takes_part(standing));
    let mut loose = unsearched.fold(0, |rows, (standing, running)| {
        running.all().fold(rows, |rows, status| rows | Sums::bits(status, standing.kind))
    });
    if !others {
        return Combined { totals: Totals { sums, loose }, counted, excluded: Vec::new(), groups: Vec::new() };
    }
    let units = choice::units(dataset, standings, statuses, stacking, |clause, standing| {
        tied(clause, standing) == Tied::Others
    });
    // What is left of a tax after other deductions falls where they rise.
    let later_tax = units.iter().filter(|unit| unit.item == Choice::Tax && !choice::is_first_tax(&units, unit));
    let later_tax = later_tax.fold(0, |rows, unit| rows | Sums::bits(unit.status, unit.kind));
    let mut outcomes: Vec<Option<Outcome>> = vec![None; units.len()];
    let mut budget = BUDGET;
    for component in tied_together(dataset, engine, &units, standings) {
        let found = search::search(screener, engine, standings, component.clone(), &mut budget);
        loose |= found.loose() & used(&component);
        sums = sums.plus(&found.sums);
        for (unit, outcome) in component.iter().zip(found.outcomes(&component)) {
            if let Some(place) = outcomes.get_mut(unit.index) {
                *place = Some(outcome);
            }
        }
    }
    loose |= sums.open(later_tax);
    count(screener, standings, &units, &outcomes, &mut counted);
    let excluded = choice::excluded(standings, &units, &counted, &outcomes);
    let group = |(unit, outcome): (&Unit, Option<Outcome>)| {
        let id = match unit.item {
            Choice::Item(Item::Group(group)) => dataset.reading_groups.get(usize::from(group))?.id.clone(),
            // What all deductions save together, whenever they run, is told of the first.
            Choice::Tax if choice::is_first_tax(&units, unit) => "tax".to_owned(),
            Choice::Tax | Choice::Item(Item::Clause(_)) => return None,
        };
        Some(GroupResult { id, amount: outcome?.amount })
    };
    let groups = units.iter().zip(outcomes).filter_map(group).collect();
    Combined { totals: Totals { sums, loose }, counted, excluded, groups }
}

/// Units that share an open variable or exclude each other, transitively.
fn tied_together<'a>(
    dataset: &Dataset,
    engine: &Engine,
    units: &'a [Unit],
    standings: &[Standing],
) -> Vec<Vec<&'a Unit>> {
    let all: Vec<&Unit> = units.iter().collect();
    let of = |unit: &&Unit| {
        let mut set = VarSet::default();
        let touched = unit.members.iter().filter_map(|clause| standings.get(*clause)).flat_map(|s| &s.touched);
        touched.for_each(|variable| set.insert(*variable));
        if let (Choice::Tax, Some(tax)) = (unit.item, &dataset.tax) {
            set.extend(&tax.reads());
        }
        engine.space().bind(&mut set);
        set
    };
    let variables: Vec<VarSet> = all.iter().map(of).collect();
    components(&all, &variables)
}

/// Rows of the totals to which units add.
fn used(units: &[&Unit]) -> u64 {
    units.iter().fold(0, |all, unit| all | unit.rows())
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
fn owners(dataset: &Dataset, engine: &Engine, standings: &[Standing]) -> Vec<usize> {
    let mut owners = Vec::new();
    for (clause, standing) in standings.iter().enumerate().filter(|(_, standing)| takes_part(standing)) {
        if !standing.touched.is_empty() {
            owners.resize(dataset.rules.variables.len(), 0);
        }
        let mut touched = VarSet::default();
        standing.touched.iter().for_each(|variable| touched.insert(*variable));
        engine.space().bind(&mut touched);
        for variable in touched.iter() {
            if let Some(owner) = owners.get_mut(usize::from(variable)) {
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
        let rows = rows(screener.dataset(), standings, unit);
        for (clause, standing) in &rows {
            let best = best(*clause, standing, &rows);
            if let Some(place) = counted.get_mut(*clause) {
                *place = match (best, had(standing, won)) {
                    (Counted::No, _) => Counted::No,
                    (Counted::Maybe, Counted::Yes) => Counted::Maybe,
                    (_, had) => had,
                };
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

/// Clauses of a unit that may count: of a reading group those of the preferred reading.
fn rows<'a>(dataset: &Dataset, standings: &'a [Standing], unit: &Unit) -> Vec<(usize, &'a Standing)> {
    let group = match unit.item {
        Choice::Item(Item::Group(group)) => dataset.reading_groups.get(usize::from(group)),
        Choice::Item(_) | Choice::Tax => None,
    };
    let preferred = group.and_then(|group| group.readings.iter().position(|reading| reading.preferred));
    let reading = |clause: usize| dataset.clauses.get(clause).and_then(|of| of.reading);
    let counts =
        |clause: &usize| group.is_none() || reading(*clause).map(|(_, reading)| usize::from(reading)) == preferred;
    let members = unit.members.iter().copied().filter(counts);
    members.filter_map(|clause| Some((clause, standings.get(clause)?))).collect()
}

/// Is a row the best of its reading: in every completion, in none, or in some, as far as the rows' own amounts tell. Of
/// equals the first is. Rows of other units are alone.
fn best(clause: usize, standing: &Standing, rows: &[(usize, &Standing)]) -> Counted {
    let Some(own) = standing.worth.filter(|_| standing.kind != Kind::TaxEffect) else { return Counted::Yes };
    let most = |amount: Amount| amount.max.unwrap_or(rust_decimal::Decimal::MAX);
    let rivals = rows.iter().filter(|(rival, _)| *rival != clause);
    let mut sure = true;
    for (rival, other) in rivals {
        let Some(worth) = other.worth else { continue };
        let surely_better = worth.min > most(own) || (worth.min == most(own) && *rival < clause);
        if surely_better && !other.can_fail {
            return Counted::No;
        }
        // The other way round.
        sure &= own.min > most(worth) || (own.min == most(worth) && clause < *rival);
    }
    if sure {
        Counted::Yes
    } else {
        Counted::Maybe
    }
}

/// Does a kind take part in totals at all.
fn totalled(kind: Kind) -> bool {
    kind != Kind::Right
}
