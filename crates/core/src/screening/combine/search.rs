//! Joint search over clauses that share open variables. Each part is bounded by what its clauses could give if they were
//! independent; a part whose bound holds nothing new is not cut further, and clauses that a cut has set apart from each
//! other are searched apart.

use super::super::judge::stand_anew;
use super::super::judge::stand_within;
use super::super::standing::{Amount, Standing};
use super::super::totals::Sums;
use super::super::{Counted, Screener, VarSet, CLAUSE_BUDGET};
use super::bound::{Bound, Party, Seen};
use super::choice::{Choice, Unit};
use super::components::{components, shared};
use crate::decimal::{minus, over, plus};
use crate::rules::{Domain, Engine, Split, Stop, VarId};
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// Work left.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// Cuts of shared variables.
    pub cuts: u32,
    /// Of these, cuts in the middle of numbers that rivals share: past them it stays open which of the rivals wins.
    pub fine: u32,
}

/// What units come to.
pub struct Found {
    /// Holds everything that is possible.
    pub sums: Sums,
    /// What is known to be reached, where anything is.
    pub reached: Option<Sums>,
    seen: Vec<Seen>,
    /// By unit, what parts that were searched to the end show of `Seen::beaten_by`.
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
    pub fn loose(&self) -> u32 {
        self.reached.as_ref().map_or(u32::MAX, |reached| self.sums.differs_from(reached))
    }

    /// What becomes of each unit.
    pub fn outcomes(&self, units: &[&Unit]) -> Vec<Outcome> {
        let party = super::contest::Contest::all(units);
        let beaten_by = |place: usize| {
            let contest = party.iter().find(|contest| contest.places.contains(&place))?;
            let beaten = self.beaten.get(place).copied().unwrap_or(0);
            let winners = contest.places.iter().zip(0..).filter(|(_, bit)| beaten & (1_u64 << (bit & 63)) != 0);
            Some(winners.filter_map(|(winner, _): (_, u32)| Some(units.get(*winner)?.index)).collect())
        };
        let outcome = |(place, seen): (usize, &Seen)| Outcome {
            counted: seen.counted(),
            amount: seen.amount,
            beaten_by: beaten_by(place).unwrap_or_default(),
        };
        self.seen.iter().enumerate().map(outcome).collect()
    }
}

/// A clause over a part.
#[derive(Clone)]
struct Member {
    standing: Standing,
    /// The cut of a shared variable that it asks for, once that is looked up.
    cut: Option<Option<Split>>,
}

/// Searches units, whose clauses have these standings.
pub fn search(
    screener: &Screener,
    engine: &mut Engine,
    standings: &[Standing],
    units: Vec<&Unit>,
    budget: &mut Budget,
) -> Found {
    let clauses = units.iter().flat_map(|unit| &unit.members);
    let members = clauses.filter_map(|clause| standings.get(*clause));
    let members = members.map(|standing| Member { standing: standing.clone(), cut: None }).collect();
    Joint::new(Party::new(screener, units), members, engine).run(engine, budget)
}

struct Joint<'a> {
    party: Party<'a>,
    members: Vec<Member>,
    shared: VarSet,
    found: Option<Found>,
}

impl<'a> Joint<'a> {
    fn new(party: Party<'a>, members: Vec<Member>, engine: &Engine) -> Self {
        let mut joint = Self { party, members, shared: VarSet::default(), found: None };
        joint.shared = shared(joint.variables(engine, &joint.members).iter());
        joint
    }

    fn run(mut self, engine: &mut Engine, budget: &mut Budget) -> Found {
        let mut members = std::mem::take(&mut self.members);
        self.part(engine, &mut members, budget);
        self.found.unwrap_or(Found { sums: Sums::ZERO, reached: None, seen: Vec::new(), beaten: Vec::new() })
    }

    /// Looks at one part of the space; `members` are the clauses over it.
    fn part(&mut self, engine: &mut Engine, members: &mut [Member], budget: &mut Budget) {
        let standings: Vec<&Standing> = members.iter().map(|member| &member.standing).collect();
        let bound = self.party.bound(engine, &standings);
        if self.found.as_ref().is_some_and(|known| known.holds(&bound)) {
            return;
        }
        let agreed = self.party.agree(engine, &standings);
        let Some(split) = self.cut(engine, members).or_else(|| finer(engine, &bound, budget)) else {
            return self.take(Found::leaf(bound, agreed));
        };
        if self.apart(engine, members, budget) {
            return;
        }
        let parts = budget.cuts.checked_sub(1).and_then(|left| {
            budget.cuts = left;
            engine.divide(split).ok()
        });
        let Some(parts) = parts else { return self.take(Found::leaf(bound, false)) };
        let mut children = Vec::with_capacity(parts.len());
        for part in parts {
            let members = engine.within(part, |engine| self.again(engine, members, split.variable()));
            children.push((part, members));
        }
        // The part that may give most first: what it gives makes others not worth cutting.
        let most = |members: &[Member]| {
            members.iter().fold(Amount::ZERO, |sum, member| sum.plus(member.standing.contribution())).max
        };
        children.sort_by_key(|(_, members)| Reverse(most(members)));
        for (part, mut members) in children {
            engine.within(part, |engine| self.part(engine, &mut members, budget));
        }
    }

    fn take(&mut self, one: Found) {
        self.found = Some(match self.found.take() {
            None => one,
            Some(known) => known.or(one),
        });
    }

