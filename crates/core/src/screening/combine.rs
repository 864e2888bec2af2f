//! What counts towards the totals. Clauses that share open variables or exclude each other are looked at together, in the
//! parts of the space that tell them apart; the others are simply added.

mod choice;
mod search;

use super::standing::{Amount, Standing};
use super::totals::{Sums, Total};
use super::{Counted, Excluded, GroupResult, Screener, Verdict};
use crate::dataset::{Clause, Dataset, Item, Kind, Status};
use crate::rules::{Engine, VarId};
use choice::{Choice, Unit};

/// What combining gives.
pub struct Combined {
    pub totals: Vec<Total>,
    pub counted: Vec<Counted>,
    pub excluded: Vec<Excluded>,
    pub groups: Vec<GroupResult>,
}

/// Parts that all components together may be cut into.
const BUDGET: u32 = 600;

pub fn combine(screener: &Screener, engine: &mut Engine, standings: &[Standing], statuses: &[Status]) -> Combined {
    let dataset = screener.dataset();
    let mut sums = Sums::ZERO;
    let mut counted = vec![Counted::No; standings.len()];
    let tied = tied(dataset, standings);
    for (((standing, status), tied), place) in standings.iter().zip(statuses).zip(&tied).zip(&mut counted) {
        if *tied == Tied::Alone {
            sums.add(*status, standing.kind, standing.contribution());
            *place = had(standing, Counted::Yes);
        }
    }
    let mut tight = standings.iter().all(|standing| standing.tight);
    if !tied.contains(&Tied::Others) {
        return Combined { totals: sums.rows(tight), counted, excluded: Vec::new(), groups: Vec::new() };
    }
    let units = choice::units(dataset, standings, statuses, |clause| tied.get(clause) == Some(&Tied::Others));
    let components = search::components(&units, standings);
    let mut won: Vec<Option<Counted>> = vec![None; units.len()];
    let mut groups = Vec::new();
    let mut budget = BUDGET;
    for component in &components {
        let found = search::search(screener, engine, standings, component, &mut budget);
        tight &= found.tight;
        sums = sums.plus(&found.sums);
        for (unit, outcome) in component.iter().zip(found.outcomes) {
            if let Some(place) = won.get_mut(unit.index) {
                *place = Some(outcome.counted);
            }
            match unit.item {
                Choice::Item(Item::Group(group)) => {
                    if let Some(group) = screener.dataset().reading_groups.get(usize::from(group)) {
                        groups.push(GroupResult { id: group.id.clone(), amount: outcome.amount });
                    }
                }
                Choice::Tax => groups.push(GroupResult { id: "tax".to_owned(), amount: outcome.amount }),
                Choice::Item(Item::Clause(_)) => {}
            }
        }
    }
    count(screener, standings, &units, &won, &mut counted);
    let excluded = choice::excluded(screener.dataset(), standings, &units, &counted);
    Combined { totals: sums.rows(tight), counted, excluded, groups }
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

fn tied(dataset: &Dataset, standings: &[Standing]) -> Vec<Tied> {
    // By variable, the clauses that depend on it: none, one (its index plus 1) or more.
    const MORE: usize = usize::MAX;
    let mut owners = vec![0; dataset.rules.variables.len()];
    for (clause, standing) in standings.iter().enumerate().filter(|(_, standing)| takes_part(standing)) {
        for variable in &standing.touched {
            if let Some(owner) = owners.get_mut(usize::from(*variable)) {
                *owner = if *owner == 0 { clause + 1 } else { MORE };
            }
        }
    }
    let own = |variable: &VarId| owners.get(usize::from(*variable)) != Some(&MORE);
    let tied = |(clause, (standing, of)): (usize, (&Standing, &Clause))| {
        if !takes_part(standing) {
            Tied::Nothing
        } else if of.reading.is_none()
            && standing.kind != Kind::TaxEffect
            && standing.touched.iter().all(own)
            && !choice::may_be_excluded(dataset, clause)
        {
            Tied::Alone
        } else {
            Tied::Others
        }
    };
    standings.iter().zip(&dataset.clauses).enumerate().map(tied).collect()
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
    won: &[Option<Counted>],
    counted: &mut [Counted],
) {
    for (unit, won) in units.iter().zip(won) {
        let won = won.unwrap_or(Counted::No);
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
