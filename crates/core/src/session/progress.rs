//! How far a visit has come, by what can still matter.

use super::scope::Scope;
use crate::dataset::Kind;
use crate::profile::Profile;
use crate::screening::{Amount, Screener, Screening, Verdict};

/// How far a visit has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Questions answered, 不清楚 included.
    pub answered: usize,
    /// Questions not answered that can still change something: as many as may still be asked, for the definite clauses
    /// as long as one of these is open.
    pub open: usize,
    /// Is something definite still open.
    pub is_first: bool,
    /// Clauses whose verdict is settled.
    pub settled: usize,
    /// All clauses.
    pub clauses: usize,
}

/// Measures how far a visit has come.
pub fn progress(screener: &Screener, profile: &Profile, screening: &Screening) -> Progress {
    let questions = 0..screener.dataset().questions.len();
    let (answered, unanswered): (Vec<usize>, Vec<usize>) =
        questions.partition(|question| profile.get(*question).is_some());
    let scope = Scope::new(screener, profile, screening);
    let matters = |question: &usize| u16::try_from(*question).is_ok_and(|question| scope.has(question));
    Progress {
        answered: answered.len(),
        open: unanswered.into_iter().filter(matters).count(),
        is_first: scope.is_first,
        settled: screening.clauses.iter().filter(|clause| clause.verdict != Verdict::Undetermined).count(),
        clauses: screening.clauses.len(),
    }
}

/// What hangs on a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Stake {
    /// Clauses that it may still change, those worth most first.
    pub clauses: Vec<u16>,
    /// Of those, how many are still undecided.
    pub undecided: usize,
}

/// What hangs on a question now.
pub fn stake(screener: &Screener, screening: &Screening, question: u16) -> Stake {
    let mut clauses: Vec<(u16, Kind, Option<Amount>)> = Vec::new();
    let mut undecided = 0;
    for ((index, result), clause) in (0_u16..).zip(&screening.clauses).zip(&screener.dataset().clauses) {
        if result.open.contains(&question) {
            undecided += usize::from(result.verdict == Verdict::Undetermined);
            clauses.push((index, clause.kind, result.amount));
        }
    }
    // Kinds stand in the order cash, beside cash, rights; the sort keeps the list's order within a kind.
    clauses.sort_by_key(|(_, kind, _)| *kind);
    Stake { clauses: clauses.into_iter().map(|(index, _, _)| index).collect(), undecided }
}
