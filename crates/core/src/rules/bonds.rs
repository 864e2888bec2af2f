//! Is there a completion at all: of a part of the space, and with these numbers at these ends. A part without one is never
//! looked at, so that what a search finds is what some completion gives. How domains are narrowed belongs to `links`.

use super::basis::{Link, Rules};
use super::explore::{Engine, Stop};
use super::links::Trail;
use super::node::VarId;
use super::space::{Domain, Space, Split};
use super::variables::VarSet;

/// Links that the answers leave open and that share open variables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bond {
    /// Indices into [`Rules::links`].
    pub links: Vec<u16>,
    /// The open variables.
    pub open: VarSet,
    /// Everything that the links read.
    pub reads: VarSet,
}

/// What the links of a bond come to.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Sight {
    /// All hold.
    Met,
    /// One of them never does.
    Broken,
    /// None is broken, and the first that is open needs this.
    Open(Stop),
}

/// Parts that are looked at for one completion; past them there may be one.
const BUDGET: u32 = 2_000;

impl Space {
    /// This space with what the answers make certain by links, and with the bonds that they leave; the space as it was
    /// where the answers contradict each other.
    pub fn linked(self, rules: &Rules) -> Result<Self, Self> {
        let all: Vec<u16> = (0..).take(rules.links.len()).collect();
        self.linked_by(rules, &all)
    }

    /// The same by these links only.
    pub fn linked_by(self, rules: &Rules, links: &[u16]) -> Result<Self, Self> {
        if links.is_empty() {
            return Ok(self);
        }
        let mut engine = Engine::new(rules, self, 0);
        let (mut changed, mut trail) = (VarSet::default(), Trail::new());
        let read = links.iter().filter_map(|link| rules.links.get(usize::from(*link)));
        read.flat_map(|link| &link.reads).for_each(|variable| changed.insert(*variable));
        let mut possible = engine.follow(links, changed, &mut trail);
        let bonds = if possible { engine.bonds(links) } else { Vec::new() };
        possible &= bonds.iter().all(|bond| engine.has_completion(bond, &mut { BUDGET }) != Ok(false));
        if !possible {
            engine.undo(trail);
            return Err(engine.space.into_owned());
        }
        let mut space = engine.space.into_owned();
        space.bonds = bonds.into();
        Ok(space)
    }

    /// Of a set of which so many members were ticked, the others were not: those that the ticked ones make certain are left
    /// open, for that to settle them.
    pub fn ticked(self, rules: &Rules, first: VarId, yes: u32, members: usize) -> Self {
        let own = first..first.saturating_add(u16::try_from(members).unwrap_or(u16::MAX));
        let within = |link: &Link| link.reads.iter().all(|variable| own.contains(variable));
        let links: Vec<u16> =
            (0..).zip(&rules.links).filter(|(_, link)| within(link)).map(|(index, _)| index).collect();
        if links.is_empty() {
            return self;
        }
        let mut engine = Engine::new(rules, self, 0);
        let (mut changed, mut trail, mut opened) = (VarSet::default(), Trail::new(), Vec::new());
        for (bit, member) in own.enumerate() {
            changed.insert(member);
            if yes & (1 << bit) == 0 {
                opened.push((member, engine.space.to_mut().set(member, Domain::Choices(3))));
            }
        }
        let obeyed = engine.follow(&links, changed, &mut trail);
        let implied = |member: VarId, engine: &Engine| obeyed && engine.space.get(member) == Domain::Choices(2);
        opened.retain(|(member, _)| !implied(*member, &engine));
        engine.undo(trail);
        engine.undo(opened);
        engine.space.into_owned()
    }

    /// Links that answers leave open, by the open variables that they share.
    pub fn bonds(&self) -> &[Bond] {
        &self.bonds
    }

    /// May some link tie the variable to others.
    pub fn is_bound(&self, variable: VarId) -> bool {
        self.bonds.iter().any(|bond| bond.open.contains(variable))
    }

    /// Adds the open variables to which links tie those of a set.
    pub fn bind(&self, variables: &mut VarSet) {
        for bond in self.bonds.iter() {
            let open = self.open_among(&bond.open);
            if !open.is_apart(variables) {
                variables.extend(&open);
            }
        }
    }

    /// Does some link tie open variables of both sets.
    pub fn ties(&self, one: &VarSet, other: &VarSet) -> bool {
        let open = |bond: &Bond, set: &VarSet| !self.open_among(&bond.open).is_apart(set);
        self.bonds.iter().any(|bond| open(bond, one) && open(bond, other))
    }
}

