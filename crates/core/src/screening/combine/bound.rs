//! What a part of the space comes to if its clauses are independent of each other. How parts are cut belongs to `search`.

use super::super::standing::{Amount, Standing};
use super::super::totals::Sums;
use super::super::{bit, tax, Counted, Needs, Screener};
use super::choice::{is_first_tax, order, Choice, Unit};
use super::components::shared;
use super::contest::{Contest, Stake};
use crate::dataset::{Dataset, Item};
use crate::rules::{Engine, Space, VarId, VarSet};

/// What was seen of a unit.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    pub may_win: bool,
    pub may_lose: bool,
    pub amount: Amount,
}

/// Rivals that are counted in a unit's place, bits of its contest.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beaten {
    pub by: u64,
    /// Of these, those that are counted whatever is open: it is had in some completion, and they win in every one.
    pub surely_by: u64,
}

impl Seen {
    pub fn counted(self) -> Counted {
        match (self.may_win, self.may_lose) {
            (true, true) => Counted::Maybe,
            (true, false) => Counted::Yes,
            (false, _) => Counted::No,
        }
    }

    pub fn and(self, other: Self) -> Self {
        Self {
            may_win: self.may_win || other.may_win,
            may_lose: self.may_lose || other.may_lose,
            amount: self.amount.hull(other.amount),
        }
    }

    /// Is all of it known already. A unit that newly loses needs no look of its own: either it is not surely had, and then it
    /// counts as open anyway, or a rival newly wins.
    /// `newly_beaten`: a rival is counted in its place of which that is not sure yet.
    pub fn says_no_more_than(self, known: Self, newly_beaten: bool) -> bool {
        // What beats it is told only of a unit that never wins.
        (known.may_win || !(self.may_win || newly_beaten)) && self.amount.within(known.amount)
    }
}

/// What a part comes to if its clauses are independent.
pub struct Bound {
    /// Hold everything that is possible.
    pub outer: Sums,
    /// Ends that are reached if the clauses are independent.
    pub inner: Sums,
    pub seen: Vec<Seen>,
    pub beaten: Vec<Beaten>,
    pub tied: Option<Tied>,
}

/// An open number that rivals share, while it is open which of them wins.
#[derive(Clone, Copy)]
pub struct Tied {
    pub number: VarId,
    /// The rivals are of several rows of the totals, and one that is surely had cannot be got out of the way by missing it:
    /// then the ends of the rows may be out of reach.
    pub fixed: bool,
}

/// Units and the clauses that they are made of, with the contests between them.
pub struct Party<'a> {
    pub screener: &'a Screener,
    pub units: Vec<&'a Unit>,
    pub contests: Vec<Contest>,
    /// Clauses of all units, unit by unit.
    pub clauses: Vec<usize>,
}

impl<'a> Party<'a> {
    pub fn new(screener: &'a Screener, units: Vec<&'a Unit>) -> Self {
        let clauses = units.iter().flat_map(|unit| unit.members.iter().copied()).collect();
        Self { screener, contests: Contest::all(&units), units, clauses }
    }

    /// Takes the part for what it is if its clauses, of which `standings` tells, are independent.
    pub fn bound(&self, engine: &mut Engine, standings: &[&Standing]) -> Bound {
        let dataset = self.screener.dataset();
        let of =
            |clause: &usize| self.clauses.iter().position(|c| c == clause).and_then(|at| standings.get(at).copied());
        let members = |unit: &Unit| -> Vec<(usize, &Standing)> {
            unit.members.iter().filter_map(|c| Some((*c, of(c)?))).collect()
        };
        let deducted = |unit: &&&Unit| deduction(&members(unit));
        let taxes = || self.units.iter().filter(|unit| unit.item == Choice::Tax);
        let stake = |engine: &mut Engine, unit: &Unit| {
            let members = members(unit);
            let earlier = taxes().filter(|other| order(other.status) < order(unit.status));
            Stake {
                amount: match (unit.item, &dataset.tax) {
                    (Choice::Tax, Some(scheme)) => {
                        let before = earlier.map(|unit| deducted(&unit)).fold(Amount::ZERO, Amount::plus);
                        tax::share(scheme, engine, before, deduction(&members))
                    }
                    _ => worth(dataset, unit, &members),
                },
                possible: members.iter().any(|(_, standing)| standing.worth.is_some()),
                sure: members.iter().any(|(_, standing)| standing.can_hold && !standing.can_fail),
            }
        };
        let stakes: Vec<Stake> = self.units.iter().map(|unit| stake(engine, unit)).collect();
        let whole = |engine: &mut Engine, unit: &Unit| {
            let all = taxes().map(|unit| deducted(&unit)).fold(Amount::ZERO, Amount::plus);
            let scheme = dataset.tax.as_ref().filter(|_| is_first_tax(self.units.iter().copied(), unit));
            scheme.map(|scheme| tax::effect(scheme, engine, all))
        };
        let seen = self.units.iter().zip(&stakes).map(|(unit, stake)| Seen {
            may_win: stake.possible,
            may_lose: !stake.possible,
            amount: whole(engine, unit).unwrap_or(stake.amount),
        });
        let beaten = vec![Beaten::default(); stakes.len()];
        let mut bound = Bound { outer: Sums::ZERO, inner: Sums::ZERO, seen: seen.collect(), beaten, tied: None };
        for (unit, stake) in self.units.iter().zip(&stakes).filter(|(unit, _)| unit.rivals.is_empty()) {
            bound.outer.add_either((unit.status, unit.or), unit.kind, stake.amount);
            bound.inner.add_either((unit.status, unit.or), unit.kind, stake.amount);
        }
        let is_searched = standings.iter().all(|standing| standing.tight);
        for contest in &self.contests {
            let outlook = contest.outlook(&stakes);
            let wins = |(unit, place): &(usize, &usize)| {
                is_searched && !outlook.may_lose(*unit) && stakes.get(**place).is_some_and(|stake| stake.sure)
            };
            let certain = contest.places.iter().enumerate().filter(wins).fold(0, |all, (unit, _)| all | bit(unit));
            for (unit, place) in contest.places.iter().enumerate() {
                if let Some(seen) = bound.seen.get_mut(*place) {
                    seen.may_win &= outlook.may_win(unit);
                    seen.may_lose |= outlook.may_lose(unit);
                }
                if let Some(beaten) = bound.beaten.get_mut(*place) {
                    let by = outlook.beaten_by.get(unit).copied().unwrap_or(0);
                    *beaten = Beaten { by, surely_by: by & certain };
                }
            }
            let row = |place: usize| self.units.get(place).map(|unit| (unit.status, unit.kind));
            let open = |unit: usize| outlook.may_win(unit) && outlook.may_lose(unit);
            let shares = contest.shares(&stakes, &outlook, row);
            if bound.tied.is_none_or(|tied| !tied.fixed) && (0..contest.places.len()).any(open) {
                let across = !shares.iter().all(|share| share.alone);
                bound.tied = self.tied(engine, contest, &stakes, across).or(bound.tied);
            }
            for share in shares {
                bound.outer.add_to(share.row, share.outer);
                bound.inner.add_to(share.row, share.inner);
            }
        }
        bound
    }

