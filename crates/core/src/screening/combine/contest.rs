//! Which units win where some exclude each other, when each may be worth anything within bounds and independently of the
//! others. What units are, and how open answers tie them together, does not belong here.

use super::super::bit;
use super::super::standing::Amount;
use super::super::totals::Row;
use super::choice::Unit;
use crate::dataset::{Kind, Status};
use crate::decimal::plus;
use rust_decimal::Decimal;

/// What a unit brings to a contest.
#[derive(Clone, Copy, Debug)]
pub struct Stake {
    /// What it may add, 0 where it may be missed.
    pub amount: Amount,
    /// It is had in some completion.
    pub possible: bool,
    /// It is had in every completion.
    pub sure: bool,
}

/// What a combination is worth, compared field by field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    /// Amounts without a bound, counted apart: added to the others they would hide them.
    unbounded: usize,
    bounded: Decimal,
    /// Units that are had, the earliest as the highest bit: of equals the earlier clause comes first.
    had: u64,
}

impl Weight {
    fn new(unit: usize, amount: Option<Decimal>, had: bool) -> Self {
        Self {
            unbounded: usize::from(amount.is_none()),
            bounded: amount.unwrap_or_default(),
            had: if had { bit(unit).reverse_bits() } else { 0 },
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            unbounded: self.unbounded + other.unbounded,
            bounded: plus(self.bounded, other.bounded),
            had: self.had | other.had,
        }
    }
}

/// Units that exclude each other, directly or through others.
/// INVARIANT: at most 64, since each is a bit; the compiler refuses exclusions that chain more.
#[derive(Debug)]
pub struct Contest {
    /// Their places in the component, in the order of clauses.
    pub places: Vec<usize>,
    /// For each the units that it excludes, a bit each.
    rivals: Vec<u64>,
    /// Every combination to which nothing can be added.
    combinations: Vec<u64>,
}

/// A row of the totals and what a contest may add to it.
pub struct Share {
    pub row: Row,
    /// Holds everything that is possible.
    pub outer: Amount,
    /// Both ends are reached.
    pub inner: Amount,
    /// All that may win is in this row, so the row's sum only ever rises with what is in it.
    pub alone: bool,
}

/// What may come out of a contest, by its units.
pub struct Outlook {
    /// Combinations that may win.
    possible: Vec<u64>,
    /// The units of these that are had in some completion, a bit each.
    winners: u64,
    /// For each unit that is had in some completion the rivals that may be counted in its place. What never wins loses to
    /// all of them where it is had as well: a combination that beats the most that it may be worth beats less.
    pub beaten_by: Vec<u64>,
}

impl Outlook {
    pub fn may_win(&self, unit: usize) -> bool {
        self.possible.iter().any(|combination| has(*combination, unit))
    }

    pub fn may_lose(&self, unit: usize) -> bool {
        self.possible.iter().any(|combination| !has(*combination, unit))
    }
}

fn has(combination: u64, unit: usize) -> bool {
    combination & bit(unit) != 0
}

/// Combinations of one contest. INVARIANT: none has more; the compiler refuses chains of exclusions that would.
pub const MOST: usize = 256;

impl Contest {
    /// The contests of a component.
    pub fn all(units: &[&Unit]) -> Vec<Self> {
        let place_of = |index: usize| units.iter().position(|unit| unit.index == index);
        let rivals_of = |place: &usize| units.get(*place).map(|unit| unit.rivals.as_slice()).unwrap_or_default();
        let mut taken = vec![false; units.len()];
        let mut contests = Vec::new();
        for first in 0..units.len() {
            if rivals_of(&first).is_empty() || taken.get(first) == Some(&true) {
                continue;
            }
            let mut places = vec![first];
            let mut at = 0;
            while let Some(place) = places.get(at) {
                let next = rivals_of(place).iter().filter_map(|(rival, _)| place_of(*rival));
                let new: Vec<usize> = next.filter(|rival| !places.contains(rival)).collect();
                places.extend(new);
                at += 1;
            }
            places.sort_unstable();
            places.dedup();
            for place in &places {
                taken.get_mut(*place).into_iter().for_each(|taken| *taken = true);
            }
            let bits = |place: &usize| {
                let rivals = rivals_of(place).iter().filter_map(|(rival, _)| place_of(*rival));
                rivals.filter_map(|rival| places.iter().position(|p| *p == rival)).fold(0, |all, at| all | bit(at))
            };
            let rivals: Vec<u64> = places.iter().map(bits).collect();
            let mut combinations = Vec::new();
            combine(&rivals, 0, 0, &mut combinations);
            contests.push(Self { places, rivals, combinations });
        }
        contests
    }

    /// Has it more combinations than are looked at, or more units than there are bits.
    #[cfg(feature = "compile")]
    pub fn is_overlong(&self) -> bool {
        self.combinations.len() > MOST || self.places.len() > 64
    }

