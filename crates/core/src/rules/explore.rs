//! The search that makes results tight. A step that what is known does not decide names the cut that would decide it;
//! the search makes that cut and looks at each part. Only cuts that matter are ever made, so a complete profile costs one
//! look, and correlated unknowns (the industry sets scale and cap) are told apart without listing all completions.

use super::basis::Rules;
use super::links::Trail;
use super::node::VarId;
use super::point::Point;
use super::space::{Domain, Part, RowTest, Space, Split};
use std::borrow::Cow;
use std::cell::Cell;

/// Why a step gave no value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stop {
    /// Undecided until this cut is made.
    Open(Split),
    /// The work allowed is used up.
    Spent,
}

/// Evaluates expressions over a space.
pub struct Engine<'rules> {
    pub(super) rules: &'rules Rules,
    /// Copied only once it is cut.
    pub(super) space: Cow<'rules, Space>,
    /// The row that [`super::Slot::Field`] means.
    pub(super) row: u8,
    /// Looks left before [`Stop::Spent`].
    budget: u32,
    /// Variables cut or, while `noting`, read with more than one value.
    pub(super) touched: Vec<VarId>,
    pub(super) noting: bool,
    /// While `noting`: a number was read that has more than one possible value.
    pub(super) spread: bool,
    /// Classes of facts over the space as it was given; of no use once a variable is cut by which they are classified.
    pub(super) classes: Vec<Cell<Option<u32>>>,
    /// Narrowings in force of variables by which something is classified.
    pub(super) depth: u32,
    /// What is supposed of rows in the part at hand.
    pub(super) supposed: Vec<(RowTest, bool)>,
    /// Cut rows by their fields, so that every part is a plain space.
    pub plain: bool,
    /// What rows were found to give.
    pub(super) known_rows: Vec<super::remember::KnownRow>,
}

impl<'rules> Engine<'rules> {
    /// An engine over the completions in `space` that looks at no more than `budget` parts.
    pub fn new(rules: &'rules Rules, space: Space, budget: u32) -> Self {
        Self::of(rules, Cow::Owned(space), budget)
    }

    /// The same over a space that others look at.
    pub fn over(rules: &'rules Rules, space: &'rules Space, budget: u32) -> Self {
        Self::of(rules, Cow::Borrowed(space), budget)
    }

    fn of(rules: &'rules Rules, space: Cow<'rules, Space>, budget: u32) -> Self {
        let classes = vec![Cell::new(None); rules.facts.len()];
        Self {
            rules,
            space,
            row: 0,
            budget,
            touched: Vec::new(),
            noting: false,
            spread: false,
            classes,
            depth: 0,
            supposed: Vec::new(),
            plain: false,
            known_rows: Vec::new(),
        }
    }