    /// Is every clause searched to the end, and are all amounts great at once: no open number raises one and lowers another,
    /// and no open field of a row decides for two whether they count it.
    pub fn agree(&self, engine: &mut Engine, standings: &[&Standing]) -> bool {
        let mut parting = VarSet::default();
        let mut agreed = standings.iter().all(|standing| standing.tight) && self.is_one_way(engine, standings);
        for needs in self.had(standings) {
            let decides = engine.space().open_among(&parting.both(&needs.parting));
            agreed &= !decides.iter().any(|field| engine.may_exist(field));
            parting.extend(&needs.parting);
        }
        agreed
    }

    /// Does no open number raise one amount and lower another.
    pub fn is_one_way(&self, engine: &mut Engine, standings: &[&Standing]) -> bool {
        let (mut rising, mut falling) = (VarSet::default(), VarSet::default());
        for needs in self.had(standings) {
            rising.extend(&needs.rising);
            falling.extend(&needs.falling);
        }
        let is_reached = |low: &VarSet, high: &VarSet, engine: &mut Engine| engine.out_of_reach(low, high) == Ok(None);
        engine.space().settles(&rising.both(&falling))
            && is_reached(&rising, &falling, engine)
            && is_reached(&falling, &rising, engine)
    }

    /// What the clauses refer to that can be had.
    fn had<'b>(&'b self, standings: &'b [&Standing]) -> impl Iterator<Item = &'b Needs> {
        let had = self.clauses.iter().zip(standings).filter(|(_, standing)| standing.can_hold);
        had.filter_map(|(clause, _)| self.screener.needs(*clause))
    }

    /// An open number with which the amounts of two units of a contest go, or of one and, `across` rows, of any other.
    fn tied(&self, engine: &Engine, contest: &Contest, stakes: &[Stake], across: bool) -> Option<Tied> {
        let inside = |place: &usize| contest.places.contains(place);
        // What cannot be had at all ties nothing.
        let looked_at: Vec<(usize, VarSet, bool)> = (0..self.units.len())
            .zip(stakes)
            .filter(|(place, stake)| stake.possible && (across || inside(place)))
            .map(|(place, stake)| (place, self.numbers(place), stake.sure))
            .collect();
        let mut found: Option<Tied> = None;
        for (at, (place, own, sure)) in looked_at.iter().enumerate() {
            for (other_place, other, other_sure) in looked_at.iter().take(at) {
                let fixed = across && (*sure || *other_sure);
                if !(inside(place) || inside(other_place)) || found.is_some_and(|found| found.fixed || !fixed) {
                    continue;
                }
                let open = engine.space().open_among(&own.both(other)).iter().next();
                found = open.map(|number| Tied { number, fixed }).or(found);
            }
        }
        found
    }

    /// Open numbers with which the amounts of several units go.
    pub fn shared_numbers(&self, space: &Space) -> VarSet {
        let numbers: Vec<VarSet> = (0..self.units.len()).map(|place| self.numbers(place)).collect();
        space.open_among(&shared(numbers.iter()))
    }

    /// Numbers with which a unit's amount goes.
    fn numbers(&self, place: usize) -> VarSet {
        let mut numbers = VarSet::default();
        let members = self.units.get(place).into_iter().flat_map(|unit| &unit.members);
        for needs in members.filter_map(|clause| self.screener.needs(*clause)) {
            numbers.extend(&needs.rising);
            numbers.extend(&needs.falling);
        }
        numbers
    }
}

/// What the deductions of a unit come to.
fn deduction(members: &[(usize, &Standing)]) -> Amount {
    members.iter().fold(Amount::ZERO, |sum, (_, standing)| sum.plus(standing.contribution()))
}

/// What a unit may add: a clause its amount, readings the hull of each reading's best row.
fn worth(dataset: &Dataset, unit: &Unit, members: &[(usize, &Standing)]) -> Amount {
    match unit.item {
        // Without a scheme deductions save nothing.
        Choice::Tax => Amount::ZERO,
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
        Choice::Item(Item::Clause(_)) => deduction(members),
    }
}