    /// What may come out when each unit may be worth anything that its stake says.
    pub fn outlook(&self, stakes: &[Stake]) -> Outlook {
        // Raising what a combination holds and lowering all else only helps it: it can win if it wins then.
        let possible = self.combinations.iter().copied().filter(|wins| self.best(stakes, *wins) == *wins);
        let possible: Vec<u64> = possible.collect();
        let can_be_had = |unit: &usize| self.stake(stakes, *unit).is_some_and(|stake| stake.possible);
        let had = (0..self.places.len()).filter(can_be_had).fold(0, |all, unit| all | bit(unit));
        let winners = possible.iter().fold(0, |all, wins| all | (wins & had));
        let beaten_by = |(unit, rivals): (usize, &u64)| if has(had, unit) { rivals & winners } else { 0 };
        let beaten_by = self.rivals.iter().enumerate().map(beaten_by).collect();
        Outlook { possible, winners, beaten_by }
    }

    fn stake<'a>(&self, stakes: &'a [Stake], unit: usize) -> Option<&'a Stake> {
        stakes.get(*self.places.get(unit)?)
    }

    /// The best combination when the units in `high` are worth the most that they can be, the others the least.
    fn best(&self, stakes: &[Stake], high: u64) -> u64 {
        let weigh = |unit: usize| match self.stake(stakes, unit) {
            None => Weight::default(),
            Some(stake) if has(high, unit) => Weight::new(unit, stake.amount.max, stake.possible),
            Some(stake) => Weight::new(unit, Some(stake.amount.min), stake.sure),
        };
        let weights: Vec<Weight> = (0..self.places.len()).map(weigh).collect();
        let weigh_all = |combination: u64| {
            let of = weights.iter().enumerate().filter(|(unit, _)| has(combination, *unit));
            of.fold(Weight::default(), |sum, (_, weight)| sum.plus(*weight))
        };
        let weighed = self.combinations.iter().map(|combination| (weigh_all(*combination), *combination));
        weighed.reduce(|best, next| if next.0 > best.0 { next } else { best }).map_or(0, |(_, best)| best)
    }

    /// What the contest may add to the rows of the totals; `row_of` gives the row of a unit's own kind.
    pub fn shares(
        &self,
        stakes: &[Stake],
        outlook: &Outlook,
        row_of: impl Fn(usize) -> Option<(Status, Kind)>,
    ) -> Vec<Share> {
        let mut rows: Vec<(Row, u64)> = Vec::new();
        for (unit, place) in self.places.iter().enumerate().filter(|(unit, _)| has(outlook.winners, *unit)) {
            for row in row_of(*place).into_iter().flat_map(|(status, kind)| Row::of(status, kind)) {
                match rows.iter_mut().find(|(known, _)| *known == row) {
                    Some((_, within)) => *within |= bit(unit),
                    None => rows.push((row, bit(unit))),
                }
            }
        }
        let share = |(row, within): (Row, u64)| {
            let at_least = |wins: u64| self.sum(stakes, within & wins).min;
            let at_most = |wins: u64| self.sum(stakes, within & wins).max;
            let reached = at_least(self.best(stakes, 0));
            let all = || outlook.possible.iter().copied();
            let alone = within == outlook.winners;
            // Where it is not alone, rivals of another row can push out what is in this one.
            let (low, sure) = if alone {
                (reached, reached)
            } else {
                let stands = |wins: &u64| self.best(stakes, wins & !within) == *wins;
                let sure = all().filter(stands).map(at_least).fold(reached, Decimal::min);
                (all().map(at_least).fold(reached, Decimal::min), sure)
            };
            let high = all().map(at_most).reduce(|a, b| a.zip(b).map(|(a, b)| a.max(b))).flatten();
            Share { row, outer: Amount { min: low, max: high }, inner: Amount { min: sure, max: high }, alone }
        };
        rows.into_iter().map(share).collect()
    }

    fn sum(&self, stakes: &[Stake], combination: u64) -> Amount {
        let of = (0..self.places.len()).filter(|unit| has(combination, *unit));
        of.filter_map(|unit| self.stake(stakes, unit)).fold(Amount::ZERO, |sum, stake| sum.plus(stake.amount))
    }
}

/// Adds every combination that holds `chosen` and, of the units from `unit` on, as many as fit.
fn combine(rivals: &[u64], unit: usize, chosen: u64, found: &mut Vec<u64>) {
    if found.len() > MOST {
        return;
    }
    let Some(own) = rivals.get(unit) else {
        let full = rivals.iter().enumerate().all(|(unit, rivals)| has(chosen, unit) || rivals & chosen != 0);
        found.extend(full.then_some(chosen));
        return;
    };
    if own & chosen == 0 {
        combine(rivals, unit + 1, chosen | bit(unit), found);
    }
    // It is left out only for a rival's sake, chosen already or still to come.
    let later = u64::MAX.checked_shl(u32::try_from(unit).unwrap_or(64)).unwrap_or(0);
    if own & (chosen | later) != 0 {
        combine(rivals, unit + 1, chosen, found);
    }
}