impl Engine<'_> {
    /// The links that are still open, together as they share open variables.
    fn bonds(&mut self, links: &[u16]) -> Vec<Bond> {
        let rules = self.rules;
        let mut bonds: Vec<Bond> = Vec::new();
        for index in links {
            let Some(link) = rules.links.get(usize::from(*index)) else { continue };
            if self.link_truth(link).is_ok() {
                continue;
            }
            let mut bond = Bond { links: vec![*index], ..Bond::default() };
            link.reads.iter().for_each(|variable| bond.reads.insert(*variable));
            bond.open = self.space.open_among(&bond.reads);
            let own = bond.open.clone();
            for other in bonds.extract_if(.., |other| !other.open.is_apart(&own)) {
                bond.links.extend(other.links);
                bond.open.extend(&other.open);
                bond.reads.extend(&other.reads);
            }
            bond.links.sort_unstable();
            bonds.push(bond);
        }
        bonds
    }

    /// Is there a completion in which the variable lies in the domain; taken for granted where no link ties it.
    pub fn admits(&mut self, variable: VarId, domain: Domain) -> Result<bool, Stop> {
        if !self.space.is_bound(variable) {
            return Ok(true);
        }
        let bonds = self.space.bonds.clone();
        let Some(bond) = bonds.iter().find(|bond| bond.open.contains(variable)) else { return Ok(true) };
        let left = &mut { BUDGET };
        self.quietly(|engine| {
            let narrowed = engine.press(variable, domain, bond, |engine| engine.has_completion(bond, left));
            narrowed.unwrap_or(Ok(false))
        })
    }

    /// Is there a completion with the first numbers as low and the others as high as they can be: `None` where there is, or
    /// where no link ties them; else a cut that will tell more.
    pub fn out_of_reach(&mut self, low: &VarSet, high: &VarSet) -> Result<Option<Split>, Stop> {
        if self.space.bonds.is_empty() {
            return Ok(None);
        }
        let bonds = self.space.bonds.clone();
        for bond in bonds.iter() {
            let ends: Vec<(VarId, Domain)> = self
                .space
                .open_among(&bond.open)
                .iter()
                .filter_map(|variable| match self.space.get(variable) {
                    Domain::Range(least, _) if low.contains(variable) => Some((variable, Domain::Range(least, least))),
                    Domain::Range(_, most) if high.contains(variable) => Some((variable, Domain::Range(most, most))),
                    Domain::Choices(_) | Domain::Range(..) => None,
                })
                .collect();
            let left = &mut { BUDGET };
            if !ends.is_empty() && !self.quietly(|engine| engine.with_ends(&ends, bond, left))? {
                return match self.quietly(|engine| engine.sight(bond)) {
                    Sight::Open(Stop::Open(split)) => Ok(Some(split)),
                    // Nothing is left to cut, and yet it is out of reach: only a search cut short says so.
                    Sight::Met | Sight::Broken | Sight::Open(_) => Err(Stop::Spent),
                };
            }
        }
        Ok(None)
    }

    fn with_ends(&mut self, ends: &[(VarId, Domain)], bond: &Bond, left: &mut u32) -> Result<bool, Stop> {
        let Some(((variable, end), rest)) = ends.split_first() else { return self.has_completion(bond, left) };
        if !is_within(*end, self.space.get(*variable)) {
            return Ok(false);
        }
        self.press(*variable, *end, bond, |engine| engine.with_ends(rest, bond, left)).unwrap_or(Ok(false))
    }

    /// What the links of a bond come to over the space as it stands.
    fn sight(&mut self, bond: &Bond) -> Sight {
        let rules = self.rules;
        let mut open = Sight::Met;
        for link in bond.links.iter().filter_map(|index| rules.links.get(usize::from(*index))) {
            match self.link_truth(link) {
                Ok(true) => {}
                Ok(false) => return Sight::Broken,
                Err(stop) if open == Sight::Met => open = Sight::Open(stop),
                Err(_) => {}
            }
        }
        open
    }

    /// Does some completion obey the links of a bond.
    fn has_completion(&mut self, bond: &Bond, left: &mut u32) -> Result<bool, Stop> {
        let split = match self.sight(bond) {
            Sight::Met => return Ok(true),
            Sight::Broken => return Ok(false),
            Sight::Open(Stop::Open(split)) => split,
            Sight::Open(Stop::Spent) => return Err(Stop::Spent),
        };
        *left = left.checked_sub(1).ok_or(Stop::Spent)?;
        let variable = split.variable();
        let mut parts = self.space.parts(self.rules, split);
        if parts.len() < 2 {
            return Err(Stop::Spent);
        }
        if let Domain::Range(low, high) = self.space.get(variable) {
            // Mostly one of the ends will do.
            parts.splice(0..0, [Domain::Range(low, low), Domain::Range(high, high)]);
        }
        for part in parts {
            let found = self.press(variable, part, bond, |engine| engine.has_completion(bond, left));
            if found.unwrap_or(Ok(false))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Runs `work` with one variable narrowed and what follows from it; `None` where that breaks a link.
    fn press<T>(
        &mut self,
        variable: VarId,
        domain: Domain,
        bond: &Bond,
        work: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        let mut trail = vec![(variable, self.space.to_mut().set(variable, domain))];
        self.depth += 1;
        let mut changed = VarSet::default();
        changed.insert(variable);
        let result = self.follow(&bond.links, changed, &mut trail).then(|| work(self));
        self.depth -= 1;
        self.undo(trail);
        result
    }

    /// Narrows by links what depends on a variable that was just narrowed; nothing where no link ties it.
    pub(super) fn draw(&mut self, variable: VarId) -> Trail {
        let mut trail = Trail::new();
        if !self.space.is_bound(variable) {
            return trail;
        }
        let bonds = self.space.bonds.clone();
        if let Some(bond) = bonds.iter().find(|bond| bond.open.contains(variable)) {
            let mut changed = VarSet::default();
            changed.insert(variable);
            // What breaks a link was not admitted.
            self.quietly(|engine| engine.follow(&bond.links, changed, &mut trail));
        }
        trail
    }

    /// Takes narrowings back.
    pub(super) fn undo(&mut self, trail: Trail) {
        for (variable, domain) in trail.into_iter().rev() {
            self.space.to_mut().set(variable, domain);
        }
    }

    /// Does work that results do not depend on: what it reads is not noted.
    fn quietly<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let noting = std::mem::replace(&mut self.noting, false);
        self.depth += 1;
        let result = work(self);
        self.depth -= 1;
        self.noting = noting;
        result
    }
}

/// Does a domain lie in another.
fn is_within(inner: Domain, outer: Domain) -> bool {
    match (inner, outer) {
        (Domain::Choices(inner), Domain::Choices(outer)) => inner & !outer == 0,
        (Domain::Range(low, high), Domain::Range(least, most)) => least <= low && high <= most,
        _ => false,
    }
}
