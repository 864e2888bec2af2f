//! Units of counting, and which of them win where some exclude each other.

use super::super::standing::Standing;
use super::super::{Counted, Excluded};
use crate::dataset::{Dataset, Item, Kind, Status};
use crate::decimal::plus;
use rust_decimal::Decimal;

/// What is counted as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A clause or a reading group.
    Item(Item),
    /// The joint tax effect of one period status.
    Tax,
}

/// A unit of counting.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Place among all units.
    pub index: usize,
    pub item: Choice,
    /// Clauses it is made of.
    pub members: Vec<usize>,
    pub kind: Kind,
    pub status: Status,
    /// Units of the same status that may not be counted beside it, with the exclusion's index.
    pub rivals: Vec<(usize, usize)>,
}

/// Is there an exclusion that names the clause.
pub fn may_be_excluded(dataset: &Dataset, clause: usize) -> bool {
    let item = Item::Clause(u16::try_from(clause).unwrap_or(u16::MAX));
    dataset.exclusions.iter().any(|exclusion| exclusion.items.contains(&item))
}

/// The units of the clauses that `tied` takes, in the order of clauses.
pub fn units(
    dataset: &Dataset,
    standings: &[Standing],
    statuses: &[Status],
    tied: impl Fn(usize) -> bool,
) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for (clause, ((standing, status), of)) in standings.iter().zip(statuses).zip(&dataset.clauses).enumerate() {
        if !tied(clause) {
            continue;
        }
        let item = match (of.reading, standing.kind) {
            (Some((group, _)), _) => Choice::Item(Item::Group(group)),
            (None, Kind::TaxEffect) => Choice::Tax,
            (None, _) => Choice::Item(Item::Clause(u16::try_from(clause).unwrap_or(u16::MAX))),
        };
        match units.iter_mut().find(|unit| unit.item == item && unit.status == *status) {
            Some(unit) => unit.members.push(clause),
            None => units.push(Unit {
                index: units.len(),
                item,
                members: vec![clause],
                kind: standing.kind,
                status: *status,
                rivals: Vec::new(),
            }),
        }
    }
    for (exclusion, of) in dataset.exclusions.iter().enumerate() {
        let within: Vec<(usize, Status)> = units
            .iter()
            .filter(|unit| matches!(unit.item, Choice::Item(item) if of.items.contains(&item)))
            .map(|unit| (unit.index, unit.status))
            .collect();
        for (unit, status) in &within {
            let rivals =
                within.iter().filter(|(other, s)| other != unit && s == status).map(|(other, _)| (*other, exclusion));
            if let Some(place) = units.get_mut(*unit) {
                place.rivals.extend(rivals.collect::<Vec<_>>());
            }
        }
    }
    units
}

/// What a combination is worth. Amounts without a bound are counted apart: added to the others they would hide them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight {
    unbounded: usize,
    bounded: Decimal,
}

impl Weight {
    pub fn new(amount: Option<Decimal>) -> Self {
        Self { unbounded: usize::from(amount.is_none()), bounded: amount.unwrap_or_default() }
    }

    fn plus(self, other: Self) -> Self {
        Self { unbounded: self.unbounded + other.unbounded, bounded: plus(self.bounded, other.bounded) }
    }
}

/// The best allowed combination when unit `i` of the component is worth `worth(i)`: the greatest sum, then the earliest
/// units. Components are small (a handful of rivals), so all combinations are tried.
pub fn best(units: &[&Unit], worth: &dyn Fn(usize) -> Weight) -> Vec<bool> {
    let mut chosen = vec![false; units.len()];
    let contested: Vec<usize> =
        (0..units.len()).filter(|unit| units.get(*unit).is_some_and(|unit| !unit.rivals.is_empty())).collect();
    for unit in 0..units.len() {
        if let (false, Some(place)) = (contested.contains(&unit), chosen.get_mut(unit)) {
            *place = true;
        }
    }
    let (_, winners) = strongest(units, &contested, worth);
    for unit in winners {
        if let Some(place) = chosen.get_mut(unit) {
            *place = true;
        }
    }
    chosen
}

fn strongest(units: &[&Unit], contested: &[usize], worth: &dyn Fn(usize) -> Weight) -> (Weight, Vec<usize>) {
    let Some((first, rest)) = contested.split_first() else { return (Weight::default(), Vec::new()) };
    let rivals = |unit: usize| units.get(unit).map(|unit| unit.rivals.as_slice()).unwrap_or_default();
    let place_of = |unit: usize| units.get(unit).map(|unit| unit.index);
    let compatible: Vec<usize> = rest
        .iter()
        .copied()
        .filter(|other| !rivals(*first).iter().any(|(rival, _)| Some(*rival) == place_of(*other)))
        .collect();
    let (value, mut winners) = strongest(units, &compatible, worth);
    let with = worth(*first).plus(value);
    if compatible.len() == rest.len() {
        winners.insert(0, *first);
        return (with, winners);
    }
    let (without, others) = strongest(units, rest, worth);
    if with >= without {
        winners.insert(0, *first);
        (with, winners)
    } else {
        (without, others)
    }
}

/// Clauses that could be had but whose amount another's takes the place of.
pub fn excluded(dataset: &Dataset, standings: &[Standing], units: &[Unit], counted: &[Counted]) -> Vec<Excluded> {
    let is = |clause: usize, wanted: Counted| counted.get(clause) == Some(&wanted);
    let mut excluded = Vec::new();
    for unit in units
        .iter()
        .filter(|unit| !unit.rivals.is_empty() && unit.members.iter().all(|clause| is(*clause, Counted::No)))
    {
        let winner = unit.rivals.iter().find_map(|(rival, exclusion)| {
            let winner = units.get(*rival)?.members.iter().copied().find(|clause| !is(*clause, Counted::No))?;
            Some((winner, *exclusion))
        });
        let Some((because_of, exclusion)) = winner else { continue };
        for clause in unit.members.iter().copied() {
            if let Some(amount) =
                standings.get(clause).filter(|standing| standing.can_hold).and_then(|standing| standing.worth)
            {
                excluded.push(Excluded { clause, because_of, exclusion, amount });
            }
        }
    }
    debug_assert!(excluded.iter().all(|entry| entry.clause < dataset.clauses.len()));
    excluded
}
