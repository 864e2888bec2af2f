//! Units of counting: what is counted as one, and what may not be counted beside it. Who wins belongs to `contest`.

use super::super::period::Running;
use super::super::standing::Standing;
use super::super::totals::Sums;
use super::super::{Counted, Excluded};
#[cfg(feature = "compile")]
use super::contest::Contest;
use super::found::Outcome;
use crate::dataset::{Dataset, Exclusion, Item, Kind, Status};

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
    /// Its status too, while it is open which. INVARIANT: only of a clause that nothing excludes and that is no part of a
    /// group; the compiler refuses others.
    pub or: Option<Status>,
    /// Units that may not be counted beside it, with the exclusion's index.
    pub rivals: Vec<(usize, usize)>,
}

impl Unit {
    /// Rows of the totals to which it adds.
    pub fn rows(&self) -> u64 {
        let statuses = [Some(self.status), self.or];
        statuses.into_iter().flatten().fold(0, |rows, status| rows | Sums::bits(status, self.kind))
    }
}

/// How what the source leaves open is taken: of clauses that may or may not add up either the best one, or all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stacking {
    Best,
    All,
}

impl Stacking {
    /// Does the exclusion hold.
    fn holds(self, exclusion: &Exclusion) -> bool {
        self == Self::Best || !exclusion.open
    }
}

/// Is there an exclusion that names the clause.
pub fn may_be_excluded(dataset: &Dataset, clause: usize, stacking: Stacking) -> bool {
    let item = Item::Clause(u16::try_from(clause).unwrap_or(u16::MAX));
    dataset.exclusions.iter().any(|exclusion| stacking.holds(exclusion) && exclusion.items.contains(&item))
}

/// May more than one clause be had of some whose adding up is open.
pub fn is_stacking_open(dataset: &Dataset, takes_part: impl Fn(usize) -> bool) -> bool {
    let taking = |item: &Item| match item {
        Item::Clause(clause) => takes_part(usize::from(*clause)),
        Item::Group(_) => true,
    };
    let open = dataset.exclusions.iter().filter(|exclusion| exclusion.open);
    open.into_iter().any(|exclusion| exclusion.items.iter().filter(|item| taking(item)).count() > 1)
}

/// The units of the clauses that `tied` takes, in the order of clauses.
pub fn units(
    dataset: &Dataset,
    standings: &[Standing],
    statuses: &[Running],
    stacking: Stacking,
    tied: impl Fn(usize, &Standing) -> bool,
) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for (clause, ((standing, running), of)) in standings.iter().zip(statuses).zip(&dataset.clauses).enumerate() {
        let status = running.status;
        if !tied(clause, standing) {
            continue;
        }
        let item = match (of.reading, standing.kind) {
            (Some((group, _)), _) => Choice::Item(Item::Group(group)),
            (None, Kind::TaxEffect) => Choice::Tax,
            (None, _) => Choice::Item(Item::Clause(u16::try_from(clause).unwrap_or(u16::MAX))),
        };
        match units.iter_mut().find(|unit| unit.item == item && unit.status == status) {
            Some(unit) => unit.members.push(clause),
            None => units.push(Unit {
                index: units.len(),
                item,
                members: vec![clause],
                kind: standing.kind,
                status,
                or: running.or,
                rivals: Vec::new(),
            }),
        }
    }
    let holding = dataset.exclusions.iter().enumerate().filter(|(_, of)| stacking.holds(of));
    for (exclusion, of) in holding {
        let within: Vec<(usize, Status)> = units
            .iter()
            .filter(|unit| matches!(unit.item, Choice::Item(item) if of.items.contains(&item)))
            .map(|unit| (unit.index, unit.status))
            .collect();
        for (unit, status) in &within {
            let rivals = within
                .iter()
                .filter(|(other, s)| other != unit && compete(*s, *status))
                .map(|(other, _)| (*other, exclusion));
            if let Some(place) = units.get_mut(*unit) {
                place.rivals.extend(rivals.collect::<Vec<_>>());
            }
        }
    }
    units
}

/// The place of a status in the order in which deductions are taken: what can be had now first.
pub fn order(status: Status) -> usize {
    Status::ALL.iter().position(|other| *other == status).unwrap_or(Status::ALL.len())
}

/// Is it the first of the units that share one tax.
pub fn is_first_tax<'a>(units: impl IntoIterator<Item = &'a Unit>, unit: &Unit) -> bool {
    let mut taxes = units.into_iter().filter(|other| other.item == Choice::Tax);
    unit.item == Choice::Tax && taxes.all(|other| order(unit.status) <= order(other.status))
}

/// Can clauses with these statuses be had at the same time. What hangs on an event can be had today as what is in force.
fn compete(one: Status, other: Status) -> bool {
    let today = |status: Status| matches!(status, Status::InForce | Status::OpenEvent);
    one == other || (today(one) && today(other))
}

/// Clauses that could be had but that are never counted, since another is in their place.
pub fn excluded(
    standings: &[Standing],
    units: &[Unit],
    counted: &[Counted],
    outcomes: &[Option<Outcome>],
) -> Vec<Excluded> {
    let never = |clause: &usize| counted.get(*clause) == Some(&Counted::No);
    let mut excluded = Vec::new();
    for (unit, outcome) in units.iter().zip(outcomes).filter(|(unit, _)| unit.members.iter().all(never)) {
        let beaten_by = outcome.as_ref().map(|outcome| outcome.beaten_by.as_slice()).unwrap_or_default();
        let mut told = Vec::new();
        for (winner, exclusion) in unit.rivals.iter().filter(|(rival, _)| beaten_by.contains(rival)) {
            let counted = units.get(*winner).and_then(|winner| winner.members.iter().find(|clause| !never(clause)));
            let Some(because_of) = counted.copied().filter(|_| !told.contains(winner)) else { continue };
            told.push(*winner);
            for clause in unit.members.iter().copied() {
                if let Some(amount) = standings.get(clause).filter(|s| s.can_hold).and_then(|s| s.worth) {
                    excluded.push(Excluded { clause, because_of, exclusion: *exclusion, amount });
                }
            }
        }
    }
    excluded
}

/// Are exclusions chained so that a contest would have more combinations than it looks at, or more units than it has bits.
#[cfg(feature = "compile")]
pub fn are_overlong(exclusions: &[Exclusion]) -> bool {
    let mut items: Vec<Item> = Vec::new();
    for item in exclusions.iter().flat_map(|exclusion| &exclusion.items) {
        if !items.contains(item) {
            items.push(*item);
        }
    }
    let unit = |(index, item): (usize, &Item)| {
        let beside = exclusions.iter().filter(|exclusion| exclusion.items.contains(item));
        let rivals = beside.flat_map(|exclusion| &exclusion.items).filter(|rival| *rival != item);
        Unit {
            index,
            item: Choice::Item(*item),
            members: Vec::new(),
            kind: Kind::Grant,
            status: Status::InForce,
            or: None,
            rivals: rivals.filter_map(|rival| Some((items.iter().position(|item| item == rival)?, 0))).collect(),
        }
    };
    let units: Vec<Unit> = items.iter().enumerate().map(unit).collect();
    Contest::all(&units.iter().collect::<Vec<_>>()).iter().any(Contest::is_overlong)
}
