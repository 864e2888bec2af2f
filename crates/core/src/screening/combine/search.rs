//! Joint search over clauses that share open variables. Each part is bounded by what its clauses could give if they were
//! independent; a part whose bound holds nothing new is not cut further, and clauses that a cut has set apart from each
//! other are searched apart.

use super::super::judge::{stand_anew, stand_within};
use super::super::memory::{remembered, Finding, Key, Memory, Sought};
use super::super::standing::{Amount, Standing};
use super::super::{Screener, CLAUSE_BUDGET};
use super::bound::{Bound, Party};
use super::budget::Budget;
use super::choice::{Choice, Unit};
use super::components::{components, shared};
use super::found::Found;
use crate::decimal::{minus, over, plus};
use crate::rules::{Domain, Engine, Split, Stop, VarSet};
use rust_decimal::Decimal;
use std::cmp::Reverse;

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

    fn run(self, engine: &mut Engine, budget: &mut Budget) -> Found {
        let Some((memory, key)) = self.key(engine) else { return self.run_anew(engine, budget) };
        if let Some(Finding::Joint(found, work)) = memory.get(&key) {
            if budget.again(work).is_some() {
                return *found;
            }
        }
        let (found, work) = budget.watched(|budget| self.run_anew(engine, budget));
        memory.keep(key, Finding::Joint(Box::new(found.clone()), work));
        found
    }

    /// All that the search depends on, where findings are kept.
    fn key(&self, engine: &Engine) -> Option<(&'a Memory, Key)> {
        let screener = self.party.screener;
        let memory = screener.memory.as_ref().filter(|_| self.members.iter().all(|member| member.standing.tight))?;
        let mut variables = VarSet::default();
        let needs = self.party.clauses.iter().filter_map(|clause| screener.needs(*clause));
        needs.for_each(|needs| variables.extend(&needs.all));
        let tax =
            screener.dataset().tax.iter().filter(|_| self.party.units.iter().any(|unit| unit.item == Choice::Tax));
        tax.for_each(|tax| variables.extend(&tax.reads()));
        let members =
            |unit: &&Unit| unit.members.iter().map(|clause| (*clause, unit.status, unit.or)).collect::<Vec<_>>();
        let all = self.party.units.iter().flat_map(members).collect();
        let place = |index: usize| self.party.units.iter().position(|unit| unit.index == index).unwrap_or(usize::MAX);
        let named = |unit: &&Unit| unit.rivals.iter().map(|(rival, by)| (place(*rival), *by)).collect::<Vec<_>>();
        let rivals = self.party.units.iter().map(named).collect();
        let first = self.party.clauses.first().copied()?;
        Some((memory, Key::of(first, &variables, engine, Sought::Joint(all, rivals))))
    }

    fn run_anew(mut self, engine: &mut Engine, budget: &mut Budget) -> Found {
        let mut members = std::mem::take(&mut self.members);
        self.part(engine, &mut members, budget);
        self.found.unwrap_or_else(Found::none)
    }

    /// Looks at one part of the space; `members` are the clauses over it.
    fn part(&mut self, engine: &mut Engine, members: &mut [Member], budget: &mut Budget) {
        let standings: Vec<&Standing> = members.iter().map(|member| &member.standing).collect();
        let bound = self.party.bound(engine, &standings);
        if self.found.as_ref().is_some_and(|known| known.holds(&bound)) {
            return;
        }
        let agreed = self.party.agree(engine, &standings);
        let cut = self.cut(engine, members);
        if (cut.is_some() || bound.tied.is_some()) && self.apart(engine, members, budget) {
            return;
        }
        if let Some(witness) = cut.is_none().then(|| self.witness(engine, members, &bound)).flatten() {
            self.take(witness);
            return self.take(Found::leaf(bound, agreed));
        }
        let Some(split) = cut.or_else(|| finer(engine, &bound, budget)) else {
            return self.take(Found::leaf(bound, agreed));
        };
        let parts = budget.cut().and_then(|()| {
            engine.restart(CLAUSE_BUDGET);
            engine.divide(split).ok()
        });
        let Some(parts) = parts else { return self.take(Found::leaf(bound, false)) };
        let mut narrowed = engine.reach(split);
        engine.space().bind(&mut narrowed);
        let mut children = Vec::with_capacity(parts.len());
        for part in parts {
            let members = engine.within(part, |engine| self.again(engine, members, &narrowed));
            children.push((part, members));
        }
        // The part that may give most first: what it gives makes others not worth cutting.
        let most = |members: &[Member]| {
            members.iter().fold(Amount::ZERO, |sum, member| sum.plus(member.standing.contribution())).max
        };
        children.sort_by_key(|(_, members)| Reverse(most(members)));
        for (part, mut members) in children {
            engine.within(part, |engine| budget.below(|budget| self.part(engine, &mut members, budget)));
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

    /// Judges again the clauses that narrowed variables may change.
    fn again(&self, engine: &mut Engine, members: &[Member], narrowed: &VarSet) -> Vec<Member> {
        let screener = self.party.screener;
        let anew = |clause: usize, member: &Member| {
            screener.needs(clause).filter(|needs| !needs.all.is_apart(narrowed))?;
            let standing = stand_anew(screener, engine, clause)?;
            let unsure = || Standing { tight: false, ..member.standing.clone() };
            Some(Member { standing: standing.unwrap_or_else(|_| unsure()), cut: None })
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
                let (of, needs) = (screener.dataset().clauses.get(*clause)?, screener.needs(*clause)?);
                let sought = Sought::Cut(needs.all.both(&self.shared));
                let found = remembered(screener.key(*clause, engine, sought), &mut || {
                    engine.restart(CLAUSE_BUDGET);
                    let search = stand_within(of, needs, engine, &|variable| !self.shared.contains(variable));
                    Ok(Finding::Cut(match search {
                        Err(Stop::Open(split)) => Some(split),
                        _ => None,
                    }))
                });
                match found {
                    Ok(Finding::Cut(cut)) => cut,
                    _ => None,
                }
            })
        })
    }

    /// By clause, the open variables on which it depends, and the first field of each row that has one.
    fn variables(&self, engine: &Engine, members: &[Member]) -> Vec<VarSet> {
        let open = |member: &Member| {
            let mut set = VarSet::default();
            let touched = member.standing.touched.iter().filter(|variable| engine.space().get(**variable).is_open());
            for variable in touched {
                set.insert(*variable);
                // A row that is cut as a whole is named by its first field, be that open or not.
                set.insert(engine.first_of_row(*variable));
            }
            engine.space().bind(&mut set);
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
                set.extend(&tax.reads());
            }
            engine.space().bind(&mut set);
            set
        };
        self.party.units.iter().map(of).collect()
    }

    /// A smaller part that shows that to cut the numbers which rivals share tells no more than `bound` does: they are known
    /// there, and it is as open who wins. They are the greatest that they can be, since at the least, mostly 0, all amounts
    /// are equal. Sums gain nothing from such cuts where both ends are reached and every number moves them one way.
    fn witness(&self, engine: &mut Engine, members: &[Member], bound: &Bound) -> Option<Found> {
        let standings: Vec<&Standing> = members.iter().map(|member| &member.standing).collect();
        let reached = bound.outer == bound.inner && self.party.is_one_way(engine, &standings);
        bound.tied.filter(|tied| reached && !tied.fixed)?;
        let mut space = engine.space().clone();
        let mut narrowed = VarSet::default();
        engine.restart(CLAUSE_BUDGET);
        for (field, domain) in engine.supposed_fields()? {
            space.set(field, domain);
            narrowed.insert(field);
        }
        for number in self.party.shared_numbers(&space).iter() {
            if space.is_bound(number) {
                return None; // The greatest of one may not go with that of another.
            }
            if let Domain::Range(_, high) = space.get(number) {
                space.set(number, Domain::Range(high, high));
                narrowed.insert(number);
            }
        }
        let engine = &mut Engine::new(&self.party.screener.dataset().rules, space, CLAUSE_BUDGET);
        let mut members = self.again(engine, members, &narrowed);
        if self.cut(engine, &mut members).is_some() {
            return None;
        }
        let standings: Vec<&Standing> = members.iter().map(|member| &member.standing).collect();
        let known = self.party.bound(engine, &standings);
        let is_as_open = known.seen.iter().zip(&bound.seen).all(|(known, of)| known.may_win == of.may_win);
        is_as_open.then(|| Found::leaf(known, self.party.agree(engine, &standings)))
    }
}

/// A cut in the middle of a number that rivals share, while it is open which of them wins.
fn finer(engine: &Engine, bound: &Bound, budget: &mut Budget) -> Option<Split> {
    let variable = bound.tied?.number;
    let Domain::Range(low, high) = engine.space().get(variable) else { return None };
    budget.fine.take()?;
    Some(Split::After(variable, plus(low, over(minus(high, low), Decimal::TWO))))
}