    /// Notes every variable with more than one value that `work` reads.
    pub fn noting<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        self.noting = true;
        let result = work(self);
        self.noting = false;
        result
    }

    /// Does `work` read a number with more than one possible value; taken for granted while nothing is noted.
    pub fn spreads<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> (T, bool) {
        self.spread = false;
        let result = work(self);
        (result, self.spread || !self.noting)
    }

    /// The space as it stands.
    pub fn space(&self) -> &Space {
        &self.space
    }

    /// What the answers come to as far as they are all known.
    pub fn point(&self) -> Point<'_> {
        Point(self)
    }

    /// What is supposed of rows in the part at hand.
    pub fn supposed(&self) -> &[(RowTest, bool)] {
        &self.supposed
    }

    /// Starts a new piece of work with its own budget; forgets what the last touched.
    pub fn restart(&mut self, budget: u32) {
        self.budget = budget;
        self.touched.clear();
    }

    /// Variables on which the results since [`Self::restart`] depended, ascending.
    pub fn touched(&mut self) -> &[VarId] {
        self.touched.sort_unstable();
        self.touched.dedup();
        &self.touched
    }

    /// Notes that results depend on a variable.
    pub fn touch(&mut self, variable: VarId) {
        if !self.touched.contains(&variable) {
            self.touched.push(variable);
        }
    }

    /// Runs `look` over the parts of the space that decide it. `look` gives `Stop::Open` while it is undecided; a cut of a
    /// variable for which `keep` is false is left to the caller.
    ///
    /// Not generic: an instance for each of its twenty callers would be a tenth of the engine's download.
    pub fn explore(
        &mut self,
        keep: &dyn Fn(VarId) -> bool,
        look: &mut dyn FnMut(&mut Self) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let Err(stop) = look(self) else { return Ok(()) };
        for part in self.parts(stop, keep)? {
            self.within(part, |engine| engine.explore(keep, look))?;
        }
        Ok(())
    }

    /// The parts of the cut that a look asks for; what asks for none, or for one that is not kept, is handed back.
    pub fn parts(&mut self, stop: Stop, keep: &dyn Fn(VarId) -> bool) -> Result<Vec<Part>, Stop> {
        let Stop::Open(split) = stop else { return Err(stop) };
        if !keep(split.variable()) {
            return Err(stop);
        }
        self.budget = self.budget.checked_sub(1).ok_or(Stop::Spent)?;
        let parts = self.divide(split)?;
        // What links settle in this part depends on what they read.
        if parts.len() != 1 || !self.space.is_bound(split.variable()) {
            self.touch(split.variable());
        }
        Ok(parts)
    }

    /// Both sides of a cut, as far as any completion lies there.
    pub fn divide(&mut self, split: Split) -> Result<Vec<Part>, Stop> {
        if let Split::Row(test, _) = split {
            let mut parts = Vec::with_capacity(2);
            for holds in [true, false] {
                if self.row_can(test, holds)? {
                    parts.push(Part::Suppose(test, holds));
                }
            }
            return Ok(parts);
        }
        let variable = split.variable();
        let parts = self.space.parts(self.rules, split);
        if parts.len() < 2 {
            // INVARIANT: a step asks only for cuts inside the domain; a damaged dataset that breaks it must not loop.
            return Err(Stop::Spent);
        }
        let mut possible = Vec::with_capacity(parts.len());
        for domain in parts {
            let fits =
                self.supposed.is_empty() || self.narrowed(variable, domain, |engine| engine.is_possible(variable))?;
            if fits && self.admits(variable, domain)? {
                possible.push(Part::Narrow(variable, domain));
            }
        }
        Ok(possible)
    }

    /// Gives `work` one part of this space, then takes the cut back.
    pub fn within<T>(&mut self, part: Part, work: impl FnOnce(&mut Self) -> T) -> T {
        match part {
            Part::Narrow(variable, domain) => self.narrowed(variable, domain, work),
            Part::Suppose(test, holds) => {
                self.supposed.push((test, holds));
                let result = work(self);
                self.supposed.pop();
                result
            }
        }
    }

    /// Narrows variables, and what follows from them, until [`Self::forget`] takes it back; `false` where links do not admit
    /// that. What was known of classes is forgotten.
    pub fn assume(&mut self, answers: &[(VarId, Domain)], trail: &mut Trail) -> bool {
        self.classes.iter().for_each(|class| class.set(None));
        for (variable, domain) in answers {
            if self.admits(*variable, *domain) == Ok(false) {
                return false;
            }
            trail.push((*variable, self.space.to_mut().set(*variable, *domain)));
            trail.extend(self.draw(*variable));
        }
        true
    }

    /// Takes back what was assumed.
    pub fn forget(&mut self, trail: Trail) {
        self.classes.iter().for_each(|class| class.set(None));
        self.undo(trail);
    }

    /// Gives `work` this space with one variable narrowed, and with what follows from it, then takes that back. Links have to
    /// admit it.
    pub fn narrowed<T>(&mut self, variable: VarId, domain: Domain, work: impl FnOnce(&mut Self) -> T) -> T {
        let whole = self.space.to_mut().set(variable, domain);
        let trail = self.draw(variable);
        let classes = u32::from(!trail.is_empty() || self.classified_by(variable));
        self.depth += classes;
        let result = work(self);
        self.depth -= classes;
        self.undo(trail);
        self.space.to_mut().set(variable, whole);
        result
    }
}