    /// Searches units that share nothing in this part apart from each other; `false` where all hang together.
    fn apart(&mut self, engine: &mut Engine, members: &[Member], budget: &mut Budget) -> bool {
        let units = &self.party.units;
        let groups = components(units, &self.unit_variables(engine, members));
        if groups.len() < 2 {
            return false;
        }
        let place_of = |unit: &Unit| units.iter().position(|other| other.index == unit.index);
        let mut whole = Found::nothing(units.len());
        for group in groups {
            let places: Vec<usize> = group.iter().filter_map(|unit| place_of(unit)).collect();
            let clauses = group.iter().flat_map(|unit| &unit.members);
            let own = clauses.filter_map(|clause| members.get(self.party.clauses.iter().position(|c| c == clause)?));
            let own: Vec<Member> = own.map(|member| Member { cut: None, ..member.clone() }).collect();
            let joint = Joint::new(Party::new(self.party.screener, group), own, engine);
            whole.and(joint.run(engine, budget), &places);
        }
        self.take(whole);
        true
    }

    /// Judges again the clauses that a narrowed variable may change.
    fn again(&self, engine: &mut Engine, members: &[Member], variable: VarId) -> Vec<Member> {
        let screener = self.party.screener;
        let anew = |clause: usize, member: &Member| {
            let (of, needs) = (screener.dataset().clauses.get(clause)?, screener.needs(clause)?);
            needs.all.contains(variable).then(|| {
                let standing = stand_anew(of, needs, engine);
                let unsure = || Standing { tight: false, ..member.standing.clone() };
                Member { standing: standing.unwrap_or_else(|_| unsure()), cut: None }
            })
        };
        let mut anew = anew;
        let clauses = self.party.clauses.iter().zip(members);
        clauses.map(|(clause, member)| anew(*clause, member).unwrap_or_else(|| member.clone())).collect()
    }

    /// The first cut of a shared variable that any clause still asks for.
    fn cut(&self, engine: &mut Engine, members: &mut [Member]) -> Option<Split> {
        let screener = self.party.screener;
        self.party.clauses.iter().zip(members).find_map(|(clause, member)| {
            *member.cut.get_or_insert_with(|| {
                engine.restart(CLAUSE_BUDGET);
                let (of, needs) = (screener.dataset().clauses.get(*clause)?, screener.needs(*clause)?);
                match stand_within(of, needs, engine, &|variable| !self.shared.contains(variable)) {
                    Err(Stop::Open(split)) => Some(split),
                    _ => None,
                }
            })
        })
    }

    /// By clause, the open variables on which it depends.
    fn variables(&self, engine: &Engine, members: &[Member]) -> Vec<VarSet> {
        let open = |member: &Member| {
            let mut set = VarSet::default();
            let touched = member.standing.touched.iter().copied();
            touched
                .filter(|variable| engine.space().get(*variable).is_open())
                .for_each(|variable| set.insert(variable));
            set
        };
        members.iter().map(open).collect()
    }

    /// By unit, the open variables on which it depends.
    fn unit_variables(&self, engine: &Engine, members: &[Member]) -> Vec<VarSet> {
        let mut by_clause = self.variables(engine, members).into_iter();
        let of = |unit: &&Unit| {
            let mut set = VarSet::default();
            by_clause.by_ref().take(unit.members.len()).for_each(|own| set.extend(&own));
            if let (Choice::Tax, Some(tax)) = (unit.item, &self.party.screener.dataset().tax) {
                [tax.class, tax.year, tax.income].into_iter().for_each(|variable| set.insert(variable));
            }
            set
        };
        self.party.units.iter().map(of).collect()
    }
}

/// A cut in the middle of a number that rivals share, while it is open which of them wins.
fn finer(engine: &Engine, bound: &Bound, budget: &mut Budget) -> Option<Split> {
    let variable = bound.tied?.number;
    let Domain::Range(low, high) = engine.space().get(variable) else { return None };
    budget.fine = budget.fine.checked_sub(1)?;
    Some(Split::After(variable, plus(low, over(minus(high, low), Decimal::TWO))))
}

impl Found {
    /// A part that is not cut; `reached` where all of its amounts may be least together, and greatest together.
    fn leaf(bound: Bound, reached: bool) -> Self {
        let sure = reached && bound.tied.is_none();
        let beaten = bound.seen.iter().map(|seen| if sure { seen.beaten_by } else { 0 }).collect();
        let reached = (reached && !bound.tied.is_some_and(|tied| tied.fixed)).then_some(bound.inner);
        Self { sums: bound.outer, reached, seen: bound.seen, beaten }
    }

    fn nothing(units: usize) -> Self {
        let seen = Seen { may_win: false, may_lose: false, amount: Amount::ZERO, beaten_by: 0 };
        Self { sums: Sums::ZERO, reached: Some(Sums::ZERO), seen: vec![seen; units], beaten: vec![0; units] }
    }

    /// Adds units that are independent of the others, at these places.
    fn and(&mut self, other: Self, places: &[usize]) {
        self.sums = self.sums.plus(&other.sums);
        self.reached = self.reached.take().zip(other.reached).map(|(own, other)| own.plus(&other));
        for (place, (seen, beaten)) in places.iter().zip(other.seen.into_iter().zip(other.beaten)) {
            self.seen.get_mut(*place).into_iter().for_each(|own| *own = seen);
            self.beaten.get_mut(*place).into_iter().for_each(|own| *own = beaten);
        }
    }

    /// Adds another part of the space.
    fn or(self, other: Self) -> Self {
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
    fn holds(&self, bound: &Bound) -> bool {
        bound.outer.within(&self.sums)
            && bound.seen.iter().zip(&self.seen).all(|(new, old)| new.says_no_more_than(*old))
    }
}
