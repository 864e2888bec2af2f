//! The search that judges one clause. Undecided criteria that share no unknown with each other or with the amount are
//! looked at apart: ten yes/no questions cost ten cuts, not a thousand combinations. What a clause comes to with others
//! belongs to `combine`.

use super::super::bit;
use super::super::needs::Needs;
use super::super::standing::Standing;
use super::{possible, worth};
use crate::dataset::Clause;
use crate::rules::{CondId, Engine, Split, Stop, VarId, VarSet};

/// Judges a clause while cuts of variables for which `keep` is false are left open; the first such cut is the error.
pub fn stand_within(
    clause: &Clause,
    needs: &Needs,
    engine: &mut Engine,
    keep: &dyn Fn(VarId) -> bool,
) -> Result<Standing, Stop> {
    let mut standing = Standing::new(clause);
    let search = Search { clause, needs, keep };
    search.part(engine, &mut standing, 0)?;
    Ok(standing)
}

struct Search<'a> {
    clause: &'a Clause,
    needs: &'a Needs,
    keep: &'a dyn Fn(VarId) -> bool,
}

/// A criterion that what is known does not decide, with the cut that would help.
type Undecided = (usize, Stop);

impl Search<'_> {
    /// Searches one part of the space. `judged` are criteria, a bit each, that were judged apart around it: no cut since then
    /// was of a variable of theirs.
    fn part(&self, engine: &mut Engine, standing: &mut Standing, mut judged: u64) -> Result<(), Stop> {
        let Err(stop) = self.look(engine, standing, &mut judged) else { return Ok(()) };
        for part in engine.parts(stop, self.keep)? {
            engine.within(part, |engine| self.part(engine, standing, judged))?;
        }
        Ok(())
    }

    /// Looks at one part of the space; adds to `judged` what it judges apart.
    fn look(&self, engine: &mut Engine, standing: &mut Standing, judged: &mut u64) -> Result<(), Stop> {
        let mut undecided: Vec<Undecided> = Vec::new();
        let criteria = self.clause.criteria.iter().enumerate();
        for (at, criterion) in criteria.filter(|(at, _)| *judged & bit(*at) == 0) {
            match engine.truth(criterion.when) {
                Ok(true) => {}
                Ok(false) => {
                    standing.can_fail = true;
                    return Ok(());
                }
                Err(stop) => undecided.push((at, stop)),
            }
        }
        if !undecided.is_empty() {
            let tied = self.tied_to_worth(engine, &mut undecided);
            let looked_at = undecided.iter().fold(0, |all, (at, _)| all | bit(*at));
            if !self.apart(engine, undecided, standing)? {
                return Ok(());
            }
            *judged |= looked_at;
            if let Some(stop) = tied.iter().map(|(_, stop)| *stop).reduce(cheaper) {
                return if self.adds_nothing(engine, standing) { Ok(()) } else { Err(stop) };
            }
        }
        standing.can_hold = true;
        if self.clause.worth.is_empty() {
            return Ok(());
        }
        let worth = engine.noting(|engine| worth(self.clause, self.needs, engine))?;
        if !worth.is_exact() {
            let Needs { rising, falling, .. } = self.needs;
            let cut = match engine.out_of_reach(rising, falling)? {
                None => engine.out_of_reach(falling, rising)?,
                cut => cut,
            };
            if let Some(split) = cut {
                return Err(Stop::Open(split));
            }
        }
        standing.worth = Some(standing.worth.map_or(worth, |known| known.hull(worth)));
        Ok(())
    }

    /// Takes out the criteria that share an open variable with the amount, directly or through each other.
    fn tied_to_worth(&self, engine: &Engine, undecided: &mut Vec<Undecided>) -> Vec<Undecided> {
        let tied = |(at, _): &Undecided| {
            self.needs.criteria.get(*at).is_some_and(|criterion| open_in_both(engine, criterion, &self.needs.worth))
        };
        if self.clause.worth.is_empty() || !undecided.iter().any(tied) {
            return Vec::new();
        }
        let mut reach = self.needs.worth.clone();
        self.draw(engine, undecided, &mut reach)
    }

    /// Takes out the criteria that `reach` reaches, and widens it by what they refer to.
    fn draw(&self, engine: &Engine, undecided: &mut Vec<Undecided>, reach: &mut VarSet) -> Vec<Undecided> {
        let mut drawn = Vec::new();
        while let Some(at) = undecided.iter().position(|(criterion, _)| {
            let needs = self.needs.criteria.get(*criterion);
            needs.is_some_and(|needs| open_in_both(engine, needs, reach))
        }) {
            let next = undecided.remove(at);
            if let Some(needs) = self.needs.criteria.get(next.0) {
                reach.extend(needs);
            }
            drawn.push(next);
        }
        drawn
    }

    /// Judges criteria that are tied to no amount, each knot on its own; `false` where one of them cannot hold.
    fn apart(&self, engine: &mut Engine, mut undecided: Vec<Undecided>, standing: &mut Standing) -> Result<bool, Stop> {
        while let Some(first) = undecided.pop() {
            if undecided.is_empty() {
                return match self.condition(first) {
                    Some(condition) => self.knot(engine, &[condition], standing),
                    None => Ok(true),
                };
            }
            let mut reach = self.needs.criteria.get(first.0).cloned().unwrap_or_default();
            let mut knot = self.draw(engine, &mut undecided, &mut reach);
            knot.push(first);
            let conditions: Vec<CondId> = knot.into_iter().filter_map(|criterion| self.condition(criterion)).collect();
            if !self.knot(engine, &conditions, standing)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn condition(&self, (criterion, _): Undecided) -> Option<CondId> {
        self.clause.criteria.get(criterion).map(|criterion| criterion.when)
    }

    /// Judges criteria that are tied to each other and to nothing else.
    fn knot(&self, engine: &mut Engine, conditions: &[CondId], standing: &mut Standing) -> Result<bool, Stop> {
        let (can_hold, can_fail) = possible(engine, conditions, self.keep)?;
        standing.can_fail |= can_fail;
        Ok(can_hold)
    }

    /// Where both outcomes are known already, a part whose amounts are known too need not be cut.
    fn adds_nothing(&self, engine: &mut Engine, standing: &Standing) -> bool {
        standing.can_hold
            && standing.can_fail
            && engine
                .noting(|engine| worth(self.clause, self.needs, engine))
                .is_ok_and(|worth| standing.worth.is_some_and(|known| worth.within(known)))
    }
}

fn open_in_both(engine: &Engine, one: &VarSet, other: &VarSet) -> bool {
    !engine.space().settles(&one.both(other)) || engine.space().ties(one, other)
}

/// The cut into fewer parts, of equals the first: a criterion that fails in one of two parts spares the other cuts there.
fn cheaper(known: Stop, next: Stop) -> Stop {
    match (known, next) {
        (Stop::Open(Split::Each(_)), Stop::Open(Split::Mask(..) | Split::After(..) | Split::Row(..))) => next,
        _ => known,
    }
}
