//! What a search came to, and how that of parts is put together. How parts are searched belongs to `search`.

use super::super::standing::Amount;
use super::super::totals::Sums;
use super::super::{bit, Counted};
use super::bound::{Bound, Seen};
use super::choice::Unit;
use super::contest::Contest;

/// What units come to.
#[derive(Clone, Debug)]
pub struct Found {
    /// Holds everything that is possible.
    pub sums: Sums,
    /// What is known to be reached, where anything is.
    pub reached: Option<Sums>,
    seen: Vec<Seen>,
    /// By unit, what parts that were searched to the end show of `Beaten::by`.
    beaten: Vec<u64>,
}

/// What becomes of a unit over the parts looked at.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub counted: Counted,
    pub amount: Amount,
    /// Units that some completion counts in its place, though it is had there.
    pub beaten_by: Vec<usize>,
}

impl Found {
    /// Rows of the totals that may be wider than what is possible, a bit each.
    pub fn loose(&self) -> u64 {
        self.reached.as_ref().map_or(u64::MAX, |reached| self.sums.differs_from(reached))
    }

    /// What becomes of each unit.
    pub fn outcomes(&self, units: &[&Unit]) -> Vec<Outcome> {
        let party = Contest::all(units);
        let beaten_by = |place: usize| {
            let contest = party.iter().find(|contest| contest.places.contains(&place))?;
            let beaten = self.beaten.get(place).copied().unwrap_or(0);
            let winners = contest.places.iter().enumerate().filter(|(at, _)| beaten & bit(*at) != 0);
            Some(winners.filter_map(|(_, winner)| Some(units.get(*winner)?.index)).collect())
        };
        let outcome = |(place, seen): (usize, &Seen)| Outcome {
            counted: seen.counted(),
            amount: seen.amount,
            beaten_by: beaten_by(place).unwrap_or_default(),
        };
        self.seen.iter().enumerate().map(outcome).collect()
    }

    /// A part that is not cut; `reached` where all of its amounts may be least together, and greatest together.
    pub fn leaf(bound: Bound, reached: bool) -> Self {
        let sure = reached && bound.tied.is_none();
        let beaten = bound.beaten.iter().map(|beaten| if sure { beaten.by } else { beaten.surely_by }).collect();
        let reached = (reached && !bound.tied.is_some_and(|tied| tied.fixed)).then_some(bound.inner);
        Self { sums: bound.outer, reached, seen: bound.seen, beaten }
    }

    /// Of no part at all.
    pub fn none() -> Self {
        Self { sums: Sums::ZERO, reached: None, seen: Vec::new(), beaten: Vec::new() }
    }

    /// Of units that are worth nothing.
    pub fn nothing(units: usize) -> Self {
        let seen = Seen { may_win: false, may_lose: false, amount: Amount::ZERO };
        Self { sums: Sums::ZERO, reached: Some(Sums::ZERO), seen: vec![seen; units], beaten: vec![0; units] }
    }

    /// Adds units that are independent of the others, at these places.
    pub fn and(&mut self, other: Self, places: &[usize]) {
        self.sums = self.sums.plus(&other.sums);
        self.reached = self.reached.take().zip(other.reached).map(|(own, other)| own.plus(&other));
        for (place, (seen, beaten)) in places.iter().zip(other.seen.into_iter().zip(other.beaten)) {
            self.seen.get_mut(*place).into_iter().for_each(|own| *own = seen);
            self.beaten.get_mut(*place).into_iter().for_each(|own| *own = beaten);
        }
    }

    /// Adds another part of the space.
    pub fn or(self, other: Self) -> Self {
        Self {
            sums: self.sums.hull(&other.sums),
            reached: match (self.reached, other.reached) {
                (Some(own), Some(other)) => Some(own.hull(&other)),
                (own, other) => own.or(other),
            },
            seen: self.seen.into_iter().zip(other.seen).map(|(own, other)| own.and(other)).collect(),
            beaten: self.beaten.into_iter().zip(other.beaten).map(|(own, other)| own | other).collect(),
        }
    }

    /// Does it hold all that a part may come to.
    pub fn holds(&self, bound: &Bound) -> bool {
        let new = bound.seen.iter().zip(&bound.beaten);
        let old = self.seen.iter().zip(&self.beaten);
        bound.outer.within(&self.sums)
            && new.zip(old).all(|((new, beaten), (old, known))| new.says_no_more_than(*old, beaten.by & !known != 0))
    }
}
