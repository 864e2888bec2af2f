//! What is asked about first: the clauses that give something definite. What is to be won, supported or encouraged comes
//! once these are settled, so that a visitor soon has an outcome to leave with.

use crate::dataset::{Clause, Strength};
use crate::profile::Profile;
use crate::screening::{Screener, Screening};

/// Does a clause give something definite to whoever meets it: all amounts are in such clauses.
fn is_definite(clause: &Clause) -> bool {
    clause.strength == Strength::Definite
}

/// The clauses that questions are asked for now.
pub struct Scope<'a> {
    /// The questions that may still change a clause, clause by clause.
    pub open: Vec<&'a [u16]>,
    /// Only the definite clauses, since some of them are open; else all.
    pub is_first: bool,
}

impl<'a> Scope<'a> {
    /// The definite clauses as long as an unanswered question may change one of them, then all.
    pub fn new(screener: &Screener, profile: &Profile, screening: &'a Screening) -> Self {
        let (mut first, mut all) = (Vec::new(), Vec::new());
        let mut is_first = false;
        for (clause, result) in screener.dataset().clauses.iter().zip(&screening.clauses) {
            let open = result.open.as_slice();
            if is_definite(clause) {
                is_first |= open.iter().any(|question| profile.get(usize::from(*question)).is_none());
                first.push(open);
            }
            all.push(open);
        }
        Self { open: if is_first { first } else { all }, is_first }
    }

    /// May the question still change one of these clauses.
    pub fn has(&self, question: u16) -> bool {
        self.open.iter().any(|open| open.contains(&question))
    }
}
